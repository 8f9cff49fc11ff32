"""Bare URLs in marked: they are found before the markup that may stand in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.markdown.bare_urls import BareUrls, bare_urls
from articlelint.markdown.common_mark import CommonMark
from articlelint.markdown.document import Markdown
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint.markdown.twin import Change

_WITH_MARKUP: Final = regex(
    r"""(?<![(<"'=])(?:://|www\.)(?:(?!://|www\.)[^\s<>*`~\[\]\\])*+[*`~\[\]\\]"""
)
_MARKUP: Final = regex(r"[*_`~\[\]()\\!&]+")


def markup_in_urls(text: str, options: int) -> Iterator[Change]:
    """Yield what stands for the markup in bare URLs, so that it is none."""
    if _WITH_MARKUP.search(text) is None:
        return
    for _, span in bare_urls(Markdown(text, 0, CommonMark(options)), BareUrls.MARKED):
        for match in _MARKUP.finditer(text, span.start, span.end):
            yield match.start(), "x" * len(match[0])
