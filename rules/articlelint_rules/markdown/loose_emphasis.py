from collections.abc import Iterator
from itertools import groupby

from articlelint import (
    FILLER,
    UNSAFE,
    WARNING,
    Article,
    Edit,
    Findings,
    Fix,
    Rule,
    Span,
    apply,
    regex,
)
from articlelint_rules.markdown._marks import Mark, is_in_code, joined, marks_in


class LooseEmphasis(Rule):
    """Emphasis is shown as text because there is a space inside its markers."""

    name = "markdown/loose-emphasis"
    severity = WARNING
    fixable = UNSAFE
    many_are_one = True

    def check(self, article: Article) -> Findings:
        text, offset = article.markdown.text, article.markdown.offset
        if "*" not in article.markdown.words or _MAY_BE_LOOSE.search(text) is None:
            return
        if not article.knows_constructs:
            return
        if article.front_matter is not None and not article.site.generator.knows_opening_fence:
            return  # of a generator that is not known, and old parsers read it
        places = [
            (
                Span(opening.start, closing.end).shift(offset),
                [Edit(span.shift(offset), new) for span, new in _edits(text, opening, closing)],
            )
            for opening, closing in _pairs(article)
            if _is_meant(text, opening, closing) and not is_in_code(text, opening)
        ]
        is_read = bool(places) and _are_read(article, [edits for _, edits in places])
        for span, edits in places:
            yield self.diagnostic(
                span,
                "This emphasis is shown as text: there is a space inside its `**`",
                fix=Fix.unsafe("Remove the spaces", *edits) if is_read else None,
                hint=None if is_read else "Put the space outside",
            )


def _are_read(article: Article, edits: list[list[Edit]]) -> bool:
    """Tell whether each of *edits* makes emphasis: all at once, as that reads the article anew."""
    fixed = article.with_text(apply(article.text, [edit for each in edits for edit in each]))
    before, after = (len(each.markdown.nodes("Strong")) for each in (article, fixed))
    return after - before >= len(edits)


def _pairs(article: Article) -> Iterator[tuple[Mark, Mark]]:
    """Yield two marks of a paragraph, one after another, that readers see."""
    text = article.markdown.text
    for _, of_block in groupby(article.view(marks_in), key=lambda mark: mark.block):
        strong = [
            mark
            for mark in joined(sorted(of_block, key=lambda mark: mark.start))
            if text[mark.start : mark.end] == "**"
        ]
        opening: Mark | None = None
        for mark in strong:
            if opening is None or not mark.is_shown:
                opening = mark if mark.is_shown else None
            else:
                yield opening, mark
                opening = None


def _is_meant(text: str, opening: Mark, closing: Mark) -> bool:
    """Tell whether what stands between two marks looks like emphasis with a space at an end."""
    inside = text[opening.end : closing.start]
    before, after = text[opening.start - 1 : opening.start], text[closing.end : closing.end + 1]
    if (
        _INSIDE.fullmatch(inside) is None
        or _OPERAND.match(inside)
        or FILLER in before + inside + after
    ):
        return False
    if _OUTSIDE.fullmatch(before) is None:
        return False
    if _OUTSIDE.fullmatch(after) is None and _ENDS_A_PHRASE.search(inside[-5:]) is None:
        return False  # where two such marks begin names: **first and **second
    starts, ends = inside[0] in " \t", inside[-1] in " \t"
    if not (starts or ends):
        return False
    # Of a single word it may be a power: a ** b ** c.
    return not (starts and ends) or len(_WORD.findall(inside)) > 1 or not inside.isascii()


def _edits(text: str, opening: Mark, closing: Mark) -> Iterator[tuple[Span, str]]:
    """Yield what puts the spaces outside, or removes them where there is one already."""
    inside = text[opening.end : closing.start]
    first = opening.end + len(inside) - len(inside.lstrip())
    last = opening.end + len(inside.rstrip())
    if first > opening.end:
        if text[opening.start - 1 : opening.start].isalnum():
            yield Span.at(opening.start), " "
        yield Span(opening.end, first), ""
    if last < closing.start:
        yield Span(last, closing.start), ""
        if text[closing.end : closing.end + 1].isalnum():
            yield Span.at(closing.end), " "


_CJK = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff"
_MAY_BE_LOOSE = regex(
    r"\*\*(?:(?<![\w.!?)。！？）”*`]\*\*)[ \t]"
    rf"|(?<=[ \t]\*\*)(?:[\s.,:;!?)\]，。、；：！？）」』】》{_CJK}]|\Z|(?<=[.:!?][ \t]\*\*)\w))"
)
"""What is most often before a mark that begins with a space, or ends behind one.

What begins with the mark itself is found fast."""
_INSIDE = regex(r"(?=[^\r\n]*[^\W\d_]{2}|[^\r\n]*[\u3040-\uffff])[^\r\n=+^<>{}|/\\]{2,300}")
_OPERAND = regex(r"[ \t]*[,;)\]]|[^*\n]*\*")
"""What comes behind a pointer, `char **, int`, and a pattern with other asterisks."""
_OUTSIDE = regex(rf"|[\s.,:;!?()\[\]\"'“”‘’—–，。、；：！？（）「」『』【】《》{_CJK}-]")
_ENDS_A_PHRASE = regex(r"[.:!?]\s+\Z")
_WORD = regex(r"[^\W\d_]\w*+")
