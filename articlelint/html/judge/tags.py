"""Reads one tag with everything that can be wrong in it (HTML standard, 13.2.5.8 to 13.2.5.40)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from articlelint.html.judge.error import AttributePlace, MarkupError, Tag
from articlelint.html.standard.references import decode, newlines
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Callable

_SPACE: Final = regex(r"[\t\n\f\r ]*+")
_TAG_NAME: Final = regex(r"[^\t\n\f\r />]*+")
_ATTRIBUTE_NAME: Final = regex(r"=?[^\t\n\f\r />=]*+")
_UNQUOTED: Final = regex(r"[^\t\n\f\r >]*+")
_PLAIN_UNQUOTED: Final = (
    r"""[^\t\n\f\r >"'<=`&\0/\u2000-\u2fff\uff00-\uffff][^\t\n\f\r >"'<=`&\0]*+"""
)
_PLAIN_TAG: Final = regex(
    rf"""<(/?)([A-Za-z][^\t\n\f\r />\0]*+)
        ((?:[\t\n\f\r ]++[^\t\n\f\r />="'<\0]++
            (?:=(?:"[^"&\0\r]*+"|'[^'&\0\r]*+'|{_PLAIN_UNQUOTED}))?+)*+)
        [\t\n\f\r ]*+(/?)>""",
    re.VERBOSE,
)
_PLAIN_ATTRIBUTE: Final = regex(
    r"""([^\t\n\f\r />="'<]++)(?:=(?:"([^"]*+)"|'([^']*+)'|([^\t\n\f\r >]++)))?+""", re.VERBOSE
)
_TYPOGRAPHIC: Final = regex(
    "[\u201c\u201d\u201e\u201f\u2018\u2019\u201a\u201b\u2033\u2032\uff02\uff07]"
)

TYPOGRAPHIC_QUOTE: Final = "typographic-quote"
"""Not an error of the standard: an unquoted value that begins with a typographer's quote."""


