"""One line per finding: ``path:line:column: severity rule message [*]``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.language import said
from articlelint.reporters.style import visible, visible_path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint.report.report import Report
    from articlelint.reporters.style import Style


def render(report: Report, style: Style) -> Iterator[str]:
    """Yield a line per finding; ``[*]`` marks those that ``--fix`` fixes."""
    for file in report.files:
        path = style.paint(visible_path(file.path), "bold")
        for finding in file.findings:
            item, start = finding.diagnostic, finding.place.start
            mark = " [*]" if item.fix and item.fix.applicability >= style.fixes else ""
            severity = style.paint(item.severity, item.severity)
            rule = style.paint(item.rule, "bold")
            yield (
                f"{path}:{start.line}:{start.column}: "
                f"{severity} {rule} {visible(said(item.message))}{mark}"
            )
