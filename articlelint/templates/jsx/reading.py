"""MDX, read once: its modules, its tags and expressions."""

from __future__ import annotations

from functools import lru_cache

from articlelint.named_tuple import NamedTuple
from articlelint.templates.jsx.compiler import Compiler  # noqa: TC001 - it is a part of the key
from articlelint.templates.jsx.modules import modules
from articlelint.templates.jsx.piece import Piece  # noqa: TC001 - named tuples are looked at
from articlelint.templates.jsx.scan import scan


class Reading(NamedTuple):
    """Where *modules* stand, and the *pieces* of JSX outside of them; in order and apart.

    From *unsure* on too much was not understood for anything to be said of it.
    """

    modules: tuple[tuple[int, int], ...]
    pieces: tuple[Piece, ...]
    unsure: int


@lru_cache(maxsize=2)  # what masks a page and what judges it want the same
def read(text: str, compiler: Compiler) -> Reading:
    """Return what is in *text*, as a *compiler* takes it."""
    found = tuple(modules(text))
    if "<" not in text and "{" not in text:
        return Reading(found, (), len(text))
    pieces, unsure = scan(text, found, compiler)
    return Reading(found, tuple(pieces), unsure)
