"""The order and number of children: the author's elements against the models of the standard."""

from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from articlelint import (
    TRANSPARENT,
    Article,
    ContentPart,
    Element,
    SpanIndex,
    Text,
    content_model,
    element_names,
    ordered_elements,
)
from articlelint_rules.html._nesting import is_in

_TEXT = frozenset({"flow", "phrasing", "text", TRANSPARENT})
"""The words of a content model that text may stand for."""


class Slip(Enum):
    """What can be wrong with an element among its siblings."""

    LATE = "it comes after one that it must precede"
    BETWEEN = "it is between others, and must be the first or the last"
    AGAIN = "it is superfluous"
    MISSING = "it is not there"


class Misorder(NamedTuple):
    """What is wrong with the children of *outer*.

    *element* is the one at fault, but for one that is missing; *other* the one that it comes
    after, unless that is text, or that it repeats.
    """

    slip: Slip
    outer: Element
    element: Element | None = None
    other: Element | None = None


def misorders(article: Article) -> tuple[Misorder, ...]:
    """Return what is wrong with the children of the author's elements, the first in each.

    What a template puts inside is not known: nothing is said of an element with a tag of one.
    """
    found = [
        _misorder(outer)
        for outer in article.elements(*ordered_elements())
        if outer.namespace == "html" and outer.end_tag is not None
    ]
    tags = SpanIndex(tag.span for tag in article.masked.tags)
    return tuple(
        [each for each in found if each is not None and not tags.has_within(each.outer.span)]
    )


def _parts(name: str) -> tuple[ContentPart, ...]:
    model = content_model(name)
    return () if model is None else model.parts


def _misorder(outer: Element) -> Misorder | None:
    parts = _parts(outer.tag)
    single: dict[frozenset[str], Element] = {}
    place, last = 0, None
    for child in outer.children:
        fitting = [i for i, part in enumerate(parts) if _is_of(child, part, parts)]
        if not fitting:
            continue
        part = parts[fitting[0]]
        if isinstance(child, Element) and not part.many:
            if part.words in single:
                return Misorder(Slip.AGAIN, outer, child, single[part.words])
            single[part.words] = child
        here = next((i for i in fitting if i >= place), None)
        if here is None:
            if isinstance(child, Element) and child.tag in part.words:
                return Misorder(Slip.LATE, outer, child, last)
            return Misorder(Slip.BETWEEN, outer, last)
        if here > place or not parts[here].many:
            last = child if isinstance(child, Element) else None
        place = here + (not parts[here].many)
    if all(part.words in single for part in parts if part.needed) or _may_hold_more(outer):
        return None
    return Misorder(Slip.MISSING, outer)


def _is_of(child: Element | Text, part: ContentPart, parts: Sequence[ContentPart]) -> bool:
    """Tell whether *child* belongs to *part*, one of *parts*."""
    if not isinstance(child, Element):
        return bool(child.value.strip()) and not _TEXT.isdisjoint(part.words)
    if is_in(child, "script-supporting"):
        return False
    if TRANSPARENT in part.words:
        return not any(child.tag in each.words for each in parts)
    return child.tag in part.words or any(is_in(child, word) for word in part.words)


def _may_hold_more(outer: Element) -> bool:
    """Tell whether a component inside may put out what is missing."""
    return any(each.tag not in element_names() for each in outer.elements())
