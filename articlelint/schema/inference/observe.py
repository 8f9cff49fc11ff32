"""Counts what articles have under each key, in memory that their number does not grow."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from articlelint.front_matter import Mapping, Scalar, Sequence
from articlelint.schema.inference.kinds import Kind, form_of, kind_of
from articlelint.schema.values import value_problems

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Mapping as AbstractMapping

    from articlelint.front_matter import Field, FrontMatter, Value
    from articlelint.schema.model import FieldSpec, Schema

MOST_KEYS = 2_000
"""Keys that are counted, dotted ones included; a scraper may make a new one for each article."""
MOST_VALUES = 60
"""Values of a key that are told apart."""
LONGEST_VALUE = 60
_DEEPEST = 3
_BESIDE = 5


@dataclass(slots=True)
class Values:
    """What stands under a key, or in its lists.

    *texts* are the texts with their numbers, None where there are too many; *forms* the ways
    in which dates are written; *approved* are kinds that the generator's schema allows.
    """

    count: int = 0
    kinds: Counter[Kind] = field(default_factory=Counter)
    texts: Counter[str] | None = field(default_factory=Counter)
    forms: Counter[str] = field(default_factory=Counter)
    empty: int = 0
    approved: set[Kind] = field(default_factory=set)

    def add(self, value: Value) -> Kind:
        """Count *value*, and return its kind."""
        kind = kind_of(value)
        self.count += 1
        self.kinds[kind] += 1
        self.empty += isinstance(value, (Sequence, Mapping)) and not value.value
        if isinstance(value, Scalar):
            if kind is Kind.DATE:
                self.texts = None
                self.forms[form_of(value) or "YYYY-MM-DD"] += 1
            elif kind is Kind.TEXT:
                self._add_text(str(value.value))
            elif kind not in {Kind.NOTHING, Kind.BLANK, Kind.TEMPLATE}:
                self.texts = self.texts if kind is Kind.BOOLEAN else None
        return kind

    @property
    def blanks(self) -> int:
        """Return how many there are that are no value."""
        return self.kinds[Kind.NOTHING] + self.kinds[Kind.BLANK] + self.empty

    def _add_text(self, text: str) -> None:
        if self.texts is None:
            return
        if len(text) > LONGEST_VALUE or (text not in self.texts and len(self.texts) >= MOST_VALUES):
            self.texts = None
        else:
            self.texts[text] += 1


@dataclass(slots=True)
class Observed:
    """A key: how many articles have it, what its values and the items of its lists are.

    *beside* are the keys of the first articles that have it; *specs* is what the schemas of
    the generator say of it, where they say more than that it may be anything.
    """

    name: str
    count: int = 0
    values: Values = field(default_factory=Values)
    items: Values = field(default_factory=Values)
    beside: list[frozenset[str]] = field(default_factory=list)
    specs: set[FieldSpec] = field(default_factory=set)


class Observation:
    """What is counted: articles, those with front matter, and their keys by dotted name."""

    def __init__(self) -> None:
        self.articles = 0
        self.with_front_matter = 0
        self.unreadable = 0
        self.keys: dict[str, Observed] = {}
        self.overflowing = False
        self.misspelt: Counter[tuple[str, str]] = Counter()
        self._spellings: dict[str, Counter[str]] = {}

    def add(
        self,
        front_matter: FrontMatter | None,
        *,
        ignores_key_case: bool = False,
        misspelt: AbstractMapping[str, str] | None = None,
        schema: Schema | None = None,
    ) -> None:
        """Count the front matter of one more article.

        *misspelt* are keys that the generator's *schema* takes for others, each with the right
        one.
        """
        self.articles += 1
        if front_matter is None:
            return
        if front_matter.root is None or front_matter.unclosed:
            self.unreadable += 1
            return
        self.with_front_matter += 1
        fields = {(f.key.lower() if ignores_key_case else f.key): f for f in front_matter.fields}
        if ignores_key_case:
            for name, each in fields.items():
                if name in self._spellings or len(self._spellings) < MOST_KEYS:
                    self._spellings.setdefault(name, Counter())[each.key] += 1
        for wrong, right in (misspelt or {}).items():
            if len(self.misspelt) < MOST_KEYS or (wrong, right) in self.misspelt:
                self.misspelt[wrong, right] += 1
        self._add("", fields.items(), 1)
        if schema is not None:
            self._approve(schema.lowered if ignores_key_case else schema, fields)

    def _approve(self, schema: Schema, fields: AbstractMapping[str, Field]) -> None:
        """Note which kinds the generator's schema allows where it says anything of a key."""
        for name, each in fields.items():
            spec, observed = schema.names.get(name), self.keys.get(name)
            if spec is None or observed is None or spec.shape.anything:
                continue
            observed.specs.add(spec)
            if spec.shape.is_date:
                continue
            kind = kind_of(each.content)
            known = observed.values.approved
            if kind not in known and next(value_problems(spec, each.content), None) is None:
                known.add(kind)

    def spelling(self, name: str) -> str:
        """Return the key as most articles spell it."""
        spellings = self._spellings.get(name)
        return spellings.most_common(1)[0][0] if spellings else name

    def _add(self, above: str, fields: Iterable[tuple[str, Field]], depth: int) -> None:
        listed = [(name, f) for name, f in fields if name and "." not in name]
        names = frozenset(f"{above}{name}" for name, _ in listed)
        for name, each in listed:
            dotted = f"{above}{name}"
            observed = self.keys.get(dotted)
            if observed is None:
                if len(self.keys) >= MOST_KEYS:
                    self.overflowing = True
                    continue
                observed = self.keys[dotted] = Observed(dotted)
            observed.count += 1
            if len(observed.beside) < _BESIDE:
                observed.beside.append(names)
            observed.values.add(each.content)
            content = each.content
            if isinstance(content, Sequence):
                for item in content.items:
                    observed.items.add(item)
            elif isinstance(content, Mapping) and depth < _DEEPEST:
                inner = {f.key: f for f in content.fields}
                self._add(f"{dotted}.", inner.items(), depth + 1)
