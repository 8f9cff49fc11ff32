import re

from articlelint import WARNING, Article, Findings, Rule, regex
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
    """Hosts whose scripts are welcome, each with its subdomains."""

    def check(self, article: Article) -> Findings:
        for element, span in article.written("script"):
            if not _CODE.fullmatch((element.get("type") or "").strip()):
                continue
            source = element.get("src")
            if source is None:
                yield self.diagnostic(span, "The article runs a script of its own")
            elif not is_allowed(source, self.allowed_hosts):
                yield self.diagnostic(
                    span, f"The article runs a script from `{host_of(source) or source}`"
                )
