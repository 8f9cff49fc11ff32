"""Our ``NamedTuple`` makes what that of ``typing`` makes."""

from __future__ import annotations

import pickle
import typing
from typing import TYPE_CHECKING, Any

import pytest

from articlelint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable


class Theirs(typing.NamedTuple):
    """A place."""

    line: int
    name: str = "a"

    @property
    def shown(self) -> str:
        """Return what is shown."""
        return f"{self.name}:{self.line}"

    @classmethod
    def of(cls, text: str) -> Any:
        """Return what *text* says."""
        return cls(int(text))

    def __str__(self) -> str:
        return "shown"


class Ours(NamedTuple):
    """A place."""

    line: int
    name: str = "a"

    @property
    def shown(self) -> str:
        """Return what is shown."""
        return f"{self.name}:{self.line}"

    @classmethod
    def of(cls, text: str) -> Any:
        """Return what *text* says."""
        return cls(int(text))

    def __str__(self) -> str:
        return "shown"


CALLS: dict[str, Callable[[Any], object]] = {
    "values": lambda kind: (kind(1), kind(1, "b"), kind(line=2, name="c")),
    "repr": lambda kind: repr(kind(1)).partition("(")[2],
    "methods": lambda kind: (kind(3).shown, kind.of("4"), str(kind(5))),
    "replaced": lambda kind: kind(1)._replace(name="z"),
    "fields": lambda kind: (kind._fields, kind._field_defaults, kind.__match_args__),
    "types": typing.get_type_hints,
    "documentation": lambda kind: (kind.__doc__, kind.shown.__doc__),
    "module": lambda kind: kind.__module__,
    "slots": lambda kind: (kind.__slots__, hasattr(kind(1), "__dict__")),
    "pickled": lambda kind: pickle.loads(pickle.dumps(kind(1, "b"))),
    "kind": lambda kind: type(pickle.loads(pickle.dumps(kind(1)))) is kind,
    "a tuple": lambda kind: (isinstance(kind(1), tuple), kind(1) == (1, "a"), [*kind(1)]),
}


@pytest.mark.parametrize("call", CALLS)
def test_it_does_what_that_of_typing_does(call: str) -> None:
    assert CALLS[call](Ours) == CALLS[call](Theirs)


@pytest.mark.parametrize("given", [(), (1, "a", 2)])
def test_a_wrong_number_of_values_is_an_error(given: tuple[Any, ...]) -> None:
    with pytest.raises(TypeError):
        Ours(*given)


def test_a_class_has_the_name_that_it_was_given() -> None:
    assert (Ours.__name__, Ours.__qualname__) == ("Ours", "Ours")
