"""A framed excerpt per finding, with the words in question marked, for people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from articlelint.language import said
from articlelint.report.places import Detail
from articlelint.reporters.style import folded, harmless, spread, visible, width
from articlelint.reporters.words import fix_title

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from articlelint.report.finding import Finding
    from articlelint.report.places import Excerpt
    from articlelint.report.report import FileReport, Report
    from articlelint.reporters.style import Style

DETAILS = Detail.EXCERPTS

_CUT = "…"
_LEAST_WIDTH = 30


def render(report: Report, style: Style) -> Iterator[str]:
    """Yield the frames, an empty line after each; files with an error come first."""
    for file, finding in report.errors_first().findings:
        yield from _frame(file, finding, style)
        yield ""


@dataclass(frozen=True, slots=True)
class _Mark:
    """An excerpt, the sign to put under its words, and what to say there."""

    excerpt: Excerpt
    sign: str
    look: str
    words: str = ""


def _frame(file: FileReport, finding: Finding, style: Style) -> Iterator[str]:
    item, start = finding.diagnostic, finding.place.start
    name = f"{said(item.severity)}[{item.rule}]"
    lines = _sentence(said(item.message), style, 4, width(name) + 2)
    yield f"{style.paint(name, item.severity)}: {style.paint(next(lines), 'bold')}"
    yield from (f"    {style.paint(line, 'bold')}" for line in lines)
    marks = sorted(_marks(finding), key=lambda mark: mark.excerpt.number)
    gutter = len(str(max((mark.excerpt.number for mark in marks), default=start.line)))
    bar = style.paint(f"{' ' * gutter} |", "frame")
    place = f"{visible(str(file.path))}:{start.line}:{start.column}"
    yield f"{' ' * gutter}{style.paint('-->', 'frame')} {place}"
    if marks:
        yield bar
        yield from _excerpts(marks, gutter, bar, style)
        if item.hint or item.fix:
            yield bar
    if item.hint:
        yield from _note(said("hint"), said(item.hint), gutter, style)
    if item.fix:
        yield from _note(said("fix"), fix_title(item.fix), gutter, style)
    if not marks:
        note = style.paint(f"{' ' * gutter} =", "frame")
        for related, where in zip(item.related, finding.related, strict=True):
            yield f"{note} {said(f'line {where.start.line}')}: {visible(said(related.message))}"


def _note(label: str, text: str, gutter: int, style: Style) -> Iterator[str]:
    indent = gutter + width(f" = {label}: ")
    lines = _sentence(text, style, indent, indent)
    sign = style.paint(f"{' ' * gutter} =", "frame")
    yield f"{sign} {style.paint(label, 'bold')}: {next(lines)}"
    yield from (f"{' ' * indent}{line}" for line in lines)


def _sentence(text: str, style: Style, indent: int, first: int) -> Iterator[str]:
    """Yield *text* in lines to be indented by *indent* cells, the first one by *first*."""
    if style.is_terminal:
        room = max(style.width - indent, _LEAST_WIDTH)
        yield from folded(visible(text), room, style.width - first)
    else:
        yield visible(text)


def _marks(finding: Finding) -> Iterator[_Mark]:
    look = finding.diagnostic.severity
    for excerpt in finding.place.excerpts:
        yield _Mark(excerpt, "^", look)
    for related, place in zip(finding.diagnostic.related, finding.related, strict=True):
        for index, excerpt in enumerate(place.excerpts):
            words = "" if index else visible(said(related.message))
            yield _Mark(excerpt, "-", "frame", words)


def _excerpts(marks: Iterable[_Mark], gutter: int, bar: str, style: Style) -> Iterator[str]:
    room = max(style.width - gutter - 3, _LEAST_WIDTH)
    before: int | None = None
    last = ""
    for mark in marks:
        number = mark.excerpt.number
        if before is not None and number > before + 1:
            yield style.paint("." * max(gutter, 3), "frame")
        text, indent, length = _window(mark.excerpt, room)
        if number != before or text != last:
            label = style.paint(f"{number:>{gutter}} |", "frame")
            yield f"{label} {text}".rstrip()
        signs, words = mark.sign * length, mark.words
        is_below = style.is_terminal and bool(words) and indent + length + 1 + width(words) > room
        if words and not is_below:
            signs += f" {words}"
        yield f"{bar} {' ' * indent}{style.paint(signs, mark.look)}"
        if is_below:
            start = max(min(indent, room - width(words)), 0)
            yield f"{bar} {' ' * start}{style.paint(words, mark.look)}"
        before, last = number, text


def _window(excerpt: Excerpt, room: int) -> tuple[str, int, int]:
    """Return what fits of the line, and where, in cells, the marked words start and how long.

    The words stay in view: a third of the room is left to what stands before them.
    """
    parts = spread(excerpt.text)
    start, end = excerpt.marked
    first = start
    cut_before = excerpt.cut_before > 0
    taken = sum(cells for _, cells in parts)
    if cut_before or taken + excerpt.cut_after > room:
        kept = 0
        marked = sum(cells for _, cells in parts[start:end])
        before = max(room // 3, room - marked - room // 3)
        while first and kept + parts[first - 1][1] <= before - 1:
            first -= 1
            kept += parts[first][1]
    else:
        first = 0
    cut_before = cut_before or first > 0
    left = room - cut_before
    last, used = first, 0
    while last < len(parts) and used + parts[last][1] <= left:
        used += parts[last][1]
        last += 1
    cut_after = excerpt.cut_after or last < len(parts)
    while cut_after and last > first and used + 1 > left:
        last -= 1
        used -= parts[last][1]
    text = _CUT * cut_before + "".join(sign for sign, _ in parts[first:last]) + _CUT * cut_after
    indent = cut_before + sum(cells for _, cells in parts[first:start])
    length = sum(cells for _, cells in parts[start : min(end, last)])
    return harmless(text), indent, max(length, 1)
