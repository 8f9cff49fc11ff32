"""``articlelint schema``: the front matter that articles have, and that they should have."""

from __future__ import annotations

import json
import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from articlelint.article import Article
from articlelint.cli.output import is_terminal, print_lines
from articlelint.config import Configs
from articlelint.errors import ArticlelintError, SourceError
from articlelint.generators import GENERIC
from articlelint.language import said
from articlelint.report.report import EXIT_CLEAN, EXIT_USAGE
from articlelint.reporters.style import padded, visible, width
from articlelint.runner.discovery import discover
from articlelint.text.files import is_file, is_folder
from articlelint.text.source import decode, read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from articlelint.schema.model import Schema


@click.group(name="schema", short_help="Infer or show the schema for front matter.")
def command() -> None:
    """Infer a schema for front matter from articles, or show the schema that applies."""


_config = click.option(
    "--config",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="FILE",
    help="Use this configuration file for every article.",
)


@command.command(short_help="Print the fields of articles, for the configuration.")
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@_config
@click.option(
    "--output-format",
    type=click.Choice(["toml", "json"]),
    default="toml",
    show_default=True,
    help="The format of the output.",
)
@click.option("--write", is_flag=True, help="Add the table to the configuration, after asking.")
@click.option("-y", "--yes", is_flag=True, help="With --write, do not ask.")
def infer(
    *, paths: tuple[str, ...], config: Path | None, output_format: str, write: bool, yes: bool
) -> int:
    """Look at the articles in PATHS and write the table of fields that they have.

    The table has each key with its type, whether it is required (all articles have it), the
    share of the articles that have it, its choices if they are few, and how its dates are
    written. Articles that stand out are listed. The articles are read twice, one at a time.
    """
    from articlelint.schema import inference

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
        lines = list(map(_in_words, lines))
    print_lines(lines, sys.stdout)
    print_lines((f"articlelint: {visible(said(problem))}" for problem in problems), sys.stderr)
    if not discovery.files:
        where = ", ".join(paths or (".",))
        print_lines([said(f"There are no articles in {visible(where)}")], sys.stderr)
    elif write and output_format == "toml":
        _write(paths, lines, configs, yes=yes)
    return EXIT_USAGE if problems else EXIT_CLEAN


def _in_words(line: str) -> str:
    """Return a line of the table with its remark in the language that is used."""
    code, sign, remark = line.partition("# ") if line.startswith(("#", "[")) else (line, "", "")
    text = remark.lstrip(" ")
    return f"{code}{sign}{remark[: len(remark) - len(text)]}{said(text)}"


def _write(paths: Sequence[str], lines: Sequence[str], configs: Configs, *, yes: bool) -> None:
    """Write the table, which was shown, into the configuration."""
    from articlelint.cli.schema_table import with_table

    path, text = with_table(paths, lines, configs.root.settings.origin)
    if not yes and not (is_terminal(sys.stdin) and is_terminal(sys.stdout)):
        raise ArticlelintError(f"there is no terminal to ask on; use --yes to write {path}")
    if yes or click.confirm(said(f"Add this to {path}?"), default=True, err=True):
        path.write_text(text, encoding="utf-8", newline="")
        print_lines([said(f"Wrote `{path}`")], sys.stderr)


@command.command(short_help="Show the schema for an article's front matter.")
@click.argument("path", required=False, type=click.Path(path_type=Path))
@_config
@click.option("--isolated", is_flag=True, help="Ignore configuration files.")
@click.option(
    "--output-format",
    "form",
    type=click.Choice(["text", "json-schema"]),
    default="text",
    show_default=True,
    help="The format of the output.",
)
def show(path: Path | None, config: Path | None, form: str, *, isolated: bool) -> None:
    """Show what the front matter of the article at PATH is checked against.

    PATH need not exist. If it is a folder, this shows what applies to an article in it; without
    PATH, to an article in the working directory.
    """
    from articlelint.schema.export import json_of

    path = path or Path()
    path = path / "article.md" if is_folder(path) else path
    configs = Configs(explicit=config, isolated=isolated)
    own = configs.of(path).schema_for(path)
    text = decode(read(path)) if is_file(path) else ""
    article = Article(text, path, site=configs.of(path).site_for(path), own_schema=own)
    if form == "json-schema":
        typed_dict = article.site.schema(path) if own is None or own.built_in else None
        document = json_of(article.schema, typed_dict) if article.schema is not None else {}
        lines = json.dumps(document, indent=2, ensure_ascii=False, default=str).splitlines()
        print_lines(lines, sys.stdout)
    else:
        print_lines(_described(article), sys.stdout)


def _described(article: Article) -> Iterator[str]:
    yield visible(said(f"article: {article.path}"))
    schema, own = article.schema, article.own_schema
    if schema is None:
        yield said("schema: none; any front matter is accepted")
        return
    generator = article.site.generator
    name = "the keys that generators share"
    if generator != GENERIC:
        name = f"{generator.title} (`{schema.name}`)"
    parts = [] if own is not None and not own.built_in else [name]
    if own is not None:
        parts += [visible(str(source.path)) for source in own.sources]
        parts += ["the fields of the configuration"] if own.fields else []
    yield f"{said('schema')}{said(': ')}{said(', ').join(map(said, parts))}"
    yield said("other keys: reported" if schema.closed else "other keys: allowed")
    rows = list(_rows(schema, ""))
    widest = max((width(name) for name, _, _ in rows), default=0)
    for name, kind, about in rows:
        yield f"  {padded(name, widest)}  {visible(kind)}  {visible(about)}".rstrip()


def _rows(schema: Schema, above: str) -> Iterator[tuple[str, str, str]]:
    """Yield the name of each key, what it has to be, and what it is for."""
    for name, spec in schema.fields.items():
        shape = spec.shape
        judges = [judge.name for judge in schema.judges if name in judge.keys]
        parts = [] if shape.anything else [shape.describe()]
        parts += spec.limits.described() if spec.limits is not None else []
        parts += [f"as {' and '.join(judges)} says"] if judges else []
        parts = parts or ["any value"]
        parts += ["required"] if spec.required else []
        yield visible(f"{above}{name}"), said(", ").join(map(said, parts)), said(spec.key.doc)
        if shape.schema is not None:
            yield from _rows(shape.schema, f"{above}{name}.")


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
