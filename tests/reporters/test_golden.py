from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from articlelint.edit import Applicability
from articlelint.report import Report
from articlelint.reporters import FORMATS, Style, reporter, statistics

if TYPE_CHECKING:
    from collections.abc import Iterable

GOLDEN = Path(__file__).parent / "golden"
CASES = {
    "full.txt": ("full", Style(width=80)),
    "full-narrow.txt": ("full", Style(width=40)),
    "full-color.txt": ("full", Style(color=True, width=80)),
    "concise.txt": ("concise", Style()),
    "concise-unsafe.txt": ("concise", Style(fixes=Applicability.UNSAFE)),
    "json.json": ("json", Style()),
}


def compare(lines: Iterable[str], name: str, *, accept: bool) -> None:
    text = "".join(f"{line}\n" for line in lines)
    path = GOLDEN / name
    if accept:
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    assert text == path.read_bytes().decode("utf-8")


@pytest.mark.parametrize("name", CASES)
def test_reporter_prints_the_nasty_report_as_accepted(
    name: str,
    report: Report,
    accept: bool,  # noqa: FBT001 - a fixture
) -> None:
    form, style = CASES[name]
    compare(reporter(form)(report, style), name, accept=accept)


def test_statistics_as_accepted(report: Report, accept: bool) -> None:  # noqa: FBT001 - a fixture
    compare(statistics.render(report, Style()), "statistics.txt", accept=accept)


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_that_a_terminal_would_obey_is_printed(name: str, report: Report) -> None:
    text = "\n".join(reporter(name)(report, Style()))
    assert not any(ord(character) < 0x20 and character != "\n" for character in text)
    assert "\u202e" not in text


@pytest.mark.parametrize("name", FORMATS)
def test_a_report_without_findings_prints(name: str) -> None:
    lines = list(reporter(name)(Report(checked=3), Style()))
    assert lines == (
        ['{"version": 1, "files": 3, "diagnostics": [', "]}"] if name == "json" else []
    )


def test_json_holds_what_is_promised(report: Report) -> None:
    document = json.loads("\n".join(reporter("json")(report, Style())))
    assert list(document) == ["version", "files", "diagnostics"]
    assert document["files"] == 7
    for item in document["diagnostics"]:
        assert list(item) == [
            "path", "rule", "severity", "message", "hint", "line", "column", "end_line",
            "end_column", "start", "end", "related", "fix", "url",
        ]  # fmt: skip
    last = document["diagnostics"][-1]
    assert (last["line"], last["column"], last["end_line"], last["end_column"]) == (1, 1, 1, 5)
    assert last["url"] == "https://example.org/other"
    fixes = [item["fix"] for item in document["diagnostics"] if item["fix"]]
    assert [fix["applicability"] for fix in fixes] == ["safe", "unsafe", "display"]
    assert list(fixes[0]["edits"][0]) == ["start", "end", "replacement"]


def test_full_leaves_the_words_in_view_and_marks_them_exactly(report: Report) -> None:
    from rich.cells import cell_len  # noqa: PLC0415 - to compare with

    lines = list(reporter("full")(report, Style(width=80)))
    for message, words in {
        "In the middle of 10,000 characters": "here",
        "In the middle of wide characters": "这里",
        "Wide characters": "马拉松",
    }.items():
        start = next(index for index, line in enumerate(lines) if line.endswith(message))
        shown, marks = lines[start + 3], lines[start + 4]
        assert cell_len(shown) <= 80
        before, _, _ = shown.partition(words)
        assert cell_len(before) == marks.index("^")
        assert cell_len(words) == marks.count("^")
