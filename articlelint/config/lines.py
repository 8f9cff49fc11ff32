"""The line of a key in a TOML file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.front_matter import Format, Mapping, Sequence, parse
from articlelint.text.span import LineIndex, Span

if TYPE_CHECKING:
    from articlelint.front_matter import Value

_FENCE = "+++\n"


def line_of(text: str, location: tuple[str | int, ...]) -> int | None:
    """Return the line, from one, of what stands at *location* in the TOML *text*.

    Keys count with their own line, list items with theirs; of a location that does not
    exist, the nearest thing above. None where the text does not parse or nothing is found.
    """
    fenced = _FENCE + text + ("" if text.endswith("\n") else "\n") + _FENCE
    front_matter = parse(fenced, formats=frozenset({Format.TOML}))
    if front_matter is None:
        return None
    span: Span | None = None
    value: Value | None = front_matter.root
    for step in location:
        if isinstance(value, Mapping) and isinstance(step, str):
            field = value.get(step)
            if field is None:
                break
            span, value = field.key_span, field.content
        elif isinstance(value, Sequence) and isinstance(step, int) and step < len(value.items):
            value = value.items[step]
            span = value.span
        else:
            break
    return LineIndex(fenced).position(span.start).line - 1 if span else None
