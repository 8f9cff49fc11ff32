"""Findings of one cause, in one article or in many, are told as one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from articlelint.text.variants import without_variant

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping

    from articlelint.report.report import FileReport, Finding, Report

_MOST_APART: Final = 3
"""So many findings of one cause stand by themselves."""
_MOST_ALIKE: Final = 20
"""So many findings that say the same stand by themselves, and so do those of few articles."""


class _Told(NamedTuple):
    """A finding, where it stands in the report."""

    at: tuple[int, int]
    file: FileReport
    finding: Finding


def gathered(report: Report) -> Report:
    """Return *report* with the findings of one cause told as one, at the first place.

    Those that rules give a cause, where they are many; the same ones in the translations and
    versions of an article, as far as paths tell; and those that say the same at a great many
    places, as programs and templates write it.
    """
    told = [
        _Told((number, index), file, finding)
        for number, file in enumerate(report.files)
        for index, finding in enumerate(file.findings)
    ]
    if len(told) < 2:
        return report
    instead: dict[tuple[int, int], Finding | None] = {}
    for group in _grouped((each, _cause(each)) for each in told):
        if len(group) > _MOST_APART:
            _tell(group, instead, _of_one_cause(group, group[0].finding.diagnostic.message))
    seen: dict[Hashable, int] = {}
    left = (each for each in told if each.at not in instead)
    for group in _grouped((each, _variant(each, seen)) for each in left):
        if len({each.file.path for each in group}) == len(group) > 1:
            message = group[0].finding.diagnostic.message
            more = f"{message}; {len(group) - 1} more in its translations and versions"
            _tell(group, instead, more)
    said = {each.at: each.finding.diagnostic.message for each in told}
    left = (
        each if now is None else each._replace(finding=now)
        for each in told
        for now in [instead.get(each.at)]
        if now is not None or each.at not in instead
    )
    for group in _grouped((each, _sentence(each, said)) for each in left):
        if len(group) > _MOST_ALIKE and len({each.file.path for each in group}) > _MOST_APART:
            _tell(group, instead, _of_one_cause(group, said[group[0].at]))
    if not instead:
        return report
    files = (
        replace(
            file,
            findings=tuple(
                kept
                for index, finding in enumerate(file.findings)
                if (kept := instead.get((number, index), finding)) is not None
            ),
        )
        for number, file in enumerate(report.files)
    )
    return replace(report, files=tuple(files))


def _grouped(keyed: Iterable[tuple[_Told, Hashable]]) -> Iterable[list[_Told]]:
    groups: dict[Hashable, list[_Told]] = {}
    for told, key in keyed:
        if key is not None:
            groups.setdefault(key, []).append(told)
    return groups.values()


def _of_one_cause(group: list[_Told], message: str) -> str:
    number = len(group) - 1 + sum(each.finding.others for each in group)
    files = len({each.file.path for each in group})
    if files == 1:
        return f"{message}; {number} more of the same cause"
    return f"{message}; {number} more of the same cause, in {files} articles"


def _tell(group: list[_Told], instead: dict[tuple[int, int], Finding | None], message: str) -> None:
    """Put the first of *group*, with *message*, in the place of all."""
    first, *others = group
    for each in others:
        instead[each.at] = None
    total = len(others) + sum(each.finding.others for each in group)
    fixes = [each for other in others for each in other.finding.fixes]
    instead[first.at] = first.finding._replace(
        diagnostic=replace(first.finding.diagnostic, message=message),
        others=total,
        fixes_of_others=(*first.finding.fixes_of_others, *fixes),
    )


def _cause(told: _Told) -> Hashable:
    diagnostic = told.finding.diagnostic
    is_own = (diagnostic.cause or "").partition("/")[0] == "article"
    place = without_variant(told.file.path) if is_own else None
    return diagnostic.cause and (diagnostic.rule, diagnostic.severity, diagnostic.cause, place)


def _sentence(told: _Told, said: Mapping[tuple[int, int], str]) -> Hashable:
    """Return what the same finding in other articles has in common with this one."""
    diagnostic = told.finding.diagnostic
    return diagnostic.rule, diagnostic.severity, said[told.at]


def _variant(told: _Told, seen: dict[Hashable, int]) -> Hashable:
    """Return what the same finding has in common with that of another version of its article."""
    diagnostic = told.finding.diagnostic
    said = diagnostic.rule, diagnostic.severity, diagnostic.message
    ordinal = seen[told.file.path, said] = seen.get((told.file.path, said), 0) + 1
    return said, ordinal, without_variant(told.file.path)
