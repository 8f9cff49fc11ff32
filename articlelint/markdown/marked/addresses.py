"""Addresses in marked: bare URLs come before their markup, and parentheses may stay open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.markdown.bare_urls import bare_urls, beginnings
from articlelint.markdown.common_mark import CommonMark
from articlelint.markdown.document import Markdown
from articlelint.markdown.events import read_events
from articlelint.markdown.twin import twin_of
from articlelint.markdown.url_library import BareUrls
from articlelint.text.regex import regex

if TYPE_CHECKING:
    import re

    from articlelint.markdown.twin import Change

# Each URL is looked at up to the next one alone, so that many take no time.
_BEGIN: Final = r"""(?<!\]\()(?<![<"'=`\[/.])(?:(?:https?|ftp)://(?:www\.)?|www\.)"""
_WITH_MARKUP: Final = regex(rf"{_BEGIN}(?:(?!://|www\.)[^\s<>*`~\[\]\\])*+[*`~\[\\]")
_MARKUP: Final = regex(r"[*_`~\[\]()\\!&]+")
_TO_CODE: Final = regex(rf"{_BEGIN}(?:(?!://|www\.)[^\s<`])++(?P<ticks>`+)(?=[^\s<`])")
_OPEN: Final = regex(
    r"""\]\(\s*+(?P<url>(?!<)[^\s()\\]{0,1000}+\([^\s)\\]{0,1000}+)"""
    r"""(?:\s++(?:"[^"\n]*+"|'[^'\n]*+'|\([^()\n]*+\)))?\s*+\)(?![^\s)]{0,1000}+\s*+\))"""
)
_OPAQUE: Final = frozenset({"Link", "Image", "CodeBlock"})
_MOST_ROUNDS: Final = 10


def markup_in_urls(text: str, options: int) -> list[Change]:
    """Return what stands for the markup in bare URLs, so that it is none."""
    if not any(_WITH_MARKUP.match(text, start) for start in beginnings(text)):
        return []
    changes = _code_in_urls(text, options)
    twin = twin_of(text, changes)
    for _, span in bare_urls(Markdown(twin, 0, CommonMark(options)), BareUrls.MARKED):
        for match in _MARKUP.finditer(twin, span.start, span.end):
            changes.append((match.start(), "x" * len(match[0])))
    return changes


def _code_in_urls(text: str, options: int) -> list[Change]:
    """Return what takes the place of marks of code that a bare URL takes in."""
    changes: list[Change] = []
    if "`" not in text or not any(_TO_CODE.match(text, start) for start in beginnings(text)):
        return changes
    for _ in range(_MOST_ROUNDS):
        twin = twin_of(text, changes)
        match = _first_to_code(twin, options)
        if match is None:
            break
        changes.append((match.start("ticks"), "x" * len(match["ticks"])))
    return changes


def _first_to_code(text: str, options: int) -> re.Match[str] | None:
    """Return the first bare URL that runs into code."""
    within = 0  # links, images and blocks of code
    for role, kind, _, start, end in read_events(text, options):
        if kind in _OPAQUE:
            within += role
        elif kind == "Text" and not within and text[end : end + 1] == "`":
            for match in _TO_CODE.finditer(text, start):
                if match.start() >= end:
                    break
                if match.start("ticks") == end:
                    return match
    return None


def open_parentheses(text: str) -> list[Change]:
    """Return what stands for the parentheses that an address opens and never closes."""
    return [
        (match.start("url") + place, "x")
        for match in _OPEN.finditer(text)
        for place, letter in enumerate(match["url"])
        if letter == "("
    ]
