"""Annotations of GitHub Actions: a workflow command per finding.

The form is that of "Workflow commands for GitHub Actions" (docs.github.com); the escapes are
those of the toolkit's ``command.ts``. GitHub shows the first ten errors, warnings and notices
each of a step; all of them stay in its log, which is why the place stands in the message too.
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

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(report: Report, style: Style) -> Iterator[str]:
    """Yield a command per finding."""
    for file in report.files:
        name = from_root(file.path, style)
        path = _property(name)
        for finding in file.findings:
            item, place = finding.diagnostic, finding.place
            start, end = place.start, place.end
            where = f"file={path},line={start.line},endLine={end.line}"
            if start.line == end.line:  # columns of an annotation are those of one line
                where += f",col={start.column},endColumn={end.column}"
            title = _property(f"articlelint ({item.rule})")
            message = f"{name}:{start.line}:{start.column}: {item.rule} {told(item)}"
            yield f"::{_COMMANDS[item.severity]} {where},title={title}::{_data(message)}"


def _data(text: str) -> str:
    return visible(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
