"""YAML indented with tabs, for which Hexo reads two spaces each (hexo-front-matter, ``escape``)."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from articlelint.front_matter.block import Reading
from articlelint.front_matter.model import Field, Mapping, Scalar, Sequence
from articlelint.front_matter.yaml import read as yaml
from articlelint.text.regex import regex
from articlelint.text.span import Span

if TYPE_CHECKING:
    from articlelint.front_matter.model import SyntaxProblem, Value

_INDENT = regex(r"(?<=\n)\t+")
_WIDTH = 2


def read(text: str, content: Span) -> Reading:
    """Return what the YAML in *content* of *text* holds once its tabs are spaces."""
    source = content.of(text)
    if not _INDENT.search(source):
        return yaml.read(text, content)
    places = _Places(text)
    spaced = places.expand(source, content.start)
    reading = yaml.read(spaced, Span(0, len(spaced)))
    value = places.value(reading.value) if reading.value is not None else None
    return Reading(value, tuple(places.problem(problem) for problem in reading.problems))


@dataclass
class _Places:
    """Leads from places in the spaced source back to those in *text*.

    ``spaced`` and ``written`` are matching places; past each, so many spaces count as one
    character as ``widths`` says.
    """

    text: str
    spaced: list[int] = field(default_factory=list)
    written: list[int] = field(default_factory=list)
    widths: list[int] = field(default_factory=list)

    def expand(self, source: str, offset: int) -> str:
        """Return *source*, which begins at *offset*, with spaces for its leading tabs."""
        parts: list[str] = []
        self._mark(0, offset, 1)
        length = last = 0
        for match in _INDENT.finditer(source):
            before = source[last : match.start()]
            length += len(before)
            self._mark(length, offset + match.start(), _WIDTH)
            length += _WIDTH * len(match[0])
            self._mark(length, offset + match.end(), 1)
            parts += [before, " " * (_WIDTH * len(match[0]))]
            last = match.end()
        return "".join([*parts, source[last:]])

    def _mark(self, spaced: int, written: int, width: int) -> None:
        self.spaced.append(spaced)
        self.written.append(written)
        self.widths.append(width)

    def span(self, span: Span) -> Span:
        """Return the span in the text of a span in the spaced source."""
        return Span(self._place(span.start), self._place(span.end))

    def _place(self, offset: int) -> int:
        index = bisect_right(self.spaced, offset) - 1
        return self.written[index] + (offset - self.spaced[index]) // self.widths[index]

    def problem(self, problem: SyntaxProblem) -> SyntaxProblem:
        """Return *problem* at its place in the text."""
        related = tuple(each._replace(span=self.span(each.span)) for each in problem.related)
        return problem._replace(span=self.span(problem.span), related=related)

    def value(self, value: Value) -> Value:
        """Return *value* and all in it at their places in the text."""
        span = self.span(value.span)
        if isinstance(value, Scalar):
            return value._replace(span=span, source=span.of(self.text))
        if isinstance(value, Sequence):
            return value._replace(span=span, items=tuple(map(self.value, value.items)))
        fields = tuple(
            Field(inner.key, self.span(inner.key_span), self.value(inner.content))
            for inner in value.fields
        )
        return Mapping(span, fields, value.flow)
