"""Reads JSON with the place of every part; tells what is wrong, and reads on where it can."""

from __future__ import annotations

from json.decoder import JSONDecodeError, scanstring  # type: ignore[attr-defined]
from typing import TYPE_CHECKING, NoReturn

from articlelint.front_matter.fences import looks as lines
from articlelint.front_matter.model import (
    Field,
    Mapping,
    Scalar,
    Sequence,
    Style,
    SyntaxProblem,
    Value,
)
from articlelint.text.regex import regex
from articlelint.text.span import Span

if TYPE_CHECKING:
    import re

MAX_DEPTH = 100
"""Lists and objects within one another."""

_SPACE = regex(r"[ \t\r\n]*+")
_COMMENT = regex(r"//[^\r\n]*+|/\*(?:[^*]|\*(?!/))*+\*/|#[^\r\n]*+")
_NUMBER = regex(r"-?(?:0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?(?![\w.])")
_WORD = regex(r"[^\s,:\[\]{}\"]+")
_NAMES = {"true": True, "false": False, "null": None}
_QUOTES = {"'": "'", "“": "”", "”": "”", "‘": "’", "„": "“", "«": "»"}
_INNER_QUOTES = regex(r"\"[^\s:,\]}\"][^\"\r\n]*\"")
_LINE_END = regex(r"[\r\n]|\Z")


MAX_PROBLEMS = 50
"""After as many problems the reader gives up."""


class Stop(Exception):  # noqa: N818 - it ends the reading, and is caught in this module
    """The reader cannot go on; why is among its problems."""


