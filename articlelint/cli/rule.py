"""``articlelint rule``: the page of a rule."""

from __future__ import annotations

import inspect
import re
import sys
from inspect import formatannotation
from typing import TYPE_CHECKING

import click

from articlelint.cli import complete, rules
from articlelint.cli.output import is_terminal, print_lines, wants_color
from articlelint.config import ConfigError, Configs
from articlelint.config.spoken import speak
from articlelint.errors import named
from articlelint.language import said, said_page
from articlelint.linting.rule import option_fields
from articlelint.options import in_words
from articlelint.reporters.dump import dumps
from articlelint.reporters.style import visible
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator
    from dataclasses import Field

    from articlelint.linting.registry import Registry
    from articlelint.linting.rule import Rule

_FENCE = regex(r"^`{3,}\w+ (?P<words>\S[^\n`]*)\n(?=.*?^`{3,} *$)", re.MULTILINE | re.DOTALL)
_LABELS = {
    "bad": "Wrong",
    "good": "Right",
    "diagnostics": "Findings",
    "fixed": "Fixed by --fix",
    "options": "With these options",
    "files": "Beside these files",
    "also": "Beside this article",
    "answers": "If the network answers this",
}
"""What the fences of a page hold (see ``articlelint.testing``), in words for its readers."""


@click.command(short_help="Print the page of a rule.")
@click.argument("name", required=False, shell_complete=complete.rules)
@click.option("--all", "every", is_flag=True, help="Print the pages of all rules.")
@click.option(
    "--output-format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="The format of the output.",
)
@click.pass_context
def command(context: click.Context, *, name: str | None, every: bool, output_format: str) -> None:
    """Print what the rule NAME finds, why that matters, examples and options.

    If NAME is a family, its rules are listed.
    """
    config = Configs().root
    speak(config)
    registry = config.registry
    if every == (name is not None):
        raise ConfigError(_which(registry))
    if name in registry.families:
        context.invoke(rules.command, names=(name,), output_format=output_format)
        return
    names = [name] if name else list(registry.names)
    if output_format == "json":
        records = [record(registry, each) for each in names]
        print_lines([dumps(records[0] if name else records)], sys.stdout)
        return
    text = _shown("\n".join(page(registry, each) for each in names))
    if is_terminal(sys.stdout):
        from rich.console import Console  # 60 ms, for a terminal only
        from rich.markdown import Markdown

        Console(no_color=not wants_color(sys.stdout)).print(Markdown(_labelled(text)))
    else:
        print_lines(text.splitlines(), sys.stdout)


def _which(registry: Registry) -> str:
    return (
        "name a rule, or a family to list its rules, or use --all for every page; "
        f"the families are {named(registry.families)}"
    )


def _shown(text: str) -> str:
    """Return a page, whoever wrote it, with nothing that a terminal would obey."""
    return "\n".join("\t".join(map(visible, line.split("\t"))) for line in text.split("\n"))


def _labelled(text: str) -> str:
    """Return pages with a label before each example, whose fence no reader sees when rendered."""
    return _FENCE.sub(lambda match: f"*{_label(match['words'])}*\n\n{match[0]}", text)


def _label(words: str) -> str:
    kind, *details = words.split()
    label = said(_LABELS.get(kind, kind.capitalize()))
    if kind == "fixed" and "unsafe" in details:
        label += " --unsafe-fixes"
    given = ", ".join(detail for detail in details if "=" in detail)
    return f"{label} ({given})" if given else label


def page(registry: Registry, name: str) -> str:
    """Return the page of the rule called *name*, with the facts about it at its end."""
    rule = registry.load(name)
    facts = "\n".join(map(said, _facts(registry, rule)))
    return f"{said_page(registry.page(name).rstrip())}\n\n{facts}\n"


def record(registry: Registry, name: str) -> dict[str, object]:
    """Return the same as one JSON object."""
    rule = registry.load(name)
    return {
        "name": name,
        "family": name.partition("/")[0],
        "summary": (inspect.getdoc(rule) or "").partition("\n")[0],
        "severity": rule.severity,
        "fixable": rule.fixable.name.lower() if rule.fixable is not None else None,
        "default": rule.default,
        "online": rule.online,
        "origin": registry.origin(name),
        "options": [
            {"name": option, "type": kind, "default": default}
            for option, kind, default in options_of(rule)
        ],
        "page": registry.page(name),
    }


def _facts(registry: Registry, rule: type[Rule]) -> Iterator[str]:
    fixable = rule.fixable.name.lower() if rule.fixable is not None else "none"
    yield f"## {said('Settings')}"
    yield ""
    yield f"- severity: {rule.severity}"
    yield f"- fix: {fixable}"
    yield f"- on by default: {'yes' if rule.default else 'no'}"
    yield f"- from: {registry.origin(rule.name)}"
    if option_fields(rule):
        yield ""
        yield f'Options, in the table `[rules."{rule.name}"]`:'
        yield ""
        yield from map(_option, option_fields(rule))


def _option(field: Field[object]) -> str:
    """Return an option as it stands in a configuration, with its default, and what it may be."""
    name, kind = field.name.replace("_", "-"), _in_words(field.type)
    if field.default is None:
        return f"- `{name}`: {kind}; not set by default"
    return f"- `{name} = {toml(field.default)}`: {kind}"


def _in_words(kind: object) -> str:
    """Return what an option of the *kind* is; Python's way to say it where there are no words."""
    try:
        return in_words(kind)
    except (KeyError, ValueError, IndexError, TypeError):
        return f"`{formatannotation(kind)}`"


def options_of(rule: type[Rule]) -> Iterator[tuple[str, str, str | None]]:
    """Yield the name, type and default of each option of *rule*, for programs; None if not set."""
    for field in option_fields(rule):
        default = None if field.default is None else toml(field.default)
        yield field.name.replace("_", "-"), formatannotation(field.type), default


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
