"""Which version of VuePress makes a site."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.generators.reading import package_major, without_comments
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from pathlib import Path

_PACKAGES: Final = ("vuepress", "@vuepress/core", "vuepress-vite", "vuepress-webpack")
_NEW: Final = regex(r"(?<![\w.$])bundler\b|\bdefineUserConfig\b|@vuepress/bundler-")
"""The first version knows no bundler but one, and the second wants to be told which."""
_PLACES_ABOVE: Final = 3


def version(root: Path, config: str) -> int:
    """Return 1 or 2: what the nearest ``package.json`` wants, else what the configuration needs."""
    for folder in (root, *list(root.parents)[:_PLACES_ABOVE]):
        if (folder / "package.json").is_file():
            majors = [package_major(folder, name) for name in _PACKAGES]
            major = next(filter(None, majors), None)
            if major is not None:
                return 1 if major == 1 else 2
        if (folder / ".git").exists():
            break
    return 2 if _NEW.search(without_comments(config)) else 1
