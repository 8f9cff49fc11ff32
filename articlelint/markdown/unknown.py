"""Parsers of which only the name is known: redcarpet, rdiscount, a plugin's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.markdown.common_mark import CommonMark

if TYPE_CHECKING:
    from collections.abc import Iterable


class Unknown(CommonMark):
    """A parser that is no CommonMark, read as such for want of its grammar."""

    name = "unknown"
    is_known = False

    @classmethod
    def named(cls, parsers: Iterable[str], options: int = 0, *, breaks: bool = False) -> Unknown:
        """Return what stands for *parsers*; more than one where it is not known which it is."""
        made = cls(options, breaks=breaks)
        made.unknown_constructs = tuple(sorted(parsers))
        return made
