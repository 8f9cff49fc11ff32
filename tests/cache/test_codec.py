"""What is kept comes back as it was, and nothing but values does."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlelint.cache.codec import UnknownValueError, dumps, loads
from articlelint.diagnostic import Diagnostic, Related, Severity
from articlelint.report.finding import Finding
from articlelint.report.places import Excerpt, Place
from articlelint.text.edit import Applicability, Edit, Fix
from articlelint.text.span import Position, Span

texts = st.text(max_size=9)
numbers = st.integers(0, 99)
spans = st.tuples(numbers, numbers).map(lambda pair: Span(min(pair), max(pair)))
fixes = st.builds(
    lambda title, span, text, sure: Fix(title, (Edit(span, text),), sure),
    texts,
    spans,
    texts,
    st.sampled_from(Applicability),
)
diagnostics = st.builds(
    Diagnostic,
    texts,
    spans,
    texts,
    st.sampled_from(Severity),
    st.none() | texts,
    st.none() | fixes,
    st.lists(st.builds(Related, spans, texts), max_size=2).map(tuple),
)
positions = st.builds(Position, numbers, numbers)
excerpts = st.builds(Excerpt, numbers, texts, spans, numbers, st.booleans())
columns = st.tuples(numbers, numbers)
found_places = st.builds(Place, positions, positions, st.tuples(excerpts), columns)
findings = st.builds(Finding, diagnostics, found_places, st.tuples(found_places))
plain = st.none() | st.booleans() | numbers | texts | st.floats(allow_nan=False)
values = st.recursive(
    plain | st.datetimes(timezones=st.just(UTC)) | st.dates() | st.timedeltas(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.lists(inner, max_size=3).map(tuple)
        | st.dictionaries(texts, inner, max_size=3)
        | st.frozensets(plain, max_size=3)
    ),
    max_leaves=9,
)


@given(findings | values)
def test_what_is_kept_comes_back(value: object) -> None:
    again = loads(dumps(value))
    assert again == value
    assert type(again) is type(value)


def test_paths_come_back() -> None:
    kept = (Path("a", "b"), PurePosixPath("a/b"))
    assert [type(each) for each in loads(dumps(kept))] == [type(each) for each in kept]


@pytest.mark.parametrize("value", [object(), lambda: 0, datetime, len, 1j])
def test_what_is_no_value_is_not_kept(value: object) -> None:
    with pytest.raises(UnknownValueError):
        dumps(value)


@pytest.mark.parametrize(
    "text",
    [
        "", "{", "{}", "[]", "[1]", '["os:system", "true"]', '["builtins:eval", "1"]',
        '["articlelint.text.source:read", "a"]', '["articlelint.cli:main"]',
        '["articlelint.text.span:Span"]', '["articlelint.text.span:Span", 1, 2, 3]',
        '["articlelint.text.source:os.system", "true"]', '["articlelint.nowhere:A"]',
        '["articlelint.diagnostic:Severity", "x"]', '["datetime", "x"]', '["dict", 1]',
        "[" * 100_000, '["articlelint.__main__:main"]', '["timedelta", 1e99]',
        '["dict", ["list"], 1]',
    ],
)  # fmt: skip
def test_what_is_damaged_is_no_value(text: str) -> None:
    with pytest.raises(UnknownValueError):
        loads(text)
