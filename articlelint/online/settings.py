"""The table ``[online]`` of the configuration, as values to work with."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from fnmatch import translate
from typing import TYPE_CHECKING, Any, Final

from articlelint.regex import regex

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from ipaddress import IPv4Network, IPv6Network

    from articlelint.config import Config

ENVIRONMENT_PREFIX: Final = "ARTICLELINT_"
"""What names of environment variables begin with that may be sent.

A configuration is a file like any other in a repository: whoever proposes a change to it must
not be able to have other secrets sent to a host of theirs.
"""

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
            ip_network(entry, strict=False) for entry in self.allow_private if _is_network(entry)
        )

    def private_hosts(self) -> frozenset[str]:
        """Return the names of hosts of *allow_private*."""
        return frozenset(entry.lower() for entry in self.allow_private if not _is_network(entry))


def online_settings(config: Config) -> OnlineSettings:
    """Return the settings that *config* says; raises ConfigError with the line of what is wrong."""
    table: dict[str, Any] = {
        key.replace("-", "_"): value for key, value in config.settings.online.items()
    }
    for index, entry in enumerate(table.get("allow_private", ())):
        if "/" in entry and not _is_network(entry):
            raise config.error(("online", "allow-private", index), f"`{entry}` is no network")
    table["headers"] = {
        host.lower(): {
            name: value
            for name, variable in headers.items()
            if (value := _variable(config, host, name, variable))  # secrets may be absent in CI
        }
        for host, headers in table.get("headers", {}).items()
    }
    table["accept"] = frozenset(table.get("accept", ()))
    for key in ("exclude", "allow_private"):
        table[key] = tuple(table.get(key, ()))
    return OnlineSettings(**table)


def _variable(config: Config, host: str, name: str, variable: str) -> str:
    """Return the value of the environment variable that a header is taken from."""
    place = ("online", "headers", host, name)
    if not variable.startswith(ENVIRONMENT_PREFIX):
        raise config.error(
            place,
            f"`{variable}`: name an environment variable that begins with `{ENVIRONMENT_PREFIX}`",
        )
    value = os.environ.get(variable, "").strip()
    if not value.isprintable() or not value.isascii():
        raise config.error(place, f"the value of `{variable}` cannot stand in a header")
    return value


def _is_network(entry: str) -> bool:
    from ipaddress import ip_network  # noqa: PLC0415 - for runs that go online

    try:
        ip_network(entry, strict=False)
    except ValueError:
        return False
    return True
