"""Schemes of URLs that were meant and not written: ``http:/x``, ``https//x``, ``ttps://x``."""

from __future__ import annotations

import re
from functools import lru_cache

from articlelint.named_tuple import NamedTuple
from articlelint.text.regex import regex

_HTTP = regex(
    r"(?P<scheme>https?)(?P<mark>\s*+[:;.：；]?\s*+)(?P<slashes>[/\\／]*+)(?=[^/\\\s])",
    re.IGNORECASE,
)
_OTHER = regex(r"(?P<scheme>[A-Za-z]{3,8})(?P<mark>[:;：；]?)(?P<slashes>//)(?=[^/\s])")
_TWICE = regex(r"(?:https?:?/{0,2}(?=https?(?::/|//)))+", re.IGNORECASE)
_MAIL = regex(
    r"(?P<scheme>mailto|[A-Za-z]{4,8})(?P<mark>\s*+[:;：]?/{0,2}+\s*+)(?=[^\s/@:?]+@[^\s/@]+\.)"
)
_WWW = regex(r"www\.(?:[a-z0-9-]+\.)+[a-z]{2,}(?=[/?#:]|\Z)", re.IGNORECASE)
_HOST_OF_CODE = regex(r"(?:gist\.)?(?:github|gitlab|bitbucket)\.(?:com|org)/[\w.-]+", re.IGNORECASE)
_ADDRESS = regex(r"[a-z0-9][a-z0-9_.+-]*@(?:[a-z0-9-]+\.)+[a-z]{2,}", re.IGNORECASE)
_HOST = regex(r"(?:[\w-]+\.)+[a-z]{2,}(?=[/?#:]|\Z)|localhost\b", re.IGNORECASE)


class SchemeProblem(NamedTuple):
    """A malformed beginning, ``url[0:end]``, and what to write there instead.

    *certain* tells that nothing else can have been meant.
    """

    end: int
    replacement: str
    certain: bool = True


@lru_cache(maxsize=1024)
def malformed_scheme(url: str) -> SchemeProblem | None:
    """Return what is wrong with the beginning of *url*; None if it is fine."""
    first = url[:1].lower()
    if first not in "htwm" or not first:
        return _without(url)
    twice = _TWICE.match(url)
    if twice is not None:
        return SchemeProblem(twice.end(), "")
    return _web(url) or _mail(url) or _without(url)


def _web(url: str) -> SchemeProblem | None:
    found = _HTTP.match(url)
    if found is not None:
        mark, slashes = found["mark"], found["slashes"]
        if mark == ":" and slashes == "//":
            return None
        rest = _HOST.match(url, found.end())
        if (
            (mark == ":" and (slashes or rest))
            or (mark and len(slashes) == 2)
            or (slashes == "//" and rest)
        ):
            return SchemeProblem(found.end(), f"{found['scheme'].lower()}://")
        return None
    found = _OTHER.match(url)
    if found is None or not _HOST.match(url, found.end()):
        return None
    scheme = found["scheme"].lower()
    for meant in ("https", "http"):
        if scheme[0] in "ht" and is_near(scheme, meant):
            return SchemeProblem(found.end(), f"{meant}://")
    return None


def _mail(url: str) -> SchemeProblem | None:
    found = _MAIL.match(url)
    if found is None or found[0].lower() == "mailto:":
        return None
    scheme = found["scheme"].lower()
    if (scheme == "mailto" and found["mark"]) or (
        found["mark"].startswith((":", ";")) and (scheme == "mail" or is_near(scheme, "mailto"))
    ):
        return SchemeProblem(found.end(), "mailto:")
    return None


def _without(url: str) -> SchemeProblem | None:
    if _ADDRESS.fullmatch(url):
        return SchemeProblem(0, "mailto:", certain=False)
    is_host = _WWW.match(url) or _HOST_OF_CODE.match(url)
    return SchemeProblem(0, "https://", certain=False) if is_host else None


def is_near(word: str, meant: str) -> bool:
    """Tell whether one slip of the finger makes *meant* of *word*: a letter more, less, other."""
    if word == meant or abs(len(word) - len(meant)) > 1:
        return False
    start = 0
    while start < min(len(word), len(meant)) and word[start] == meant[start]:
        start += 1
    rest, wanted = word[start:], meant[start:]
    return (
        rest[1:] == wanted
        or rest == wanted[1:]
        or rest[1:] == wanted[1:]
        or (rest[:2] == wanted[1::-1] and rest[2:] == wanted[2:])
    )
