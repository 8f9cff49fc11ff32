"""The ids that generators give headings, as each of them makes them.

``tests/oracles/heading_ids.py`` compares these with the libraries themselves.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from html import escape
from typing import TYPE_CHECKING, Final, NamedTuple
from unicodedata import category, normalize
from urllib.parse import quote

from articlelint.article.headings import id_in
from articlelint.destinations.diacritics import without_diacritics
from articlelint.destinations.id_numbers import KRAMDOWNS, Numbering
from articlelint.generators.id_style import IdStyle, OwnIds
from articlelint.templates import FILLER
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from articlelint.article.headings import Heading, Piece
    from articlelint.generators.id_style import AnyIds


def heading_ids(headings: Sequence[Heading], style: AnyIds) -> tuple[str | None, ...]:
    """Return the id of each heading of a page; None if it cannot be known, "" if it has none.

    It cannot be known where a template makes a part of the heading, or where Zola would
    transliterate.
    """
    maker = cache(_maker(style))  # pages have many headings of the same words
    explicit = [_explicit(heading, style) for heading in headings]
    unique = Numbering(style, [each for each in explicit if each]).unique
    finish = _FINISHING.get(style)
    reads_html, leaves_titles = style in _HTML_TOO, style is IdStyle.NEXTRA
    found: list[str | None] = []
    for heading, own in zip(headings, explicit, strict=True):
        if own is not None or (heading.html and not reads_html):
            found.append(own)
        elif leaves_titles and heading.level == 1:
            found.append("")
        elif FILLER in heading.text:
            found.append(None)
        else:
            made = maker(_Words(heading.text, heading.source, heading.pieces, heading.html))
            made = None if made is None else unique(made)
            found.append(finish(made) if made and finish is not None else made)
    return tuple(found)


class _Words(NamedTuple):
    """What ids are made of: a heading without its place."""

    text: str
    source: str
    pieces: tuple[Piece, ...]
    html: bool


def _maker(style: AnyIds) -> Callable[[_Words], str | None]:
    if isinstance(style, OwnIds):
        make = style.make
        return lambda heading: make(_text(heading))
    return _MAKERS[style]


_HYPHENS = regex("-+")
_FINISHING: Final[Mapping[AnyIds, Callable[[str], str]]] = {
    IdStyle.ASTRO: lambda made: made.removesuffix("-"),
    IdStyle.MDC: lambda made: re.sub(
        r"^(?=[0-9])", "_", _HYPHENS.sub("-", made).removeprefix("-").removesuffix("-")
    ),
}
"""What is done when the number is there."""
_HTML_TOO: Final = frozenset({IdStyle.GITHUB, IdStyle.ASTRO})
_BRACES: Final = dict.fromkeys(
    (
        *KRAMDOWNS,
        *(IdStyle.DOCUSAURUS, IdStyle.GOLDMARK, IdStyle.GOLDMARK_ASCII, IdStyle.BLACKFRIDAY),
        *(IdStyle.ELEVENTY, IdStyle.ELEVENTY_PLUGIN),  # with markdown-it-attrs
        *(IdStyle.ZOLA, IdStyle.MDIT_VUE, IdStyle.RSPRESS, IdStyle.MDBOOK),
    ),
    regex(r"\{([^{}:\n][^{}\n]*)\}\s*\Z"),
) | {IdStyle.PYTHON_MARKDOWN: regex(r"(?<=\s)\{:?([^{}\n]*)\}\s*\Z")}
"""What gives an id at the end of a heading's line: ``## Title {#id}``."""


def _explicit(heading: Heading, style: AnyIds) -> str | None:
    if heading.html or isinstance(style, OwnIds):
        return heading.id
    if style in KRAMDOWNS and heading.attributes:
        below = id_in(heading.attributes)
        if below is not None:
            return below
    if style is IdStyle.FUMADOCS:
        own = _IN_BRACKETS.search(heading.source)
        return own[1] if own is not None else None
    if style not in _BRACES:
        return None
    if heading.id is not None:
        return heading.id
    found = _BRACES[style].search(heading.source)
    return id_in(found[1]) if found else None


def _text(heading: _Words, *, alt: bool = False) -> str:
    """Return the heading's text without line breaks, which every library drops."""
    if heading.html:
        return heading.text.strip()
    kept = {"text", "code"} | ({"alt"} if alt else set())
    return "".join(piece.text for piece in heading.pieces if piece.kind in kept)


def _github(heading: _Words) -> str:
    return github_slug(_text(heading))


def _docusaurus(heading: _Words) -> str:
    return github_slug(_text(heading, alt=True).strip())


