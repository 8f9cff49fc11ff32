"""One line per finding: ``path:line:column: severity rule message [*]``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.reporters.style import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint.report import Report
    from articlelint.reporters.style import Style


def render(report: Report, style: Style) -> Iterator[str]:
    """Yield a line per finding; ``[*]`` marks those that ``--fix`` mends."""
    for file, finding in report.findings:
        item, start = finding.diagnostic, finding.place.start
        mark = " [*]" if item.fix and item.fix.applicability >= style.fixes else ""
        path = style.paint(visible(str(file.path)), "bold")
        severity = style.paint(item.severity, item.severity)
        rule = style.paint(item.rule, "bold")
        yield (
            f"{path}:{start.line}:{start.column}: {severity} {rule} {visible(item.message)}{mark}"
        )
