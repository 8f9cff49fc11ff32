"""Content that is to be read otherwise than as blocks, as the author wrote it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.markdown.python_markdown.element import Fence, Raw
from articlelint.markdown.python_markdown.mapped import Mapped, joined
from articlelint.markdown.python_markdown.md_in_html import Island
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from articlelint.markdown.python_markdown.blocks.parser import BlockParser

_MARK: Final = regex(r"([> ]*)\x02([0-9]+)\x03")


def restored(parser: BlockParser, block: Mapped, *, everything: bool = False) -> Mapped:
    """Return *block* with the fences back in it that were taken out, or *everything* that was."""
    if "\x02" not in block.text:
        return block
    lines: list[Mapped] = []
    for start, line in block.lines():
        match = _MARK.fullmatch(line)
        taken = parser.stash[int(match[2])] if match is not None else None
        if isinstance(taken, Fence) and match is not None:
            lines.append(_without_prefix(taken.lines, taken.prefix - len(match[1])))
            parser.restored.append(lines[-1].text)
        elif everything and isinstance(taken, Raw):
            lines.append(taken.content)
        elif everything and isinstance(taken, Island):
            lines.append(joined([taken.start, taken.content, taken.end or Mapped.of("")]))
        else:
            lines.append(block.slice(start, start + len(line)))
    return joined(lines, "\n")


def _without_prefix(lines: Mapped, size: int) -> Mapped:
    """Return *lines* without the first *size* characters of each."""
    if size <= 0:
        return lines
    return lines.pick(
        [(min(start + size, start + len(line)), start + len(line)) for start, line in lines.lines()]
    )


def dedented(text: Mapped, tab: int) -> Mapped:
    """Return *text* without the indentation that all its lines have, a tab at most."""
    lines = list(text.lines())
    indents = [len(line) - len(line.lstrip(" ")) for _, line in lines if line.strip(" ")]
    least = min([tab, *indents])
    ranges = [
        (start + (least if line.strip(" ") else len(line)), start + len(line))
        for start, line in lines
    ]
    return text.pick(ranges)
