from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from articlelint import (
    WARNING,
    Article,
    Depends,
    Facts,
    Field,
    FindingsByPath,
    Mapping,
    Schema,
    SiteRule,
    Span,
    distance,
    is_near,
    layout_words,
    schema_of,
)

_USED = 5
"""So often a key has to stand that another spelling of it can be a slip."""
_FEW = 10
"""A key that stands in more articles is no slip, however it is spelt."""
_MOST_KEYS = 300
"""An article with more is no author's."""


class _Keys(NamedTuple):
    """The keys of an article, dotted; *unknown* are those that no schema has, with their place."""

    site: str
    known: tuple[str, ...]
    unknown: dict[str, Span]


class _Counted(NamedTuple):
    """In how many articles of a *site* each key stands, and which of the keys a schema has."""

    site: str
    counts: dict[str, int]
    known: frozenset[str]


class _Rare(NamedTuple):
    """Keys that may be slips, with their place, of an article that has these *names*, and counts.

    It is among those that are ``_Counted``.
    """

    site: str
    names: frozenset[str]
    unknown: dict[str, Span]


class RareKey(SiteRule):
    """A key is used in few articles, and a similar one in many."""

    name = "front-matter/rare-key"
    severity = WARNING
    depends = Depends.SITE | Depends.DISK

    times: int = 20
    """How many times as many articles must have the other key."""

    def facts(self, article: Article) -> Iterator[_Keys]:
        front_matter = article.front_matter
        if front_matter is None or front_matter.root is None:
            return
        fields = dict(_fields(front_matter.fields))
        if article.site.generator.ignores_key_case:
            fields = {name.lower(): field for name, field in fields.items()}
        if len(fields) > _MOST_KEYS:
            return
        reported = {f.path[0] for f in article.schema_findings if f.kind == "unknown-key"}
        if article.site.generator.ignores_key_case:
            reported = {str(name).lower() for name in reported}
        known = {name for name in fields if name in reported or _is_known(article, name)}
        unknown = {
            name: field.key_span
            for name, field in fields.items()
            if name not in known and not name.startswith("_")  # it was put out of use
        }
        yield _Keys(str(article.site.root), tuple(known), unknown)

    def may_find(self, fact: _Keys) -> bool:
        return bool(fact.unknown)

    def combine(self, facts: Facts[object]) -> Facts[object]:
        counts: dict[str, Counter[str]] = {}
        known: dict[str, set[str]] = {}
        places: dict[str, Path] = {}
        rare: list[tuple[Path, _Rare]] = []
        for path, fact in facts:
            if isinstance(fact, _Rare):
                rare.append((path, fact))
            elif isinstance(fact, _Keys | _Counted):
                places.setdefault(fact.site, path)
                known.setdefault(fact.site, set()).update(fact.known)
                count = counts.setdefault(fact.site, Counter())
                if isinstance(fact, _Counted):
                    count.update(fact.counts)
                    continue
                count.update((*fact.known, *fact.unknown))
                if fact.unknown:
                    names = frozenset((*fact.known, *fact.unknown))
                    rare.append((path, _Rare(fact.site, names, fact.unknown)))
        counted = [
            (path, _Counted(site, dict(counts[site]), frozenset(known[site])))
            for site, path in places.items()
        ]
        return [*counted, *_still_rare(rare, counts)]

    def check_site(self, facts: Facts[object]) -> FindingsByPath:
        facts = self.combine(facts)
        sites = {fact.site: fact for _, fact in facts if isinstance(fact, _Counted)}
        rare = [(path, fact) for path, fact in facts if isinstance(fact, _Rare)]
        known = {name for fact in sites.values() for name in fact.known}
        for site, (_, counts, _) in sites.items():
            usual = {name: number for name, number in counts.items() if number >= _USED}
            names = {name for _, fact in rare if fact.site == site for name in fact.unknown}
            meant = {name: self._meant(name, counts[name], usual, known) for name in names}
            for path, fact in rare:
                for name, span in fact.unknown.items() if fact.site == site else ():
                    right, number = meant.get(name), counts[name]
                    if right is None or right in fact.names or _is_read(site, name):
                        continue
                    few = "one article" if number == 1 else f"{number} articles"
                    message = f"`{name}` is used in {few} only, `{right}` in {usual[right]}"
                    hint = f"Rename it to `{right.rpartition('.')[2]}`"
                    yield path, self.diagnostic(span, message, hint=hint)

    def _meant(self, name: str, count: int, usual: dict[str, int], known: set[str]) -> str | None:
        """Return the usual key that *name*, which stands *count* times, is a slip of."""
        parent, _, own = name.rpartition(".")
        near = []
        for right, number in usual.items():
            above, _, other = right.rpartition(".")
            if above != parent:
                continue
            is_same = _folded(own) == _folded(other)
            enough = count * (2 if is_same and right in known else self.times)
            is_slip = count <= 2 and is_near(own, other) and distance(own, other, 2) == 1
            if number >= enough and (is_same or (is_slip and _digits(own) == _digits(other))):
                near.append((number, right))
        return max(near)[1] if near else None


def _still_rare(
    rare: Iterable[tuple[Path, _Rare]], counts: dict[str, Counter[str]]
) -> Iterator[tuple[Path, _Rare]]:
    """Yield of *rare* what the *counts* of its site leave over."""
    for path, fact in rare:
        of_site = counts.get(fact.site, Counter())
        unknown = {name: at for name, at in fact.unknown.items() if of_site.get(name, 0) <= _FEW}
        if unknown:
            yield path, fact._replace(unknown=unknown)


def _fields(fields: Iterable[Field]) -> Iterator[tuple[str, Field]]:
    for field in fields:
        yield field.key, field
        if isinstance(field.content, Mapping):
            for inner in field.content.fields:
                yield f"{field.key}.{inner.key}", inner


def _is_known(article: Article, name: str) -> bool:
    """Tell whether the generator knows the key *name*, or any theme or plugin."""
    schema = article.view(_generators_schema)
    return schema is not None and (name in schema.accepted or name in schema.names)


def _generators_schema(article: Article) -> Schema | None:
    typed_dict = article.site.schema(article.path)
    if typed_dict is None:
        return None
    schema = schema_of(typed_dict)
    return schema.lowered if article.site.generator.ignores_key_case else schema


def _is_read(site: str, name: str) -> bool:
    """Tell whether a layout or a program of the site has this very word in it."""
    return name.rpartition(".")[2].lower() in layout_words(Path(site))


def _folded(name: str) -> str:
    return name.lower().replace("-", "").replace("_", "").replace(" ", "")


def _digits(name: str) -> str:
    return "".join(filter(str.isdigit, name))
