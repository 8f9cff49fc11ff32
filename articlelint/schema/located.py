"""Front matter as plain data for a schema of another language, and the way back to its spans."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from articlelint.front_matter import Format, Mapping, Scalar, Sequence
from articlelint.schema.finding import FindingKind, SchemaFinding
from articlelint.text.regex import regex
from articlelint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from articlelint.front_matter import FrontMatter, Path, Value

_TEMPLATE = regex(r"\{\{|\{%|<%")
_LONGEST = 40


class Located:
    """The data of *front_matter*, and where each part of it stands.

    Where the generator ignores the case of keys, those at the top are spelt as in *keys*.
    With *dates_as_text* a date is the text that was written.
    """

    def __init__(
        self,
        front_matter: FrontMatter,
        keys: Iterable[str],
        *,
        ignores_key_case: bool,
        dates_as_text: bool,
    ) -> None:
        spelt = {key.lower(): key for key in keys} if ignores_key_case else {}
        self._front_matter = front_matter
        self._fields = {spelt.get(f.key.lower(), f.key): f for f in front_matter.fields}
        self.data: dict[str, Any] = {
            key: _plain(field.content, dates_as_text=dates_as_text)
            for key, field in self._fields.items()
        }

    def value(self, path: Path) -> Value | None:
        """Return the value at *path*, None where there is none."""
        if not path or path[0] not in self._fields:
            return None
        value: Value | None = self._fields[str(path[0])].content
        for step in path[1:]:
            if isinstance(value, Mapping) and isinstance(step, str):
                field = value.get(step)
                value = field.content if field is not None else None
            elif isinstance(value, Sequence) and isinstance(step, int):
                value = value.items[step] if step < len(value.items) else None
            else:
                return None
        return value

    def is_template(self, path: Path) -> bool:
        """Tell whether the value is made by a template, so that nobody knows it."""
        value = self.value(path)
        if isinstance(value, Scalar):
            return _TEMPLATE.search(value.source) is not None
        return (
            isinstance(value, Mapping)
            and value.flow
            and len(value.fields) == 1
            and value.fields[0].key.startswith("{")
        )

    def wrong(
        self, kind: FindingKind, path: Path, message: str, suggestion: str | None = None
    ) -> SchemaFinding:
        """Return the finding that the value at *path* is wrong; *message* follows its name."""
        value = self.value(path)
        span = value.span if value is not None else self._opening
        return SchemaFinding(kind, path, span, f"{self.name(path)} {message}", suggestion)

    def missing(self, path: Path, hint: str | None = None) -> SchemaFinding:
        """Return the finding that there is nothing at *path*."""
        above = self.value(path[:-1])
        span = self._opening
        if isinstance(above, Mapping):
            span = above.fields[0].key_span if above.fields else above.span
        elif above is not None:
            span = above.span
        message = f"{self.name(path)} is missing"
        return SchemaFinding(FindingKind.MISSING_KEY, path, span, message, hint=hint)

    def unknown(self, path: Path, suggestion: str | None) -> SchemaFinding:
        """Return the finding that the key at *path* is one that the schema does not have."""
        last = path[-1]
        if len(path) == 1:
            field = self._fields.get(str(last))
        else:
            above = self.value(path[:-1])
            field = above.get(str(last)) if isinstance(above, Mapping) else None
        span = field.key_span if field is not None else self._opening
        meant = f"; `{suggestion}` was probably meant" if suggestion else ""
        return SchemaFinding(
            FindingKind.UNKNOWN_KEY,
            path,
            span,
            f"{self.name(path)} is not a key of this site's schema{meant}",
            suggestion=suggestion,
        )

    def name(self, path: Path) -> str:
        """Return the name of a key as messages have it, with the number of the last item."""
        keys = [step for step in path if isinstance(step, str)]
        numbers = [step for step in path if isinstance(step, int)]
        if not keys:
            return "The front matter"
        return f"`{'.'.join(keys)}`" + (f": item {numbers[-1] + 1}" if numbers else "")

    def found(self, path: Path) -> str:
        """Return what stands at *path*, in an author's words."""
        value = self.value(path)
        if isinstance(value, Sequence):
            return "a list"
        if not isinstance(value, Scalar):
            return "a mapping"
        if value.value is None:
            return "nothing"
        shown = " ".join(value.source.split())
        shown = shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 1]}…"
        if isinstance(value.value, bool):
            return f"`{shown}`"
        if isinstance(value.value, (int, float)):
            return f"the number `{shown}`"
        if isinstance(value.value, str):
            return f"the text `{shown}`" if value.value.strip() else "an empty text"
        return f"the date `{shown}`"

    @property
    def _opening(self) -> Span:
        front_matter = self._front_matter
        span = front_matter.opening or Span.at(front_matter.content.start)
        return Span.at(span.start) if front_matter.format is Format.META else span


def _plain(value: Value, *, dates_as_text: bool) -> Any:
    if isinstance(value, Sequence):
        return [_plain(item, dates_as_text=dates_as_text) for item in value.items]
    if isinstance(value, Mapping):
        return {f.key: _plain(f.content, dates_as_text=dates_as_text) for f in value.fields}
    if dates_as_text and isinstance(value.value, (dt.date, dt.time)):
        return value.source
    return value.value
