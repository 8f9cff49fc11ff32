"""The names that a fragment can have on a page, and which of them was meant by another."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Final
from urllib.parse import unquote

from articlelint.text.regex import regex

_MOST_COMPARED: Final = 500
_ALIKE: Final = 0.6
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
        if any(_is_alike(word, each) for each in self.alike):
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

    @cached_property
    def _by_words(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for name in self.names:
            if words := bare(name):
                found.setdefault(words, []).append(name)
        return found


def _is_alike(word: str, heading: str) -> bool:
    if word in heading or heading in word:
        return True
    from difflib import SequenceMatcher

    return SequenceMatcher(None, word, heading).ratio() >= _ALIKE


def bare(name: str) -> str:
    """Return the letters and digits of a name, in lower case: what every way to make ids keeps."""
    return re.sub(r"[\W_]", "", unquote(name)).casefold()
