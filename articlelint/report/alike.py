"""Findings of one cause, in one article or in many, are told as one."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from sys import intern
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from articlelint.text.variants import without_variant

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator
    from pathlib import Path

    from articlelint.diagnostic import Severity
    from articlelint.report.report import FileReport, Finding, Report
    from articlelint.text.edit import Applicability

_MOST_APART: Final = 3
"""So many findings of one cause stand by themselves."""
_MOST_ALIKE: Final = 20
"""So many findings that say the same stand by themselves, and so do those of few articles."""


class _Told(NamedTuple):
    """What counts of a finding, and where it stands in the report: its file's number, its own."""

    at: tuple[int, int]
    path: Path
    rule: str
    severity: Severity
    message: str
    cause: str | None
    fixes: tuple[Applicability, ...]
    fixes_of_others: tuple[Applicability, ...]
    others: int

    @classmethod
    def of(cls, at: tuple[int, int], path: Path, finding: Finding) -> _Told:
        """Return what counts of *finding*, in the file at *path*."""
        rule, severity = finding.diagnostic.rule, finding.diagnostic.severity
        message, cause = intern(finding.diagnostic.message), finding.diagnostic.cause
        others = finding.fixes_of_others
        return cls(at, path, rule, severity, message, cause, finding.fixes, others, finding.others)

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

    def add(self, key: Hashable) -> None:
        """Count *key*."""
        at = hash(key) % len(self._counts)
        if self._counts[at] <= _MOST_ALIKE:
            self._counts[at] += 1

    def most(self, key: Hashable) -> int:
        """Return how often *key* was met at most; no more than counts."""
        return self._counts[hash(key) % len(self._counts)]


_Instead: TypeAlias = dict[tuple[int, int], _Told | None]
"""What is told instead of findings; None: another one tells them."""


def gathered(report: Report) -> Report:
    """Return *report* with the findings of one cause told as one, at the first place.

    Those that rules give a cause, where they are many; the same ones in the translations and
    versions of an article, as far as paths tell; and those that say the same at a great many
    places, as programs and templates write it.
    """
    told = list(_not_alone(report))
    instead: _Instead = {}
    for group in _grouped((each, _cause(each)) for each in told):
        if len(group) > _MOST_APART:
            _tell(group, instead, _of_one_cause(group, group[0].message))
    seen: Counter[Hashable] = Counter()
    left = (each for each in told if each.at not in instead)
    for group in _grouped((each, _variant(each, seen)) for each in left):
        if len({each.path for each in group}) == len(group) > 1:
            more = f"{group[0].message}; {len(group) - 1} more in its translations and versions"
            _tell(group, instead, more)
    said = {each.at: each.said for each in told}
    left = (now for each in told if (now := instead.get(each.at, each)) is not None)
    for group in _grouped((each, said[each.at]) for each in left):
        if len(group) > _MOST_ALIKE and len({each.path for each in group}) > _MOST_APART:
            _tell(group, instead, _of_one_cause(group, said[group[0].at][2]))
    if not instead:
        return report
    changed = {number for number, _ in instead}
    files = (
        file.with_findings(_now(number, file, instead)) if number in changed else file
        for number, file in enumerate(report.files)
    )
    return replace(report, files=tuple(files))


def _not_alone(report: Report) -> Iterator[_Told]:
    """Yield the findings that may have to be told with others.

    Most of many have nothing in common with any: so all need not be in memory at once.
    """
    causes, variants, sentences = _Counts(), _Counts(), _Counts()
    for file in report.files:
        place = without_variant(file.path)
        for finding in file.findings:
            told = _Told.of((0, 0), file.path, finding)
            sentences.add(told.said)
            variants.add((told.said, place))
            if told.cause:
                causes.add(_cause(told))
    for number, file in enumerate(report.files):
        place = without_variant(file.path)
        for index, finding in enumerate(file.findings):
            told = _Told.of((number, index), file.path, finding)
            if (
                sentences.most(told.said) > _MOST_ALIKE
                or variants.most((told.said, place)) > 1
                or (told.cause and causes.most(_cause(told)) > _MOST_APART)
            ):
                yield told


def _now(number: int, file: FileReport, instead: _Instead) -> Iterator[Finding]:
    """Yield the findings of the *file* with this number as they are told now."""
    for index, finding in enumerate(file.findings):
        at = number, index
        if at not in instead:
            yield finding
        elif (told := instead[at]) is not None:
            yield told.now(finding)


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
    is_own = (told.cause or "").partition("/")[0] == "article"
    place = without_variant(told.path) if is_own else None
    return told.cause and (told.rule, told.severity, told.cause, place)


def _variant(told: _Told, seen: Counter[Hashable]) -> Hashable:
    """Return what the same finding has in common with that of another version of its article."""
    seen[told.path, told.said] += 1
    return told.said, seen[told.path, told.said], without_variant(told.path)
