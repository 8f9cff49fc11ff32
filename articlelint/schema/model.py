"""Schemas taken apart, so that a value is compared with its type in one look."""

from __future__ import annotations

import datetime as dt
from functools import cached_property, lru_cache
from types import NoneType, UnionType
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Literal,
    NotRequired,
    Protocol,
    Required,
    TypeAlias,
    Union,
    get_args,
    get_origin,
    get_type_hints,
    is_typeddict,
)

from articlelint.dataclass import dataclass
from articlelint.schema.key import Key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from articlelint.front_matter import FrontMatter
    from articlelint.schema.finding import SchemaFinding
    from articlelint.schema.limits import Limits

_SCALARS = frozenset({str, int, float, bool, dt.datetime, dt.date, dt.time})


DatePath: TypeAlias = "tuple[str | None, ...]"
"""The keys that lead to a date; None stands for each item of a list."""


@dataclass(frozen=True)
class Shape:
    """What a type allows.

    *scalars* are the types that are allowed, *literals* the values, each with its type. *items* is
    the shape of the items of a list, *schema* the keys of a mapping, *values* the shape of the
    values of any mapping; each is None if it does not apply. *foreign* is a type that pydantic has
    to check. *noun* is its name in messages, if its parts do not suffice.
    """

    scalars: frozenset[type] = frozenset()
    literals: frozenset[tuple[type, object]] = frozenset()
    items: Shape | None = None
    schema: Schema | None = None
    values: Shape | None = None
    anything: bool = False
    foreign: Any = None
    noun: str = ""

    @property
    def is_date(self) -> bool:
        """Tell whether an allowed text means a date."""
        return dt.time in self.scalars  # key.Date alone has it

    @property
    def dates(self) -> Iterator[DatePath]:
        """Yield the paths of the dates in such a value; () if it is a date itself."""
        if self.is_date:
            yield ()
        if self.items is not None:
            for rest in self.items.dates:
                yield (None, *rest)
        if self.schema is not None:
            yield from self.schema.dates

    def describe(self) -> str:
        """Return what is expected, in words for the author."""
        if self.noun or self.is_date:
            return self.noun or "a date"
        words = []
        if str in self.scalars:
            words.append("text")
        elif float in self.scalars:
            words.append("a number")
        elif int in self.scalars:
            words.append("a whole number")
        elif dt.date in self.scalars or dt.datetime in self.scalars:
            words.append("a date")
        if str not in self.scalars:
            words += _choices(self.literals, flags=bool in self.scalars)
        if self.items is not None:
            words.append("a list")
        if self.schema is not None or self.values is not None:
            words.append("a mapping")
        return " or ".join(filter(None, (", ".join(words[:-1]), *words[-1:]))) or "something else"


@dataclass(frozen=True)
class FieldSpec:
    """One key of a schema: its name, its type as annotated, and what is known of it."""

    name: str
    type: Any
    key: Key
    shape: Shape
    required: bool = False
    limits: Limits | None = None

    @cached_property
    def is_plain(self) -> bool:
        """Tell whether a value of the right type cannot be wrong otherwise."""
        key = self.key
        if self.limits is not None:
            return False
        return not (key.pattern or key.deprecated or key.belongs or key.separator is not None)


class Judge(Protocol):
    """A schema in another language: JSON Schema, a pydantic model."""

    @property
    def name(self) -> str:
        """Return what to call it, such as the name of its file."""

    @property
    def keys(self) -> frozenset[str]:
        """Return the top-level keys that it knows."""

    @property
    def dates(self) -> frozenset[DatePath]:
        """Return where it has dates."""

    @property
    def document(self) -> dict[str, Any]:
        """Return it as JSON Schema, complete, with an ``$id``."""

    def check(
        self, front_matter: FrontMatter, *, ignores_key_case: bool
    ) -> Iterable[SchemaFinding]:
        """Yield what it has against *front_matter*."""


