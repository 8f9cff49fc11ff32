"""The facts of site rules by key: in memory while they are few, else in temporary files."""

from __future__ import annotations

from collections import defaultdict
from typing import IO, TYPE_CHECKING, Final, Self, TypeAlias
from zlib import crc32

from articlelint.linting.keyed import Entry, Origin, SiteFinding, combined, in_order, reduced
from articlelint.linting.linter import Crash
from articlelint.named_tuple import NamedTuple
from articlelint.runner.check import site_rules

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator
    from pathlib import Path
    from tempfile import TemporaryDirectory
    from types import TracebackType

    from articlelint.linting.rule import SiteRule
    from articlelint.runner.check import Outcome
    from articlelint.runner.job import Job

    RuleOf: TypeAlias = Callable[["Group", list[Entry]], SiteRule]
    """What tells the rule of a group that holds these entries."""

_MOST: Final = 20_000
"""Facts, of a kilobyte each; more are summed up, and what is left then goes to files."""
_BUCKETS: Final = 64
LONG: Final = 10_000
"""A group is summed up each time that it has grown by so many."""


class Group(NamedTuple):
    """What meets: the rule, as it is configured, and the key."""

    rule: str
    key: Hashable

    @property
    def name(self) -> str:
        """Return the name of the rule."""
        return self.rule.partition(" ")[0]

    def bucket(self, count: int) -> int:
        """Return the number of the bucket, of *count*, that it falls into in every process."""
        return crc32(repr(self).encode("utf-8", "surrogatepass")) % count


def configured(rule: SiteRule) -> str:
    """Return what is the same text for *rule* and every one that is configured alike."""
    from articlelint.linting.rule import option_fields

    values = ((each, getattr(rule, each.name)) for each in option_fields(type(rule)))
    options = [(each.name, value) for each, value in values if value != each.default]
    return f"{rule.name} {options!r}" if options else rule.name


