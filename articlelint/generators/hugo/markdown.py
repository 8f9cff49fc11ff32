"""How a Hugo site's Markdown is read: https://gohugo.io/configuration/markup/."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from articlelint.generators.hugo.configuration import lower
from articlelint.generators.reading import text
from articlelint.markdown.goldmark import Goldmark
from articlelint.markdown.options import (
    DEFINITION_LISTS,
    FOOTNOTES,
    HEADING_ATTRIBUTES,
    STRIKETHROUGH,
    TABLES,
    TASK_LISTS,
)
from articlelint.markdown.unknown import Unknown

if TYPE_CHECKING:
    from collections.abc import Mapping

    from articlelint.markdown.dialect import Dialect

_EXTENSIONS: Final = {
    "table": TABLES,
    "strikethrough": STRIKETHROUGH,
    "tasklist": TASK_LISTS,
    "definitionlist": DEFINITION_LISTS,
    "footnote": FOOTNOTES,
}
DEFAULT: Final = Goldmark(sum(_EXTENSIONS.values()) | HEADING_ATTRIBUTES)
"""goldmark as Hugo sets it up where nothing is configured."""
_UNKNOWN: Final = Unknown(DEFAULT.options)
_GOLDMARK: Final = frozenset({"goldmark", "markdown", "md"})
FIRST_WITH_GOLDMARK: Final = (0, 60)
_GONE: Final = frozenset({"indexes", "metadataformat"})
"""Settings that had gone before goldmark came: what has them was not written for it."""


def is_old(config: Mapping[str, Any], version: tuple[int, int] | None) -> bool:
    """Tell whether blackfriday reads the Markdown, as before Hugo 0.60: it drops no HTML."""
    markup = lower(config.get("markup"))
    if ("blackfriday" in config or "blackfriday" in markup) and not lower(markup.get("goldmark")):
        return True
    if version is not None:
        return version < FIRST_WITH_GOLDMARK
    return not markup and not _GONE.isdisjoint(config)


def dialect(config: Mapping[str, Any], version: tuple[int, int] | None) -> Dialect:
    """Return how Markdown is read with *config*; blackfriday, before Hugo 0.60, is unknown."""
    markup = lower(config.get("markup"))
    goldmark = lower(markup.get("goldmark"))
    handler = text(markup.get("defaultmarkdownhandler")) or "goldmark"
    if handler != "goldmark" or is_old(config, version):
        return _UNKNOWN
    extensions = lower(goldmark.get("extensions"))
    parser = lower(lower(goldmark.get("parser")).get("attribute"))
    options = sum(
        bit for name, bit in _EXTENSIONS.items() if _is_on(extensions.get(name), default=True)
    )
    if _is_on(parser.get("title"), default=True):
        options |= HEADING_ATTRIBUTES
    made = Goldmark(options, breaks=lower(goldmark.get("renderer")).get("hardwraps") is True)
    adds = (
        _is_on(extensions.get("passthrough"), default=False),
        any(_is_on(each, default=False) for each in lower(extensions.get("extras")).values()),
        _is_on(parser.get("block"), default=False),
        any("markup" in lower(each) for each in lower(config.get("languages")).values()),
    )
    return made.opened() if any(adds) else made


def of_page(data: Mapping[str, object], usual: Dialect) -> Dialect:
    """Return how a page is read whose front matter may say so: docs, "Content formats"."""
    said = next((value for key, value in data.items() if key.lower() == "markup"), None)
    return usual if not isinstance(said, str) or said.lower() in _GOLDMARK else _UNKNOWN


def finds_urls(config: Mapping[str, Any]) -> bool:
    """Tell whether bare URLs become links: the extension ``linkify``."""
    markup = lower(config.get("markup"))
    extensions = lower(lower(markup.get("goldmark")).get("extensions"))
    handler = text(markup.get("defaultmarkdownhandler")) or "goldmark"
    return handler == "goldmark" and extensions.get("linkify") is not False


def _is_on(value: object, *, default: bool) -> bool:
    """Tell whether an extension is on: ``true``, or a table with ``enable``."""
    said = lower(value).get("enable", default) if isinstance(value, dict) else value
    return said if isinstance(said, bool) else default
