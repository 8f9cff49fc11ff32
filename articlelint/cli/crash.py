"""Internal errors, described so that the text can be pasted into a report."""

from __future__ import annotations

import platform
import sys
import traceback
from typing import TYPE_CHECKING

from articlelint.language import said
from articlelint.reporters.style import visible
from articlelint.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint.linting.linter import Crash
    from articlelint.report.report import FileReport, Report

_RULER = "-" * 72


def describe(error: BaseException) -> str:
    """Return the text about an *error* that nothing expected."""
    lines = "".join(traceback.format_exception(error)).rstrip()
    return "\n".join(_framed("articlelint stopped", lines))


def describe_all(report: Report) -> Iterator[str]:
    """Yield the text about everything that failed, what failed in the same place told once."""
    crashes: list[tuple[Crash, FileReport | None]] = [(crash, None) for crash in report.crashes]
    crashes += [(crash, file) for file in report.files for crash in file.crashes]
    alike: dict[str, list[tuple[Crash, FileReport | None]]] = {}
    for crash, file in crashes:
        place = crash.traceback.rpartition('  File "')[2].partition("\n")[0]
        alike.setdefault(f"{place} {crash.error}" if place else crash.error, []).append(
            (crash, file)
        )
    for several in alike.values():
        crash, file = several[0]
        rules = dict.fromkeys(crash.rule for crash, _ in several)
        files = {file.path for _, file in several if file}
        where = f" on {file.path}" if file else ""
        others = {"rule": len(rules) - 1, "file": len(files) - 1}
        more = [f"{n} more {noun}{'s' * (n > 1)}" for noun, n in others.items() if n > 0]
        also = f" (likewise {' and '.join(more)})" if more else ""
        yield from _framed(f"{crash.rule} failed{where}{also}", crash.traceback.rstrip())
    for file in report.files:
        if file.refused:
            yield from _framed(f"fixes were left out in {file.path}", file.refused)
        if file.unsettled:
            names = ", ".join(file.unsettled)
            yield from _framed(
                f"the fixes of {file.path} do not settle", f"rules involved: {names}"
            )


def _framed(title: str, text: str) -> Iterator[str]:
    yield said(f"articlelint: internal error: {title}")
    yield said(
        "This is a defect of articlelint or of a plugin, not of your articles. Please report:"
    )
    yield _RULER
    yield (f"articlelint {__version__}, Python {platform.python_version()}, {sys.platform}")
    yield visible(title)
    yield from map(visible, text.split("\n"))
    yield _RULER
