"""Code between backticks, and what a backslash takes its meaning from."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from articlelint.markdown.python_markdown.inline.reader import Inline, Reader
from articlelint.text.regex import regex

_OPENING: Final = regex(r"(?<!\\)((?:\\{2})+)(?=`)|(?<!\\)`")
_TICKS: Final = regex(r"`+")
_LANGUAGE: Final = regex(r"(?::{3,}|#!)[\w#.+-]*\s+")
_ESCAPE: Final = regex(r"\\([^\x02\x03])")


def code(reader: Reader, text: str, offset: int, number: int) -> str:
    """Find code, and backslashes before it."""
    highlights = reader.context.features.inline_highlight
    if "``" not in text and "\\" not in text:
        return _single_code(reader, text, offset, highlights=highlights)
    ticks = _Ticks(text)
    nodes = []
    at = 0
    while (opening := _OPENING.search(text, at)) is not None:
        start, at = opening.span()
        if opening[1]:
            nodes.append(Inline("Text", "\\" * ((at - start) // 2), offset + start, offset + at))
            continue
        begin, end, finish = ticks.span(start)
        at = finish
        if end is None:
            continue
        content = _content(text[begin:end], highlights=highlights)
        nodes.append(Inline("Code", content, offset + start, offset + finish))
    return reader.hide(text, offset, nodes)


def _content(code: str, *, highlights: bool) -> str:
    """Return code without a language before it."""
    if highlights and (language := _LANGUAGE.match(code)) is not None:
        code = code[language.end() :]
    return code.strip()


def _single_code(reader: Reader, text: str, offset: int, *, highlights: bool) -> str:
    """Find code where every backtick is alone, and none escaped."""
    nodes = []
    start = text.find("`")
    while start >= 0:
        end = text.find("`", start + 1)
        if end < 0:
            break
        content = _content(text[start + 1 : end], highlights=highlights)
        nodes.append(Inline("Code", content, offset + start, offset + end + 1))
        start = text.find("`", end + 1)
    return reader.hide(text, offset, nodes)


class _Ticks:
    """The runs of backticks in a text."""

    def __init__(self, text: str) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._by_size: dict[int, list[int]] = {}
        for match in _TICKS.finditer(text):
            start, end = match.span()
            self._by_size.setdefault(end - start, []).append(start)
            self._starts.append(start)
            self._ends.append(end)
        self._longest: list[int] | None = None

    def span(self, start: int) -> tuple[int, int | None, int]:
        """Return where the code that begins at *start* is, and where its last delimiter ends.

        Where there is none, the last is where to go on.
        """
        number = bisect_left(self._ends, start + 1)
        end = self._ends[number]
        size = end - start
        same = self._by_size.get(size, ())
        index = bisect_left(same, end)
        if index < len(same):
            return end, same[index], same[index] + size
        # The longest of the shorter runs, where all that follow are shorter, ends the code too.
        longest = self._longest_from(number + 1)
        if longest is not None:
            length = self._ends[longest] - self._starts[longest]
            if length < size:
                return start + length, self._starts[longest], self._ends[longest]
        return end, None, end

    def _longest_from(self, number: int) -> int | None:
        """Return the number of the longest run from *number* on, the first of them."""
        if self._longest is None:
            found: list[int] = [0] * len(self._starts)
            best = len(self._starts) - 1
            for index in range(len(self._starts) - 1, -1, -1):
                length = self._ends[index] - self._starts[index]
                if length >= self._ends[best] - self._starts[best]:
                    best = index
                found[index] = best
            self._longest = found
        return self._longest[number] if number < len(self._longest) else None


def escapes(reader: Reader, text: str, offset: int, number: int) -> str:
    """Find backslashes before characters that lose their meaning by one."""
    escaped = reader.context.features.escaped
    nodes = [
        Inline("Text", match[1], offset + match.start(), offset + match.end())
        for match in _ESCAPE.finditer(text)
        if match[1] in escaped
    ]
    return reader.hide(text, offset, nodes)
