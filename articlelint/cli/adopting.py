"""What ``check`` does for a site with old findings: baselines, comments, trying again."""

from __future__ import annotations

from dataclasses import field, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from articlelint.cli.output import counted
from articlelint.dataclass import dataclass
from articlelint.report.places import Detail
from articlelint.text.files import exists, is_file

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from datetime import datetime

    from articlelint.adopting.baseline import Baseline, Stale
    from articlelint.config import Configs
    from articlelint.config.declared import Settings
    from articlelint.report.report import Report
    from articlelint.runner.discovery import Discovery

_Function = TypeVar("_Function", bound="Callable[..., object]")
_SHOWN = 5
FILE_NAME = "articlelint-baseline.json"
"""What a baseline is called where nobody says otherwise; it is found where the configuration is."""

_OPTIONS = (
    click.option(
        "--baseline",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="Report only findings that are not in this baseline.",
    ),
    click.option("--no-baseline", is_flag=True, help="Report findings in the baseline as well."),
    click.option(
        "--write-baseline", is_flag=True, help="Record all current findings in the baseline."
    ),
    click.option(
        "--prune-baseline", is_flag=True, help="Remove baseline entries that no longer occur."
    ),
    click.option(
        "--add-suppressions",
        metavar="REASON",
        help="Next to each finding, write a comment that suppresses it.",
    ),
    click.option("--watch", is_flag=True, help="Check again whenever something changes."),
)


def adopting_options(function: _Function) -> _Function:
    """Give a command these options."""
    for option in reversed(_OPTIONS):
        function = option(function)
    return function


def usual_place(settings: Settings) -> Path:
    """Return where the baseline is if nobody says otherwise."""
    return settings.origin.parent / FILE_NAME if settings.origin else Path(FILE_NAME)


@dataclass
class Adopting:
    """The flags, and *notes* on what came of them."""

    baseline: Path | None
    no_baseline: bool
    write_baseline: bool
    prune_baseline: bool
    add_suppressions: str | None
    watch: bool
    notes: list[str] = field(default_factory=list)

    @classmethod
    def taken_from(cls, flags: dict[str, object]) -> Adopting:
        """Return the flags that are ours, taken out of *flags*."""
        names = [each.name for each in fields(cls) if each.name in flags]
        return cls(**{name: flags.pop(name) for name in names})  # type: ignore[arg-type]

    @property
    def given(self) -> dict[str, object]:
        """Return the flags by their names."""
        return {
            "--baseline": self.baseline,
            "--write-baseline": self.write_baseline,
            "--prune-baseline": self.prune_baseline,
            "--add-suppressions": self.add_suppressions is not None,
            "--watch": self.watch,
        }

    def refuse(self, *, dry: bool, piped: bool) -> None:
        """Raise UsageError for flags that do not go together."""
        writing = {
            "--write-baseline": self.write_baseline,
            "--prune-baseline": self.prune_baseline,
            "--add-suppressions": self.add_suppressions is not None,
        }
        given = [name for name, is_given in writing.items() if is_given]
        if len(given) > 1:
            raise click.UsageError(f"{given[0]} cannot be used with {given[1]}")
        if given and (dry or piped):
            other = "standard input" if piped else "--diff and --fix-only"
            raise click.UsageError(f"{given[0]} cannot be used with {other}")
        if self.no_baseline and (self.baseline or self.write_baseline or self.prune_baseline):
            raise click.UsageError("--no-baseline cannot be used with other baseline flags")
        if self.add_suppressions is not None:
            from articlelint.cli.suppress import reason_of

            self.add_suppressions = reason_of(self.add_suppressions)
        if self.watch and (given or dry or piped):
            raise click.UsageError(
                "--watch works with paths only, and with no flag that writes files"
            )

    def details(self, configs: Configs) -> Detail:
        """Return what has to be known of findings."""
        return Detail.EXCERPTS if self._path(configs) else Detail.NONE

    def _path(self, configs: Configs) -> Path | None:
        """Return the file of the baseline: the flag's, the configuration's, or the usual one."""
        if self.no_baseline:
            return None
        settings = configs.root.settings
        path = self.baseline or _from_here(settings.baseline)
        if path is not None:
            return path
        place = usual_place(settings)
        wants_one = self.write_baseline or self.prune_baseline
        return _from_here(place) if wants_one or (is_file(place) and not configs.isolated) else None

    def settle(
        self,
        report: Report,
        found: Discovery,
        configs: Configs,
        now: datetime,
        again: Callable[[], Report] | None = None,
    ) -> Report:
        """Return what of *report* is new, after having written what the flags ask for.

        *found* are all articles of the run, *now* is its instant; *again* runs it anew.
        """
        path = self._path(configs)
        if path is not None:
            report = self._with_baseline(path, report, found, configs)
        if self.add_suppressions is not None and again is not None:
            from articlelint.cli.suppress import suppress

            said, problems = suppress(report, configs, self.add_suppressions, now)
            self.notes += said
            anew = again()
            done = {file.path: file for file in report.files}
            report = replace(
                anew,
                files=tuple(
                    replace(
                        file,
                        applied=done[file.path].applied,
                        changed=done[file.path].changed,
                        problem=file.problem or problems.get(file.path),
                    )
                    if file.path in done
                    else file
                    for file in anew.files
                ),
            )
            if path is not None:
                report = self._with_baseline(path, report, found, configs)
        return report

    def _with_baseline(
        self, path: Path, report: Report, found: Discovery, configs: Configs
    ) -> Report:
        from articlelint.adopting.baseline import Baseline

        ran = _ran(configs)
        checked = found.files
        if self.write_baseline:
            if report.has_defects:
                self.notes.append(f"{path} is not written: a rule failed")
                return report
            before = Baseline.read(path) if exists(path) else Baseline(path)
            after = before.updated(report, checked, ran)
            after.write()
            self.notes.append(f"Wrote {path}: {counted(after.size, 'known finding')}")
            return after.compare(report, checked, ran).report
        baseline = Baseline.read(path)
        compared = baseline.compare(report, checked, ran)
        if compared.known:
            self.notes.append(f"{counted(compared.known, 'finding')} known by {path}")
        if not compared.stale or report.has_defects:
            return compared.report
        if self.prune_baseline:
            self._prune(baseline, compared.kept, compared.stale)
        else:
            self.notes += _stale(path, compared.stale)
        return compared.report

    def _prune(
        self, baseline: Baseline, kept: dict[str, dict[str, list[str]]], stale: Sequence[Stale]
    ) -> None:
        replace(baseline, known=kept).write()
        gone = sum(each.surplus for each in stale)
        self.notes.append(f"Removed {counted(gone, 'finding')} from {baseline.path}")


def _from_here(path: Path | None) -> Path | None:
    """Return *path* as one would write it in the working directory."""
    here = Path.cwd()
    return path.relative_to(here) if path is not None and path.is_relative_to(here) else path


def _ran(configs: Configs) -> Callable[[Path], Collection[str]]:
    """Return what tells which rules ran on an article."""
    return lambda path: configs.of(path).rules_for(path).names


def _stale(path: Path, stale: Sequence[Stale]) -> list[str]:
    total = sum(each.surplus for each in stale)
    occur = "occurs" if total == 1 else "occur"
    lines = [f"{counted(total, 'finding')} of {path} no longer {occur}:"]
    lines += (f"  {each}" for each in dict.fromkeys(map(str, stale[:_SHOWN])))
    if len(stale) > _SHOWN:
        lines.append(f"  and {len(stale) - _SHOWN} more entries")
    return [*lines, "--prune-baseline removes them"]
