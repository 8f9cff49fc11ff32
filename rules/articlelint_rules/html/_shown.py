"""Tags that Markdown shows as text, because something in them is malformed."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from articlelint import (
    FILLER,
    Article,
    Span,
    SpanIndex,
    Syntax,
    element_names,
    misquoted_end,
    obsolete_elements,
    regex,
)

QUOTES = "\u201c\u201d\u201e\u201f\u2018\u2019\u201a\u201b\u2032\u2033\uff02\uff07"
"""What typographers use for quotes, and what looks like that."""

_TAG = regex(
    rf"<([a-z][a-z0-9]*+)"
    rf"(?=[ \t\r\n]++(?:[a-z][a-z:-]*+[ \t]*+(?:[^<>=\r\n]{{0,200}}[a-z])?=[ \t]*[\"'{QUOTES}]"
    rf"|[a-z][a-z:-]*=[^<>=\"'\r\n]{{0,200}}[\"'][^<>=\r\n]{{0,200}}[a-z]=[\"'{QUOTES}]"
    r"|[@#*$(\[.\d][^\s=<>\"'`]{0,100}+[\"']?=[\"']))",
    re.IGNORECASE,
)
_STRANGE = regex(r"[ \t\r\n]++([@#*$(\[.\d][^\s=<>\"'`]{0,100}+[\"']?)(?==[\"'])")
"""A name that is an attribute's in HTML, and not in CommonMark."""
_VALUE = r"""(?:[ \t\r\n]*+=[ \t\r\n]*+("[^"]*+"|'[^']*+'|[^ \t\r\n"'=<>`]++))?+"""
_ATTRIBUTE = regex(r"(?<![ \t\r\n])[ \t\r\n]++([A-Za-z_:][A-Za-z0-9_.:-]*+)" + _VALUE)
"""An attribute as CommonMark has it (6.6, "Raw HTML")."""
_ATTRIBUTE_OF_VUE = regex(r"(?<![ \t\r\n])[ \t\r\n]++([A-Za-z_:@][A-Za-z0-9_.:-]*+)" + _VALUE)
_CUT_OFF = regex(r"[ \t\r\n]++([A-Za-z_:][A-Za-z0-9_.:-]*+)[ \t\r\n]*+=[ \t\r\n]*+([\"'])")
_END = regex(r"[ \t\r\n]*+/?>")
_BLANK_LINE = regex(r"\n[ \t]*\r?(?:\n|\Z)")
_BEYOND = regex(r"[<>\r\n]|[ \t][A-Za-z-]+=\Z")
_TYPOGRAPHIC_END = regex(rf"[{QUOTES}\"'](?=[ \t\r\n/>])")
_LONGEST = 2000
"""Characters; no tag that is meant as one is longer."""


class Shown(NamedTuple):
    """A tag that readers see as text, and the attribute that is to blame.

    *kind* is the rule that explains it: ``unterminated-quote``, ``missing-attribute-space``,
    ``typographic-quotes`` or ``malformed-attribute``, to which ``unescaped-quote`` and
    ``strange-name`` belong too.
    *span* is the attribute's, and at its end the missing character belongs. *quote* is the one
    that opens its value, *at* where the value ends too early.
    """

    kind: str
    tag: str
    start: int
    span: Span
    name: str
    quote: str = ""
    at: int = 0


def shown_tags(article: Article) -> tuple[Shown, ...]:
    """Return the tags of *article* that are text to Markdown, in reading order."""
    if article.syntax is not Syntax.MARKDOWN or "<" not in article.text:
        return ()
    text, offset = article.markdown.text, article.markdown.offset
    candidates = [match for match in _TAG.finditer(text) if _is_known(match[1].lower())]
    if not candidates or "&lt;" not in article.rendering.html:
        return ()
    pieces: list[tuple[int, int]] = []
    in_code = 0
    for role, kind, _, start, end in article.markdown.events:
        if kind == "CodeBlock":
            in_code += role
        elif kind == "Text" and not in_code:
            pieces.append((start, end))
    attribute = _ATTRIBUTE_OF_VUE if article.dialect.name == "vue" else _ATTRIBUTE
    found, blocks = [], article.dialect.more_html_blocks
    for match in candidates:
        start = match.start()
        index = bisect_right(pieces, (start, len(text))) - 1
        if index < 0 or pieces[index][1] <= start or text[start - 1 : start] == "\\":
            continue
        if match[1].lower() in blocks and not text[text.rfind("\n", 0, start) + 1 : start].strip():
            continue
        shown = _blamed(text, match, attribute)
        if shown is not None:
            found.append(
                shown._replace(
                    start=start + offset, span=shown.span.shift(offset), at=shown.at + offset
                )
            )
    return tuple(found)


