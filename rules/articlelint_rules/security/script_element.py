import re

from articlelint import WARNING, Article, Element, Findings, Rule, on, regex
from articlelint_rules.security._hosts import host_of, is_allowed

_CODE = regex(
    r"(?:module|(?:text|application)/(?:x-)?(?:java|ecma|j|live)script[\d.]*)?\s*(?:;.*)?",
    re.IGNORECASE,
)
"""The types of scripts that run (HTML, 4.12.1 "The script element"); others are data."""


class ScriptElement(Rule):
    """The article runs a script."""

    name = "security/script-element"
    severity = WARNING
    default = False

    allowed_hosts: tuple[str, ...] = ()
    """Hosts whose scripts are allowed, including their subdomains."""

    @on.element("script")
    def check(self, element: Element, article: Article) -> Findings:
        if not _CODE.fullmatch((element.get("type") or "").strip()):
            return
        source = element.get("src")
        if source is None:
            yield self.diagnostic(element.tag_span, "The article contains a script")
        elif not is_allowed(source, self.allowed_hosts):
            yield self.diagnostic(
                element.tag_span, f"The article runs a script from `{host_of(source) or source}`"
            )
