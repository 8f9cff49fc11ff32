"""How often each rule found something."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from articlelint.language import said
from articlelint.reporters.dump import dumps
from articlelint.reporters.words import severity_column
from articlelint.text.edit import Applicability

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint.diagnostic import Severity
    from articlelint.report.report import Report
    from articlelint.reporters.style import Style


@dataclass(frozen=True, slots=True)
class Count:
    """How often *rule* found something, and how much of it has a safe and an unsafe fix."""

    rule: str
    severity: Severity
    findings: int
    safe: int
    unsafe: int


def counts(report: Report) -> list[Count]:
    """Return a count for each rule that found something, the most frequent first."""
    total: Counter[str] = Counter()
    safe: Counter[str] = Counter()
    unsafe: Counter[str] = Counter()
    severities: dict[str, Severity] = {}
    for _, finding in report.findings:
        item = finding.diagnostic
        total[item.rule] += 1
        if item.fix is not None:
            safe[item.rule] += item.fix.applicability is Applicability.SAFE
            unsafe[item.rule] += item.fix.applicability is Applicability.UNSAFE
        severities.setdefault(item.rule, item.severity)
    return [
        Count(rule, severities[rule], count, safe[rule], unsafe[rule])
        for rule, count in sorted(total.items(), key=lambda each: (-each[1], each[0]))
    ]


def render(report: Report, style: Style) -> Iterator[str]:
    """Yield a line per rule: findings, severity, name, and how many of them ``--fix`` fixes."""
    found = counts(report)
    digits = len(str(max((each.findings for each in found), default=0)))
    for each in found:
        severity = severity_column(each.severity, style)
        line = f"{each.findings:>{digits}}  {severity}  {each.rule}  {_share(each, style)}"
        yield line.rstrip()
    if found and style.is_terminal:  # the closing lines follow
        yield ""


def render_json(report: Report, style: Style) -> Iterator[str]:
    """Yield a JSON list with an object per rule."""
    found = counts(report)
    if not found:
        yield "[]"
    for index, each in enumerate(found):
        record = {
            "rule": each.rule,
            "severity": each.severity,
            "findings": each.findings,
            "fixable": each.safe,
            "unsafely_fixable": each.unsafe,
        }
        opening, closing = " " if index else "[", "," if index + 1 < len(found) else "]"
        yield f"{opening}{dumps(record)}{closing}"


def _share(count: Count, style: Style) -> str:
    fixable = count.safe + (count.unsafe if style.fixes <= Applicability.UNSAFE else 0)
    if not fixable:
        return ""
    return said(
        "[fixable]" if fixable == count.findings else f"[{fixable} of {count.findings} fixable]"
    )
