"""``articlelint config``: about configuration files."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from articlelint.cli.options import configs, settings_options
from articlelint.cli.output import print_lines
from articlelint.config import Configs
from articlelint.text.files import is_folder

if TYPE_CHECKING:
    from articlelint.config import Config


@click.group(
    name="config", short_help="Show the settings of an article, or the schema of the configuration."
)
def command() -> None:
    """Print what applies to an article, or the schema of configuration files."""


@command.command(short_help="Print the JSON schema of articlelint.toml.")
def schema() -> None:
    """Print the JSON schema of articlelint.toml, for editors."""
    from articlelint.config.schema import json_schema  # imports pydantic

    text = json.dumps(json_schema(Configs().root.registry), indent=2, ensure_ascii=False)
    print_lines(text.splitlines(), sys.stdout)


@command.command(short_help="Print what applies to an article, and why.")
@click.argument("path", type=click.Path(path_type=Path), default="article.md")
@settings_options
@click.option("--online", is_flag=True, help="Show the settings of a run with --online.")
@click.option(
    "--output-format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="The format of the output.",
)
def show(path: Path, output_format: str, **flags: Any) -> None:
    """Print every setting that applies to the article at PATH, and where it comes from.

    A setting comes from a default, the generator, a line of a configuration file, or a flag. If
    PATH is a folder, this prints what applies to a file `article.md` in it.
    """
    from articlelint.cli.settings import as_json, describe

    if is_folder(path):
        path /= "article.md"
    config: Config = configs(**flags).of(path)
    print_lines((as_json if output_format == "json" else describe)(config, path), sys.stdout)
