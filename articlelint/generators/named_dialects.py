"""Dialects of Markdown by name, each as a site has it that configures nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.markdown.options import (
    DEFINITION_LISTS,
    FOOTNOTES,
    GFM_OPTIONS,
    HEADING_ATTRIBUTES,
    STRIKETHROUGH,
    TABLES,
    TASK_LISTS,
)

if TYPE_CHECKING:
    from articlelint.markdown.dialect import Dialect


def unknown() -> Dialect:
    """Return what stands for a parser of which nothing is known."""
    from articlelint.markdown.unknown import Unknown

    return Unknown(GFM_OPTIONS | FOOTNOTES).opened()


def of_extension(name: str) -> Dialect:
    """Return the dialect that a file's extension names: Pandoc's, or Markdoc's."""
    if name == "pandoc":
        from articlelint.markdown.pandoc import Pandoc

        return Pandoc()
    markdoc = unknown()
    markdoc.links_bare_urls = False  # markdoc, src/tokenizer: markdown-it without `linkify`
    return markdoc


def named(name: str) -> Dialect:
    """Return the dialect of that name, with the usual extensions of the parser.

    It is ``goldmark``, ``kramdown``, ``marked``, ``markdown-it`` or ``python-markdown``; any other
    name means CommonMark with the extensions of GFM and footnotes.
    """
    match name:
        case "kramdown":
            from articlelint.markdown.kramdown import Kramdown

            return Kramdown()
        case "python-markdown":
            from articlelint.markdown.python_markdown import PythonMarkdown
            from articlelint.markdown.python_markdown.features import EXTRA

            return PythonMarkdown(EXTRA)
        case "goldmark":
            from articlelint.markdown.goldmark import Goldmark

            gfm = TABLES | STRIKETHROUGH | TASK_LISTS
            return Goldmark(gfm | DEFINITION_LISTS | FOOTNOTES | HEADING_ATTRIBUTES)
        case "marked":
            from articlelint.markdown.marked import Marked

            return Marked(GFM_OPTIONS, breaks=False)
        case "markdown-it":
            from articlelint.markdown.markdown_it import MarkdownIt

            return MarkdownIt(TABLES | STRIKETHROUGH)
        case _:
            from articlelint.markdown.common_mark import CommonMark

            return CommonMark(GFM_OPTIONS | FOOTNOTES)
