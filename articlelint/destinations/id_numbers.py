"""The numbers that generators put to ids of headings, so that each is there once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.generators.id_style import IdStyle, OwnIds
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterable

    from articlelint.generators.id_style import AnyIds

KRAMDOWNS: Final = frozenset({IdStyle.KRAMDOWN, IdStyle.KRAMDOWN_GFM})
"""The two ways of one library."""
_COUNTERS: Final = KRAMDOWNS | {IdStyle.HEXO_MARKED, IdStyle.HEXO_MARKED_5}
_SLUGGERS: Final = frozenset(
    {IdStyle.GITHUB, IdStyle.ASTRO, IdStyle.DOCUSAURUS, IdStyle.HEXO_MARKED, IdStyle.HEXO_MARKED_5,
     IdStyle.NEXTRA,
     IdStyle.RSPRESS, IdStyle.FUMADOCS, IdStyle.MDC}
)  # fmt: skip
"""They do not look whether an author's own id is taken."""


_FROM_TWO: Final = frozenset({IdStyle.MDN, IdStyle.VUEPRESS_1, IdStyle.ELEVENTY_PLUGIN})


class Numbering:
    """Makes ids unique, as each library counts; *unique* puts a number to one made before."""

    def __init__(self, style: AnyIds, explicit: Iterable[str]) -> None:
        self._seen: dict[str, int] = {}
        self._in_order = style is IdStyle.PANDOC
        if style not in {*KRAMDOWNS, *_SLUGGERS, IdStyle.PANDOC}:
            self._seen = dict.fromkeys(explicit, 0)
        self._mark = "_" if style in {IdStyle.PYTHON_MARKDOWN, IdStyle.MDN} else "-"
        self._first = 2 if style in _FROM_TWO else 1
        self.unique = self._numbered
        if isinstance(style, OwnIds):
            self._mark, self._first = style.mark, style.second
        if style in _COUNTERS:
            self.unique = self._counted
        elif style is IdStyle.PYTHON_MARKDOWN:
            self.unique = self._numbered_on

    def take(self, own: str) -> None:
        """Note an author's id where it stands, if those below alone give way to it."""
        if self._in_order:
            self._seen.setdefault(own, 0)

    def _counted(self, made: str) -> str:
        """Count without a look at whether the numbered one is taken."""
        seen = self._seen
        count = seen[made] = seen.get(made, -1) + 1
        return f"{made}-{count}" if count else made

    def _numbered(self, made: str) -> str:
        seen = self._seen
        if made not in seen:
            seen[made] = 0
            return made
        return self._next(made, made, max(seen[made], self._first - 1))

    def _numbered_on(self, made: str) -> str:
        """Go on from the number that the text has at its end; nothing at all has one, too."""
        seen = self._seen
        if made and made not in seen:
            seen[made] = 0
            return made
        counted = _COUNTED.fullmatch(made)
        if counted is None:
            return self._next(made, made, seen.get(made, 0))
        base = counted[1]
        return self._next(made, base, max(int(counted[2][:9]), seen.get(base, 0)))

    def _next(self, made: str, base: str, number: int) -> str:
        seen, result = self._seen, made
        while result == made or result in seen:
            number += 1
            result = f"{base}{self._mark}{number}"
        seen[base] = number
        seen.setdefault(result, 0)
        return result


_COUNTED = regex(r"(.*)_([0-9]+)")