class Reader:
    """Reads ``text[:stop]``; after each value, ``end`` is where it ends."""

    def __init__(self, text: str, stop: int) -> None:
        self.problems: list[SyntaxProblem] = []
        self.end = 0
        self._doubtful = False  # after an open quote nothing is certain
        self._text = text
        self._stop = stop

    def problem(self, span: Span, message: str, code: str = "", hint: str | None = None) -> None:
        """Note what is wrong at *span* and read on."""
        self.problems.append(SyntaxProblem(span, message, code, hint))
        if len(self.problems) >= MAX_PROBLEMS:
            raise Stop

    def space(self, offset: int) -> int:
        """Return the offset of what comes next; comments are noted and passed over."""
        while True:
            match = _SPACE.match(self._text, offset, self._stop)
            offset = match.end() if match else offset
            conflict = lines.CONFLICT_MARKER.match(self._text, offset, self._stop)
            if conflict:
                self.problem(Span(*conflict.span()), lines.CONFLICT, "conflict-marker")
                offset = conflict.end()
                continue
            comment = _COMMENT.match(self._text, offset, self._stop)
            if comment is None:
                return offset
            self.problem(Span(*comment.span()), "JSON has no comments", "comment")
            offset = comment.end()

    def value(self, offset: int, depth: int, *, item: bool = False) -> Value:
        """Return the value that begins at *offset*; *item* tells that it stands in a list."""
        character = self._text[offset : offset + 1] if offset < self._stop else ""
        if depth > MAX_DEPTH:
            message = f"Lists and objects are nested more than {MAX_DEPTH} deep here"
            self._fail(offset, message, "too-deep")
        if character == "{":
            return self.members(offset + 1, None, depth)
        if character == "[":
            return self._list(offset, depth)
        if character == '"' or character in _QUOTES:
            span, words = self._string(offset)
            return Scalar(span, words, span.of(self._text), Style.DOUBLE_QUOTED)
        return self._bare_value(offset, item=item)

    def _bare_value(self, offset: int, *, item: bool) -> Scalar:
        number = _NUMBER.match(self._text, offset, self._stop)
        if number:
            self.end = number.end()
            span = Span(offset, self.end)
            return Scalar(span, _number(number), number[0])
        word = _WORD.match(self._text, offset, self._stop)
        if word is None:
            self._fail(offset, "A value was expected here")
        self.end = word.end()
        span = Span(offset, self.end)
        if word[0] in _NAMES:
            return Scalar(span, _NAMES[word[0]], word[0])
        if word[0].lower() in _NAMES:
            message = f"JSON writes `{word[0].lower()}`, in lowercase"
            self.problem(span, message, "word")
        elif word[0][0].isdigit() or word[0][0] in "+-.":
            self.problem(span, f"`{_short(word[0])}` is not a JSON number", "number")
        else:
            end = word.end() if item else self._unquoted_end(offset)
            self.end = end
            span = Span(offset, end)
            message = f"The text `{_short(span.of(self._text))}` needs double quotes"
            self.problem(span, message, "unquoted", "Put double quotes around it")
        return Scalar(span, span.of(self._text), span.of(self._text))

    def _unquoted_end(self, offset: int) -> int:
        match = _LINE_END.search(self._text, offset, self._stop)
        end = match.start() if match else self._stop
        return offset + len(self._text[offset:end].rstrip(" \t,]}"))

    def _list(self, start: int, depth: int) -> Sequence:
        items: list[Value] = []
        offset = self.space(start + 1)
        while self._text[offset : offset + 1] != "]" or offset >= self._stop:
            self._check_open(offset, start, "[", "]")
            items.append(self.value(offset, depth + 1, item=True))
            following = self.space(self.end)
            if self._text[following : following + 1] == ":" and following < self._stop:
                self._fail(start, "`[` is never closed with `]`", "flow")
            offset = self._past_comma(self.end, "]")
        self.end = offset + 1
        return Sequence(Span(start, self.end), tuple(items), flow=True)

    def members(self, offset: int, stop: int | None, depth: int) -> Mapping:
        """Return the members from *offset*, up to a brace, or without one up to *stop*."""
        start = offset - 1 if stop is None else offset
        fields: list[Field] = []
        offset = self.space(offset)
        while True:
            if stop is None:
                if self._text[offset : offset + 1] == "}" and offset < self._stop:
                    self.end = offset + 1
                    break
                self._check_open(offset, start, "{", "}")
            elif offset >= stop:
                self.end = stop
                break
            fields.append(self._member(offset, depth))
            offset = self._past_comma(self.end, "}" if stop is None else "")
        return Mapping(Span(start, self.end), tuple(fields), flow=True)

    def _member(self, offset: int, depth: int) -> Field:
        character = self._text[offset]
        if character == '"' or character in _QUOTES:
            span, key = self._string(offset)
        else:
            word = _WORD.match(self._text, offset, self._stop)
            if word is None:
                self._fail(offset, "A key in double quotes was expected here")
            span, key = Span(*word.span()), word[0]
            self.problem(span, f"The key `{_short(key)}` needs double quotes", "unquoted")
            self.end = word.end()
        colon = self.space(self.end)
        if self._text[colon : colon + 1] == ":" and colon < self._stop:
            content = self.space(colon + 1)
        elif self._text[colon : colon + 1] in {"=", "："}:
            mark = self._text[colon]
            self.problem(Span(colon, colon + 1), f"JSON needs a colon here, not `{mark}`", "colon")
            content = self.space(colon + 1)
        else:
            self._fail(self.end, f"A colon is missing after `{_short(key)}`", "colon")
        return Field(key, span, self.value(content, depth + 1))

    def _past_comma(self, end: int, closing: str) -> int:
        offset = self.space(end)
        character = self._text[offset : offset + 1] if offset < self._stop else ""
        if character in {",", "，", ";"}:
            if character != ",":
                message = f"JSON needs a comma here, not `{character}`"
                self.problem(Span(offset, offset + 1), message, "comma")
            following = self.space(offset + 1)
            after = self._text[following : following + 1] if following < self._stop else ""
            if after == closing and (closing or following >= self._stop):
                message = "JSON allows no comma after the last entry"
                self.problem(Span(offset, offset + 1), message, "trailing-comma", "Delete it")
            while after == ",":
                span = Span(following, following + 1)
                self.problem(span, "There is a comma too many", "trailing-comma", "Delete it")
                following = self.space(following + 1)
                after = self._text[following : following + 1] if following < self._stop else ""
            return following
        if character and character != closing:
            if character in "\"'{[" or lines.NEWLINE.search(self._text, end, offset):
                self.problem(Span(end - 1, end), "A comma is missing after this", "missing-comma")
            elif _INNER_QUOTES.match(self._text, end - 1, self._stop):
                message = 'This quote ends the text; a quote inside it is written `\\"`'
                self._fail(end - 1, message, "inner-quotes")
            else:
                self._fail(offset, f"`{character}` follows a value; a comma was expected")
        return offset

    def _string(self, offset: int) -> tuple[Span, str]:
        text = self._text
        if text[offset] != '"':
            return self._wrongly_quoted(offset)
        try:
            words, end = scanstring(text, offset + 1, True)
        except JSONDecodeError as error:
            return self._broken_string(offset, error)
        if end > self._stop:
            return self._unterminated(offset)
        self.end = end
        return Span(offset, end), words

    def _wrongly_quoted(self, offset: int) -> tuple[Span, str]:
        quote = self._text[offset]
        line = _LINE_END.search(self._text, offset, self._stop)
        line_end = line.start() if line else self._stop
        close = self._text.find(_QUOTES[quote], offset + 1, line_end)
        if close < 0:
            close = self._text.find('"', offset + 1, line_end)
        if close < 0:
            self._fail(offset, f"JSON needs double quotes, not `{quote}`", "quotes")
        self.end = close + 1
        span = Span(offset, self.end)
        message = f"JSON puts text in double quotes, not between {quote} and {self._text[close]}"
        self.problem(span, message, "quotes")
        return span, self._text[offset + 1 : close]

    def _broken_string(self, offset: int, error: JSONDecodeError) -> tuple[Span, str]:
        place = error.pos
        character = self._text[place : place + 1]
        if "escape" in error.msg:
            start = place if character == "\\" else self._text.rfind("\\", offset, place)
            span = Span(start, min(start + 2, self._stop))
            message = f"`{span.of(self._text)}` is not an escape in JSON"
            self.problem(span, message, "bad-escape", "Write the backslash twice")
            return self._leniently(offset)
        if "control character" in error.msg and character not in "\r\n":
            name = "a tab" if character == "\t" else f"the control character U+{ord(character):04X}"
            message = f"JSON does not allow {name} in quotes"
            self.problem(Span(place, place + 1), message, "control-character")
            return self._leniently(offset)
        return self._unterminated(offset)

    def _leniently(self, offset: int) -> tuple[Span, str]:
        match = _STRING.match(self._text, offset, self._stop)
        if match is None:
            return self._unterminated(offset)
        self.end = match.end()
        return Span(*match.span()), match[0][1:-1]

    def _unterminated(self, offset: int) -> tuple[Span, str]:
        match = _LINE_END.search(self._text, offset, self._stop)
        end = match.start() if match else self._stop
        end = max(offset + 1, offset + len(self._text[offset:end].rstrip(" \t,")))
        message = "The quote is not closed on this line"
        self._doubtful = True
        self.problem(Span(offset, end), message, "unterminated-quote", 'Write `"` at the end')
        self.end = end
        return Span(offset, end), self._text[offset + 1 : end]

    def _check_open(self, offset: int, start: int, opening: str, closing: str) -> None:
        if offset >= self._stop:
            message = f"`{opening}` is never closed with `{closing}`"
            self._fail(start, message, "flow")

    def _fail(self, offset: int, message: str, code: str = "") -> NoReturn:
        end = min(offset + 1, self._stop)
        if not self._doubtful:
            self.problem(Span(min(offset, end), end), message, code)
        raise Stop


_STRING = regex(r'"(?:[^"\\\r\n]|\\[^\r\n])*+"')


def _number(match: re.Match[str]) -> int | float | str:
    try:
        return float(match[0]) if match[1] or match[2] else int(match[0])
    except ValueError:  # more digits than Python turns into a number
        return match[0]


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"
