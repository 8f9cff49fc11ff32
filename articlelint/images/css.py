"""The images that a stretch of CSS names with ``url()``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

# CSS Syntax Level 3, 4.3.6 "Consume a url token". What comes first is no image: comments,
# strings, fonts, imported sheets.
_URL: Final = re.compile(
    r"""/\*(?:[^*]++|\*(?!/))*+(?:\*/)?
      | @(?:font-face\s*+\{[^}]*+ | (?:import|namespace|charset)\b[^;]*+)
      | \burl\(\s*+(?:"(?P<double>[^"\n]*+)" | '(?P<single>[^'\n]*+)' | (?P<bare>[^\s"'()]*+))\s*+\)
      | "(?:[^"\\\n]++|\\.)*+"? | '(?:[^'\\\n]++|\\.)*+'?""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)


def css_urls(css: str) -> Iterator[tuple[str, int]]:
    """Yield each URL of an image with its offset in *css*; ``url(#id)`` is no image."""
    if "(" not in css:
        return
    for found in _URL.finditer(css):
        kind = found.lastgroup
        if kind is None:
            continue
        url = found[kind].strip()
        if not url.startswith("#"):
            yield url, found.start(kind) + found[kind].index(url)
