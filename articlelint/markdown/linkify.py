"""Where linkify-it, which markdown-it asks, ends a URL: https://github.com/markdown-it/linkify-it.

So do versions 4 and 5, which come with markdown-it 13 and 14; 6 ends a URL before full-width
punctuation, and no generator has it yet. Read are URLs with ``http://``, ``https://`` or
``ftp://``. What it makes of bare hosts hangs on its list of domains, and is left out.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from articlelint.text.regex import regex

_BEFORE: Final = frozenset("0123456789+-.abcdefghijklmnopqrstuvwxyz")
"""What would be a part of the scheme: markdown-it, ``rules_inline/linkify``."""

_LABEL: Final = r"[^\W_](?:(?:[^\W_]|-){0,61}[^\W_])?"
_HOST: Final = regex(
    rf"(?:https?|ftp)://(?:[^\s@/\[\]()]{{1,200}}@)?(?:{_LABEL}\.){{0,20}}{_LABEL}(?::\d{{1,5}})?",
    re.IGNORECASE,
)
_NO_END: Final = regex(r"[-_]|:\d|\.-|\.(?=\w)")
_PATH: Final = regex(
    r"""/?(?:(?<=/)|[?#])
    (?:[^\s<>\uff5c()\[\]{}.,"'?!;\x00-\x1f\x7f-\x9f-]
    |\[[^\s\]]{0,500}\]|\([^\s)]{0,500}\)|\{[^\s}]{0,500}\}|"[^\s"]{1,500}"|'[^\s']{1,500}'
    |'(?=[^\W_]|-)
    |\.{2,}[a-zA-Z0-9%/&]|\.(?![\s.]|\Z)
    |-+|,(?!\s|\Z)|;(?!\s|\Z)|!+(?![\s!]|\Z)|\?(?![\s?]|\Z)
    )*+""",
    re.VERBOSE,
)


def end_of_url(text: str, start: int, limit: int, before: str) -> int | None:
    """Return where the URL that begins at *start* ends, at *limit* at the latest; None without one.

    *before* is the character before it; "" where other than text stands there.
    """
    if before.lower() in _BEFORE if before else False:
        return None
    host = _HOST.match(text, start, limit)
    if host is None:
        return None
    end = host.end()
    if end < limit and (_NO_END.match(text, end, limit) or not _ends_host(text[end])):
        return None
    path = _PATH.match(text, end, limit) if text[end : end + 1] in {"/", "?", "#"} else None
    if path is not None:
        end = path.end()
    return end - len(text[start:end]) + len(text[start:end].rstrip("*"))


def _ends_host(character: str) -> bool:
    """Tell whether it is white space, a control character, or punctuation."""
    return character in "<>\uff5c" or unicodedata.category(character)[0] in "ZPC"
