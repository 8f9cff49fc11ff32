from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from articlelint import WARNING, Article, Diagnostic, Field, Mapping, SiteRule, Span

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
    unknown: tuple[tuple[str, Span], ...]


class RareKey(SiteRule):
    """A key stands in few articles, and another one that looks like it in many."""

    name = "front-matter/rare-key"
    severity = WARNING

    times: int = 20
    """How many times as many articles have to have the other key."""

    def facts(self, article: Article) -> Iterator[_Keys]:
        front_matter = article.front_matter
        if front_matter is None or front_matter.root is None:
            return
        fields = dict(_fields(front_matter.fields))
        if article.site.generator.ignores_key_case:
            fields = {name.lower(): field for name, field in fields.items()}
        if len(fields) > _MOST_KEYS:
            return
        names = _known_names(article)
        reported = {f.path[0] for f in article.schema_findings if f.kind == "unknown-key"}
        known = []
        unknown = []
        for name, field in fields.items():
            if name in reported or name in names:
                known.append(name)
            else:
                unknown.append((name, field.key_span))
        yield _Keys(str(article.site.root), tuple(known), tuple(unknown))

    def check_site(self, facts: Iterable[tuple[Path, object]]) -> Iterator[tuple[Path, Diagnostic]]:
        counts: dict[str, Counter[str]] = {}
        known: set[str] = set()
        articles: list[tuple[Path, _Keys]] = []
        for path, fact in facts:
            if isinstance(fact, _Keys):
                count = counts.setdefault(fact.site, Counter())
                count.update(fact.known)
                known.update(fact.known)
                count.update(name for name, _ in fact.unknown)
                if fact.unknown:
                    articles.append((path, fact))
        usual = {
            site: {name: n for name, n in count.items() if n >= _USED}
            for site, count in counts.items()
        }
        meant: dict[tuple[str, str], str | None] = {}
        for path, fact in articles:
            for name, span in fact.unknown:
                number = counts[fact.site][name]
                if number > _FEW or not usual[fact.site]:
                    continue
                place = fact.site, name
                if place not in meant:
                    meant[place] = self._meant(name, number, usual[fact.site], known)
                right = meant[place]
                if right is None or right in fact.known or right in dict(fact.unknown):
                    continue
                yield (
                    path,
                    self.diagnostic(
                        span,
                        f"`{name}` stands in {_articles(number)} only, "
                        f"`{right}` in {usual[fact.site][right]}",
                        hint=f"Rename it to `{right.rpartition('.')[2]}`",
                    ),
                )

    def _meant(self, name: str, count: int, usual: dict[str, int], known: set[str]) -> str | None:
        """Return the usual key that *name*, which stands *count* times, is a slip of."""
        from articlelint.schema.names import distance, is_near  # noqa: PLC0415 - the whole site is read

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


def _fields(fields: Iterable[Field]) -> Iterator[tuple[str, Field]]:
    for field in fields:
        yield field.key, field
        if isinstance(field.content, Mapping):
            for inner in field.content.fields:
                yield f"{field.key}.{inner.key}", inner


def _known_names(article: Article) -> frozenset[str]:
    typed_dict = article.site.schema(article.path)
    if typed_dict is None:
        return frozenset()
    return _names_of(typed_dict, folds=article.site.generator.ignores_key_case)


@lru_cache(maxsize=64)
def _names_of(typed_dict: type, *, folds: bool) -> frozenset[str]:
    from articlelint.schema.model import schema_of  # noqa: PLC0415 - schemas take 5 ms

    schema = schema_of(typed_dict)
    names = schema.accepted.union(schema.names)
    return frozenset(name.lower() for name in names) if folds else names


def _folded(name: str) -> str:
    return name.lower().replace("-", "").replace("_", "").replace(" ", "")


def _digits(name: str) -> str:
    return "".join(filter(str.isdigit, name))


def _articles(number: int) -> str:
    return "one article" if number == 1 else f"{number} articles"
