"""Our ``dataclass`` makes what that of ``dataclasses`` makes."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from dataclasses import field, replace
from typing import TYPE_CHECKING, Any

import pytest

from articlelint.dataclass import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable

KINDS: dict[str, dict[str, bool]] = {
    "plain": {},
    "frozen": {"frozen": True},
    "slots": {"slots": True},
    "frozen with slots": {"frozen": True, "slots": True},
    "bare": {"frozen": True, "eq": False, "repr": False},
}


def made(decorator: Any, **arguments: bool) -> Any:
    @decorator(**arguments)
    class Post:
        """A post."""

        name: str
        size: int = 3
        tags: tuple[str, ...] = field(default=(), compare=False)
        notes: list[str] = field(default_factory=list, repr=False, hash=False)

        def shout(self) -> str:
            return self.name.upper()

    return Post


def outcome(call: Callable[[], object]) -> object:
    """Return what *call* returns, or that it raises an error, of whatever kind."""
    try:
        return call()
    except (TypeError, AttributeError):
        return "an error"


CALLS: dict[str, Callable[[Any], object]] = {
    "repr": lambda post: repr(post("a", 4, tags=("b",)))[-40:] if "Post(" in repr(post("a")) else 0,
    "values": lambda post: dataclasses.astuple(post("a", notes=["n"])),
    "nothing given": lambda post: post(),
    "too much given": lambda post: post("a", 1, (), [], 5),
    "an unknown name": lambda post: post("a", colour="red"),
    "the same twice": lambda post: post("a", name="b"),
    "equal": lambda post: post("a", tags=("b",)) == post("a"),
    "not equal": lambda post: post("a") == post("a", 4),
    "another kind": lambda post: post("a") == ("a", 3, (), []),
    "hash": lambda post: len({post("a", tags=("b",)), post("a"), post("b")}),
    "assigned": lambda post: setattr(post("a"), "name", "b"),
    "deleted": lambda post: delattr(post("a"), "name"),
    "a new attribute": lambda post: setattr(post("a"), "colour", "red"),
    "replaced": lambda post: dataclasses.asdict(replace(post("a"), size=7)),
    "own defaults": lambda post: post("a").notes is post("a").notes,
    "copied": lambda post: dataclasses.astuple(copy.copy(post("a", 9))),
    "fields": lambda post: [(each.name, each.init) for each in dataclasses.fields(post)],
    "matched": lambda post: post.__match_args__,
    "a method": lambda post: post("a").shout(),
    "dict": lambda post: vars(post("a")),
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("call", CALLS)
def test_it_does_what_that_of_the_library_does(kind: str, call: str) -> None:
    ours, theirs = (made(each, **KINDS[kind]) for each in (dataclass, dataclasses.dataclass))
    assert outcome(lambda: CALLS[call](ours)) == outcome(lambda: CALLS[call](theirs))


@dataclass(frozen=True, slots=True)
class Kept:
    """What is pickled has to be found in its module."""

    name: str
    size: int = 3


def test_an_instance_that_is_frozen_and_has_slots_can_be_pickled() -> None:
    assert pickle.loads(pickle.dumps(Kept("a", 4))) == Kept("a", 4)


def test_own_methods_stay_and_what_is_left_is_done_behind_them() -> None:
    @dataclass(frozen=True)
    class Own:
        name: str
        size: int = field(init=False)

        def __post_init__(self) -> None:
            object.__setattr__(self, "size", len(self.name))

        def __eq__(self, other: object) -> bool:
            return True

        def __hash__(self) -> int:
            return 1

        def __repr__(self) -> str:
            return "own"

    own = Own("abc")
    assert (own.size, own == 5, hash(own), repr(own)) == (3, True, 1, "own")


def test_a_class_of_the_library_can_derive_from_one_that_is_frozen() -> None:
    @dataclasses.dataclass(frozen=True)
    class Derived(Kept):
        colour: str = "red"

    assert dataclasses.astuple(Derived("a", colour="blue")) == ("a", 3, "blue")
    with pytest.raises(dataclasses.FrozenInstanceError):
        Derived("a").name = "b"  # type: ignore[misc] # which is what is tested


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (((), {}), "Kept() lacks the arguments 'name'"),
        ((("a", 1, 2), {}), "Kept() takes 2 arguments, but 3 were given"),
        ((("a",), {"b": 1}), "Kept() got an unexpected keyword argument 'b'"),
        ((("a",), {"name": "b"}), "Kept() got more than one value for the argument 'name'"),
    ],
)
def test_wrong_arguments_are_named(arguments: Any, message: str) -> None:
    given, named = arguments
    with pytest.raises(TypeError) as raised:
        Kept(*given, **named)
    assert str(raised.value) == message
