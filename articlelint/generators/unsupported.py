"""Generators that are recognised and not known: of their sites no more is said than of any."""

from __future__ import annotations

import os
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from articlelint.generators.reading import Reader
from articlelint.text.files import is_file
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from pathlib import Path

GITBOOK: Final = "GitBook"
DOCUSAURUS_1: Final = "Docusaurus 1"
GOLLUM: Final = "Gollum"
DOXYGEN: Final = "Doxygen"
GRAV: Final = "Grav"
HONKIT: Final = "HonKit"
"""And GitBook as it was before it became a service, whose parser and files it has."""
HASHNODE: Final = "Hashnode"
"""A service that keeps a copy of each article in a repository, under the article's number."""
OF_FILES: Final = frozenset({GITBOOK, HONKIT})
"""Those whose links lead to files."""
AZURE_WIKI: Final = "Azure DevOps"
_DOCFX: Final = "docfx.json"
_MARKERS: Final = {
    ".attachments": AZURE_WIKI,
    ".order": AZURE_WIKI,
    ".gitbook": GITBOOK,
    ".gitbook.yaml": GITBOOK,
    ".gollumignore": GOLLUM,
    ".dumirc.js": "dumi",
    ".dumirc.ts": "dumi",
    ".openpublishing.publish.config.json": "DocFX",
    "Doxyfile": DOXYGEN,
    "Doxyfile.in": DOXYGEN,
    "_cobalt.yml": "Cobalt",
    "_config.ts": "Lume",
    "antora-playbook.yml": "Antora",
    "bridgetown.config.yml": "Bridgetown",
    _DOCFX: "DocFX",
    "docpad.coffee": "DocPad",
    "doctave.yaml": "Doctave",
    "elder.config.js": "Elder.js",
    "fern.config.json": "Fern",
    "gridsome.config.js": "Gridsome",
    "hyperbook.json": "Hyperbook",
    "jbake.properties": "JBake",
    "lume.ts": "Lume",
    "metalsmith.js": "Metalsmith",
    "metalsmith.json": "Metalsmith",
    "mint.json": "Mintlify",
    "nanoc.yaml": "nanoc",
    "project.ihp": "Writerside",
    "retype.yml": "Retype",
    "saber-config.js": "Saber",
    "sculpin.json": "Sculpin",
    "site.hs": "Hakyll",
    "siteConfig.js": DOCUSAURUS_1,
    "soupault.toml": "soupault",
    "vocs.config.ts": "Vocs",
    "vocs.config.tsx": "Vocs",
    "wintersmith.json": "Wintersmith",
    "writerside.cfg": "Writerside",
    "zudoku.config.ts": "Zudoku",
    "zudoku.config.tsx": "Zudoku",
}
"""The generators by the file in a site's root that is theirs alone."""
_PLACES: Final = ("", "docs", "fern", "website", "Writerside")
"""Where in a repository that file may lie."""
_FOLDERS: Final = 100
_PATHS: Final = {
    "config/system.yaml": GRAV,
    "user/config/system.yaml": GRAV,
    "chapters/en/_toctree.yml": "doc-builder",
    "docs/source/_toctree.yml": "doc-builder",
    "docs/source/en/_toctree.yml": "doc-builder",
    "units/en/_toctree.yml": "doc-builder",
}
"""The generators by a file that lies in a folder of its own."""
_MENTIONS: Final = (
    (
        "Gemfile",
        regex(r"""^[ \t]*gem[ \t(]+["']middleman(?:-blog|-core)?["']""", re.MULTILINE),
        "Middleman",
    ),
    ("Gemfile", regex(r"""^[ \t]*gem[ \t(]+["']gollum["']""", re.MULTILINE), GOLLUM),
    ("composer.json", regex(r'"tightenco/jigsaw"'), "Jigsaw"),
    ("docs.json", regex(r"\bmintlify\.com/docs\.json"), "Mintlify"),
    ("config.yaml", regex(r"^carpentry[ \t]*:", re.MULTILINE), "The Carpentries Workbench"),
    ("conf.py", regex(r"^BLOG_AUTHOR[ \t]*=", re.MULTILINE), "Nikola"),
    ("package.json", regex(r'"metalsmith"\s*:'), "Metalsmith"),
)
"""The generators by what a file in a site's root says, whose name many others have."""


@lru_cache(maxsize=64)
def unsupported(root: Path) -> str:
    """Return the name of the generator that the site at *root* is made with; "" for none."""
    for place in _PLACES:
        try:
            names = os.listdir(root / place)  # noqa: PTH208 - quicker than Path
        except OSError:
            continue
        if name := next((_MARKERS[name] for name in sorted(names) if name in _MARKERS), ""):
            return name
        if _is_hashnode(root / place, names):
            return HASHNODE
    if any(_is_honkit(root / place) for place in _PLACES):
        return HONKIT
    if name := next((name for path, name in _PATHS.items() if is_file(root / path)), ""):
        return name
    if any(is_file(folder / _DOCFX) for folder in _folders(root)):
        return _MARKERS[_DOCFX]
    reader = Reader(root)
    mentioned = (name for file, wanted, name in _MENTIONS if wanted.search(reader.text(file)))
    return next(mentioned, "")


def _is_hashnode(folder: Path, names: list[str]) -> bool:
    """Tell whether an article of the *folder* has its number for a name, as the service does."""
    name = next((each for each in sorted(names) if _NUMBERED.fullmatch(each)), None)
    if name is None:
        return False
    text = Reader(folder).text(name)
    return f"\ncuid: {name.removesuffix('.md')}" in text or "://cdn.hashnode.com/" in text


_NUMBERED: Final = regex(r"c[0-9a-z]{24}\.md")


def _is_honkit(folder: Path) -> bool:
    return all(is_file(folder / name) for name in ("book.json", "SUMMARY.md"))


def _folders(root: Path) -> list[Path]:
    """Return the folders at the *root*, in one of which a repository of programs has its site."""
    try:
        return [each for each in sorted(root.iterdir()) if each.is_dir()][:_FOLDERS]
    except OSError:
        return []
