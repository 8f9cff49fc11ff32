"""The tokenizer's states for ``<!DOCTYPE ...>`` (HTML standard, 13.2.5.53 to 13.2.5.68)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from articlelint.html.standard.references import newlines
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Callable

_SPACE: Final = regex(r"[\t\n\f\r ]*+")
_NAME: Final = regex(r"[^\t\n\f\r >]*+")
_EOF: Final = "eof-in-doctype"


@dataclass(slots=True)
class Doctype:
    """What a doctype says, and where it ends."""

    name: str | None = None
    public_id: str | None = None
    system_id: str | None = None
    correct: bool = True
    end: int = 0


class _Bogus(Exception):  # noqa: N818 - leads to a state, nothing more
    """The rest up to ``>`` is skipped."""


class _Done(Exception):  # noqa: N818 - likewise
    """The doctype ends at the place reached."""


class DoctypeReader:
    """Reads the doctype whose keyword ends at *place*."""

    def __init__(self, text: str, place: int, report: Callable[[str, int], None]) -> None:
        self._text = text
        self._place = place
        self._report = report
        self._result = Doctype()

    def read(self) -> Doctype:
        """Return the doctype; its errors are reported on the way."""
        result = self._result
        try:
            self._name()
            self._identifiers()
        except _Bogus:
            end = self._text.find(">", self._place)
            stop = len(self._text) if end < 0 else end
            self._nulls(self._place, stop)
            self._place = stop + (end >= 0)
        except _Done:
            pass
        result.end = self._place
        return result

    def _peek(self) -> str:
        return self._text[self._place : self._place + 1]

    def _skip_space(self) -> bool:
        found = _SPACE.match(self._text, self._place)
        start = self._place
        self._place = start if found is None else found.end()
        return self._place > start

    def _error(self, name: str, *, correct: bool = False) -> None:
        self._report(name, self._place)
        self._result.correct = self._result.correct and correct

    def _nulls(self, start: int, end: int) -> None:
        at = self._text.find("\0", start, end)
        while at >= 0:
            self._report("unexpected-null-character", at)
            at = self._text.find("\0", at + 1, end)

    def _finish(self) -> None:
        """End the doctype at ``>`` or at the end of input, where one of them is next."""
        following = self._peek()
        if following == ">":
            self._place += 1
            raise _Done
        if not following:
            self._error(_EOF)
            raise _Done

    def _name(self) -> None:
        if not self._skip_space():
            if not self._peek():
                self._finish()
            if self._peek() != ">":
                self._error("missing-whitespace-before-doctype-name", correct=True)
        if self._peek() == ">":
            self._error("missing-doctype-name")
        self._finish()
        found = _NAME.match(self._text, self._place)
        end = self._place if found is None else found.end()
        self._nulls(self._place, end)
        name = self._text[self._place : end].replace("\0", "\ufffd")
        self._result.name = "".join(c.lower() if c.isascii() else c for c in name)
        self._place = end
        if not self._peek():
            self._finish()
        self._skip_space()
        self._finish()

    def _identifiers(self) -> None:
        keyword = self._text[self._place : self._place + 6].lower()
        if keyword not in ("public", "system"):
            self._error("invalid-character-sequence-after-doctype-name")
            raise _Bogus
        self._place += 6
        spaced = self._skip_space()
        self._result_of(keyword, spaced=spaced)
        if keyword == "public":
            spaced = self._skip_space()
            self._finish()
            if self._peek() not in ('"', "'"):
                self._error("missing-quote-before-doctype-system-identifier")
                raise _Bogus
            if not spaced:
                self._error(
                    "missing-whitespace-between-doctype-public-and-system-identifiers",
                    correct=True,
                )
            self._result.system_id = self._quoted("system")
        self._skip_space()
        self._finish()
        self._error("unexpected-character-after-doctype-system-identifier", correct=True)
        raise _Bogus

    def _result_of(self, keyword: str, *, spaced: bool) -> None:
        following = self._peek()
        if following == ">":
            self._error(f"missing-doctype-{keyword}-identifier")
        self._finish()
        if following not in ('"', "'"):
            self._error(f"missing-quote-before-doctype-{keyword}-identifier")
            raise _Bogus
        if not spaced:
            self._error(f"missing-whitespace-after-doctype-{keyword}-keyword", correct=True)
        value = self._quoted(keyword)
        if keyword == "public":
            self._result.public_id = value
        else:
            self._result.system_id = value

    def _quoted(self, keyword: str) -> str:
        """Return the identifier in quotes; ``>`` in it ends the doctype."""
        quote = self._peek()
        start = self._place + 1
        end = self._text.find(quote, start)
        cut = self._text.find(">", start, len(self._text) if end < 0 else end)
        stop = cut if cut >= 0 else end if end >= 0 else len(self._text)
        self._nulls(start, stop)
        value = newlines(self._text[start:stop]).replace("\0", "\ufffd")
        self._place = stop
        if cut < 0 <= end:
            self._place += 1
            return value
        if keyword == "public":
            self._result.public_id = value
        else:
            self._result.system_id = value
        self._error(f"abrupt-doctype-{keyword}-identifier" if cut >= 0 else _EOF)
        self._place += cut >= 0
        raise _Done