@dataclass(frozen=True, eq=False)
class Schema:
    """What front matter may contain: the keys of a TypedDict.

    *names* includes aliases. *accepted* are well-known keys that the generator ignores; *closed*
    tells that no others are allowed, *stops* that the generator rejects an article with others.
    *judges* are schemas of the site that have the last word. *spellings* are the usual spellings of
    the names of a lowered schema.
    """

    name: str
    fields: dict[str, FieldSpec]
    names: dict[str, FieldSpec]
    accepted: frozenset[str] = frozenset()
    closed: bool = False
    stops: bool = False
    judges: tuple[Judge, ...] = ()
    spellings: Mapping[str, str] | None = None

    @property
    def is_lowered(self) -> bool:
        """Tell whether all names are in lower case."""
        return self.spellings is not None

    @cached_property
    def lowered(self) -> Schema:
        """Return the schema with all names in lower case."""
        written = (*sorted(self.accepted), *self.names)
        return Schema(
            self.name,
            self.fields,
            {name.lower(): spec for name, spec in self.names.items()},
            frozenset(name.lower() for name in self.accepted),
            self.closed,
            self.stops,
            self.judges,
            {name.lower(): name for name in written},
        )

    @cached_property
    def wanted(self) -> tuple[FieldSpec, ...]:
        """Return the fields that are required, always or together with others."""
        return tuple(s for s in self.fields.values() if s.required or s.key.wanted_with)

    @cached_property
    def paired(self) -> tuple[FieldSpec, ...]:
        """Return the fields that may conflict with another key."""
        return tuple(s for s in self.fields.values() if s.key.aliases or s.key.conflicts)

    @cached_property
    def dates(self) -> tuple[DatePath, ...]:
        """Return the paths of all dates, those in mappings and lists included."""
        found = [(name, *rest) for name, spec in self.fields.items() for rest in spec.shape.dates]
        return tuple(
            dict.fromkeys((*found, *(path for each in self.judges for path in each.dates)))
        )

    @cached_property
    def confusions(self) -> dict[str, FieldSpec]:
        """Return the fields by the wrong names that people give them."""
        return {name: spec for spec in self.fields.values() for name in spec.key.confusions}

    @cached_property
    def misspelt(self) -> dict[str, str | None]:
        """Return a cache of unknown keys, each with the known key that it resembles."""
        return {}


@lru_cache(maxsize=256)
def schema_of(typed_dict: type) -> Schema:
    """Return the schema that a TypedDict describes.

    Its fields are ``Annotated[type, Key(...)]``; a field without a Key is known by its type
    alone. Raises TypeError for anything but a TypedDict.
    """
    if not is_typeddict(typed_dict):
        raise TypeError(f"{typed_dict!r} is not a TypedDict")
    hints = get_type_hints(typed_dict, include_extras=True)
    required: frozenset[str] = getattr(typed_dict, "__required_keys__", frozenset())
    fields = {name: _field(name, hint, required=name in required) for name, hint in hints.items()}
    names = dict(fields)
    for spec in fields.values():
        for alias in spec.key.aliases:
            names.setdefault(alias, spec)
    return Schema(
        name=typed_dict.__name__,
        fields=fields,
        names=names,
        accepted=getattr(typed_dict, "__accepts__", frozenset()),
        closed=getattr(typed_dict, "__closed_keys__", False),
        stops=getattr(typed_dict, "__closed_keys__", False),
    )


def _field(name: str, hint: Any, *, required: bool) -> FieldSpec:
    key = Key("")
    while (origin := get_origin(hint)) in {Required, NotRequired, Annotated}:
        arguments = get_args(hint)
        if origin is Annotated:
            key = next((item for item in arguments[1:] if isinstance(item, Key)), key)
            if any(not isinstance(item, Key) for item in arguments[1:]):
                return FieldSpec(name, hint, key, Shape(foreign=hint), required)
        hint = arguments[0]
    return FieldSpec(name, hint, key, _shape(hint), required)


def _shape(hint: Any) -> Shape:
    origin = get_origin(hint)
    if hint is Any or hint is object:
        return Shape(anything=True)
    if hint is None or hint is NoneType:
        return Shape()
    if isinstance(hint, type) and hint in _SCALARS:
        return Shape(scalars=frozenset({hint}))
    if origin is Literal:
        return Shape(literals=frozenset((type(item), item) for item in get_args(hint)))
    if hint is list or origin is list:
        return Shape(items=_shape(next(iter(get_args(hint)), Any)))
    if hint is dict or origin is dict:
        return Shape(values=_shape((get_args(hint) or (Any, Any))[1]))
    if isinstance(hint, type) and is_typeddict(hint):
        return Shape(schema=schema_of(hint))
    if origin in {Union, UnionType}:
        return _union([_shape(item) for item in get_args(hint)], hint)
    return Shape(foreign=hint)


def _union(shapes: list[Shape], hint: object) -> Shape:
    if any(shape.anything for shape in shapes):
        return Shape(anything=True)
    return Shape(
        scalars=frozenset[type]().union(*(shape.scalars for shape in shapes)),
        literals=frozenset[tuple[type, object]]().union(*(shape.literals for shape in shapes)),
        items=next((shape.items for shape in shapes if shape.items is not None), None),
        schema=next((shape.schema for shape in shapes if shape.schema is not None), None),
        values=next((shape.values for shape in shapes if shape.values is not None), None),
        foreign=hint if any(shape.foreign is not None for shape in shapes) else None,
    )


def _choices(literals: frozenset[tuple[type, object]], *, flags: bool = False) -> list[str]:
    """Return the values allowed as an author reads them, true and false, with *flags*, last.

    Other ways to write true and false, which some generators take, are not recommended then.
    """
    words = {f"`{str(value).lower() if kind is bool else value}`" for kind, value in literals}
    if not flags:
        return sorted(words)
    return [*sorted(words - {"`0`", "`1`", "`true`", "`false`"}), "`true`", "`false`"]
