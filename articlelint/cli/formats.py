"""In which formats a report is printed, and where to."""

from __future__ import annotations

import inspect
import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from articlelint.cli.output import is_terminal, print_lines, style_of, write_lines
from articlelint.diagnostic import Severity
from articlelint.errors import ConfigError, named
from articlelint.named_tuple import NamedTuple
from articlelint.report.places import Detail
from articlelint.report.report import RuleInfo
from articlelint.reporters import Format, load, names

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from articlelint.config import Config, Configs
    from articlelint.report.report import Report
    from articlelint.reporters import Reporter
    from articlelint.text.edit import Applicability

VARIABLE = "ARTICLELINT_OUTPUT_FORMAT"
FOR_PEOPLE = frozenset({"full", "concise", "grouped"})
FOR_CHANGES = frozenset({"azure", "checkstyle", "github", "gitlab", "junit", "markdown", "rdjson"})
"""Formats of which a CI service makes a remark on a change for each finding."""
_PAGE = 50
"""So many findings a terminal shows unless more are asked for."""
_ROOTS = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR", "BUILD_SOURCESDIRECTORY")
"""Where GitHub Actions, GitLab CI and Azure Pipelines say that the checkout is."""


class Target(NamedTuple):
    """A format and the file it is written to; None is the stream for findings."""

    format: Format
    file: Path | None = None


class Outputs(NamedTuple):
    """All that is printed of a report.

    *main* is the format for the stream of findings, or for the file that stands for it;
    None where every format has a file of its own. *others* are these.
    """

    main: Target | None
    others: tuple[Target, ...] = ()

    @property
    def targets(self) -> tuple[Target, ...]:
        """Return all targets, the main one first."""
        return (self.main, *self.others) if self.main else self.others

    @property
    def files(self) -> tuple[Path, ...]:
        """Return the files that are written."""
        return tuple(target.file for target in self.targets if target.file)

    @property
    def details(self) -> Detail:
        """Return what the formats want to know of findings."""
        wanted = Detail.NONE
        for target in self.targets:
            wanted |= target.format.details
        return wanted

    def instead(self, render: Reporter) -> Outputs:
        """Return the same with *render* for the main format."""
        return Outputs(
            Target(Format("", render), self.main.file if self.main else None), self.others
        )

    def limit(self, stream: TextIO, wanted: int | None) -> int:
        """Return how many findings are printed to *stream* at most: a terminal is a short page.

        *wanted* is what was asked for; 0 is no limit.
        """
        if self.main is None or self.main.file is not None or not self.main.format.name:
            return 0
        is_page = self.main.format.name in FOR_PEOPLE and is_terminal(stream)
        return wanted if wanted is not None else _PAGE * is_page

    def print(
        self,
        report: Report,
        stream: TextIO,
        *,
        every: Report | None = None,
        shown: Report | None = None,
        notes: bool = False,
        fixes: Applicability,
        fail_on: Severity,
    ) -> None:
        """Print the report in each format; raises ArticlelintError where a file resists.

        *every* is the report of each place, which formats have that programs go on with. *shown* is
        the part that is printed to *stream*, if not all is. Without *notes*
        advice is left out where each finding becomes a remark on a change.
        """
        here = Path.cwd()
        for target in self.targets:
            style = replace(
                style_of(None if target.file else stream, fixes),
                fail_on=fail_on,
                here=here,
                root=_root(here),
            )
            whole = report if target.file else shown or report
            if every is not None and target.format.name not in FOR_PEOPLE:
                whole = every
            if not notes and target.format.name in FOR_CHANGES:
                whole = whole.at_least(Severity.WARNING)
            if target.format.write is not None and target.file:
                target.format.write([whole], target.file)
            elif target.file:
                write_lines(target.format.render(whole, style), target.file)
            else:
                lines = target.format.render(whole, style)
                print_lines(lines, stream, utf8=target.format.document)


def choose(
    flags: Sequence[str], output_file: Path | None, root: Config, *, plugins: bool
) -> Outputs:
    """Return the outputs that *flags* ask for; else the environment, the configuration, what fits.

    A flag is ``FORMAT`` or ``FORMAT=FILE``. The one without a file of its own goes to
    *output_file*, if there is one. Raises UsageError, ConfigError and PluginError.
    """
    if flags:
        targets = [_target(flag, _usage, plugins=plugins) for flag in flags]
    elif value := os.environ.get(VARIABLE):
        targets = [_target(value, lambda said: ConfigError(f"{VARIABLE}: {said}"), plugins=plugins)]
    elif value := root.settings.output_format:
        error = root.error
        targets = [_target(value, lambda said: error(("output-format",), said), plugins=plugins)]
        if targets[0].file is not None:
            said = "names a file, which only the flag --output-format may do"
            raise error(("output-format",), f"`{value}` {said}")
    else:
        targets = [_target(_fitting(output_file), _usage, plugins=plugins)]
    printed = [target for target in targets if target.file is None]
    if len(printed) > 1:
        formats = " and ".join(target.format.name for target in printed)
        raise _usage(f"{formats} cannot all be printed; write `{printed[1].format.name}=FILE`")
    main = printed[0] if printed else None
    if output_file is not None:
        if main is None:
            raise _usage("every format has a file of its own; --output-file is superfluous")
        main = main._replace(file=output_file)
    outputs = Outputs(main, tuple(target for target in targets if target.file is not None))
    files = [file.absolute() for file in outputs.files]
    if len(files) > len(set(files)):
        raise _usage("two formats cannot be written to the same file")
    return outputs


def complete_format(
    context: click.Context,
    parameter: click.Parameter,
    incomplete: str,
) -> list[str]:
    """Return the formats whose names begin with *incomplete*, for the shell."""
    return [name for name in names() if name.startswith(incomplete)]


def rules_found(report: Report, configs: Configs) -> dict[str, RuleInfo]:
    """Return what there is to say about each rule that found something."""
    rules: dict[str, RuleInfo] = {}
    for file in report.files:
        for finding in file.findings:
            name = finding.diagnostic.rule
            if name in rules:
                continue
            registry = configs.of(file.path).registry
            about = inspect.getdoc(registry.load(name)) or name
            summary = about.partition("\n")[0]
            rules[name] = RuleInfo(summary, registry.page(name), registry.page_url(name))
    return rules


def _usage(said: str) -> click.UsageError:
    return click.BadParameter(said, param_hint="'--output-format'")


def _target(value: str, error: Callable[[str], Exception], *, plugins: bool) -> Target:
    name, equals, file = value.partition("=")
    if equals and not file:
        raise error(f"`{value}` names no file")
    form = load(name, plugins=plugins)
    if form is None:
        known = names(plugins=plugins)
        from difflib import get_close_matches

        near = next(iter(get_close_matches(name, known, 1)), None)
        said = f"did you mean `{near}`?" if near else f"choose from {named(known)}"
        raise error(f"there is no output format `{name}`; {said}")
    if form.write is not None and file in {"", "-"}:
        raise error(f"`{name}` is written to a folder: `{name}=FOLDER`")
    return Target(form, None if file in {"", "-"} else Path(file))


def _fitting(output_file: Path | None) -> str:
    """Return the format for where the findings go."""
    if output_file is not None:
        return "concise"
    if os.environ.get("GITHUB_ACTIONS") == "true":
        return "github"
    return "full" if is_terminal(sys.stdout) else "concise"


def _root(here: Path) -> Path:
    """Return the root of the checkout that *here* lies in, as far as a CI service says it."""
    for name in _ROOTS:
        value = os.environ.get(name)
        if value and here.is_relative_to(value):
            return Path(value)
    return here
