"""The table ``[online]`` of the configuration, as values to work with."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fnmatch import translate
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

from articlelint.options import COUNT, POSITIVE, SECONDS, AtLeast, option
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from ipaddress import IPv4Network, IPv6Network


CACHE_FILE: Final = ".articlelint_cache/online.json"


@dataclass(frozen=True)
class OnlineSettings:
    """How the network is asked. Times are in seconds.

    *timeout* is for one request from beginning to end. *headers* are by host, then name; in a
    file, each names the environment variable that holds its value. *backoff* is the time before
    a second attempt.
    """

    concurrency: int = option(POSITIVE, 64, "Requests at a time.", "concurrency = 16")
    per_host: int = option(POSITIVE, 6, "Requests to one host at a time.", "per-host = 2")
    interval: float = option(
        SECONDS,
        0.05,
        "Seconds between the starts of two requests to one host.",
        "interval = 0.5",
    )
    timeout: float = option(
        Annotated[float, AtLeast(0, excluded=True)],
        20.0,
        "Seconds for a whole request.",
        "timeout = 8",
    )
    retries: int = option(
        COUNT,
        2,
        "Further attempts after a failure that may pass; at most one after a timeout.",
        "retries = 0",
    )
    backoff: float = 1.0
    longest_wait: float = option(
        SECONDS,
        60.0,
        "The longest `Retry-After` of a host to obey, in seconds.",
        "longest-wait = 10",
    )
    accept: frozenset[int] = option(
        list[int],
        frozenset(),
        "Statuses to accept besides 2xx.",
        "accept = [403]",
        read=frozenset,
    )
    exclude: tuple[str, ...] = option(
        list[str],
        (),
        "URLs to skip, `*` for anything; without a slash: hosts, with their subdomains.",
        'exclude = ["intranet.example.edu", "https://a.example.edu/private/*"]',
    )
    allow_private: tuple[str, ...] = option(
        list[str],
        (),
        "Hosts, addresses and networks to ask although they are not public.",
        'allow-private = ["wiki.example.edu", "10.0.0.0/8"]',
    )
    headers: Mapping[str, Mapping[str, str]] = option(
        dict[str, dict[str, str]],
        {},
        "By host and name: the environment variable that holds the value.",
        'headers = { "forge.example.edu" = { Authorization = "ARTICLELINT_TOKEN" } }',
    )
    user_agent: str = option(
        str,
        "",
        "What to send as `User-Agent`.",
        'user-agent = "kites-check/1.0"',
        otherwise="Mozilla/5.0 (compatible; articlelint/...)",
    )
    cache: str = option(
        str,
        CACHE_FILE,
        "The file that keeps answers, relative to the working directory; empty for none.",
        'cache = ""',
    )
    remember_found: float = option(
        SECONDS, 86_400.0, "Seconds to remember a success.", "remember-found = 604800"
    )
    remember_missing: float = option(
        SECONDS, 3_600.0, "Seconds to remember a 4xx.", "remember-missing = 0"
    )

    @property
    def memory(self) -> Path | None:
        """Return the file of what is remembered; None: nothing is."""
        return Path(self.cache) if self.cache else None

    def excludes(self) -> Callable[[str], bool]:
        """Return what tells whether a URL is left out.

        ``*`` in a pattern stands for anything. One without a slash is a host, and stands for
        its subdomains too.
        """
        if not self.exclude:
            return lambda _url: False
        parts = []
        for pattern in self.exclude:
            inner = translate(pattern.replace("[", "[[]")).removesuffix(r"\Z").removesuffix(r"\z")
            parts.append(
                inner if "/" in pattern else rf"https?://(?:[^/?#]*\.)?{inner}(?::\d+)?(?:/.*)?"
            )
        return regex(rf"(?s:(?:{'|'.join(parts)}))\Z", re.IGNORECASE).match  # type: ignore[return-value]

    def private_networks(self) -> tuple[IPv4Network | IPv6Network, ...]:
        """Return the addresses and networks of *allow_private*."""
        from ipaddress import ip_network

        return tuple(
            ip_network(entry, strict=False) for entry in self.allow_private if is_network(entry)
        )

    def private_hosts(self) -> frozenset[str]:
        """Return the names of hosts of *allow_private*."""
        return frozenset(entry.lower() for entry in self.allow_private if not is_network(entry))


def is_network(entry: str) -> bool:
    """Tell whether *entry* is an address or a network."""
    from ipaddress import ip_network

    try:
        ip_network(entry, strict=False)
    except ValueError:
        return False
    return True
