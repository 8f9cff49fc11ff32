from __future__ import annotations

import pytest

from articlelint.destinations.names import Names, bare


def with_unknown_ids_of(*headings: str) -> Names:
    return Names(frozenset({"kites"}), closed=True, exact=True, alike=tuple(map(bare, headings)))


@pytest.mark.parametrize("fragment", ["flying-a-kite", "flying", "fly-a-kite", "flying-kites-2"])
def test_what_is_like_the_words_of_a_heading_may_be_its_id(fragment: str) -> None:
    assert with_unknown_ids_of("Flying a kite").has(fragment)


@pytest.mark.parametrize("fragment", ["installation", "strings", "kite-shops-in-town"])
def test_what_is_not_is_missing(fragment: str) -> None:
    assert not with_unknown_ids_of("Flying a kite").has(fragment)


def test_signs_alone_are_like_nothing() -> None:
    assert not with_unknown_ids_of("Flying a kite").has("---")


def test_any_word_may_be_one_of_very_many_headings() -> None:
    assert with_unknown_ids_of(*(f"Flying {number}" for number in range(201))).has("strings")
