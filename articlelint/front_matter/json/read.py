"""JSON front matter: an object at the top of the file, or Hexo's members without braces.

The reader is its own: the standard library's tells no places. It goes on after a fault that
can be read only one way (a comma too many, a comma too few, a comment), so that each is found.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.front_matter.block import Block, Reading
from articlelint.front_matter.fences import looks as lines
from articlelint.front_matter.json.reader import Reader, Stop
from articlelint.front_matter.model import Format
from articlelint.text.regex import regex
from articlelint.text.span import Span

if TYPE_CHECKING:
    from articlelint.front_matter.model import Value

_START = regex(
    r"\ufeff?\s{0,40}(?P<brace>\{)"
    r"(?=\s{0,200}(?:[\"“'][^\"“”'\r\n]{0,200}[\"”'][ \t]*:|\}[ \t]*(?:[\r\n]|\Z))"
    r"|[ \t]*[\r\n]\s{0,200}(?:[\"“']|//|/\*|<{7}|[A-Za-z_]\w{0,60}[ \t]*:))"
)
_END = regex(r"[ \t]*(?:\r\n|\n|\r|\Z)")


def find(text: str) -> Block | None:
    """Return the frame of an object at the top of *text*, or None where there is none."""
    match = _START.match(text)
    if match is None:
        return None
    start = match.start("brace")
    reader = Reader(text, len(text))
    value: Value | None = None
    try:
        value = reader.value(start, 0)
        end = reader.end
    except Stop:
        end = _guessed_end(text, start)
    span = Span(start, _line_end(text, end))
    content = Span(start, end)
    inside = all(content.encloses(problem.span) for problem in reader.problems)
    reading = Reading(value, tuple(reader.problems)) if inside else None
    return Block(Format.JSON, span, content, None, None, reading=reading)


def _guessed_end(text: str, start: int) -> int:
    """Return where a broken object ends: after a brace alone on its line, or before the prose."""
    end = start + 1
    passed = False
    for line in lines.lines(text, start):
        if line.of(text).strip() == "}":
            return line.end
        if not lines.fits(text, line, Format.JSON):
            break
        if lines.is_blank(text, line):
            passed = line.start > start
        elif passed and not lines.is_key(text, line, Format.JSON) and text[line.start] not in "]}":
            break  # prose may begin with a quote or a bracket, too
        else:
            end = line.end
    return end


def _line_end(text: str, offset: int) -> int:
    match = _END.match(text, offset)
    return match.end() if match else offset


def read(text: str, content: Span, *, bare: bool = False) -> Reading:
    """Return what the JSON in *content* of *text* holds; *bare* objects have no braces."""
    reader = Reader(text, content.end)
    try:
        if bare:
            value: Value = reader.members(content.start, content.end, 0)
        else:
            start = reader.space(content.start)
            if start == content.end:
                return Reading()
            value = reader.value(start, 0)
            rest = reader.space(reader.end)
            if rest < content.end:
                message = f"`{text[rest]}` follows the end of the front matter"
                reader.problem(Span(rest, rest + 1), message)
    except Stop:
        return Reading(problems=tuple(reader.problems))
    return Reading(value, tuple(reader.problems))
