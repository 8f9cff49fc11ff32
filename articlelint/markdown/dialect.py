"""What a dialect of Markdown is: how one parser reads a text, and what it makes of HTML."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, ClassVar, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from articlelint.markdown.events import Event


class DefinitionPlace(NamedTuple):
    """What a link reference definition says, and where it stands in the text."""

    destination: str
    title: str | None
    start: int
    end: int


class Dialect(ABC):
    """How one Markdown parser, with its options, reads a text.

    A value: two of one class with the same options are equal, and it travels between processes.
    All places are character offsets into the text that was given. The attributes are what rules
    and fixes ask of it; the defaults are CommonMark's.
    """

    name: ClassVar[str]

    has_optional_end_tags: ClassVar[bool] = True
    """Whether ``<li>`` and ``<p>`` in the author's HTML may go without their end tags."""
    first_attribute_counts: ClassVar[bool] = True
    """Whether the first of two equal attributes is kept, as in HTML; otherwise the last."""

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and vars(self) == vars(other)

    def __hash__(self) -> int:
        return hash(type(self))

    def __repr__(self) -> str:
        options = ", ".join(f"{name}={value!r}" for name, value in vars(self).items())
        return f"{type(self).__name__}({options})"

    def prepared(self, text: str) -> str:
        """Return *text* as ``events`` reads it, at equal length: what is no Markdown is masked."""
        return text

    def with_components(self) -> Dialect:
        """Return the dialect with components for tags, for articles in MDX; itself by default."""
        return self

    @abstractmethod
    def events(self, text: str) -> list[Event]:
        """Return what the parser finds in *text*, in reading order; see ``Event``."""

    @abstractmethod
    def definitions(self, text: str) -> Mapping[str, DefinitionPlace]:
        """Return the link reference definitions that count, by label as written."""
