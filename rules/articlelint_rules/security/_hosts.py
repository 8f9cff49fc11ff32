"""Where URLs lead."""

from collections.abc import Iterable
from urllib.parse import urlsplit


def host_of(url: str) -> str:
    """Return the host of *url* in lower case; "" where it has none or is no URL."""
    try:
        return (urlsplit(url.strip()).hostname or "").rstrip(".")
    except ValueError:
        return ""


def is_allowed(url: str, hosts: Iterable[str]) -> bool:
    """Tell whether *url* leads to one of *hosts* or a subdomain of one."""
    host = host_of(url)
    return any(host == allowed or host.endswith(f".{allowed}") for allowed in hosts)
