"""URLs that stand in Markdown as they are, and that a generator makes links of.

GitHub Flavored Markdown calls them extended autolinks: https://github.github.com/gfm/, 6.9. Where
such a URL ends, each library decides for itself; here it ends where that of the generator ends it.
E-mail addresses are left out: of them no rule has anything to say.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from articlelint.markdown.url_library import BareUrls
from articlelint.named_tuple import NamedTuple
from articlelint.templates import FILLER
from articlelint.text.regex import regex
from articlelint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint.markdown import Markdown


class BareUrl(NamedTuple):
    """A bare URL: what the browser gets, and the article's span of what is written."""

    url: str
    span: Span


_LONGEST: Final = 2_000
_MOST_READ: Final = _LONGEST + 1
_SCHEMES: Final = ("https", "http", "ftp")
_WWW: Final = regex(r"\.(?<=[wW]{3}\.)")

# What each library takes before it looks at the end. Of micromark: ``tokenizeDomain`` and
# ``tokenizePath``; of marked: ``rules.ts``, ``url``; of goldmark: ``extension/linkify.go``.
_GFM: Final = regex(
    r"(?:https?://(?![\W_])|(?=www\.))(?P<domain>[\w.-]++)"
    rf"(?:[^\s<\]{FILLER}]|\](?![(\[])){{0,{_MOST_READ}}}+",
    re.IGNORECASE,
)
_MARKED: Final = regex(
    rf"(?:(?:ftp|https?)://|www\.)(?:[a-z0-9-]++\.?)++[^\s\ufeff<]{{0,{_MOST_READ}}}+",
    re.IGNORECASE,
)
_GOLDMARK: Final = regex(
    r"(?:(?:https?|ftp)://|www\.)[-a-zA-Z0-9@:%._+~#=]{1,256}\.[a-z]+(?::\d+)?"
    rf"(?:[/?#][-a-zA-Z0-9@:%_+.~#$!?&/=();,'\">^{{}}\[\]`]{{0,{_MOST_READ}}})?"
)

_MARKED_BACK: Final = regex(
    r"""(?:[^?!.,:;*_'"~()&]++|\([^)]*+\)|&(?![a-zA-Z0-9]++;\Z)|[?!.,:;*_'"~)]+(?!\Z))++"""
)
_TRAILING: Final = frozenset("!\"'*,.:?_~]")
_ENTITY: Final = regex(r"&[A-Za-z0-9]+;\Z")
_DELIMITERS: Final = {"Emphasis": 1, "Strong": 2}
_OPAQUE: Final = frozenset({"Link", "Image", "CodeBlock", "HtmlBlock", "MetadataBlock"})
_ANCHOR: Final = regex(r"<(/?)a(?=[\s>])", re.IGNORECASE)


def bare_urls(markdown: Markdown, library: BareUrls) -> Iterator[BareUrl]:
    """Yield the bare URLs of *markdown* that *library* makes links of, in reading order.

    None in code, in HTML, in links, the author's own ``<a>`` among them, and in alternative texts.
    """
    text = markdown.text
    places = _outside_markup(markdown, beginnings(text))
    if not places:
        return
    at = 0
    for stretch in _stretches(markdown, library):
        while at < len(places) and places[at] < stretch.start:
            at += 1
        while at < len(places) and places[at] < stretch.end:
            start = places[at]
            at += 1
            end = _end(stretch, text, start, library)
            if end is None:
                continue
            while at < len(places) and places[at] < end:
                at += 1
            if end - start <= _LONGEST:
                written = text[start:end]
                url = _resolved(written) if library is BareUrls.MARKED else written
                whole = url if "://" in written[:8] else f"http://{url}"
                yield BareUrl(whole, Span(start, end).shift(markdown.offset))


def beginnings(text: str) -> list[int]:
    """Return where a bare URL may begin, by its letters; whole patterns would take far longer."""
    found = []
    at = text.find("://")
    while at >= 0:
        before = text[max(at - 5, 0) : at].lower()
        scheme = next(filter(before.endswith, _SCHEMES), None)
        if scheme is not None:
            found.append(at - len(scheme))
        at = text.find("://", at + 3)
    found += [match.start() - 3 for match in _WWW.finditer(text)]
    return sorted(found)


def _outside_markup(markdown: Markdown, found: list[int]) -> list[int]:
    """Return which of the places *found* stand in running text: in few articles any."""
    for kinds in (("Image", "Link"), ("CodeBlock", "Code")):
        if not found:
            break
        end, kept = 0, []
        places = iter(markdown.places(*kinds))
        place = next(places, None)
        for start in found:
            while place is not None and place[0] <= start:
                end = max(end, place[1])
                place = next(places, None)
            if start >= end:
                kept.append(start)
        found = kept
    return found


