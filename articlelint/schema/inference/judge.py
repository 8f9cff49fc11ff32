"""Articles held against the schema that was deduced from them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from articlelint.schema.check import check
from articlelint.schema.fields import laid_over
from articlelint.schema.model import Schema

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from articlelint.front_matter import FrontMatter
    from articlelint.schema.finding import SchemaFinding
    from articlelint.schema.inference.deduce import Field

_MOST_SHOWN = 20
"""Outliers of one key that are kept with their place."""
_MOST_FAILING = 0.03
_FEW = 2
"""Articles that stand out even if so few others are there that the schema has to allow it."""


@dataclass(frozen=True, slots=True)
class Outlier:
    """What does not fit in one article, and where: *line* counts from one."""

    path: str
    line: int
    message: str


class Fitting:
    """Counts which articles fit *fields*, and what stands out in the others."""

    def __init__(self, fields: Sequence[Field], misspelt: Mapping[str, str]) -> None:
        self.fields = list(fields)
        self.articles = 0
        self.failing = 0
        self._misspelt = misspelt
        self._counts: Counter[str] = Counter()
        self._outliers: dict[str, list[Outlier]] = {}
        self._expected = [each for each in self.fields if each.expected]
        self._schema = laid_over(
            Schema("Article", {}, {}), {each.name: each.table for each in fields}
        )

    def add(
        self,
        front_matter: FrontMatter | None,
        path: str,
        line_of: Callable[[int], int],
        *,
        ignores_key_case: bool = False,
        known: Collection[str] = (),
    ) -> None:
        """Hold the front matter of one more article against the fields.

        *known* are keys of the generator, which are no misspellings of others.
        """
        self.articles += 1
        if front_matter is None:
            return
        found: dict[tuple[str, ...], tuple[int, str]] = {}
        corrected = set()
        for field in front_matter.fields:
            name = field.key.lower() if ignores_key_case else field.key
            right = self._misspelt.get(field.key) or self._misspelt.get(name)
            if right is not None:
                corrected.add(right)
                message = f"`{field.key}` is evidently `{right.rpartition('.')[2]}`"
                found[(field.key,)] = (field.key_span.start, message)
        for finding in check(
            self._schema, front_matter, ignores_key_case=ignores_key_case, known=known
        ):
            if finding.path[0] in corrected:
                continue
            found.setdefault(_key(finding), (finding.span.start, finding.message))
        if found:
            self.failing += 1
        for key, (offset, message) in found.items():
            name = ".".join(key)
            self._counts[name] += 1
            self._keep(name, path, line_of(offset), message)
        present = {f.key.lower() if ignores_key_case else f.key for f in front_matter.fields}
        lacking = [
            each
            for each in self._expected
            if (each.name.lower() if ignores_key_case else each.name) not in present
            and each.name not in corrected
        ]
        if present and len(lacking) == 1:  # one that lacks several is of another sort
            start = (front_matter.opening or front_matter.content).start
            said = f"`{lacking[0].name}` is missing; {lacking[0].count} of {lacking[0].of} have it"
            self._keep("", path, line_of(start), said)

    def _keep(self, name: str, path: str, line: int, message: str) -> None:
        shown = self._outliers.setdefault(name, [])
        if len(shown) < _MOST_SHOWN:
            shown.append(Outlier(path, line, message))

    def relax(self) -> None:
        """Take back what too many articles do not keep to, until all but 3 in 100 fit."""
        fields = {each.name: each for each in self.fields}
        allowed = int(self.articles * _MOST_FAILING)
        while self._counts.total() > allowed and self.failing > allowed:
            name = next((n for n, _ in self._counts.most_common() if n in fields), None)
            if name is None:
                return
            field = fields[name]
            field.table = {"type": "any"}
            field.notes.append("too different for a type")
            count = self._counts.pop(name)
            self.failing = max(0, self.failing - count)
            if count > _FEW:
                del self._outliers[name]

    @property
    def outliers(self) -> list[Outlier]:
        """Return what stands out, by path and line."""
        found = [each for some in self._outliers.values() for each in some]
        return sorted(found, key=lambda each: (each.path, each.line))

    @property
    def left_out(self) -> int:
        """Return how many more outliers there are than are kept."""
        return sum(count - len(self._outliers[name]) for name, count in self._counts.items())


def _key(finding: SchemaFinding) -> tuple[str, ...]:
    return tuple(step for step in finding.path if isinstance(step, str))
