"""Content models: what the fifth column of the table of elements says, read (3.2.5)."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from articlelint.html.standard.elements import element_names, element_rows
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

TRANSPARENT: Final = "transparent"
"""Stands among the words of a part for what the element's own parent holds (3.2.5.3)."""

_PART: Final = regex(r"\(?([a-z0-9|-]+)\)?([?*]?)")


class ContentPart(NamedTuple):
    """Children of one sort: *words* are their elements and categories."""

    words: frozenset[str]
    needed: bool
    many: bool


class ContentModel(NamedTuple):
    """What an element holds: its children, in this order, and what none of its inside may be.

    *words* are the elements and categories that its children may be of.
    """

    parts: tuple[ContentPart, ...]
    words: frozenset[str]
    forbidden: tuple[str, ...]


@lru_cache(maxsize=256)
def content_model(name: str) -> ContentModel | None:
    """Return the content model of an element; None where HTML says nothing of what it holds.

    That is so for SVG, MathML and templates, for elements that were given up, and for those of
    no standard.
    """
    row = element_rows().get(name)
    if row is None or not row.content:
        return None
    parts = tuple(_parts(row.content))
    words = frozenset[str]().union(*(part.words for part in parts))
    return ContentModel(parts, words, tuple(_forbidden(row.content)))


@lru_cache(maxsize=256)
def holders_of(name: str) -> frozenset[str]:
    """Return the elements that name *name* itself as a child, rather than a category of it."""
    return frozenset(
        [
            each
            for each in element_rows()
            if (found := content_model(each)) is not None and name in found.words
        ]
    )


@lru_cache(maxsize=1)
def elements_forbidden_somewhere() -> tuple[str, ...]:
    """Return the elements that must not be in some other one, however deep."""
    models = map(content_model, element_names())
    words = {word for model in models if model is not None for word in model.forbidden}
    rows = element_rows()
    return tuple(
        [
            name
            for name in sorted(element_names())
            if name in words or not words.isdisjoint(rows[name].categories)
        ]
    )


@lru_cache(maxsize=1)
def ordered_elements() -> tuple[str, ...]:
    """Return the elements whose children have an order, or that hold one of a sort.

    Of ``html`` the parser makes what it should be.
    """
    models = {name: content_model(name) for name in sorted(element_names() - {"html"})}
    return tuple(
        [name for name, model in models.items() if model is not None and len(model.parts) > 1]
    )


def _parts(content: str) -> Iterator[ContentPart]:
    for word in content.split():
        found = _PART.fullmatch(word)
        if found is not None:
            names, count = found[1], "*" if word == TRANSPARENT else found[2]
            yield ContentPart(frozenset(names.split("|")), not count, count == "*")


def _forbidden(content: str) -> Iterator[str]:
    for word in content.split():
        if word.startswith("!"):
            yield word[1:]
