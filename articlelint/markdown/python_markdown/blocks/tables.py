"""Tables: ``markdown/extensions/tables.py``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.text.regex import regex

if TYPE_CHECKING:
    from articlelint.markdown.python_markdown.blocks.parser import BlockParser
    from articlelint.markdown.python_markdown.element import Element
    from articlelint.markdown.python_markdown.mapped import Mapped

_TICKS_AND_PIPES: Final = regex(r"(\\\\)|(\\`+)|(`+)|(\\\|)|(\|)")
_END_BORDER: Final = regex(r"(?<!\\)(?:\\\\)*\|\Z")
_SEPARATING: Final = frozenset("|:- ")

Cells = list[tuple[int, int]]
"""Where each cell of a row begins and ends in its block."""


def table(parser: BlockParser, parent: Element, blocks: list[Mapped]) -> bool:
    """Take a block whose second line separates a head from rows."""
    block = blocks[-1]
    text = block.text
    first = text.find("\n")
    if first < 0 or "|" not in text:
        return False
    lines = [(start, start + len(line)) for start, line in block.lines()]
    header = text[:first].strip(" ")
    border = header.startswith("|") or _END_BORDER.search(header) is not None
    head = _cells(text, *lines[0], border=border)
    if len(head) == 1 and not (border and all(_has_border(text[a:b]) for a, b in lines[1:])):
        return False
    separators = _cells(text, *lines[1], border=border)
    marks = [text[start:end] for start, end in separators]
    if len(marks) != len(head) or not set("".join(marks)) <= _SEPARATING:
        return False
    blocks.pop()
    found = parent.add("table", block.at(0), block.end(len(text)))
    found.data = [_alignment(mark.strip(" ")) for mark in marks]
    _row(block, found.add("thead", block.at(0), block.end(first)), "th", head, lines[0])
    body = found.add("tbody", block.end(lines[1][1]), block.end(len(text)))
    for line in lines[2:]:
        _row(block, body, "td", _cells(text, *line, border=border)[: len(head)], line, len(head))
    if len(lines) == 2:
        _row(block, body, "td", [], (len(text), len(text)), len(head))
    return True


def _has_border(line: str) -> bool:
    line = line.strip(" ")
    return line.startswith("|") or _END_BORDER.search(line) is not None


def _alignment(mark: str) -> str:
    if mark.startswith(":"):
        return "Center" if mark.endswith(":") else "Left"
    return "Right" if mark.endswith(":") else "None"


def _row(
    block: Mapped, parent: Element, tag: str, cells: Cells, line: tuple[int, int], count: int = 0
) -> None:
    row = parent.add("tr", block.at(line[0]), block.end(line[1]))
    for start, end in cells:
        content = block.slice(start, end)
        inner = content.without_leading(" ").without_trailing(" ")
        cell = row.add(tag, content.starts[0], content.end(len(content.text)))
        cell.text = inner
    for _ in range(count - len(cells)):
        row.add(tag, row.end, row.end)


def _cells(text: str, start: int, end: int, *, border: bool) -> Cells:
    """Return the cells of the row that is ``text[start:end]``."""
    row = text[start:end]
    start += len(row) - len(row.lstrip(" "))
    row = row.strip(" ")
    if border:
        if row.startswith("|"):
            row = row[1:]
            start += 1
        closing = _END_BORDER.search(row)
        if closing is not None:
            row = row[: closing.start()]
    if "|" not in row:
        return [(start, start + len(row))]
    found = []
    at = 0
    for pipe in _pipes(row):
        found.append((start + at, start + pipe))
        at = pipe + 1
    found.append((start + at, start + len(row)))
    return found


def _pipes(row: str) -> list[int]:
    """Return where the pipes between cells are: not escaped, and not in code."""
    if "`" not in row and "\\" not in row:
        return [at for at, character in enumerate(row) if character == "|"]
    pipes = []
    ticks: list[tuple[int, int, int, int]] = []  # length, as an opening, first, last
    for match in _TICKS_AND_PIPES.finditer(row):
        start, end = match.span()
        if match[2]:
            ticks.append((end - start - 1, end - start - 2, start, end - 1))
        elif match[3]:
            ticks.append((end - start, end - start, start, end - 1))
        elif match[5]:
            pipes.append(start)
    code = iter(_code(ticks))
    first, last = next(code, (len(row), len(row)))
    found = []
    for pipe in pipes:
        while pipe > last:
            first, last = next(code, (len(row), len(row)))
        if pipe < first:
            found.append(pipe)
    return found


def _code(ticks: list[tuple[int, int, int, int]]) -> list[tuple[int, int]]:
    """Return the stretches of code between backticks."""
    found = []
    at = 0
    while at < len(ticks):
        size = ticks[at][1]
        closing = next((n for n in range(at + 1, len(ticks)) if ticks[n][0] == size), None)
        if size and closing is not None:
            found.append((ticks[at][2], ticks[closing][3]))
            at = closing + 1
        else:
            at += 1
    return found
