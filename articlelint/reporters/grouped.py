"""The findings of each file under its path, in columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.language import said
from articlelint.reporters.style import visible, visible_path
from articlelint.reporters.words import severity_column

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint.report.finding import Finding
    from articlelint.report.report import Report
    from articlelint.reporters.style import Style


def render(report: Report, style: Style) -> Iterator[str]:
    """Yield a heading per file, a line per finding, and an empty line after each file."""
    for file in report.files:
        if not file.findings:
            continue
        yield style.paint(visible_path(file.path), "bold")
        width = max(len(_place(finding)) for finding in file.findings)
        for finding in file.findings:
            item = finding.diagnostic
            mark = " [*]" if item.fix and item.fix.applicability >= style.fixes else ""
            severity = severity_column(item.severity, style)
            yield (
                f"  {_place(finding):>{width}}  {severity}  {visible(said(item.message))}{mark}"
                f"  {style.paint(item.rule, 'dim')}"
            )
        yield ""


def _place(finding: Finding) -> str:
    start = finding.place.start
    return f"{start.line}:{start.column}"
