"""``articlelint rules``: the table of rules."""

from __future__ import annotations

import inspect
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from articlelint.cli import complete
from articlelint.cli.output import is_terminal, print_lines, wants_color
from articlelint.config import ConfigError, Configs
from articlelint.config.spoken import speak
from articlelint.diagnostic import Severity
from articlelint.language import is_english, said
from articlelint.reporters.dump import dumps
from articlelint.reporters.style import visible
from articlelint.text.edit import Applicability

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.text import Text

    from articlelint.linting.registry import Registry
    from articlelint.linting.rule import Rule

_MARKS = {Applicability.SAFE: "*", Applicability.UNSAFE: "?"}
_LOOKS = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}


@dataclass(frozen=True)
class Row:
    """A rule, and what becomes of it in the working directory (*here*; None: it is off)."""

    rule: type[Rule]
    origin: str
    here: Severity | None

    @property
    def summary(self) -> str:
        """Return the sentence that says what the rule finds."""
        return (inspect.getdoc(self.rule) or "").partition("\n")[0]

    @property
    def mark(self) -> str:
        """Return the sign for its fixes."""
        return _MARKS.get(self.rule.fixable, " ") if self.rule.fixable is not None else " "


@click.command(short_help="List the rules.")
@click.argument("names", nargs=-1, metavar="[NAMES]...", shell_complete=complete.rules)
@click.option("--fixable", is_flag=True, help="Only rules that have a fix.")
@click.option("--on/--off", "on", default=None, help="Only rules that are on, or off, here.")
@click.option(
    "--severity",
    type=click.Choice([severity.value for severity in Severity]),
    help="Only rules of this severity.",
)
@click.option(
    "--output-format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="The format of the output.",
)
def command(
    *,
    names: tuple[str, ...],
    fixable: bool,
    on: bool | None,
    severity: str | None,
    output_format: str,
) -> None:
    """List the rules: name, severity, fix, on or off here, and what each finds.

    NAMES are rules, families, or parts of a name. `*` marks a safe fix, `?` one that needs
    a look, `net` a rule that runs only with --online. What is on, and with which severity,
    depends on the configuration of the working directory.
    """
    rows = [
        row
        for row in _rows(names)
        if (not fixable or row.rule.fixable is not None)
        and (on is None or (row.here is not None) == on)
        and (severity is None or (row.here or row.rule.severity) == severity)
    ]
    if output_format == "json":
        print_lines(_json(rows), sys.stdout)
    elif is_terminal(sys.stdout):
        _print_table(rows)
    else:
        print_lines(_text(rows), sys.stdout)


def _rows(names: Sequence[str]) -> Iterator[Row]:
    config = Configs(online=True).root
    speak(config)
    registry = config.registry
    here = {rule.name: rule.severity for rule in config.rules_for(Path("article.md"))}
    chosen = {each for name in names for each in _matching(registry, name)}
    for name in registry.names:
        if not names or name in chosen:
            yield Row(registry.load(name), registry.origin(name), here.get(name))


def _matching(registry: Registry, name: str) -> list[str]:
    """Return the rules that *name* is, or is the family of, or a part of; raises ConfigError."""
    if name in registry:
        return [name]
    if name in registry.families:
        return [each for each in registry.names if each.startswith(f"{name}/")]
    found = [each for each in registry.names if name.lower() in each]
    if not found:
        raise ConfigError(registry.unknown(name))
    return found


def _text(rows: Sequence[Row]) -> Iterator[str]:
    longest = max((len(row.rule.name) for row in rows), default=0)
    for row in rows:
        state = "off" if not row.here else "net" if row.rule.online else "   "
        severity = row.here or row.rule.severity
        summary = visible(said(row.summary))
        yield f"{row.rule.name:<{longest}}  {severity:<7} {row.mark} {state} {summary}"


def _json(rows: Sequence[Row]) -> Iterator[str]:
    if not rows:
        yield "[]"
    for index, row in enumerate(rows):
        fixable = row.rule.fixable
        record = {
            "name": row.rule.name,
            "family": row.rule.name.partition("/")[0],
            "severity": row.rule.severity,
            "fixable": fixable.name.lower() if fixable is not None else None,
            "default": row.rule.default,
            "on": row.here is not None,
            "severity_here": row.here,
            "online": row.rule.online,
            "origin": row.origin,
            "summary": row.summary,
        }
        if not is_english():
            record["summary_translated"] = said(row.summary)
        yield ("[" if index == 0 else " ") + dumps(record) + ("," if index + 1 < len(rows) else "]")


def _state(row: Row) -> Text:
    from rich.text import Text  # 60 ms, for a terminal only

    if row.here is None:
        return Text(said("off"), style="dim")
    return Text("--online" if row.rule.online else said("on"), style="green")


def _print_table(rows: Sequence[Row]) -> None:
    from rich.console import Console  # 60 ms, for a terminal only
    from rich.table import Table
    from rich.text import Text

    titles = map(said, ("rule", "severity", "fix", "here", "what it finds"))
    table = Table(*titles, box=None, pad_edge=False)
    table.columns[0].no_wrap = True
    family = ""
    for row in rows:
        own, slash, thing = row.rule.name.partition("/")
        if own != family and family:
            table.add_section()
        family = own
        severity = row.here or row.rule.severity
        table.add_row(
            Text.assemble((own + slash, "dim"), (thing, "bold" if row.here else "")),
            Text(said(severity), style=_LOOKS[severity]),
            said({"*": "safe", "?": "unsafe"}.get(row.mark, "")),
            _state(row),
            Text(visible(said(row.summary)), style="" if row.here else "dim"),
        )
    console = Console(no_color=not wants_color(sys.stdout))
    console.print(table)
    on = sum(row.here is not None for row in rows)
    console.print(said(f"{len(rows)} rules, {on} on here"), style="dim", highlight=False)
