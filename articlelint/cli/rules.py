"""``articlelint rules``: the list of rules."""

from __future__ import annotations

import inspect
import json
import sys
from typing import TYPE_CHECKING

import click

from articlelint.cli.output import print_lines
from articlelint.config import Configs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from articlelint.registry import Registry


@click.command(short_help="List the rules.")
@click.option("--output-format", type=click.Choice(["text", "json"]), default="text")
def command(output_format: str) -> None:
    """List the rules: name, severity, fix, and what each finds.

    `*` marks a safe fix, `?` an unsafe one, `off` a rule that runs only when it is selected,
    `net` one that runs only with --online.
    """
    registry = Configs().root.registry
    rows = [_row(registry, name) for name in registry.names]
    print_lines(_json(rows) if output_format == "json" else _text(rows), sys.stdout)


def _row(registry: Registry, name: str) -> dict[str, object]:
    rule = registry.load(name)
    return {
        "name": name,
        "family": name.partition("/")[0],
        "severity": rule.severity,
        "fixable": rule.fixable.name.lower() if rule.fixable is not None else None,
        "default": rule.default,
        "online": rule.online,
        "origin": registry.origin(name),
        "summary": (inspect.getdoc(rule) or "").partition("\n")[0],
    }


def _text(rows: Sequence[dict[str, object]]) -> Iterator[str]:
    longest = max((len(str(row["name"])) for row in rows), default=0)
    marks = {"safe": "*", "unsafe": "?"}
    for row in rows:
        mark = marks.get(str(row["fixable"]), " ")
        state = "net" if row["online"] else "   " if row["default"] else "off"
        yield f"{row['name']:<{longest}}  {row['severity']:<7} {mark} {state} {row['summary']}"


def _json(rows: Sequence[dict[str, object]]) -> Iterator[str]:
    yield json.dumps(rows, indent=2, ensure_ascii=False)
