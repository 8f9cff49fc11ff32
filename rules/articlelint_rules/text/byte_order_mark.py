import re

from articlelint import (
    ERROR,
    SAFE,
    WARNING,
    Article,
    Diagnostic,
    Findings,
    Fix,
    Rule,
    Span,
    on,
    regex,
)

_FENCE = regex(r"(?:\A|(?<=[\r\n]))\ufeff*+([-+;.])\ufeff*+\1\ufeff*+\1")
_OPENS = regex(r"\ufeff{2}(?:-{3}|\+{3})[ \t]*[\r\n]")
_LONGEST = 10
_LONGEST_KEY = 100
_DEEPEST = 100
"""Characters of a line that are looked at before a mark: quotes in quotes."""


class ByteOrderMark(Rule):
    """The file has a byte order mark."""

    name = "text/byte-order-mark"
    severity = WARNING
    fixable = SAFE

    @on.text(regex("\ufeff"))
    def check(self, mark: re.Match[str], article: Article) -> Findings:
        if mark.start() == 1 and article.text[0] == "\ufeff" and _OPENS.match(article.text):
            yield self._hiding(mark)
            return
        message = "An invisible byte order mark is inside the text"
        if mark.start() == 0:
            message = "The file begins with a byte order mark"
            generator = article.site.generator
            if generator.skips_byte_order_mark:
                return
            if article.front_matter is None and not generator.knows_opening_fence:
                return  # it hides nothing from those who show it
        elif mark.start() > article.body.start and not _hides_mark(article.text, mark.start()):
            return
        fix: Fix | None = Fix.safe("Delete the byte order mark", (Span(*mark.span()), ""))
        if mark.start() > 0 and _stands_in_fence(article.text, mark.start()):
            fix = None  # without the mark the line would end the front matter
        elif _ends_front_matter(article, mark.start()):
            fix = None  # without the mark the line would be part of it
        yield self.diagnostic(Span(*mark.span()), message, fix=fix)

    def _hiding(self, mark: re.Match[str]) -> Diagnostic:
        """Return what is said of a second mark: generators skip one."""
        span = Span(*mark.span())
        return self.diagnostic(
            span,
            "A second byte order mark hides the front matter, which readers see as text",
            severity=ERROR,
            fix=Fix.unsafe("Delete the byte order mark", (span, "")),
        )


def _hides_mark(text: str, at: int) -> bool:
    """Tell whether it is in the way of what Markdown looks for at the beginning of a line."""
    before = text[max(0, at - _DEEPEST) : at]
    start = 1 + max(before.rfind(each) for each in "\r\n")
    if (not start and at > _DEEPEST) or before[start:].strip("\ufeff \t>"):
        return False
    return _MARK.match(text, at) is not None


_MARK = regex(r"\ufeff++[ \t]{0,3}(?:[#>|<+*-]|`{3}|~{3}|\d{1,9}[.)]|\[[^\]\n]{1,99}\]:)")


def _stands_in_fence(text: str, at: int) -> bool:
    """Tell whether the line would be a fence without its marks."""
    near = max(0, at - _LONGEST)
    newline = max(text.rfind(each, near, at) for each in "\r\n")
    return (newline >= 0 or near == 0) and _FENCE.match(text, newline + 1) is not None


def _ends_front_matter(article: Article, at: int) -> bool:
    """Tell whether the mark stands in the line at which front matter that has no end ends."""
    if article.front_matter is None or article.front_matter.closing is not None:
        return False
    start = article.body.start
    before = article.text[start : min(at, start + _LONGEST_KEY)]
    return start <= at < start + _LONGEST_KEY and not set(before) & set("\r\n")
