"""JUnit's XML report: a test suite per file, a test case per finding.

There is no standard; this is what the schemas of Maven Surefire and of Jenkins' xUnit plugin
(``junit-10.xsd``) have in common. Findings below the failing severity are tests that pass and
print something.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.language import said
from articlelint.reporters.style import visible
from articlelint.reporters.words import fix_title
from articlelint.reporters.xml import DECLARATION, tag, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint.diagnostic import Diagnostic
    from articlelint.report.finding import Finding
    from articlelint.report.report import FileReport, Report
    from articlelint.reporters.style import Style

DOCUMENT = True


def render(report: Report, style: Style) -> Iterator[str]:
    """Yield a suite about the run as a whole, then one per file with anything to say."""
    general = [said(str(problem)) for problem in report.problems]
    general += [said(f"{crash.rule} failed: {crash.error}") for crash in report.crashes]
    shown = [file for file in report.files if file.findings or _errors(file)]
    yield DECLARATION
    total = {
        "name": "articlelint",
        "tests": 1 + sum(len(file.findings) + len(_errors(file)) for file in shown),
        "failures": sum(_failures(file, style) for file in shown),
        "errors": bool(general) + sum(len(_errors(file)) for file in shown),
    }
    yield tag("testsuites", total)
    summary = {"name": "articlelint", "tests": 1, "failures": 0, "errors": int(bool(general))}
    yield "  " + tag("testsuite", summary)
    name = said(f"{report.checked} {'file' if report.checked == 1 else 'files'} checked")
    yield "    " + tag("testcase", {"name": name, "classname": "articlelint"})
    for problem in general:
        yield "      " + tag("error", {"message": problem}, "/>")
    yield "    </testcase>"
    yield "  </testsuite>"
    for file in shown:
        yield from _suite(file, style)
    yield "</testsuites>"


def _errors(file: FileReport) -> list[str]:
    errors = [said(f"{crash.rule} failed: {crash.error}") for crash in file.crashes]
    return [*errors, said(file.problem)] if file.problem else errors


def _failures(file: FileReport, style: Style) -> int:
    return sum(_fails(finding.diagnostic, style) for finding in file.findings)


def _fails(item: Diagnostic, style: Style) -> bool:
    return item.severity.rank >= style.fail_on.rank


def _suite(file: FileReport, style: Style) -> Iterator[str]:
    path, errors = file.path.as_posix(), _errors(file)
    counts: dict[str, object] = {
        "name": path,
        "tests": len(file.findings) + len(errors),
        "failures": _failures(file, style),
        "errors": len(errors),
    }
    yield "  " + tag("testsuite", counts)
    for finding in file.findings:
        start = finding.place.start
        name = f"{finding.diagnostic.rule} {start.line}:{start.column}"
        yield "    " + tag("testcase", {"name": name, "classname": path})
        yield from _outcome(path, finding, style)
        yield "    </testcase>"
    for error in errors:
        yield "    " + tag("testcase", {"name": "check", "classname": path})
        yield "      " + tag("error", {"message": error}, "/>")
        yield "    </testcase>"
    yield "  </testsuite>"


def _outcome(path: str, finding: Finding, style: Style) -> Iterator[str]:
    item = finding.diagnostic
    lines = [text(line) for line in _lines(path, finding)]
    if _fails(item, style):
        start, end = (
            tag("failure", {"type": item.severity, "message": said(item.message)}),
            "</failure>",
        )
    else:
        start, end = "<system-out>", "</system-out>"
    lines[0] = f"      {start}{lines[0]}"
    lines[-1] += end
    yield from lines


def _lines(path: str, finding: Finding) -> Iterator[str]:
    item, start = finding.diagnostic, finding.place.start
    yield f"{path}:{start.line}:{start.column}: {item.severity} {item.rule} {said(item.message)}"
    for related, place in zip(item.related, finding.related, strict=True):
        yield f"{said(f'line {place.start.line}')}: {visible(said(related.message))}"
    if item.hint:
        yield f"{said('hint')}: {said(item.hint)}"
    if item.fix:
        yield f"{said('fix')}: {fix_title(item.fix)}"
