"""What a run prints in the end: the report, what was done, what to do next; and its exit code."""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, TextIO, TypeVar

import click

from articlelint.cli.formats import Outputs, choose, complete_format, rules_found
from articlelint.cli.output import (
    advice,
    closing_lines,
    is_terminal,
    left_out,
    print_warnings,
    tell,
    unheard,
    unlinked,
)
from articlelint.dataclass import dataclass
from articlelint.diagnostic import Severity
from articlelint.named_tuple import NamedTuple
from articlelint.report.alike import gathered
from articlelint.report.places import Detail
from articlelint.report.report import EXIT_CLEAN, EXIT_FINDINGS
from articlelint.reporters import FORMATS
from articlelint.text.edit import Applicability

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from articlelint.config import Config, Configs
    from articlelint.report.report import Report

_Function = TypeVar("_Function", bound="Callable[..., object]")

_OPTIONS = (
    click.option(
        "--output-format",
        "output_formats",
        multiple=True,
        metavar="FORMAT[=FILE]",
        shell_complete=complete_format,
        help=f"The format of the findings: {', '.join(FORMATS)}. Repeat it to write files as well.",
    ),
    click.option(
        "--output-file",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="Write the findings to this file, not to standard output.",
    ),
    click.option(
        "--severity",
        type=click.Choice([severity.value for severity in Severity]),
        help="Report only findings of this severity or higher.",
    ),
    click.option(
        "--limit",
        type=click.IntRange(min=0),
        metavar="NUMBER",
        help="Print at most this many findings; 0 for all.  [default: 50 on a terminal, else all]",
    ),
    click.option(
        "--every-place", is_flag=True, help="List every finding, even where many have one cause."
    ),
    click.option("--statistics", is_flag=True, help="Print the number of findings of each rule."),
    click.option("-e", "--exit-zero", is_flag=True, help="Exit with 0 even if there are findings."),
    click.option("--exit-non-zero-on-fix", is_flag=True, help="Exit with 1 if anything was fixed."),
    click.option(
        "--fail-on",
        type=click.Choice([severity.value for severity in Severity]),
        help="The lowest severity that makes the run fail.  [default: warning]",
    ),
)


def reporting_options(function: _Function) -> _Function:
    """Give a command the options that ``Reporting`` holds."""
    for option in reversed(_OPTIONS):
        function = option(function)
    return function


class Ending(NamedTuple):
    """What was done in a run, as far as what it prints in the end hangs on it.

    *wanted* is how sure a fix has to be, *making* tells whether fixes were made, *dry* whether they
    were not written. *can_fix* tells whether --fix can be advised. *place* is what was checked
    first, *notes* are lines about what was done besides.
    """

    configs: Configs
    outputs: Outputs
    wanted: Applicability
    making: bool
    dry: bool
    without_findings: bool
    can_fix: bool
    place: Path
    notes: Sequence[str]
    quiet: bool


@dataclass
class Reporting:
    """The flags that say what is printed of a run, and what its exit code is."""

    output_formats: tuple[str, ...]
    output_file: Path | None
    severity: str | None
    limit: int | None
    every_place: bool
    statistics: bool
    exit_zero: bool
    exit_non_zero_on_fix: bool
    fail_on: str | None

    @classmethod
    def taken_from(cls, flags: dict[str, object]) -> Reporting:
        """Return the flags that are ours, taken out of *flags*."""
        return cls(**{each.name: flags.pop(each.name) for each in fields(cls)})  # type: ignore[arg-type]

    @property
    def least(self) -> Severity | None:
        """Return the least severity that is reported; None where none is wanted."""
        return Severity(self.severity) if self.severity else None

    def outputs(self, root: Config, *, plugins: bool, diff: bool, fix_only: bool) -> Outputs:
        """Return the formats and where they go."""
        outputs = choose(self.output_formats, self.output_file, root, plugins=plugins)
        if outputs.others and (diff or fix_only):
            flag, file = "--diff" if diff else "--fix-only", outputs.others[0].file
            raise click.UsageError(f"{flag} reports no findings: {file} would look clean")
        if diff:
            from articlelint.reporters.diff import render
        elif self.statistics:
            from articlelint.reporters import statistics

            as_json = outputs.main is not None and outputs.main.format.name == "json"
            render = statistics.render_json if as_json else statistics.render
        else:
            return outputs
        return outputs.instead(render)

    def conclude(self, report: Report, ending: Ending, stream: TextIO, outputs: Outputs) -> int:
        """Print *report* to *stream* and what was done; return the exit code.

        *outputs* are those that are left to print, where some were printed already.
        """
        unsafe = report.fixable(Applicability.UNSAFE)
        if ending.without_findings:
            report = report.without_findings()
        if self.least:
            report = report.at_least(self.least)
        settings = ending.configs.root.settings
        fail_on = Severity(self.fail_on) if self.fail_on else settings.fail_on
        fail_on = fail_on or Severity.WARNING
        code = self._exit_code(report, fail_on, dry=ending.dry)
        if Detail.RULES in ending.outputs.details:
            report = replace(report, rules=rules_found(report, ending.configs))
        every = report
        if not self.every_place:
            report = gathered(report)
        shown, left = report, Counter[str]()
        limit = ending.outputs.limit(stream, self.limit)
        if limit:
            shown, left = report.errors_first().head(limit)
        outputs.print(
            report,
            stream,
            every=every,
            shown=shown,
            notes=self.severity is not None,
            fixes=ending.wanted,
            fail_on=fail_on,
        )
        print_warnings(report)
        if not ending.quiet:
            tell(left_out(left))
            tell(ending.notes)
            tell(unlinked(ending.configs, ending.place))
            tell(unheard(ending.configs, ending.place))
            tell(
                closing_lines(
                    report,
                    fixes=ending.wanted if ending.making else None,
                    dry=ending.dry,
                    fix_only=ending.without_findings,
                    unsafe=unsafe,
                    can_fix=ending.can_fix,
                )
            )
            if is_terminal(sys.stderr):
                tell(advice(report, is_configured=settings.origin is not None))
        return code

    def _exit_code(self, report: Report, fail_on: Severity, *, dry: bool) -> int:
        code = report.exit_code(fail_on)
        fixed = bool(report.changed) and (self.exit_non_zero_on_fix or dry)
        if code == EXIT_CLEAN and fixed:
            code = EXIT_FINDINGS
        return EXIT_CLEAN if code == EXIT_FINDINGS and self.exit_zero else code
