"""The table ``[front-matter]`` of a configuration file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from articlelint.config.declared import FrontMatter
from articlelint.errors import ConfigError
from articlelint.schema.fields import problem_of
from articlelint.schema.source import source_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from articlelint.config.file import ConfigFile, Location


def read(file: ConfigFile, table: Mapping[str, Any], at: Location) -> FrontMatter:
    """Return what *table*, whose keys and types are right, says; it stands at *at* in *file*.

    Raises ConfigError for types that there are not, patterns that are none, files not there.
    """
    fields = table.get("fields", {})
    for name, attributes in fields.items():
        problem = problem_of(name, attributes)
        if problem is not None:
            attribute, message = problem
            raise file.error((*at, "fields", name, *([attribute] if attribute else [])), message)
    sources = None
    if "schema" in table:
        named = table["schema"]
        folder = file.path.absolute().parent
        try:
            names = [named] if isinstance(named, str) else named
            sources = tuple(source_of(name, folder) for name in names)
        except ConfigError as error:
            raise file.error((*at, "schema"), str(error)) from error
    return FrontMatter(fields, sources, table.get("built-in"), table.get("unknown-keys"))
