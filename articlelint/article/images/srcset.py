"""The URLs in a ``srcset``, as HTML 4.8.4.3.10 "Parsing a srcset attribute" finds them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

_URL: Final = regex(r"[ \t\n\f\r,]*+([^ \t\n\f\r]++)")
_DESCRIPTORS: Final = regex(r"(?:[^,()]++|\([^)]*+\)?|\))*+,?")


def srcset_urls(value: str) -> Iterator[tuple[str, int]]:
    """Yield each URL of a ``srcset`` with its offset in *value*."""
    at = 0
    while (found := _URL.match(value, at)) is not None:
        url = found[1].rstrip(",")
        if url:
            yield url, found.start(1)
        at = found.end()
        if not found[1].endswith(","):
            descriptors = _DESCRIPTORS.match(value, at)
            at = descriptors.end() if descriptors else at
