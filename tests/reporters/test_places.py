"""Columns in the units of other programs, and fixes made by them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlelint.article import Article
from articlelint.diagnostic import Diagnostic, Severity
from articlelint.report.places import KEPT_FIXED, Detail, Placer
from articlelint.report.report import FileReport, Report, findings_of
from articlelint.reporters import Style, load
from articlelint.text.columns import Columns, Units
from articlelint.text.edit import Edit, Fix, apply
from articlelint.text.span import LineIndex, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

TEXTS = st.text(st.sampled_from("ab\n\r\t é城\U0001f469\u0301\ufeff\ud800"), max_size=40)
UNITS = {"utf-8": 1, "utf-16-le": 2}


def length(text: str, encoding: str) -> int:
    return len(text.encode(encoding, "surrogatepass")) // UNITS[encoding]


@given(TEXTS, st.data())
def test_units_are_those_of_the_encoded_text(text: str, data: st.DataObject) -> None:
    text = text * data.draw(st.sampled_from([1, 200]))
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert Units(text, "utf-8").between(start, end) == length(text[start:end], "utf-8")
    assert Units(text, "utf-16-le").between(start, end) == length(text[start:end], "utf-16-le")


@given(TEXTS, st.data())
def test_columns_start_anew_in_each_line(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    position = LineIndex(text).position(offset)
    start = offset - position.column + 1
    assert Columns(text, "utf-8").of(offset, position) == length(text[start:offset], "utf-8") + 1


def test_a_byte_order_mark_counts_only_where_it_is_wanted() -> None:
    article = Article("\ufeffab\n\ufeffab")
    assert Placer(article, Detail.UTF16).place(Span(1, 3)).utf16 == (1, 3)
    assert Placer(article, Detail.UTF16).place(Span(0, 3)).utf16 == (1, 3)
    assert Placer(article, Detail.UTF16).place(Span(5, 7)).utf16 == (2, 4)
    assert Placer(article, Detail.UTF8).place(Span(0, 3)).utf8 == (1, 6)


def test_details_are_there_only_where_they_are_wanted() -> None:
    article = Article("城 x")
    assert Placer(article, Detail.NONE).place(Span(0, 1)).utf8 is None
    assert Placer(article, Detail.UTF8).place(Span(0, 1)).utf8 == (1, 4)
    assert Placer(article, Detail.UTF16).place(Span(0, 1)).utf16 == (1, 2)
    assert Placer(article, Detail.UTF16).place(Span(0, 1)).excerpts == ()


def fixed(*edits: Edit, text: str) -> tuple[str, Report]:
    """Return *text* after the edits, and a report of a finding with that fix."""
    diagnostic = Diagnostic(
        "a/b", Span.at(0), "Wrong", Severity.ERROR, fix=Fix.safe("Fix it", *edits)
    )
    details = Detail.UTF16 | Detail.UTF8 | Detail.EDITS
    file = FileReport(Path("a.md"), findings_of(Article(text), [diagnostic], details))
    return apply(text, edits), Report((file,))


def document(name: str, report: Report) -> Any:
    form = load(name)
    assert form is not None
    return json.loads("\n".join(form.render(report, Style())))


def replaced(text: str, encoding: str, changes: Iterable[tuple[tuple[int, ...], str]]) -> str:
    """Return *text* with changes at (line, column, line, column), columns in *encoding*."""
    lines = LineIndex(text)

    def offset(line: int, column: int) -> int:
        span = lines.line_with_ending(line)
        units = span.of(text).encode(encoding, "surrogatepass")
        before = units[: (column - 1) * UNITS[encoding]]
        return span.start + len(before.decode(encoding, "surrogatepass"))

    return apply(
        text,
        [
            Edit(Span(offset(*place[:2]), offset(*place[2:])), replacement)
            for place, replacement in changes
        ],
    )


@st.composite
def fixes(draw: st.DrawFn) -> tuple[str, tuple[Edit, ...]]:
    text = draw(TEXTS.filter(lambda text: "\ufeff" not in text))
    offsets = sorted(draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=6)))
    offsets = offsets[: len(offsets) // 2 * 2]
    spans = [Span(start, end) for start, end in zip(offsets[::2], offsets[1::2], strict=True)]
    words = st.sampled_from(["", "x", "城\n", "\U0001f469"])
    return text, tuple(Edit(span, draw(words)) for span in spans)


@given(fixes())
def test_sarif_fixes_by_utf16_columns_make_the_same_text(
    case: tuple[str, tuple[Edit, ...]],
) -> None:
    text, edits = case
    after, report = fixed(*edits, text=text)
    (result,) = document("sarif", report)["runs"][0]["results"]
    (change,) = result["fixes"][0]["artifactChanges"]
    keys = ("startLine", "startColumn", "endLine", "endColumn")
    changes = [
        (
            tuple(each["deletedRegion"][key] for key in keys),
            each.get("insertedContent", {"text": ""})["text"],
        )
        for each in change["replacements"]
    ]
    assert replaced(text, "utf-16-le", changes) == after


@given(fixes())
def test_suggestions_by_utf8_columns_make_the_same_text(case: tuple[str, tuple[Edit, ...]]) -> None:
    text, edits = case
    after, report = fixed(*edits, text=text)
    (diagnostic,) = document("rdjson", report)["diagnostics"]
    (suggestion,) = diagnostic["suggestions"]
    place = tuple(
        suggestion["range"][end][key] for end in ("start", "end") for key in ("line", "column")
    )
    assert replaced(text, "utf-8", [(place, suggestion["text"])]) == after


def test_a_fix_of_a_byte_order_mark_cannot_be_said_in_columns() -> None:
    _, report = fixed(Edit.delete(Span(0, 1)), text="\ufeffa")
    assert "fixes" not in document("sarif", report)["runs"][0]["results"][0]
    assert "suggestions" in document("rdjson", report)["diagnostics"][0]


@pytest.mark.parametrize(("gap", "suggested"), [(10, True), (KEPT_FIXED + 1, False)])
def test_a_fix_far_and_wide_is_no_suggestion(gap: int, suggested: bool) -> None:
    text = "a" * gap + "b"
    _, report = fixed(Edit.insert(0, "x"), Edit.insert(gap, "y"), text=text)
    assert ("suggestions" in document("rdjson", report)["diagnostics"][0]) is suggested
    assert "fixes" in document("sarif", report)["runs"][0]["results"][0]


def test_a_long_line_with_many_findings_takes_no_time() -> None:
    text = "城\U0001f469 " * 200_000
    found = [
        Diagnostic("a/b", Span(start, start + 2), "Wrong", Severity.ERROR)
        for start in range(0, len(text), 60)
    ]
    findings = findings_of(Article(text), found, Detail.UTF8 | Detail.UTF16 | Detail.EXCERPTS)
    assert findings[-1].place.utf16 == (
        length(text[: found[-1].span.start], "utf-16-le") + 1,
        length(text[: found[-1].span.end], "utf-16-le") + 1,
    )
