"""SARIF 2.1.0, the format of code scanning services and many editors.

Section numbers are those of the OASIS standard. Paths are relative to the checkout; columns
count UTF-16 code units, which is what ``columnKind`` says and what editors do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint import project
from articlelint.diagnostic import Severity
from articlelint.language import said
from articlelint.report.places import Detail
from articlelint.reporters.dump import dumps
from articlelint.reporters.fingerprint import fingerprints
from articlelint.reporters.paths import from_root, uri
from articlelint.reporters.words import defects
from articlelint.text.edit import Applicability
from articlelint.text.regex import regex
from articlelint.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint.diagnostic import Diagnostic
    from articlelint.report.finding import Finding
    from articlelint.report.places import Place
    from articlelint.report.report import Report
    from articlelint.reporters.style import Style

DETAILS = Detail.EXCERPTS | Detail.UTF16 | Detail.EDITS | Detail.RULES
DOCUMENT = True

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_ROOT = "%SRCROOT%"
_FINGERPRINT = "articlelintFingerprint/v1"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_LINK = regex(r"(?=\[[^][]*\]\()")


def render(report: Report, style: Style) -> Iterator[str]:
    """Yield the log, a rule or a result a line."""
    severities: dict[str, Severity] = {}
    for _, finding in report.findings:
        severities.setdefault(finding.diagnostic.rule, finding.diagnostic.severity)
    rules = sorted(severities)
    indices = {rule: index for index, rule in enumerate(rules)}
    yield f'{{"$schema": "{SCHEMA}", "version": "2.1.0", "runs": [{{'
    driver = f'"name": "articlelint", "semanticVersion": "{__version__}"'
    home = project.DOCUMENTATION or project.REPOSITORY
    if home is not None:
        driver += f', "informationUri": {dumps(home)}'
    yield f'  "tool": {{"driver": {{{driver}, "rules": ['
    yield from _lines(_rule(report, rule, severities[rule]) for rule in rules)
    yield "  ]}},"
    yield '  "columnKind": "utf16CodeUnits", "newlineSequences": ["\\r\\n", "\\n", "\\r"],'
    base = {_ROOT: {"description": {"text": "The root of the checkout."}}}
    yield f'  "originalUriBaseIds": {dumps(base)},'
    yield f'  "invocations": [{dumps(_invocation(report, style))}],'
    yield '  "results": ['
    yield from _lines(_results(report, style, indices))
    yield "  ]"
    yield "}]}"


def _lines(values: Iterator[dict[str, object]]) -> Iterator[str]:
    before = ""
    for value in values:
        if before:
            yield f"{before},"
        before = f"    {dumps(value)}"
    if before:
        yield before


def _rule(report: Report, name: str, severity: Severity) -> dict[str, object]:
    """Return the reportingDescriptor (3.49) of a rule."""
    rule: dict[str, object] = {"id": name}
    info = report.rules.get(name)
    if info:
        rule["shortDescription"] = {"text": said(info.summary)}
        rule["help"] = {"text": info.page, "markdown": info.page}
        if info.url and info.url.startswith("http"):
            rule["helpUri"] = info.url
    rule["defaultConfiguration"] = {"level": _LEVELS[severity]}
    rule["properties"] = {"tags": [name.partition("/")[0]]}
    return rule


def _invocation(report: Report, style: Style) -> dict[str, object]:
    """Return the invocation (3.20), with a notification for whatever went wrong."""
    notes: list[dict[str, object]] = []
    for path, defect in defects(report):
        note = _note(defect)
        if path is not None:
            artifact = _artifact(from_root(path, style))
            note["locations"] = [{"physicalLocation": {"artifactLocation": artifact}}]
        notes.append(note)
    invocation: dict[str, object] = {"executionSuccessful": not notes and not report.has_defects}
    if notes:
        invocation["toolExecutionNotifications"] = notes
    return invocation


def _note(text: str) -> dict[str, object]:
    return {"level": "error", "message": {"text": _text(text)}}


def _results(report: Report, style: Style, rules: dict[str, int]) -> Iterator[dict[str, object]]:
    for file in report.files:
        path = from_root(file.path, style)
        artifact = _artifact(path)
        for finding, fingerprint in fingerprints(file, path):
            item = finding.diagnostic
            result: dict[str, object] = {
                "ruleId": item.rule,
                "ruleIndex": rules[item.rule],
                "level": _LEVELS[item.severity],
                "message": {"text": _message(item)},
                "locations": [_location(artifact, finding.place)],
                "partialFingerprints": {_FINGERPRINT: fingerprint},
            }
            if item.related:
                result["relatedLocations"] = [
                    {
                        "id": number,
                        **_location(artifact, place),
                        "message": {"text": _text(said(related.message))},
                    }
                    for number, (related, place) in enumerate(
                        zip(item.related, finding.related, strict=True), 1
                    )
                ]
            fixes = _fixes(finding, artifact)
            if fixes:
                result["fixes"] = fixes
            yield result


def _artifact(path: str) -> dict[str, object]:
    address = uri(path)
    return {"uri": address} if ":" in address else {"uri": address, "uriBaseId": _ROOT}


def _location(artifact: dict[str, object], place: Place) -> dict[str, object]:
    return {"physicalLocation": {"artifactLocation": artifact, "region": _region(place)}}


def _region(place: Place) -> dict[str, int]:
    """Return the region (3.30); its end is just behind its last character."""
    start, end = place.utf16 or (place.start.column, place.end.column)
    return {
        "startLine": place.start.line,
        "startColumn": start,
        "endLine": place.end.line,
        "endColumn": end,
    }


def _message(item: Diagnostic) -> str:
    advice = [said(item.hint)] if item.hint else []
    return _text(said(". ").join((said(item.message), *advice)))


def _text(text: str) -> str:
    r"""Return *text* as a plain message (3.11), where ``[text](address)`` would be a link."""
    return _LINK.sub(r"\\", text)


def _fixes(finding: Finding, artifact: dict[str, object]) -> list[dict[str, object]]:
    """Return the finding's fix (3.55), if it can be applied and said in lines and columns."""
    fix, place = finding.diagnostic.fix, finding.fix
    if fix is None or place is None or fix.applicability is Applicability.DISPLAY:
        return []
    if any(map(_is_lost, place.edits, (edit.span.length for edit in fix.edits))):
        return []
    replacements = [
        {"deletedRegion": _region(where), "insertedContent": {"text": edit.replacement}}
        if edit.replacement
        else {"deletedRegion": _region(where)}
        for edit, where in zip(fix.edits, place.edits, strict=True)
    ]
    change = {"artifactLocation": artifact, "replacements": replacements}
    doubt = "" if fix.applicability is Applicability.SAFE else " (look at it before you take it)"
    description = {"text": _text(said(fix.title) + said(doubt))}
    return [{"description": description, "artifactChanges": [change]}]


def _is_lost(place: Place, length: int) -> bool:
    """Tell whether the edit is of a byte order mark, which has no column (3.30.2)."""
    columns = place.utf16 or (place.start.column, place.end.column)
    return length > 0 and place.start.line == place.end.line and columns[0] == columns[1]
