"""What git ignores, of a file that anybody may have written."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pathspec import GitIgnoreSpec

_BETWEEN_WORDS = regex(r"[*?/]+")


class Ignored:
    """What the *lines* of a .gitignore ignore.

    A line that is no pattern (``!`` alone, a backslash at its end) ignores nothing, as in git.
    pathspec, which is imported in 15 ms and tries each pattern, is only asked about paths in which
    the longest word of one of the patterns stands.
    """

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = tuple(lines)
        self._words = frozenset(_words(self._lines))

    def verdict(self, path: str) -> bool | None:
        """Tell whether the last line that says anything of *path* ignores it; None: none does."""
        if not any(map(path.__contains__, self._words)):
            return None
        return self._spec.check_file(path).include

    def __contains__(self, path: str) -> bool:
        return bool(self.verdict(path))

    @cached_property
    def _spec(self) -> GitIgnoreSpec:
        from pathspec import GitIgnoreSpec

        try:
            return GitIgnoreSpec.from_lines(self._lines)
        except (ValueError, re.error):
            return GitIgnoreSpec.from_lines([line for line in self._lines if _is_pattern(line)])


def _words(lines: Iterable[str]) -> Iterator[str]:
    """Yield the longest word of each pattern; an empty one where that cannot be told."""
    for line in lines:
        pattern = line.strip()
        if "\\" in pattern or "[" in pattern:
            yield ""
        elif pattern and not pattern.startswith("#"):
            yield max(_BETWEEN_WORDS.split(pattern.removeprefix("!")), key=len)


def _is_pattern(line: str) -> bool:
    from pathspec import GitIgnoreSpec

    try:
        GitIgnoreSpec.from_lines([line])
    except (ValueError, re.error):
        return False
    return True
