"""The report for a browser: as it is written, and as Chromium shows it where there is one."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from articlelint.article import Article
from articlelint.diagnostic import Diagnostic, Severity
from articlelint.report.places import Detail
from articlelint.report.report import FileReport, Problem, Report, findings_of
from articlelint.reporters import Style, html
from articlelint.text.edit import Edit, Fix
from articlelint.text.span import Span

HOSTILE = (
    "</script><script>document.title = 'run'</script><!-- <img src=x onerror=alert(1)> {{data}}"
)
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)


def report_of(*messages: str, path: str = "posts/a.md", text: str = "one two\n") -> Report:
    fix = Fix.safe("Write `three`", Edit(Span(4, 7), "three"))
    diagnostics = [
        Diagnostic("a/b", Span(4, 7), message, Severity.ERROR, fix=fix) for message in messages
    ]
    found = findings_of(Article(text), diagnostics, ~Detail.NONE)
    return Report((FileReport(Path(path), found),), checked=1)


def page_of(report: Report) -> str:
    return "\n".join(html.render(report, Style()))


def data_of(page: str) -> Any:
    _, _, behind = page.partition('<script type="application/json" id="data">\n')
    return json.loads(behind.partition("</script>")[0])


def test_a_finding_has_all_that_is_shown_of_it() -> None:
    data = data_of(page_of(report_of("Wrong")))
    assert data["paths"] == ["posts/a.md"]
    assert [rule["name"] for rule in data["rules"]] == ["a/b"]
    (finding,) = data["findings"]
    assert finding["excerpts"] == [[1, "one ", "two", ""]]
    assert finding["fix"] == {
        "title": "Write `three`",
        "applicability": "safe",
        "lead": "one ",
        "before": "two",
        "after": "three",
        "tail": "",
    }


def test_a_fix_in_a_long_line_is_shown_with_what_is_near() -> None:
    text = "a" * 500 + " two " + "b" * 500
    fix = Fix.safe("Write `three`", Edit(Span(501, 504), "three"))
    found = findings_of(
        Article(text),
        [Diagnostic("a/b", Span(501, 504), "Wrong", Severity.ERROR, fix=fix)],
        ~Detail.NONE,
    )
    (finding,) = data_of(page_of(Report((FileReport(Path("a.md"), found),))))["findings"]
    assert finding["fix"]["lead"] == "…" + "a" * 59 + " "
    assert finding["fix"]["tail"] == " " + "b" * 59 + "…"


def test_where_a_terminal_shows_fewer_every_place_is_said_to_count() -> None:
    (here,) = report_of("Wrong", path="en/a.md").files
    (there,) = report_of("Wrong", path="de/a.md").files
    page = page_of(Report((here, there), checked=2))
    assert "2 errors in 2 files, every place counted." in page
    assert "1 error in 1 file." in page_of(Report((here,), checked=1))


def test_nothing_of_an_article_is_markup() -> None:
    page = page_of(report_of(HOSTILE, path=HOSTILE, text=f"one two {HOSTILE}\n"))
    assert page.count("<script") == 2
    assert page.count("</script>") == 2
    assert "<img" not in page
    (finding,) = data_of(page)["findings"]
    assert finding["message"] == HOSTILE


def test_what_went_wrong_is_told_and_escaped() -> None:
    page = page_of(Report(problems=(Problem("<b>.md", "cannot be read {{script}}"),)))
    assert '<p class="defects">&lt;b&gt;.md: cannot be read {{script}}</p>' in page


def test_the_policy_lets_the_script_and_the_style_of_the_page_alone() -> None:
    page = page_of(report_of("Wrong"))
    (script,) = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    (style,) = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    for text in (script, style):
        assert f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" in page


@pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium")
@pytest.mark.parametrize(
    ("fragment", "shown"),
    [("", 2), ("#q=second", 1), ("#severity=error&fix=safe", 2), ("#severity=warning", 0)],
)
def test_chromium_shows_what_is_wanted(fragment: str, shown: int, tmp_path: Path) -> None:
    dom = dom_of(report_of(f"First {HOSTILE}", "Second"), tmp_path, fragment)
    assert "<title>articlelint: 2 errors</title>" in dom
    assert dom.count("<article") == shown


@pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium")
@pytest.mark.parametrize(
    ("span", "replacement", "shown"),
    [
        pytest.param((4, 7), "2", ["- one two", "+ one 2"], id="a word"),
        pytest.param((0, 8), "", ["- one two"], id="a line goes"),
        pytest.param((0, 8), "1 2\n", ["- one two", "+ 1 2"], id="a line is replaced"),
        pytest.param((8, 8), "and\n", ["+ and"], id="a line comes"),
        pytest.param((7, 7), "\nand", ["- one two", "+ one two", "+ and"], id="at an end"),
        pytest.param((7, 8), "", ["- one two", "- three", "+ one twothree"], id="joined"),
        pytest.param((4, 11), "", ["- one two", "- three", "+ one ee"], id="over two lines"),
    ],
)
def test_chromium_shows_the_lines_that_change(
    span: tuple[int, int], replacement: str, shown: list[str], tmp_path: Path
) -> None:
    fix = Fix.safe("Mend it", Edit(Span(*span), replacement))
    finding = Diagnostic("a/b", Span(4, 7), "Wrong", Severity.ERROR, fix=fix)
    found = findings_of(Article("one two\nthree\n"), [finding], ~Detail.NONE)
    dom = dom_of(Report((FileReport(Path("a.md"), found),)), tmp_path)
    change = dom.partition('<pre class="change">')[2].partition("</pre>")[0]
    assert re.sub("<[^>]*>", "", change).splitlines() == shown


def dom_of(report: Report, tmp_path: Path, fragment: str = "") -> str:
    """Return what Chromium makes of the page."""
    assert CHROMIUM is not None
    file = tmp_path / "report.html"
    file.write_text(page_of(report), encoding="utf-8")
    ran = subprocess.run(
        [
            *(CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu"),
            *(f"--user-data-dir={tmp_path / 'profile'}", "--dump-dom"),
            file.as_uri() + fragment,
        ],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    return ran.stdout
