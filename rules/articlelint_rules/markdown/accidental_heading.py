import re
from bisect import bisect_left
from collections.abc import Sequence

from articlelint import WARNING, Article, Findings, Node, Rule, Span, on, regex

_UNDERLINE = regex(r"^[ \t>]*(?P<mark>=+|-+)[ \t]*\Z", re.MULTILINE)
_BOX = regex("[\u2500-\u257f]{3}")
_PART_OF_FORMULA = regex(r"\$\$|\\(?:begin|end)\{")
_METADATA = regex(r"[\w-]+:(?:\s|\Z)")
_BOX_END = regex(r"[ \t>]*:{3,}[ \t]*")
_FORMULA = regex(r"^[ \t>]*\$\$[ \t]*$", re.MULTILINE)
_OTHER = regex(r"[-*+][ \t]|>")


class AccidentalHeading(Rule):
    """An underline turns more than a title into a heading."""

    name = "markdown/accidental-heading"
    severity = WARNING

    @on.markdown("Heading")
    def check(self, heading: Node, article: Article) -> Findings:
        if article.text.startswith("#", heading.span.start) or not article.knows_constructs:
            return
        source = heading.span.of(article.text).rstrip()
        mark = _UNDERLINE.search(source)
        if mark is None or mark.start() == 0:
            return
        lines = source[: mark.start()].splitlines()
        if any(_BOX.search(line) for line in lines):
            return  # the output of a program, pasted
        if _BOX_END.fullmatch(lines[-1]):
            return  # a directive ends there, and the line below it is a rule
        if article.dialect.may_have_mathematics and (
            any(map(_PART_OF_FORMULA.search, lines)) or _in_formula(article, heading.span.start)
        ):
            return
        other = _OTHER.match(lines[0])
        if other is not None:
            what = "a quotation" if other[0] == ">" else "a list item"
        elif _is_paragraph(lines, mark["mark"]):
            what = f"a paragraph of {len(lines)} lines"
        else:
            return
        start = heading.span.start + mark.start("mark")
        yield self.diagnostic(
            Span(start, start + len(mark["mark"])),
            f"This underline turns {what} into a heading",
            hint="Put a blank line before it, or before the line that is the heading",
            cause="article",
        )


def _in_formula(article: Article, start: int) -> bool:
    """Tell whether the line at *start* opens a formula, or an odd number before it does."""
    end = article.text.find("\n", start)
    return bisect_left(article.view(_formula_marks), end) % 2 == 1


def _formula_marks(article: Article) -> list[int]:
    return [match.start() for match in _FORMULA.finditer(article.text)]


def _is_paragraph(lines: Sequence[str], mark: str) -> bool:
    """Tell whether the lines are no title that is broken in two, nor front matter unread."""
    if len(lines) < _MANY_LINES and (mark[0] == "=" or len(mark) > _LONGEST_RULE):
        return len(lines) > 1 and sum(map(len, lines)) > _LONGEST_TITLE
    return len(lines) > 1 and not all(_METADATA.match(line) for line in lines)


_MANY_LINES = 3
_LONGEST_RULE = 5
"""Characters; authors underline a title with as many as it has, and write a rule with few."""
_LONGEST_TITLE = 200
