"""Addresses that stand for any other: ``/path/to/image.png``."""

from __future__ import annotations

from typing import Final

from articlelint.text.regex import regex

_SAMPLE: Final = regex(
    r"(?:\.{0,2}/|https?://[^/]+/)?(?:path|url|link)/to(?:/.*)?|(?:path|url|link)-to-[\w-]+|/?ur[il]"
    r"|\S{0,200}?yyyy-mm-dd\S{0,200}",
    2 | 16,
)  # i, s


_SIGNS: Final = ("/to", "-to-", "url", "uri", "yyyy-mm-dd")
"""Of which each sample has one: these are found fast."""


def is_sample_path(url: str) -> bool:
    """Tell whether *url* is there to show how one is written."""
    return any(map(url.lower().__contains__, _SIGNS)) and _SAMPLE.fullmatch(url) is not None
