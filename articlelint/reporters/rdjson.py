"""reviewdog's diagnostic format, with a suggestion per fix.

The keys are those of ``DiagnosticResult`` in reviewdog's ``proto/rdf/reviewdog.proto``. Its
columns are in UTF-8 bytes, its ends exclusive. Suggestions are taken one by one, so a fix of
several edits, which must be made together, becomes one that replaces all between them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.language import said
from articlelint.report.places import Detail
from articlelint.reporters.dump import dumps
from articlelint.reporters.words import told
from articlelint.text.edit import Applicability

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint.report.finding import Finding
    from articlelint.report.places import Place
    from articlelint.report.report import FileReport, Report
    from articlelint.reporters.style import Style

DETAILS = Detail.UTF8 | Detail.EDITS | Detail.RULES
DOCUMENT = True


def render(report: Report, style: Style) -> Iterator[str]:
    """Yield the object, a diagnostic a line."""
    yield '{"source": {"name": "articlelint"}, "diagnostics": ['
    before = ""
    for file, finding in report.findings:
        if before:
            yield f"{before},"
        before = f"  {dumps(_diagnostic(report, file, finding))}"
    if before:
        yield before
    yield "]}"


def _diagnostic(report: Report, file: FileReport, finding: Finding) -> dict[str, object]:
    item, path = finding.diagnostic, file.path.as_posix()
    code = {"value": item.rule}
    url = report.url(item.rule)
    if url and url.startswith("http"):
        code["url"] = url
    diagnostic: dict[str, object] = {
        "message": told(item),
        "location": {"path": path, "range": _range(finding.place)},
        "severity": item.severity.upper(),
        "code": code,
    }
    fix = finding.fix
    if item.fix and item.fix.applicability > Applicability.DISPLAY and fix and fix.text is not None:
        diagnostic["suggestions"] = [{"range": _range(fix.whole), "text": fix.text}]
    if item.related:
        diagnostic["related_locations"] = [
            {"message": said(related.message), "location": {"path": path, "range": _range(place)}}
            for related, place in zip(item.related, finding.related, strict=True)
        ]
    return diagnostic


def _range(place: Place) -> dict[str, dict[str, int]]:
    start, end = place.utf8 or (place.start.column, place.end.column)
    return {
        "start": {"line": place.start.line, "column": start},
        "end": {"line": place.end.line, "column": end},
    }
