"""Finds an article's front matter and has it read by the module of its format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.front_matter.block import Reading
from articlelint.front_matter.model import Format
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Collection

    from articlelint.front_matter.block import Block
    from articlelint.front_matter.model import FrontMatter

ALL_FORMATS = frozenset(Format)
"""Every format there is."""

_TOP = 4_000
_FENCE = regex(r"[\ufeff\s]{0,40}[-+;‐‑‒–—―−]")
_BRACE = regex(r"\ufeff?\s{0,40}\{\s{0,40}[\"'“}/<\w]")


def parse(
    text: str,
    *,
    formats: Collection[Format] = ALL_FORMATS,
    optional_opening_fence: bool = False,
    closing_dots: bool = True,
    html: bool = False,
) -> FrontMatter | None:
    """Return the front matter of an article, or None if it has none.

    *formats* are those that the site's generator reads. *optional_opening_fence* tells that it does
    not need the first fence (Hexo), *closing_dots* that ``...`` closes YAML as well as ``---``,
    *html* that the article is an HTML file, whose ``<title>`` and ``<meta>`` count if Format.META
    is among the formats. Never raises an error: what is wrong is in ``problems``,
    ``fence_defects``, ``unclosed`` and ``top_level``.
    """
    block = _find(
        text, formats, optional_opening_fence=optional_opening_fence, closing_dots=closing_dots
    )
    if block is not None:
        return _read(text, block, split=optional_opening_fence).within(block)
    if html:
        if Format.META not in formats or "<" not in text:
            return None
        from articlelint.front_matter.pelican import html_head as meta

        return meta.read(text)
    if Format.METADATA in formats:
        from articlelint.front_matter.pelican import header as metadata

        return metadata.read(text)
    return None


def _find(
    text: str, formats: Collection[Format], *, optional_opening_fence: bool, closing_dots: bool
) -> Block | None:
    if _FENCE.match(text):
        from articlelint.front_matter.fences import find as fences

        block = fences.find(
            text, formats, optional_opening_fence=optional_opening_fence, closing_dots=closing_dots
        )
        if block is not None:
            return block
    if Format.JSON in formats and _BRACE.match(text):
        from articlelint.front_matter.json import read as json

        return json.find(text)
    if optional_opening_fence:
        from articlelint.front_matter.fences import unopened

        block = unopened.find(text, formats)
        if block is not None:
            return block
    if Format.METADATA not in formats and ("---" in text[:_TOP] or "+++" in text[:_TOP]):
        from articlelint.front_matter.fences import displaced

        return displaced.find(text, formats)
    return None


def _read(text: str, block: Block, *, split: bool) -> Reading:
    """Return what the content of *block* holds; imports the module of its format alone."""
    if block.reading is not None or block.unreadable:
        return block.reading or Reading()
    reading = Reading()
    if block.format is Format.YAML and split and "\n\t" in block.content.of(text):
        from articlelint.front_matter.yaml import tabs as yaml_tabs

        reading = yaml_tabs.read(text, block.content)
    elif block.format is Format.YAML:
        from articlelint.front_matter.yaml import read as yaml  # costs 15 ms

        reading = yaml.read(text, block.content)
    elif block.format is Format.TOML:
        from articlelint.front_matter.toml import read as toml

        reading = toml.read(text, block.content)
    elif block.format is Format.JSON:
        from articlelint.front_matter.json import read as json

        reading = json.read(text, block.content, bare=block.bare)
    if block.unclosed and reading.problems:
        # Where the block ends is a guess: the missing fence is the one thing that is certain.
        return Reading()
    return reading
