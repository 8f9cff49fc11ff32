"""Ids of hexo-renderer-marked, which are made of the text that is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.destinations.diacritics import without_diacritics
from articlelint.generators.id_style import IdStyle
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Mapping

    from articlelint.destinations.heading_ids.words import Maker, Words


def _hexo(heading: Words) -> str:
    pieces = (
        _smart(piece.text) if piece.kind == "text" else piece.text
        for piece in heading.pieces
        if piece.kind in {"text", "code"}
    )
    shown = "".join(pieces)
    tags_end = shown.rfind(">") + 1
    return _hexo_slug(_TAG.sub("", shown[:tags_end]) + shown[tags_end:])


def _hexo_5(heading: Words) -> str:
    """Return it as the versions before 6.2 do, which take the text as it stands in HTML."""
    from html import escape  # 2 ms, for old sites

    pieces = (
        _smart(piece.text) if piece.kind == "text" else piece.text
        for piece in heading.pieces
        if piece.kind in {"text", "code"}
    )
    return _hexo_slug(escape("".join(pieces)).replace("&#x27;", "&#39;"))


def _hexo_slug(shown: str) -> str:
    text = without_diacritics(shown.strip())
    return _HEXO_SPECIAL.sub("-", _CONTROL.sub("", text)).strip("-")


_TAG = regex(r"</?[A-Za-z!][^>]*>")
_CONTROL = regex(r"[\x00-\x1f]")
_HEXO_SPECIAL = regex(r"[\s~`!@#$%^&*()\-_+=\[\]{}|\\;:\"'<>,.?/]+")


def _smart(text: str) -> str:
    """Return *text* with the typographic marks of marked's smartypants."""
    text = text.replace("---", "—").replace("--", "–")
    text = _SINGLE_OPENING.sub("‘", text).replace("'", "’")
    text = _DOUBLE_OPENING.sub("“", text).replace('"', "”")
    return text.replace("...", "…")


_SINGLE_OPENING = regex(r"(?:^|(?<=[-—/(\[{\"\s]))'")
_DOUBLE_OPENING = regex(r"(?:^|(?<=[-—/(\[{‘\s]))\"")


MAKERS: Final[Mapping[IdStyle, Maker]] = {
    IdStyle.HEXO_MARKED: _hexo,
    IdStyle.HEXO_MARKED_5: _hexo_5,
}
