"""The exceptions of the command that pumps every regular expression are expressions still."""

from __future__ import annotations

from tests.robustness.regexes import BOUNDED, expressions


def test_exceptions_are_still_there() -> None:
    names = [each.name for each in expressions()]
    assert [each for each in BOUNDED if not any(name.startswith(each) for name in names)] == []
