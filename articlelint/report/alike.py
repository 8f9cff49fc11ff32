"""Findings of one cause, in one article or in many, are told as one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from sys import intern
from typing import TYPE_CHECKING, Final, TypeAlias, overload

from articlelint.named_tuple import NamedTuple
from articlelint.report.packed import (
    OF_ARTICLE,
    Counted,
    counted,
    is_of_article,
    marks,
    shared,
    words,
)
from articlelint.text.variants import without_language, without_variant

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator
    from pathlib import Path

    from articlelint.diagnostic import Severity
    from articlelint.report.finding import Finding
    from articlelint.report.report import FileReport, Report
    from articlelint.text.edit import Applicability

_MOST_APART: Final = 3
"""So many findings of one cause stand by themselves."""
_MOST_ALIKE: Final = 5
"""So many findings that say the same stand by themselves, and so do those of few articles; and so
do so many of one rule in an article."""
_LINES: Final = 5
"""So many lines are named where findings of one rule are told as one."""
_NEAR: Final = 200
"""So far apart, in columns, may be what is told as one in a line: some hold a whole article."""


class _Told(NamedTuple):
    """What counts of a finding, and where it stands in the report: its file's number, its own.

    *place* is what its *path* has in common with other versions and translations, *start* its line
    and column.
    """

    at: tuple[int, int]
    path: Path
    place: tuple[str, ...]
    start: tuple[int, int]
    rule: str
    severity: Severity
    message: str
    cause: str | None
    fixes: tuple[Applicability, ...]
    fixes_of_others: tuple[Applicability, ...]
    others: int

    @classmethod
    def of(cls, at: tuple[int, int], path: Path, place: tuple[str, ...], finding: Finding) -> _Told:
        """Return what counts of *finding*, in the file at *path*."""
        rule, severity = finding.diagnostic.rule, finding.diagnostic.severity
        message, cause = intern(finding.diagnostic.message), finding.diagnostic.cause
        line, column = finding.place.start
        of_others, others = finding.fixes_of_others, finding.others
        return cls(
            at,
            path,
            place,
            (line, column),
            rule,
            severity,
            message,
            cause,
            finding.fixes,
            of_others,
            others,
        )

    @property
    def said(self) -> tuple[str, Severity, str]:
        """Return what the same finding elsewhere has in common with this one."""
        return self.rule, self.severity, self.message

    def now(self, finding: Finding) -> Finding:
        """Return *finding*, which this was made of, as it is told now."""
        return finding._replace(
            diagnostic=replace(finding.diagnostic, message=self.message),
            others=self.others,
            fixes_of_others=self.fixes_of_others,
        )


class _Counts:
    """How often keys were met at most: those of one hash are counted together, in a megabyte."""

    def __init__(self) -> None:
        self._counts = bytearray(2**20)

    def add(self, key: int) -> None:
        """Count *key*."""
        at = key % len(self._counts)
        if self._counts[at] <= _MOST_ALIKE:
            self._counts[at] += 1

    def most(self, key: int) -> int:
        """Return how often *key* was met at most; no more than counts."""
        return self._counts[key % len(self._counts)]


class _Gathered(Sequence["Finding"]):
    """The *findings* of a file, as they are told now; *instead* is told in the place of some."""

    __slots__ = ("_findings", "_instead", "counted")

    def __init__(self, findings: Sequence[Finding], instead: dict[int, _Told | None]) -> None:
        self._findings = findings
        self._instead = instead
        self.counted = shared(
            each if now is None else Counted(each.severity, now.fixes, now.others)
            for index, each in enumerate(counted(findings))
            for now in [instead.get(index)]
            if now is not None or index not in instead
        )

    def __iter__(self) -> Iterator[Finding]:
        for index, finding in enumerate(self._findings):
            if index not in self._instead:
                yield finding
            elif (told := self._instead[index]) is not None:
                yield told.now(finding)

    def __len__(self) -> int:
        return len(self.counted)

    @overload
    def __getitem__(self, index: int) -> Finding: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Finding, ...]: ...
    def __getitem__(self, index: int | slice) -> Finding | tuple[Finding, ...]:
        """Return a finding, or some."""
        return tuple(self)[index]

    def __eq__(self, other: object) -> bool:
        return tuple(self) == tuple(other) if isinstance(other, Sequence) else NotImplemented

    def __hash__(self) -> int:
        return hash(tuple(self))


_Instead: TypeAlias = dict[tuple[int, int], _Told | None]
"""What is told instead of findings; None: another one tells them."""


def gathered(report: Report) -> Report:
    """Return *report* with the findings of one cause told as one, at the first place.

    Those that rules give a cause, where they are many or stand in one line; the same ones in the
    translations and versions of an article, as far as paths tell; those that say the same in
    many articles, as programs and templates write it; and those of one rule that are many in one
    article, of which the lines are told.
    """
    told = list(_not_alone(report))
    instead: _Instead = {}
    _tell_causes(told, instead)
    _tell_variants(told, instead)
    _tell_repeated(told, instead)
    _tell_many(told, instead)
    return _with(report, instead) if instead else report


def _tell_causes(told: list[_Told], instead: _Instead) -> None:
    """Tell what has one cause as one, where it is much or stands in one line."""
    for group in _grouped((each, _cause(each)) for each in told):
        if len(group) > _MOST_APART:
            _tell(group, instead, _of_one_cause(group, group[0].message))
    left = (each for each in told if each.at not in instead)
    for group in _grouped((each, _line(each)) for each in left):
        near = [each for each in group if each.start[1] - group[0].start[1] < _NEAR]
        if len(near) > 1:
            _tell(near, instead, _of_one_cause(near, group[0].message))


def _tell_variants(told: list[_Told], instead: _Instead) -> None:
    """Tell what is the same in translations and versions of an article as one.

    Where there is as much of it in each translation, what it quotes may be translated, too.
    """
    _tell_each([(each, each.said, each.place) for each in told if each.at not in instead], instead)
    left = [(each, _unquoted(each)) for each in told if each.at not in instead]
    often = Counter((each.path, same) for each, same in left)
    _tell_each(
        [
            (each, (same, often[each.path, same]), without_language(each.path))
            for each, same in left
        ],
        instead,
    )


def _tell_each(left: list[tuple[_Told, Hashable, tuple[str, ...]]], instead: _Instead) -> None:
    """Tell what is the same, in articles that have a place in common, as one: each the nth."""
    seen: Counter[Hashable] = Counter()
    keyed: list[tuple[_Told, Hashable]] = []
    for each, same, place in left:
        seen[each.path, same] += 1
        keyed.append((each, (same, seen[each.path, same], place)))
    for group in _grouped(keyed):
        if len({each.path for each in group}) == len(group) > 1:
            more = f"{group[0].message}; {len(group) - 1} more in its translations and versions"
            _tell(group, instead, more)


def _tell_repeated(told: list[_Told], instead: _Instead) -> None:
    """Tell what says the same in many articles as one."""
    said = {each.at: each.said for each in told}
    left = (now for each in told if (now := instead.get(each.at, each)) is not None)
    for group in _grouped((each, (said[each.at], each.cause)) for each in left):
        places = len(group) + sum(each.others for each in group)
        if places > _MOST_ALIKE and len({each.path for each in group}) > _MOST_APART:
            _tell(group, instead, _of_one_cause(group, said[group[0].at][2]))


def _tell_many(told: list[_Told], instead: _Instead) -> None:
    """Tell the many findings of one rule in an article as one."""
    left = (each for each in told if each.at not in instead)
    for group in _grouped((each, (each.at[0], each.rule, each.severity)) for each in left):
        if len(group) > _MOST_ALIKE:
            _tell(group, instead, _of_one_rule(group))


def _with(report: Report, instead: _Instead) -> Report:
    """Return *report* as it is told with *instead*."""
    changed: dict[int, dict[int, _Told | None]] = {}
    for (number, index), now in instead.items():
        changed.setdefault(number, {})[index] = now
    files = (
        replace(file, findings=_Gathered(file.findings, changed[number]))
        if number in changed
        else file
        for number, file in enumerate(report.files)
    )
    return replace(report, files=tuple(files))


def _not_alone(report: Report) -> Iterator[_Told]:
    """Yield the findings that may have to be told with others.

    Most of many have nothing in common with any: so all need not be in memory at once.
    """
    sentences, variants, causes = _Counts(), _Counts(), _Counts()
    places = [hash(without_variant(file.path)) & ~OF_ARTICLE for file in report.files]
    for file, place in zip(report.files, places, strict=True):
        keys = list(_keys(file, place))
        for said, cause, _, _ in keys:
            sentences.add(said)
            causes.add(cause)
        for variant in {variant for *_, variant in keys}:
            variants.add(variant)  # once a file: it counts where another one has it
    for number, (file, place) in enumerate(zip(report.files, places, strict=True)):
        keys = list(_keys(file, place))
        own = Counter(cause for _, cause, _, _ in keys if cause & OF_ARTICLE)
        rules = Counter(rule for _, _, rule, _ in keys)
        wanted = [
            index
            for index, (said, cause, rule, variant) in enumerate(keys)
            if sentences.most(said) > _MOST_ALIKE
            or variants.most(variant) > 1
            or (cause and causes.most(cause) > _MOST_APART)
            or own[cause] > 1
            or rules[rule] > _MOST_ALIKE
        ]
        if wanted:
            findings, common = tuple(file.findings), without_variant(file.path)
            for index in wanted:
                yield _Told.of((number, index), file.path, common, findings[index])


def _keys(file: FileReport, place: int) -> Iterator[tuple[int, int, int, int]]:
    """Yield, for each finding of *file*, the keys by which it may be told with others.

    That is what it says; its cause, or 0 where it has none; its rule; and what it says in this
    article, which *place* stands for, apart from what it quotes.
    """
    found = marks(file.findings)
    each = zip(found[::4], found[1::4], found[2::4], found[3::4], strict=True)
    for said, cause, rule, unquoted in each:
        own = cause ^ place if cause & OF_ARTICLE else cause
        yield said, own, rule, unquoted ^ place


def _grouped(keyed: Iterable[tuple[_Told, Hashable]]) -> Iterable[list[_Told]]:
    groups: dict[Hashable, list[_Told]] = {}
    for told, key in keyed:
        if key is not None:
            groups.setdefault(key, []).append(told)
    return groups.values()


def _of_one_cause(group: list[_Told], message: str) -> str:
    number = len(group) - 1 + sum(each.others for each in group)
    files = len({each.path for each in group})
    if files == 1:
        return f"{message}; {number} more of the same cause"
    return f"{message}; {number} more of the same cause, in {files} articles"


def _of_one_rule(group: list[_Told]) -> str:
    message, number = group[0].message, len(group) - 1
    _, *others = dict.fromkeys(each.start[0] for each in group)
    lines = ", ".join(map(str, others[:_LINES]))
    if not others:
        return f"{message}; {number} more like it in this line"
    if len(others) == 1:
        return f"{message}; {number} more like it, also in line {lines}"
    if len(others) <= _LINES:
        return f"{message}; {number} more like it, also in lines {lines}"
    return f"{message}; {number} more like it, also in lines {lines} and below"


def _tell(group: list[_Told], instead: _Instead, message: str) -> None:
    """Put the first of *group*, with *message*, in the place of all."""
    first, *others = group
    for each in others:
        instead[each.at] = None
    total = len(others) + sum(each.others for each in group)
    fixes = [each for other in others for each in other.fixes]
    of_others = (*first.fixes_of_others, *fixes)
    own = first.fixes[: len(first.fixes) - len(first.fixes_of_others)]
    instead[first.at] = first._replace(
        message=message, others=total, fixes=(*own, *of_others), fixes_of_others=of_others
    )


def _cause(told: _Told) -> Hashable:
    place = told.place if is_of_article(told.cause or "") else None
    return told.cause and (told.rule, told.severity, told.cause, place)


def _line(told: _Told) -> Hashable:
    """Return what a cause that is its article's alone has in common with others in its line."""
    return (_cause(told), told.path, told.start[0]) if is_of_article(told.cause or "") else None


def _unquoted(told: _Told) -> Hashable:
    return told.rule, told.severity, words(told.message)
