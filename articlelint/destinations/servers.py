"""What Caddy and Apache are told to send elsewhere, in files of a site."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

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
