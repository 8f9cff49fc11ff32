"""How each generator reads dates, one module and one table for each."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import cast

from articlelint.dates.readers.base import Answer, Reader, Reading, Verdict, Written

__all__ = ["Answer", "Reader", "Reading", "Verdict", "Written", "reader_of"]

_CLASSES = {
    "astro": "Astro",
    "docusaurus": "Docusaurus",
    "docusaurus_update": "DocusaurusUpdate",
    "eleventy": "Eleventy",
    "hexo": "Hexo",
    "html_time": "HtmlTime",
    "hugo": "Hugo",
    "jekyll": "Jekyll",
    "mkdocs": "MkDocs",
    "pelican": "Pelican",
    "zola": "Zola",
}


@cache
def reader_of(generator: str) -> Reader:
    """Return the reader of the generator with this name; the generic one where it has none.

    "html_time" reads the ``datetime`` attribute of ``<time>``.
    """
    name = generator if generator in _CLASSES else "generic"
    module = import_module(f"articlelint.dates.readers.{name}")
    return cast("Reader", getattr(module, _CLASSES.get(name, "Generic"))())
