"""Sentences that several formats have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.diagnostic import Severity
from articlelint.language import said
from articlelint.reporters.style import padded
from articlelint.text.edit import Applicability

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from articlelint.diagnostic import Diagnostic
    from articlelint.report.report import Report
    from articlelint.reporters.style import Style
    from articlelint.text.edit import Fix

_HOW = {
    Applicability.SAFE: " (--fix)",
    Applicability.UNSAFE: " (--fix --unsafe-fixes)",
    Applicability.DISPLAY: " (by hand)",
}
_WIDEST = max(len(each) for each in Severity)
_NOUNS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "info"}


def fix_title(fix: Fix) -> str:
    """Return what the fix does and how to have it done: ``Delete the end tag (--fix)``."""
    return said(fix.title) + said(_HOW[fix.applicability])


def told(item: Diagnostic) -> str:
    """Return the message and what to do about it, for formats with room for one text."""
    advice = [said(item.hint)] if item.hint else []
    if item.fix:
        advice.append(fix_title(item.fix))
    return said(". ").join((said(item.message), *advice))


def defects(report: Report) -> Iterator[tuple[Path | None, str]]:
    """Yield what kept the run from being whole, each with the file that it is about, if any."""
    for problem in report.problems:
        yield None, said(str(problem))
    for crash in report.crashes:
        yield None, said(f"{crash.rule} failed: {crash.error}")
    for file in report.files:
        for crash in file.crashes:
            yield file.path, said(f"{crash.rule} failed: {crash.error}")
        for text in (file.problem, file.refused):
            if text:
                yield file.path, said(text)


def counted(number: int, noun: str) -> str:
    """Return ``1 file``, ``2 files``."""
    return said(f"{number} {noun}" if number == 1 else f"{number} {noun}s")


def severity_column(severity: Severity, style: Style) -> str:
    """Return *severity* in the words of the reader, painted and as wide as the widest."""
    return style.paint(padded(said(severity.value), _WIDEST), severity)


def tally(report: Report) -> str:
    """Return how many findings there are of each severity: ``2 errors, 1 info``."""
    counts = report.counts()
    parts = [counted(counts[each], noun) for each, noun in _NOUNS.items() if counts[each]]
    return said("nothing found") if not parts else said(", ").join(parts)
