"""Issues of Azure Pipelines: a logging command per finding.

The form is that of "Logging commands" (learn.microsoft.com, ``task.logissue``), where the
escapes stand too. There are errors and warnings only: infos are printed, and are no issue.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.diagnostic import Severity
from articlelint.reporters.paths import from_root
from articlelint.reporters.style import visible
from articlelint.reporters.words import told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint.report.report import Report
    from articlelint.reporters.style import Style


def render(report: Report, style: Style) -> Iterator[str]:
    """Yield a command per error or warning, a plain line per info."""
    for file in report.files:
        path = from_root(file.path, style)
        for finding in file.findings:
            item, start = finding.diagnostic, finding.place.start
            if item.severity is Severity.INFO:
                place = f"{visible(path)}:{start.line}:{start.column}"
                yield f"{place}: {item.severity} {item.rule} {visible(told(item))}"
                continue
            yield (
                f"##vso[task.logissue type={item.severity};sourcepath={_property(path)};"
                f"linenumber={start.line};columnnumber={start.column};"
                f"code={_property(item.rule)};]{_data(told(item))}"
            )


def _data(text: str) -> str:
    return visible(text).replace("%", "%AZP25")


def _property(text: str) -> str:
    return _data(text).replace(";", "%3B").replace("]", "%5D")
