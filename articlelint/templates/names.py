"""The names that a site adds to those its template language has by itself."""

from __future__ import annotations

from dataclasses import dataclass


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


ANY: Names = Names()
"""Nothing is known, so that nothing is unknown."""
