from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types

from articlelint.server.positions import Positions
from articlelint.text.span import LineIndex, Span

ENCODINGS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}
TEXTS = st.text(st.sampled_from("a é风🪁\r\n\u2028\x0c\ufeff"), max_size=40)


@given(TEXTS, st.sampled_from(sorted(ENCODINGS)))
def test_every_place_has_a_position_that_leads_back(text: str, encoding: str) -> None:
    positions = Positions(text, encoding)
    name, size = ENCODINGS[encoding]
    lines = LineIndex(text)
    for offset in range(len(text) + 1):
        if text[max(offset - 1, 0) : offset + 1] == "\r\n":
            continue  # no place for an editor
        position = positions.at(offset)
        start = lines.line(position.line + 1).start
        assert position.character == len(text[start:offset].encode(name)) // size
        assert positions.offset(position) == offset


@pytest.mark.parametrize(
    ("line", "character", "offset"),
    [
        pytest.param(0, 2, 1, id="half of a character is none of it"),
        pytest.param(0, 99, 3, id="behind the end of a line"),
        pytest.param(1, 0, 5, id="a line that CR LF ends is one"),
        pytest.param(9, 9, 6, id="behind the last line"),
    ],
)
def test_places_that_are_none(line: int, character: int, offset: int) -> None:
    assert Positions("b🪁a\r\nc", "utf-16").offset(types.Position(line, character)) == offset


def test_a_range_may_be_drawn_backwards() -> None:
    backwards = types.Range(types.Position(1, 1), types.Position(0, 0))
    assert Positions("a\nb", "utf-16").span(backwards) == Span(0, 3)


def test_a_long_line_of_any_script() -> None:
    text = "风🪁" * 5_000
    positions = Positions(text, "utf-16")
    assert positions.at(9_999) == types.Position(0, 14_998)
    assert positions.offset(types.Position(0, 14_998)) == 9_999
