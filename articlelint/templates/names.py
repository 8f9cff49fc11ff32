"""The names that a site adds to those its template language has by itself."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from articlelint.dataclass import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


@dataclass(frozen=True)
class Names:
    """What articles of a site can call; None where that cannot be read, so that any name may be.

    *tags* stand alone, *blocks* have an end; *files* can be included, *layouts* can be named by
    front matter. In *folder* the article lies, where it is on disk.
    """

    tags: frozenset[str] | None = None
    blocks: frozenset[str] = frozenset()
    filters: frozenset[str] | None = None
    variables: frozenset[str] | None = None
    files: frozenset[str] | None = None
    layouts: frozenset[str] | None = None
    folder: Path | None = None
    front_matter: bool = False
    """Whether the keys of an article's front matter are variables in it."""

    def within(self, keys: Iterable[str], folder: Path | None) -> Names:
        """Return the names in an article in *folder* whose front matter has *keys*."""
        variables = self.variables
        if variables is not None and self.front_matter:
            variables |= frozenset(keys)
        return replace(self, variables=variables, folder=folder)


ANY: Names = Names()
"""Nothing is known, so that nothing is unknown."""
