"""What is packed is what it was."""

from __future__ import annotations

import pytest

from articlelint.report.packed import PackedMapping, PackedSequence


@pytest.mark.parametrize("values", [(), ("a",), (1, ("b", None), "c" * 1000)])
def test_a_sequence_is_read_as_it_was(values: tuple[object, ...]) -> None:
    packed = PackedSequence(values)
    assert list(packed) == list(values)
    assert len(packed) == len(values)
    assert bool(packed) == bool(values)
    assert tuple(packed) == values
    assert values == packed
    assert hash(packed) == hash(values)
    assert packed[:1] == values[:1]
    assert packed != (*values, 1)


def test_a_mapping_is_read_as_it_was() -> None:
    values = {"a": [1, 2], "b": []}
    packed = PackedMapping(values)
    assert dict(packed) == dict(packed.items()) == values
    assert list(packed) == list(values)
    assert (len(packed), packed["a"]) == (2, [1, 2])
    with pytest.raises(KeyError):
        packed["c"]


def test_it_takes_less_than_half_of_the_bytes() -> None:
    values = [("a finding of many", number, number + 1) for number in range(1000)]
    size = len(PackedSequence(values)._data)
    assert size * 2 < sum(20 + len(str(value)) for value in values)
