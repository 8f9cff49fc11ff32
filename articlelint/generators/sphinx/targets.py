"""The targets that the sources of a Sphinx project name."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from articlelint.generators.reading import Reader
from articlelint.generators.tree import SOURCES, tree
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from pathlib import Path

KINDS: Final = (*SOURCES, ".rst", ".txt", ".ipynb", ".py", ".bib")
_TARGET: Final = regex(
    r"\(([^()\n]{1,200})\)=|^[ \t>]*\.\. _([^:\n]{1,200}):|:(?:name|label):[ \t]*(\S+)"
    r"|^[ \t]*:?(?:name|label):[ \t]+(\S{1,100}(?:[ \t]+\S{1,100}){1,9})[ \t]*$"
    r"|\{figure-md\}[ \t]+(\S+)"
    r"|\{[^{}\n]{0,200}#([\w:.\-]{1,200})",
    8,
)  # MULTILINE
MADE: Final = frozenset({"genindex", "modindex", "py-modindex", "search"})
"""Targets that every project has: sphinx, ``domains/std``, ``initial_data``."""
_WORD: Final = regex(
    r"\]\([^()\s]*\)|^[ ]{0,3}\[[^\]\n]+\]:.*|\{(?:doc|ref|numref)\}`[^`\n]*`"
    r"|([\w](?:[\w.:-]*\w)?)",
    8,
)
"""A word that stands where no link leads."""
_CONFIGURATIONS: Final = ("conf.py", "_config.yml")
_COMMENT: Final = regex(r"(?:^|(?<=[ \t]))#.*", 8)
_OTHER_PROJECTS: Final = regex(r"^[ \t]*intersphinx_mapping\b(?!\s*=\s*(?:dict\(\)|\{\s*\}))", 8)
_ALONE: Final = regex(r"^intersphinx_disabled_reftypes\s*=\s*\[\s*[\"']\*[\"']", 8)
_READS_PROGRAMS: Final = regex(
    r"\bauto(?:doc2?|summary|api|module)\b|\bapidoc\b|\b(?:breathe|exhale|sphinx_click|hoverxref)\b"
    r"|sphinx_?(?:argparse|gallery|js|external_toc|needs)\b|\bautosectionlabel\b"
    r"|\.write_text\(|\bopen\([^\n]{0,300}?[\"'][wa]t?[\"']"
)
"""What makes targets of other things than the sources."""


@lru_cache(maxsize=16)
def targets(root: Path) -> frozenset[str]:
    """Return the names as they are written."""
    reader = Reader(root)
    found: set[str] = set()
    for name in tree(root) or ():
        if name.endswith(KINDS):
            for match in _TARGET.finditer(reader.text(name)):
                found.add(match[match.lastindex or 0])
    return frozenset(found)


def may_be_named(name: str, root: Path) -> bool:
    """Tell whether *name* may be one of a term, an object of a program, or of another project.

    Terms and objects have names that stand somewhere in the sources, and are no relative paths.
    """
    if _has_others(root):
        return True
    if name.startswith(("./", "../")):
        return False
    words = _words(root)
    return name.lower() in words or name.rpartition("/")[2].lower() in words


def is_target(name: str, root: Path) -> bool:
    """Tell whether a source names the target *name*, case and punctuation apart."""
    return _bare(name) in _bare_targets(root)


@lru_cache(maxsize=16)
def _bare_targets(root: Path) -> frozenset[str]:
    return frozenset(map(_bare, targets(root)))


def _bare(name: str) -> str:
    return re.sub(r"[\W_]", "", name).casefold()


@lru_cache(maxsize=16)
def _has_others(root: Path) -> bool:
    reader = Reader(root)
    config = _COMMENT.sub("", "\n".join(map(reader.text, _CONFIGURATIONS)))
    if _OTHER_PROJECTS.search(config) and not _ALONE.search(config):
        return True
    return tree(root) is None or bool(_READS_PROGRAMS.search(config))


@lru_cache(maxsize=4)
def _words(root: Path) -> frozenset[str]:
    reader = Reader(root)
    found: set[str] = set()
    for name in tree(root) or ():
        if name.endswith(KINDS):
            text = reader.text(name).lower()
            found.update(match[1] for match in _WORD.finditer(text) if match[1])
    return frozenset(found)
