"""The ids that generators give headings, as each of them makes them.

``tests/oracles/heading_ids.py`` compares these with the libraries themselves.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING, Final
from unicodedata import category, normalize
from urllib.parse import quote

from articlelint.article.headings import id_in
from articlelint.destinations.diacritics import without_diacritics
from articlelint.generators.id_style import IdStyle
from articlelint.templates import FILLER
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from articlelint.article.headings import Heading


def heading_ids(headings: Sequence[Heading], style: IdStyle) -> tuple[str | None, ...]:
    """Return the id of each heading of a page; None where it cannot be known, "" where it has none.

    It cannot be known where a template makes a part of the heading, or where Zola would
    transliterate.
    """
    maker = _MAKERS[style]
    explicit = [_explicit(heading, style) for heading in headings]
    numbered = _Numbering(style, [each for each in explicit if each])
    found: list[str | None] = []
    for heading, own in zip(headings, explicit, strict=True):
        if own is not None or (heading.html and style not in _HTML_TOO):
            found.append(own)
        elif style is IdStyle.NEXTRA and heading.level == 1:
            found.append("")
        elif FILLER in heading.text:
            found.append(None)
        else:
            made = maker(heading)
            made = None if made is None else numbered.unique(made)
            if made and style in _FINISHING:
                made = _FINISHING[style](made)
            found.append(made)
    return tuple(found)


_FINISHING: Final[Mapping[IdStyle, Callable[[str], str]]] = {
    IdStyle.ASTRO: lambda made: made.removesuffix("-"),
    IdStyle.MDC: lambda made: re.sub(
        r"^(?=[0-9])", "_", re.sub("-+", "-", made).removeprefix("-").removesuffix("-")
    ),
}
"""What is done when the number is there."""
_HTML_TOO: Final = frozenset({IdStyle.GITHUB, IdStyle.ASTRO})
_KRAMDOWNS: Final = frozenset({IdStyle.KRAMDOWN, IdStyle.KRAMDOWN_GFM})
_COUNTERS: Final = _KRAMDOWNS | {IdStyle.HEXO_MARKED, IdStyle.HEXO_MARKED_5}
_SLUGGERS: Final = frozenset(
    {IdStyle.GITHUB, IdStyle.ASTRO, IdStyle.DOCUSAURUS, IdStyle.HEXO_MARKED, IdStyle.HEXO_MARKED_5,
     IdStyle.NEXTRA,
     IdStyle.RSPRESS, IdStyle.FUMADOCS, IdStyle.MDC}
)  # fmt: skip
"""They do not look whether an author's own id is taken."""
_BRACES: Final = dict.fromkeys(
    (
        *_KRAMDOWNS,
        *(IdStyle.DOCUSAURUS, IdStyle.GOLDMARK, IdStyle.GOLDMARK_ASCII, IdStyle.BLACKFRIDAY),
        *(IdStyle.ZOLA, IdStyle.MDIT_VUE, IdStyle.RSPRESS, IdStyle.MDBOOK),
    ),
    regex(r"\{([^{}:\n][^{}\n]*)\}\s*\Z"),
) | {IdStyle.PYTHON_MARKDOWN: regex(r"(?<=\s)\{:?([^{}\n]*)\}\s*\Z")}
"""What gives an id at the end of a heading's line: ``## Title {#id}``."""


def _explicit(heading: Heading, style: IdStyle) -> str | None:
    if heading.html:
        return heading.id
    if style in _KRAMDOWNS and heading.attributes:
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


class _Numbering:
    """Makes ids unique, as each library counts."""

    def __init__(self, style: IdStyle, explicit: Iterable[str]) -> None:
        self._style = style
        self._seen: dict[str, int] = {}
        if style not in {*_KRAMDOWNS, *_SLUGGERS}:
            self._seen = dict.fromkeys(explicit, 0)

    def unique(self, made: str) -> str:
        """Return *made*, with a number where it was made before."""
        seen = self._seen
        match self._style:
            case (
                IdStyle.KRAMDOWN
                | IdStyle.KRAMDOWN_GFM
                | IdStyle.HEXO_MARKED
                | IdStyle.HEXO_MARKED_5
            ):
                # They count without looking whether the numbered one is taken.
                seen[made] = seen.get(made, -1) + 1
                return f"{made}-{seen[made]}" if seen[made] else made
            case IdStyle.PYTHON_MARKDOWN:
                return self._numbered(made, "_", taken=not made)
            case IdStyle.MDN:
                return self._numbered(made, "_", first=2)
            case IdStyle.VUEPRESS_1:
                return self._numbered(made, "-", first=2)
            case _:
                return self._numbered(made, "-")

    def _numbered(self, made: str, mark: str, *, first: int = 1, taken: bool = False) -> str:
        seen = self._seen
        result = made
        base, number = made, max(seen.get(made, 0), first - 1)
        if mark == "_" and first == 1 and (found := _COUNTED.fullmatch(made)) is not None:
            base, number = found[1], max(int(found[2][:9]), seen.get(found[1], 0))
        while result in seen or taken:
            taken = False
            number += 1
            result = f"{base}{mark}{number}"
        if result != made:
            seen[base] = number
        seen.setdefault(result, 0)
        return result


_COUNTED = regex(r"(.*)_([0-9]+)")


def _text(heading: Heading, *, alt: bool = False) -> str:
    """Return the heading's text without line breaks, which every library drops."""
    if heading.html:
        return heading.text.strip()
    kept = {"text", "code"} | ({"alt"} if alt else set())
    return "".join(piece.text for piece in heading.pieces if piece.kind in kept)


