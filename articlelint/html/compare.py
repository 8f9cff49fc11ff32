"""Tells whether a change to a page's HTML changes the page."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST: Final = 400_000


def same_tree(before: str, after: str, *, document: bool = False) -> bool:
    """Tell whether a browser makes the same tree of both texts.

    The trees are html5lib's, element by element with attributes, texts and comments. A page
    that is too large or too deep to be compared, or on which html5lib fails, is never the same.
    """
    if max(len(before), len(after)) > _LONGEST:
        return False
    if before == after:
        return True
    first = _tree(before, document)
    return first is not None and first == _tree(after, document)


@lru_cache(maxsize=4)
def _tree(html: str, document: bool) -> tuple[object, ...] | None:  # noqa: FBT001 - a cache's key
    """Return the tree as a flat sequence; None where it cannot be had with reasonable work."""
    from articlelint.html.judge import CRASHES, GIVEN_UP, judge  # noqa: PLC0415 - html5lib takes 35 ms

    if any(error.code in GIVEN_UP for error in judge(html, document=document)[-1:]):
        return None
    import html5lib  # noqa: PLC0415 - likewise

    parser = html5lib.HTMLParser(html5lib.getTreeBuilder("etree", fullTree=True))
    try:
        tree = parser.parse(html) if document else parser.parseFragment(html, container="div")
    except CRASHES:
        return None
    return tuple(_flat(tree))


def _flat(root: Any) -> Iterator[object]:  # noqa: ANN401 - html5lib is untyped
    """Yield what the tree says, in document order, each node with its depth."""
    pending: list[tuple[Any, int]] = [(root, 0)]
    while pending:
        node, depth = pending.pop()
        name = node.tag if isinstance(node.tag, str) else "#comment"
        yield depth, name, tuple(sorted(node.attrib.items())), node.text or "", node.tail or ""
        pending += ((child, depth + 1) for child in reversed(node))
