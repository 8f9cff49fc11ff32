"""Some of the articles of a site, by which to tell what all of them do."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from articlelint.generators.reading import read
from articlelint.generators.tree import SOURCES, tree
from articlelint.text.files import read_beginning

if TYPE_CHECKING:
    from pathlib import Path

_ARTICLES: Final = 80
_BYTES: Final = 40_000


@lru_cache(maxsize=2)
def sample(root: Path) -> tuple[str, ...]:
    """Return the beginnings of some articles of the site at *root*, from all over it.

    None of a tree that is too large to look through.
    """
    names = [name for name in tree(root) or () if name.endswith(SOURCES)]
    if len(names) > _ARTICLES:
        names = [names[number * len(names) // _ARTICLES] for number in range(_ARTICLES)]
    texts: list[str] = []
    for name in names:
        path = root / name
        read.add(path)
        try:
            data = read_beginning(path, _BYTES)
        except OSError:
            continue
        texts.append(data.decode("utf-8", "replace"))
    return tuple(texts)
