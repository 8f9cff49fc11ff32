"""The names that a fragment can have on a page, and which of them was meant by another."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from articlelint.dataclass import dataclass
from articlelint.templates import FILLER
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from articlelint.article.headings import Heading

_MOST_COMPARED: Final = 500
_MOST_ALIKE: Final = 200
"""Headings whose ids are not known: where there are more, any word may be that of one."""
_ALIKE: Final = 0.4
"""So much of their pairs of letters two words share that one may be the other, changed."""
_NUMBER = regex(r"[-_][0-9]+\Z")


@dataclass(frozen=True)
class Names:
    """The names that a fragment can have on a page.

    *closed* tells that no template, script or component can add any, *exact* that it is known
    how the ids of headings are made. *marked* are words of which a hook or a tab may make a name,
    by their letters and digits; *beginnings* what names that templates make begin with, likewise;
    *alike* are headings whose ids are not known but by their words, likewise.
    """

    names: frozenset[str]
    closed: bool
    exact: bool
    marked: frozenset[str] = frozenset()
    beginnings: tuple[str, ...] = ()
    alike: tuple[str, ...] = ()

    def has(self, fragment: str) -> bool:
        """Tell whether *fragment*, percent-decoded or not, may name something on the page."""
        decoded = unquote(fragment)
        names = {fragment, decoded, _NUMBER.sub("", decoded)}
        if not self.names.isdisjoint(names):
            return True
        word = bare(decoded)
        if word.startswith(self.beginnings):
            return True
        if self._is_alike(word):
            return True
        if word in self.marked or (not self.exact and word in self._by_words):
            return True
        return bool(self.marked) and bare(_NUMBER.sub("", decoded)) in self.marked

    def nearest(self, fragment: str) -> str | None:
        """Return the name that was evidently meant: it has the same words, or differs by a typo."""
        decoded = unquote(fragment)
        same = self._by_words.get(bare(decoded))
        if same:
            return max(sorted(same), key=lambda name: ("%" not in name, name.isascii()))
        if len(self.names) > _MOST_COMPARED:
            return None
        from difflib import get_close_matches

        near = get_close_matches(decoded, sorted(self.names), 1, 0.9)
        return near[0] if near else None

    def _is_alike(self, word: str) -> bool:
        """Tell whether *word* may be the id of a heading whose words alone are known."""
        if not (word and self.alike):
            return False
        if len(self.alike) > _MOST_ALIKE:
            return True
        if any(word in each or each in word for each in self.alike):
            return True
        pairs = _pairs(word)
        return any(
            2 * len(pairs & others) >= _ALIKE * (len(pairs) + len(others))
            for others in self._pairs_alike
        )

    @cached_property
    def _pairs_alike(self) -> list[frozenset[str]]:
        return [_pairs(each) for each in self.alike]

    @cached_property
    def _by_words(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for name in self.names:
            if words := bare(name):
                found.setdefault(words, []).append(name)
        return found


def _pairs(word: str) -> frozenset[str]:
    """Return the pairs of letters in *word*: Dice's measure of likeness compares them."""
    return frozenset(map("".join, pairwise(word)))


def bare(name: str) -> str:
    """Return the letters and digits of a name, in lower case: what every way to make ids keeps."""
    return re.sub(r"[\W_]", "", unquote(name)).casefold()


def keeps_words(heading: Heading) -> bool:
    """Tell whether the id of a heading that is not known has the heading's words all the same.

    Not where they are filled in, or written in other letters.
    """
    if heading.html or FILLER in heading.source or FILLER in heading.text or not bare(heading.text):
        return False
    return all(each.isascii() or not each.isalpha() for each in heading.text)