class TagReader:
    """Reads the tag at *start*, which begins with ``<`` or ``</`` and a letter.

    Afterwards *tag* has its places, *values* the attributes by name, the first of a name
    wins; *finished* tells whether there was a ``>``.
    """

    def __init__(self, text: str, start: int, report: Callable[[MarkupError], None]) -> None:
        self._text = text
        self._report = report
        closing = text.startswith("/", start + 1)
        self._place = start + 1 + closing
        self.tag = Tag("", start, start, closing)
        self.values: dict[str, str] = {}
        self.self_closing = False
        self.finished = False
        self._errors: list[MarkupError] = []

    def read(self) -> int:
        """Read the tag and return where it ends; its errors are reported."""
        self.tag.name = lower(self._run(_TAG_NAME))
        self._attributes()
        self.tag.end = self._place
        if self.finished and self.tag.closing:
            if self.tag.attributes:
                self._error("end-tag-with-attributes", self._place - 1)
            if self.self_closing:
                self._error("end-tag-with-trailing-solidus", self._place - 1)
        for error in self._errors:
            if error.attribute is not None and error.start == error.end:
                error.start, error.end = error.attribute.start, error.attribute.end
            elif error.start == error.end:
                error.start, error.end = self.tag.start, self.tag.end
            self._report(error)
        return self._place

    def _error(
        self, name: str, at: int, attribute: AttributePlace | None = None, detail: str = ""
    ) -> None:
        error = MarkupError(name, name, at, 0, 0, detail, self.tag, attribute)
        self._errors.append(error)

    def _run(self, pattern: re.Pattern[str]) -> str:
        """Return what *pattern* matches here and go past it; NULs become U+FFFD."""
        found = pattern.match(self._text, self._place)
        start = self._place
        self._place = start if found is None else found.end()
        return self._clean(start, self._place)

    def _clean(self, start: int, end: int) -> str:
        value = self._text[start:end]
        if "\0" not in value:
            return value
        for offset, character in enumerate(value, start):
            if character == "\0":
                error = MarkupError("unexpected-null-character", "unexpected-null-character",
                                    offset, offset, offset + 1, character, self.tag)  # fmt: skip
                self._errors.append(error)
        return value.replace("\0", "\ufffd")

    def _peek(self) -> str:
        return self._text[self._place : self._place + 1]

    def _skip_space(self) -> None:
        found = _SPACE.match(self._text, self._place)
        if found is not None:
            self._place = found.end()

    def _attributes(self) -> None:
        while True:
            self._skip_space()
            following = self._peek()
            if not following:
                self._error("eof-in-tag", self._place)
                return
            if following == ">":
                self._place += 1
                self.finished = True
                return
            if following == "/":
                self._place += 1
                if self._peek() == ">":
                    self._place += 1
                    self.self_closing = self.finished = True
                    return
                if self._peek():
                    self._error("unexpected-solidus-in-tag", self._place)
                    self._errors[-1].start = self._place - 1
                    self._errors[-1].end = self._place
                continue
            if self._attribute():
                self.finished = True
                return

    def _attribute(self) -> bool:
        """Read one attribute; tell whether the tag ended with it (``<a b=>``)."""
        start = self._place
        place = AttributePlace("", start, start, start, start, None)
        if self._peek() == "=":
            self._error("unexpected-equals-sign-before-attribute-name", start, place, "=")
        name = lower(self._run(_ATTRIBUTE_NAME))
        place.name = name
        place.end = place.value_start = place.value_end = self._place
        for offset, character in enumerate(name, start):
            if character in "\"'<":
                self._error("unexpected-character-in-attribute-name", offset, place, character)
        if name in self.values and not self._at_end():
            self._error("duplicate-attribute", self._place, place, name)
        self._skip_space()
        if self._peek() != "=":
            self._add(place, "")
            return False
        self._place += 1
        self._skip_space()
        return self._value(place)

    def _at_end(self) -> bool:
        return self._place >= len(self._text)

    def _add(self, place: AttributePlace, value: str) -> None:
        self.tag.attributes.append(place)
        self.values.setdefault(place.name, value)

    def _value(self, place: AttributePlace) -> bool:
        quote = self._peek()
        if quote == ">":
            self._error("missing-attribute-value", self._place, place, place.name)
            place.end = place.value_start = place.value_end = self._place
            self._place += 1
            self._add(place, "")
            return True
        if quote in ('"', "'"):
            self._quoted(place, quote)
        else:
            self._unquoted(place)
        return False

    def _quoted(self, place: AttributePlace, quote: str) -> None:
        start = self._place + 1
        end = self._text.find(quote, start)
        stop = len(self._text) if end < 0 else end
        place.quote = quote
        place.value_start, place.value_end = start, stop
        place.end = self._place = stop + (end >= 0)
        self._add(place, self._decode(start, stop, place))
        if end >= 0 and not self._at_end() and self._peek() not in "\t\n\f\r />":
            self._error("missing-whitespace-between-attributes", self._place, place)

    def _unquoted(self, place: AttributePlace) -> None:
        start = self._place
        found = _UNQUOTED.match(self._text, start)
        stop = start if found is None else found.end()
        place.quote = ""
        place.value_start, place.value_end = start, stop
        place.end = self._place = stop
        value = self._text[start:stop]
        if _TYPOGRAPHIC.match(value):
            error = MarkupError("", "", start, 0, 0, TYPOGRAPHIC_QUOTE, self.tag, place)
            self._errors.append(error)
        for offset, character in enumerate(value, start):
            if character in "\"'<=`":
                self._error(
                    "unexpected-character-in-unquoted-attribute-value", offset, place, character
                )
        self._add(place, self._decode(start, stop, place))

    def _decode(self, start: int, end: int, place: AttributePlace) -> str:
        value = self._text[start:end]
        if "\0" in value:
            self._clean(start, end)
        if "&" in value:

            def report(name: str, at: int, first: int, last: int, detail: str) -> None:
                error = MarkupError(name, name, at, first, last, detail, self.tag, place)
                self._errors.append(error)

            value = decode(self._text, start, end, report, attribute=True)
        else:
            value = newlines(value)
        return value.replace("\0", "\ufffd")


def lower(name: str) -> str:
    """Return *name* with the letters A to Z in lower case, and no others."""
    if name.isascii():
        return name.lower()
    return "".join(each.lower() if each.isascii() else each for each in name)


def read_plain_tag(
    text: str, place: int
) -> tuple[bool, tuple[str, dict[str, str], bool], int] | None:
    """Read a tag in which nothing is wrong and nothing is to be decoded; None for any other.

    Returns whether it is an end tag, then its name, attributes and whether it closes itself,
    then where it ends.
    """
    found = _PLAIN_TAG.match(text, place)
    if found is None or (found[1] and (found[3] or found[4])):
        return None
    values = {}
    attributes = list(_PLAIN_ATTRIBUTE.finditer(found[3]))
    for attribute in attributes:
        index = attribute.lastindex
        value = attribute[index] if index is not None and index > 1 else ""
        values[lower(attribute[1])] = value
    if len(values) != len(attributes):
        return None
    return bool(found[1]), (lower(found[2]), values, bool(found[4])), found.end()
