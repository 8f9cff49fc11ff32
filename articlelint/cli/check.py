"""``articlelint check``."""

from __future__ import annotations

import sys
import time
from contextlib import nullcontext
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from articlelint.api import check, check_text, find_articles, fix_text
from articlelint.cli import complete
from articlelint.cli.adopting import Adopting, adopting_options
from articlelint.cli.caching import cache_dir_option, cache_place
from articlelint.cli.options import (
    Records,
    configs,
    instant,
    records_options,
    settings_options,
)
from articlelint.cli.output import print_bytes, print_lines, print_warnings, tell
from articlelint.cli.progress import Bar
from articlelint.cli.reporting import Ending, Reporting, reporting_options
from articlelint.cli.sections import Sectioned
from articlelint.config import RUN_SETTINGS
from articlelint.dataclass import dataclass
from articlelint.report.report import Report
from articlelint.reporters.style import visible_path
from articlelint.runner.discovery import Discovery, would_find
from articlelint.text.edit import Applicability

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from contextlib import AbstractContextManager
    from datetime import datetime

    from articlelint.cli.formats import Outputs
    from articlelint.config import Config
    from articlelint.linting.profile import Profile
    from articlelint.report.places import Detail
    from articlelint.runner.ground import Place
    from articlelint.runner.run import Ask


@click.command(cls=Sectioned, short_help="Report what is wrong in articles, and fix it with --fix.")
@click.argument("paths", nargs=-1, metavar="[PATHS]...", shell_complete=complete.paths)
@click.option("--fix", is_flag=True, help="Make the safe fixes.")
@click.option(
    "--unsafe-fixes", is_flag=True, help="With --fix, also make unsafe fixes, which need a look."
)
@click.option("--fix-only", is_flag=True, help="Make fixes, and do not report what is left.")
@click.option("--diff", is_flag=True, help="Print the fixes as a diff, and write nothing.")
@settings_options
@adopting_options
@records_options
@click.option("--online", is_flag=True, help="Check links and images over the network.")
@reporting_options
@click.option(
    "--stdin-filename",
    metavar="PATH",
    help="Check standard input as the article at this path.",
)
@click.option("--force-exclude", is_flag=True, help="Skip excluded files, even if they are named.")
@click.option(
    "-j",
    "--jobs",
    type=click.IntRange(min=1),
    metavar="NUMBER",
    help="The maximum number of worker processes.  [default: auto]",
)
@click.option(
    "--file-timeout",
    type=click.FloatRange(min=0),
    metavar="SECONDS",
    help="Skip files that take longer; 0: no limit.  [default: 10 per megabyte, at least 10]",
)
@click.option("--no-cache", is_flag=True, help="Do not read or write the cache.")
@cache_dir_option
@click.option("-q", "--quiet", is_flag=True, help="Print findings and errors, nothing else.")
@click.option("-v", "--verbose", is_flag=True, help="Report what is done and how long it takes.")
@click.option("--profile-rules", is_flag=True, help="Print how long each rule and each view took.")
@click.option("--show-files", is_flag=True, help="List the files that would be checked.")
@click.option("--show-settings", is_flag=True, help="Print the settings for the first file.")
@click.option(
    "--today",
    "now",
    metavar="DATE",
    callback=instant,
    help="Judge dates as of this day, for reproducible runs.",
)
def command(**flags: object) -> int:
    """Report what is wrong in articles, and fix it with --fix.

    PATHS are files, folders and globs; the working directory by default, and `-` is
    standard input. Findings go to standard output, everything else to standard error.

    Exit codes: 0 nothing found; 1 findings that count (see --fail-on); 2 a wrong flag,
    configuration, plugin or path; 3 an internal error; 130 interrupted, 143 terminated.
    """
    adopting = Adopting.taken_from(flags)
    records = Records.taken_from(flags, flags["paths"])  # type: ignore[arg-type] # likewise
    reporting = Reporting.taken_from(flags)
    return Check(adopting=adopting, records=records, reporting=reporting, **flags).run()  # type: ignore[arg-type] # click has seen to them


