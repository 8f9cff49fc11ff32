"""Values of which there are many, as bytes: a quarter of the memory, read each time anew."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar, overload
from zlib import compress, decompress

from articlelint.named_tuple import NamedTuple
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from articlelint.diagnostic import Severity
    from articlelint.report.finding import Finding
    from articlelint.text.edit import Applicability

K = TypeVar("K")
V = TypeVar("V")
_LEVEL = 1
"""More takes longer, and hardly less room."""
OF_ARTICLE = 1
"""The bit of a cause's mark that tells that only findings of one article have it."""


def _packed(value: object) -> bytes:
    import pickle  # 1 ms, where there are many

    return compress(pickle.dumps(value, pickle.HIGHEST_PROTOCOL), _LEVEL)


def _unpacked(data: bytes) -> Any:
    import pickle

    return pickle.loads(decompress(data))  # noqa: S301 - made in this process, or by a worker of it


class PackedFindings(Sequence["Finding"]):
    """Findings that are as many, and equal the same, as those that they were made of.

    *counted* and *marks* are there without reading them; see ``counted`` and ``marks``.
    """

    __slots__ = ("_data", "counted", "marks")

    def __init__(self, findings: Iterable[Finding]) -> None:
        values = tuple(findings)
        self._data = _packed(values)
        self.counted = shared(counted(values))
        self.marks = array("q", marks(values))

    def __reduce__(self) -> tuple[type[PackedFindings], tuple[tuple[Finding, ...]]]:
        """Leave the marks behind, which are others in another process."""
        return PackedFindings, (self._values(),)

    def _values(self) -> tuple[Finding, ...]:
        values: tuple[Finding, ...] = _unpacked(self._data)
        return values

    def __len__(self) -> int:
        return len(self.counted)

    def __iter__(self) -> Iterator[Finding]:
        return iter(self._values())

    @overload
    def __getitem__(self, index: int) -> Finding: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Finding, ...]: ...
    def __getitem__(self, index: int | slice) -> Finding | tuple[Finding, ...]:
        """Return a finding, or some."""
        return self._values()[index]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence):
            return NotImplemented
        return self._values() == tuple(other)

    def __hash__(self) -> int:
        return hash(self._values())


class Counted(NamedTuple):
    """What is counted of a finding: how much it matters, and how far its fixes can be trusted.

    *others* is the number of those that it stands for.
    """

    severity: Severity
    fixes: tuple[Applicability, ...]
    others: int


def counted(findings: Sequence[Finding]) -> tuple[Counted, ...]:
    """Return what is counted of each of *findings*."""
    known = getattr(findings, "counted", None)
    if known is not None:
        return known  # type: ignore[no-any-return] # it has this very type
    return tuple([Counted(each.diagnostic.severity, each.fixes, each.others) for each in findings])


def marks(findings: Sequence[Finding]) -> Sequence[int]:
    """Return four numbers for each of *findings*.

    The first is the same of findings that say the same. The second is the same of those of one
    cause, with the bit OF_ARTICLE where that is one of their article; 0 stands for none. The third
    is the same of those of one rule, the fourth of those that differ only in what they quote.
    Others may have them, too; in another process they are others.
    """
    known = getattr(findings, "marks", None)
    if known is not None:
        return known  # type: ignore[no-any-return] # likewise
    found = []
    for finding in findings:
        item = finding.diagnostic
        found.append(hash((item.rule, item.message)))
        cause = hash((item.rule, item.cause)) & ~OF_ARTICLE if item.cause else 0
        found.append(cause | OF_ARTICLE if is_of_article(item.cause or "") else cause)
        found.append(hash(item.rule))
        found.append(hash((item.rule, words(item.message))))
    return found


def words(message: str) -> str:
    """Return *message* without what it quotes and counts."""
    return _QUOTED.sub("", message)


_QUOTED = regex(r"`[^`]*`|\d+")


def is_of_article(cause: str) -> bool:
    """Tell whether a *cause* is not that of findings in other articles as well."""
    return cause.partition("/")[0] == "article"


def shared(found: Iterable[Counted]) -> tuple[Counted, ...]:
    """Return *found*, as one object for many files that have the same."""
    return _itself(tuple(found))


@lru_cache(maxsize=10_000)
def _itself(found: tuple[Counted, ...]) -> tuple[Counted, ...]:
    return found


class PackedMapping(Mapping[K, V]):
    """A mapping whose values are packed; its keys, which are few and those of many, are not."""

    __slots__ = ("_data", "_keys")

    def __init__(self, values: Mapping[K, V]) -> None:
        self._keys = tuple(values)
        self._data = _packed(list(values.values()))

    def _values(self) -> dict[K, V]:
        return dict(zip(self._keys, _unpacked(self._data), strict=True))

    def __len__(self) -> int:
        return len(self._keys)

    def __iter__(self) -> Iterator[K]:
        return iter(self._keys)

    def __getitem__(self, key: K) -> V:
        return self._values()[key]

    def items(self) -> Any:
        """Return the pairs, read once."""
        return self._values().items()
