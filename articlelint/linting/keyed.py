"""The keyed reduce: facts of all articles meet by their keys, and site rules look at who meets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.diagnostic import Diagnostic
from articlelint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from articlelint.linting.rule import SiteRule

NO_ARTICLES: Mapping[Path, Origin] = {}
"""What a fact of the first round knows of other articles."""


class Origin(NamedTuple):
    """An article that facts are of: its place among all, and what stands for its bytes."""

    position: int = -1
    content: bytes = b""


class Entry(NamedTuple):
    """A fact and its article; *others* are those that the fact knows of from an earlier round."""

    origin: Origin
    path: Path
    fact: object
    others: Mapping[Path, Origin] = NO_ARTICLES


class SiteFinding(NamedTuple):
    """What a site rule, configured as it is, found in an article."""

    origin: Origin
    path: Path
    diagnostic: Diagnostic
    rule: SiteRule


def by_key(rule: SiteRule, entries: Iterable[Entry]) -> dict[Hashable, list[Entry]]:
    """Return *entries* by what *rule* has them meet on."""
    groups: dict[Hashable, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(rule.key(entry.fact), []).append(entry)
    return groups


def in_order(entries: Iterable[Entry]) -> list[Entry]:
    """Return *entries* in the order of their articles, the facts of one as they are."""
    return sorted(entries, key=lambda entry: (entry.origin.position, str(entry.path)))


def combined(rule: SiteRule, entries: Sequence[Entry]) -> list[Entry]:
    """Return fewer entries that say the same of one key; *entries* are in their order."""
    origins = _origins(entries)
    pairs = rule.combine([(entry.path, entry.fact) for entry in entries])
    if len(pairs) == len(entries):
        return list(entries)
    others = {} if all(not entry.others for entry in entries) else origins
    return [Entry(origins[path], path, fact, others) for path, fact in pairs]


def reduced(rule: SiteRule, entries: Sequence[Entry]) -> Iterator[SiteFinding | Entry]:
    """Yield what *rule* finds among the facts of one key, which are in their order.

    What is an entry again meets others in the next round.
    """
    origins = _origins(entries)
    for path, each in rule.check_site([(entry.path, entry.fact) for entry in entries]):
        origin = origins.get(path, Origin())
        if isinstance(each, Diagnostic):
            yield SiteFinding(origin, path, each, rule)
        else:
            yield Entry(origin, path, each, origins)


def found_among(rule: SiteRule, entries: Iterable[Entry]) -> Iterator[SiteFinding]:
    """Yield what *rule* finds among the facts of all articles, which are in their order."""
    while entries:
        following: list[Entry] = []
        for group in by_key(rule, entries).values():
            for each in reduced(rule, group):
                if isinstance(each, Entry):
                    following.append(each)
                else:
                    yield each
        entries = in_order(following)


def _origins(entries: Sequence[Entry]) -> dict[Path, Origin]:
    """Return the articles of *entries*, and those that these know of."""
    origins = {entry.path: entry.origin for entry in reversed(entries)}
    for entry in entries:
        for path, origin in entry.others.items():
            origins.setdefault(path, origin)
    return origins
