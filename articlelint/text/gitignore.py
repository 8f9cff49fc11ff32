"""What git ignores, of a file that anybody may have written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pathspec import GitIgnoreSpec


def ignoring(lines: Sequence[str]) -> GitIgnoreSpec:
    """Return what tells whether the *lines* of a .gitignore ignore a path.

    A line that is no pattern (``!`` alone, a backslash at its end) ignores nothing, as in git.
    """
    from pathspec import GitIgnoreSpec  # 15 ms, where anything is ignored

    try:
        return GitIgnoreSpec.from_lines(lines)
    except (ValueError, re.error):
        return GitIgnoreSpec.from_lines([line for line in lines if _is_pattern(line)])


def _is_pattern(line: str) -> bool:
    from pathspec import GitIgnoreSpec

    try:
        GitIgnoreSpec.from_lines([line])
    except (ValueError, re.error):
        return False
    return True
