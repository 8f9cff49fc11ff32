"""The grammar of a tag: micromark-extension-mdx-jsx, ``lib/factory-tag.js``."""

from __future__ import annotations

from typing import Final

from articlelint.templates.fault import SyntaxFault
from articlelint.templates.jsx.javascript import end_of
from articlelint.templates.jsx.piece import Attribute, Piece, PieceKind
from articlelint.text.regex import regex

_NAME: Final = regex(r"(?:[^\W\d]|\$)[\w$-]*+")
_ATTRIBUTE: Final = regex(r"(?:[^\W\d]|\$)[\w$-]*+(?:\s*:\s*(?:[^\W\d]|\$)[\w$-]*+)?+")
_SPACE: Final = regex(r"\s*+")
_PLAIN_END: Final = regex(r"[^<>\r\n]*+>")


def read_tag(text: str, start: int, end: int) -> Piece:
    """Return the tag that begins at *start*, and is to end before *end*."""
    return _Tag(text, start, end).read()


class _Tag:
    def __init__(self, text: str, start: int, end: int) -> None:
        self._text = text
        self._start = start
        self._end = end
        self._at = start + 1
        self._name = ""
        self._attributes: list[Attribute] = []

    def read(self) -> Piece:
        start = self._start
        closing = self._text.startswith("/", self._at)
        self._at += closing
        if closing:
            self._skip()
        try:
            self._read_name()
            alone = self._read_attributes()
        except SyntaxFault as fault:
            stop = _PLAIN_END.match(self._text, self._at, self._end)
            at = self._at
            end = stop.end() if stop else at
            closed, why = at < self._end, str(fault)
            return Piece(
                PieceKind.TAG, start, end, self._name, closing, fault=why, at=at, closed=closed
            )
        attributes = tuple(self._attributes)
        return Piece(PieceKind.TAG, start, self._at, self._name, closing, alone, attributes)

    def _skip(self) -> None:
        match = _SPACE.match(self._text, self._at, self._end)
        self._at = match.end() if match else self._at

    def _next(self) -> str:
        return self._text[self._at] if self._at < self._end else ""

    def _fail(self, where: str) -> SyntaxFault:
        letter = self._next()
        if not letter:
            return SyntaxFault("`>` is missing")
        shown = "a blank" if letter.isspace() else f"`{letter}`"
        return SyntaxFault(f"{shown} is not allowed {where}")

    def _word(self, where: str) -> str:
        match = _NAME.match(self._text, self._at, self._end)
        if match is None:
            raise self._fail(where)
        self._at = match.end()
        return match[0]

    def _read_name(self) -> None:
        if self._next() == ">":
            return
        self._name = self._word("at the beginning of its name")
        if self._next() == ":":
            self._at += 1
            self._name += f":{self._word('after the colon of its name')}"
        while self._next() == ".":
            self._at += 1
            self._name += f".{self._word('after the dot of its name')}"
        letter = self._next()
        if letter not in {"", "/", ">", "{"} and not letter.isspace():
            raise self._fail("in its name")

    def _read_attributes(self) -> bool:
        """Read up to the end of the tag; tell whether a slash stands there."""
        while True:
            self._skip()
            letter = self._next()
            if letter == ">":
                self._at += 1
                return False
            if letter == "/":
                self._at += 1
                self._skip()
                if self._next() != ">":
                    raise self._fail("after its slash")
                self._at += 1
                return True
            if letter == "{":
                self._braces("")
                continue
            self._attribute()

    def _attribute(self) -> None:
        start = self._at
        match = _ATTRIBUTE.match(self._text, start, self._end)
        if match is None:
            raise self._fail("where an attribute begins")
        name, self._at = match[0], match.end()
        after = self._at
        if self._next() not in {"", "=", "/", ">", "{"} and not self._next().isspace():
            raise self._fail("in the name of an attribute")
        self._skip()
        if self._next() != "=":
            self._at = after
            self._attributes.append(Attribute(name, "", start, after))
            return
        self._at += 1
        self._skip()
        value, letter = self._at, self._next()
        if letter == "{":
            self._braces(name)
            return
        if letter not in {'"', "'"} or not letter:
            raise self._fail("at the beginning of a value, which needs quotes")
        end = self._text.find(letter, value + 1, self._end)
        if end < 0:
            self._at = self._end
            raise SyntaxFault(f"the value of `{name}` is never closed: `{letter}` is missing")
        self._at = end + 1
        self._attributes.append(Attribute(name, self._text[value : end + 1], start, end + 1))

    def _braces(self, name: str) -> None:
        start = self._at
        end = end_of(self._text, start, self._end)
        if end < 0:
            self._at = self._end
            raise SyntaxFault("`}` is missing")
        self._at = end
        self._attributes.append(Attribute(name, self._text[start:end], start, end))
