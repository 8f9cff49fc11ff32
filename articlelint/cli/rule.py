"""``articlelint rule``: the page of a rule."""

from __future__ import annotations

import inspect
import sys
from dataclasses import MISSING, fields
from typing import TYPE_CHECKING

import click

from articlelint.cli.output import is_terminal, print_lines, wants_color
from articlelint.config import Configs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint.registry import Registry
    from articlelint.rule import Rule


@click.command(short_help="Print the page of a rule, or of all.")
@click.argument("name", required=False)
def command(name: str | None) -> None:
    """Print what the rule NAME finds, why that matters, examples and options.

    Without a name, the pages of all rules are printed.
    """
    registry = Configs().root.registry
    text = "\n".join(page(registry, each) for each in ([name] if name else registry.names))
    if is_terminal(sys.stdout):
        from rich.console import Console  # noqa: PLC0415 - 60 ms, for a terminal only
        from rich.markdown import Markdown  # noqa: PLC0415 - likewise

        Console(no_color=not wants_color(sys.stdout)).print(Markdown(text))
    else:
        print_lines(text.splitlines(), sys.stdout)


def page(registry: Registry, name: str) -> str:
    """Return the page of the rule called *name*, with the facts about it at its end."""
    rule = registry.load(name)
    return registry.page(name).rstrip() + "\n\n" + "\n".join(_facts(registry, rule)) + "\n"


def _facts(registry: Registry, rule: type[Rule]) -> Iterator[str]:
    fixable = rule.fixable.name.lower() if rule.fixable is not None else "none"
    yield "## Settings"
    yield ""
    yield f"- severity: {rule.severity}"
    yield f"- fix: {fixable}"
    yield f"- on by default: {'yes' if rule.default else 'no'}"
    yield f"- from: {registry.origin(rule.name)}"
    options = list(options_of(rule))
    if options:
        yield ""
        yield f'Options, in the table `[rules."{rule.name}"]`:'
        yield ""
        yield from (f"- `{name} = {default}` ({kind})" for name, kind, default in options)


def options_of(rule: type[Rule]) -> Iterator[tuple[str, str, str]]:
    """Yield the name, type and default of each option of *rule*."""
    for field in fields(rule):
        default = field.default
        if default is MISSING and field.default_factory is not MISSING:
            default = field.default_factory()
        kind = field.type if isinstance(field.type, str) else inspect.formatannotation(field.type)
        yield field.name.replace("_", "-"), kind, toml(default)


def toml(value: object) -> str:
    """Return *value* as one writes it in the configuration."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    if isinstance(value, (list, tuple, set, frozenset)):
        items = value if isinstance(value, (list, tuple)) else sorted(value, key=str)
        return f"[{', '.join(map(toml, items))}]"
    return str(value)
