from articlelint import WARNING, Article, Findings, Rule
from articlelint_rules.security._hosts import host_of, is_allowed


class ForeignForm(Rule):
    """A form sends what readers enter to another site."""

    name = "security/foreign-form"
    severity = WARNING
    default = False

    allowed_hosts: tuple[str, ...] = ()
    """Hosts that forms may send to, each with its subdomains."""

    def check(self, article: Article) -> Findings:
        for name in ("action", "formaction"):
            for _, attribute in article.written_attributes(name):
                host = host_of(attribute.value)
                if not host or is_allowed(attribute.value, self.allowed_hosts):
                    continue
                if article.site.local_path(attribute.value) is None:
                    yield self.diagnostic(
                        attribute.value_span, f"The form sends what readers enter to `{host}`"
                    )
