import re
from collections.abc import Iterator

from articlelint import WARNING, Article, Findings, Rule, Span, regex

_DROPPED = regex(r"[\t\n\r]|^[\x00-\x20]+")
"""What a browser drops before it looks at the scheme (URL standard, 4.4 "URL parsing")."""

_SCRIPT = regex(r"(javascript|vbscript|data(?=:text/html|:[^,]*xml)):", re.IGNORECASE)
_ATTRIBUTES = ("action", "formaction", "data", "xlink:href", "background")
_DOES_NOTHING = regex(r"javascript:\s*(?:void\s*\(?\s*0?\s*\)?)?\s*;*\s*", re.IGNORECASE)


class ScriptUrl(Rule):
    """A link or a source is a script."""

    name = "security/script-url"
    severity = WARNING

    def check(self, article: Article) -> Findings:
        for span, url in _urls(article):
            plain = _DROPPED.sub("", url)
            match = _SCRIPT.match(plain)
            if match is None or _DOES_NOTHING.fullmatch(plain):
                continue
            yield self.diagnostic(
                span,
                f"The `{match[1].lower()}:` URL runs code",
                hint="Link to a page, or leave it out",
            )


def _urls(article: Article) -> Iterator[tuple[Span, str]]:
    for link in article.links:
        yield link.span, link.url
    for name in _ATTRIBUTES:
        for _, attribute in article.written_attributes(name):
            yield attribute.value_span, attribute.value
