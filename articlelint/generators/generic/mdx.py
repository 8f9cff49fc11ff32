"""What compiles MDX in a project of no known generator: its packages tell."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from articlelint.generators.reading import package_dependencies, package_major
from articlelint.templates.jsx import Compiler

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
    return _OF_ANY if root is None or _is_new(article.parent, root) else None


_OF_ANY: Final = Compiler(variables=None)


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
