"""The fields of front matter that rules look at: by key, or by what a key's value is for."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from articlelint.front_matter.model import Mapping, Scalar, Sequence
from articlelint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from articlelint.article.document import Document
    from articlelint.front_matter.model import Field, Value
    from articlelint.generators.generator import Generator


class FieldRole(StrEnum):
    """What a key of the front matter means."""

    TITLE = "title"
    DESCRIPTION = "description"
    TERM = "term"  # a tag, a category
    SLUG = "slug"  # the article's own part of its address
    AUTHOR = "author"

    def keys(self, generator: Generator) -> tuple[str, ...]:
        """Return the keys that have this role with *generator*; dots lead into mappings."""
        match self:
            case FieldRole.TITLE:
                return generator.title_keys
            case FieldRole.DESCRIPTION:
                return generator.description_keys
            case FieldRole.TERM:
                return generator.tag_keys
            case FieldRole.SLUG:
                return ("slug",)
            case FieldRole.AUTHOR:
                return ("author", "authors")


class FieldText(NamedTuple):
    """A value of the front matter, or one item of a list, with its key and role.

    The key is written as the generator documents it, with dots that lead into mappings.
    """

    key: str
    scalar: Scalar
    role: FieldRole


def field_texts(article: Document, *roles: FieldRole) -> tuple[FieldText, ...]:
    """Return the values of the keys with one of *roles*, items of lists each by itself."""
    generator = article.site.generator
    keys: dict[str, FieldRole] = {}
    for role in roles:
        for key in role.keys(generator):
            keys.setdefault(key, role)
    return tuple(
        FieldText(key, scalar, keys[key])
        for key, field in fields_at(article, keys)
        for scalar in scalars_in(field.content)
    )


def fields_at(article: Document, keys: Iterable[str]) -> Iterator[tuple[str, Field]]:
    """Yield the fields under *keys*, whose dots lead into mappings, each with its key."""
    front_matter = article.front_matter
    if front_matter is None or front_matter.root is None:
        return
    folds = article.site.generator.ignores_key_case
    for key in keys:
        mapping: Value = front_matter.root
        field: Field | None = None
        for step in key.split("."):
            if not isinstance(mapping, Mapping):
                field = None
                break
            field = _get(mapping, step, folds=folds)
            if field is None:
                break
            mapping = field.content
        if field is not None:
            yield key, field


def _get(mapping: Mapping, key: str, *, folds: bool) -> Field | None:
    if not folds:
        return mapping.get(key)
    lowered = key.lower()
    return next((field for field in mapping.fields if field.key.lower() == lowered), None)


def scalars_in(value: Value) -> Iterator[Scalar]:
    """Yield *value* if it is a scalar, or the scalars of a list and of the lists in it."""
    if isinstance(value, Scalar):
        yield value
    elif isinstance(value, Sequence):
        for item in value.items:
            if isinstance(item, Scalar):  # a generator for each would take three times as long
                yield item
            else:
                yield from scalars_in(item)
