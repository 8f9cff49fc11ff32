"""A report that is written into the site's folder is neither a layout nor a program of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from articlelint import layout_words
from articlelint.article import Article
from articlelint.diagnostic import Diagnostic, Severity
from articlelint.report.places import Detail
from articlelint.report.report import FileReport, Report, findings_of
from articlelint.reporters import Style, load
from articlelint.text.span import Span

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("name", "format_name"),
    [
        ("report.html", "html"),
        ("report.json", "json"),
        ("gl-code-quality.json", "gitlab"),
        ("report.xml", "junit"),
        ("checkstyle.xml", "checkstyle"),
    ],
)
def test_the_keys_that_it_names_are_read_by_nobody(
    tmp_path: Path, name: str, format_name: str
) -> None:
    said = Diagnostic("a/b", Span(4, 7), "`lable` is not a key", Severity.WARNING)
    article = FileReport(tmp_path / "a.md", findings_of(Article("one two\n"), [said], ~Detail.NONE))
    reporter = load(format_name, plugins=False)
    assert reporter is not None
    text = "\n".join(reporter.render(Report((article,), checked=1), Style()))
    assert "lable" in text
    (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "own.html").write_text("{{ page.river }}", encoding="utf-8")
    assert layout_words(tmp_path) == {"page", "river"}
