"""The text of blocks as events: constructs in it, and what stands between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.markdown.events import END, LEAF, START
from articlelint.markdown.python_markdown.attribute_lists import take_after, written
from articlelint.markdown.python_markdown.inline.links import decoded
from articlelint.markdown.python_markdown.inline.nodes import Inline, Run
from articlelint.markdown.python_markdown.refining import refined
from articlelint.markdown.python_markdown.stash import MARK
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from articlelint.markdown.python_markdown.mapped import Mapped
    from articlelint.markdown.python_markdown.writer import Writer

_PART: Final = regex(r"[ ]*\n[ ]*|\x02([0-9]*)\x03*")
_BRACKET: Final = regex(r"!?\[")
_LEAVES: Final = {
    "Code": "Code",
    "FootnoteReference": "FootnoteReference",
    "HardBreak": "HardBreak",
    "InlineMath": "InlineMath",
    "Made": "Text",
}
"""What has nothing in it, as pyromark names it."""


def write(writer: Writer, part: Inline | Run) -> None:
    """Write a part of the text of a block."""
    if isinstance(part, Inline):
        _write_inline(writer, part)
    elif writer.refines and not part.is_final:
        for each in refined(writer.context, part):
            if isinstance(each, Run):
                _write_run(writer, each)
            else:
                _write_inline(writer, each)
    else:
        _write_run(writer, part)


def _write_inline(writer: Writer, part: Inline) -> None:
    source = part.reader.source
    start, end = source.at(part.start), source.end(part.end)
    kind, data = part.kind, part.data
    add = writer.events.append
    if kind in _LEAVES:
        if kind == "Code" and "\x02" in data:
            data = MARK.sub("", data)
        add((LEAF, _LEAVES[kind], data, start, end))
        if part.attributes:
            add((LEAF, "Attributes", written(part.attributes), end, end))
        return
    add((START, kind, data, start, end))
    if part.attributes:
        add((LEAF, "Attributes", written(part.attributes), end, end))
    children = part.children or []
    if writer.features.attribute_lists and len(children) > 1:
        take_after(children)
    for child in children:
        write(writer, child)
    add((END, kind, data if kind == "Element" else None, start, end))


def _write_run(writer: Writer, run: Run) -> None:
    text = run.text
    if "\n" not in text and "\x02" not in text:
        if text:
            _write_text(writer, run, 0, len(text))
        return
    reader, start = run.reader, run.start
    source = reader.source
    done = 0
    for match in _PART.finditer(text):
        begin, end = match.span()
        if begin > done:
            _write_text(writer, run, done, begin)
        done = end
        if match[1] is None:
            writer.leaf("SoftBreak", None, source.at(start + begin), source.end(start + end))
            continue
        node = reader.found.get(start + begin)
        if node is not None:
            done = node.end - start
            writer.leaf(node.kind, node.data, source.at(node.start), source.end(node.end))
        elif match[1]:
            writer.taken(int(match[1]))
    if done < len(text):
        _write_text(writer, run, done, len(text))


def _write_text(writer: Writer, run: Run, begin: int, end: int) -> None:
    text = run.text[begin:end]
    source = run.reader.source
    begin += run.start
    end += run.start
    if run.is_final:
        text = decoded(text)
    elif "][" in text:
        _write_brackets(writer, source, text, begin)
        return
    writer.events.append((LEAF, "Text", text, source.at(begin), source.end(end)))


def _write_brackets(writer: Writer, source: Mapped, text: str, begin: int) -> None:
    """Write brackets that opened nothing as text of their own, as pulldown-cmark has them."""
    done = 0
    for match in _BRACKET.finditer(text):
        at = match.start()
        if at > done:
            writer.leaf("Text", text[done:at], source.at(begin + done), source.end(begin + at))
        done = match.end()
        writer.leaf("Text", match[0], source.at(begin + at), source.end(begin + done))
    if done < len(text):
        end = begin + len(text)
        writer.leaf("Text", text[done:], source.at(begin + done), source.end(end))
