from __future__ import annotations

from pathlib import Path

import pytest

from articlelint.article import Article
from articlelint.diagnostic import Diagnostic, Severity
from articlelint.linting.linter import Crash
from articlelint.report.places import Detail, Placer
from articlelint.report.report import FileReport, Problem, Report, findings_of
from articlelint.text.span import Span


def places(text: str, start: int, end: int) -> list[tuple[int, str, str]]:
    """Return number, text and marked words of each line that would be shown."""
    place = Placer(Article(text), Detail.EXCERPTS).place(Span(start, end))
    return [(each.number, each.text, each.marked.of(each.text)) for each in place.excerpts]


@pytest.mark.parametrize(
    ("text", "start", "end", "expected"),
    [
        ("one two", 4, 7, [(1, "one two", "two")]),
        ("one\ntwo\n", 4, 7, [(2, "two", "two")]),
        ("one\r\ntwo\r\n", 0, 5, [(1, "one", "one")]),  # the line ending belongs to its line
        ("one\ntwo\nthree", 1, 10, [(1, "one", "ne"), (3, "three", "th")]),
        ("one\n\ntwo", 4, 5, [(2, "", "")]),
        ("one\n", 4, 4, [(2, "", "")]),
        ("", 0, 0, [(1, "", "")]),
        ("\none", 0, 1, [(1, "", "")]),
    ],
)
def test_the_lines_of_a_place(
    text: str, start: int, end: int, expected: list[tuple[int, str, str]]
) -> None:
    assert places(text, start, end) == expected


def test_of_a_long_line_only_the_neighbourhood_is_kept() -> None:
    text = "a" * 5000 + "WORD" + "b" * 5000
    (excerpt,) = Placer(Article(text), Detail.EXCERPTS).place(Span(5000, 5004)).excerpts
    assert excerpt.marked.of(excerpt.text) == "WORD"
    assert len(excerpt.text) < 400
    assert excerpt.cut_before + excerpt.text.index("WORD") == 5000
    assert excerpt.cut_after
    (excerpt,) = Placer(Article(text), Detail.EXCERPTS).place(Span(0, len(text))).excerpts
    assert len(excerpt.text) < 1000


def report(severity: Severity | None = None, **changes: object) -> Report:
    found = [Diagnostic("a/b", Span(0, 1), "x", severity)] if severity else []
    findings = findings_of(Article("x"), found)
    return Report(files=(FileReport(Path("a.md"), findings, **changes),))  # type: ignore[arg-type]


CRASH = Crash("a/b", "x", "y")


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (report(), 0),
        (report(Severity.INFO), 0),
        (report(Severity.WARNING), 1),
        (report(Severity.ERROR), 1),
        (report(Severity.ERROR, problem="gone"), 2),
        (report(Severity.ERROR, problem="gone", crashes=(CRASH,)), 3),
        (report(refused="it would break"), 3),
        (report(unsettled=("a/b",)), 3),
        (Report(problems=(Problem("a", "b"),)), 2),
        (Report(crashes=(CRASH,), problems=(Problem("a", "b"),)), 3),
    ],
)
def test_the_exit_code(given: Report, code: int) -> None:
    assert given.exit_code() == code


def test_the_failing_severity() -> None:
    assert report(Severity.WARNING).exit_code(Severity.ERROR) == 0
    assert report(Severity.INFO).exit_code(Severity.INFO) == 1
    assert report(Severity.ERROR).without_findings().exit_code(Severity.INFO) == 0
