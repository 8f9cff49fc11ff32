from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from articlelint.report.report import Report
from articlelint.reporters import FORMATS, Style, load, statistics
from articlelint.text.edit import Applicability

if TYPE_CHECKING:
    from collections.abc import Iterable

GOLDEN = Path(__file__).parent / "golden"
CASES = {
    "full.txt": ("full", Style(width=80)),
    "full-narrow.txt": ("full", Style(width=40)),
    "full-wrapped.txt": ("full", Style(width=50, is_terminal=True)),
    "full-color.txt": ("full", Style(color=True, width=80)),
    "concise.txt": ("concise", Style()),
    "concise-unsafe.txt": ("concise", Style(fixes=Applicability.UNSAFE)),
    "grouped.txt": ("grouped", Style()),
    "json.json": ("json", Style()),
    "json-lines.jsonl": ("json-lines", Style()),
    "sarif.sarif": ("sarif", Style()),
    "github.txt": ("github", Style()),
    "gitlab.json": ("gitlab", Style()),
    "junit.xml": ("junit", Style()),
    "checkstyle.xml": ("checkstyle", Style()),
    "rdjson.json": ("rdjson", Style()),
    "azure.txt": ("azure", Style()),
    "markdown.md": ("markdown", Style()),
    "html.html": ("html", Style()),
}


def lines_of(name: str, report: Report, style: Style | None = None) -> list[str]:
    form = load(name, plugins=False)
    assert form is not None
    return list(form.render(report, style or Style()))


def compare(lines: Iterable[str], name: str, *, accept: bool) -> None:
    text = "".join(f"{line}\n" for line in lines)
    # The page's look and script are files of their own; what is made of the report counts here.
    text = re.sub(r"(?s)<(style|script)>.*?</\1>|sha256-[^']+", "", text)
    path = GOLDEN / name
    if accept:
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    assert text == path.read_bytes().decode("utf-8")


@pytest.mark.parametrize("name", CASES)
def test_reporter_prints_the_nasty_report_as_accepted(
    name: str,
    report: Report,
    accept: bool,
) -> None:
    form, style = CASES[name]
    compare(lines_of(form, report, style), name, accept=accept)


def test_statistics_as_accepted(report: Report, accept: bool) -> None:
    compare(statistics.render(report, Style()), "statistics.txt", accept=accept)


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_that_a_terminal_would_obey_is_printed(name: str, report: Report) -> None:
    text = "\n".join(lines_of(name, report))
    assert not any(ord(character) < 0x20 and character != "\n" for character in text)
    assert "\u202e" not in text


def test_every_format_has_a_golden_file() -> None:
    assert {form for form, _ in CASES.values()} == set(FORMATS)


@pytest.mark.parametrize("name", ["full", "concise", "grouped", "json-lines", "github", "azure"])
def test_formats_of_lines_print_nothing_where_nothing_is_found(name: str) -> None:
    assert lines_of(name, Report(checked=3)) == []


def test_json_holds_what_is_promised(report: Report) -> None:
    document = json.loads("\n".join(lines_of("json", report)))
    assert list(document) == ["version", "files", "diagnostics"]
    assert document["files"] == 7
    for item in document["diagnostics"]:
        assert list(item) == [
            "path", "rule", "severity", "message", "hint", "line", "column", "end_line",
            "end_column", "start", "end", "related", "fix", "url",
        ]  # fmt: skip
    last = document["diagnostics"][-1]
    assert (last["line"], last["column"], last["end_line"], last["end_column"]) == (1, 2, 1, 6)
    assert last["url"] == "https://example.org/other"
    fixes = [item["fix"] for item in document["diagnostics"] if item["fix"]]
    assert [fix["applicability"] for fix in fixes] == ["safe", "unsafe", "display"]
    assert list(fixes[0]["edits"][0]) == ["start", "end", "replacement"]


def test_full_leaves_the_words_in_view_and_marks_them_exactly(report: Report) -> None:
    from rich.cells import cell_len

    lines = lines_of("full", report, Style(width=80))
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
