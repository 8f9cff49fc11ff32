"""Whether a plugin of Pelican runs Jinja over articles, and the names that it has there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.templates import TemplateSyntax
from articlelint.templates.names import Names
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Collection

_DELIMITERS: Final = regex(r"_(?:start|end)_string|undefined")


def syntax(plugins: Collection[str], config: str) -> TemplateSyntax | None:
    """Return the language of articles: pelican-jinja2content, ``jinja2content.py``."""
    if all(name.rpartition(".")[2] != "jinja2content" for name in plugins):
        return None
    return TemplateSyntax.ANY if _DELIMITERS.search(config) else TemplateSyntax.PLAIN_JINJA


def names(config: str) -> Names:
    """Return what articles can call; an article's metadata are no variables in it."""
    none: frozenset[str] = frozenset()
    return Names(
        tags=None if "extensions" in config.lower() else none,
        filters=None if "JINJA_FILTERS" in config else none,
        variables=None if "JINJA_GLOBALS" in config else none,
    )
