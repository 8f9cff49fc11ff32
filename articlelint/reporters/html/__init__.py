"""One page of HTML that needs nothing else: totals, filters, and each finding with its fix.

The page's script reads the findings from a block of JSON and writes text alone, no markup; a
content security policy lets nothing else run, whatever stands in an article.
"""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from hashlib import sha256
from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING

from articlelint.language import language, said, said_page, template
from articlelint.report.alike import gathered
from articlelint.report.places import Detail
from articlelint.reporters.dump import dumps
from articlelint.reporters.html.words import page_words, script_words
from articlelint.reporters.style import visible
from articlelint.reporters.words import counted, defects, tally
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from articlelint.report.finding import Finding
    from articlelint.report.places import Excerpt
    from articlelint.report.report import Report
    from articlelint.reporters.style import Style

DETAILS = Detail.EXCERPTS | Detail.EDITS | Detail.CHANGES | Detail.RULES
DOCUMENT = True

_PLACE = regex(r"\{\{([a-z-]+)\}\}")
_LINE_ENDING = regex(r"\r\n|\r|\n")


def render(report: Report, style: Style) -> Iterator[str]:
    """Yield the page; a finding is a line of it."""
    look, script = _part("report.css"), _part("report.js")
    wanted = template("{found} in {files}.")
    if gathered(report).counts() != report.counts():  # which is what a terminal shows
        wanted = template("{found} in {files}, every place counted.")
    summary = wanted.format(found=tally(report).capitalize(), files=counted(report.checked, "file"))
    rules = sorted({finding.diagnostic.rule for _, finding in report.findings})
    parts = {
        "style-hash": _hash(look),
        "script-hash": _hash(script),
        "language": language(),
        "tally": escape(tally(report)),
        "summary": escape(summary),
        "defects": "\n".join(_defects(report)),
        "rules": "\n".join(_totals(report)),
        "style": look,
        "script": script,
        **{name: escape(text) for name, text in page_words().items()},
    }
    for line in _part("page.html").splitlines():
        if line == "{{data}}":
            yield from _data(report, rules)
        elif filled := _PLACE.sub(lambda match: parts[match[1]], line):
            yield from filled.split("\n")


def _part(name: str) -> str:
    return files(__name__).joinpath(name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    """Return what a content security policy calls *text*: CSP 3, section 2.3.1."""
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _defects(report: Report) -> Iterator[str]:
    """Yield what kept the run from being whole."""
    for path, defect in defects(report):
        text = defect if path is None else f"{path}: {defect}"
        yield f'<p class="defects">{escape(visible(text))}</p>'


def _totals(report: Report) -> Iterator[str]:
    counts = Counter(finding.diagnostic.rule for _, finding in report.findings)
    for rule, count in sorted(counts.items(), key=lambda each: (-each[1], each[0])):
        yield f"<tr><td>{escape(rule)}</td><td>{count}</td></tr>"


def _data(report: Report, rules: list[str]) -> Iterator[str]:
    numbers = {rule: number for number, rule in enumerate(rules)}
    found = [file for file in report.files if file.findings]
    yield f'{{"words": {dumps(script_words())}, "language": {dumps(language())},'
    yield '"rules": ['
    yield from _lines(_rule(report, rule) for rule in rules)
    yield '], "paths": ['
    yield from _lines(visible(file.path.as_posix()) for file in found)
    yield '], "findings": ['
    yield from _lines(
        _finding(finding, number, numbers)
        for number, file in enumerate(found)
        for finding in file.findings
    )
    yield "]}"


def _lines(values: Iterable[object]) -> Iterator[str]:
    before = ""
    for value in values:
        if before:
            yield f"{before},"
        before = dumps(value).replace("<", "\\u003c")  # nothing ends the block, or begins a comment
    if before:
        yield before


def _rule(report: Report, name: str) -> dict[str, object]:
    info = report.rules.get(name)
    return {"name": name, "url": info and info.url, "page": said_page(info.page) if info else ""}


def _finding(finding: Finding, path: int, rules: dict[str, int]) -> dict[str, object]:
    item, start = finding.diagnostic, finding.place.start
    return {
        "path": path,
        "rule": rules[item.rule],
        "severity": item.severity.value,
        "line": start.line,
        "column": start.column,
        "message": visible(said(item.message)),
        "hint": item.hint and visible(said(item.hint)),
        "excerpts": [_excerpt(each) for each in finding.place.excerpts],
        "related": [
            {"line": place.start.line, "message": visible(said(related.message))}
            for related, place in zip(item.related, finding.related, strict=True)
        ],
        "fix": _fix(finding),
    }


def _excerpt(excerpt: Excerpt) -> list[object]:
    """Return the number of the line, and what stands before, in and behind the marked words."""
    start, end = excerpt.marked
    before = "…" * (excerpt.cut_before > 0) + excerpt.text[:start]
    after = excerpt.text[end:] + "…" * excerpt.cut_after
    return [excerpt.number, visible(before), visible(excerpt.text[start:end]), visible(after)]


def _fix(finding: Finding) -> dict[str, object] | None:
    fix, place = finding.diagnostic.fix, finding.fix
    if fix is None:
        return None
    change = place.change if place else None
    return {
        "title": visible(said(fix.title)),
        "applicability": fix.applicability.name.lower(),
        "lead": _block(change.lead) if change else "",
        "before": _block(change.before) if change else "",
        "after": _block(change.after) if change else None,
        "tail": _block(change.tail) if change else "",
    }


def _block(text: str) -> str:
    """Return *text*, line endings kept and all else made visible."""
    return "\n".join(map(visible, _LINE_ENDING.split(text)))
