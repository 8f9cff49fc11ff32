"""``articlelint init``: what a new user needs to know, and a first configuration."""

from __future__ import annotations

import sys
from contextlib import chdir
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from articlelint.api import check, find_articles
from articlelint.cli import snippets
from articlelint.cli.adopting import usual_place
from articlelint.cli.first_config import first_config, site_line
from articlelint.cli.output import counted, is_terminal, print_lines, print_warnings, style_of
from articlelint.cli.progress import Bar
from articlelint.cli.snippets import FILE_NAME
from articlelint.cli.survey import survey
from articlelint.config import Configs
from articlelint.config.spoken import speak
from articlelint.destinations.unseen import unseen
from articlelint.errors import ArticlelintError
from articlelint.language import said
from articlelint.report.alike import gathered
from articlelint.report.report import EXIT_CLEAN, EXIT_FINDINGS, EXIT_USAGE
from articlelint.reporters import statistics
from articlelint.reporters.style import visible
from articlelint.reporters.words import tally
from articlelint.text.edit import Applicability
from articlelint.text.files import exists

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from articlelint.cli.survey import FoundSite
    from articlelint.report.report import Report
    from articlelint.reporters import Style

_SITES = 8
_UNKNOWN = "Not known, so rules that depend on it report nothing:"
_Step = tuple[str, list[str]]
"""What to do, and the commands or lines for it."""


@click.command(short_help="Get started: write a first configuration, show the next steps.")
@click.argument(
    "folder", type=click.Path(path_type=Path, exists=True, file_okay=False), default="."
)
@click.option("-y", "--yes", is_flag=True, help="Write the configuration without asking.")
def command(folder: Path, *, yes: bool) -> int:
    """Look at the articles in FOLDER, write a first articlelint.toml, show the next steps.

    No file is overwritten, and no article is changed. If a configuration already applies to
    FOLDER, nothing is written.
    """
    with chdir(folder):
        configs = Configs()
        speak(configs.root)
        found = find_articles(config=configs)
        if not found.files:
            raise ArticlelintError(
                f"there are no articles in {folder}; run `articlelint init` in your site's folder"
            )
        with Bar(len(found.files), shown=True) as bar:
            report = check(config=configs, found=found, processes=None, watch=bar.watch)
        sites = survey(found.files, configs)
        style = style_of(sys.stdout)
        _print(_sites(sites, style))
        is_settled = _configure(sites, report, configs, style, yes=yes)
        _print(_findings(report, style))
        _print(_next_steps(report, configs, folder, style))
        print_warnings(report)
    code = report.exit_code()
    if code in {EXIT_CLEAN, EXIT_FINDINGS}:  # findings are what one comes to see
        return EXIT_CLEAN if is_settled else EXIT_USAGE
    return code


def _print(lines: Iterable[str]) -> None:
    print_lines(lines, sys.stdout)


def _sites(sites: Sequence[FoundSite], style: Style) -> Iterator[str]:
    total = counted(sum(site.articles for site in sites), "article")
    if len(sites) == 1:
        yield style.paint(visible(f"{said(site_line(sites[0]))}{said(': ')}{said(total)}"), "bold")
    else:
        yield style.paint(said(f"{len(sites)} sites: {total}"), "bold")
        for site in sites[:_SITES]:
            yield visible(f"  {site.place or '.'}: {said(site_line(site))}: {site.articles}")
        if len(sites) > _SITES:
            yield said(f"  and {len(sites) - _SITES} more")
    for site in sites:
        for problem in site.site.settings.problems:
            yield visible(f"  {said(problem)}")
        yield from _unseen(site)
    yield ""


def _unseen(found: FoundSite) -> Iterator[str]:
    """Say what of a recognised site cannot be known, or its author wonders what is not found."""
    root = found.site.root
    if root is None or not found.is_recognised:
        return
    folder = root.joinpath(*found.site.settings.content[:1])
    for number, (what, why) in enumerate(unseen(folder / "article.md", found.site)):
        if number == 0:
            yield f"  {said(_UNKNOWN)}"
        yield visible(f"    {said(what)}{said(': ')}{said(why)}")


