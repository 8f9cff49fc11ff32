"""What the articles of a site say to site rules, kept by key, so that few read little of the rest.

Articles are dealt to partitions by their paths. Of each partition it is kept what its articles say
on each key, combined. A run over a few articles reads what others say on their keys; of partitions
in which anything has changed, each article is asked.
"""

from __future__ import annotations

import json
import marshal
import os
from functools import cached_property
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Final
from zlib import crc32

from articlelint.article import SYNTAXES
from articlelint.article.clock import Validity
from articlelint.cache.codec import UnknownValueError, dumps, loads
from articlelint.cache.rows import Partition, Said
from articlelint.named_tuple import NamedTuple
from articlelint.report.report import FileReport
from articlelint.runner.check import Outcome, site_rules
from articlelint.text.digest import digest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from articlelint.linting.rule import SiteRule
    from articlelint.runner.ground import Ground
    from articlelint.runner.job import Job

_PARTITIONS: Final = 256
_FEWEST: Final = 1_000
"""Articles; a site of fewer is read as a whole, which takes no longer."""
_AT_ONCE: Final = 4_000
"""Facts that are in memory, and written, at once."""
_NOT_KNOWN: Final = b""
"""The state of a partition of which it is known which articles it has, and not what they say."""


class Recalled(NamedTuple):
    """What is known of a site's other articles, on the keys asked for; *files* are to be asked."""

    outcomes: list[Outcome]
    files: list[Path]


class Members(NamedTuple):
    """The articles of a partition, and the files there that are none of the site's."""

    articles: frozenset[str]
    others: frozenset[str]


