"""Markdown that a program makes components of, in a project of no known generator."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.generators.reading import package_dependencies
from articlelint.markdown.common_mark import CommonMark
from articlelint.markdown.options import FOOTNOTES, GFM_OPTIONS
from articlelint.markdown.vue import Vue
from articlelint.markdown.vue.closing import closed
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from pathlib import Path

    from articlelint.markdown.dialect import Dialect
    from articlelint.markdown.events import Event

_JSX: Final = regex(r"mdx|mdsvex|svelte-markdown|markdoc")
_VUE: Final = regex(r"vuepress|vue-markdown|vite-plugin-md|@nuxt/content|@nuxtjs/mdc|@slidev/")


class _WithComponents(CommonMark):
    """Markdown in whose tags JSX may stand, and where each may close itself."""

    tags_are_components = True

    def events(self, text: str) -> list[Event]:
        """Return pulldown-cmark's events, in which what closes itself is closed."""
        return closed(super().events(text))


_WITH_COMPONENTS: Final = _WithComponents(GFM_OPTIONS | FOOTNOTES)
_WITH_VUE: Final = Vue()


def dialect(root: Path) -> Dialect | None:
    """Return how Markdown below *root* is read, as far as the packages tell; None: as anywhere."""
    if not (root / "package.json").is_file():
        return None
    packages = package_dependencies(root)
    if any(_VUE.search(name) for name in packages):
        return _WITH_VUE
    return _WITH_COMPONENTS if any(_JSX.search(name) for name in packages) else None
