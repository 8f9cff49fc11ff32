"""URLs as they are asked for, and the hosts that they name."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urlsplit, urlunsplit

from articlelint.text.regex import regex
from articlelint.urls.hosts import host_problem

LONGEST: Final = 8000
"""Servers need not take a longer URL: RFC 9110, 4.1."""

_WEB = regex(r"(?:https?:)?[/\\]{2}", re.IGNORECASE)
_DROPPED = dict.fromkeys(map(ord, "\t\r\n"))
_USUAL_PORTS: Final = {"http": 80, "https": 443}
_REFUSED_PORTS: Final = frozenset({
    # Fetch Standard, "bad port": browsers do not ask there, since mail and other servers would
    # take what an article has written for commands.
    0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101,
    102, 103, 104, 109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427,
    465, 512, 513, 514, 515, 526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990,
    993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667,
    6668, 6669, 6679, 6697, 10080,
})  # fmt: skip
_FOR_EXAMPLES = regex(
    # RFC 2606 and 6761; .onion of RFC 7686 is no name that is looked up.
    r"(?:.*\.)?(?:example\.(?:com|net|org|edu)|example|test|invalid|onion)"
)


def request_url(url: str) -> str | None:
    """Return *url* in the form in which a server is asked for it; None if it is not on the web.

    It has no fragment, no user name and no usual port, and its scheme and host are in lower case.
    Characters are not encoded yet.
    """
    if not _WEB.match(url) or len(url) > LONGEST:
        return None
    try:
        parts = urlsplit(_with_slashes(url.translate(_DROPPED)))
        host, port = parts.hostname, parts.port
    except ValueError:
        return None
    if not host or port in _REFUSED_PORTS:
        return None
    host = f"[{host}]" if ":" in host else host.rstrip(".")
    if host_problem(host) is not None:
        return None
    scheme = parts.scheme or "https"
    place = host if port in {None, _USUAL_PORTS[scheme]} else f"{host}:{port}"
    return urlunsplit((scheme, place, parts.path or "/", parts.query, ""))


def _with_slashes(url: str) -> str:
    """Return *url* with the backslashes before its query as slashes, as browsers have it."""
    end = min((at for at in (url.find("?"), url.find("#")) if at >= 0), default=len(url))
    return url[:end].replace("\\", "/") + url[end:]


def is_for_examples(host: str) -> bool:
    """Tell whether *host* is reserved for examples, so that nothing answers there, or anything."""
    return _FOR_EXAMPLES.fullmatch(host) is not None


def is_within(url: str, base: str | None) -> bool:
    """Tell whether *url* is an address of the site at *base*, with any scheme.

    Such a page may not be published yet.
    """
    root = request_url(base) if base else None
    asked = request_url(url)
    if root is None or asked is None:
        return False
    return f"{asked}/".partition("//")[2].startswith(root.rstrip("/").partition("//")[2] + "/")


def origin_of(url: str) -> str:
    """Return scheme, host and port of a URL that ``request_url`` returned."""
    return url[: url.find("/", url.find("//") + 2)]


def name_of_origin(origin: str) -> str:
    """Return the host of an origin, with its port where that is an unusual one."""
    return origin.partition("//")[2]


def host_of_origin(origin: str) -> str:
    """Return the host of an origin, without brackets and port."""
    return urlsplit(origin).hostname or ""
