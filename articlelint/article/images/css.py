"""The images that a stretch of CSS names with ``url()``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

# CSS Syntax Level 3, 4.3.6 "Consume a url token". What comes first is no image: comments,
# strings, fonts, imported sheets.
_URL: Final = regex(
    r"""/\*(?:[^*]++|\*(?!/))*+(?:\*/)?
      | @(?:font-face\s*+\{[^}]*+ | (?:import|namespace|charset)\b[^;]*+)
      | \burl\(\s*+(?:"(?P<double>(?:[^"\\\n]|\\.)*+)" | '(?P<single>(?:[^'\\\n]|\\.)*+)'
                    | (?P<bare>(?:[^\s"'()\\]|\\[0-9a-f]{1,6}\s?|\\.)*+))\s*+\)
      | "(?:[^"\\\n]++|\\.)*+"? | '(?:[^'\\\n]++|\\.)*+'?""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)

# 4.3.7 "Consume an escaped code point".
_ESCAPE: Final = regex(r"\\(?:(?P<code>[0-9a-f]{1,6})\s?|(?P<itself>.))", re.IGNORECASE | re.DOTALL)


def css_urls(css: str) -> Iterator[tuple[str, int, int]]:
    """Yield each URL of an image, and where it starts and ends in *css*.

    ``url(#id)`` is no image. With escapes in it, the URL is not what is written there.
    """
    if "(" not in css:
        return
    for found in _URL.finditer(css):
        kind = found.lastgroup
        if kind is None:
            continue
        written = found[kind].strip()
        start = found.start(kind) + found[kind].index(written)
        url = _ESCAPE.sub(_character, written)
        if not url.startswith("#"):
            yield url, start, start + len(written)


def _character(escape: re.Match[str]) -> str:
    if escape["code"] is None:
        return escape["itself"].strip("\n")  # a line that goes on in the next
    code = int(escape["code"], 16)
    return chr(code) if 0 < code < 0x11_0000 and not 0xD800 <= code < 0xE000 else "\ufffd"
