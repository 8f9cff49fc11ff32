"""Where Hexo's ``post_link`` and ``post_path`` lead, and whether links to sources are left."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import unquote

from articlelint.generators.hexo.addresses import KNOWN, PLUGIN, scripts
from articlelint.generators.paths import resolve
from articlelint.generators.reading import package_dependencies, read
from articlelint.generators.tree import PAGES, tree
from articlelint.text.files import read_beginning
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from articlelint.generators.settings import Settings

_DATE = regex(r"\d{4}[-/](?:\d\d?[-/]){0,2}")


_FILTER = regex(r"(?:@[^/]+/)?hexo-filter-(?!emoji|flowchart|mathjax|mermaid|nofollow|plantuml).*")
_REWRITES = regex(r"markdown-it-.*(?:link|relative|wiki|obsidian).*")
_SOURCE = regex(r"\\?\.md\b")


def may_rewrite(settings: Settings, root: Path) -> bool:
    """Tell whether a plugin or a script may turn ``[a](a.md)`` into a link to the page.

    Hexo itself leaves it, as do its renderers.
    """
    packages = package_dependencies(root)
    for name in packages:
        if (PLUGIN.fullmatch(name) and not KNOWN.fullmatch(name)) or _FILTER.fullmatch(name):
            return True
        if _REWRITES.fullmatch(name):
            return True
    return not packages or any(_SOURCE.search(text) for _, text in scripts(settings.themes, root))


def post_candidates(target: str, content: Sequence[Path]) -> Sequence[Path]:
    """Resolve ``{% post_link %}``: a post's slug, which is (the end of) its file's name."""
    roots = [folder / "_posts" for folder in content]
    slug = unquote(target.strip("/")).lower()
    found = []
    for root in roots:
        names = tree(root)
        if names is None:
            return ()
        for relative in names:
            bare = relative.rpartition(".")[0].lower()
            named = slug in {bare, _DATE.sub("", bare)}  # `new_post_name` may hold a date
            if named or _has_title(root / relative, target):
                found.append(root / relative)
    return found or [resolve(root, f"{target}.md") for root in roots]


@lru_cache(maxsize=65536)
def _title(path: Path) -> str:
    read.add(path)
    try:
        head = read_beginning(path, 4096).decode("utf-8", "replace")
    except OSError:
        return ""
    found = re.search(r"^title[ \t]*:[ \t]*(.*?)[ \t]*$", head, re.MULTILINE)
    return found[1].strip("\"'") if found else ""


def _has_title(path: Path, title: str) -> bool:
    return path.suffix.lower() in PAGES and _title(path) == title
