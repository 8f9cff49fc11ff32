"""Obsidian's Markdown: https://help.obsidian.md/obsidian-flavored-markdown."""

from __future__ import annotations

from articlelint.markdown.common_mark import CommonMark
from articlelint.markdown.options import FOOTNOTES, GFM, GFM_OPTIONS, WIKI_LINKS


class Obsidian(CommonMark):
    """CommonMark with ``[[notes]]`` and ``![[files]]``; comments, marks and tags are not read."""

    name = "obsidian"
    has_unknown_constructs = True
    has_unknown_definitions = True

    def __init__(self, options: int = GFM_OPTIONS | FOOTNOTES | GFM | WIKI_LINKS) -> None:
        super().__init__(options)
