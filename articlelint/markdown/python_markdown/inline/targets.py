"""The address and title of an inline link: ``LinkInlineProcessor.getLink``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.named_tuple import NamedTuple
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from articlelint.markdown.python_markdown.inline.reader import Reader

_OPENING: Final = regex(r"""\(\s*(?:(<[^<>]*>)\s*(?:('[^']*'|"[^"]*")\s*)?\))?""")
_NOTABLE: Final = regex(r"""[()'"]""")


class Target(NamedTuple):
    """Where the address, the title and the whole are in the text."""

    start: int
    stop: int
    title: tuple[int, int] | None
    end: int


def target(reader: Reader, text: str, at: int) -> Target | None:
    """Return what stands in the parentheses at *at*; None where there are none that close."""
    if not text.startswith("(", at) or reader.effort < 0:
        return None
    opening = _OPENING.match(text, at)
    if opening is None:
        return None
    if opening[1]:
        title = (opening.start(2) + 1, opening.end(2) - 1) if opening[2] else None
        start, stop = _stripped(text, opening.start(1) + 1, opening.end(1) - 1)
        return Target(start, stop, _unquoted(text, *title) if title else None, opening.end())
    start = opening.end()
    found = _plain(text, start)
    if found is None:
        found = _Scan(text, start).run(reader)
    return found


def _plain(text: str, start: int) -> Target | None:
    """Return the target where neither quotes nor parentheses are in it, as in most links."""
    notable = _NOTABLE.search(text, start)
    if notable is None or notable[0] != ")":
        return None
    end = notable.start()
    return Target(*_stripped(text, start, end), None, end + 1)


def _stripped(text: str, start: int, stop: int) -> tuple[int, int]:
    inner = text[start:stop]
    left = len(inner) - len(inner.lstrip())
    if left == len(inner):
        return start, start
    return start + left, start + len(inner.rstrip())


def _unquoted(text: str, start: int, stop: int) -> tuple[int, int]:
    """Return a title without white space and quotes around it."""
    start, stop = _stripped(text, start, stop)
    if stop - start > 1 and text[start] == text[stop - 1] and text[start] in "'\"":
        return start + 1, stop - 1
    return start, stop


class _Scan:
    """Looks for the parenthesis that closes, and for quotes right before it.

    A title may hold parentheses. Where the quote that seemed to begin one has no end, they
    counted after all: the place where they would have been even is remembered.
    """

    def __init__(self, text: str, start: int) -> None:
        self.text = text
        self.start = start
        self.depth = 1
        self.fallback_depth = 1
        self.fallback = -1
        self.in_title = False
        # The first kind of quote, and the second: where it begins, and where it ends last.
        self.quotes: dict[str, list[int]] = {}

    def run(self, reader: Reader) -> Target | None:
        """Return the target."""
        text = self.text
        for match in _NOTABLE.finditer(text, self.start):
            at = match.start()
            character = match[0]
            if character == ")" and self._ends_title(at):
                reader.effort -= at - self.start
                return self._with_title(at)
            self._count(character, at)
            if self.depth == 0:
                reader.effort -= at - self.start
                return Target(*_stripped(text, self.start, at), None, at + 1)
        reader.effort -= len(text) - self.start
        if self.in_title and self.fallback_depth == 0 and self.fallback >= 0:
            return Target(*_stripped(text, self.start, self.fallback), None, self.fallback + 1)
        return None

    def _ends_title(self, at: int) -> bool:
        """Tell whether the end of a quoted text is right before *at*, blanks left out."""
        last = at - 1
        while last >= self.start and self.text[last] == " ":
            last -= 1
        places = self.quotes.get(self.text[last]) if last >= self.start else None
        return places is not None and places[1] >= 0

    def _count(self, character: str, at: int) -> None:
        if character == "(":
            if not self.in_title:
                self.depth += 1
            elif self.fallback_depth > 0:
                self.fallback_depth -= 1
        elif character == ")":
            if not self.in_title:
                self.depth -= 1
            elif self.fallback_depth > 0:
                self.fallback_depth -= 1
                if self.fallback_depth == 0:
                    self.fallback = at
        elif not self.quotes:
            self.in_title = True
            self.fallback_depth = self.depth
            self.depth = 1
            self.quotes[character] = [at, -1]
        elif character in self.quotes:
            self.quotes[character][1] = at
        else:
            self.quotes[character] = [at, -1]

    def _with_title(self, at: int) -> Target:
        """Return the target with the quoted text right before *at* as its title."""
        text = self.text
        last = at - 1
        while text[last] == " ":
            last -= 1
        first, end = self.quotes[text[last]]
        title = _unquoted(text, first + 1, end)
        return Target(*_stripped(text, self.start, first), title, at + 1)
