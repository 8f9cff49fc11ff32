"""The text of blocks as events: constructs in it, and what stands between them."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any, Final

from articlelint.markdown.events import END, LEAF, START, Event
from articlelint.markdown.python_markdown.attribute_lists import take_after, written
from articlelint.markdown.python_markdown.inline.links import decoded
from articlelint.markdown.python_markdown.inline.reader import Context, Inline, Run
from articlelint.markdown.python_markdown.refining import refined
from articlelint.markdown.python_markdown.stash import MARK
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from articlelint.markdown.python_markdown.mapped import Mapped

_PART: Final = regex(r"(?:(?<![ ])[ ]++)?\n[ ]*|\x02([0-9]*)\x03*")
_SOFT_BREAK: Final = regex(r"(?:(?<![ ])[ ]++)?\n[ ]*")
_BRACKET: Final = regex(r"!?\[")
_LEAVES: Final = {
    "Code": "Code",
    "FootnoteReference": "FootnoteReference",
    "HardBreak": "HardBreak",
    "InlineMath": "InlineMath",
    "Made": "Text",
}
"""What has nothing in it, as pyromark names it."""


class TextWriter(ABC):
    """Writes the text of blocks; what was taken out of a text may be blocks, which it leaves."""

    def __init__(self, context: Context) -> None:
        self.events: list[Event] = []
        self.context = context
        self.features = context.features
        self.refines = bool(context.abbreviations or context.symbols)

    @abstractmethod
    def taken(self, number: int) -> None:
        """Write what was taken out of the text under that number."""

    def leaf(self, kind: str, data: Any, start: int, end: int) -> None:
        """Add a leaf."""
        self.events.append((LEAF, kind, data, start, max(start, end)))

    def is_plain(self, text: Mapped) -> bool:
        """Tell whether nothing in *text* is more than text."""
        return self.context.notable.search(text.text) is None

    def write_plain(self, source: Mapped) -> None:
        """Write text in which nothing is more."""
        text = source.text
        add = self.events.append
        done = 0
        if "\n" in text:
            for match in _SOFT_BREAK.finditer(text):
                begin, end = match.span()
                if begin > done:
                    add((LEAF, "Text", text[done:begin], *source.span(done, begin)))
                add((LEAF, "SoftBreak", None, *source.span(begin, end)))
                done = end
        if done < len(text):
            rest = text[done:] if done else text
            add((LEAF, "Text", rest, *source.span(done, len(text))))

    def write_text(self, part: Inline | Run) -> None:
        """Write a part of the text of a block."""
        if isinstance(part, Inline):
            self._write_inline(part)
        elif self.refines and not part.is_final:
            for each in refined(self.context, part):
                if isinstance(each, Run):
                    self._write_run(each)
                else:
                    self._write_inline(each)
        else:
            self._write_run(part)

    def _write_inline(self, part: Inline) -> None:
        start, end = part.reader.source.span(part.start, part.end)
        kind, data = part.kind, part.data
        add = self.events.append
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
        if self.context.attribute_lists and len(children) > 1:
            take_after(children)
        for child in children:
            self.write_text(child)
        add((END, kind, data if kind == "Element" else None, start, end))

    def _write_run(self, run: Run) -> None:
        text = run.text
        if "\n" not in text and "\x02" not in text:
            if text:
                self._write_text(run, 0, len(text))
            return
        reader, start = run.reader, run.start
        source = reader.source
        done = 0
        for match in _PART.finditer(text):
            begin, end = match.span()
            if begin > done:
                self._write_text(run, done, begin)
            done = end
            if match[1] is None:
                self.leaf("SoftBreak", None, *source.span(start + begin, start + end))
                continue
            node = reader.found.get(start + begin)
            if node is not None:
                done = node.end - start
                if node.is_element:  # in an autolink, whose text is not read again
                    self._write_inline(node)
                else:
                    self.leaf(node.kind, node.data, *source.span(node.start, node.end))
            elif match[1]:
                self.taken(int(match[1]))
        if done < len(text):
            self._write_text(run, done, len(text))

    def _write_text(self, run: Run, begin: int, end: int) -> None:
        text = run.text[begin:end]
        source = run.reader.source
        begin += run.start
        end += run.start
        if run.is_final:
            text = decoded(text)
        elif "][" in text:
            self._write_brackets(source, text, begin)
            return
        self.events.append((LEAF, "Text", text, *source.span(begin, end)))

    def _write_brackets(self, source: Mapped, text: str, begin: int) -> None:
        """Write brackets that opened nothing as text of their own, as pulldown-cmark has them."""
        done = 0
        for match in _BRACKET.finditer(text):
            at = match.start()
            if at > done:
                self.leaf("Text", text[done:at], source.at(begin + done), source.end(begin + at))
            done = match.end()
            self.leaf("Text", match[0], source.at(begin + at), source.end(begin + done))
        if done < len(text):
            end = begin + len(text)
            self.leaf("Text", text[done:], source.at(begin + done), source.end(end))
