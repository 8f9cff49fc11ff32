"""The ids that shortcodes put out."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from articlelint.generators.hugo.templates import shortcode_sources
from articlelint.generators.ids import ids_in
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

    from articlelint.templates import TemplateTag

_OWN: Final = frozenset(
    {"comment", "details", "figure", "gist", "highlight", "instagram", "param", "qr", "ref",
     "relref", "tweet", "twitter", "vimeo", "vimeo_simple", "x", "youtube"}
)  # fmt: skip
"""Hugo's own shortcodes: docs, "Shortcodes"."""
_OPEN: Final = regex(r"\.(?:Content|RawContent|Summary)\b|\b[rR]eadFile\b|\bpartial(?:Cached)?\b")
"""Texts from elsewhere."""


def ids_of(tag: TemplateTag, root: Path) -> Collection[str] | None:
    """Return the ids that the shortcode *tag* may put out; None: any."""
    name = tag.name.lower()
    sources = _sources(root).get(name)
    if sources is None:
        return () if name in _OWN or not name else None
    found: set[str] = set()
    for source in sources:
        ids = None if _OPEN.search(source) else ids_in(source, tag.arguments)
        if ids is None:
            return None
        found.update(ids)
    return found


@lru_cache(maxsize=16)
def _sources(root: Path) -> Mapping[str, tuple[str, ...]]:
    return shortcode_sources(root)
