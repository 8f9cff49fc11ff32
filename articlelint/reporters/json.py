"""One JSON object: ``version``, ``files`` (how many were checked) and ``diagnostics``."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint.edit import Fix
    from articlelint.report import FileReport, Finding, Place, Report
    from articlelint.reporters.style import Style
    from articlelint.span import Span

# What JSON allows in a text and a terminal obeys, or no encoding has (bytes of file names).
_UNSAFE = re.compile(
    "[\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)

VERSION = 1
"""The version of this format; it rises when a key changes its meaning or goes."""


def render(report: Report, style: Style) -> Iterator[str]:  # noqa: ARG001 - nothing to paint
    """Yield the object, a diagnostic a line."""
    yield f'{{"version": {VERSION}, "files": {report.checked}, "diagnostics": ['
    before = ""
    for file, finding in report.findings:
        if before:
            yield f"{before},"
        text = json.dumps(_diagnostic(report, file, finding), ensure_ascii=False)
        before = f"  {_UNSAFE.sub(_escape, text)}"
    if before:
        yield before
    yield "]}"


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"


def _diagnostic(report: Report, file: FileReport, finding: Finding) -> dict[str, object]:
    item = finding.diagnostic
    return {
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
        "url": report.urls.get(item.rule),
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
