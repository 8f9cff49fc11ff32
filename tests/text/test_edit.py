from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlelint.text.edit import Applicability, Edit, Fix, apply
from articlelint.text.span import Span


def test_edits_are_made_wherever_they_stand_in_the_list() -> None:
    edits = [Edit(Span(4, 7), "cat"), Edit.insert(0, "> "), Edit.delete(Span(7, 8))]
    assert apply("the dog.", edits) == "> the cat"


def test_insertions_at_one_place_keep_their_order() -> None:
    assert apply("ab", [Edit.insert(1, "1"), Edit.insert(1, "2")]) == "a12b"


@pytest.mark.parametrize(
    "edits",
    [
        pytest.param([Edit(Span(0, 3), "x"), Edit(Span(2, 4), "y")], id="overlap"),
        pytest.param([Edit(Span(3, 9), "x")], id="past the end"),
        pytest.param([Edit(Span(3, 2), "x")], id="backwards"),
    ],
)
def test_impossible_edits_are_refused(edits: list[Edit]) -> None:
    with pytest.raises(ValueError, match="edit"):
        apply("abcde", edits)


def test_a_fix_keeps_its_edits_in_reading_order() -> None:
    fix = Fix.safe("Swap", Edit(Span(4, 5), "a"), Edit(Span(0, 1), "b"))
    assert [edit.span.start for edit in fix.edits] == [0, 4]
    assert fix.span == Span(0, 5)


def test_a_fix_needs_edits_that_do_not_overlap() -> None:
    with pytest.raises(ValueError, match="without edits"):
        Fix.safe("Nothing")
    with pytest.raises(ValueError, match="overlap"):
        Fix.safe("Twice", Edit(Span(0, 2), ""), Edit(Span(1, 3), ""))


def test_applicability_is_ordered_by_trust() -> None:
    assert Applicability.SAFE > Applicability.UNSAFE > Applicability.DISPLAY


@given(st.text(max_size=40), st.lists(st.integers(0, 40), max_size=6), st.text(max_size=3))
def test_what_lies_outside_edits_is_unchanged(text: str, cuts: list[int], new: str) -> None:
    places = sorted({min(cut, len(text)) for cut in cuts})
    edits = [
        Edit(Span(start, end), new) for start, end in zip(places[::2], places[1::2], strict=False)
    ]
    kept = []
    done = 0
    for edit in edits:
        kept.append(text[done : edit.span.start])
        done = edit.span.end
    kept.append(text[done:])
    assert apply(text, edits) == new.join(kept)
