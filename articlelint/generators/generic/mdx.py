"""What compiles MDX in a project of no known generator: its packages tell."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from articlelint.generators.reading import Reader, package_dependencies, package_major
from articlelint.generators.tree import tree
from articlelint.templates.jsx import Compiler
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from pathlib import Path

# The first version of each that compiles by @mdx-js/mdx 2, which has JSX where the first had HTML.
_SINCE: Final = {
    "@mdx-js/loader": 2,
    "@mdx-js/mdx": 2,
    "@mdx-js/rollup": 2,
    "@storybook/addon-docs": 7,
    "gatsby-plugin-mdx": 4,
    "mdx-bundler": 8,
    "next-mdx-remote": 4,
    "nextra": 2,
}
_OLD: Final = frozenset({"docz", "mdx-deck", "@mdx-js/parcel-plugin-mdx"})
"""Packages that have the first version for good."""


def compiler(article: Path, root: Path | None) -> Compiler | None:
    """Return how *article* is compiled; None where MDX may be of its first version."""
    if root is None:
        return _OF_ANY
    return _OF_ANY if _is_new(article.parent, root) and not _has_comments(root) else None


_OF_ANY: Final = Compiler(variables=None)


IMPORT: Final = regex(r"""^import [^\n;]{1,200} from ['"]@(?:theme|site)/""", re.MULTILINE)
_FENCES: Final = regex(r"^[ \t]*+(`{3,}+|~{3,}+).*?^[ \t]*+\1", re.MULTILINE | re.DOTALL)
_COMMENT: Final = regex(r"^[ \t]*<!--", re.MULTILINE)
_ENOUGH: Final = 3
_LOOKED_AT: Final = 200
_LONGEST: Final = 100_000
"""So many characters of an article are looked at."""


@lru_cache(maxsize=64)
def _has_comments(root: Path) -> bool:
    """Tell whether several articles have comments of HTML, which only the first version takes.

    What compiles them may be elsewhere.
    """
    reader = Reader(root)
    names = [name for name in tree(root) or () if name.endswith(".mdx")]
    found = 0
    for name in names[:_LOOKED_AT]:
        text = reader.text(name)[:_LONGEST]
        found += "<!--" in text and _COMMENT.search(_FENCES.sub("", text)) is not None
        if found == _ENOUGH:
            return True
    return False


@lru_cache(maxsize=4096)
def _is_new(folder: Path, root: Path) -> bool:
    """Look in the nearest ``package.json``, up to *root*."""
    if (folder / "package.json").is_file():
        packages = package_dependencies(folder)
        majors = {name: package_major(folder, name) for name in _SINCE if name in packages}
        if majors or not _OLD.isdisjoint(packages):
            new = all(major is None or major >= _SINCE[name] for name, major in majors.items())
            return new and _OLD.isdisjoint(packages)
    return folder in {root, folder.parent} or _is_new(folder.parent, root)
