"""What servers and hosts are told to send elsewhere, in files of a site of their own kinds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from articlelint.generators.reading import mapping
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

_CADDY: Final = regex(
    r"^[ \t]*(redir|rewrite|proxy|reverse_proxy|handle\w*|route|try_files|uri|php_fastcgi|import)\b"
    r"[ \t]*([^\n]*)",
    re.MULTILINE,
)
_WHOLE: Final = regex(r"\{(?:uri|path|http\.request\.uri(?:\.path)?)\}/?")
"""The address as it was asked for: only the host is another."""
_APACHE: Final = regex(
    r"^[ \t]*(Redirect|RedirectPermanent|RedirectTemp|Alias)[ \t]+(?:[2-5]\d\d[ \t]+|[a-z]+[ \t]+)?"
    r"(/\S*)",
    re.MULTILINE | re.IGNORECASE,
)
_BY_PATTERN: Final = regex(
    r"^[ \t]*(?:RewriteRule|RedirectMatch|AliasMatch|ProxyPass\w*|FallbackResource|<Location)\b",
    re.MULTILINE | re.IGNORECASE,
)


_RUNS: Final = regex(r"^[ \t]*\"?main\"?[ \t]*[=:]", re.MULTILINE)


class UnknownRules(ValueError):  # noqa: N818 - it is what the file has
    """It cannot be told which addresses are sent elsewhere."""


def caddy(text: str) -> Iterator[str]:
    """Yield the paths, stars in them, that a ``Caddyfile`` sends elsewhere or serves otherwise.

    Caddy's documentation, "redir", of both versions. Raises UnknownRules.
    """
    for match in _CADDY.finditer(text):
        words = match[2].split("#")[0].rstrip("{ \t").split()
        if words and words[0].startswith("/"):
            yield words[0]
        elif match[1] != "redir" or len(words) > 2 or not _keeps_path(words):
            raise UnknownRules(match[0])


def _keeps_path(words: list[str]) -> bool:
    return bool(words) and "://" in words[0] and _WHOLE.search(words[0]) is not None


def wrangler(text: str) -> Iterator[str]:
    """Yield nothing where Cloudflare serves files alone; a program may answer at any address.

    Cloudflare's documentation, "Wrangler configuration", main. Raises UnknownRules.
    """
    if match := _RUNS.search(text):
        raise UnknownRules(match[0])
    yield from ()


def firebase(text: str) -> Iterator[str]:
    """Yield the sources that a ``firebase.json`` sends elsewhere, stars in them.

    Firebase's documentation, "Configure Hosting behavior". Raises UnknownRules.
    """
    hosting = mapping(_json(text)).get("hosting")
    for site in hosting if isinstance(hosting, list) else [hosting]:
        for key in ("redirects", "rewrites"):
            listed = mapping(site).get(key)
            for each in listed if isinstance(listed, list) else []:
                source = mapping(each).get("source")
                if not isinstance(source, str) or not source.startswith("/"):
                    raise UnknownRules(key)
                yield source


def static_web_app(text: str) -> Iterator[str]:
    """Yield the routes of a ``staticwebapp.config.json``, stars in them.

    Azure's documentation, "Configure Azure Static Web Apps". Raises UnknownRules.
    """
    data = mapping(_json(text))
    listed = data.get("routes")
    if "navigationFallback" in data:
        raise UnknownRules("navigationFallback")
    for each in listed if isinstance(listed, list) else []:
        route = mapping(each).get("route")
        if not isinstance(route, str):
            raise UnknownRules("routes")
        if {"redirect", "rewrite"} & set(mapping(each)):
            yield route


def _json(text: str) -> object:
    import json

    try:
        return json.loads(text)
    except ValueError as error:
        raise UnknownRules(str(error)) from error


def apache(text: str) -> Iterator[str]:
    """Yield the paths, stars in them, that a ``.htaccess`` sends elsewhere.

    Apache's documentation, mod_alias: what is below such a path goes along. Raises UnknownRules
    where there are patterns.
    """
    if match := _BY_PATTERN.search(text):
        raise UnknownRules(match[0])
    for match in _APACHE.finditer(text):
        yield match[2]
        yield f"{match[2].rstrip('/')}/*"


RULES: Final[Mapping[str, Callable[[str], Iterator[str]]]] = {
    ".htaccess": apache,
    "Caddyfile": caddy,
    "firebase.json": firebase,
    "staticwebapp.config.json": static_web_app,
    "wrangler.json": wrangler,
    "wrangler.jsonc": wrangler,
    "wrangler.toml": wrangler,
}
"""By the name of the file."""
