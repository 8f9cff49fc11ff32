"""Links and images: inline, by reference, and addresses between pointed brackets."""

from __future__ import annotations

import html
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from articlelint.markdown.python_markdown.inline.reader import Inline, Reader, Run
from articlelint.markdown.python_markdown.inline.targets import Target, target
from articlelint.named_tuple import NamedTuple
from articlelint.text.regex import regex

if TYPE_CHECKING:
    import re

    from articlelint.markdown.python_markdown.element import Definition

_BRACKETS: Final = regex(r"[\[\]]")
_SIMPLE: Final = regex(
    r"""\[([^\[\]\x02\\`*_<>!?&~^=+$:@#.\n-]*+)\]\(([^\s()<>"'\\\x02&\[\]]*+)\)"""
)
_LABEL: Final = regex(r"\s?\[([^\]]*+)\]")
_SPACES: Final = regex(r"\s+")
_AUTOLINK: Final = regex(r"<([A-Za-z][A-Za-z0-9+.-]*+://[^<>]*+)>")
_MAGIC_AUTOLINK: Final = regex(r"<((?:[Hh][Tt]|[Ff])[Tt][Pp][Ss]?://[^<>]*+)>")
_AUTOMAIL: Final = regex(r"<([^<> !]+@[^@<> ]+)>")
REFERENCE: Final = regex(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[a-zA-Z0-9]+);")


def decoded(text: str) -> str:
    """Return *text* with its character references resolved, which an attribute keeps."""
    if "&" not in text:
        return text
    return REFERENCE.sub(lambda match: html.unescape(match[0]), text)


class _Brackets:
    """Which brackets of a text belong together."""

    def __init__(self, text: str) -> None:
        opened: list[int] = []
        self.closing: dict[int, int] = {}
        for match in _BRACKETS.finditer(text):
            at = match.start()
            if text[at] == "[":
                opened.append(at)
            elif opened:
                self.closing[opened.pop()] = at


class Found(NamedTuple):
    """Where a search goes on, and what it found."""

    end: int
    node: Inline | None


_Finder = Callable[["Reader", str, int, int, int, int], Found | None]
"""Given the reader, the text, where that begins, the next pass, and two brackets."""


def _search(
    reader: Reader, text: str, offset: int, number: int, find: _Finder, *, image: bool
) -> str:
    brackets: _Brackets | None = None
    nodes = []
    at = text.find("[")
    while at >= 0:
        end = at + 1
        if (at > 0 and text[at - 1] == "!") is image:
            simple = _SIMPLE.match(text, at) if find is _inline_link else None
            if simple is not None:
                nodes.append(_simple_link(reader, offset, simple))
                end = simple.end()
            else:
                brackets = brackets or _Brackets(text)
                closing = brackets.closing.get(at)
                if closing is not None:
                    found = find(reader, text, offset, number, at, closing)
                    if found is not None:
                        end = found.end
                        if found.node is not None:
                            nodes.append(found.node)
        at = text.find("[", end)
    return reader.hide(text, offset, nodes)


def _simple_link(reader: Reader, offset: int, match: re.Match[str]) -> Inline:
    """Return a link in whose text and address nothing has a meaning of its own."""
    start, end = match.span(1)
    data = _data("Inline", match[2])
    source = reader.source
    place = source.span(offset + end + 2, offset + match.end() - 1)
    data["places"] = place, source.span(offset + start, offset + end), None
    children: list[Inline | Run] = [Run(reader, match[1], offset + start)] if end > start else []
    return Inline("Link", data, offset + match.start(), offset + match.end(), children)


def links(reader: Reader, text: str, offset: int, number: int) -> str:
    """Find ``[text](target "title")``."""
    return _search(reader, text, offset, number, _inline_link, image=False)


def images(reader: Reader, text: str, offset: int, number: int) -> str:
    """Find ``![text](target "title")``."""
    return _search(reader, text, offset, number, _inline_image, image=True)


def _inline_link(
    reader: Reader, text: str, offset: int, number: int, at: int, closing: int
) -> Found | None:
    where = target(reader, text, closing + 1)
    if where is None:
        return None
    data = _data("Inline", *_resolved(reader, text, offset, where))
    data["places"] = _places(reader, offset, where, (at + 1, closing))
    children = _content(reader, text, offset, number, at, closing)
    return Found(where.end, Inline("Link", data, offset + at, offset + where.end, children))


def _inline_image(
    reader: Reader,
    text: str,
    offset: int,
    number: int,
    at: int,
    closing: int,
) -> Found | None:
    where = target(reader, text, closing + 1)
    if where is None:
        return None
    data = _data("Inline", *_resolved(reader, text, offset, where))
    data["places"] = _places(reader, offset, where, (at + 1, closing))
    return Found(where.end, _image(reader, text, offset, data, at, closing, where.end))