def misread_tags(article: Article) -> Sequence[Shown]:
    """Return those that were meant as tags: in code a reader is to see them as they stand."""
    shown = article.view(shown_tags)
    if not shown:
        return shown
    code = SpanIndex(element.span for element in article.elements(*_CODE))
    return [each for each in shown if not code.has_around(each.span)]


_CODE = ("code", "pre")


def _is_known(name: str) -> bool:
    return name in element_names() or name in obsolete_elements()


def _blamed(text: str, match: re.Match[str], attribute: re.Pattern[str]) -> Shown | None:
    """Return what is wrong with the tag that begins at *match*; None where that is unclear."""
    tag, start, place = match[1].lower(), match.start(), match.end()
    blank = _BLANK_LINE.search(text, place, place + _LONGEST)
    limit = blank.start() if blank else min(len(text), place + _LONGEST)
    last = typographic = None
    while (found := attribute.match(text, place, limit)) is not None:
        cut_off = _CUT_OFF.match(text, place, limit)
        if cut_off is not None and found[2] is None:
            return _unterminated(text, tag, start, cut_off, limit)
        if cut_off is not None and re.search(r"[<>].*=\s*\Z", found[2][1:-1], re.DOTALL):
            return _unterminated(text, tag, start, cut_off, found.end() - 1)
        if typographic is None and found[2] and found[2][0] in QUOTES:
            typographic = found
        last, place = found, found.end()
    rest = text[place : place + 1]
    strange = _STRANGE.match(text, place, limit)
    if strange is not None and FILLER not in strange[0]:
        return Shown("strange-name", tag, start, Span(*strange.span(1)), strange[1])
    if last is None or rest == FILLER or _END.match(text, place, limit) is not None:
        return None
    if typographic is not None:
        end = _TYPOGRAPHIC_END.search(text, typographic.start(2) + 1, limit)
        span = Span(typographic.start(1), end.end() if end else typographic.end())
        return Shown("typographic-quotes", tag, start, span, typographic[1])
    return _after(text, tag, start, last, limit)


def _after(text: str, tag: str, start: int, last: re.Match[str], limit: int) -> Shown | None:
    """Return what is wrong with what stands behind the attribute *last*."""
    span = Span(last.start(1), last.end())
    if last[2] and last[2][0] in "\"'":
        meant = misquoted_end(text, last.start(2) + 1, last.end() - 1, limit)
        if meant is not None:
            span = Span(last.start(1), meant + 1)
            return Shown("unescaped-quote", tag, start, span, last[1], at=last.end() - 1)
    if text[last.end() : last.end() + 1].isalpha() and last[2]:
        return Shown("missing-attribute-space", tag, start, span, last[1])
    if last[2] is None and last[1][-1] in "-:" and text.startswith(('"', "'"), last.end()):
        place = last.end() - 1
        return Shown(
            "mistyped-equals", tag, start, Span(last.start(1), last.end() + 1), last[1], at=place
        )
    if last[2] in {'""', "''"} and text[last.end() : last.end() + 1].strip():
        meant = text.find(last[2][0], last.end(), limit)
        value = text[last.end() : meant]
        if meant > 0 and not any(sign in value for sign in "<>=\"' \t\r\n"):
            span = Span(last.start(1), meant + 1)
            return Shown("doubled-quote", tag, start, span, last[1], at=last.start(2))
    piece = regex(r"[ \t\r\n]*+([^ \t\r\n<>]*+)").match(text, last.end(), limit)
    if piece is None or not piece[1]:
        return None
    return Shown("malformed-attribute", tag, start, Span(*piece.span(1)), piece[1])


def _unterminated(
    text: str, tag: str, start: int, cut_off: re.Match[str], limit: int
) -> Shown | None:
    """Return the value without an end; None where it is long, or a template may hold its quote."""
    beyond = _BEYOND.search(text, cut_off.end(), limit)
    if beyond is None and limit - start > _LONGEST:
        return None
    span = Span(cut_off.start(1), beyond.start() if beyond else limit)
    if FILLER in text[span.start : span.end]:
        return None
    return Shown("unterminated-quote", tag, start, span, cut_off[1], cut_off[2])
