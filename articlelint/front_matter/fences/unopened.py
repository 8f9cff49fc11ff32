"""Hexo's front matter without an opening fence: it ends at the first fence of the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.front_matter.block import Block
from articlelint.front_matter.fences import looks as lines
from articlelint.front_matter.model import Format
from articlelint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Collection

_FENCES = {"---": Format.YAML, ";;;": Format.JSON}


def find(text: str, formats: Collection[Format]) -> Block | None:
    """Return the frame of a block without an opening fence, or None where there is none.

    Hexo takes everything before the first ``---`` for YAML (hexo-front-matter, ``split``).
    It is front matter in an author's eyes where each line looks like it, and a heading where
    a lone sentence is underlined.
    """
    start = 1 if text.startswith("\ufeff") else 0
    first: Span | None = None
    said = 0
    for line in lines.lines(text, start):
        format_ = _FENCES.get(text[line.start : line.start + 3])
        if format_ is not None and first is not None:
            return _block(text, start, first, line, format_, formats, said=said)
        if lines.is_blank(text, line):
            continue
        if not lines.fits(text, line) and not lines.fits(text, line, Format.JSON):
            return None
        first = first or line
        said += 1
    return None


def _block(
    text: str,
    start: int,
    first: Span,
    fence: Span,
    format_: Format,
    formats: Collection[Format],
    *,
    said: int,
) -> Block | None:
    if format_ not in formats or fence.of(text).strip() != text[fence.start : fence.start + 3]:
        return None
    if not lines.is_key(text, first, format_):
        return None
    if said == 1 and format_ is Format.YAML and not lines.is_plain_key(text, first):
        return None
    newline = lines.NEWLINE.match(text, fence.end)
    return Block(
        format=format_,
        span=Span(start, newline.end() if newline else fence.end),
        content=Span(start, fence.start),
        opening=None,
        closing=Span(fence.start, fence.start + 3),
        bare=format_ is Format.JSON,
    )
