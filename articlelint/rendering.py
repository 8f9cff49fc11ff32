"""Markdown rendered to HTML, every stretch of it mapped to its source."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from articlelint.span import Span

if TYPE_CHECKING:
    from articlelint.markdown import Markdown


class SourceMap:
    """Where each stretch of HTML comes from.

    Stretch *i* of the output begins at ``starts[i]`` and ends where the next one begins; its
    source is ``sources[i]``, and it is a copy where ``verbatim[i]``.
    """

    def __init__(self, starts: list[int], sources: list[Span], verbatim: list[bool]) -> None:
        self._starts = starts
        self._sources = sources
        self._verbatim = verbatim

    @classmethod
    def identity(cls, offset: int, length: int) -> SourceMap:
        """Return the map of a text that is its own rendering and begins at *offset*."""
        return cls([0], [Span(offset, offset + length)], [True])

    def offset(self, index: int) -> int:
        """Return the article offset of the HTML's character at *index*."""
        at = max(bisect_right(self._starts, index) - 1, 0)
        source = self._sources[at]
        if self._verbatim[at]:
            return min(source.start + index - self._starts[at], source.end)
        return source.start

    def span(self, start: int, end: int) -> Span:
        """Return the article span of ``html[start:end]``."""
        if end <= start:
            return Span.at(self.offset(start))
        first = self.offset(start)
        at = max(bisect_right(self._starts, end - 1) - 1, 0)
        source = self._sources[at]
        last = self.offset(end - 1) + 1 if self._verbatim[at] else source.end
        return Span(first, max(first, last))

    def is_verbatim(self, start: int, end: int) -> bool:
        """Tell whether ``html[start:end]`` was copied from the source."""
        at = max(bisect_right(self._starts, start) - 1, 0)
        last = max(bisect_right(self._starts, end - 1) - 1, 0)
        return at == last and self._verbatim[at]


@dataclass(frozen=True)
class Rendering:
    """A page's HTML and where it comes from."""

    html: str
    source_map: SourceMap


def render(markdown: Markdown) -> Rendering:
    """Return *markdown* as HTML."""
    import pyromark  # noqa: PLC0415 - 8 ms

    html = pyromark.html(markdown.text, options=pyromark.Options(markdown.options))
    length = len(markdown.text)
    whole = Span(markdown.offset, markdown.offset + length)
    return Rendering(html, SourceMap([0], [whole], [False]))
