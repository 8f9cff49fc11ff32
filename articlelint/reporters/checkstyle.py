"""Checkstyle's XML report, which many build servers read.

Its schema is ``checkstyle-report-1.0.0.xsd``, described in "Result reports"
(checkstyle.org); a rule's name becomes a dotted source, so that Jenkins finds its parts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.reporters.words import told
from articlelint.reporters.xml import DECLARATION, tag, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint.report.report import Report
    from articlelint.reporters.style import Style

DOCUMENT = True

_VERSION = "8.0"  # readers look for the attribute; the form has not changed since


def render(report: Report, style: Style) -> Iterator[str]:
    """Yield an element per file and, within, one per finding or crash."""
    yield DECLARATION
    yield tag("checkstyle", {"version": _VERSION})
    for file in report.files:
        failures = [f"{crash.rule} failed: {crash.error}" for crash in file.crashes]
        failures += [file.problem] if file.problem else []
        if not file.findings and not failures:
            continue
        yield "  " + tag("file", {"name": file.path.as_posix()})
        for finding in file.findings:
            item, start = finding.diagnostic, finding.place.start
            attributes: dict[str, object] = {
                "line": start.line,
                "column": start.column,
                "severity": item.severity,
                "message": told(item),
                "source": f"articlelint.{item.rule.replace('/', '.')}",
            }
            yield "    " + tag("error", attributes, "/>")
        for failure in failures:
            yield f"    <exception>{text(failure)}</exception>"
        yield "  </file>"
    yield "</checkstyle>"
