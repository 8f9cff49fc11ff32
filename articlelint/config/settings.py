"""What a configuration says, as plain values, and which rules follow from it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from articlelint.linting.registry import ALL
from articlelint.linting.rule import configure

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from articlelint.diagnostic import Severity
    from articlelint.linting.registry import Registry
    from articlelint.linting.rule import Rule
    from articlelint.schema.source import Source


@dataclass(frozen=True)
class FrontMatterTable:
    """A table ``[front-matter]``; None is what it does not say.

    *fields* are tables by the dotted names of keys, *sources* the files of ``schema``.
    """

    fields: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    sources: tuple[Source, ...] | None = None
    built_in: bool | None = None
    unknown_keys: str | None = None


@dataclass(frozen=True)
class Layer:
    """One say about rules; later layers are laid over earlier ones.

    Selectors are ``all``, a family, or a rule. Within a layer the nearer selector wins
    (rule before family before ``all``); of two equally near ones, ``ignore``. *select*
    forgets what earlier layers selected. A rule that is off by default is switched on by
    each of the three selectors.
    """

    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    """By rule, family or ``all``; the nearest one counts."""
    options: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    """By rule."""
    front_matter: FrontMatterTable | None = None

    @property
    def selectors(self) -> tuple[str, ...]:
        """Return every name that this layer uses for rules."""
        return (
            *(self.select or ()),
            *self.extend_select,
            *self.ignore,
            *self.severity,
            *self.options,
        )

    def decides(self, rule: str) -> bool | None:
        """Tell whether this layer switches *rule* on or off; None: it says nothing of it."""
        on = max((_nearness(each, rule) for each in (*(self.select or ()), *self.extend_select)),
                 default=0)  # fmt: skip
        off = max((_nearness(each, rule) for each in self.ignore), default=0)
        if on == off == 0:
            return None if self.select is None else False
        return on > off

    def severity_of(self, rule: str) -> Severity | None:
        """Return the severity that this layer gives to *rule*, or None."""
        given = self.severity
        return given.get(rule) or given.get(rule.partition("/")[0]) or given.get(ALL)


def _nearness(selector: str, rule: str) -> int:
    """Return 3 where *selector* is the rule, 2 its family, 1 ``all``, and 0 otherwise."""
    if selector == rule:
        return 3
    if selector == rule.partition("/")[0]:
        return 2
    return int(selector == ALL)


class Patterns(NamedTuple):
    """Globs as in ``.gitignore``, relative to *root*."""

    root: Path
    globs: tuple[str, ...]


class Override(NamedTuple):
    """A layer for the files that *files* match."""

    files: Patterns
    layer: Layer


@dataclass(frozen=True)
class SiteTable:
    """The ``[site]`` table: *root* is absolute; *settings* go to ``site.override``."""

    generator: str | None = None
    root: Path | None = None
    settings: Mapping[str, object] = field(default_factory=dict)


RUN_SETTINGS = ("fail_on", "output_format", "jobs", "baseline")
"""Settings of a whole run: the configuration of the working directory decides about them."""


@dataclass(frozen=True)
class Settings:
    """A configuration file, those that it extends included; its defaults where there is none.

    *origin* is the file, *sources* all that went into it, the extended ones first.
    """

    origin: Path | None = None
    sources: tuple[Path, ...] = ()
    layers: tuple[Layer, ...] = ()
    overrides: tuple[Override, ...] = ()
    exclude: tuple[Patterns, ...] = ()
    plugins: tuple[Path, ...] = ()
    site: SiteTable = SiteTable()
    fail_on: Severity | None = None
    output_format: str | None = None
    jobs: int | None = None
    baseline: Path | None = None
    online: Mapping[str, object] = field(default_factory=dict)
    """The table ``[online]`` as it is written; ``articlelint.online`` knows what it means."""


def build_rules(
    layers: Sequence[Layer], registry: Registry, *, online: bool = False
) -> tuple[Rule, ...]:
    """Return the rules that *layers* select, configured, sorted by name.

    Rules that need the network's answers are left out unless the run is *online*.
    Raises ConfigError for options that do not fit, PluginError for a broken module.
    """
    rules = []
    for name in selected(layers, registry):
        if registry.load(name).online and not online:
            continue
        severity = None
        options: dict[str, object] = {}
        for layer in layers:
            severity = layer.severity_of(name) or severity
            options |= layer.options.get(name, {})
        rules.append(configure(registry.load(name), options, severity=severity))
    return tuple(rules)


def selected(layers: Iterable[Layer], registry: Registry) -> list[str]:
    """Return the names of the rules that *layers* select, sorted."""
    layers = [layer for layer in layers if layer.select is not None or layer.extend_select
              or layer.ignore]  # fmt: skip
    names = []
    for name in registry.names:
        state: bool | None = None
        for layer in layers:
            decision = layer.decides(name)
            state = state if decision is None else decision
        if state or (state is None and registry.load(name).default):
            names.append(name)
    return names
