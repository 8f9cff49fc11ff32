"""Small sites of every generator, with what leads where in them.

``tests/sample_sites/test_sites.py`` holds articlelint to them, ``tests/oracles/built_sites.py`` the
generators themselves.
"""

from __future__ import annotations

from .hexo import SITES as _HEXO
from .hugo import SITES as _HUGO
from .jekyll import SITES as _JEKYLL
from .model import RESOLVES, UNJUDGED, SampleSite
from .others import ASTRO, DOCUSAURUS, ELEVENTY, GENERIC, MKDOCS, PELICAN, ZOLA

SITES = (
    *_HEXO,
    *_JEKYLL,
    *_HUGO,
    *ASTRO,
    *DOCUSAURUS,
    *ELEVENTY,
    *MKDOCS,
    *PELICAN,
    *ZOLA,
    *GENERIC,
)

__all__ = ["RESOLVES", "SITES", "UNJUDGED", "SampleSite"]
