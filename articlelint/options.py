"""Options of the configuration: each is declared once, at the attribute that holds its value.

::

    @dataclass(frozen=True)
    class OnlineSettings:
        retries: int = option(COUNT, 2, "Further attempts where one may succeed.", "retries = 0")

What looks at a file quickly, what says what is wrong with one, ``config show``, the JSON schema and
``docs/configuration.md`` are all made of that. The first argument is what stands in the file, in
the terms of ``typing``; the annotation is what the program works with.
"""

from __future__ import annotations

from dataclasses import field, fields
from enum import StrEnum
from functools import cache
from types import FunctionType, NoneType, UnionType
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Literal,
    TypeAlias,
    TypeGuard,
    TypeVar,
    get_args,
    get_origin,
)

from articlelint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

_T = TypeVar("_T")
Kind: TypeAlias = Any
"""What a value is in a file: a type, or what ``typing`` makes of types; see ``Option``."""

_OPTION, _SPREAD = "option", "spread"


class AtLeast:
    """A number that is not less than *least*, or, where that is *excluded*, greater."""

    def __init__(self, least: int, *, excluded: bool = False) -> None:
        self.least = least
        self.excluded = excluded


class NotEmpty:
    """A list with at least one item."""


COUNT = Annotated[int, AtLeast(0)]
POSITIVE = Annotated[int, AtLeast(1)]
SECONDS = Annotated[float, AtLeast(0)]
TEXTS = str | list[str]
"""A list, or its only item."""


class Option(NamedTuple):
    """One key of a table.

    *kind* is the type of its value in the file: a type of TOML's, ``list``, ``dict``, a union, a
    ``Literal``, a StrEnum, a class whose attributes are options (a table), ``Annotated`` with
    AtLeast or NotEmpty; where that takes an import, *given* is a function that returns it. *doc*
    says what it says, and *example* is a line of TOML that says it. Where nothing is said,
    *default* holds, or what *otherwise* says in words. *read* makes what the program works with
    of what ``converted`` makes; it raises ValueError where it cannot.
    """

    key: str
    name: str
    given: Kind
    default: object
    doc: str
    example: str
    otherwise: str
    required: bool
    read: Callable[[Any], Any]

    @property
    def kind(self) -> Kind:
        """Return the type of its value in the file."""
        return self.given() if isinstance(self.given, FunctionType) else self.given

    def value(self, written: object) -> object:
        """Return what *written*, which fits, means; raises ValueError where it means nothing."""
        return self.read(converted(written, self.kind))


def _same(value: object) -> object:
    return value


def option(  # noqa: PLR0913 - what is to be said of an option
    kind: Kind,
    default: _T,
    doc: str,
    example: str,
    *,
    unsaid: object = None,
    otherwise: str = "",
    required: bool = False,
    key: str = "",
    read: Callable[[Any], object] = _same,
) -> _T:
    """Return the declaration of an option, as the value of a dataclass's attribute.

    *key* is how it is written where that is not the attribute's name with dashes. Where the
    attribute is None for what is not said, *unsaid* is what holds then.
    """
    holds = default if unsaid is None else unsaid
    said = {_OPTION: (kind, holds, doc, example, otherwise, required, read), "key": key}
    return _declared(default, said)


def spread(table: Callable[[], type], default: _T) -> _T:
    """Return the declaration of an attribute that holds a *table*, whose keys stand among ours.

    *table* returns it, when somebody asks.
    """
    return _declared(default, {_SPREAD: table})


def _declared(default: _T, said: Mapping[str, object]) -> _T:
    made: Any
    if isinstance(default, dict):
        made = field(default_factory=default.copy, metadata=said)
    else:
        made = field(default=default, metadata=said)
    return made  # type: ignore[no-any-return] # as dataclasses.field says of itself


@cache
def options_of(table: type) -> Mapping[str, Option]:
    """Return the options that the dataclass *table* declares, by their keys."""
    found: dict[str, Option] = {}
    for each in fields(table):
        said = each.metadata
        if _SPREAD in said:
            found |= options_of(said[_SPREAD]())
        elif _OPTION in said:
            key = said["key"] or each.name.replace("_", "-")
            found[key] = Option(key, each.name, *said[_OPTION])
    return found


def is_table(kind: object) -> TypeGuard[type]:
    """Tell whether *kind* is a class whose attributes are options."""
    return isinstance(kind, type) and hasattr(kind, "__dataclass_fields__")


def table_in(kind: Kind) -> type | None:
    """Return the table that the *kind* is, or is made of: ``list[Override]``."""
    if is_table(kind):
        return kind
    return next((found for each in get_args(kind) if (found := table_in(each))), None)


def fits(value: object, kind: Kind) -> bool:
    """Tell whether *value*, as tomllib reads it, is of the *kind*."""
    if kind is Any:
        return True
    if isinstance(kind, type):
        if is_table(kind):
            return type(value) is dict and _fits_table(value, options_of(kind))
        if issubclass(kind, StrEnum):
            return type(value) is str and value in tuple(kind)
        return type(value) in ({int, float} if kind is float else {kind})
    arguments = get_args(kind)
    origin: object = get_origin(kind)
    if origin is list:
        return type(value) is list and all(fits(item, arguments[0]) for item in value)
    if origin is dict:
        return type(value) is dict and all(fits(v, arguments[1]) for v in value.values())
    if origin is Literal:
        return type(value) is str and value in arguments
    if origin is UnionType:
        return any(fits(value, each) for each in arguments)
    inner, limit = arguments
    return fits(value, inner) and _keeps(value, limit)