def _resolved(reader: Reader, text: str, offset: int, where: Target) -> tuple[str, str]:
    """Return address and title as the browser has them."""
    url = reader.shown(text[where.start : where.stop], offset + where.start)
    if where.title is None:
        return decoded(url), ""
    start, end = where.title
    title = reader.shown(text[start:end], offset + start)
    return decoded(url), decoded(_SPACES.sub(" ", title))


_Place = tuple[int, int]


def _places(
    reader: Reader, offset: int, where: Target, text: _Place
) -> tuple[_Place, _Place, _Place | None]:
    """Return where address, text and title stand in the source."""
    title = _place(reader, offset, where.title) if where.title is not None else None
    address = _place(reader, offset, (where.start, where.stop))
    return address, _place(reader, offset, text), title


def _place(reader: Reader, offset: int, place: _Place) -> _Place:
    start, end = place
    return reader.source.span(offset + start, offset + end)


def _content(
    reader: Reader, text: str, offset: int, number: int, at: int, closing: int
) -> list[Inline | Run]:
    outer = reader.in_link
    reader.in_link = True
    children = reader.process(text[at + 1 : closing], offset + at + 1, number)
    reader.in_link = outer
    return children


def _image(
    reader: Reader, text: str, offset: int, data: dict[str, Any], at: int, closing: int, end: int
) -> Inline:
    start = at + 1
    alt = Run(reader, text[start:closing], offset + start, is_final=True)
    return Inline("Image", data, offset + at - 1, offset + end, [alt] if closing > start else [])


def _data(link_type: str, url: str, title: str = "", label: str = "") -> dict[str, Any]:
    return {"link_type": link_type, "dest_url": url, "title": title, "id": label}


def _referred(text: str, at: int, closing: int, *, short: bool) -> tuple[str, str, int] | None:
    """Return the label that a reference names, its kind, and where it ends."""
    if short:
        return text[at + 1 : closing], "Shortcut", closing + 1
    found = _LABEL.match(text, closing + 1)
    if found is None:
        return None
    if found[1]:
        return found[1], "Reference", found.end()
    return text[at + 1 : closing], "Collapsed", found.end()


def _definition(reader: Reader, label: str) -> Definition | None:
    return reader.context.references.get(_SPACES.sub(" ", label.lower()))


def _by_reference(*, image: bool, short: bool) -> _Finder:
    def find(
        reader: Reader, text: str, offset: int, number: int, at: int, closing: int
    ) -> Found | None:
        named = _referred(text, at, closing, short=short)
        if named is None:
            return None
        label, kind, end = named
        definition = _definition(reader, label)
        if definition is None:
            return Found(end, None)
        data = _data(kind, decoded(definition.url), decoded(definition.title or ""), label)
        inner = _place(reader, offset, (at + 1, closing))
        data["places"] = definition.url_span, inner, definition.title_span
        if image:
            return Found(end, _image(reader, text, offset, data, at, closing, end))
        children = _content(reader, text, offset, number, at, closing)
        return Found(end, Inline("Link", data, offset + at, offset + end, children))

    return find


_LINK = _by_reference(image=False, short=False)
_SHORT_LINK = _by_reference(image=False, short=True)
_IMAGE = _by_reference(image=True, short=False)
_SHORT_IMAGE = _by_reference(image=True, short=True)


def reference_links(reader: Reader, text: str, offset: int, number: int) -> str:
    """Find ``[text][label]``."""
    return _search(reader, text, offset, number, _LINK, image=False)


def short_links(reader: Reader, text: str, offset: int, number: int) -> str:
    """Find ``[label]``."""
    return _search(reader, text, offset, number, _SHORT_LINK, image=False)


def reference_images(reader: Reader, text: str, offset: int, number: int) -> str:
    """Find ``![text][label]``."""
    return _search(reader, text, offset, number, _IMAGE, image=True)


def short_images(reader: Reader, text: str, offset: int, number: int) -> str:
    """Find ``![label]``."""
    return _search(reader, text, offset, number, _SHORT_IMAGE, image=True)


def autolinks(reader: Reader, text: str, offset: int, number: int) -> str:
    """Find ``<https://example.org>``."""
    pattern = _MAGIC_AUTOLINK if reader.context.features.magic_links else _AUTOLINK
    return reader.hide(
        text,
        offset,
        [_autolink(reader, match, offset, "Autolink") for match in pattern.finditer(text)],
    )


def automails(reader: Reader, text: str, offset: int, number: int) -> str:
    """Find ``<me@example.org>``."""
    return reader.hide(
        text,
        offset,
        [_autolink(reader, match, offset, "Email") for match in _AUTOMAIL.finditer(text)],
    )


def _autolink(reader: Reader, match: Any, offset: int, kind: str) -> Inline:
    start = match.start(1)
    url = reader.shown(match[1], offset + start)
    if kind == "Email":
        url = url.removeprefix("mailto:")
    return Inline(
        "Link",
        _data(kind, decoded(url)),
        offset + match.start(),
        offset + match.end(),
        [Run(reader, match[1], offset + start, is_final=True)],
    )