class Partitions:
    """The articles below the folder *root*, a site's, which *key* stands for."""

    def __init__(self, ground: Ground, key: bytes, root: Path) -> None:
        self._ground = ground
        self._key = digest(key, os.fsencode(root))
        self._root = root
        self._opened: dict[int, Members] = {}
        self._programs = b""
        self.validity = Validity()
        """When what was recalled is true."""

    @cached_property
    def _files(self) -> dict[int, list[str]]:
        """Return the files that may be articles, in their order, by partition."""
        found: dict[int, list[str]] = {}
        for path in self._ground.below(self._root):
            if path[path.rfind(".") :].lower() in SYNTAXES:
                found.setdefault(_number(path), []).append(path)
        for paths in found.values():
            paths.sort()
        return found

    @cached_property
    def _kept(self) -> dict[int, Partition]:
        return self._ground.read(lambda store: store.partitions(self._key)) or {}

    @property
    def _is_worthwhile(self) -> bool:
        """Tell whether there are so many articles that they are kept."""
        return sum(map(len, self._files.values())) >= _FEWEST

    def _state(self, number: int, programs: bytes) -> bytes:
        """Return what stands for all that the articles of a partition are, and hang on."""
        files = self._ground.files
        state = marshal.dumps([(path, *files[path]) for path in self._files[number]], 2)
        return digest(programs, state)

    def recall(self, job: Job, done: Sequence[Outcome]) -> Recalled | None:
        """Return what articles other than those *done* say where the facts of these meet theirs.

        None if that is not known.
        """
        if not self._is_worthwhile or not self._kept:
            return None
        try:
            files = list(self._open(job, [outcome.report.path for outcome in done]))
            return Recalled(self._recalled(job, done), files)
        except (UnknownValueError, TypeError, ValueError):  # damaged, or a file that is new
            self._opened = {}
            return None

    def _open(self, job: Job, done: Sequence[Path]) -> Iterator[Path]:
        """Yield the other articles of partitions that have changed, or hold one of those *done*.

        Raises UnknownValueError where one may be an article or not.
        """
        files = self._ground.files
        given = set(filter(None, map(self._ground.inside, done)))
        real = set(map(os.path.realpath, done))
        inodes = {files[path].inode for path in given if path in files}
        members = {number: _members_in(each) for number, each in self._kept.items()}
        self._programs = self._ground.programs(
            given.union(*(articles for articles, _ in members.values()))
        )
        for number, paths in self._files.items():
            kept = self._kept.get(number)
            if kept is None:
                raise UnknownValueError(str(number))
            validity = Validity.read(kept.since, kept.until)
            if (
                kept.state == self._state(number, self._programs)
                and validity.holds(job.now)
                and inodes.isdisjoint(files[path].inode for path in paths)
            ):
                self.validity = self.validity.within(validity)
                continue
            own = self._opened[number] = Members(*map(frozenset, members[number]))
            for path in paths:
                place = os.path.relpath(self._ground.path(path))
                if path in own.articles and os.path.realpath(place) not in real:
                    yield Path(place)
                elif path not in given and path not in own.articles | own.others:
                    raise UnknownValueError(path)

    def _recalled(self, job: Job, done: Sequence[Outcome]) -> list[Outcome]:
        wanted = {
            (name, _key_of(rules[name], fact)): rules[name]
            for outcome in done
            for rules in [site_rules(job, outcome.report.path)]
            for name, facts in outcome.facts.items()
            for fact in facts
            if rules[name].may_find(fact)
        }
        rows = self._ground.read(lambda store: store.said(self._key, sorted(wanted)))
        if rows is None:
            raise UnknownValueError("unreadable")
        groups: dict[tuple[str, bytes], list[tuple[str, object]]] = {}
        for row in rows:
            if row.number in self._files and row.number not in self._opened:
                groups.setdefault((row.rule, row.key), []).extend(loads(row.said))
        facts: dict[Path, dict[str, list[object]]] = {}
        for key, told in groups.items():
            told.sort(key=itemgetter(0))
            pairs = [(self._ground.path(path), fact) for path, fact in told]
            for path, fact in wanted[key].combine(pairs):
                facts.setdefault(path, {}).setdefault(key[0], []).append(fact)
        return [
            Outcome(FileReport(Path(os.path.relpath(path))), said) for path, said in facts.items()
        ]

    def keep(
        self,
        job: Job,
        facts: Mapping[str, Mapping[str, Sequence[object]]],
        articles: Collection[str] | None,
        validity: Validity,
    ) -> None:
        """Keep what articles say: their *facts*, by path, true within *validity*.

        *articles* are all of the site's; None where only the partitions opened were asked.
        """
        partitions: list[Partition] = []
        said: list[Said] = []
        programs = self._programs if articles is None else self._ground.programs(articles)
        for number, paths in self._files.items():
            members = self._members(number, articles)
            if members is None:
                continue
            kept = self._kept.get(number)
            state = self._state(number, programs)
            if kept and kept.state == state:
                continue
            try:
                files = json.dumps([sorted(members.articles), sorted(members.others)])
                if members.articles <= facts.keys() and not self._may_have_changed(paths):
                    of_members = {path: facts[path] for path in sorted(members.articles)}
                    said += self._said(job, number, of_members)
                else:
                    state = _NOT_KNOWN
            except UnknownValueError:
                return
            partitions.append(Partition(number, state, *validity.texts(), files))
            if len(said) > _AT_ONCE:
                if not self._write(partitions, said):
                    return
                partitions, said = [], []
        if partitions:
            self._write(partitions, said)

    def _write(self, partitions: Sequence[Partition], said: Sequence[Said]) -> bool:
        ground = self._ground
        return ground.write(
            lambda store: store.keep_partitions(self._key, partitions, said, ground.looked)
        )

    def _may_have_changed(self, paths: Collection[str]) -> bool:
        files, looked = self._ground.files, self._ground.looked
        return any(files[path].may_have_changed(looked) for path in paths)

    def _members(self, number: int, articles: Collection[str] | None) -> Members | None:
        """Return which files of a partition are articles; None where that is not known of each."""
        paths = frozenset(self._files[number])
        if articles is not None:
            return Members(paths.intersection(articles), paths.difference(articles))
        members = self._opened.get(number)
        if members is None or not paths <= members.articles | members.others:
            return None
        return Members(members.articles & paths, members.others & paths)

    def _said(
        self, job: Job, number: int, facts: Mapping[str, Mapping[str, Sequence[object]]]
    ) -> Iterator[Said]:
        """Yield what the articles of a partition say on each key, combined."""
        groups: dict[tuple[str, bytes], tuple[SiteRule, list[tuple[Path, object]]]] = {}
        for inside, by_rule in facts.items():
            path = self._ground.path(inside)
            rules = site_rules(job, path)
            for name, of_rule in by_rule.items():
                for fact in of_rule:
                    key = name, _key_of(rules[name], fact)
                    groups.setdefault(key, (rules[name], []))[1].append((path, fact))
        for (name, digested), (rule, pairs) in groups.items():
            told = [(self._ground.inside(path), fact) for path, fact in rule.combine(pairs)]
            yield Said(name, digested, number, dumps(told))


def _members_in(partition: Partition) -> tuple[list[str], list[str]]:
    """Return the articles of a partition and its other files; raises ValueError, TypeError."""
    articles, others = json.loads(partition.files)
    return articles, others


def _number(path: str) -> int:
    return crc32(os.fsencode(path)) % _PARTITIONS


def _key_of(rule: SiteRule, fact: object) -> bytes:
    """Return what stands for the key of *fact* to *rule*, configured as it is.

    It is made of texts, numbers and tuples: equal ones look alike.
    """
    return digest(repr((rule, rule.key(fact))).encode("utf-8", "surrogatepass"))
