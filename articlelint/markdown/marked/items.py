"""marked's list items: every line of one may begin a block (``Lexer.ts``, ``blockTokens``)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.markdown.events import END, LEAF, START
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint.markdown.events import Event
    from articlelint.markdown.twin import Change

_CONTAINERS: Final = frozenset({"Item", "BlockQuote"})
_BLOCKS: Final = frozenset({"Item", "Paragraph", "Heading", "TableCell"})
_TAG: Final = regex(r"<(?P<end>/)?(?P<name>[A-Za-z](?P<more>[A-Za-z0-9-])?)")
_END_TAG: Final = regex(r"\n[ \t]*+</")
_REST: Final = regex(r"[ \t]*(?:[\r\n]|\Z)")
_LONE: Final = regex(r"([-*+]|\d{1,9}[.)])[ \t](?=[\r\n]|\Z)")
_DIGITS: Final = regex(r"[ \t]*(\d{1,9})")
_NUMBER: Final = regex(r"\n[ \t]*(\d{1,9})[.)][ \t]")


def blocks_in_items(events: list[Event], text: str) -> list[Change]:
    """Return what makes blocks of tags, and lists of numbers, that begin a line of an item."""
    found: list[Change] = []
    columns: list[int] = []  # where the content of each open container begins in its line
    begins = ends_list = False
    for role, kind, data, start, end in events:
        if begins:
            columns[-1] = start - _line_start(text, start)
            begins = False
        if kind in _CONTAINERS:
            if role == START:
                columns.append(0)
                begins = True
            else:
                columns.pop()
        elif kind == "HtmlBlock" and role == START and ends_list:
            found += _part_of_the_list(start, text)
        elif kind == "InlineHtml" and columns:
            found += _block(data, start, end, columns[-1], text)
        elif kind == "SoftBreak" and columns:
            found += _list(start, text)
        ends_list = role == END and kind == "List"
    return found


def _block(tag: str, start: int, end: int, column: int, text: str) -> Iterator[Change]:
    """Yield what makes a block of *tag*, alone in its line, in an item that begins at *column*."""
    line = _line_start(text, start)
    name = _TAG.match(tag)
    if name is None or text[line:start].strip(" ") or not _REST.match(text, end):
        return
    if not name["end"] or start - line >= column:
        # ``<p`` begins a block wherever it stands.
        yield start + name.start("name"), "p " if name["more"] else "p"


def _part_of_the_list(start: int, text: str) -> Iterator[Change]:
    """Yield what makes a part of the list before of an end tag that follows a line of its text."""
    tag = _TAG.match(text, start)
    if tag is not None and tag["end"] and _follows_text(text, start):
        yield start + 2, "x"


def _list(line_ending: int, text: str) -> Iterator[Change]:
    """Yield what makes a list of a number that begins a line: 1 does so in a paragraph, too."""
    number = _NUMBER.match(text, line_ending if text[line_ending] == "\n" else line_ending + 1)
    if number is not None:
        yield number.start(1), "0" * (len(number[1]) - 1) + "1"


def lone_marks(events: list[Event], text: str) -> list[Change]:
    """Return what makes text of marks with one blank and nothing else behind them."""
    return [
        (start, "x" * len(lone[1]))
        for index, (role, kind, _, start, _) in enumerate(events)
        if role == START
        and kind == "Item"
        and (lone := _LONE.match(text, start)) is not None
        and (events[index - 1][:2] == (START, "List") or text[:start].rstrip(" ").endswith("\n\n"))
    ]


def unbroken_ends(events: list[Event], text: str) -> list[Event]:
    """Return *events* without breaks beside end tags that have a line of an item to themselves.

    Of an item that is no paragraph, that is.
    """
    if _END_TAG.search(f"\n{text}") is None:
        return events
    found: list[Event] = []
    blocks: list[str] = []
    for index, event in enumerate(events):
        role, kind, _, start, end = event
        if role == START and kind in _BLOCKS:
            blocks.append(kind)
        elif role == END and kind in _BLOCKS:
            blocks.pop()
        elif (
            kind == "SoftBreak"
            and blocks[-1:] == ["Item"]
            and (_is_end(events[index - 1], text) or _is_end(events[index + 1], text))
        ):
            found.append((LEAF, "Markup", "\n", start, end))
            continue
        found.append(event)
    return found


def _is_end(event: Event, text: str) -> bool:
    _, kind, data, start, end = event
    if kind != "InlineHtml" or not data.startswith("</"):
        return False
    line = _line_start(text, start)
    return not text[line:start].strip() and _REST.match(text, end) is not None


def numbered(events: list[Event], text: str) -> list[Event]:
    """Return *events* with the numbers that lists really begin with."""
    for index, (role, kind, data, start, end) in enumerate(events):
        if kind == "List" and role == START and data == 1:
            match = _DIGITS.match(text, start)
            if match is not None:
                events[index] = (role, kind, int(match[1]), start, end)
    return events


def _follows_text(text: str, at: int) -> bool:
    end = _line_start(text, at) - 1
    return end > 0 and bool(text[_line_start(text, end) : end].strip())


def _line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1
