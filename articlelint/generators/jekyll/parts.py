"""The pages that ``include_relative`` puts a file into."""

from __future__ import annotations

import posixpath
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from articlelint.generators.reading import Reader
from articlelint.generators.tree import PAGES, tree
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

_TAG: Final = regex(r"\{%-?\s*include_relative\s++([^\s%]++)")
_NAME: Final = regex(r"[\w./-]++")
_MOST: Final = 20


def pages_with(path: str, root: Path) -> Sequence[str]:
    """Return the pages that the file at *path* is put into; none where that is not known."""
    by_part = _by_part(root)
    if by_part is None:
        return ()
    found: list[str] = []
    seen = {path}
    waiting = [path]
    while waiting:
        part = waiting.pop()
        for holder in by_part.get(part, ()):
            if holder in seen:
                continue
            seen.add(holder)
            (waiting if holder in by_part else found).append(holder)
        if len(seen) > _MOST:
            return ()
    return found


@lru_cache(maxsize=16)
def _by_part(root: Path) -> Mapping[str, tuple[str, ...]] | None:
    """Return the files that put each part into themselves; None where one says no name.

    A page that is put together of parts may lie elsewhere than they do: without a file beside it,
    all that bear the name count.
    """
    reader = Reader(root)
    names = tree(root) or ()
    there = frozenset(names)
    found: dict[str, tuple[str, ...]] = {}
    for name in names:
        text = reader.text(name) if name.endswith(PAGES) else ""
        for written in _TAG.findall(text) if "include_relative" in text else ():
            if _NAME.fullmatch(written) is None:
                return None
            beside = posixpath.normpath(posixpath.join(posixpath.dirname(name), written))
            ending = f"/{posixpath.basename(written)}"
            parts = [beside] if beside in there else [p for p in names if f"/{p}".endswith(ending)]
            for part in parts:
                found[part] = (*found.get(part, ()), name)
    return found
