"""``articlelint config``: about configuration files."""

from __future__ import annotations

import json
import sys

import click

from articlelint.cli.output import print_lines
from articlelint.config import Configs


@click.group(name="config", short_help="About configuration files.")
def command() -> None:
    """Print the schema of configuration files."""


@command.command()
def schema() -> None:
    """Print the JSON schema of articlelint.toml, for editors."""
    from articlelint.config.schema import json_schema  # noqa: PLC0415 - imports pydantic

    text = json.dumps(json_schema(Configs().root.registry), indent=2, ensure_ascii=False)
    print_lines(text.splitlines(), sys.stdout)