def _fits_table(table: Mapping[str, object], options: Mapping[str, Option]) -> bool:
    return all(
        key in options and fits(value, options[key].kind) for key, value in table.items()
    ) and all(key in table for key, each in options.items() if each.required)


def _keeps(value: Any, limit: object) -> bool:
    if isinstance(limit, AtLeast):
        return bool(value > limit.least or (value == limit.least and not limit.excluded))
    return bool(value)


def converted(value: Any, kind: Kind) -> Any:
    """Return *value*, which fits the *kind*, with tuples for lists and members for their values."""
    if kind == TEXTS:
        return (value,) if isinstance(value, str) else tuple(value)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return kind(value)
    arguments = get_args(kind)
    origin: object = get_origin(kind)
    if origin is list:
        return tuple(converted(item, arguments[0]) for item in value)
    if origin is dict:
        return {key: converted(each, arguments[1]) for key, each in value.items()}
    return converted(value, arguments[0]) if origin is Annotated else value


def values_of(
    table: type, written: Mapping[str, object], names: Collection[str] = ()
) -> dict[str, Any]:
    """Return what *written*, which fits, says of the attributes of *table*, or of these *names*.

    Tables inside are left out.
    """
    return {
        each.name: each.value(written[key])
        for key, each in options_of(table).items()
        if key in written and not is_table(each.kind) and (not names or each.name in names)
    }


_THEIRS = {
    "must have at least 1 item, not 0": "must not be empty",
    "a valid boolean": "`true` or `false`",
    "a valid dictionary": "a table",
    "a valid integer": "a whole number",
    "a valid list": "a list",
    "a valid number": "a number",
    "a valid string": "a string",
    "a valid tuple": "a list",
}
"""What pydantic calls a value, and what we do."""


def expected(message: str) -> str:
    """Return what pydantic's *message* demands of a value, to follow the key: " must be ..."."""
    if message == "Field required":
        return " is missing"
    text = message.partition(", unable to")[0].removeprefix("Input ")
    text = text.replace("should ", "must ").replace("'", "`").replace(" after validation", "")
    for noun in ("List ", "Tuple ", "Set ", "Dictionary "):
        text = text.removeprefix(noun)  # before it says how many items there must be
    for theirs, ours in _THEIRS.items():
        text = text.replace(theirs, ours)
    return f" {text}" if text.startswith("must") else f": {text[:1].lower()}{text[1:]}"


def place_in(key: str, value: object, place: Sequence[object]) -> str:
    """Return what to call the *place* in the *value* of *key*: "`names`: item 2", or "item 2.1".

    *place* is pydantic's, whose names of types and keys are passed over.
    """
    name, numbers = f"`{key}`", []
    for step in place:
        if isinstance(step, int) and isinstance(value, list):
            numbers.append(str(step + 1))
            value = value[step] if step < len(value) else None
    if not numbers:
        return name
    number = ".".join(numbers)
    return f"{name}: item {number}"


_WORDS = {str: "a string", bool: "true or false", int: "a whole number", float: "a number"}
_PAIR = 2
_PLURALS = {str: "strings", int: "whole numbers", float: "numbers"}


def in_words(kind: Kind) -> str:
    """Return what a value of the *kind* is, to go on from "is"."""
    if kind is Any:
        return "a value"
    if isinstance(kind, type):
        if issubclass(kind, StrEnum):
            return _choice([each.value for each in kind])
        return "a table" if is_table(kind) else _WORDS[kind]
    arguments = get_args(kind)
    origin: object = get_origin(kind)
    if origin in {list, frozenset, set} or (origin is tuple and arguments[-1] is Ellipsis):
        return "a list of " + _many(arguments[0])
    if origin is tuple:
        return f"a list of {len(arguments)} {_many(arguments[0])}"
    if origin is dict:
        inner = arguments[1]
        return "a table" if inner is Any else f"a table; each value is {in_words(inner)}"
    if origin is Literal:
        return _choice(arguments)
    if origin is UnionType:
        return " or ".join(in_words(each) for each in arguments if each is not NoneType)
    inner, limit = arguments
    return in_words(inner) + _limit(limit)


def _many(kind: Kind) -> str:
    origin: object = get_origin(kind)
    if origin is tuple:
        items = get_args(kind)
        if Ellipsis in items:
            return "lists"
        return "pairs" if len(items) == _PAIR else f"lists of {len(items)} items"
    return "tables" if is_table(kind) else _PLURALS.get(kind, "values")


def _choice(values: Sequence[str]) -> str:
    *most, last = (f"`{value}`" for value in values)
    return f"{', '.join(most)} or {last}"


def _limit(limit: object) -> str:
    if isinstance(limit, AtLeast):
        return f", {'more than' if limit.excluded else 'at least'} {limit.least}"
    return ", not empty"
