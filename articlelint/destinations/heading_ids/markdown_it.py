"""Ids of plugins of markdown-it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from unicodedata import normalize
from urllib.parse import quote

from articlelint.destinations.heading_ids.words import text_of
from articlelint.generators.id_style import IdStyle
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Mapping

    from articlelint.destinations.heading_ids.words import Maker, Words


def _markdown_it_anchor(heading: Words) -> str:
    text = "".join(piece.text for piece in heading.pieces if piece.kind in {"text", "code"})
    return quote(_BLANKS.sub("-", text.strip().lower()), safe="!'()*~", errors="replace")


_BLANKS = regex(r"\s+")


def _eleventy(heading: Words) -> str | None:
    """Return Eleventy's slug; None for what is transliterated, or may be made a curly quote.

    @sindresorhus/slugify without ``decamelize``; markdown-it-attrs takes braces at the end away.
    """
    text = _ATTRIBUTES.sub("", text_of(heading).strip())
    if not text.isascii() or _QUOTES.search(text):
        return None
    return _SPECIAL.sub("-", text.replace("&", " and ").lower()).strip("-")


_QUOTES = regex("['\"]")
_ATTRIBUTES = regex(r"\{[^{}\n]*\}\Z")
_SPECIAL = regex(r"[^a-z0-9]+")


def _vuepress(heading: Words) -> str | None:
    """Return the slug; None where markdown-it-emoji may take something out."""
    text = text_of(heading)
    return None if _EMOJI.search(text) else _mdit_slug(text)


def _vuepress_1(heading: Words) -> str | None:
    made = _vuepress(heading)
    return made and _HYPHENS_AND_DASHES.sub("-", made).strip("-")


_EMOJI = regex(r":[\w+-]+:|(?<!\S)(?:[:;][',-]*[DoOPsSzZ]|[oO0xX8B]:?-?\)|<3)(?!\S)")
"""What the plugin, and its shortcuts as far as they have a letter, may make an image of."""
_HYPHENS_AND_DASHES = regex("[-–—]+")


def _mdit_vue(heading: Words) -> str:
    return _mdit_slug(text_of(heading, alt=True))


def _mdit_slug(shown: str) -> str:
    text = normalize("NFKD", shown)
    text = _MDIT_DROPPED.sub("", text)
    slug = _HYPHENS.sub("-", _MDIT_SPECIAL.sub("-", text)).strip("-")
    return f"_{slug}".lower() if slug[:1] in _DIGITS else slug.lower()


_HYPHENS = regex("-+")
_DIGITS = frozenset("0123456789")
_MDIT_DROPPED = regex(r"[\u0300-\u036f\x00-\x1f]")
_MDIT_SPECIAL = regex(r"[\s~`!@#$%^&*()\-_+=\[\]{}|\\;:\"'“”‘’<>,.?/]+")


MAKERS: Final[Mapping[IdStyle, Maker]] = {
    IdStyle.MARKDOWN_IT_ANCHOR: _markdown_it_anchor,
    IdStyle.ELEVENTY: _eleventy,
    IdStyle.ELEVENTY_PLUGIN: _eleventy,
    IdStyle.MDIT_VUE: _mdit_vue,
    IdStyle.VUEPRESS: _vuepress,
    IdStyle.VUEPRESS_1: _vuepress_1,
}
