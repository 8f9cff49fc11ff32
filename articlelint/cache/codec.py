"""Values as JSON and back: what reports and facts are made of. No code comes out of a cache."""

from __future__ import annotations

import json
import sys
from dataclasses import fields, is_dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from functools import partial
from importlib import import_module
from operator import getitem
from pathlib import PurePath, PurePosixPath
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable

_PLAIN: Final = (str, bool, int, float, type(None))
_OURS: Final = ("articlelint.", "articlelint_rules.")
"""Where the classes are that a cache may name: named tuples, dataclasses and enumerations."""


# Names of no class, too few parts, values out of range: what a damaged file may come to.
_DAMAGE: Final = (
    ArithmeticError, AttributeError, ImportError, LookupError, RecursionError, TypeError,
    ValueError,
)  # fmt: skip


class UnknownValueError(Exception):
    """A value that cannot be kept, or what is kept of one that cannot be read."""


def dumps(value: object) -> str:
    """Return *value* as text; raises UnknownValueError where it holds what cannot be kept."""
    return json.dumps(_encoded(value), separators=(",", ":"))


def loads(text: str) -> Any:
    """Return the value that *text* was made of; raises UnknownValueError where it is damaged."""
    try:
        return _decoded(json.loads(text))
    except UnknownValueError:
        raise
    except _DAMAGE as error:
        raise UnknownValueError(str(error)) from error


def _encoded(value: object) -> object:
    kind = type(value)
    if kind in _PLAIN:
        return value
    if kind is tuple or kind is list:
        return [kind.__name__, *map(_encoded, value)]  # type: ignore[call-overload]
    if kind is dict:
        pairs = [_encoded(each) for pair in value.items() for each in pair]  # type: ignore[attr-defined]
        return ["dict", *pairs]
    if kind is frozenset or kind is set:
        items = [_encoded(each) for each in value]  # type: ignore[attr-defined]
        return [kind.__name__, *sorted(items, key=repr)]
    if isinstance(value, datetime | date) and kind in (datetime, date):
        return [kind.__name__, value.isoformat()]
    if kind is timedelta:
        return ["timedelta", value.days, value.seconds, value.microseconds]  # type: ignore[attr-defined]
    if isinstance(value, PurePath):
        return ["posix" if kind is PurePosixPath else "path", str(value)]
    return [_name_of(kind), *map(_encoded, _parts(value))]


def _parts(value: object) -> list[object]:
    if isinstance(value, Enum):
        return [value.name]
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return list(value)
    if is_dataclass(value):
        return [getattr(value, field.name) for field in fields(value) if field.init]
    raise UnknownValueError(f"{type(value).__name__} is not kept")


def _name_of(kind: type) -> str:
    name = f"{kind.__module__}:{kind.__qualname__}"
    if not name.startswith(_OURS):
        raise UnknownValueError(f"{name} is not kept")
    return name


def _path(text: str) -> PurePath:
    from pathlib import Path

    return Path(text)


_MAKERS: Final[dict[str, Callable[..., object]]] = {
    "tuple": lambda *items: items,
    "list": lambda *items: list(items),
    "set": lambda *items: set(items),
    "frozenset": lambda *items: frozenset(items),
    "dict": lambda *items: dict(zip(items[::2], items[1::2], strict=True)),
    "datetime": datetime.fromisoformat,
    "date": date.fromisoformat,
    "timedelta": timedelta,
    "path": _path,
    "posix": PurePosixPath,
}


def _decoded(value: Any) -> object:
    if not isinstance(value, list):
        if isinstance(value, dict):
            raise UnknownValueError("an object")
        return value
    name = value[0]
    maker = _MAKERS.get(name)
    if maker is None:
        maker = _MAKERS[name] = _maker(name)
    # Most parts are plain: a call for each would take twice the time.
    return maker(*[each if type(each) in _PLAIN else _decoded(each) for each in value[1:]])


def _maker(name: str) -> Callable[..., object]:
    if not name.startswith(_OURS) or "__" in name:  # such as ``__main__``, which would run
        raise UnknownValueError(name)
    module, _, path = name.partition(":")
    found: Any = sys.modules.get(module) or import_module(module)
    for part in path.split("."):
        found = getattr(found, part)
    if isinstance(found, type):
        if issubclass(found, Enum):
            return partial(getitem, found)
        if (issubclass(found, tuple) and hasattr(found, "_fields")) or is_dataclass(found):
            return found
    raise UnknownValueError(name)
