"""Content models: what the fifth column of the table of elements says, read (3.2.5)."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from articlelint.html.standard.elements import element_names, element_rows
from articlelint.named_tuple import NamedTuple
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

TRANSPARENT: Final = "transparent"
"""The word for a transparent content model: what the parent may contain (3.2.5.3)."""

_PART: Final = regex(r"\(?([a-z0-9|-]+)\)?([?*]?)")


class ContentPart(NamedTuple):
    """Children of one kind: *words* are their elements and categories."""

    words: frozenset[str]
    needed: bool
    many: bool


class ContentModel(NamedTuple):
    """What an element may contain: its children, in this order, and what is forbidden inside it.

    *words* are the elements and categories that its children may have.
    """

    parts: tuple[ContentPart, ...]
    words: frozenset[str]
    forbidden: tuple[str, ...]


@lru_cache(maxsize=256)
def content_model(name: str) -> ContentModel | None:
    """Return the content model of an element; None if HTML does not say what it may contain.

    That applies to SVG, MathML, templates, obsolete elements and elements outside the standard.
    """
    row = element_rows().get(name)
    if row is None or not row.content:
        return None
    parts = tuple(_parts(row.content))
    words = frozenset[str]().union(*(part.words for part in parts))
    return ContentModel(parts, words, tuple(_forbidden(row.content)))


@lru_cache(maxsize=256)
def holders_of(name: str) -> frozenset[str]:
    """Return the elements whose content model names *name* itself, not just its category."""
    return frozenset(
        [
            each
            for each in element_rows()
            if (found := content_model(each)) is not None and name in found.words
        ]
    )


@lru_cache(maxsize=1)
def elements_forbidden_somewhere() -> tuple[str, ...]:
    """Return the elements that are forbidden inside some other element, at any depth."""
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
    """Return the elements that need their children in some order, or only one of some kind.

    ``html`` is left out: the parser puts its children right.
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
