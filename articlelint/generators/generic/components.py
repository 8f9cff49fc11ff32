"""Markdown that a program makes components of, in a project of no known generator."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.generators.built_in import GENERATORS, built_in
from articlelint.generators.reading import package_dependencies
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from pathlib import Path

    from articlelint.markdown.dialect import Dialect

_MDC: Final = regex(r"@nuxtjs/mdc|@slidev/")
_VUE: Final = regex(r"vue-markdown|vite-plugin-md")
_JSX: Final = regex(r"mdx|mdsvex|svelte-markdown|markdoc")
_PLACES: Final = (
    *("", "docs", "site", "web", "website", "www"),
    *("apps/docs", "apps/site", "apps/web", "apps/website", "apps/www"),
    *("packages/docs", "packages/site", "packages/web", "packages/website", "packages/www"),
)
"""Folders of a repository that its site may lie in."""


def dialect(root: Path) -> Dialect | None:
    """Return how Markdown below *root* is read, as far as the packages tell; None: as anywhere."""
    packages: set[str] = set()
    for place in _PLACES:
        if (root / place / "package.json").is_file():
            packages |= package_dependencies(root / place)
    if not packages:
        return None
    for name, each in GENERATORS.items():
        if not packages.isdisjoint(each.readers):
            return built_in(name).dialect
    if any(map(_MDC.search, packages)):
        from articlelint.generators.mdc import Mdc

        return Mdc()
    if any(map(_VUE.search, packages)):
        from articlelint.markdown.vue import Vue

        return Vue()
    if any(map(_JSX.search, packages)):
        from articlelint.generators.components import WITH_COMPONENTS

        return WITH_COMPONENTS.opened()  # they compile what a program gives them
    return None