def github_slug(text: str) -> str:
    """Return *text* as github-slugger makes it: lower case, word characters, hyphens."""
    return "".join(
        "-" if each == " " else each for each in text.lower() if each in "- " or _is_word(each)
    )


@lru_cache(maxsize=4096)
def _is_word(character: str) -> bool:
    r"""Tell whether it is one of Ruby's ``\p{Word}``, which github-slugger follows."""
    kind = category(character)
    return kind[0] in "LM" or kind in {"Nd", "Nl", "Pc"} or "Ⓐ" <= character <= "ⓩ"


def _kramdown_gfm(heading: _Words) -> str:
    # Two and three hyphens become dashes first, and dashes are dropped.
    text = "".join(
        _DASHES.sub("", piece.text) if piece.kind == "text" else piece.text
        for piece in heading.pieces
        if piece.kind in {"text", "code"}
    )
    return "".join(
        "-" if each in " \t" else each for each in text.lower() if each in "-\t " or _is_word(each)
    )


_DASHES = regex("-{2,3}")


def _kramdown(heading: _Words) -> str:
    text = _NOT_OF_KRAMDOWN.sub("", heading.source)
    return text.replace(" ", "-").lower() or "section"


_NOT_OF_KRAMDOWN = regex(r"\A[^a-zA-Z]+|[^a-zA-Z0-9 -]")


def _goldmark(heading: _Words) -> str:
    """Return the slug of the last source line: marks, URLs and tags count as written."""
    return _anchor(_last_line(heading)) or "heading"


def _goldmark_ascii(heading: _Words) -> str:
    line = normalize("NFD", _last_line(heading))
    return _anchor("".join(each for each in line if each.isascii())) or "heading"


def _last_line(heading: _Words) -> str:
    lines = heading.source.replace("\r", "\n")
    return lines[lines.rfind("\n") + 1 :].strip()


def _anchor(line: str) -> str:
    return "".join(
        "-" if each in "- \t" else each.lower()[0]  # as Go: one character for one
        for each in line
        if each in "-_ \t" or category(each)[0] == "L" or category(each) == "Nd"
    )


def _blackfriday(heading: _Words) -> str:
    line = "".join(
        each.lower() if category(each)[0] in "LN" else "-" for each in _last_line(heading)
    )
    return _HYPHENS.sub("-", line).strip("-") or "heading"


def _hexo(heading: _Words) -> str:
    pieces = (
        _smart(piece.text) if piece.kind == "text" else piece.text
        for piece in heading.pieces
        if piece.kind in {"text", "code"}
    )
    shown = "".join(pieces)
    tags_end = shown.rfind(">") + 1
    return _hexo_slug(_TAG.sub("", shown[:tags_end]) + shown[tags_end:])


def _hexo_5(heading: _Words) -> str:
    """Return it as the versions before 6.2 do, which take the text as it stands in HTML."""
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


def _markdown_it_anchor(heading: _Words) -> str:
    text = "".join(piece.text for piece in heading.pieces if piece.kind in {"text", "code"})
    return quote(_BLANKS.sub("-", text.strip().lower()), safe="!'()*~", errors="replace")


_BLANKS = regex(r"\s+")


def _eleventy(heading: _Words) -> str | None:
    """Return Eleventy's slug; None for what is transliterated, or may be made a curly quote.

    @sindresorhus/slugify without ``decamelize``; markdown-it-attrs takes braces at the end away.
    """
    text = _ATTRIBUTES.sub("", _text(heading).strip())
    if not text.isascii() or _QUOTES.search(text):
        return None
    return _NOT_OF_ZOLA.sub("-", text.replace("&", " and ").lower()).strip("-")


_QUOTES = regex("['\"]")
_ATTRIBUTES = regex(r"\{[^{}\n]*\}\Z")


def _nextra(heading: _Words) -> str | None:
    """Return the slug of the text, or of what stands in ``[#name]`` at its end."""
    own = _IN_BRACKETS.search(heading.source)
    return github_slug(own[1]) if own is not None else github_slug(_text(heading))


def _mdc(heading: _Words) -> str | None:
    """Return the slug; None where the heading has components or attributes."""
    return None if _MDC_DOUBT.search(heading.source) else github_slug(_text(heading))


_MDC_DOUBT = regex(r":[\w-]|[{}\[]")
_IN_BRACKETS = regex(r"(?:^|\s|\b)\[#([^\[\]\n]+)\]\s*+\Z")


def _rspress(heading: _Words) -> str | None:
    """Return the slug; None where a tag is in the heading, whose text counts or not."""
    return None if "<" in heading.source else github_slug(_text(heading).strip())


def _docsify(heading: _Words) -> str | None:
    """Return the slug; None where versions differ, or where markup of the text becomes letters."""
    text = _text(heading)
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


