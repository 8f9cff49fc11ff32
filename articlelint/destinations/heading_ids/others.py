"""Ways to make ids that one program has for itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from unicodedata import normalize

from articlelint.destinations.diacritics import without_diacritics
from articlelint.destinations.heading_ids.words import text_of
from articlelint.generators.id_style import IdStyle
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Mapping

    from articlelint.destinations.heading_ids.words import Maker, Words


def _docsify(heading: Words) -> str | None:
    """Return the slug; None where versions differ, or where markup of the text becomes letters."""
    text = text_of(heading)
    settings = dict(_DOCSIFY_SETTING.findall(text))
    text = settings.get("id") or _DOCSIFY_SETTING.sub("", _DOCSIFY_MARK.sub("", text))
    if "id" not in settings and (
        _DOCSIFY_DOUBT.search(heading.source) or heading.source.count("_") != text.count("_")
    ):
        return None
    lower = re.sub("[A-Z]+", lambda letters: letters[0].lower(), text.strip())
    slug = re.sub(r"\s", "-", _DOCSIFY_SPECIAL.sub("", lower))
    return None if "--" in slug else re.sub(r"^(?=[0-9])", "_", slug)


_DOCSIFY_SETTING = regex(r"(?:^|\s):([\w-]+)(?!:)=?([\w%-]+)?")
_DOCSIFY_DOUBT = regex(r"[\[\]<>&\"'\ufe0f\u2190-\u2bff\U0001f000-\U0001ffff]|:[\w+-]+:")
_DOCSIFY_MARK = regex(r"\{docsify-ignore(?:-all)?\}")
_DOCSIFY_SPECIAL = regex(r"[\u2000-\u206F\u2E00-\u2E7F\\'!\"#$%&()*+,./:;<=>?@\[\]^`{|}~]")


def _python_markdown(heading: Words) -> str:
    text = " ".join(text_of(heading).split())
    plain = normalize("NFKD", text).encode("ascii", "ignore").decode()
    return _HYPHENS_AND_BLANKS.sub("-", _NO_WORD.sub("", plain).strip().lower())


_HYPHENS_AND_BLANKS = regex(r"[-\s]+")
_NO_WORD = regex(r"[^\w\s-]")


def _zola(heading: Words) -> str | None:
    text = "".join(each.text for each in heading.pieces if each.kind in {"text", "code", "alt"})
    if not text.isascii():
        text = without_diacritics(text)
        if not text.isascii():
            return None
    return _NOT_OF_ZOLA.sub("-", text.lower()).strip("-")


_NOT_OF_ZOLA = regex(r"[^a-z0-9]+")


def _mdn(heading: Words) -> str:
    return _NOT_OF_MDN.sub("", text_of(heading).lower()).replace(" ", "_") or "sect1"


_NOT_OF_MDN = regex(r"[<>\"$#%&+,/:;=?@\[\]^`{|}~')(\\]")


def _mdbook(heading: Words) -> str | None:
    """Return mdBook's id; None where its typography may make other signs, which are dropped.

    mdbook, crates/mdbook-core/src/utils/html.rs, id_from_content; ``smart-punctuation`` is on.
    """
    text = text_of(heading).strip()
    if "--" in text:
        return None
    return "".join(
        "-" if each.isspace() else each.lower()
        for each in text
        if each.isalnum() or each in "-_" or each.isspace()
    )


MAKERS: Final[Mapping[IdStyle, Maker]] = {
    IdStyle.DOCSIFY: _docsify,
    IdStyle.PYTHON_MARKDOWN: _python_markdown,
    IdStyle.ZOLA: _zola,
    IdStyle.MDN: _mdn,
    IdStyle.MDBOOK: _mdbook,
}
