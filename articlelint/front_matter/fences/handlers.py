"""python-frontmatter's handlers, taught to find their fences exactly and to keep the places.

They remain handlers in python-frontmatter's sense (``frontmatter.loads(text, handler=...)``
works with each), but read with articlelint's own readers: the values are those that the rules
see, a ``----`` is no fence, and TOML needs no third-party parser.
"""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, ClassVar

from frontmatter import default_handlers

from articlelint.front_matter.model import Format, Mapping
from articlelint.text.regex import regex
from articlelint.text.span import Span

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from articlelint.front_matter.block import Reading


class Handler(default_handlers.BaseHandler):
    """A notation between two fences. ``FM_BOUNDARY`` matches a fence's whole line."""

    notation: ClassVar[Format]
    bare: ClassVar[bool] = False

    @abstractmethod
    def read(self, text: str, content: Span) -> Reading:
        """Return what *content* of *text* holds, or why it cannot be read."""

    def fences(self, text: str, start: int = 0) -> Iterator[Span]:
        """Yield the lines at or after *start* that are fences, trailing blanks not included."""
        for match in self._boundary.finditer(text, start):
            yield Span(match.start(), match.start() + 3)

    @property
    def _boundary(self) -> re.Pattern[str]:
        if self.FM_BOUNDARY is None:  # pragma: no cover - each subclass sets it
            raise NotImplementedError
        return self.FM_BOUNDARY

    def split(self, text: str) -> tuple[str, str]:
        """Return the front matter and what follows it; raises ValueError where there is none."""
        opening, closing, *_ = self.fences(text)
        return text[opening.end : closing.start], text[closing.end :]

    def load(self, fm: str) -> dict[str, object]:
        """Return the data of *fm*; raises ValueError where it cannot be read."""
        reading = self.read(fm, Span(0, len(fm)))
        if reading.problems:
            raise ValueError(reading.problems[0].message)
        return reading.value.value if isinstance(reading.value, Mapping) else {}


class YAMLHandler(Handler):
    """YAML between ``---`` and ``---`` (or ``...``, which Jekyll and MkDocs take as well)."""

    FM_BOUNDARY = regex(r"(?<![^\r\n])(?:---|\.\.\.)[ \t]*(?=[\r\n]|\Z)")
    START_DELIMITER = END_DELIMITER = "---"
    notation = Format.YAML

    def read(self, text: str, content: Span) -> Reading:
        """Return what *content* of *text* holds, or why it cannot be read."""
        from articlelint.front_matter.yaml import read as yaml

        return yaml.read(text, content)


class TOMLHandler(Handler):
    """TOML between ``+++`` and ``+++``."""

    FM_BOUNDARY = regex(r"(?<![^\r\n])\+\+\+[ \t]*(?=[\r\n]|\Z)")
    START_DELIMITER = END_DELIMITER = "+++"
    notation = Format.TOML

    def read(self, text: str, content: Span) -> Reading:
        """Return what *content* of *text* holds, or why it cannot be read."""
        from articlelint.front_matter.toml import read as toml

        return toml.read(text, content)


class JSONHandler(Handler):
    """JSON without its braces between ``;;;`` and ``;;;``, as Hexo writes it."""

    FM_BOUNDARY = regex(r"(?<![^\r\n]);;;[ \t]*(?=[\r\n]|\Z)")
    START_DELIMITER = END_DELIMITER = ";;;"
    notation = Format.JSON
    bare = True

    def read(self, text: str, content: Span) -> Reading:
        """Return what *content* of *text* holds, or why it cannot be read."""
        from articlelint.front_matter.json import read as json

        return json.read(text, content, bare=True)
