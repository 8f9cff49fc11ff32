"""Texts that make a regular expression take long, made from its own parse.

Each repetition without an end gets what it repeats again and again, behind a beginning that leads
to it, and before an end at which the expression fails; each beginning is repeated as well.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

ops: Any = import_module("re._constants")  # what the parser makes of an expression has no types
parser: Any = import_module("re._parser")

_COMMON: Final = " a\n0-<\"'/.:"
_ENDS: Final = ("\0", "\n!")
_MANY: Final = 20
"""A repetition that may go on for longer than this has no end."""
_MOST: Final = 5
_REPEATS: Final = (ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT)
_CATEGORIES: Final[dict[Any, Callable[[str], bool]]] = {
    ops.CATEGORY_DIGIT: str.isdigit,
    ops.CATEGORY_SPACE: str.isspace,
    ops.CATEGORY_WORD: lambda each: each.isalnum() or each == "_",
}
_NEGATED: Final = {
    ops.CATEGORY_NOT_DIGIT: ops.CATEGORY_DIGIT,
    ops.CATEGORY_NOT_SPACE: ops.CATEGORY_SPACE,
    ops.CATEGORY_NOT_WORD: ops.CATEGORY_WORD,
}


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
    alphabet = "".join(dict.fromkeys("".join(_literals(tree))[:30] + _COMMON))
    found: dict[Pump, None] = {}
    for before, again in _Maker(alphabet).pumps(tree, [""]):
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


def _is_in(items: Any, character: str) -> bool:
    """Tell whether a set of characters has this one, upper and lower case apart."""
    negated = items[0][0] is ops.NEGATE
    for op, value in items[negated:]:
        if op is ops.LITERAL:
            found = ord(character) == value
        elif op is ops.RANGE:
            found = value[0] <= ord(character) <= value[1]
        elif op is ops.CATEGORY:
            found = (value in _CATEGORIES and _CATEGORIES[value](character)) or (
                value in _NEGATED and not _CATEGORIES[_NEGATED[value]](character)
            )
        else:
            found = False
        if found:
            return not negated
    return negated


class _Maker:
    """Makes texts that parts of one expression match."""

    def __init__(self, alphabet: str) -> None:
        self._alphabet = alphabet
        self._groups: dict[int, str] = {}

    def pumps(self, tree: Any, befores: list[str]) -> Iterator[tuple[str, str]]:
        """Yield each repetition's beginning and what is repeated."""
        for op, value in tree:
            for inner in _inner(op, value):
                yield from self.pumps(inner, befores)
            pieces = self._of_node(op, value) or [""]
            if op in _REPEATS and value[1] > _MANY:
                for again in self._samples(value[2]):
                    if again:
                        yield from ((before, again) for before in befores)
            plain = [befores[0] + each for each in pieces]
            befores = list(dict.fromkeys([*plain, *(each + pieces[0] for each in befores)]))[:2]

    def _samples(self, tree: Any) -> list[str]:
        """Return texts that match a sequence, the plainest first."""
        found = [""]
        for op, value in tree:
            pieces = self._of_node(op, value) or [""]
            # Every piece once, with the first of the others, is enough.
            both = [found[0] + each for each in pieces] + [each + pieces[0] for each in found]
            found = list(dict.fromkeys(both))[:_MOST]
        return found

    def _of_node(self, op: Any, value: Any) -> list[str]:
        """Return some texts that a node matches; none of one that takes no characters."""
        if op is ops.LITERAL:
            return [chr(value)]
        if op in (ops.NOT_LITERAL, ops.ANY, ops.IN):
            return [each for each in self._alphabet if _matches(op, value, each)][:_MOST]
        if op in _REPEATS:
            least, most, inner = value
            found = [each * max(least, 1) for each in self._samples(inner)] if most else []
            return list(dict.fromkeys([*([""] if not least else []), *found]))[:_MOST]
        if op is ops.BRANCH:
            found = [each for branch in value[1] for each in self._samples(branch)[:2]]
            return list(dict.fromkeys(found))[: 2 * _MOST]
        if op is ops.GROUPREF:
            return [self._groups.get(value, "")]
        return self._of_group(op, value)

    def _of_group(self, op: Any, value: Any) -> list[str]:
        if op is ops.ATOMIC_GROUP:
            return self._samples(value)
        if op is not ops.SUBPATTERN:
            return []
        found = self._samples(value[3])
        if value[0] is not None:
            self._groups[value[0]] = found[0]
        return found


def _matches(op: Any, value: Any, character: str) -> bool:
    if op is ops.IN:
        return _is_in(value, character)
    return op is ops.ANY or ord(character) != value
