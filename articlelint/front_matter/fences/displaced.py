"""Front matter that no generator sees: nothing opens it, or something stands above it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from articlelint.front_matter.block import Block
from articlelint.front_matter.fences import looks as lines
from articlelint.front_matter.fences import unopened
from articlelint.front_matter.model import FenceDefect, Format
from articlelint.text.regex import regex
from articlelint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Collection

_USUAL = regex(r"(?:\A|(?<=[\r\n]))\ufeff?(?:title|layout|date)[ \t]*(?::(?=[ \t])|=)")
_CODE = regex(
    r"\ufeff?(?P<line>\s{0,40}(?P<fence>`{3,}+|~{3,}+)[ \t]*+(?:ya?ml|toml|md|markdown)?[ \t]*+"
    r"(?:\r\n|\n|\r))(?=(?P<mark>---|\+\+\+)[ \t]*[\r\n])",
    re.IGNORECASE,
)
"""The first line of a block of code that begins with front matter."""
_NOTATIONS = {"---": Format.YAML, "+++": Format.TOML}
_MOST_ABOVE = 10
"""Lines above it, blank ones not counted; further down it is a part of the text."""
_LOOKED_AT = 4_000


def find(text: str, formats: Collection[Format]) -> Block | None:
    """Return the frame of what was evidently meant for front matter, None without such."""
    if not _USUAL.search(text, 0, _LOOKED_AT):
        return None
    in_code = _in_code(text, formats)
    if in_code is not None or Format.YAML not in formats:
        return in_code
    return _without_opening(text) or _below_text(text)


def _without_opening(text: str) -> Block | None:
    block = unopened.find(text, {Format.YAML})
    if block is None or not _is_evident(text, block.content):
        return None
    newline = lines.NEWLINE.search(text)
    opening = f"---{newline[0] if newline else ''}"
    defect = FenceDefect(
        Span.at(block.content.start), "The `---` that opens the front matter is missing", opening
    )
    return block._replace(defects=(defect,))


def _in_code(text: str, formats: Collection[Format]) -> Block | None:
    """Return the front matter that is all of a block of code above the article.

    A page of examples may begin with one, too; it would not go on without a heading or
    sentence above it.
    """
    code = _CODE.match(text)
    if code is None or _NOTATIONS[code["mark"]] not in formats:
        return None
    held = lines.lines(text, code.end(), min(len(text), _LOOKED_AT))
    opening = next(held)
    for line in held:
        if line.of(text).rstrip() != code["mark"]:
            if not lines.fits(text, line, _NOTATIONS[code["mark"]]):
                return None
            continue
        end = next(held, None)
        if end is None or end.of(text).rstrip() != code["fence"] or not text[end.end :].strip():
            return None
        newline = lines.NEWLINE.match(text, end.end)
        below = Span(end.start, newline.end() if newline else end.end)
        message = "The front matter is in a code block, so it is shown as code"
        defect = FenceDefect(Span(*code.span("line")), message, "", also=below, meant=False)
        return _frame(text, opening, line, (defect,), below.end)
    return None


def _below_text(text: str) -> Block | None:
    above: list[Span] = []
    opening: Span | None = None
    for line in lines.lines(text, 0, min(len(text), _LOOKED_AT)):
        words = line.of(text)
        is_fence = words.rstrip() == "---"
        if opening is not None and is_fence:
            return _below(text, above[0], opening, line)
        if opening is not None:
            if not lines.fits(text, line):
                return None
        elif is_fence and above:
            opening = line
        elif words.strip():
            above.append(line)
            if len(above) > _MOST_ABOVE or words.lstrip().startswith(("```", "~~~", "---")):
                return None
    return None


def _below(text: str, first: Span, opening: Span, closing: Span) -> Block | None:
    """Return the frame of the block below *first*, the first line of the text above it."""
    defects: tuple[FenceDefect, ...] = ()
    if not lines.CONFLICT_MARKER.match(text, first.start):
        words = first.of(text).strip()
        words = words if len(words) <= 30 else f"{words[:29]}…"
        message = f"`{words}` comes before the front matter, which must begin on the first line"
        defects = (FenceDefect(first, message, None),)
    end = lines.NEWLINE.match(text, closing.end)
    return _frame(text, opening, closing, defects, end.end() if end else closing.end)


def _frame(
    text: str, opening: Span, closing: Span, defects: tuple[FenceDefect, ...], end: int
) -> Block | None:
    newline = lines.NEWLINE.match(text, opening.end)
    start = newline.end() if newline else opening.end
    content = Span(start, closing.start)
    notation = _NOTATIONS[opening.of(text).rstrip()]
    first = next(lines.lines(text, start))
    if not lines.is_plain_key(text, first, notation) or not _is_evident(text, content, notation):
        return None
    return Block(
        format=notation,
        span=Span(opening.start, end),
        content=content,
        opening=Span(opening.start, opening.start + 3),
        closing=Span(closing.start, closing.start + 3),
        defects=defects,
    )


def _is_evident(text: str, content: Span, notation: Format = Format.YAML) -> bool:
    """Tell whether there are two keys or more, of which one is of every article."""
    keys = [
        line for line in lines.lines(text, *content) if lines.is_plain_key(text, line, notation)
    ]
    return len(keys) >= 2 and _USUAL.search(text, content.start, content.end) is not None
