"""Code and HTML as events: what stands on the page as its source has it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.markdown.events import END, START
from articlelint.markdown.python_markdown.mapped import joined
from articlelint.markdown.python_markdown.stash import MARK
from articlelint.markdown.python_markdown.text_writer import TextWriter
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from articlelint.markdown.python_markdown.element import Element, Fence
    from articlelint.markdown.python_markdown.inline.reader import Context
    from articlelint.markdown.python_markdown.mapped import Mapped

_CODE_HEADER: Final = regex(
    r"""(?:::+|\#!)(?P<path>(?:/\w+)*[/ ])?[\w#.+-]*\s*(?:hl_lines=(?:"[^"]*"|'[^']*'))?"""
)


class SourceWriter(TextWriter):
    """Writes what is no Markdown."""

    def __init__(self, context: Context, source: str) -> None:
        super().__init__(context)
        self._source = source

    def html(self, text: Mapped) -> None:
        """Write HTML as a block."""
        if text.text:
            start, end = text.starts[0], text.end(len(text.text))
            self.events.append((START, "HtmlBlock", None, start, end))
            self.leaf("Html", self._aswritten(text, start, end), start, end)
            self.events.append((END, "HtmlBlock", None, start, end))

    def _aswritten(self, text: Mapped, start: int, end: int) -> str:
        """Return *text* as its source has it, with its tabs, where that is the same HTML."""
        written = self._source[start:end]
        if len(written) == len(text.text) or written.split() != text.text.split():
            return text.text
        return written

    def raw(self, content: Mapped) -> None:
        """Write HTML that was taken out, and what was taken out of that before."""
        done = 0
        for mark in MARK.finditer(content.text):
            self.html(content.slice(done, mark.start()))
            self.taken(int(mark[1]))
            done = mark.end()
        self.html(content.after(done) if done else content)

    def fence(self, fence: Fence) -> None:
        """Write a block of fenced code."""
        lines, prefix = fence.lines, fence.prefix
        text = lines.text
        start, end = lines.at(prefix), lines.end(len(text))
        kind = {"Fenced": fence.language}
        first, last = text.find("\n"), text.rfind("\n")
        if first == last:
            self.events.append((START, "CodeBlock", kind, start, end))
            self.events.append((END, "CodeBlock", None, start, end))
        elif not prefix:
            self._block_of_code(kind, lines.slice(first + 1, last), start, end)
        else:
            inner = [
                (min(begin + prefix, begin + len(line)), begin + len(line))
                for begin, line in lines.lines()
            ][1:-1]
            self._block_of_code(kind, lines.pick(inner), start, end)

    def code(self, element: Element) -> None:
        """Write indented code."""
        text = joined(element.data).without_trailing()
        if self.features.code_headers:
            first = text.text.partition("\n")[0]
            header = _CODE_HEADER.search(first) if first.lstrip().startswith((":", "#")) else None
            if header is not None and not header["path"]:
                text = (
                    text.after(len(first) + 1)
                    if len(first) < len(text.text)
                    else text.after(len(first))
                )
        self._block_of_code("Indented", text, element.start, element.end)

    def _block_of_code(self, kind: object, text: Mapped, start: int, end: int) -> None:
        self.events.append((START, "CodeBlock", kind, start, end))
        self.lines(text, end)
        self.events.append((END, "CodeBlock", None, start, end))

    def lines(self, text: Mapped, end: int) -> None:
        """Write code that ends before *end*, its lines with their line endings."""
        size = len(text.text)
        last = text.end(size)
        if len(text.cuts) == 1 and last < end and self._source.startswith("\n", last):
            self.leaf("Text", text.text + "\n", text.starts[0], last + 1)
            return
        for line, start, finish in text.placed_lines():
            if line.endswith("\n"):
                self.leaf("Text", line, start, min(finish, end))
            else:
                if line:
                    self.leaf("Text", line, start, finish)
                self.leaf("Text", "\n", finish, finish)
