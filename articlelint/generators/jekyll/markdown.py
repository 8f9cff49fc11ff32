"""How a Jekyll site's Markdown is read: ``markdown:`` of its configuration."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.generators.reading import mapping, text, texts
from articlelint.markdown.common_mark import CommonMark
from articlelint.markdown.kramdown import Kramdown
from articlelint.markdown.options import (
    FOOTNOTES,
    GFM_OPTIONS,
    STRIKETHROUGH,
    TABLES,
    TASK_LISTS,
)
from articlelint.markdown.unknown import Unknown
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from articlelint.generators.reading import Reader
    from articlelint.markdown.dialect import Dialect

_EXTENSIONS: Final = {"table": TABLES, "strikethrough": STRIKETHROUGH, "tasklist": TASK_LISTS}
_CONVERTS: Final = regex(r"<\s*(?:Jekyll::)?Converter\b")
_MARKDOWN: Final = regex(r"\b(?:md|markdown)\b")
_MOST: Final = 50
_ON_GITHUB: Final = CommonMark(TABLES | STRIKETHROUGH | FOOTNOTES)
"""What ``GFM`` is on GitHub Pages: pages-gem, ``restrict_and_config_markdown_processor``."""


def dialect(config: Mapping[str, object], reader: Reader) -> Dialect:
    """Return what ``markdown:`` names, kramdown by default, with its options.

    A converter of the site's own may change the text before it.
    """
    if any(_CONVERTS.search(text) and _MARKDOWN.search(text) for text in _plugins(reader, config)):
        return Unknown(GFM_OPTIONS | FOOTNOTES)
    name = (text(config.get("markdown")) or "kramdown").lower()
    options = mapping(config.get("commonmark"))
    if name == "kramdown":
        made = Kramdown.configured(
            mapping(config.get("kramdown")), words_behind_fences=_reads_fences(config, reader)
        )
        return made if _has_unknown_plugins(config, reader) else made.without_wiki_links()
    if name == "gfm":
        return _ON_GITHUB
    if name == "commonmarkghpages" and not options:
        return CommonMark(GFM_OPTIONS | FOOTNOTES)
    if name in {"commonmark", "commonmarkghpages"}:
        return _common_mark(options)
    return Unknown.named([name], GFM_OPTIONS | FOOTNOTES)


def _reads_fences(config: Mapping[str, object], reader: Reader) -> bool:
    """Tell whether a plugin reads fences before kramdown does, as that of Octopress.

    Or may: the folder has no configuration, which lies above it with the plugins.
    """
    from articlelint.generators.jekyll.templates import is_without_configuration

    if is_without_configuration(reader):
        return True
    return any("`{3" in script and "gsub" in script for script in _plugins(reader, config))


def _has_unknown_plugins(config: Mapping[str, object], reader: Reader) -> bool:
    """Tell whether a script or a gem may read the text before kramdown does."""
    from articlelint.generators.jekyll.made_pages import loaded_gems
    from articlelint.generators.jekyll.templates import KNOWN_GEMS

    if any(_plugins(reader, config)):
        return True
    return not loaded_gems(reader, config, every=False) <= KNOWN_GEMS


def _plugins(reader: Reader, config: Mapping[str, object]) -> Iterator[str]:
    """Yield the programs that Jekyll loads: docs, "Plugins", ``plugins_dir``."""
    place = text(config.get("plugins_dir")) or text(config.get("plugins")) or "_plugins"
    inside = (reader.root / place).is_relative_to(reader.root) and ".." not in place
    for path in sorted((reader.root / place).glob("**/*.rb"))[:_MOST] if inside else ():
        yield reader.text(str(path.relative_to(reader.root)))


def _common_mark(config: Mapping[str, object]) -> Dialect:
    """Return cmark-gfm as jekyll-commonmark sets it up: its ``lib/jekyll-commonmark.rb``.

    Without the option ``unsafe`` it leaves HTML out, in all but old versions.
    """
    options = {each.lower() for each in texts(config.get("options"))}
    bits = sum(_EXTENSIONS.get(each, 0) for each in set(texts(config.get("extensions"))))
    bits |= FOOTNOTES if "footnotes" in options else 0
    if "unsafe" not in options:
        return Unknown(bits)
    return CommonMark(bits, breaks="hardbreaks" in options)
