"""Every regular expression of engine and rules, pumped with texts made from its own parse."""

from __future__ import annotations

import pytest

from tests.robustness.regexes import BOUNDED, Expression, expressions, is_bounded, slow_on

PARTS = 12


@pytest.mark.parametrize("part", range(PARTS))
def test_time_grows_with_the_text(part: int) -> None:
    tried = [each for each in expressions()[part::PARTS] if not is_bounded(each.name)]
    assert tried
    slow = {each.name or each.source: found for each in tried if (found := slow_on(each)[1])}
    assert not slow


def test_exceptions_are_still_there() -> None:
    names = [each.name for each in expressions()]
    assert [each for each in BOUNDED if not any(name.startswith(each) for name in names)] == []


@pytest.mark.parametrize(
    ("source", "is_slow"),
    [(r"(a+)+b", True), (r"\s+$", True), (r"a.*b.*c", True), (r"a++b", False), (r"\w+", False)],
)
def test_what_is_slow_is_seen(source: str, is_slow: bool) -> None:
    assert bool(slow_on(Expression("", source, 0))[1]) is is_slow
