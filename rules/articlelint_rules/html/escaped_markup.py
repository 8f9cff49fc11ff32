import re

from articlelint import ERROR, UNSAFE, Article, Findings, Fix, Rule, Span, regex

_START = regex(
    r"\s*(?:<(?:p|div)>\s*)?(&lt;(?:p|div|span|h[1-6]|img|figure|table|ul|ol|blockquote|section)"
    r"(?:\s[^<>]*?)?&gt;)",
    re.IGNORECASE,
)
_TAG = regex(r"&lt;/?[a-z][a-z0-9]*+(?:\s[^<>]{0,300}?)?/?&gt;", re.IGNORECASE)


class EscapedMarkup(Rule):
    """The whole body is escaped, so readers see its tags."""

    name = "html/escaped-markup"
    severity = ERROR
    fixable = UNSAFE

    def check(self, article: Article) -> Findings:
        body = article.body
        start = _START.match(article.text, body.start)
        if start is None:
            return
        tags = [Span(*match.span()) for match in _TAG.finditer(article.text, body.start)]
        if len(tags) < 4 or article.text.count("<", body.start) > len(tags):
            return
        from html import unescape  # its table of names, for such a body only

        whole = Span(start.start(1), len(article.text.rstrip()))
        yield self.diagnostic(
            Span(*start.span(1)),
            f"The body is escaped: readers see {len(tags)} tags as text",
            fix=Fix.unsafe("Unescape it once", (whole, unescape(whole.of(article.text)))),
        )
