"""Whether MDX of an Astro site has components that it does not import."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.generators.reading import Reader, package_dependencies, without_comments
from articlelint.generators.tree import tree
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from pathlib import Path

_PASSED: Final = regex(r"\bcomponents\s*=\s*\{|\bcomponents\s*:")
_RENDERING: Final = (".astro", ".jsx", ".tsx", ".svelte", ".vue")
_CHANGED: Final = regex(r"\b(?:remark|rehype|recma)Plugins\b|auto-?import", 2)  # IGNORECASE
_HARMLESS: Final = frozenset({"astro", "astro-expressive-code"})
_MOST: Final = 2_000
_GIVEN: Final = frozenset({"Fragment"})
"""What ``@astrojs/mdx`` itself passes: ``vite-plugin-mdx-postprocess.ts``."""


def components(root: Path, config: str) -> frozenset[str] | None:
    """Return the names that no article need import; None where code may give some."""
    if not config or _CHANGED.search(without_comments(config)):
        return None
    if any(_may_change(name) for name in package_dependencies(root)):
        return None
    paths = tree(root)
    if paths is None:
        return None
    reader = Reader(root)
    pages = [path for path in paths if path.endswith(_RENDERING)]
    if len(pages) > _MOST or any(_PASSED.search(reader.text(path)) for path in pages):
        return None
    return _GIVEN


def _may_change(package: str) -> bool:
    """Tell whether a package may be an integration that nobody told us of."""
    own = package.startswith(("@astrojs/", "@types/")) or package in _HARMLESS
    return not own and any(part in package for part in ("astro", "starlight", "mdx"))
