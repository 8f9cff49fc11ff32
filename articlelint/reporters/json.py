"""One JSON object: ``version``, ``files`` (how many were checked) and ``diagnostics``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.language import is_english, language, said
from articlelint.report.places import Detail
from articlelint.reporters.dump import dumps

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint.diagnostic import Diagnostic
    from articlelint.report.finding import Finding
    from articlelint.report.places import Place
    from articlelint.report.report import FileReport, Report
    from articlelint.reporters.style import Style
    from articlelint.text.edit import Fix
    from articlelint.text.span import Span

DETAILS = Detail.RULES
DOCUMENT = True
VERSION = 1
"""The version of this format; it rises when a key changes its meaning or goes."""


def render(report: Report, style: Style) -> Iterator[str]:
    """Yield the object, a diagnostic a line."""
    yield f'{{"version": {VERSION}, "files": {report.checked}, "diagnostics": ['
    before = ""
    for file, finding in report.findings:
        if before:
            yield f"{before},"
        before = f"  {dumps(record(report, file, finding))}"
    if before:
        yield before
    yield "]}"


def record(report: Report, file: FileReport, finding: Finding) -> dict[str, object]:
    """Return what the JSON formats say of a finding; offsets and columns are in characters."""
    item = finding.diagnostic
    found: dict[str, object] = {
        "path": file.path.as_posix(),
        "rule": item.rule,
        "severity": item.severity,
        "message": item.message,
        "hint": item.hint,
        **_place(finding.place, item.span),
        "related": [
            {"message": related.message, **_place(place, related.span)}
            for related, place in zip(item.related, finding.related, strict=True)
        ],
        "fix": _fix(item.fix) if item.fix else None,
        "url": report.url(item.rule),
    }
    return found if is_english() else found | {"translated": _translated(item)}


def _translated(item: Diagnostic) -> dict[str, object]:
    """Return the words of a finding in the language that is used."""
    return {
        "language": language(),
        "message": said(item.message),
        "hint": item.hint and said(item.hint),
        "related": [said(related.message) for related in item.related],
        "fix": item.fix and said(item.fix.title),
    }


def _place(place: Place, span: Span) -> dict[str, int]:
    return {
        "line": place.start.line,
        "column": place.start.column,
        "end_line": place.end.line,
        "end_column": place.end.column,
        "start": span.start,
        "end": span.end,
    }


def _fix(fix: Fix) -> dict[str, object]:
    return {
        "title": fix.title,
        "applicability": fix.applicability.name.lower(),
        "edits": [
            {"start": edit.span.start, "end": edit.span.end, "replacement": edit.replacement}
            for edit in fix.edits
        ],
    }
