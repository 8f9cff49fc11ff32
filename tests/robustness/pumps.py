"""Texts that make a regular expression take long, made from its own parse.

Each repetition without an end gets what it repeats again and again, behind a beginning that leads
to it, and before an end at which the expression fails; each beginning is repeated as well.
"""

from __future__ import annotations

import itertools
import re
import re._compiler as compiler  # type: ignore[import-not-found]
import re._constants as ops  # type: ignore[import-not-found]
import re._parser as parser  # type: ignore[import-not-found]
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_COMMON: Final = " \n\ta0A_-<>\"'/.:,;|*[](){}`%&#=\\\r!"
_ENDS: Final = ("", "\0", "\n!")
_MANY: Final = 20
"""A repetition that may go on for longer than this has no end."""
_MOST: Final = 12
_REPEATS: Final = (ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT)


@dataclass(frozen=True, slots=True)
class Pump:
    """A text that is as long as is wanted."""

    before: str
    again: str
    after: str

    def text(self, length: int) -> str:
        """Return it with about *length* characters."""
        return self.before + self.again * (length // len(self.again)) + self.after


def pumps(source: str | bytes, flags: int) -> list[Pump]:
    """Return what an expression is to be pumped with."""
    text = source.decode("latin-1") if isinstance(source, bytes) else source
    tree = parser.parse(text, flags)
    literals = "".join(dict.fromkeys(_literals(tree)))
    alphabet = "".join(dict.fromkeys(literals[:40] + _COMMON))
    maker = _Maker(alphabet, tree.state.flags)
    found: dict[Pump, None] = {}
    for before, again in maker.pumps(tree, ("",)):
        for start, piece in ((before, again), ("", before + again), ("", before)):
            if piece:
                found.update(dict.fromkeys(Pump(start, piece, end) for end in _ENDS))
    return list(found)


def _literals(tree: Any) -> Iterator[str]:
    """Yield the characters that an expression names."""
    for op, value in tree:
        if op in (ops.LITERAL, ops.NOT_LITERAL):
            yield chr(value)
        elif op is ops.RANGE:
            yield from map(chr, value)
        elif op is ops.IN:
            yield from _literals(value)
        else:
            for inner in _inner(op, value):
                yield from _literals(inner)


def _inner(op: Any, value: Any) -> Sequence[Any]:
    """Return the sequences within a node."""
    if op in _REPEATS:
        return (value[2],)
    if op is ops.SUBPATTERN:
        return (value[3],)
    if op is ops.ATOMIC_GROUP:
        return (value,)
    if op is ops.BRANCH:
        return tuple(value[1])
    if op in (ops.ASSERT, ops.ASSERT_NOT):
        return (value[1],)
    if op is ops.GROUPREF_EXISTS:
        return tuple(each for each in value[1:] if each is not None)
    return ()


class _Maker:
    """Makes texts that parts of one expression match."""

    def __init__(self, alphabet: str, flags: int) -> None:
        self._alphabet = alphabet
        self._flags = flags & ~re.VERBOSE & (re.IGNORECASE | re.DOTALL | re.ASCII)
        self._groups: dict[int, str] = {}
        self.characters = cache(self._characters)

    def pumps(self, tree: Any, befores: Sequence[str]) -> Iterator[tuple[str, str]]:
        """Yield each repetition's beginning and what is repeated."""
        for op, value in tree:
            for inner in _inner(op, value):
                yield from self.pumps(inner, befores)
            if op in _REPEATS and value[1] > _MANY:
                for again in self._samples(value[2]):
                    if again:
                        yield from ((before, again) for before in befores)
            pieces = self._of_node(op, value)[:3] or [""]
            befores = [a + b for a, b in itertools.product(befores, pieces)][:3]

    def _samples(self, tree: Any) -> list[str]:
        """Return texts that match a sequence, the plainest first."""
        found = [""]
        for op, value in tree:
            pieces = self._of_node(op, value) or [""]
            # Every piece once, with the first of the others, is enough.
            found = list(
                dict.fromkeys(
                    [each + pieces[0] for each in found] + [found[0] + each for each in pieces]
                )
            )[:_MOST]
        return found

    def _of_node(self, op: Any, value: Any) -> list[str]:
        if op is ops.LITERAL:
            return [chr(value)]
        if op in (ops.NOT_LITERAL, ops.ANY, ops.IN):
            return list(self.characters(op, tuple(value) if op is ops.IN else value))
        if op in _REPEATS:
            least, most, inner = value
            samples = self._samples(inner)
            found = [each * max(least, 1) for each in samples] if most else []
            return list(dict.fromkeys([*([""] if not least else []), *found]))[:_MOST]
        if op is ops.SUBPATTERN:
            found = self._samples(value[3])
            if value[0] is not None:
                self._groups[value[0]] = found[0]
            return found
        if op is ops.GROUPREF:
            return [self._groups.get(value, "")]
        if op is ops.BRANCH:
            found = [each for branch in value[1] for each in self._samples(branch)[:3]]
            return list(dict.fromkeys(found))[:_MOST]
        if op is ops.ATOMIC_GROUP:
            return self._samples(value)
        return []  # it takes no characters

    def _characters(self, op: Any, value: Any) -> str:
        """Return some characters that a node matches."""
        state = parser.State()
        state.flags = self._flags
        value = list(value) if op is ops.IN else value
        node = parser.SubPattern(state, [(op, value)])
        matches = compiler.compile(node, self._flags).fullmatch
        return "".join(each for each in self._alphabet if matches(each))[:_MOST]