@dataclass
class Check:
    """One run of the command; the fields are its flags."""

    paths: tuple[str, ...]
    fix: bool
    unsafe_fixes: bool
    fix_only: bool
    diff: bool
    select: tuple[str, ...] | None
    ignore: tuple[str, ...] | None
    extend_select: tuple[str, ...] | None
    config: Path | None
    isolated: bool
    online: bool
    stdin_filename: str | None
    force_exclude: bool
    jobs: int | None
    file_timeout: float | None
    no_cache: bool
    cache_dir: Path | None
    quiet: bool
    verbose: bool
    profile_rules: bool
    show_files: bool
    show_settings: bool
    now: datetime
    adopting: Adopting
    records: Records
    reporting: Reporting

    def __post_init__(self) -> None:
        if "-" in self.paths and len(self.paths) > 1:
            raise click.UsageError("`-` is standard input, and cannot be combined with other paths")
        self.started = time.perf_counter()
        self.configs = configs(
            select=self.select,
            ignore=self.ignore,
            extend_select=self.extend_select,
            config=self.config,
            isolated=self.isolated,
            online=self.online,
        )
        self._discovery = Discovery()
        self.piped = self.paths == ("-",) or bool(self.stdin_filename and not self.paths)
        self.adopting.refuse(dry=self.diff or self.fix_only, piped=self.piped)
        self.records.refuse(vars(self), self.adopting.given)

    def run(self) -> int:
        """Do it, and return the exit code."""
        root = self.configs.root
        if self.records:
            return self._of_records(root)
        if self.piped:
            return self._standard_input(root)
        if self.show_files or self.show_settings:
            return self._show(self._found())
        if self.adopting.watch:
            return self._watch(self._found())
        jobs = 1 if self.profile_rules else self.jobs or root.settings.jobs
        with self._profile() as profile:
            report = self._checked(jobs, self._fix)
        report = self.adopting.settle(
            report,
            self._discovery,
            self.configs,
            self.now,
            lambda: self._checked(jobs, None, self._discovery),
        )
        self._say(self._overlooked())
        if profile is not None:
            print_lines(profile.table(), sys.stderr)
        if self.verbose:
            from articlelint.runner.workers import worker_count

            self._explain(worker_count(len(self._discovery.paths), jobs))
        return self._conclude(report)

    def _found(self) -> Discovery:
        found = find_articles(*self.paths, config=self.configs, force_exclude=self.force_exclude)
        self._tell_of(found)
        return found

    def _tell_of(self, found: Discovery) -> None:
        """Say what is odd about the articles *found*."""
        leads_out = "is a link that leads out of the folder or repository, and was skipped"
        self._say(f"{path} {leads_out}" for path in found.left_out)
        self._say(found.unknown)

    def _of_records(self, root: Config) -> int:
        from articlelint.cli.records import Run

        run = Run(
            self.records,
            self.configs,
            self._outputs,
            now=self.now,
            jobs=1 if self.profile_rules else self.jobs or root.settings.jobs,
            file_timeout=self.file_timeout,
            severity=self.reporting.least,
            quiet=self.quiet,
            fix=self._fix,
            write=not self.diff,
        )
        with self._profile() as profile:
            report, left = run.report()
        if profile is not None:
            print_lines(profile.table(), sys.stderr)
        return self._conclude(report, outputs=left)

    def _checked(
        self, processes: int | None, fix: Applicability | None, found: Discovery | None = None
    ) -> Report:
        with Bar(shown=not self.quiet) as bar:

            def begin(discovery: Discovery) -> None:
                bar.total = len(discovery.paths)
                if found is None:
                    self._begin(discovery)

            return check(
                *self.paths,
                config=self.configs,
                found=found,
                force_exclude=self.force_exclude,
                fix=fix,
                write=not self.diff,
                now=self.now,
                processes=processes,
                details=self._details,
                ask=self._asker(self.configs.root),
                on_found=begin,
                watch=bar.watch,
                file_timeout=self.file_timeout,
                cache=self._cache,
            )

    def _begin(self, found: Discovery) -> None:
        """Note what the run is about, and say what is odd about it."""
        self._discovery = found
        self._tell_of(found)
        if not found.paths and not found.problems:
            self._say(["There are no articles in " + ", ".join(self.paths or (".",))])

    @property
    def _cache(self) -> Place | None:
        """Return where results are kept; None where they are not."""
        if self.no_cache or self.online or self.profile_rules:
            return None
        return cache_place(self.cache_dir, quiet=self.quiet)

    def _profile(self) -> AbstractContextManager[Profile | None]:
        if not self.profile_rules:
            return nullcontext()
        from articlelint.linting.profile import Profile

        return Profile()

    @property
    def _fix(self) -> Applicability | None:
        """Return how sure a fix has to be to be made; None: none is wanted."""
        return self._wanted if self.fix or self.fix_only or self.diff else None

    @property
    def _details(self) -> Detail:
        return self._outputs.details | self.adopting.details(self.configs)

    def _asker(self, root: Config) -> Ask | None:
        if not self.online:
            return None
        from articlelint.cli.online import asker

        return asker(root, quiet=self.quiet)

    @property
    def _wanted(self) -> Applicability:
        return Applicability.UNSAFE if self.unsafe_fixes else Applicability.SAFE

    @cached_property
    def _outputs(self) -> Outputs:
        """Return the formats and where they go."""
        return self.reporting.outputs(
            self.configs.root, plugins=not self.isolated, diff=self.diff, fix_only=self.fix_only
        )

    def _watch(self, discovery: Discovery) -> int:
        from articlelint.cli.program import ARGUMENTS
        from articlelint.cli.watch import places_of, watch

        arguments = click.get_current_context().meta[ARGUMENTS]
        places = places_of(self.paths or (".",), discovery, self.configs)
        return watch(arguments, places, self._outputs.files)

    def _standard_input(self, root: Config) -> int:
        path = Path(self.stdin_filename or "-")
        data = sys.stdin.buffer.read()
        if self.force_exclude and not would_find(path, self.configs):
            after, report, found = data, Report(), Discovery()
        else:
            after, report = self._of_text(data, path, self._asker(root))
            found = Discovery([str(path)])
        report = self.adopting.settle(report, found, self.configs, self.now)
        if self._fix is not None and not self.diff:
            print_bytes(after)
            return self._conclude(report, stream=sys.stderr)
        return self._conclude(report)

    def _of_text(self, data: bytes, path: Path, ask: Ask | None) -> tuple[bytes, Report]:
        configs, now, details = self.configs, self.now, self._details
        if self._fix is None:
            return data, check_text(data, path, config=configs, now=now, details=details, ask=ask)
        fixed = fix_text(
            data, path, fix=self._fix, config=configs, now=now, details=details, ask=ask
        )
        return fixed.data, fixed.report

    def _conclude(
        self, report: Report, stream: TextIO | None = None, outputs: Outputs | None = None
    ) -> int:
        """Print the report, and what was done; return the exit code.

        *outputs* are those that are left to print, where some were printed already.
        """
        return self.reporting.conclude(
            report,
            Ending(
                self.configs,
                self._outputs,
                self._wanted,
                making=self._fix is not None,
                dry=self.diff,
                without_findings=self.fix_only or self.diff,
                can_fix=not self.records.tables,
                place=Path(self.stdin_filename or next(iter(self.paths), ".")),
                notes=self.adopting.notes,
                quiet=self.quiet,
            ),
            stream or sys.stdout,
            outputs or self._outputs,
        )

    def _say(self, lines: Iterable[str]) -> None:
        if not self.quiet:
            tell(lines)

    def _overlooked(self) -> Iterator[str]:
        """Yield what the configurations of other folders say of a run, and nobody asks for."""
        for config in self.configs.loaded:
            said = [name for name in RUN_SETTINGS if getattr(config.settings, name) is not None]
            if said and config is not self.configs.root:
                names = ", ".join(f"`{name.replace('_', '-')}`" for name in said)
                yield f"{config.settings.origin}: {names}: only for runs in its folder"

    def _explain(self, processes: int) -> None:
        for config in self.configs.loaded:
            origin = config.settings.origin or "no configuration file"
            self._say([f"Settings: {origin}"])
        seconds = time.perf_counter() - self.started
        self._say([f"Took {seconds:.2f} s in {processes} process{'es' * (processes > 1)}"])

    def _show(self, discovery: Discovery) -> int:
        """List the files, or print the settings for the first of them."""
        if self.show_files:
            print_lines(map(visible_path, discovery.files), sys.stdout)
        else:
            from articlelint.cli.settings import describe

            path = discovery.files[0] if discovery.files else Path("article.md")
            print_lines(describe(self.configs.of(path), path), sys.stdout)
        report = Report(problems=tuple(discovery.problems))
        print_warnings(report)
        return report.exit_code()
