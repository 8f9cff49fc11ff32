"""The code of a Markdown text, found the way generators do that look before any parser."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

from articlelint.text.regex import regex

# hexo, lib/plugins/filter/before_post_render/backtick_code_block.ts: a fence may stand behind
# quote marks or a list's marker, and is closed by as many of its characters.
_FENCE: Final = regex(
    r"^(?:(?:[^\S\r\n]*>){0,3}|[^\S\r\n]*[-*+]|[^\S\r\n]*[0-9]{1,9}\.)[^\S\r\n]*(`{3,}|~{3,})[^\r\n]*",
    re.MULTILINE,
)
_CLOSING_FENCE: Final = regex(
    r"^[^\S\r\n>]*(?:>[^\S\r\n]*)*(`{3,}|~{3,})[^\S\r\n]*(?=[\r\n]|\Z)", re.MULTILINE
)
_START: Final = regex(r"(?<!\\)`+|<!--")
_BLANK_LINE: Final = regex(r"\r?\n[^\S\r\n]*\r?\n")
_TICKS: Final = regex(r"`+")


class ProtectedSpans:
    """Stretches of a text, in order and apart, that no template tag begins in."""

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        self.spans = spans
        self._starts = [start for start, _ in spans]

    def beyond(self, offset: int) -> int:
        """Return the end of the stretch that *offset* lies in; 0 where it lies in none."""
        at = bisect_right(self._starts, offset) - 1
        if at < 0:
            return 0
        end = self.spans[at][1]
        return end if offset < end else 0


def protected_spans(text: str, *, comments: bool = True) -> ProtectedSpans:
    """Return fenced code, inline code and, if wanted, HTML comments.

    hexo, ``lib/hexo/post.ts``: fences are taken out first; then inline code, which a blank line
    ends, and comments stay as they are.
    """
    blocks = fences(text)
    spans: list[tuple[int, int]] = []
    at = 0
    for start, end in [*blocks, (len(text), len(text))]:
        _inline(text, at, start, spans, comments=comments)
        if end > start:
            spans.append((start, end))
        at = max(at, end)
    spans.sort()
    return ProtectedSpans(spans)


def fences(text: str, begin: int = 0, *, to_end: bool = False) -> list[tuple[int, int]]:
    """Return the fenced code of *text* from *begin* on, in order and apart.

    Code that is never closed is none, or runs *to_end*, unless a list or a quote holds it.
    """
    found: list[tuple[int, int]] = []
    if "```" not in text and "~~~" not in text:
        return found
    closers = [(match.start(), match.end(), match[1]) for match in _CLOSING_FENCE.finditer(text)]
    following, at = 0, begin
    unclosed: set[str] = set()
    while (match := _FENCE.search(text, at)) is not None:
        at = match.end()
        fence = match[1]
        if fence in unclosed or (fence[0] == "`" and "`" in text[match.end(1) : at]):
            continue
        while following < len(closers) and closers[following][0] < at:
            following += 1
        for index in range(following, len(closers)):
            _, close, closing = closers[index]
            if closing[0] == fence[0] and len(closing) >= len(fence):
                found.append((match.start(1), close))
                at = close
                break
        else:
            if to_end and not text[match.start() : match.start(1)].strip():
                found.append((match.start(1), len(text)))
                break
            unclosed.add(fence)
    return found


def _inline(
    text: str, start: int, end: int, spans: list[tuple[int, int]], *, comments: bool
) -> None:
    """Add the inline code and the comments of ``text[start:end]`` to *spans*."""
    at = start
    limit = -1  # where the paragraph ends
    unclosed: set[int] = set()  # runs of ticks that nothing in this paragraph closes
    while (match := _START.search(text, at, end)) is not None:
        at = match.end()
        if match[0] == "<!--":
            if comments:
                close = text.find("-->", at, end)
                at = end if close < 0 else close + 3
                spans.append((match.start(), at))
            continue
        if at > limit:
            blank = _BLANK_LINE.search(text, at, end)
            limit = blank.start() if blank else end
            unclosed.clear()
        width = len(match[0])
        if width in unclosed:
            continue
        for ticks in _TICKS.finditer(text, at, limit):
            if len(ticks[0]) == width:
                at = ticks.end()
                spans.append((match.start(), at))
                break
        else:
            unclosed.add(width)
