"""Tables: lines with a ``|`` between two blank lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from articlelint.markdown.kramdown.html import end_of, tag_name
from articlelint.markdown.kramdown.model import Block
from articlelint.markdown.kramdown.patterns import BLOCK_ELEMENTS, SPACE, TAG, VOID_ELEMENTS
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint.markdown.kramdown.scope import Scope

_PIPE: Final = r"(?>\||.*?[^\\\n]\|)"
_START: Final = regex(rf" {{0,3}}(?=\S){_PIPE}.*+\n", re.ASCII)
_LINE: Final = regex(rf"{_PIPE}.*+\n")
_SEPARATOR: Final = regex(r"([+|: \t]*+-(?:[+|:-]|[ \t]++(?!\n))*+)[ \t]*+\n")
_FOOT: Final = regex(r"[+|: \t]*+=[+|: \t=]*+\n")
_ALIGNMENT: Final = regex(r"[ \t]?(:?)-+(:?)[ \t]?")
_CODE_ELEMENT: Final = regex(r"<code.*?>.*?</code>")
_OPAQUE: Final = regex(r"(?<!\\)\||`+|\\\|")
_NAMES: Final = {("", ""): "None", (":", ""): "Left", ("", ":"): "Right", (":", ":"): "Center"}
_OPAQUE_START: Final = regex(r"`|<(?=[^\W\d])")
_PIPE_CHECK: Final = regex(_PIPE)
_LEADING: Final = regex(r"\s*\|", re.ASCII)


def read_table(scope: Scope) -> bool:
    """Read a table; False where the lines are none, however many pipes they have."""
    text = scope.source.text
    end = text.find("\n", scope.at)
    if text.find("|", scope.at, end) < 0 or not scope.is_at_boundary:
        return False
    if scope.fails("table", scope.at) or _START.match(text, scope.at) is None:
        return False
    table = Block("table", scope.source, scope.at, scope.at)
    at = _rows(table)
    if not scope.is_boundary(at) or not _has_pipes(text, scope.at, at):
        return False
    sections = table.children
    if not any(each.kind == "body" for each in sections):
        return False
    columns = max(len(row.children) for each in sections for row in each.children)
    alignment = table.data[:columns] if table.data else []
    table.data = (*alignment, *["None"] * (columns - len(alignment)))
    for section in sections:
        for row in section.children:
            missing = columns - len(row.children)
            row.children += [Block("cell", row.source, row.end, row.end) for _ in range(missing)]
    table.attributes, scope.attributes = scope.attributes, None
    table.end = scope.at = at
    scope.children.append(table)
    return True


def _rows(table: Block) -> int:
    """Read lines into sections of rows; return where they end."""
    source = table.source
    text = source.text
    at = table.start
    table.data = []
    rows: list[Block] = []
    leading = _LEADING.match(text, at) is not None
    has_foot = False
    match = _SEPARATOR.match(text, at)
    if match is not None:
        at = match.end()

    def gather(kind: str, *, force: bool = False) -> None:
        nonlocal rows
        if rows or force:
            section = Block(kind, source, rows[0].start if rows else at, at)
            section.children, rows = rows, []
            table.children.append(section)

    size = len(text)
    while at < size and _LINE.match(text, at):
        if (match := _SEPARATOR.match(text, at)) is not None:
            if rows and not table.data and not has_foot:
                gather("head")
                table.data = [_NAMES[left, right] for left, right in _ALIGNMENT.findall(match[1])]
            elif rows and not has_foot:
                gather("body")
        elif (match := _FOOT.match(text, at)) is not None:
            gather("body")
            has_foot = True
        else:
            finish = text.index("\n", at)
            rows.append(_row(table, at, finish, leading))
            at = finish + 1
            continue
        at = match.end()
    gather("foot" if has_foot else "body")
    return at


def _row(table: Block, start: int, end: int, leading: bool) -> Block:  # noqa: FBT001 - a fact
    """Split a line at its pipes; one in code, or behind a backslash, is none."""
    source = table.source
    text = source.text
    finish = end
    while finish > start and text[finish - 1] in " \t":
        finish -= 1
    row = Block("row", source, start, end + 1)
    cells = []
    begin = start
    for at in _pipes(text, start, finish):
        cells.append((begin, at))
        begin = at + 1
    cells.append((begin, finish))
    if leading and not text[slice(*cells[0])].strip(SPACE):
        del cells[0]
    if cells and not text[slice(*cells[-1])].strip(SPACE):
        del cells[-1]
    for first, last in cells:
        inner, outer = first, last
        while inner < outer and text[inner] in SPACE:
            inner += 1
        while outer > inner and text[outer - 1] in SPACE:
            outer -= 1
        row.children.append(Block("cell", source, first, last, inner, outer))
    return row


def _pipes(text: str, start: int, end: int) -> list[int]:
    """Return where the pipes stand that divide cells."""
    found: list[int] = []
    at = start
    last = text.rfind("</code>", start, end) + 7
    elements = [match.span() for match in _CODE_ELEMENT.finditer(text, start, last)]
    for begin, finish in [*elements, (end, end)]:
        _pipes_outside_code(text, at, begin, found)
        at = finish
    return found


def _pipes_outside_code(text: str, at: int, end: int, found: list[int]) -> None:
    start = at
    while (match := _OPAQUE.search(text, at, end)) is not None:
        at = match.end()
        if match[0] == "|":
            found.append(match.start())
        elif match[0][0] == "`":
            at = code_end(text, match.start(), end, start)


def code_end(text: str, at: int, end: int, start: int) -> int:
    """Return where the code span that begins *at* ends, or its marks where it is none."""
    begin = at
    while begin < end and text[begin] == "`":
        begin += 1
    marks = text[at:begin]
    if (
        len(marks) == 1
        and (at == start or text[at - 1] in SPACE)
        and text[begin : begin + 1] in {*SPACE}
    ):
        return begin
    finish = text.find(marks, begin, end)
    return begin if finish < 0 else finish + len(marks)


def _has_pipes(text: str, start: int, end: int) -> bool:
    """Tell whether each line has a pipe outside of code spans and elements."""
    if _OPAQUE_START.search(text, start, end) is None:
        return True
    has_pipe = False
    for kind, begin, finish in _chunks(text, start, end - 1):
        lines = text[begin:finish].rstrip("\n").split("\n")
        if kind == "code":
            if len(lines) > 2 or (len(lines) == 2 and not has_pipe):
                break
            has_pipe = has_pipe and len(lines) == 1
        else:
            if len(lines) > 1 and not has_pipe and _PIPE_CHECK.match(lines[0]) is None:
                break
            has_pipe = (has_pipe and len(lines) == 1) or _PIPE_CHECK.match(lines[-1]) is not None
    return has_pipe


def _chunks(text: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Yield the code spans and what stands between them and elements, in reading order."""
    begin = at = start
    while (match := _OPAQUE_START.search(text, at, end)) is not None:
        at = match.start()
        if match[0] == "`":
            finish = code_end(text, at, end, start)
            kind = "text" if text[at:finish].strip("`") == "" else "code"
        else:
            finish = _element_end(text, at, end)
            kind = "text" if finish == at + 1 else "element"
        if kind != "text":
            if begin < at:
                yield "text", begin, at
            if kind == "code":
                yield "code", at, finish
            begin = finish
        at = finish
    if begin < end:
        yield "text", begin, end


def _element_end(text: str, at: int, end: int) -> int:
    tag = TAG.match(text, at, end)
    if tag is None or tag_name(tag[1]) in BLOCK_ELEMENTS:
        return at + 1
    if tag[3] or tag_name(tag[1]) in VOID_ELEMENTS:
        return tag.end()
    closing = end_of(tag[1]).search(text, tag.end(), end)
    return closing.end() if closing else end
