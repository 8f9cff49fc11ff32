"""Keys of the page that a TOML header above them has made keys of a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.front_matter import Mapping
from articlelint.schema.finding import FindingKind, SchemaFinding
from articlelint.schema.values import value_problems

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from articlelint.front_matter import Field, Path
    from articlelint.schema.model import FieldSpec, Schema

_HINT = "In TOML, a key below a header such as `[{}]` belongs to that table"


def strayed(
    schema: Schema,
    fields: Iterable[Field],
    present: Collection[str],
    known: Collection[str],
    *,
    fold: bool,
) -> Iterator[SchemaFinding]:
    """Yield a finding for each key that stands in a table of TOML and was meant for the page.

    That is certain of a key that no theme has in its tables, and of one whose value is
    none that the table may hold. *fields* are those at the top, *present* their names,
    *known* the site's taxonomies; with *fold* the case of keys does not count.
    """
    for field in fields:
        table = schema.names.get(field.key.lower() if fold else field.key)
        if table is not None and table.key.holds_keys:
            continue
        if any(field.key in judge.keys for judge in schema.judges):
            continue  # the site's own schema says what the table holds
        for path, inner in _headed((field.key,), field):
            name = inner.key.lower() if fold else inner.key
            spec = schema.names.get(name)
            if spec is None or name in present or _is_declared(table, path):
                continue
            belongs = spec.key.belongs
            if belongs:
                top, _, last = belongs.rpartition(".")
                if last not in known or last != name or top in present or table is None:
                    continue
            elif not _is_meant_for_top(spec, inner, table, known):
                continue
            names = ".".join(map(str, path[:-1]))
            place = f"to `{belongs}`" if belongs else "above the first table"
            yield SchemaFinding(
                FindingKind.MISPLACED_KEY,
                path,
                inner.key_span,
                f"`{inner.key}` is in the table `{names}`; it belongs {place}",
                hint=_HINT.format(names),
            )


def _headed(path: Path, field: Field) -> Iterator[tuple[Path, Field]]:
    """Yield the fields of the tables that have a header of their own, with their paths."""
    content = field.content
    if (
        not isinstance(content, Mapping)
        or content.flow
        or content.span.start == field.key_span.start
    ):
        return
    for inner in content.fields:
        if isinstance(inner.content, Mapping):
            yield from _headed((*path, inner.key), inner)
        else:
            yield (*path, inner.key), inner


def _is_meant_for_top(
    spec: FieldSpec, field: Field, table: FieldSpec | None, known: Collection[str]
) -> bool:
    if next(value_problems(spec, field.content), None) is not None:
        return False
    if spec.key.only_at_top:
        return True
    # Zola's `taxonomies` hold lists alone.
    values = table.shape.values if table is not None else None
    return (
        values is not None
        and values.items is not None
        and not values.scalars
        and field.key not in known
        and not isinstance(field.value, list)
    )


def _is_declared(table: FieldSpec | None, path: Path) -> bool:
    """Tell whether the schema, with what the site adds to it, has a key at *path*."""
    spec = table
    for step in path[1:]:
        if spec is None or spec.shape.schema is None:
            return False
        spec = spec.shape.schema.names.get(str(step))
    return spec is not None
