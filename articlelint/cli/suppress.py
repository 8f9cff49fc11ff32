"""``articlelint check --add-suppressions``."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from articlelint.adopting.write import add_suppressions
from articlelint.cli.output import counted
from articlelint.cli.progress import Bar
from articlelint.reporters.style import visible
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from articlelint.config import Configs
    from articlelint.report.report import Report

_REFUSED = regex(r"[<>{}\x00-\x1f\x7f-\x9f\u2028\u2029]|\*/")


def reason_of(value: str) -> str:
    """Return the reason as it is written into a comment; raises UsageError for what ends one."""
    reason = value.strip()
    if not reason:
        raise click.UsageError("--add-suppressions needs a reason")
    bad = _REFUSED.search(reason)
    if bad:
        raise click.UsageError(
            f"a reason cannot contain `{visible(bad[0])}`, which ends the comment"
        )
    return reason


def suppress(
    report: Report, configs: Configs, reason: str, now: datetime
) -> tuple[list[str], dict[Path, str]]:
    """Suppress what *report* found, by comments in the files.

    Return what there is to say of it, and why nothing was written into which files.
    """
    problems: dict[Path, str] = {}
    files = [file for file in report.files if file.findings and not file.problem]
    comments = left = changed = 0
    with Bar(len(files), shown=sys.stderr.isatty()) as bar:
        for count, file in enumerate(files, 1):
            written = add_suppressions(configs, file, reason, now)
            bar.watch(count)
            comments += written.comments
            changed += bool(written.comments)
            left += written.left
            if written.problem:
                problems[file.path] = written.problem
    said = [f"Wrote {counted(comments, 'comment')} into {counted(changed, 'file')}"]
    if left:
        said.append(f"No comment can suppress {counted(left, 'finding')}")
    return said, problems
