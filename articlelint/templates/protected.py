"""The code of a Markdown text, found the way generators do that look before any parser."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

# hexo, lib/plugins/filter/before_post_render/backtick_code_block.ts: a fence may stand behind
# quote marks or a list's marker, and is closed by as many of its characters.
_FENCE: Final = regex(
    r"(?:(?:[^\S\r\n]*>){0,3}|[^\S\r\n]*[-*+]|[^\S\r\n]*[0-9]{1,9}\.)[^\S\r\n]*(`{3,}|~{3,})[^\r\n]*"
)
_CLOSING_FENCE: Final = regex(r"[^\S\r\n>]*(?:>[^\S\r\n]*)*(`{3,}|~{3,})[^\S\r\n]*(?=[\r\n]|\Z)")
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


def protected_spans(text: str, *, comments: bool = True, to_end: bool = False) -> ProtectedSpans:
    """Return fenced code (see ``fences``), inline code and, if wanted, HTML comments.

    hexo, ``lib/hexo/post.ts``: fences are taken out first; then inline code, which a blank line
    ends, and comments stay as they are.
    """
    blocks = fences(text, to_end=to_end)
    spans: list[tuple[int, int]] = []
    at = 0
    for start, end in [*blocks, (len(text), len(text))]:
        _inline(text, at, start, spans, comments=comments)
        if end > start:
            spans.append((start, end))
        at = max(at, end)
    spans.sort()
    return ProtectedSpans(spans)


def fences(
    text: str, begin: int = 0, *, to_end: bool = False, wants_lines: bool = False
) -> list[tuple[int, int]]:
    """Return the fenced code of *text* from *begin* on, in order and apart.

    Code that is never closed is none, or runs *to_end*, unless a list or a quote holds it. What
    *wants_lines* takes a fence next to the first for a line of the code, if another follows.
    """
    found: list[tuple[int, int]] = []
    if "```" not in text and "~~~" not in text:
        return found
    lines = list(_fence_lines(text))
    closing_fences = [_CLOSING_FENCE.match(text, line) for line in lines]
    closers = [(match.start(), match.end(), match[1]) for match in closing_fences if match]
    following, at = 0, begin
    unclosed: set[str] = set()
    for line in lines:
        if line < at or (match := _FENCE.match(text, line)) is None:
            continue
        at = match.end()
        fence = match[1]
        if fence in unclosed or (fence[0] == "`" and "`" in text[match.end(1) : at]):
            continue
        while following < len(closers) and closers[following][0] < at:
            following += 1
        close = _closing(text, at, fence, closers, following, wants_lines=wants_lines)
        if close >= 0:
            found.append((match.start(1), close))
            at = close
        elif to_end and not text[match.start() : match.start(1)].strip():
            found.append((match.start(1), len(text)))
            break
        else:
            unclosed.add(fence)
    return found


def _closing(
    text: str,
    at: int,
    fence: str,
    closers: list[tuple[int, int, str]],
    following: int,
    *,
    wants_lines: bool,
) -> int:
    """Return where the code that begins at *at* ends: -1 where none of *closers* ends it."""
    empty = -1
    for index in range(following, len(closers)):
        first, close, closing = closers[index]
        if closing[0] == fence[0] and len(closing) >= len(fence):
            if not wants_lines or empty >= 0 or text[at:first].strip("\r\n"):
                return close
            empty = close
    return empty


def _fence_lines(text: str) -> Iterator[int]:
    """Yield where the lines begin that hold what may be the mark of a fence."""
    at = 0
    places = {mark: text.find(mark) for mark in ("```", "~~~")}
    while places:
        places = {
            mark: place if place >= at else text.find(mark, at) for mark, place in places.items()
        }
        places = {mark: place for mark, place in places.items() if place >= 0}
        if places:
            first = min(places.values())
            yield max(text.rfind("\n", at, first) + 1, at)
            at = text.find("\n", first) + 1 or len(text)


def _inline(
    text: str, start: int, end: int, spans: list[tuple[int, int]], *, comments: bool
) -> None:
    """Add the inline code and the comments of ``text[start:end]`` to *spans*."""
    at = start
    limit = -1  # where the paragraph ends
    unclosed: set[int] = set()  # runs of ticks that nothing in this paragraph closes
    tick, after = _ticks(text, at, end)
    comment = text.find("<!--", at, end) if comments else -1
    while tick >= 0 or comment >= 0:
        if 0 <= tick < at:
            tick, after = _ticks(text, at, end)
        if 0 <= comment < at:
            comment = text.find("<!--", at, end)
        if comment >= 0 and (tick < 0 or comment < tick):
            close = text.find("-->", comment + 4, end)
            at = end if close < 0 else close + 3
            spans.append((comment, at))
            continue
        if tick < 0:
            continue
        at = after
        if at > limit:
            blank = _BLANK_LINE.search(text, at, end)
            limit = blank.start() if blank else end
            unclosed.clear()
        width = at - tick
        if width in unclosed:
            continue
        close = closing_ticks(text, at, limit, width)
        if close < 0:
            unclosed.add(width)
        else:
            spans.append((tick, close))
            at = close


def _ticks(text: str, at: int, end: int) -> tuple[int, int]:
    """Return where the first run of ticks stands; -1 twice where there is none."""
    tick = text.find("`", at, end)
    while tick >= 0:
        run = _TICKS.match(text, tick + (text[tick - 1 : tick] == "\\"), end)  # one is escaped
        if run is not None:
            return run.span()
        tick = text.find("`", tick + 1, end)
    return -1, -1


def closing_ticks(text: str, at: int, limit: int, width: int) -> int:
    """Return the end of the first run of *width* ticks from *at* to *limit*; -1: there is none."""
    for ticks in _TICKS.finditer(text, at, limit):
        if len(ticks[0]) == width:
            return ticks.end()
    return -1
