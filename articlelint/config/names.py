"""Names of rules and of their options in a configuration: whether there are such."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.config.profiles import profiles
from articlelint.errors import ConfigError
from articlelint.linting.registry import ALL, EVERY
from articlelint.linting.rule import configure

if TYPE_CHECKING:
    from articlelint.config.declared import Layer, Settings
    from articlelint.config.file import ConfigFile
    from articlelint.linting.registry import Registry


def check(
    files: tuple[ConfigFile, ...], settings: Settings, flags: Layer, registry: Registry
) -> None:
    """Raise ConfigError for the first name of a rule, or option of one, that there is not."""
    overrides = iter(settings.overrides)
    for file, layer in zip(files, settings.layers, strict=True):
        _check_layer(file, (), layer, registry)
        for index in range(len(file.table.get("overrides", ()))):
            _check_layer(file, ("overrides", index), next(overrides).layer, registry)
    for selector in flags.selectors:
        if not _is_known(selector, registry):
            raise ConfigError(_unknown(selector, registry))


def _is_known(selector: str, registry: Registry) -> bool:
    family = selector.removesuffix(EVERY)
    return selector in registry or family in registry.families or selector == ALL


def _unknown(selector: str, registry: Registry) -> str:
    """Return the sentence that says that *selector* is no rule, with what was meant."""
    if selector in profiles():
        return (
            f"`{selector}` is a profile, which the configuration switches on: "
            f'`extends = ["{selector}"]`'
        )
    return registry.unknown(selector)


def _check_layer(
    file: ConfigFile, at: tuple[str | int, ...], layer: Layer, registry: Registry
) -> None:
    for key, selectors in (
        ("select", layer.select or ()),
        ("extend-select", layer.extend_select),
        ("unsuppressable", layer.unsuppressable),
        ("ignore", layer.ignore),
    ):
        for index, selector in enumerate(selectors):
            if not _is_known(selector, registry):
                raise file.error((*at, key, index), _unknown(selector, registry))
    for selector in layer.severity:
        if not _is_known(selector, registry):
            raise file.error((*at, "severity", selector), _unknown(selector, registry))
    for name, options in layer.options.items():
        if name not in registry:
            raise file.error((*at, "rules", name), _unknown(name, registry))
        for option, value in options.items():
            try:
                configure(registry.load(name), {option: value})
            except ConfigError as error:
                raise file.error((*at, "rules", name, option), str(error)) from error
