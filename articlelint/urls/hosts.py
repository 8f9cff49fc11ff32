"""Hosts of URLs: which are none (URL Standard, 3.5 "host parsing"), and which are one's own."""

from __future__ import annotations

from typing import Final
from unicodedata import name as character_name
from unicodedata import normalize
from urllib.parse import unquote

from articlelint.text.regex import regex

_FORBIDDEN_IN_HOST = regex(r"[\ufffd\x00-\x20#/:<>?@\[\\\]^|%\x7f]")
_DROPPED = dict.fromkeys(map(ord, "\t\n\r\xad"))
_NUMBER = regex(r"(?:0[xX][0-9A-Fa-f]*|[0-9]+)\Z")
_PRIVATE_DOMAINS: Final = (".localhost", ".local", ".localdomain", ".lan", ".home.arpa")
_ADDRESS = regex(r"[0-9.]+|[0-9A-Fa-f]*:[0-9A-Fa-f:.]*")
_MASKED = regex(r"(?<![^.])(?:x{2,}|X{2,}|\*+)(?![^.:])")
_FOR_EXAMPLES: Final = ("192.0.2.", "198.51.100.", "203.0.113.", "2001:db8:")


def is_private_host(host: str) -> bool:
    """Tell whether *host* is on a private network or this machine: RFC 1918, 3927, 6761, 6762."""
    if host == "localhost" or host.endswith(_PRIVATE_DOMAINS):
        return True
    if not _ADDRESS.fullmatch(host):
        return False
    from ipaddress import ip_address

    try:
        address = ip_address(host)
    except ValueError:
        return False
    # Addresses for documentation are private to the library, and nobody's own.
    return (address.is_private or address.is_unspecified) and not host.startswith(_FOR_EXAMPLES)


def host_problem(host: str) -> str | None:
    """Return why *host* is none: URL Standard, 3.5 "host parsing"; None where it is one.

    None, too, for one that stands for others: ``10.xx.xx.28``.
    """
    if _MASKED.search(host):
        return None
    if host.startswith("["):
        from ipaddress import AddressValueError, IPv6Address

        try:
            IPv6Address(host.removeprefix("[").removesuffix("]"))
        except AddressValueError:
            return f"`{host}` is not an IPv6 address"
        return (
            None if host.endswith("]") and "%" not in host else f"`{host}` is not an IPv6 address"
        )
    domain = normalize("NFKC", unquote(host).translate(_DROPPED)).lower()
    forbidden = _FORBIDDEN_IN_HOST.search(domain)
    if forbidden is not None:
        return f"The host `{host}` contains {named(forbidden[0])}"
    labels = domain.replace("。", ".").removesuffix(".").split(".")
    if "" in labels and set(domain) <= set("w."):
        return None  # a formula: www...w
    if "" in labels:
        return f"The host `{host}` has one dot too many"
    if _NUMBER.match(labels[-1]) and not _is_ipv4(labels):
        return f"`{host}` is not an IPv4 address"
    return None


def _is_ipv4(parts: list[str]) -> bool:
    """Tell whether the parts are an address as browsers read it: 3.5, "IPv4 parser"."""
    if len(parts) > 4 or not all(map(_NUMBER.match, parts)):
        return False
    try:
        numbers = [_ipv4_number(part) for part in parts]
    except ValueError:
        return False
    return all(number <= 255 for number in numbers[:-1]) and numbers[-1] < 256 ** (5 - len(parts))


def _ipv4_number(part: str) -> int:
    if part[:2] in {"0x", "0X"}:
        return int(part[2:40] or "0", 16)
    return int(part[:40], 8 if len(part) > 1 and part.startswith("0") else 10)


def named(character: str) -> str:
    """Return a character as an author would name it."""
    known = {" ": "a space", "\t": "a tab", "\n": "a line break", "\r": "a line break",
             "\u200b": "a zero-width space", "\ufeff": "a byte order mark",
             "\u3000": "a space"}  # fmt: skip
    if character in known:
        return known[character]
    if character.isprintable():
        return f"`{character}`"
    label = character_name(character, "").lower()
    return f"U+{ord(character):04X}" + (f" ({label})" if label else "")
