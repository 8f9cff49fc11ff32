"""``articlelint schema``: the front matter that articles have, and that they should have."""

from __future__ import annotations

import json
import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from articlelint.article import Article
from articlelint.cli.output import print_lines
from articlelint.config import Configs
from articlelint.discovery import discover
from articlelint.errors import SourceError
from articlelint.report import EXIT_CLEAN, EXIT_USAGE
from articlelint.reporters.style import visible
from articlelint.source import decode, read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence


@click.group(name="schema", short_help="What front matter has to be: infer it, show it.")
def command() -> None:
    """Infer from articles what their front matter has to be, or show what it has to be."""


_config = click.option(
    "--config",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="FILE",
    help="Use this configuration file for every article.",
)


@command.command(short_help="Write the fields that articles have, for the configuration.")
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@_config
@click.option("--output-format", type=click.Choice(["toml", "json"]), default="toml")
def infer(paths: tuple[str, ...], config: Path | None, output_format: str) -> int:
    """Look at the articles in PATHS and write the table of fields that they have.

    Each key with its type, whether it is required (all articles have it), the share of the
    articles that have it, its choices where they are few, and how its dates are written. What
    stands out is listed with its place. The articles are read twice, one at a time.
    """
    from articlelint.schema import inference  # noqa: PLC0415 - for this command only

    configs = Configs(explicit=config)
    discovery = discover(paths or (".",), configs)
    problems = [str(problem) for problem in discovery.problems]
    observation = inference.Observation()
    for article in _articles(discovery.files, configs, problems.append):
        misspelt = {
            str(finding.path[0]): finding.suggestion
            for finding in article.schema_findings
            if finding.kind == "unknown-key" and finding.suggestion
        }
        folds = article.site.generator.ignores_key_case
        observation.add(
            article.front_matter, ignores_key_case=folds, misspelt=misspelt, schema=article.schema
        )
    fitting = inference.Fitting(*inference.deduce(observation))
    for article in _articles(discovery.files, configs, lambda _: None):
        fitting.add(
            article.front_matter,
            visible(str(article.path)),
            lambda offset, article=article: article.lines.position(offset).line,  # type: ignore[misc]
            ignores_key_case=article.site.generator.ignores_key_case,
            known=_known_keys(article),
        )
    fitting.relax()
    if output_format == "json":
        lines = json.dumps(
            inference.as_json(observation, fitting), indent=2, ensure_ascii=False
        ).splitlines()
    else:
        title = "articlelint schema infer " + " ".join(map(shlex.quote, paths))
        lines = list(inference.as_toml(observation, fitting, [visible(title.strip())]))
    print_lines(lines, sys.stdout)
    print_lines((f"articlelint: {visible(problem)}" for problem in problems), sys.stderr)
    if not discovery.files:
        where = ", ".join(paths or (".",))
        print_lines([f"There are no articles in {visible(where)}"], sys.stderr)
    return EXIT_USAGE if problems else EXIT_CLEAN


def _known_keys(article: Article) -> frozenset[str]:
    schema = article.schema
    return frozenset() if schema is None else schema.accepted.union(schema.names)


def _articles(
    paths: Sequence[Path], configs: Configs, report: Callable[[str], None]
) -> Iterator[Article]:
    for path in paths:
        try:
            source = decode(read(path))
        except SourceError as error:
            report(str(error))
            continue
        yield Article(source, path, site=configs.of(path).site_for(path))