def _github(heading: Heading) -> str:
    return github_slug(_text(heading))


def _docusaurus(heading: Heading) -> str:
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


def _kramdown_gfm(heading: Heading) -> str:
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


def _kramdown(heading: Heading) -> str:
    text = re.sub(r"^[^a-zA-Z]+", "", heading.source)
    text = re.sub(r"[^a-zA-Z0-9 -]", "", text)
    return text.replace(" ", "-").lower() or "section"


def _goldmark(heading: Heading) -> str:
    """Return the slug of the last source line: marks, URLs and tags count as written."""
    return _anchor(_last_line(heading)) or "heading"


def _goldmark_ascii(heading: Heading) -> str:
    line = normalize("NFD", _last_line(heading))
    return _anchor("".join(each for each in line if each.isascii())) or "heading"


def _last_line(heading: Heading) -> str:
    return re.split(r"[\r\n]", heading.source)[-1].strip()


def _anchor(line: str) -> str:
    return "".join(
        "-" if each in "- \t" else each.lower()[0]  # as Go: one character for one
        for each in line
        if each in "-_ \t" or category(each)[0] == "L" or category(each) == "Nd"
    )


def _blackfriday(heading: Heading) -> str:
    line = "".join(
        each.lower() if category(each)[0] in "LN" else "-" for each in _last_line(heading)
    )
    return re.sub("-+", "-", line).strip("-") or "heading"


def _hexo(heading: Heading) -> str:
    pieces = (
        _smart(piece.text) if piece.kind == "text" else piece.text
        for piece in heading.pieces
        if piece.kind in {"text", "code"}
    )
    shown = "".join(pieces)
    tags_end = shown.rfind(">") + 1
    return _hexo_slug(_TAG.sub("", shown[:tags_end]) + shown[tags_end:])


def _hexo_5(heading: Heading) -> str:
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
    text = re.sub(r"(^|[-—/(\[{\"\s])'", r"\1‘", text).replace("'", "’")
    text = re.sub(r"(^|[-—/(\[{‘\s])\"", r"\1“", text).replace('"', "”")
    return text.replace("...", "…")


def _markdown_it_anchor(heading: Heading) -> str:
    text = "".join(piece.text for piece in heading.pieces if piece.kind in {"text", "code"})
    return quote(re.sub(r"\s+", "-", text.strip().lower()), safe="!'()*~", errors="replace")


def _nextra(heading: Heading) -> str | None:
    """Return the slug of the text, or of what stands in ``[#name]`` at its end."""
    own = _IN_BRACKETS.search(heading.source)
    return github_slug(own[1]) if own is not None else github_slug(_text(heading))


def _mdc(heading: Heading) -> str | None:
    """Return the slug; None where the heading has components or attributes."""
    return None if _MDC_DOUBT.search(heading.source) else github_slug(_text(heading))


_MDC_DOUBT = regex(r":[\w-]|[{}\[]")
_IN_BRACKETS = regex(r"(?:^|\s|\b)\[#([^\[\]\n]+)\]\s*+\Z")


def _rspress(heading: Heading) -> str | None:
    """Return the slug; None where a tag is in the heading, whose text counts or not."""
    return None if "<" in heading.source else github_slug(_text(heading).strip())


def _docsify(heading: Heading) -> str | None:
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


def _vuepress(heading: Heading) -> str | None:
    """Return the slug; None where markdown-it-emoji may take something out."""
    text = _text(heading)
    return None if _EMOJI.search(text) else _mdit_slug(text)


def _vuepress_1(heading: Heading) -> str | None:
    made = _vuepress(heading)
    return made and re.sub("[-–—]+", "-", made).strip("-")


_EMOJI = regex(r":[\w+-]+:|(?<!\S)(?:[:;][',-]*[DoOPsSzZ]|[oO0xX8B]:?-?\)|<3)(?!\S)")
"""What the plugin, and its shortcuts as far as they have a letter, may make an image of."""


def _mdit_vue(heading: Heading) -> str:
    return _mdit_slug(_text(heading, alt=True))


def _mdit_slug(shown: str) -> str:
    text = normalize("NFKD", shown)
    text = _CONTROL.sub("", re.sub(r"[\u0300-\u036f]", "", text))
    slug = re.sub("-+", "-", _MDIT_SPECIAL.sub("-", text)).strip("-")
    return re.sub(r"^(?=[0-9])", "_", slug).lower()


_MDIT_SPECIAL = regex(r"[\s~`!@#$%^&*()\-_+=\[\]{}|\\;:\"'“”‘’<>,.?/]+")


def _python_markdown(heading: Heading) -> str:
    text = " ".join(_text(heading).split())
    plain = normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", plain).strip().lower())


def _zola(heading: Heading) -> str | None:
    text = "".join(each.text for each in heading.pieces if each.kind in {"text", "code", "alt"})
    if not text.isascii():
        text = without_diacritics(text)
        if not text.isascii():
            return None
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def _mdn(heading: Heading) -> str:
    text = re.sub(r"[<>\"$#%&+,/:;=?@\[\]^`{|}~')(\\]", "", _text(heading).lower())
    return text.replace(" ", "_") or "sect1"


def _mdbook(heading: Heading) -> str | None:
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


_MAKERS: Final[dict[IdStyle, Callable[[Heading], str | None]]] = {
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
