"""What a configuration file can have run: code of the repository that it lies in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from articlelint.config.file import ConfigFile, Location


def code_in(file: ConfigFile) -> tuple[Location, str] | None:
    """Return the place of the first code that *file*, which is valid, names, and its name."""
    table = file.table
    for index, name in enumerate(table.get("plugins", ())):
        return ("plugins", index), name
    for location, layer in _layers(table):
        schema = layer.get("front-matter", {}).get("schema", ())
        for name in [schema] if isinstance(schema, str) else schema:
            if ".py" in name.lower():
                return (*location, "front-matter", "schema"), name
    return None


def _layers(table: Mapping[str, Any]) -> Iterator[tuple[Location, Mapping[str, Any]]]:
    yield (), table
    for index, override in enumerate(table.get("overrides", ())):
        yield ("overrides", index), override
