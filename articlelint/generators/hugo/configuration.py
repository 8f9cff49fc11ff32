"""The configuration of a Hugo site, wherever it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from articlelint.generators.reading import mapping

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from articlelint.generators.reading import Reader

_EXTENSIONS: Final = (".toml", ".yaml", ".yml", ".json")
_NAMES: Final = ("hugo", "config")
OWN: Final = tuple(f"hugo{extension}" for extension in _EXTENSIONS)
SHARED: Final = tuple(f"config{extension}" for extension in _EXTENSIONS)


def configuration(root: Path, reader: Reader) -> dict[str, Any]:
    """Return the merged configuration, the names of its top-level keys in lower case."""
    config: dict[str, Any] = {}
    for name in (*OWN, *SHARED):
        if data := reader.any(name):
            config = lower(data)
            break
    default = root / "config" / "_default"
    if default.is_dir():
        # Folders are walked, and their names count for nothing: config/configLoader.go.
        for path in sorted(default.rglob("*"), key=lambda path: ("." in path.stem, path)):
            if path.suffix not in _EXTENSIONS:
                continue
            data = lower(reader.any(path.relative_to(root).as_posix()))
            key = path.stem.lower()
            if key in _NAMES:
                _merge(config, data)
            elif "." not in key:
                _merge(config, {key: data})
            else:
                name, _, language = key.partition(".")
                _of_language(config, name, language, data)
    return config


def _merge(config: dict[str, Any], other: Mapping[str, Any]) -> None:
    """Take in what another file says, table by table."""
    for key, value in other.items():
        known = config.get(key)
        if isinstance(known, dict) and isinstance(value, dict):
            config[key] = dict(known)
            _merge(config[key], value)
        else:
            config[key] = value


def _of_language(config: dict[str, Any], name: str, language: str, data: dict[str, Any]) -> None:
    """Take in ``languages.fr.toml``, ``hugo.fr.toml``, ``permalinks.fr.toml``.

    A file makes its language one of the site's, whatever it is called: config/configLoader.go.
    Of what others say nothing matters to a rule.
    """
    languages = lower(config.get("languages"))
    own = lower(languages.get(language))
    if name == "permalinks":
        own[name] = data
    elif name in {"languages", *_NAMES}:
        own |= data
    languages[language] = own
    config["languages"] = languages


def lower(value: object) -> dict[str, Any]:
    """Return a table with its keys in lower case."""
    return {key.lower(): item for key, item in mapping(value).items()}


def table(config: Mapping[str, Any], *path: str) -> dict[str, Any]:
    """Return the table that *path* leads to, with its keys in lower case."""
    found = dict(config)
    for key in path:
        found = lower(found.get(key))
    return found
