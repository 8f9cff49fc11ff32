"""The Markdown that ``pelicanconf.py`` configures, read without running it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from articlelint.generators.reading import mapping, texts
from articlelint.markdown.python_markdown import PythonMarkdown
from articlelint.markdown.python_markdown.features import EXTRA
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Callable

DEFAULT: Final = replace(EXTRA, code_headers=True)
"""What Pelican has where nothing is configured: ``MARKDOWN`` of its ``settings.py``."""
_DEFAULT: Final = {
    "extension_configs": {
        "markdown.extensions.codehilite": {"css_class": "highlight"},
        "markdown.extensions.extra": {},
        "markdown.extensions.meta": {},
    }
}
_ASSIGNED: Final = regex(r"^[ \t]*MARKDOWN\b", re.MULTILINE)
_SET_ELSEWHERE: Final = regex(
    r"^[ \t]*(?:exec\(|(?:globals|locals|vars)\(\)"
    r"|from[ \t]+(?!pelicanconf\b)\S+[ \t]+import[ \t]+\*)",
    re.MULTILINE,
)
"""What takes settings from another file, Markdown's among them perhaps."""
_REWRITING: Final = regex(
    r"render[-_]math|katex|liquid[-_]tags|jinja2?[-_]?content|md[-_]?include|include|shortcode|"
    r"markdown|myst|commonmark|asciidoc|pandoc|obsidian|wikilink",
    re.IGNORECASE,
)
"""Names of plugins that read the Markdown of articles themselves, or add to its extensions."""


def dialect(value: Callable[[str], object], source: str) -> PythonMarkdown:
    """Return how a site's Markdown is read, given the value of each setting and the source."""
    from articlelint.markdown.python_markdown.configuration import (
        features,
    )

    settings = value("MARKDOWN")
    others = {name for name in texts(value("PLUGINS")) if _REWRITING.search(name)}
    if not isinstance(settings, dict):
        if settings is not None or _ASSIGNED.search(source) or _SET_ELSEWHERE.search(source):
            others.add("MARKDOWN")
        settings = _DEFAULT
    options = mapping(mapping(settings).get("extension_configs"))
    names = dict.fromkeys((*texts(mapping(settings).get("extensions")), *options))
    extensions = [(name, mapping(options.get(name))) for name in names]
    return PythonMarkdown(features(extensions, frozenset(others)))
