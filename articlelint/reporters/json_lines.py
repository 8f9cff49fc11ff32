"""One JSON object per finding and line, as ``json`` has them, for programs that stream."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.report.places import Detail
from articlelint.reporters.dump import dumps
from articlelint.reporters.json import record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint.report.report import Report
    from articlelint.reporters.style import Style

DETAILS = Detail.RULES
DOCUMENT = True


def render(report: Report, style: Style) -> Iterator[str]:
    """Yield an object per finding."""
    for file, finding in report.findings:
        yield dumps(record(report, file, finding))
