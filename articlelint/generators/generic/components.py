"""Markdown that a program makes components of, in a project of no known generator."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.generators.mdc import Mdc
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

_JSX: Final = regex(r"mdx|mdsvex|svelte-markdown|markdoc|gatsby")
_MDC: Final = regex(r"@nuxt/content|@nuxtjs/mdc|docus\Z|@slidev/")
_VUE: Final = regex(r"vuepress|vue-markdown|vite-plugin-md")


class _WithComponents(CommonMark):
    """Markdown in whose tags JSX may stand, and where each may close itself."""

    tags_are_components = True

    def events(self, text: str) -> list[Event]:
        """Return pulldown-cmark's events, in which what closes itself is closed."""
        return closed(super().events(text))


_WITH_COMPONENTS: Final = _WithComponents(GFM_OPTIONS | FOOTNOTES)
_WITH_VUE: Final = Vue()


_WITH_MDC: Final = Mdc()
_PLACES: Final = ("", "docs", "site", "web", "website", "www")
"""Folders of a repository that its site may lie in."""


def dialect(root: Path) -> Dialect | None:
    """Return how Markdown below *root* is read, as far as the packages tell; None: as anywhere."""
    packages: set[str] = set()
    for place in _PLACES:
        if (root / place / "package.json").is_file():
            packages |= package_dependencies(root / place)
    if any(_MDC.search(name) for name in packages):
        return _WITH_MDC
    if any(_VUE.search(name) for name in packages):
        return _WITH_VUE
    return _WITH_COMPONENTS if any(_JSX.search(name) for name in packages) else None
