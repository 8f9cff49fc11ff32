"""Keys that the generator refuses in a table of the front matter, by the site's configuration."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.front_matter import Mapping
from articlelint.schema.finding import FindingKind, SchemaFinding
from articlelint.schema.limits import meant

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from articlelint.front_matter import FrontMatter

_SHOWN = 5


def refused(
    front_matter: FrontMatter, table: str, names: Collection[str]
) -> Iterator[SchemaFinding]:
    """Yield the keys of *table* that are none of *names*, where the table has them."""
    value = front_matter.find((table,))
    if not isinstance(value, Mapping):
        return
    defined = ", ".join(f"`{name}`" for name in sorted(names)[:_SHOWN])
    there_are = f"it has {defined}" if defined else "it has none"
    if len(names) > _SHOWN:
        there_are += f" and {len(names) - _SHOWN} others"
    present = {field.key for field in value.fields}
    for field in value.fields:
        if field.key in names:
            continue
        near = meant(field.key, tuple(names))
        yield SchemaFinding(
            FindingKind.UNKNOWN_KEY,
            (table, field.key),
            field.key_span,
            f"`{field.key}` in `{table}` is not defined in the site's configuration: {there_are}",
            suggestion=near if near not in present else None,
            hint="Define it there, or delete it; otherwise the build stops",
            stops=True,
        )
