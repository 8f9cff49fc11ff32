"""A Code Quality report for GitLab: an array of issues.

The keys are those of "Code Quality report format" (docs.gitlab.com, ci/testing/code_quality),
a part of Code Climate's. GitLab compares the reports of two branches by fingerprint, and
drops an issue whose fingerprint it has seen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.diagnostic import Severity
from articlelint.report.places import Detail
from articlelint.reporters.dump import dumps
from articlelint.reporters.fingerprint import fingerprints
from articlelint.reporters.paths import from_root
from articlelint.reporters.words import told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint.report.report import Report
    from articlelint.reporters.style import Style
    from articlelint.text.span import Position

DETAILS = Detail.EXCERPTS
DOCUMENT = True

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(report: Report, style: Style) -> Iterator[str]:
    """Yield the array, an issue a line."""
    yield "["
    before = ""
    for file in report.files:
        path = from_root(file.path, style)
        for finding, fingerprint in fingerprints(file, path):
            if before:
                yield f"{before},"
            item, place = finding.diagnostic, finding.place
            issue = {
                "type": "issue",
                "check_name": item.rule,
                "description": told(item),
                "categories": ["Bug Risk" if item.severity is Severity.ERROR else "Style"],
                "severity": _SEVERITIES[item.severity],
                "fingerprint": fingerprint,
                "location": {
                    "path": path,
                    "positions": {"begin": _position(place.start), "end": _position(place.end)},
                },
            }
            before = f"  {dumps(issue)}"
    if before:
        yield before
    yield "]"


def _position(position: Position) -> dict[str, int]:
    return {"line": position.line, "column": position.column}
