"""What of a post Hexo hands to Nunjucks: hexo, ``lib/hexo/post.ts``, ``lib/extend/tag.ts``."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from articlelint.named_tuple import NamedTuple
from articlelint.templates.protected import ProtectedSpans, fences
from articlelint.templates.token import MOST
from articlelint.text.regex import regex
from articlelint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_START: Final = regex(r"`+|<!--|\{[{%#]|<code[^<>]*>")
_CODE_TAG: Final = regex(r"<code[^<>]*>")
_TICKS: Final = regex(r"`+")
_PARAGRAPH_END: Final = regex(
    r"\r?\n(?:\r?\n|[ \t]{0,3}+(?:[-*+][ \t]|\d{1,3}[.)][ \t]|#{1,6}[ \t]|>))"
)
"""A blank line, or the first of an item, a heading or a quotation."""
_CODE_INDENT: Final = 4
_BLANK_BEFORE: Final = regex(r"(?:\A|\n)[ \t\r]*\n\Z")
_CODE_LINE: Final = regex(r"^(?: {4}| {0,3}\t)[ \t]*+[^ \t\r\n][^\n]*+", 8)  # MULTILINE
_RAW: Final = regex(r"\{% *raw *%\}")
_NAME: Final = regex(r"\s*+([^\s%]*+)")
_TO_END: Final = {
    "{%": regex(r"\{%(?:[^\"'%]|\"[^\"]*+\"|'[^']*+'|%(?!\}))*+%\}"),
    "{{": regex(r"\{\{(?:[^\"'}]|\"[^\"]*+\"|'[^']*+')*+\}\}"),
}
_ENDS: Final = {"{%": "%}", "{{": "}}", "{#": "#}"}
_ATTEMPTS: Final = 200
_LONGEST: Final = 4_000
_FILLER: Final = "\ue001"


class Handed(NamedTuple):
    """What Nunjucks sees: nothing begins in *spared*; the page is *lost* from there on, if not -1.

    It *runs* or does not. *closing* is what a tag is lost for that is complete by itself: the name
    of the tag that would end it, if it were a block.
    """

    spared: ProtectedSpans
    lost: int = -1
    runs: bool = True
    closing: str = ""


def handed(text: str, *, before_8: bool, swallows: bool) -> Handed:
    """Return what Nunjucks sees of *text*.

    Fences are taken out first. Since Hexo 8 what begins a tag and does not end it is text, and
    where no tag is complete Nunjucks does not run. In Hexo 6 and 7 it *swallows* the rest of the
    page, in inline code too, if any other tag is complete.
    """
    blocks = fences(text, wants_lines=True)
    pieces: list[str] = []
    at = 0
    for start, end in blocks:
        pieces += (text[at:start], _FILLER * (end - start))
        at = end
    blanked = "".join([*pieces, text[at:]])
    complete = _has_complete(blanked)
    if not complete and not before_8:
        return Handed(ProtectedSpans([]), runs=False)
    scan = _Scan(blanked, before_8=before_8, swallows=complete and swallows)
    lost = scan.run()
    spared = ProtectedSpans(_joined(sorted([*blocks, *scan.spared])))
    return Handed(spared, lost, closing=scan.missed)


def _joined(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return *spans*, in order, those that lie in another as a part of that: a fence in a list."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _has_complete(text: str) -> bool:
    """Tell whether any tag, expression or comment has its end and something in it."""
    for opening, closer in _ENDS.items():
        start = text.find(opening)
        if start >= 0 and text.rfind(closer) >= start + 3:
            return True
    return False


def _indented(text: str) -> list[tuple[int, int]]:
    """Return the indented code of *text*: lines behind a blank one, or behind such lines."""
    found: list[tuple[int, int]] = []
    for match in _CODE_LINE.finditer(text):
        start, end = match.span()
        before = text[found[-1][1] if found else 0 : start]
        if found and not before.strip():
            found[-1] = (found[-1][0], end)
        elif not start or _BLANK_BEFORE.search(before[-_LONGEST:]):
            found.append((start, end))
    return found


def _tags(text: str) -> Iterator[Span]:
    """Yield what stands from ``{%`` to ``%}``."""
    at = 0
    while (start := text.find("{%", at)) >= 0 and (end := text.find("%}", start + 2)) >= 0:
        at = end + 2
        yield Span(start, at)


class _Scan:
    def __init__(self, text: str, *, before_8: bool, swallows: bool) -> None:
        self._text = text
        self._before_8 = before_8
        self._swallows = swallows
        self._unclosed: set[str] = set()
        self._open_ticks: set[int] = set()  # runs of backticks that nothing in the paragraph closes
        self._paragraph = -1
        self._failed = 0
        self._html_end = -1
        self._ends: list[tuple[int, int]] | None = None  # the tags that may close a block
        self.missed = ""  # the name of such a tag, which would have to follow
        self.spared: list[tuple[int, int]] = []

    def run(self) -> int:
        """Gather what is spared; return from where on the page is lost."""
        text = self._text
        indented = ProtectedSpans(_indented(text))
        at = 0
        seen = 0
        while seen < 2 * MOST and (match := _START.search(text, at)) is not None:
            seen += 1
            start, opening = match.start(), match[0]
            if beyond := indented.beyond(start):
                lost = self._lost_in(start, beyond) if self._swallows else -1
                if lost >= 0:
                    return lost
                self.spared.append((start, beyond))
                at = beyond
            elif opening[0] == "`":
                at = self._code(start, match.end())
            elif opening == "<!--":
                at = self._comment(start, match.end())
            elif opening[0] == "<":
                at = self._element(match.end())
            else:
                end = self._tag(start, opening)
                if end < 0 and self._swallows:
                    return start
                at = end if end >= 0 else match.end()
                if opening != "{#":  # comments leave nothing
                    self._note_html(start, end)
        return -1

    def _note_html(self, start: int, end: int) -> None:
        """Note up to where Markdown reads HTML: a line that begins with a tag is none of its own.

        What stands for the tag is a comment, and begins a block of HTML.
        """
        line = self._text.rfind("\n", 0, start) + 1
        if end >= 0 and start - line < _CODE_INDENT and not self._text[line:start].strip():
            stop = self._text.find("\n", end)
            self._html_end = stop if stop >= 0 else len(self._text)

    def _code(self, start: int, at: int) -> int:
        """Go over inline code; what it holds is spared, unless a raw block is there."""
        text = self._text
        if start < self._html_end or (start and text[start - 1] == "\\"):
            return start + 1
        if at > self._paragraph:
            end = _PARAGRAPH_END.search(text, at)
            self._paragraph = end.start() if end else len(text)
            self._open_ticks.clear()
        width = at - start
        if width in self._open_ticks:
            return at
        for ticks in _TICKS.finditer(text, at, self._paragraph):
            if len(ticks[0]) == width:
                if not _RAW.search(text, at, ticks.start()):
                    self.spared.append((start, ticks.end()))
                    if self._swallows and (lost := self._lost_in(at, ticks.start())) >= 0:
                        self.spared.pop()
                        return lost
                return ticks.end()
        self._open_ticks.add(width)
        return at

    def _lost_in(self, start: int, end: int) -> int:
        """Return where, in inline code, something begins that takes the rest with it."""
        at = start
        while (match := _START.search(self._text, at, end)) is not None:
            at = match.end()
            if match[0] in _ENDS:
                at = self._tag(match.start(), match[0])
                if at < 0:
                    return match.start()
        return -1

    def _comment(self, start: int, at: int) -> int:
        if self._before_8:
            return at
        end = self._text.find("-->", at)
        self.spared.append((start, end + 3 if end >= 0 else len(self._text)))
        return self.spared[-1][1]

    def _element(self, at: int) -> int:
        """Go over ``<code>``, whose braces become character references."""
        end = self._text.find("</code>", at) if "</code>" not in self._unclosed else -1
        if end < 0:
            self._unclosed.add("</code>")
        if end < 0 or _RAW.search(self._text, at, end):
            return at
        self.spared.append((at, end))
        return end

    def _spare_elements(self, at: int, end: int) -> None:
        """Go over what a block holds, where ``<code>`` is spared and Markdown's code is not."""
        while (match := _CODE_TAG.search(self._text, at, end)) is not None:
            at = self._element(match.end())

    def _tag(self, start: int, opening: str) -> int:
        """Return where a tag ends, with all that it holds; -1 where it does not."""
        text = self._text
        closer = _ENDS[opening]
        if closer in self._unclosed:
            return -1
        end = text.find(closer, start + 2)
        if end < 0:
            self._unclosed.add(closer)
            return -1
        end += 2
        pattern = _TO_END.get(opening)
        if pattern is not None and not self._before_8 and self._failed < _ATTEMPTS:
            match = pattern.match(text, start, start + _LONGEST)
            if match is None:
                self._failed += 1
                return -1
            end = match.end()
        return self._block(start, end) if opening == "{%" else end

    def _block(self, start: int, end: int) -> int:
        """Return where the block ends that a tag may open: its content is no Markdown."""
        text = self._text
        match = _NAME.match(text, start + 2)
        closing = f"end{match[1]}" if match and match[1] else ""
        if not closing or closing in self._unclosed or len(self._unclosed) > _ATTEMPTS:
            return end
        if closing not in text:
            self._unclosed.add(closing)
            return end
        if self._ends is None:
            self._ends = [(tag.start, tag.end) for tag in _tags(text) if "end" in tag.of(text)]
        for tag in self._ends[bisect_left(self._ends, (end,)) :]:
            if closing in text[slice(*tag)]:
                self._spare_elements(end, tag[0])
                return tag[1]
        self._unclosed.add(closing)
        if not self._swallows:
            return end
        self.missed = closing
        return -1
