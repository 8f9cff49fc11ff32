"""Addresses that mean something on one machine alone."""

import re

from articlelint import host_of, regex, scheme_of

_PATH = regex(
    r"""(?:file:/*+)?/?[A-Za-z][:|][\\/]         # a drive
      | file:
      | \\\\[\w.-]+\\                            # a share of Windows
      | /Users/[^/]+/[^/]+/
      | /home/[^/]+/(?:[^/]+/)*?(?:Desktop|Documents|Downloads|Pictures|\.[^/]+
        |桌面|文档|下载|图片)/
      | ~/(?:Desktop|Documents|Downloads|Pictures|Library|桌面|文档|下载|图片)/
      | /(?:private/)?var/folders/
      | (?:%USERPROFILE%|%APPDATA%|\$HOME|\$\{HOME\})""",
    re.VERBOSE,
)
_SCHEMES = {
    "about": "`about:` is just an empty page",
    "blob": "`blob:` is an address within one browser tab, gone when that is closed",
    "chrome-extension": "`chrome-extension:` is an address within one browser",
    "cid": "`cid:` is an address within one mail",
    "filesystem": "`filesystem:` is an address within one browser",
    "moz-extension": "`moz-extension:` is an address within one browser",
    "vscode-resource": "`vscode-resource:` is an address within one editor",
    "webkit-fake-url": "`webkit-fake-url:` is an address within one program's clipboard",
    "x-apple-ql-id": "`x-apple-ql-id:` is an address within one program's clipboard",
}
_LOCAL_NAMES = ("localhost", "local", "internal", "localdomain")


def machine_of(url: str) -> str | None:
    """Return what is wrong with a URL that leads to one machine or network alone; else None."""
    if _PATH.match(url):
        return "The path leads to the machine that the article was written on"
    scheme = scheme_of(url)
    if scheme in _SCHEMES:
        return _SCHEMES[scheme]
    host = host_of(url)
    if not host:
        return None
    if host == "localhost" or host.endswith(".localhost"):
        return f"`{host}` is the machine of whoever reads the article"
    if host.rpartition(".")[2] in _LOCAL_NAMES:
        return f"`{host}` is only known in one network"
    return _address(host)


def _address(host: str) -> str | None:
    if not (host[-1].isdigit() or ":" in host):
        return None
    from ipaddress import ip_address

    try:
        address = ip_address(host)
    except ValueError:
        return None
    if address.is_loopback or address.is_unspecified:
        return f"`{host}` is the machine of whoever reads the article"
    if address.is_private or address.is_link_local:
        return f"`{host}` is an address within a private network"
    return None
