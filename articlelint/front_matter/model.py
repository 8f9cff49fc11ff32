"""What front matter is made of, whatever format it is written in: values with exact spans."""

from __future__ import annotations

from datetime import date, datetime, time
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Final, TypeAlias

from articlelint.dataclass import dataclass
from articlelint.named_tuple import NamedTuple
from articlelint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Mapping as AbstractMapping

    from articlelint.diagnostic import Related

Path: TypeAlias = tuple[str | int, ...]
"""Where a value stands: keys and list indices from the top, ``("cover", "image")``."""

ScalarValue: TypeAlias = str | int | float | bool | datetime | date | time | None


class Format(StrEnum):
    """The notation of a front-matter block."""

    YAML = "yaml"
    TOML = "toml"
    JSON = "json"
    METADATA = "metadata"  # Pelican's ``Key: value`` header
    META = "meta"  # ``<title>`` and ``<meta>`` of an HTML document


BLOCKS: Final = (Format.YAML, Format.TOML, Format.JSON, Format.METADATA)
"""The formats of front matter that stand in a block; the head of an HTML document does not."""


class Style(StrEnum):
    """How a scalar is written."""

    PLAIN = "plain"
    SINGLE_QUOTED = "single-quoted"
    DOUBLE_QUOTED = "double-quoted"
    LITERAL = "literal"  # YAML's ``|``
    FOLDED = "folded"  # YAML's ``>``


class Scalar(NamedTuple):
    """A single value. *span* covers it as written, quotes included; *source* is that text.

    *value* is what the generator's parser makes of it.
    """

    span: Span
    value: ScalarValue
    source: str
    style: Style = Style.PLAIN


class ScalarAt(NamedTuple):
    """A scalar and the path to it."""

    path: Path
    scalar: Scalar

    @property
    def key(self) -> str:
        """Return the last key of the path; "" if it has none."""
        return next((step for step in reversed(self.path) if isinstance(step, str)), "")


class Sequence(NamedTuple):
    """A list. *flow* distinguishes ``[a, b]`` from one item per line."""

    span: Span
    items: tuple[Value, ...]
    flow: bool = False

    @property
    def value(self) -> list[object]:
        """Return the items as plain Python values."""
        return [item.value for item in self.items]


class Field(NamedTuple):
    """A key with its value. Duplicate keys are separate fields, in the order written."""

    key: str
    key_span: Span
    content: Value

    @property
    def value(self) -> object:
        """Return the value as a plain Python object."""
        return self.content.value

    @property
    def value_span(self) -> Span:
        """Return the span of the value as written; empty, after the colon, if there is none."""
        return self.content.span

    @property
    def span(self) -> Span:
        """Return the span from the key to the end of the value."""
        return self.key_span.cover(self.content.span)


class Mapping(NamedTuple):
    """Keys with values. *flow* distinguishes ``{a: b}`` from one key per line."""

    span: Span
    fields: tuple[Field, ...]
    flow: bool = False

    @property
    def value(self) -> dict[str, object]:
        """Return the fields as a plain dictionary; of a duplicate key the last one counts."""
        return {field.key: field.value for field in self.fields}

    def get(self, key: str) -> Field | None:
        """Return the last field with this key (the one that parsers keep), or None."""
        for field in reversed(self.fields):
            if field.key == key:
                return field
        return None


Value: TypeAlias = Scalar | Sequence | Mapping
"""A scalar, a list or a mapping of front matter."""


class FenceDefect(NamedTuple):
    """A front-matter fence that the author meant but the generator does not recognise.

    *span* covers the wrong characters, *message* says what is wrong with them, and *replacement* is
    the right text, or None if there is no certain fix. *also* is the other fence, if it has the
    same fault and needs the same replacement. *meant* tells that it was evidently meant as a fence,
    not to be shown to readers.
    """

    span: Span
    message: str
    replacement: str | None
    also: Span | None = None
    meant: bool = True


class SyntaxProblem(NamedTuple):
    """A syntax error in the front matter.

    *message* is a sentence for an author. *code* names the special case where there is one
    ("unquoted-colon", "tab-indentation", ...; "" otherwise), so that a fix can be made.
    """

    span: Span
    message: str
    code: str = ""
    hint: str | None = None
    related: tuple[Related, ...] = ()


@dataclass(frozen=True)
class FrontMatter:
    """The block of data before an article's body.

    *span* covers all of it, including the fences and the line ending after the closing one;
    *content* is the text between the fences. *opening* and *closing* are None if that fence is
    missing (Hexo does not need an opening fence). *root* is None if the block is empty, cannot be
    parsed or is not a mapping.
    """

    format: Format
    span: Span
    content: Span
    opening: Span | None
    closing: Span | None
    root: Mapping | None
    top_level: Value | None = None  # what the block holds when it parses but is no mapping
    problems: tuple[SyntaxProblem, ...] = ()
    fence_defects: tuple[FenceDefect, ...] = ()
    unclosed: bool = False

    @property
    def fields(self) -> tuple[Field, ...]:
        """Return the top-level fields in the order written, duplicates included."""
        return self.root.fields if self.root else ()

    @cached_property
    def data(self) -> AbstractMapping[str, object]:
        """Return the whole front matter as the generator would read it."""
        return self.root.value if self.root else {}

    def get(self, key: str) -> Field | None:
        """Return the top-level field with this key, the last of duplicates, or None."""
        return self.root.get(key) if self.root else None

    def find(self, path: Path) -> Value | None:
        """Return the value at *path*, or None if there is none."""
        value: Value | None = self.root
        for step in path:
            if isinstance(value, Mapping) and isinstance(step, str):
                field = value.get(step)
                value = field.content if field else None
            elif isinstance(value, Sequence) and isinstance(step, int):
                value = value.items[step] if -len(value.items) <= step < len(value.items) else None
            else:
                return None
        return value

    def locate(self, path: Path) -> Span:
        """Return the span of the value at *path*, or of its nearest parent that exists.

        A missing top-level key is located at the opening fence, or at the block's start.
        """
        for depth in range(len(path), 0, -1):
            value = self.find(path[:depth])
            if value is not None:
                return value.span
        return self.opening or Span.at(self.content.start)

    def scalars(self) -> Iterator[ScalarAt]:
        """Yield every scalar with its path, in reading order."""
        if self.root:
            yield from _scalars((), self.root)

    def mappings(self) -> Iterator[Mapping]:
        """Yield every mapping, outer ones first."""
        if self.root:
            yield from _mappings(self.root)


def _scalars(path: Path, value: Value) -> Iterator[ScalarAt]:
    inner: Iterable[tuple[str | int, Value]] = ()
    if isinstance(value, Scalar):
        yield ScalarAt(path, value)
    elif isinstance(value, Sequence):
        inner = enumerate(value.items)
    elif isinstance(value, Mapping):
        inner = ((field.key, field.content) for field in value.fields)
    for step, each in inner:
        if isinstance(each, Scalar):  # a generator for each would take twice as long
            yield ScalarAt((*path, step), each)
        else:
            yield from _scalars((*path, step), each)


def _mappings(value: Value) -> Iterator[Mapping]:
    inner: tuple[Value, ...] = ()
    if isinstance(value, Mapping):
        yield value
        inner = tuple(field.content for field in value.fields)
    elif isinstance(value, Sequence):
        inner = value.items
    for each in inner:
        yield from _mappings(each)
