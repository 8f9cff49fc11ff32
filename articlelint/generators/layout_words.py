"""The words of a site's layouts, themes and programs: what they may read from front matter."""

from __future__ import annotations

import os
import re
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final

from articlelint.generators.reading import read
from articlelint.generators.tree import PAGES
from articlelint.text.files import read_bytes
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

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
_REPORTS: Final = (".html", ".json", ".xml")
_OF_REPORT: Final = regex(rb'articlelint|"check_name"|"end_column"')
"""What our reports, schemas and baselines have in them, and files of layouts have not."""
_BASE: Final = regex(rb"<base\s[^<>]{0,99}?\bhref\s{0,9}=", re.IGNORECASE)
_TITLE: Final = regex(rb"<title\b[^<>]{0,99}>([^<]{0,400})</title", re.IGNORECASE)
_EXPRESSION: Final = regex(rb"\{\{[^{}]*+\}\}|\{[^{}]*+\}")
_OF_SITE: Final = regex(rb"site|config", re.IGNORECASE)
_WORD: Final = regex(r"[A-Za-z_][\w-]*+")
_FILES_AT_MOST: Final = 4_000
_BYTES_AT_MOST: Final = 200_000


@lru_cache(maxsize=16)
def layout_words(root: Path) -> frozenset[str]:
    """Return, in lower case, the words in the templates and programs of the site at *root*.

    This includes files at the root itself, but neither minified libraries nor reports of ours.
    """
    words: set[str] = set()
    for number, path in enumerate(_files(root)):
        if number == _FILES_AT_MOST:
            break
        try:
            data = read_bytes(path, _BYTES_AT_MOST)
        except OSError:
            continue
        is_named = not path.endswith(_REPORTS) or path.endswith("package.json")
        if not is_named and _OF_REPORT.search(data):
            continue  # it repeats the keys that nothing reads
        if path.endswith(PAGES):
            read.add(Path(path))
        words.update(map(str.lower, _WORD.findall(data.decode("utf-8", "replace"))))
    return frozenset(words)


def _files(root: Path) -> Iterator[str]:
    for folder, below in [(str(root), False), *((str(root / name), True) for name in _FOLDERS)]:
        for place, folders, names in os.walk(folder):
            folders[:] = sorted(set(folders) - _SKIPPED) if below else []
            for name in sorted(names):
                if name.endswith(_KINDS):
                    yield f"{place}{os.sep}{name}"


@lru_cache(maxsize=16)
def has_base(root: Path) -> bool:
    """Tell whether a template of the site at *root* has ``<base href="…">``."""
    return any(_BASE.search(template) is not None for template in _templates(root))


@lru_cache(maxsize=16)
def has_bare_titles(root: Path) -> bool:
    """Tell whether templates of the site at *root* show titles without the name of the site."""
    titles = [
        title
        for template in _templates(root)
        if b"<svg" not in template  # whose title is another
        for title in _TITLE.findall(template)
    ]
    shown = [title for title in titles if b"{" in title]
    return bool(shown) and all(map(_is_bare, shown))


def _is_bare(title: bytes) -> bool:
    """Tell whether a template's title is what one expression puts out, and that is the page's."""
    expressions = _EXPRESSION.findall(title)
    return (
        len(expressions) == 1
        and not _EXPRESSION.sub(b"", title).strip()
        and b"title" in title.lower()
        and _OF_SITE.search(title) is None
    )


def _templates(root: Path) -> Iterator[bytes]:
    """Yield the content of the templates of the site at *root*, but not of its programs."""
    for path in islice(_files(root), _FILES_AT_MOST):
        if not path.endswith((".js", ".json", ".mjs", ".cjs", ".py", ".rb", ".ts")):
            try:
                yield read_bytes(path, _BYTES_AT_MOST)
            except OSError:
                continue


@lru_cache(maxsize=16)
def layout_addresses(root: Path, host: str) -> frozenset[str]:
    """Return, in lower case, the first folders of URLs of *host* that templates and programs name.

    Of the site at *root*; other programs may be what answers there.
    """
    wanted = regex(rf"//{re.escape(host)}/([\w.-]++)")
    found: set[str] = set()
    for path in islice(_files(root), _FILES_AT_MOST):
        try:
            data = read_bytes(path, _BYTES_AT_MOST)
        except OSError:
            continue
        text = data.decode("utf-8", "replace")
        found.update(match[1].lower() for match in wanted.finditer(text))
    return frozenset(found)
