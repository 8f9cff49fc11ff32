"""The schema of a site's own, as its configuration gives it, over that of its generator."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from articlelint.schema.cms import ContentTypes
from articlelint.schema.fields import laid_over
from articlelint.schema.key import Key
from articlelint.schema.model import FieldSpec, Schema, Shape, schema_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from articlelint.schema.model import Judge
    from articlelint.schema.source import Source


@dataclass(frozen=True)
class OwnSchema:
    """What a configuration says of the front matter of some files.

    *fields* are tables by dotted name, *sources* files with schemas. Without *built_in* the
    generator's schema does not count; *closed* tells that there may be no other keys.
    *explicit* tells that it is said of these very files, not of all.
    """

    fields: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    sources: tuple[Source, ...] = ()
    built_in: bool = True
    closed: bool = False
    explicit: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "_schemas", {})

    _schemas: dict[object, Schema] = field(init=False, repr=False, compare=False)

    def over(
        self,
        typed_dict: type | None,
        *,
        data: Mapping[str, object] | None = None,
        dates: Collection[str] = (),
        titles: Collection[str] = (),
    ) -> Schema | None:
        """Return the schema of an article for which the generator has *typed_dict*.

        *data* is its front matter, which may name its content type. *dates* and *titles* are
        keys that the generator reads as such; other rules look after them. None where
        nothing is said of such an article. Raises ConfigError for a broken source.
        """
        if typed_dict is None and not self.explicit:
            return None
        kinds = tuple(types.pick(data or {}) for types in self._content_types)
        key = (typed_dict, kinds, tuple(dates), tuple(titles))
        if key not in self._schemas:
            self._schemas[key] = self._made(typed_dict, kinds, tuple(dates), tuple(titles))
        return self._schemas[key]

    def _made(
        self,
        typed_dict: type | None,
        kinds: tuple[str | None, ...],
        dates: tuple[str, ...],
        titles: tuple[str, ...],
    ) -> Schema:
        if typed_dict is not None and self.built_in:
            schema = schema_of(typed_dict)
        else:
            schema, dates, titles = Schema("Page", {}, {}), (), ()
        judged = tuple(name for name in dates if name in schema.names)
        blanks = (*judged, *titles)
        for types, kind in zip(self._content_types, kinds, strict=True):
            tables = types.tables.get(kind, {}) if kind is not None else {}
            schema = laid_over(schema, tables, judged_dates=judged, judged_blanks=blanks)
        schema = laid_over(schema, self.fields, judged_dates=judged, judged_blanks=blanks)
        if self._judges:
            schema = _with_judges(schema, self._judges)
        if self.closed:
            schema = replace(
                schema, name="page of this site", accepted=frozenset[str](), closed=True
            )
        return schema

    def load(self) -> None:
        """Read the sources; raises ConfigError where one is no schema."""
        _ = self._loaded

    @cached_property
    def _loaded(self) -> tuple[Judge | ContentTypes, ...]:
        return tuple(_load(source) for source in self.sources)

    @property
    def _judges(self) -> tuple[Judge, ...]:
        return tuple(each for each in self._loaded if not isinstance(each, ContentTypes))

    @property
    def _content_types(self) -> tuple[ContentTypes, ...]:
        return tuple(each for each in self._loaded if isinstance(each, ContentTypes))


def _with_judges(schema: Schema, judges: tuple[Judge, ...]) -> Schema:
    """Return *schema* with what *judges* know counted among its keys."""
    anything = Shape(anything=True)
    fields, names = dict(schema.fields), dict(schema.names)
    for name in sorted(frozenset[str]().union(*(judge.keys for judge in judges)) - set(names)):
        fields[name] = names[name] = FieldSpec(name, Any, Key(""), anything)
    return replace(schema, fields=fields, names=names, judges=judges)


def _load(source: Source) -> Judge | ContentTypes:
    if source.path.suffix.lower() == ".py":
        from articlelint.schema.python import ModelJudge  # imports pydantic

        return ModelJudge.load(source)
    from articlelint.schema.json_file import load

    return load(source)
