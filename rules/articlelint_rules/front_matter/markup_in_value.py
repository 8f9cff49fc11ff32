import re

from articlelint import INFO, Article, FieldRole, FieldText, Findings, Rule, Span, on, regex

_MARKUP = regex(
    r"<(?P<tag>a|abbr|b|big|center|code|del|div|em|font|h[1-6]|i|ins|kbd|mark|p|s|small|span|strong"
    r"|sub|sup|u)(?:\s[^<>]{0,300})?>(?=[^<\s`])[^<>]{1,300}</(?P=tag)>"
    r"|(?<!\S)<br ?/?>|(?<=\S)<br ?/?>(?=\S)"
    r"|(?P<bold>\*\*|__)(?=[^\s*_])[^*_\r\n]{1,200}(?<!\s)(?P=bold)(?!\w)"
    r"|!?\[[^\[\]]{1,200}\]\((?:https?://|/|\.)[^\s()]{0,300}\)",
    re.IGNORECASE,
)
_LOOKED_AT = 2000
"""More letters are no title."""
_CODE = regex(r"`[^`]*`")
_DUNDER = regex(r"__\w+__")


class MarkupInValue(Rule):
    """A title or tag contains HTML or Markdown."""

    name = "front-matter/markup-in-value"
    severity = INFO
    default = False

    @on.field(FieldRole.TITLE, FieldRole.TERM)
    def check(self, text: FieldText, article: Article) -> Findings:
        scalar = text.scalar
        if not isinstance(scalar.value, str):
            return
        match = _MARKUP.search(_CODE.sub(_blank, scalar.source[:_LOOKED_AT]))
        if match is None or _DUNDER.fullmatch(match[0]):
            return
        kind = "HTML" if match[0].startswith("<") else "Markdown"
        yield self.diagnostic(
            Span(*match.span()).shift(scalar.span.start),
            f"`{text.key}` contains {kind}, which browser tabs and feeds show as written",
            hint="Write only the text",
        )


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])
