"""Small sites of every generator, with what leads where in them.

``tests/sample_sites/test_sites.py`` holds articlelint to them, ``tests/oracles/built_sites.py`` the
generators themselves.
"""

from __future__ import annotations

from tests.sample_sites.components import SITES as _COMPONENTS
from tests.sample_sites.docsify import SITES as _DOCSIFY
from tests.sample_sites.fumadocs import SITES as _FUMADOCS
from tests.sample_sites.hexo import SITES as _HEXO
from tests.sample_sites.hugo import SITES as _HUGO
from tests.sample_sites.jekyll import SITES as _JEKYLL
from tests.sample_sites.mdbook import SITES as _MDBOOK
from tests.sample_sites.model import RESOLVES, UNJUDGED, SampleSite
from tests.sample_sites.nextra import SITES as _NEXTRA
from tests.sample_sites.obsidian import SITES as _OBSIDIAN
from tests.sample_sites.others import (
    ASTRO,
    DOCUSAURUS,
    ELEVENTY,
    GENERIC,
    MKDOCS,
    PELICAN,
    VITEPRESS,
    ZOLA,
)
from tests.sample_sites.quarto import SITES as _QUARTO
from tests.sample_sites.rspress import SITES as _RSPRESS
from tests.sample_sites.sphinx import SITES as _SPHINX
from tests.sample_sites.vuepress import SITES as _VUEPRESS

SITES = (
    *_FUMADOCS,
    *_HEXO,
    *_JEKYLL,
    *_HUGO,
    *_MDBOOK,
    *_SPHINX,
    *_OBSIDIAN,
    *_QUARTO,
    *ASTRO,
    *DOCUSAURUS,
    *ELEVENTY,
    *MKDOCS,
    *PELICAN,
    *VITEPRESS,
    *_VUEPRESS,
    *_DOCSIFY,
    *_NEXTRA,
    *_RSPRESS,
    *_COMPONENTS,
    *ZOLA,
    *GENERIC,
)

__all__ = ["RESOLVES", "SITES", "UNJUDGED", "SampleSite"]
