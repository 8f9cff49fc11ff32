from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlelint.text.span import LineIndex, Position, Span, SpanIndex

TEXTS = st.text(alphabet="ab\r\n\u2028智\U0001f600\x0c", max_size=60)


def test_a_span_names_the_characters_from_start_to_end() -> None:
    span = Span(2, 5)
    assert span.of("abcdefg") == "cde"
    assert span.length == 3
    assert span.shift(10) == Span(12, 15)


def test_spans_that_meet_touch_but_do_not_overlap() -> None:
    assert Span(0, 3).touches(Span(3, 5))
    assert not Span(0, 3).overlaps(Span(3, 5))
    assert not Span(0, 3).touches(Span(4, 5))


def test_cover_and_encloses() -> None:
    assert Span(4, 6).cover(Span(1, 2)) == Span(1, 6)
    assert Span(1, 6).encloses(Span(4, 6))
    assert not Span(4, 6).encloses(Span(1, 6))


@pytest.mark.parametrize(
    ("text", "offset", "position"),
    [
        pytest.param("", 0, Position(1, 1), id="empty text"),
        pytest.param("a\nb", 2, Position(2, 1), id="after a line feed"),
        pytest.param("a\r\nb", 3, Position(2, 1), id="CR LF is one ending"),
        pytest.param("a\rb", 2, Position(2, 1), id="a lone CR ends a line"),
        pytest.param("a\u2028b", 2, Position(1, 3), id="U+2028 does not"),
        pytest.param("智a", 1, Position(1, 2), id="columns are characters, not bytes"),
        pytest.param("a\n", 2, Position(2, 1), id="the end after a last newline"),
    ],
)
def test_position(text: str, offset: int, position: Position) -> None:
    assert LineIndex(text).position(offset) == position
    assert LineIndex(text).offset(position) == offset


@given(TEXTS, st.data())
def test_every_offset_has_a_position_that_leads_back(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    index = LineIndex(text)
    position = index.position(offset)
    span = index.line(position.line)
    inside_ending = offset > span.end
    assert index.offset(position) == (span.end if inside_ending else offset)


@given(TEXTS)
def test_lines_with_their_endings_make_up_the_text(text: str) -> None:
    index = LineIndex(text)
    lines = [index.line_with_ending(number).of(text) for number in range(1, len(index) + 1)]
    assert "".join(lines) == text
    for number in range(1, len(index) + 1):
        assert not set(index.line(number).of(text)) & {"\r", "\n"}


def test_places_outside_the_text_are_refused() -> None:
    index = LineIndex("a\nb")
    with pytest.raises(ValueError, match="outside"):
        index.position(4)
    with pytest.raises(ValueError, match="outside"):
        index.line(3)


def test_a_line_that_one_thing_fills() -> None:
    index = LineIndex("a\n \tb  \r\nc b\n" + "\t" * 2_000 + "b")
    assert index.filled(Span(4, 5)) == Span(2, 9)
    assert index.filled(Span(11, 12)) is None
    assert index.filled(Span(4, 10)) is None  # two lines
    assert index.filled(Span(2_013, 2_014)) is None  # nobody wants to know


SPANS = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 6)), max_size=8)


@given(SPANS, st.tuples(st.integers(0, 12), st.integers(0, 6)))
def test_an_index_answers_as_a_look_at_all_spans(
    pairs: list[tuple[int, int]], asked: tuple[int, int]
) -> None:
    spans = [Span(start, start + length) for start, length in pairs]
    span = Span(asked[0], sum(asked))
    index = SpanIndex(spans)
    assert index.has_around(span) == any(each.encloses(span) for each in spans)
    assert index.has_within(span) == any(span.encloses(each) for each in spans)
    assert list(index.within(span)) == sorted(each for each in spans if span.encloses(each))
