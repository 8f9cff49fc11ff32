"""What an author would have written for what MDX's compiler refuses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from articlelint.templates.jsx import PieceKind
from articlelint.text.edit import Edit, Fix
from articlelint.text.regex import regex
from articlelint.text.span import Span

if TYPE_CHECKING:
    from articlelint.templates.jsx import Attribute, Piece

_URL: Final = regex(r"<((?:https?|ftp)://[^\s<>]+|mailto:[^\s<>]+)>", re.IGNORECASE)
_ADDRESS: Final = regex(r"<([\w.+-]+@[\w-]+(?:\.[\w-]+)+)>")
_BARE: Final = regex(r"[^\s\"'<>{}=`]+")
_BARE_URL: Final = regex(r"(?<![\w<(\"'=])(?:https?://|www\.)[^\s<\"'()\[\]]*\Z", re.IGNORECASE)
_REST_OF_URL: Final = regex(r"[^\s\"'()\[\]|*]*(?<![.,;:!?])")
_LONGEST_URL: Final = 2_000
_DECLARATION: Final = regex(r"\s*+([a-z-]++)\s*+:\s*+([^;:{}\"\\]++)(?:;|\Z)")
_LETTER: Final = regex(r"-([a-z])")


def fix_of(text: str, piece: Piece) -> Fix | None:
    """Return the fix for *piece*, of which the compiler can make nothing."""
    start = piece.start
    if piece.kind is PieceKind.COMMENT:
        inner = text[start + 4 : piece.end - 3]
        if not piece.closed or "*/" in inner:
            return None
        edit = Edit(Span(start, piece.end), f"{{/*{inner}*/}}")
        return Fix.safe("Write a JavaScript comment", edit)
    if piece.kind is PieceKind.EXPRESSION:
        braces = range(start, start + (2 if text.startswith("{{", start) else 1))
        return Fix.unsafe("Show the brace as text", *[Edit.insert(at, "\\") for at in braces])
    if (link := link_fix(text, start)) is not None:
        return link
    if piece.at == start + 1:
        if (code := _code_fix(text, start)) is not None:
            return code
        edit = Edit(Span(start, start + 1), "&lt;")
        is_html = text[start + 1 : start + 2] in {"!", "?"}
        return Fix.unsafe("Write &lt;", edit) if is_html else Fix.safe("Write &lt;", edit)
    if "needs quotes" in piece.fault:
        match = _BARE.match(text, piece.at, piece.end)
        end = match.end() if match else piece.at
        if end > piece.at and text[end : end + 1] in {">", " ", "/", "\n"}:
            quoted = f'"{text[piece.at : end]}"'
            return Fix.safe("Quote the value", Edit(Span(piece.at, end), quoted))
        return None
    if piece.closing or "=" in text[start : piece.end] or not piece.closed:
        return None
    return text_fix(text, start)


def text_fix(text: str, start: int) -> Fix:
    """Return the fix that shows the tag at *start* as text."""
    edit = Edit(Span(start, start + 1), "&lt;")
    return _code_fix(text, start) or Fix.unsafe("Show it as text", edit)


def _code_fix(text: str, start: int) -> Fix | None:
    """Return the fix for a placeholder in a bare address, in which `&lt;` would be shown as it is.

    What looks like an address is a link without more (GFM 0.29, 6.9), of which nothing is decoded.
    """
    line = max(text.rfind("\n", 0, start) + 1, start - _LONGEST_URL)
    before = _BARE_URL.search(text, line, start)
    if before is None:
        return None
    end = _REST_OF_URL.match(text, start)
    if end is None or "`" in text[before.start() : end.end()]:
        return None
    marks = (Edit.insert(before.start(), "`"), Edit.insert(end.end(), "`"))
    return Fix.unsafe("Write the address as code", *marks)


def link_fix(text: str, start: int) -> Fix | None:
    """Return the fix that writes a link in angle brackets as others are written."""
    if match := _URL.match(text, start):
        url = match[1]
        shown = url.removeprefix("mailto:")
    elif match := _ADDRESS.match(text, start):
        shown, url = match[1], f"mailto:{match[1]}"
    else:
        return None
    if any(sign in url for sign in "()[]*_{}"):
        target = f"<{url}>"
        if any(sign in url for sign in "[]*_{}"):
            return None
    else:
        target = url
    return Fix.safe("Write it as a link", Edit(Span(*match.span()), f"[{shown}]({target})"))


def style_fix(attribute: Attribute) -> Fix | None:
    """Return the fix that writes a style as an object; None where it is no plain one."""
    inner = attribute.value[1:-1]
    pairs, at = [], 0
    while inner[at:].strip():
        match = _DECLARATION.match(inner, at)
        if match is None or match[1].startswith("--"):
            return None
        name = match[1].removeprefix("-") if match[1].startswith("-ms-") else match[1]
        key = _LETTER.sub(lambda letter: letter[1].upper(), name)
        value = match[2].rstrip().replace("'", "\\'")
        pairs.append(f"{key}: '{value}'")
        at = match.end()
    if not pairs:
        return None
    written = f"style={{{{{', '.join(pairs)}}}}}"
    return Fix.safe("Write it as an object", Edit(Span(attribute.start, attribute.end), written))
