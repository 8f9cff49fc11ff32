"""``dataclass``, for which no code is written and compiled.

That takes ``dataclasses`` half a millisecond a class, and a run over one article makes forty of
them. The methods here do the same, from the names of the fields. Classes with instances by the
thousand are better made by ``dataclasses``.
"""

from __future__ import annotations

import dataclasses
from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from dataclasses import dataclass as dataclass  # noqa: PLC0414 - checkers know that one
else:

    def dataclass(made=None, /, *, frozen=False, eq=True, repr=True, slots=False):  # noqa: A002, ANN001, ANN201
        """Make a dataclass, which derives from none; the arguments mean what they always do."""
        if made is None:
            return partial(dataclass, frozen=frozen, eq=eq, repr=repr, slots=slots)
        own = {name for name, value in vars(made).items() if value is not None}
        made.__doc__ = made.__doc__ or made.__name__  # else it is the signature, found in 3 ms
        made = dataclasses.dataclass(init=False, eq=False, repr=False, slots=slots)(made)
        made.__dataclass_params__.frozen = frozen  # a class that derives from it has to be, too
        for name, method in _methods(made, frozen=frozen, eq=eq, text=repr, slots=slots):
            if name not in own:
                setattr(made, name, method)
        return made


def _methods(
    made: type, *, frozen: bool, eq: bool, text: bool, slots: bool
) -> Iterator[tuple[str, Callable[..., Any] | None]]:
    """Yield the methods of the dataclass *made* by their names."""
    fields = dataclasses.fields(made)
    names = [each.name for each in fields]
    yield "__init__", _init(made, fields)
    if text:
        yield "__repr__", _repr([each.name for each in fields if each.repr])
    if eq:
        yield "__eq__", _eq(_values([each.name for each in fields if each.compare]))
        yield "__hash__", _hash(fields) if frozen else None
    if frozen:
        yield "__setattr__", _refusing("assign to", made, names)
        yield "__delattr__", _refusing("delete", made, names)
    if frozen and slots:
        values = _values(names)
        yield "__getstate__", lambda self: values(self)  # noqa: PLW0108 - that binds no instance
        yield "__setstate__", _filling(made, names)


def _init(made: type, fields: Iterable[dataclasses.Field[Any]]) -> Callable[..., None]:
    missing = dataclasses.MISSING
    taken = {each.name: each for each in fields if each.init}
    known = {name: each.default for name, each in taken.items() if each.default is not missing}
    makers = {
        each.name: each.default_factory
        for each in taken.values()
        if each.default_factory is not missing
    }
    fill = _filling(made, taken)
    is_finished = not hasattr(made, "__post_init__")

    def init(self: Any, /, *given: object, **named: object) -> None:
        if named or len(given) != len(taken):
            values = {**dict(zip(taken, given, strict=False)), **named}
            is_right = len(values) == len(given) + len(named)
            values = {**known, **values}
            for name, make in makers.items():
                if name not in values:
                    values[name] = make()
            if not is_right or values.keys() != taken.keys():
                raise TypeError(_wrong(made.__name__, [*taken], given, named, values))
            given = tuple([values[name] for name in taken])
        fill(self, given)
        if not is_finished:
            self.__post_init__()

    return init


def _wrong(
    name: str,
    taken: list[str],
    given: tuple[object, ...],
    named: dict[str, object],
    values: dict[str, object],
) -> str:
    """Return what is wrong with the arguments of an instance."""
    if len(given) > len(taken):
        return f"{name}() takes {len(taken)} arguments, but {len(given)} were given"
    for each in named:
        if each not in taken:
            return f"{name}() got an unexpected keyword argument {each!r}"
        if each in taken[: len(given)]:
            return f"{name}() got more than one value for the argument {each!r}"
    missing = ", ".join(repr(each) for each in taken if each not in values)
    return f"{name}() lacks the arguments {missing}"


def _values(names: list[str]) -> Callable[[Any], object]:
    """Return what gives the attributes called *names* as a tuple."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda self: tuple([getattr(self, name) for name in names])


def _filling(made: type, names: Iterable[str]) -> Callable[[Any, Iterable[object]], None]:
    """Return what gives an instance the values of *names*, whether or not it is frozen."""
    if "__slots__" not in vars(made):
        return lambda self, values: vars(self).update(zip(names, values, strict=True))
    puts = [vars(made)[name].__set__ for name in names]

    def fill(self: Any, values: Iterable[object]) -> None:
        for put, value in zip(puts, values, strict=True):
            put(self, value)

    return fill


def _eq(values: Callable[[Any], object]) -> Callable[[Any, Any], object]:
    def eq(self: Any, other: Any) -> object:
        return values(self) == values(other) if type(other) is type(self) else NotImplemented

    return eq


def _hash(fields: Iterable[dataclasses.Field[Any]]) -> Callable[[Any], int]:
    values = _values(
        [each.name for each in fields if (each.compare if each.hash is None else each.hash)]
    )
    return lambda self: hash(values(self))


def _repr(names: list[str]) -> Callable[[Any], str]:
    def text(self: Any) -> str:
        shown = (f"{name}={getattr(self, name)!r}" for name in names)
        return f"{type(self).__qualname__}({', '.join(shown)})"

    return text


def _refusing(what: str, made: type, names: list[str]) -> Callable[..., None]:
    def refuse(self: Any, name: str, *value: object) -> None:
        if type(self) is made or name in names:
            raise dataclasses.FrozenInstanceError(f"cannot {what} field {name!r}")
        above = super(made, self)
        above.__setattr__(name, *value) if value else above.__delattr__(name)

    return refuse
