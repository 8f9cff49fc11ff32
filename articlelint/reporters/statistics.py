"""How often each rule found something."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint.report import Report
    from articlelint.reporters.style import Style


def render(report: Report, style: Style) -> Iterator[str]:
    """Yield a line per rule, the most frequent first: findings, fixable ones, severity, name."""
    total: Counter[str] = Counter()
    fixable: Counter[str] = Counter()
    severities: dict[str, str] = {}
    for _, finding in report.findings:
        item = finding.diagnostic
        total[item.rule] += 1
        fixable[item.rule] += item.fix is not None and item.fix.applicability >= style.fixes
        severities.setdefault(item.rule, item.severity)
    digits = len(str(max(total.values(), default=0)))
    for rule, count in sorted(total.items(), key=lambda each: (-each[1], each[0])):
        severity = severities[rule]
        mends = f"[{fixable[rule]} fixable]" if fixable[rule] else ""
        line = f"{count:>{digits}}  {style.paint(f'{severity:7}', severity)}  {rule}  {mends}"
        yield line.rstrip()
