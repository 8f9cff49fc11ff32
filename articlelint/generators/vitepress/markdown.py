"""How a VitePress site's Markdown is read: ``markdown`` of its configuration.

https://vitepress.dev/reference/site-config#markdown
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.generators.reading import without_comments
from articlelint.markdown.vue import Vue
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from articlelint.markdown.dialect import Dialect

_MARKDOWN: Final = regex(r"(?<![\w.$])markdown\s*(?::\s*(?P<literal>\{)?|[,}(])")
_ADDING: Final = regex(
    r"(?<![\w.$])(?:config|preConfig)\s*[:(]|(?<![\w.$])math\s*:\s*(?!false)|\.\.\."
    r"|(?<![\w.$])(?:component|attrs|sfc|gfmAlerts|container)\s*:"
)
"""Hooks that get the parser, and options that change the grammar."""
_BREAKS: Final = regex(r"(?<![\w.$])breaks\s*:\s*true\b")
_NO_LINKS: Final = regex(r"(?<![\w.$])linkify\s*:\s*(?!true\b)")
_EXTENDS: Final = regex(r"(?<![\w.$])extends\s*:")


def dialect(config: str) -> Dialect:
    """Return how Markdown is read with the source *config* of the configuration."""
    source = without_comments(config)
    made = Vue()
    opened = _EXTENDS.search(source) is not None or not source
    for match in _MARKDOWN.finditer(source):
        if match["literal"] is None:
            opened = True
            continue
        table = _table(source, match.end())
        opened = opened or _ADDING.search(table) is not None
        if _BREAKS.search(table):
            made = Vue(breaks=True)
    return made.opened() if opened else made


def finds_urls(config: str) -> bool:
    """Tell whether bare URLs become links, as they do unless ``linkify`` says otherwise."""
    return _NO_LINKS.search(without_comments(config)) is None


def _table(source: str, start: int) -> str:
    """Return what stands in the braces that open before *start*."""
    depth = 1
    for at in range(start, len(source)):
        depth += {"{": 1, "}": -1}.get(source[at], 0)
        if not depth:
            return source[start:at]
    return source[start:]
