"""The words of a site's layouts, themes and programs: what they may read from front matter."""

from __future__ import annotations

import os
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_FOLDERS: Final = (
    "_includes", "_layouts", "_plugins", ".vitepress", "layouts", "lib", "overrides", "plugins",
    "scripts", "src", "templates", "theme", "themes",
)  # fmt: skip
_KINDS: Final = (
    ".astro", ".cjs", ".ejs", ".erb", ".hbs", ".html", ".j2", ".jinja", ".js", ".json", ".jsx",
    ".liquid", ".mjs", ".njk", ".pug", ".py", ".rb", ".svelte", ".swig", ".ts", ".tsx", ".vue",
    ".xml",
)  # fmt: skip
_SKIPPED: Final = frozenset({"node_modules", "__pycache__", ".git"})
_WORD: Final = regex(r"[A-Za-z_][\w-]*+")
_FILES_AT_MOST: Final = 4_000
_BYTES_AT_MOST: Final = 200_000


@lru_cache(maxsize=16)
def layout_words(root: Path) -> frozenset[str]:
    """Return, in lower case, the words in the templates and programs of the site at *root*.

    Files at the root itself are among them. A minified library is passed over.
    """
    words: set[str] = set()
    for number, path in enumerate(_files(root)):
        if number == _FILES_AT_MOST:
            break
        try:
            with open(path, encoding="utf-8", errors="replace") as file:  # noqa: PTH123 - text is quicker
                text = file.read(_BYTES_AT_MOST + 1)
        except OSError:
            continue
        if len(text) <= _BYTES_AT_MOST:
            words.update(map(str.lower, _WORD.findall(text)))
    return frozenset(words)


def _files(root: Path) -> Iterator[str]:
    for folder, below in [(str(root), False), *((str(root / name), True) for name in _FOLDERS)]:
        for place, folders, names in os.walk(folder):
            folders[:] = sorted(set(folders) - _SKIPPED) if below else []
            for name in sorted(names):
                if name.endswith(_KINDS):
                    yield f"{place}{os.sep}{name}"