class FactStore:
    """Facts of any number of articles, for *job*; at most so many are in memory."""

    def __init__(self, job: Job, most: int = _MOST) -> None:
        self._job = job
        self._most = most
        self._rules: dict[str, SiteRule] = {}
        self._names: dict[SiteRule, str] = {}
        self._groups: dict[Group, list[Entry]] = defaultdict(list)
        self._count = 0
        self._crashes: dict[str, Crash] = {}
        self._folder: TemporaryDirectory[str] | None = None
        self._files: dict[int, IO[bytes]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        for file in self._files.values():
            file.close()
        if self._folder is not None:
            self._folder.cleanup()

    def add(self, outcome: Outcome, position: int) -> None:
        """Take the facts of the article at *position*."""
        if not outcome.facts:
            return
        path = outcome.report.path
        rules = site_rules(self._job, path)
        origin = Origin(position, outcome.content)
        for name, facts in outcome.facts.items():
            rule = rules[name]
            for fact in facts:
                self.put(rule, Entry(origin, path, fact))

    def put(self, rule: SiteRule, entry: Entry) -> None:
        """Take one fact of *rule*."""
        name = self._names.get(rule)
        if name is None:
            name = self._names[rule] = configured(rule)
            self._rules.setdefault(name, rule)
        if name in self._crashes:
            return
        try:
            group = Group(name, rule.key(entry.fact))
            self._groups[group].append(entry)
        except Exception as error:  # noqa: BLE001 - any rule may fail in any way; it is reported
            self._crashes[name] = Crash.of(rule.name, error)
            return
        self._count += 1
        if self._count > self._most:
            self._sum_up()

    def found(self) -> Iterator[SiteFinding | Crash]:
        """Yield what the rules find, round after round; a rule that raises has no more to say."""
        yield from self._crashes.values()
        with FactStore(self._job, self._most) as following:
            yield from found_among(self._sound(), self._rule, following)
            if following:
                yield from following.found()

    def _sound(self) -> Iterator[tuple[Group, list[Entry]]]:
        return (each for each in self._all() if each[0].rule not in self._crashes)

    def groups(self) -> Iterator[tuple[Group, list[Entry]]]:
        """Yield the groups with their facts, summed up."""
        for group, entries in self._all():
            yield group, combined(self._rule(group, entries), in_order(entries))

    def _rule(self, group: Group, _: list[Entry]) -> SiteRule:
        return self._rules[group.rule]

    def __bool__(self) -> bool:
        return bool(self._groups or self._files)

    def _sum_up(self) -> None:
        """Let few facts say what many do; where they are many still, let them go to files."""
        for group, entries in self._groups.items():
            if len(entries) > 1:
                self._groups[group] = _fewer(self._rules[group.rule], entries)
        self._count = sum(map(len, self._groups.values()))
        if self._count > self._most / 2:
            self._spill()

    def _spill(self) -> None:
        import pickle  # likewise

        buckets: dict[int, list[tuple[Group, list[Entry]]]] = defaultdict(list)
        for group, entries in self._groups.items():
            buckets[group.bucket(_BUCKETS)].append((group, entries))
        for bucket, inside in buckets.items():
            pickle.dump(inside, self._file(bucket), pickle.HIGHEST_PROTOCOL)
        self._groups.clear()
        self._count = 0

    def _file(self, bucket: int) -> IO[bytes]:
        if self._folder is None:
            from tempfile import TemporaryDirectory  # 4 ms, where there are many facts

            self._folder = TemporaryDirectory(prefix="articlelint-")
        if bucket not in self._files:
            self._files[bucket] = self._path(bucket).open("w+b")
        return self._files[bucket]

    def _path(self, bucket: int) -> Path:
        from pathlib import Path

        assert self._folder is not None  # noqa: S101 - by its only caller
        return Path(self._folder.name, f"{bucket}.facts")

    def _all(self) -> Iterator[tuple[Group, list[Entry]]]:
        """Yield the groups, each whole; those of one file after another."""
        if not self._files:
            yield from self._groups.items()
            return
        self._spill()
        for file in self._files.values():
            yield from self._read(file).items()

    def _read(self, file: IO[bytes]) -> dict[Group, list[Entry]]:
        file.seek(0)
        return joined(_pickled(file), self._rule)


def _pickled(file: IO[bytes]) -> Iterator[tuple[Group, list[Entry]]]:
    import pickle  # where there are files

    while True:
        try:
            yield from pickle.load(file)  # noqa: S301 - written a moment ago, by us
        except EOFError:
            return


def _fewer(rule: SiteRule, entries: list[Entry]) -> list[Entry]:
    """Return fewer entries that say the same; as they are where *rule* fails, which is told later.

    It will fail again when it is to compare them.
    """
    try:
        return combined(rule, in_order(entries))
    except Exception:  # noqa: BLE001 - any rule may fail in any way
        return entries


def joined(parts: Iterable[tuple[Group, list[Entry]]], rule_of: RuleOf) -> dict[Group, list[Entry]]:
    """Return the groups whose *parts* come one by one, summed up where they are long."""
    groups: dict[Group, list[Entry]] = {}
    longest: dict[Group, int] = {}
    for group, entries in parts:
        whole = groups.setdefault(group, [])
        whole += entries
        if len(whole) > longest.get(group, LONG):
            groups[group] = _fewer(rule_of(group, whole), whole)
            longest[group] = len(groups[group]) + LONG
    return groups


def found_among(
    groups: Iterable[tuple[Group, list[Entry]]], rule_of: RuleOf, following: FactStore
) -> Iterator[SiteFinding | Crash]:
    """Yield what the rules find among *groups*; a rule that raises has no more to say.

    What is to meet others in the next round goes to *following*.
    """
    crashed: set[str] = set()
    for group, entries in groups:
        rule = rule_of(group, entries)
        if group.rule in crashed:
            continue
        try:
            for each in reduced(rule, in_order(entries)):
                if isinstance(each, Entry):
                    following.put(rule, each)
                else:
                    yield each
        except Exception as error:  # noqa: BLE001 - any rule may fail in any way; it is reported
            crashed.add(group.rule)
            yield Crash.of(rule.name, error)
