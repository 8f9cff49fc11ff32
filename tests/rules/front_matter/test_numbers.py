"""Plain scalars: which of them some reader takes for something else."""

from __future__ import annotations

import pytest
import yaml

from articlelint_rules.front_matter._numbers import misreading

DOUBTFUL = [
    ("no", "`false` by readers of YAML 1.1"),
    ("On", "`true` by readers of YAML 1.1"),
    ("012", "the number 10 or 12"),
    ("08", "the number 8 by some readers"),
    ("007", "the number 7 by some readers"),
    ("1_000", "the number 1000"),
    ("12:30", "the number 750 by readers of YAML 1.1"),
    ("1:02:03", "the number 3723 by readers of YAML 1.1"),
    ("1.10", "the number 1.1"),
    ("1.0", "the number 1"),
    ("0x1F", "the number 31"),
    ("0o17", "the number 15"),
    (".5", "the number 0.5"),
    ("+1", "the number 1"),
    ("1e3", "a number with an exponent by some readers"),
    ("12345e678", "a number with an exponent by some readers"),
    ("~", "nothing"),
    ("null", "nothing"),
    ("2024-03-14", "a date, which is shown in a different form"),
    ("9007199254740993", "a number that is rounded to 9007199254740992"),
]
PLAIN = [
    "2024", "0", "-3", "3.5", "10", "1.2.3", "1-2", "12:60", "0:30", "a", "true", "False", "v1.10",
    "1,000", "2024-03", "9007199254740992", "100%", "-", "1st", "0.5",
]  # fmt: skip


@pytest.mark.parametrize(("source", "expected"), DOUBTFUL)
def test_doubtful(source: str, expected: str) -> None:
    assert misreading(source, yaml.safe_load(source)) == expected


@pytest.mark.parametrize("source", PLAIN)
def test_plain(source: str) -> None:
    assert misreading(source, yaml.safe_load(source)) is None


@pytest.mark.parametrize("source", ["9" * 400, "0" * 5000, "1" * 5000 + ":30", "1." + "0" * 5000])
def test_long(source: str) -> None:
    misreading(source, source)
