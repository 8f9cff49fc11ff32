"""Links that name a file wherever it lies, as a site of no known generator may find it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from articlelint.generators.reading import read
from articlelint.generators.tree import SOURCES, names_below, tree
from articlelint.text.files import read_beginning
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from pathlib import Path

_LINK: Final = regex(r"\]\(([\w.-]{1,200}\.mdx?)(?:#[^()\s]*)?\)")
_ARTICLES: Final = 60
_BYTES: Final = 40_000
_ENOUGH: Final = 10
"""So many links that lead nowhere from the article's folder, and to a file of that name."""


def finds(name: str, root: Path) -> bool:
    """Tell whether the site at *root* finds the file called *name*, which is in another folder."""
    return name in names_below(root, ".") and _are_found_by_name(root)


@lru_cache(maxsize=16)
def _are_found_by_name(root: Path) -> bool:
    """Tell whether more links of some articles name a file elsewhere than one beside them."""
    all_names = names_below(root, ".")
    paths = [each for each in tree(root) or () if each.endswith(SOURCES)]
    there = frozenset(paths)
    elsewhere = beside = 0
    for path in paths[:: max(1, len(paths) // _ARTICLES)]:
        read.add(root / path)
        try:
            text = read_beginning(root / path, _BYTES).decode("utf-8", "replace")
        except OSError:
            continue
        folder = path[: path.rfind("/") + 1]
        for match in _LINK.finditer(text):
            if folder + match[1] in there:
                beside += 1
            else:
                elsewhere += match[1] in all_names
    return elsewhere >= _ENOUGH and elsewhere > beside
