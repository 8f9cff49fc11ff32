"""Finds an article's front matter and has it read by the module of its format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.front_matter.fences import find
from articlelint.front_matter.model import Format

if TYPE_CHECKING:
    from collections.abc import Collection

    from articlelint.front_matter.block import Block, Reading
    from articlelint.front_matter.model import FrontMatter

ALL_FORMATS = frozenset(Format)
"""Every format there is."""


def parse(
    text: str,
    *,
    formats: Collection[Format] = ALL_FORMATS,
    optional_opening_fence: bool = False,
    html: bool = False,
) -> FrontMatter | None:
    """Return the front matter of an article, or None where it has none.

    *formats* are those that the site's generator reads. *optional_opening_fence* tells that
    it does without the first fence (Hexo), *html* that the article is an HTML file, whose
    ``<title>`` and ``<meta>`` count where Format.META is among the formats. Never raises:
    what is wrong is in ``problems``, ``fence_defects``, ``unclosed`` and ``top_level``.
    """
    block = find(text, formats, optional_opening_fence=optional_opening_fence)
    if block is None:
        return None
    return _read(text, block).within(block)


def _read(text: str, block: Block) -> Reading:
    from articlelint.front_matter import yaml  # noqa: PLC0415 - costs 15 ms

    return yaml.read(text, block.content)
