"""Tells whether a change to a page's HTML changes the page."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Final

from articlelint.html.tree.document import parse

_LONGEST: Final = 400_000


def same_tree(before: str, after: str, *, document: bool = False) -> bool:
    """Tell whether a browser builds the same tree from both texts.

    Elements, attributes, texts and comments are compared. A page that is too large, or whose
    tree would be, is never the same.
    """
    if before == after:
        return True
    if max(len(before), len(after)) > _LONGEST:
        return False
    first, second = _parsed(before, document), _parsed(after, document)
    return first is not None and second is not None and bool(first.equals(second))


@lru_cache(maxsize=4)
def _parsed(html: str, document: bool) -> Any:  # noqa: FBT001 - turbohtml's; a cache's key
    return parse(html, document=document)
