import re

from articlelint import SAFE, WARNING, Article, Findings, Fix, Rule, Span, on, regex

_FENCE = regex(r"---|\+\+\+|;;;|\.\.\.")


class ByteOrderMark(Rule):
    """The file has a byte order mark."""

    name = "text/byte-order-mark"
    severity = WARNING
    fixable = SAFE

    @on.text(regex("\ufeff"))
    def check(self, mark: re.Match[str], article: Article) -> Findings:
        message = "An invisible byte order mark stands inside the text"
        if mark.start() == 0:
            message = "The file begins with a byte order mark"
            if article.site.generator.skips_byte_order_mark:
                return
        fix: Fix | None = Fix.safe("Delete the byte order mark", (Span(*mark.span()), ""))
        is_within = 0 < mark.start() < article.body.start
        if is_within and _FENCE.match(article.text, mark.end()):
            fix = None  # without the mark the line would end the front matter
        yield self.diagnostic(Span(*mark.span()), message, fix=fix)
