"""A summary for a pull request or a job: how often each rule found something, then where."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from articlelint.language import said
from articlelint.reporters.style import visible
from articlelint.reporters.words import counted, tally
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint.report.finding import Finding
    from articlelint.report.report import Report
    from articlelint.reporters.style import Style

DOCUMENT = True

ROOM = 50_000
"""How many characters the list of findings may have; GitHub's comments end at 65,536."""
MESSAGE = 300
_END = "\n</details>"
_ICONS = {"error": "🛑", "warning": "⚠️", "info": "ℹ️"}
_CODE = regex(r"`([^`]+)`")
# What is markup; and names, numbers and addresses that GitHub and GitLab would make links of.
_SPECIAL = regex(r"[\\`*_{}\[\]<>&()#+!|~$@]|:(?=//)|(?<=\bwww)\.|(?<=\bGH)-")
_NO_LINK = "&#8203;"


def render(report: Report, style: Style) -> Iterator[str]:
    """Yield a heading, a table of rules and the findings of each file, folded."""
    found = sum(len(file.findings) for file in report.files)
    files = counted(report.checked, "file")
    yield f"## articlelint: {tally(report)}"
    yield ""
    if not found:
        yield said(f"{files} checked.")
        return
    with_findings = sum(bool(file.findings) for file in report.files)
    yield said(f"{files} checked, {with_findings} with findings.")
    yield ""
    yield from _table(report, style)
    shown, left = 0, ROOM
    for file in report.files:
        if not file.findings:
            continue
        heading = f"<details><summary>{_html(str(file.path))}: {len(file.findings)}</summary>"
        left -= len(heading) + len(_END) + 4
        if left < 0:
            break
        yield ""
        yield heading
        yield ""
        for finding in file.findings:
            line = _item(finding)
            left -= len(line) + 1
            if left < 0:
                break
            shown += 1
            yield line
        yield from _END.split("\n")
    if shown < found:
        yield ""
        yield said(f"{found - shown} more are not listed here.")


def _table(report: Report, style: Style) -> Iterator[str]:
    total: Counter[tuple[str, str]] = Counter()
    fixable: Counter[tuple[str, str]] = Counter()
    for _, finding in report.findings:
        item = finding.diagnostic
        key = item.rule, item.severity.value
        total[key] += 1
        fixable[key] += item.fix is not None and item.fix.applicability >= style.fixes
    yield f"| | {said('rule')} | {said('findings')} | {said('fixable')} |"
    yield "| --- | --- | ---: | ---: |"
    for key, count in sorted(total.items(), key=lambda each: (-each[1], each[0])):
        rule, severity = key
        level = f"{_ICONS[severity]} {said(severity)}"
        yield f"| {level} | {_code(rule)} | {count} | {fixable[key] or ''} |"


def _item(finding: Finding) -> str:
    item, start = finding.diagnostic, finding.place.start
    message = said(item.message)
    message = message if len(message) <= MESSAGE else f"{message[:MESSAGE]}…"
    return (
        f"- {_ICONS[item.severity]} {start.line}:{start.column} {_markdown(message)} "
        f"({_code(item.rule)})"
    )


def _markdown(text: str) -> str:
    """Return *text* as Markdown that reads the same and links, embeds and calls nothing.

    Its code spans stay what they are.
    """
    parts = _CODE.split(visible(text))
    plain, code = parts[::2], parts[1::2]
    if any("`" in part for part in plain):  # backticks that do not pair
        return _escape(visible(text))
    spans = [*map(_code, code), ""]
    return "".join(f"{_escape(words)}{span}" for words, span in zip(plain, spans, strict=True))


def _escape(text: str) -> str:
    return _SPECIAL.sub(_escaped, text)


def _escaped(match: re.Match[str]) -> str:
    sign = match[0]
    if sign in "<>&":
        return f"&#{ord(sign)};"
    if sign in ":.-":
        return f"{_NO_LINK}{sign}"
    return f"\\{sign}{_NO_LINK if sign in '@#!$~' else ''}"


def _code(text: str) -> str:
    """Return *text* as a code span."""
    text = visible(text)
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if text.startswith(("`", " ")) or text.endswith(("`", " ")) else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def _html(text: str) -> str:
    return f"<code>{re.sub('[&<>`*_]', lambda match: f'&#{ord(match[0])};', visible(text))}</code>"
