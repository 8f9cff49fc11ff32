"""Lists, and what belongs to an item."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from articlelint.markdown.kramdown.attributes import read_attributes
from articlelint.markdown.kramdown.model import AttributeList, Block
from articlelint.markdown.kramdown.patterns import (
    BLANK,
    BULLET,
    END_OF_BLOCK,
    ITEM_IAL,
    LIST,
    NO_LAZY_LINE,
    NUMBER,
    RULE,
    SPACE,
)
from articlelint.named_tuple import NamedTuple
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from articlelint.markdown.kramdown.scope import Scope

_BLANKS: Final = " \t"
TAB: Final = 4
_TASK: Final = regex(r"\s*\[([ xX])\]\s+", re.ASCII)
_MARKS: Final = {"bullet": "[+*-]", "number": r"[0-9]+\.", "definition": ":"}

Lines = list[tuple[str, int]]
"""The lines of an item, each with the offset of its first character that is no blank."""


class Margin(NamedTuple):
    """What belongs to an item whose text is indented so far."""

    indentation: int
    content: re.Pattern[str]
    lazy: re.Pattern[str]


@lru_cache(maxsize=64)
def margin_of(indentation: int) -> Margin:
    """Return what lines belong to an item whose text is indented by *indentation*."""
    whole, rest = divmod(indentation, TAB)
    content = rf"(?:(?:\t| {{4}}){{{whole}}} {{{rest}}}|(?:\t| {{4}}){{{whole + 1}}}).*\S.*\n"
    lazy = rf"(?! {{0,{min(indentation, 3)}}}{NO_LAZY_LINE}).*\S.*\n"
    return Margin(indentation, regex(content, re.ASCII), regex(lazy, re.ASCII))


@lru_cache(maxsize=64)
def next_start(kind: str, indentation: int) -> re.Pattern[str]:
    """Return what begins the next item of a list, whose mark may stand no deeper."""
    spaces = min(max(indentation, 1), TAB) - 1
    return regex(rf"( {{0,{spaces}}}{_MARKS[kind]})([\t| ].*?\n)")


def first_line(match: re.Match[str]) -> tuple[int, str, int, AttributeList | None]:
    """Return the indentation of an item, its first line, where that begins, its attributes."""
    column, content = len(match[1]), match[2]
    attributes = None
    listed = ITEM_IAL.match(content)
    if not content.strip(SPACE) or (listed and listed.end() == len(content)):
        indentation = TAB
    else:
        width = column
        for character in content:
            if character == "\t":
                width += TAB - width % TAB
            elif character == " ":
                width += 1
            else:
                break
        indentation = width
    start = match.start(2)
    if listed:
        attributes = AttributeList()
        read_attributes(listed[1], attributes)
        content = content[listed.end() :]
        start += listed.end()
    stripped = content.lstrip(SPACE)
    return indentation, stripped, start + len(content) - len(stripped), attributes


def inner_line(match: re.Match[str], indentation: int) -> tuple[str, int, bool]:
    """Return a line of an item without its indentation, its place, and whether it had one."""
    line = match[0]
    tabs = len(line) - len(line.lstrip("\t"))
    at = match.end() - len(line.lstrip(_BLANKS))
    if tabs:
        line = " " * (TAB * tabs) + line[tabs:]
    if line.startswith(" " * indentation):
        return line[indentation:], at, True
    return line, at, False


def blank_lines(text: str, start: int, end: int) -> Lines:
    """Return ``text[start:end]`` line by line."""
    lines = []
    while start < end:
        finish = text.index("\n", start) + 1
        lines.append((text[start:finish], finish - 1))
        start = finish
    return lines


def read_list(scope: Scope) -> bool:
    """Read a list of one kind of marks, with what belongs to its items."""
    text = scope.source.text
    first = BULLET.match(text, scope.at)
    kind = "bullet" if first else "number"
    start = first or NUMBER.match(text, scope.at)
    if start is None:
        return False
    begin = scope.at
    found = Block("list", scope.source, begin, begin)
    found.attributes, scope.attributes = scope.attributes, None
    found.data = None if kind == "bullet" else 1  # whatever the first number is
    parts, ended = _items(scope, found, kind, start)
    scope.children.append(found)
    last = None
    for item, sources in zip(found.children, parts, strict=True):
        for lines in sources:
            if lines:
                scope.read(scope.source.nested(lines), item.children)
        if item.children:
            _tighten(found, item, ended)
            last = item.children.pop() if item.children[-1].kind == "blank" else None
    if last is not None and not ended:
        scope.children.append(last)
    if scope.text.options.gfm:
        _find_tasks(found)
    return True


def _items(
    scope: Scope, found: Block, kind: str, start: re.Match[str] | None
) -> tuple[list[list[Lines]], bool]:
    """Add the items to *found*; return the lines of each, and whether ``^`` ends the list.

    The lines of an item with a list in it are two parts.
    """
    text = scope.source.text
    size = len(text)
    at = scope.at
    pattern = BULLET if kind == "bullet" else NUMBER
    parts: list[list[Lines]] = []
    margin = margin_of(TAB)
    nested = blank = ended = False
    item = found
    while at < size:
        if blank and RULE.match(text, at):
            break
        if (end := END_OF_BLOCK.match(text, at)) is not None:
            ended = True
            at = end.end()
            break
        match = start or pattern.match(text, at)
        start = None
        if match is not None:
            indentation, line, place, attributes = first_line(match)
            margin = margin_of(indentation)
            item = Block("item", scope.source, at, match.end())
            item.attributes = attributes
            found.children.append(item)
            pattern = next_start(kind, indentation)
            nested = LIST.match(line) is not None
            blank = False
            parts.append([[(line, place)] if line else []])
        elif (match := margin.content.match(text, at)) is not None or (
            not blank and (match := margin.lazy.match(text, at)) is not None
        ):
            line, place, indented = inner_line(match, margin.indentation)
            if LIST.match(line) is not None:
                if not nested and indented:
                    parts[-1].append([])
                    nested = True
                elif nested and not indented:
                    line = " " * (margin.indentation + TAB) + line
            parts[-1][-1].append((line, place))
            blank = False
        elif (match := BLANK.match(text, at)) is not None:
            nested = blank = True
            parts[-1][-1] += blank_lines(text, at, match.end())
        else:
            break
        at = match.end()
        item.end = at
    found.end = at
    scope.at = at
    return parts, ended


def _tighten(found: Block, item: Block, ended: bool) -> None:  # noqa: FBT001 - a fact
    """Take away the paragraph of an item that is only a line of text."""
    children = item.children
    first = children[0]
    if first.kind != "paragraph":
        return
    if len(children) > 1 and children[1].kind == "end" and first.attributes is not None:
        del children[1]
    items = found.children
    is_last = item is items[-1]
    close = len(children) < 2 or children[1].kind != "blank"
    alone = is_last and len(children) == 2 and not ended
    if (close or alone) and (
        not is_last
        or len(items) == 1
        or any(
            not each.children or each.children[0].kind != "paragraph" or each.children[0].tight
            for each in items[:-1]
        )
    ):
        first.tight = True


def _find_tasks(found: Block) -> None:
    for item in found.children:
        first = item.children[0] if item.children else None
        if first is None or first.kind != "paragraph":
            continue
        match = _TASK.match(first.source.text, first.begin, first.finish)
        if match is not None:
            first.data = (match[1] != " ", match.start(1) - 1, match.end(1) + 1)
            first.begin = match.end()
