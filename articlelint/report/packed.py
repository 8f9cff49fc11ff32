"""Values of which there are many, as bytes: a quarter of the memory, read each time anew."""

from __future__ import annotations

import pickle
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload
from zlib import compress, decompress

if TYPE_CHECKING:
    from collections.abc import Iterator

T = TypeVar("T")
K = TypeVar("K")
V = TypeVar("V")
_LEVEL = 1
"""More takes longer, and hardly less room."""


def _packed(value: object) -> bytes:
    return compress(pickle.dumps(value, pickle.HIGHEST_PROTOCOL), _LEVEL)


def _unpacked(data: bytes) -> Any:
    return pickle.loads(decompress(data))  # noqa: S301 - made in this process, or by a worker of it


class PackedSequence(Sequence[T], Generic[T]):
    """A sequence that is as long, and equals the same, as the one it was made of."""

    __slots__ = ("_count", "_data")

    def __init__(self, values: Sequence[T]) -> None:
        self._count = len(values)
        self._data = _packed(tuple(values))

    def _values(self) -> tuple[T, ...]:
        values: tuple[T, ...] = _unpacked(self._data)
        return values

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[T]:
        return iter(self._values())

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[T, ...]: ...
    def __getitem__(self, index: int | slice) -> T | tuple[T, ...]:
        """Return a value, or some."""
        return self._values()[index]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, PackedSequence | tuple):
            return NotImplemented
        return self._values() == tuple(other)

    def __hash__(self) -> int:
        return hash(self._values())


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