def _resolved(url: str) -> str:
    """Return *url* as marked writes it: it leaves the references to the browser."""
    if "&" not in url:
        return url
    from html import unescape  # a large table

    return unescape(url)


class _Stretch(NamedTuple):
    """Text in which a URL may begin, how far it may go, and whether other text is right before."""

    start: int
    end: int
    limit: int
    follows_text: bool


def _stretches(markdown: Markdown, library: BareUrls) -> Iterator[_Stretch]:
    from articlelint.markdown import END, START

    text = markdown.text
    limits = [len(text)]
    opaque = 0
    in_anchor = False
    follows_text = False
    for role, kind, data, start, end in markdown.events:
        if role == START:
            opaque += kind in _OPAQUE
            limits.append(min(limits[-1], _inner_end(text, kind, end, library)))
            if kind not in {"Emphasis", "Strong", "Strikethrough"}:
                in_anchor = in_anchor and kind in _OPAQUE
            follows_text = False
            continue
        if role == END:
            opaque -= kind in _OPAQUE
            limits.pop()
        elif kind == "Text" and not opaque and not in_anchor:
            yield _Stretch(start, end, limits[-1], follows_text)
        elif kind == "InlineHtml" and (anchor := _ANCHOR.match(data)) is not None:
            in_anchor = not anchor[1]
        follows_text = kind == "Text"


def _inner_end(text: str, kind: str, end: int, library: BareUrls) -> int:
    """Return how far a URL can go in the construct that ends at *end*.

    In marked emphasis comes first; to the others a URL does, which may so swallow its end.
    """
    if kind == "TableCell":
        return end
    if library is BareUrls.MARKED:
        if kind in _DELIMITERS:
            return end - _DELIMITERS[kind]
        if kind == "Strikethrough":
            return end - (2 if text.endswith("~~", 0, end) else 1)
    return len(text)


def _end(stretch: _Stretch, text: str, start: int, library: BareUrls) -> int | None:
    """Return where the URL that begins at *start* ends; None where it is none."""
    stretch = stretch._replace(limit=min(stretch.limit, start + _MOST_READ + 1))
    is_first = start == stretch.start and not stretch.follows_text
    before = "" if is_first else text[start - 1 : start]
    if library is BareUrls.MARKED:
        return _end_in_marked(stretch, text, start)
    if library is BareUrls.GOLDMARK:
        return _end_in_goldmark(stretch, text, start, before)
    if library is BareUrls.LINKIFY:
        from articlelint.markdown.linkify import end_of_url

        return end_of_url(text, start, stretch.limit, before)
    return _end_in_gfm(stretch, text, start, before)


def _end_in_gfm(stretch: _Stretch, text: str, start: int, before: str) -> int | None:
    is_www = text[start] in "wW"
    if (before.isalnum() or before == "/") if is_www else before.isascii() and before.isalpha():
        return None
    match = _GFM.match(text, start, stretch.limit)
    if match is None or text.startswith(("ftp", "FTP"), start):
        return None
    last = match["domain"].rstrip("._").split(".")[-2:]
    if any("_" in segment for segment in last):
        return None
    length = _without_trail(match[0])
    return start + length if length > len("www.") else None


def _without_trail(url: str) -> int:
    """Return the length without the punctuation at the end: GFM, "extended autolink path"."""
    end = len(url)
    unbalanced = url.count(")") - url.count("(")
    while end:
        last = url[end - 1]
        if last == ")" and unbalanced > 0:
            unbalanced -= 1
            end -= 1
        elif last == ";":
            entity = _ENTITY.search(url, max(0, url.rfind("&", 0, end)), end)
            end = entity.start() if entity is not None else end - 1
        elif last in _TRAILING:
            end -= 1
        else:
            break
    return end


def _end_in_marked(stretch: _Stretch, text: str, start: int) -> int | None:
    # Capital letters count only where a token begins, and then ``WWW.`` makes a relative URL.
    if text[start] not in "hfw" and (start != stretch.start or text[start] == "W"):
        return None
    match = _MARKED.match(text, start, stretch.limit)
    if match is None:
        return None
    url = match[0]
    while (shorter := _MARKED_BACK.match(url.rstrip("?!.,:*_'\"~"))) is not None and shorter[
        0
    ] != url:
        url = shorter[0]
    return start + len(url)


def _end_in_goldmark(stretch: _Stretch, text: str, start: int, before: str) -> int | None:
    # Quotation marks are constructs of its typographer, after which any other may begin.
    if before and before not in " \t\r\n*_~(\"'":
        return None
    match = _GOLDMARK.match(text, start, stretch.limit)
    if match is None:
        return None
    url = match[0]
    if url.endswith(")"):
        url = url[: len(url) - max(0, url.count(")") - url.count("("))]
    elif url.endswith(";") and (entity := _ENTITY.search(url)) is not None:
        url = url[: entity.start()]
    return start + len(url.rstrip("?!.,:*_~"))
