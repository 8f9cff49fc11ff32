"""The ways in which ids of headings are made."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class IdStyle(StrEnum):
    """A way to make a heading's id."""

    GITHUB = "github"  # github-slugger: GitHub
    ASTRO = "astro"  # the same, without a hyphen at the end: @astrojs/markdown-remark before 7
    DOCUSAURUS = "docusaurus"  # github-slugger, and {#id}
    KRAMDOWN_GFM = "kramdown-gfm"  # Jekyll
    KRAMDOWN = "kramdown"  # kramdown's own input
    GOLDMARK = "goldmark"  # Hugo, autoHeadingIDType = "github"
    GOLDMARK_ASCII = "goldmark-ascii"  # Hugo, autoHeadingIDType = "github-ascii"
    BLACKFRIDAY = "blackfriday"  # Hugo, autoHeadingIDType = "blackfriday"
    HEXO_MARKED = "hexo-marked"  # hexo-renderer-marked
    HEXO_MARKED_5 = "hexo-marked-5"  # the same before 6.2: of `&` and `<` their names are left
    MARKDOWN_IT_ANCHOR = "markdown-it-anchor"  # the plugin of Eleventy and others
    MDIT_VUE = "mdit-vue"  # @mdit-vue/shared: VitePress
    NEXTRA = "nextra"  # github-slugger, ``[#id]``, and none for headings of the first level
    RSPRESS = "rspress"  # github-slugger, and {#id}
    FUMADOCS = "fumadocs"  # github-slugger, and ``[#id]``
    MDC = "mdc"  # github-slugger without hyphens in a row: Nuxt Content
    DOCSIFY = "docsify"  # and ``:id=name``
    VUEPRESS = "vuepress"  # the same, of texts and code alone, without braces: VuePress 2
    VUEPRESS_1 = "vuepress-1"  # the same, the second of two equal ones is number 2
    PYTHON_MARKDOWN = "python-markdown"  # the toc extension: MkDocs
    ZOLA = "zola"
    MDN = "mdn"
    MDBOOK = "mdbook"


ANY_STYLE: Final = tuple(
    style for style in IdStyle if style not in {IdStyle.MDC, IdStyle.DOCSIFY, IdStyle.RSPRESS}
)
"""The ways of a generator that is not known, or that a plugin may have changed.

Those that leave open the ids of some headings are of generators with files of their own.
"""