def _configure(
    sites: Sequence[FoundSite], report: Report, configs: Configs, style: Style, *, yes: bool
) -> bool:
    """Write the first configuration where there is none; return False if nobody can be asked."""
    origin = configs.root.settings.origin
    if origin is not None:
        _print(
            [visible(said(f"{origin} already applies here, so no configuration is written.")), ""]
        )
        return True
    lines = first_config(sites, statistics.counts(report)).splitlines(keepends=True)
    text = "".join(said(line[:-1]) + "\n" for line in lines)
    shown = (style.paint(f"  {visible(line)}".rstrip(), "dim") for line in text.splitlines())
    _print([style.paint(said(f"A first {FILE_NAME}"), "bold"), "", *shown, ""])
    if not yes:
        if not (is_terminal(sys.stdin) and is_terminal(sys.stdout)):
            _print(
                [
                    said("Not written: there is no terminal to ask on. Use --yes to write it."),
                    "",
                ]
            )
            return False
        if not click.confirm(said(f"Write `{FILE_NAME}`?"), default=True):
            _print([said("Nothing was written."), ""])
            return True
    _write(Path(FILE_NAME), text)
    _print([said(f"Wrote `{FILE_NAME}`"), ""])
    return True


def _write(path: Path, text: str) -> None:
    """Write the new file at *path*; raises ArticlelintError where that fails, or it is there."""
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        raise ArticlelintError(f"cannot write {path.absolute()}: {error.strerror}") from error


def _findings(report: Report, style: Style) -> Iterator[str]:
    is_gathered = gathered(report).counts() != report.counts()
    every = ", every place counted" if is_gathered else ""
    total = f"{said('Findings')}{said(': ')}{tally(report)}{said(every)}"
    yield style.paint(total, "bold")
    yield ""
    lines = statistics.render(report, replace(style, is_terminal=False))
    if any(file.findings for file in report.files):
        yield from (f"  {line}" for line in lines)
        yield ""


def _next_steps(report: Report, configs: Configs, folder: Path, style: Style) -> Iterator[str]:
    where = f", in {folder}" if str(folder) != "." else ""
    yield style.paint(visible(said(f"What to do next{where}")), "bold")
    steps = (
        *_fixing(report),
        *_remembering(report, configs),
        *_watching(Path.cwd()),
    )
    for number, (title, lines) in enumerate(steps, 1):
        yield ""
        yield f"{number}. {visible(said(title))}"
        # What is to be copied is no prose: `on:` of a workflow is a key.
        yield from (style.paint(f"     {visible(line)}", "dim").rstrip() for line in lines)


def _fixing(report: Report) -> Iterator[_Step]:
    safe, unsafe = report.fixable(), report.fixable(Applicability.UNSAFE)
    if safe:
        title = f"Make the safe fixes ({counted(safe, 'finding')}): look at them first"
        yield title, ["articlelint check --diff", "articlelint check --fix"]
    if unsafe:
        title = f"Review {counted(unsafe, 'fix', 'fixes')} that may change what you meant"
        yield title, ["articlelint check --unsafe-fixes --diff"]


def _remembering(report: Report, configs: Configs) -> Iterator[_Step]:
    left = sum(len(file.findings) for file in report.files) - report.fixable()
    settings = configs.root.settings
    if left and settings.baseline is None and not exists(usual_place(settings)):
        others = f"{'the other ' if report.fixable() else ''}{counted(left, 'finding')}"
        title = f"Leave {others} for later, so that only new ones count"
        yield (
            title,
            ["articlelint check --write-baseline"],
        )


def _watching(here: Path) -> Iterator[_Step]:
    repository = snippets.repository_of(here)
    if repository is None:
        yield "Put the site under git; `articlelint init` then shows a hook and a pipeline", []
        return
    place = here.relative_to(repository).as_posix().removeprefix(".")
    for snippet, title, after in (
        (
            snippets.hook(repository, place),
            "Check what is committed",
            ["", "pip install pre-commit && pre-commit install"],
        ),
        (snippets.pipeline(repository, place), "Check what is pushed", []),
    ):
        if snippet is not None:
            file = snippet.file
            what = f"{title}: add to `{file}`" if snippet.exists else f"{title}: write `{file}`"
            yield what, [*snippet.text.splitlines(), *after]
