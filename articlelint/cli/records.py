"""``articlelint check --table``, ``articlelint check s3://...``: articles that are records."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from articlelint.cli.formats import Outputs, rules_found
from articlelint.cli.output import print_lines, style_of, write_lines
from articlelint.cli.progress import Bar
from articlelint.records.detached import detached
from articlelint.records.report import Counting, whole
from articlelint.records.run import run
from articlelint.report.places import Detail
from articlelint.runner.collector import collecting_seldom
from articlelint.runner.job import Job
from articlelint.runner.workers import processors
from articlelint.sources.objects import Objects
from articlelint.sources.opened import Tables
from articlelint.sources.record import Columns

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from articlelint.cli.formats import Target
    from articlelint.cli.options import Records
    from articlelint.config import Configs
    from articlelint.diagnostic import Severity
    from articlelint.report.report import Report, RuleInfo
    from articlelint.text.edit import Applicability

_STREAMED: Final = frozenset({"json-lines", "parquet"})
"""Formats that are written while findings are found."""


@dataclass
class Run:
    """A run over the tables or stores that the flags *records* name.

    *fix* is how sure a fix must be to be made in a store; with *write* it is written there.
    """

    records: Records
    configs: Configs
    outputs: Outputs
    now: datetime
    jobs: int | None
    file_timeout: float | None
    severity: Severity | None
    quiet: bool
    fix: Applicability | None = None
    write: bool = True

    def report(self) -> tuple[Report, Outputs]:
        """Return what was found, and what of the outputs is left to print.

        Nothing is where the only format is one that is written bit by bit.
        """
        with collecting_seldom():  # the command line had it looked at by nobody
            return self._report()

    def _report(self) -> tuple[Report, Outputs]:
        if self.records.engine:
            from articlelint.cli.engine import report_of

            report = report_of(self.records, self.columns, self.configs, self.outputs,
                               now=self.now, severity=self.severity)  # fmt: skip
            return report, Outputs(None)
        job = Job(
            detached(self.configs, self.records.root),
            self.now,
            fix=self.fix,
            write=False,
            details=self.outputs.details,
            file_timeout=self.file_timeout,
        )
        done = 0

        def count(number: int) -> None:
            nonlocal done
            done = number
            bar.watch(number)

        with Bar(None, shown=not self.quiet) as bar:
            source = self._source()
            write = (
                source.write if isinstance(source, Objects) and self.fix and self.write else None
            )
            processes = self.jobs or processors()
            parts = run(job, source, processes, watch=count, write=write)
            targets = self.outputs.targets
            if len(targets) != 1 or targets[0].format.name not in _STREAMED:
                return replace(whole(parts), checked=done), self.outputs
            counting = Counting()
            self._write(targets[0], counting.of(parts))
            return counting.tally(done), Outputs(None)

    def _source(self) -> Tables | Objects:
        if self.records.urls:
            return Objects(self.records.urls)
        return Tables(self.records.tables, self.columns)

    @property
    def columns(self) -> Columns:
        """Return the columns that the flags name."""
        flags = self.records
        standard = Columns()
        return Columns(
            flags.path_column or standard.path,
            flags.text_column or standard.text,
            flags.front_matter_column,
            flags.body_column,
        )

    def _write(self, target: Target, reports: Iterable[Report]) -> None:
        reports = self._as_asked(reports)
        if target.format.write is not None and target.file is not None:
            target.format.write(reports, target.file)
            return
        style = replace(style_of(None), here=Path.cwd())
        lines = (line for report in reports for line in target.format.render(report, style))
        if target.file is not None:
            write_lines(lines, target.file)
        else:
            print_lines(lines, sys.stdout, utf8=True)

    def _as_asked(self, reports: Iterable[Report]) -> Iterator[Report]:
        rules: dict[str, RuleInfo] = {}
        for report in reports:
            if self.severity:
                report = report.at_least(self.severity)  # noqa: PLW2901 - the same, less of it
            if Detail.RULES in self.outputs.details:
                new = {each.diagnostic.rule for _, each in report.findings} - rules.keys()
                rules |= rules_found(report, self.configs) if new else {}
                report = replace(report, rules=rules)  # noqa: PLW2901 - likewise
            yield report
