"""Internal errors, described so that the text can be pasted into a report."""

from __future__ import annotations

import platform
import sys
import traceback
from typing import TYPE_CHECKING

import articlelint

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint.linter import Crash
    from articlelint.report import Report

_RULER = "-" * 72


def describe(error: BaseException) -> str:
    """Return the text about an *error* that nothing expected."""
    lines = "".join(traceback.format_exception(error)).rstrip()
    return "\n".join(_framed("articlelint stopped", lines))


def describe_all(report: Report) -> Iterator[str]:
    """Yield the text about every rule that crashed, and every fix that had to be refused.

    The same crash on several files is told once.
    """
    for crash, paths in _crashes(report).items():
        more = f" and {len(paths) - 1} more" if len(paths) > 1 else ""
        where = f" on {paths[0]}{more}" if paths else ""
        yield from _framed(f"{crash.rule} failed{where}", crash.traceback.rstrip())
    for file in report.files:
        if file.refused:
            yield from _framed(f"no fix was made in {file.path}", file.refused)
        if file.unsettled:
            names = ", ".join(file.unsettled)
            yield from _framed(f"fixes do not settle in {file.path}", f"at work: {names}")


def _crashes(report: Report) -> dict[Crash, list[str]]:
    """Return each crash with the files that it happened on; alike is what failed alike."""
    first: dict[tuple[str, str], Crash] = {}
    paths: dict[Crash, list[str]] = {}
    for crash in report.crashes:
        paths.setdefault(crash, [])
    for file in report.files:
        for crash in file.crashes:
            place = crash.traceback.rpartition("  File ")[2].partition("\n")[0]
            one = first.setdefault((crash.rule, place), crash)
            paths.setdefault(one, []).append(str(file.path))
    return paths


def _framed(title: str, text: str) -> Iterator[str]:
    yield f"articlelint: internal error: {title}"
    yield "This is a defect of articlelint or of a plugin, not of your articles. Please report:"
    yield _RULER
    yield (
        f"articlelint {articlelint.__version__}, Python {platform.python_version()}, {sys.platform}"
    )
    yield title
    yield text
    yield _RULER
