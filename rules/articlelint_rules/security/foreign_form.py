from articlelint import WARNING, Article, Attribute, Findings, Rule, on
from articlelint_rules.security._hosts import host_of, is_allowed


class ForeignForm(Rule):
    """A form sends what readers enter to another site."""

    name = "security/foreign-form"
    severity = WARNING
    default = False

    allowed_hosts: tuple[str, ...] = ()
    """Hosts that forms may send to, including their subdomains."""

    @on.attribute("action", "formaction")
    def check(self, attribute: Attribute, article: Article) -> Findings:
        host = host_of(attribute.value)
        if not host or is_allowed(attribute.value, self.allowed_hosts):
            return
        if article.site.local_path(attribute.value) is None:
            message = f"The form sends what readers enter to `{host}`"
            yield self.diagnostic(attribute.value_span, message)
