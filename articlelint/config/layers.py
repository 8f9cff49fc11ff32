"""What layers of a configuration come to: the rules that they select, and a schema."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from articlelint.linting.plan import Plan, Unloaded
from articlelint.linting.rule import configure

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from articlelint.config.declared import FrontMatter, Layer
    from articlelint.diagnostic import Severity
    from articlelint.linting.registry import Registry
    from articlelint.linting.rule import Rule
    from articlelint.schema.own import OwnSchema


_T = TypeVar("_T")


def build_rules(layers: Sequence[Layer], registry: Registry, *, online: bool = False) -> Plan:
    """Return the rules that *layers* select, configured, sorted by name.

    Rules that need the network's answers are left out unless the run is *online*. Those with
    options are imported, so that it shows at once whether they fit. Raises ConfigError for
    options that do not fit, PluginError for a broken module.
    """
    rules: list[Rule | Unloaded] = []
    names = selected(layers, registry)
    for name in names:
        traits = registry.traits(name)
        if traits.online and not online:
            continue
        severity = None
        options: dict[str, object] = {}
        for layer in layers:
            severity = layer.severity_of(name) or severity
            options |= layer.options.get(name, {})
        load = partial(_configured, registry, name, options, severity)
        rules.append(load() if options else Unloaded(name, traits, load))
    return Plan(rules, [name for name in names if any(layer.exempts(name) for layer in layers)])


def _configured(
    registry: Registry, name: str, options: Mapping[str, object], severity: Severity | None
) -> Rule:
    return configure(registry.load(name), options, severity=severity)


def selected(layers: Iterable[Layer], registry: Registry) -> list[str]:
    """Return the names of the rules that *layers* select, sorted."""
    layers = [layer for layer in layers if layer.select is not None or layer.extend_select
              or layer.ignore]  # fmt: skip
    names = []
    for name in registry.names:
        state: bool | None = None
        for layer in layers:
            decision = layer.decides(name, by_family=registry.is_of_family(name))
            state = state if decision is None else decision
        if state or (state is None and registry.traits(name).default):
            names.append(name)
    return names


def build_schema(layers: Iterable[Layer], overriding: Iterable[Layer]) -> OwnSchema | None:
    """Return what *layers* say of the front matter; None: nothing.

    *overriding* are those of them that are about these very files. Raises ConfigError for a
    schema file that holds none.
    """
    said = [table for layer in layers if (table := layer.front_matter) is not None]
    if not said:
        return None
    from articlelint.schema.own import OwnSchema

    sources = _last(table.sources for table in said)
    built_in = _last(table.built_in for table in said)
    own = OwnSchema(
        fields=_fields(said),
        sources=sources or (),
        built_in=built_in is not False,
        closed=_last(table.unknown_keys for table in said) == "report",
        explicit=any(layer.front_matter is not None for layer in overriding),
    )
    own.load()  # what is wrong with its files ends the run, not every article
    return own


def _fields(tables: Iterable[FrontMatter]) -> dict[str, dict[str, object]]:
    fields: dict[str, dict[str, object]] = {}
    for table in tables:
        for name, attributes in table.fields.items():
            fields[name] = {**fields.get(name, {}), **attributes}
    return fields


def _last(values: Iterable[_T | None]) -> _T | None:
    said = [value for value in values if value is not None]
    return said[-1] if said else None
