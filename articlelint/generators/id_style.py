"""The ways in which ids of headings are made."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final, TypeAlias

from articlelint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable


class IdStyle(StrEnum):
    """A way to make a heading's id, as one library does it."""

    # ``docs/names.py`` makes a table of these comments.
    GITHUB = "github"  # github-slugger, as on GitHub: `Hello, world` is `hello-world`
    ASTRO = "astro"  # the same without a hyphen at the end: @astrojs/markdown-remark before 7
    DOCUSAURUS = "docusaurus"  # github-slugger, and `{#id}`: Docusaurus
    KRAMDOWN_GFM = "kramdown-gfm"  # kramdown with its parser for GFM: Jekyll
    KRAMDOWN = "kramdown"  # kramdown with its own parser
    GOLDMARK = "goldmark"  # Hugo: `autoHeadingIDType = "github"`
    GOLDMARK_ASCII = "goldmark-ascii"  # Hugo: `autoHeadingIDType = "github-ascii"`
    BLACKFRIDAY = "blackfriday"  # Hugo: `autoHeadingIDType = "blackfriday"`
    HEXO_MARKED = "hexo-marked"  # hexo-renderer-marked
    HEXO_MARKED_5 = "hexo-marked-5"  # the same before 6.2: `&` leaves its name, `amp`
    MARKDOWN_IT_ANCHOR = "markdown-it-anchor"  # the plugin of Eleventy and others
    ELEVENTY = "eleventy"  # the same with Eleventy's filter `slugify`
    ELEVENTY_PLUGIN = "eleventy-plugin"  # Eleventy's IdAttributePlugin: that filter, numbers from 2
    MDIT_VUE = "mdit-vue"  # @mdit-vue/shared: VitePress
    NEXTRA = "nextra"  # github-slugger, `[#id]`, and none for headings of the first level: Nextra
    RSPRESS = "rspress"  # github-slugger, and `{#id}`: Rspress
    FUMADOCS = "fumadocs"  # github-slugger, and `[#id]`: Fumadocs
    MDC = "mdc"  # github-slugger without hyphens in a row: Nuxt Content
    DOCSIFY = "docsify"  # docsify, and `:id=name`
    VUEPRESS = "vuepress"  # as MDIT_VUE, of text and code alone: VuePress 2
    VUEPRESS_1 = "vuepress-1"  # the same, but the second of two has number 2: VuePress 1
    PYTHON_MARKDOWN = "python-markdown"  # the toc extension: MkDocs
    ZOLA = "zola"  # Zola
    MDN = "mdn"  # MDN: `Hello, world` is `hello_world`
    MDBOOK = "mdbook"  # mdBook
    PANDOC = "pandoc"  # Pandoc's `auto_identifiers`: Quarto


class OwnIds(NamedTuple):
    """A way that is a generator's own.

    *make* returns the id of a heading with some text, or None if it cannot be known. The same
    text again has *mark* and a number behind its id, the second one *second*.
    """

    make: Callable[[str], str | None]
    mark: str = "-"
    second: int = 1


AnyIds: TypeAlias = IdStyle | OwnIds
"""A way to make ids of headings: one that is known, or a generator's own."""

_LEAVING_OPEN: Final = frozenset(
    {IdStyle.MDC, IdStyle.DOCSIFY, IdStyle.RSPRESS, IdStyle.ELEVENTY, IdStyle.ELEVENTY_PLUGIN,
     IdStyle.PANDOC}
)  # fmt: skip
ANY_STYLE: Final = tuple(style for style in IdStyle if style not in _LEAVING_OPEN)
"""The ways of a generator that is not known, or that a plugin may have changed.

Those that leave open the ids of some headings are of generators with files of their own.
"""
