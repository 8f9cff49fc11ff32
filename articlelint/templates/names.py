"""The names that a site adds to those its template language has by itself."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True)
class Names:
    """What articles of a site can call; None where that cannot be read, so that any name may be.

    *tags* stand alone, *blocks* have an end; *files* can be included.
    """

    tags: frozenset[str] | None = None
    blocks: frozenset[str] = frozenset()
    filters: frozenset[str] | None = None
    variables: frozenset[str] | None = None
    files: frozenset[str] | None = None
    front_matter: bool = False
    """Whether the keys of an article's front matter are variables in it."""

    def within(self, keys: Iterable[str]) -> Names:
        """Return the names in an article whose front matter has *keys*."""
        if self.variables is None or not self.front_matter:
            return self
        return replace(self, variables=self.variables | frozenset(keys))


ANY: Names = Names()
"""Nothing is known, so that nothing is unknown."""
