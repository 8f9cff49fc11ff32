"""The pages of tags: docusaurus-utils, ``tags.ts``, makes their addresses with ``kebabCase``."""

from __future__ import annotations

from typing import Final
from unicodedata import normalize

from articlelint.text.regex import regex

_WORD: Final = regex(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+|[^\W\d_A-Za-z]+")


def key(term: str) -> str:
    """Return the words of a tag with hyphens: ``kubeEdge`` has two, and ``kubeedge`` has one."""
    words = _WORD.findall(normalize("NFKC", term))
    return "-".join(words).lower() or term
