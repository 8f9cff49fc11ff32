"""Which addresses may be asked: an article is untrusted, and so is every redirect.

A URL must not make whoever checks it ask machines that only they can reach: their own, those
of their network, the metadata service of a cloud.
"""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from articlelint.online.settings import OnlineSettings

Address = IPv4Address | IPv6Address

_NOT_PUBLIC: Final = tuple(
    map(
        IPv4Network,
        # IANA's registry of special-purpose addresses. Python's own `is_global` has changed with
        # its versions. The last is Azure's, whose machines alone reach it ("What is IP address
        # 168.63.129.16"); the other clouds' are among the rest.
        [
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            "168.63.129.16/32",
        ],
    )
)
_PUBLIC_IPV6: Final = IPv6Network("2000::/3")
"""RFC 4291, 2.4: global unicast, as far as it is given out."""

_NOT_PUBLIC_IPV6: Final = tuple(map(IPv6Network, ("2001::/23", "2001:db8::/32", "3fff::/20")))
_NAT64: Final = IPv6Network("64:ff9b::/96")
"""RFC 6052, 2.1: the last four bytes are an IPv4 address.

The prefix for local use (RFC 8215) is not public: where in it the IPv4 address stands hangs on
the network.
"""


def is_public(address: Address) -> bool:
    """Tell whether *address* is one that everybody reaches, wherever they are.

    IPv6 addresses that lead to an IPv4 one (mapped, 6to4, Teredo, NAT64) are as public as
    that is.
    """
    if isinstance(address, IPv4Address):
        return not any(address in network for network in _NOT_PUBLIC)
    inner = _within(address)
    if inner is not None:
        return is_public(inner)
    return address in _PUBLIC_IPV6 and not any(address in each for each in _NOT_PUBLIC_IPV6)


def _within(address: IPv6Address) -> IPv4Address | None:
    """Return the IPv4 address that packets to *address* end at, or None."""
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address.sixtofour is not None:
        return address.sixtofour
    if address.teredo is not None:
        return address.teredo[1]
    if address in _NAT64 or int(address) < 1 << 32:
        return IPv4Address(int(address) & 0xFFFF_FFFF)
    return None


@dataclass(frozen=True)
class Guard:
    """What may be asked besides public addresses: hosts by name, networks."""

    hosts: frozenset[str] = frozenset()
    networks: tuple[IPv4Network | IPv6Network, ...] = ()

    @classmethod
    def of(cls, settings: OnlineSettings) -> Guard:
        """Return the guard that *settings* describe."""
        return cls(settings.private_hosts(), settings.private_networks())

    def allows(self, host: str, address: str) -> bool:
        """Tell whether *host* may be asked at *address*, which is what its name led to."""
        try:
            parsed = ip_address(address.partition("%")[0])
        except ValueError:
            return False
        return (
            is_public(parsed)
            or self.names(host)
            or any(parsed in network for network in self.networks)
        )

    def names(self, host: str) -> bool:
        """Tell whether *host* may be asked by its name or as a literal address."""
        if host.lower() in self.hosts:
            return True
        try:
            parsed = ip_address(host)
        except ValueError:
            return False
        return any(parsed in network for network in self.networks)