def _vuepress(heading: _Words) -> str | None:
    """Return the slug; None where markdown-it-emoji may take something out."""
    text = _text(heading)
    return None if _EMOJI.search(text) else _mdit_slug(text)


def _vuepress_1(heading: _Words) -> str | None:
    made = _vuepress(heading)
    return made and _HYPHENS_AND_DASHES.sub("-", made).strip("-")


_HYPHENS_AND_DASHES = regex("[-–—]+")


_EMOJI = regex(r":[\w+-]+:|(?<!\S)(?:[:;][',-]*[DoOPsSzZ]|[oO0xX8B]:?-?\)|<3)(?!\S)")
"""What the plugin, and its shortcuts as far as they have a letter, may make an image of."""


def _mdit_vue(heading: _Words) -> str:
    return _mdit_slug(_text(heading, alt=True))


def _mdit_slug(shown: str) -> str:
    text = normalize("NFKD", shown)
    text = _MDIT_DROPPED.sub("", text)
    slug = _HYPHENS.sub("-", _MDIT_SPECIAL.sub("-", text)).strip("-")
    return f"_{slug}".lower() if slug[:1] in _DIGITS else slug.lower()


_DIGITS = frozenset("0123456789")
_MDIT_DROPPED = regex(r"[\u0300-\u036f\x00-\x1f]")
_MDIT_SPECIAL = regex(r"[\s~`!@#$%^&*()\-_+=\[\]{}|\\;:\"'“”‘’<>,.?/]+")


def _python_markdown(heading: _Words) -> str:
    text = " ".join(_text(heading).split())
    plain = normalize("NFKD", text).encode("ascii", "ignore").decode()
    return _HYPHENS_AND_BLANKS.sub("-", _NO_WORD.sub("", plain).strip().lower())


_HYPHENS_AND_BLANKS = regex(r"[-\s]+")
_NO_WORD = regex(r"[^\w\s-]")


def _zola(heading: _Words) -> str | None:
    text = "".join(each.text for each in heading.pieces if each.kind in {"text", "code", "alt"})
    if not text.isascii():
        text = without_diacritics(text)
        if not text.isascii():
            return None
    return _NOT_OF_ZOLA.sub("-", text.lower()).strip("-")


_NOT_OF_ZOLA = regex(r"[^a-z0-9]+")


def _mdn(heading: _Words) -> str:
    return _NOT_OF_MDN.sub("", _text(heading).lower()).replace(" ", "_") or "sect1"


_NOT_OF_MDN = regex(r"[<>\"$#%&+,/:;=?@\[\]^`{|}~')(\\]")


def _mdbook(heading: _Words) -> str | None:
    """Return mdBook's id; None where its typography may make other signs, which are dropped.

    mdbook, crates/mdbook-core/src/utils/html.rs, id_from_content; ``smart-punctuation`` is on.
    """
    text = _text(heading).strip()
    if "--" in text:
        return None
    return "".join(
        "-" if each.isspace() else each.lower()
        for each in text
        if each.isalnum() or each in "-_" or each.isspace()
    )


_MAKERS: Final[dict[IdStyle, Callable[[_Words], str | None]]] = {
    IdStyle.GITHUB: _github,
    IdStyle.ASTRO: _github,
    IdStyle.DOCUSAURUS: _docusaurus,
    IdStyle.KRAMDOWN_GFM: _kramdown_gfm,
    IdStyle.KRAMDOWN: _kramdown,
    IdStyle.GOLDMARK: _goldmark,
    IdStyle.GOLDMARK_ASCII: _goldmark_ascii,
    IdStyle.BLACKFRIDAY: _blackfriday,
    IdStyle.HEXO_MARKED: _hexo,
    IdStyle.HEXO_MARKED_5: _hexo_5,
    IdStyle.MARKDOWN_IT_ANCHOR: _markdown_it_anchor,
    IdStyle.ELEVENTY: _eleventy,
    IdStyle.ELEVENTY_PLUGIN: _eleventy,
    IdStyle.MDIT_VUE: _mdit_vue,
    IdStyle.NEXTRA: _nextra,
    IdStyle.RSPRESS: _rspress,
    IdStyle.FUMADOCS: _github,
    IdStyle.MDC: _mdc,
    IdStyle.DOCSIFY: _docsify,
    IdStyle.VUEPRESS: _vuepress,
    IdStyle.VUEPRESS_1: _vuepress_1,
    IdStyle.PYTHON_MARKDOWN: _python_markdown,
    IdStyle.ZOLA: _zola,
    IdStyle.MDN: _mdn,
    IdStyle.MDBOOK: _mdbook,
}
