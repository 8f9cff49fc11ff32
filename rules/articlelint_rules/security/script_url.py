import re
from collections.abc import Sequence

from articlelint import WARNING, Article, Attribute, Findings, Link, Rule, Span, on, regex

_DROPPED = regex(r"[\t\n\r]|^[\x00-\x20]+")
"""What a browser drops before it looks at the scheme (URL standard, 4.4 "URL parsing")."""

_SCRIPT = regex(r"(javascript|vbscript|data(?=:text/html|:[^,:]*xml)):", re.IGNORECASE)
_DOES_NOTHING = regex(r"javascript:\s*+(?:void\s*+\(?\s*+0?\s*+\)?)?\s*+;*+\s*+", re.IGNORECASE)


class ScriptUrl(Rule):
    """A link or source runs a script."""

    name = "security/script-url"
    severity = WARNING
    default = False

    @on.links()
    def check(self, links: Sequence[Link], article: Article) -> Findings:
        for url, span in dict.fromkeys((link.url, link.span) for link in links):
            yield from self._of(url, span)

    @on.attribute("action", "formaction", "data", "xlink:href", "background")
    def check_attribute(self, attribute: Attribute, article: Article) -> Findings:
        if _SCRIPT.search(attribute.value):
            yield from self._of(attribute.value, attribute.value_span)

    def _of(self, url: str, span: Span) -> Findings:
        plain = _DROPPED.sub("", url)
        match = _SCRIPT.match(plain)
        if match is not None and not _DOES_NOTHING.fullmatch(plain):
            yield self.diagnostic(
                span,
                f"The `{match[1].lower()}:` URL runs code",
                hint="Link to a page, or leave it out",
                cause="article",
            )
