"""The table ``[online]`` of the configuration, as values to work with."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from fnmatch import translate
from typing import TYPE_CHECKING, Final

from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from ipaddress import IPv4Network, IPv6Network


CACHE_FILE: Final = ".articlelint_cache/online.json"


@dataclass(frozen=True)
class OnlineSettings:
    """How the network is asked. Times are in seconds.

    *concurrency* counts requests under way, *per_host* those to one host, *interval* is the
    time between the beginnings of two requests to a host. *timeout* is for one request from
    beginning to end, *longest_wait* the longest that ``Retry-After`` is obeyed. *accept* are
    statuses that count as fine besides 2xx. *allow_private* are hosts, addresses and networks
    that may be asked although they are not public. *headers* are by host, then name.
    """

    concurrency: int = 64
    per_host: int = 6
    interval: float = 0.05
    timeout: float = 20.0
    retries: int = 2
    backoff: float = 1.0
    longest_wait: float = 60.0
    accept: frozenset[int] = frozenset()
    exclude: tuple[str, ...] = ()
    allow_private: tuple[str, ...] = ()
    headers: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    user_agent: str = "articlelint"
    cache: str = CACHE_FILE
    remember_found: float = 86_400.0
    remember_missing: float = 3_600.0

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
        from ipaddress import ip_network  # noqa: PLC0415 - for runs that go online

        return tuple(
            ip_network(entry, strict=False) for entry in self.allow_private if is_network(entry)
        )

    def private_hosts(self) -> frozenset[str]:
        """Return the names of hosts of *allow_private*."""
        return frozenset(entry.lower() for entry in self.allow_private if not is_network(entry))


def is_network(entry: str) -> bool:
    """Tell whether *entry* is an address or a network."""
    from ipaddress import ip_network  # noqa: PLC0415 - for runs that go online

    try:
        ip_network(entry, strict=False)
    except ValueError:
        return False
    return True
