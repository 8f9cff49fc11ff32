"""Markdown in whose tags JSX may stand: MDX and its like, whatever reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.markdown.common_mark import CommonMark
from articlelint.markdown.options import FOOTNOTES, GFM_OPTIONS
from articlelint.markdown.vue.closing import closed

if TYPE_CHECKING:
    from articlelint.markdown.events import Event


class _WithComponents(CommonMark):
    """Markdown whose tags are components, and where each may close itself."""

    tags_are_components = True

    def events(self, text: str) -> list[Event]:
        """Return pulldown-cmark's events, in which what closes itself is closed."""
        return closed(super().events(text), reads_html=True)


WITH_COMPONENTS: Final = _WithComponents(GFM_OPTIONS | FOOTNOTES)
