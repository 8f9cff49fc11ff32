"""Views: what is made of an article once, when it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar, overload

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

_FAILED = "_failed_views"


class Observer:
    """Is told when the making of a view begins and ends; see ``cached_view.observer``."""

    def begin(self, name: str, kind: str = "view") -> None:
        """Note that the view *name* is being made now, or that something of another *kind* runs."""

    def end(self) -> None:
        """Note that what began last is done, or failed."""


class cached_view(Generic[T]):  # noqa: N801 - named like cached_property, which it stands for
    """A property that is made once; one that fails fails alike each time, without a new try.

    Hundreds of rules may ask for a view that a broken article has not.
    """

    observer: Observer | None = None
    """Who is told of each view that is made; None in ordinary runs."""

    def __init__(self, make: Callable[[Any], T]) -> None:
        self._make = make
        self._name = make.__name__
        self.__doc__ = make.__doc__

    @overload
    def __get__(self, instance: None, owner: type) -> Self: ...
    @overload
    def __get__(self, instance: object, owner: type) -> T: ...
    def __get__(self, instance: object | None, owner: type) -> Self | T:
        """Return the view of *instance*; not called again once it is made."""
        if instance is None:
            return self
        return made(instance, vars(instance), self._name, self._make)


def made(
    instance: object,
    memory: dict[Any, Any],
    key: object,
    make: Callable[[Any], T],
) -> T:
    """Return what *make* makes of *instance*, from now on in *memory* under *key*."""
    failed = memory.get(_FAILED)
    if failed is not None and key in failed:
        raise failed[key]
    observer = cached_view.observer
    if observer is not None:
        observer.begin(make.__name__)
    try:
        value = make(instance)
    except Exception as error:
        memory.setdefault(_FAILED, {})[key] = error
        raise
    finally:
        if observer is not None:
            observer.end()
    memory[key] = value
    return value
