"""The other articles of a site, which site rules compare the given ones with."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

from articlelint.runner.check import site_rules
from articlelint.runner.discovery import discover

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from articlelint.linting.linter import Crash
    from articlelint.runner.check import Check, Outcome
    from articlelint.runner.job import Job
    from articlelint.runner.memory import Memory


def look_around(
    job: Job,
    done: Sequence[Outcome],
    named: Sequence[str],
    check: Check,
    memory: Memory | None = None,
) -> tuple[list[Outcome], tuple[Crash, ...]]:
    """Return the facts of the articles that share a site with those *done*, and what crashed.

    *named* are the paths that the run was given: a site in a folder among them was seen
    whole. Only those rules are asked that had facts of an article done, and those sites are
    read that such an article belongs to. *check* checks files, in their order, and *memory* may
    know what those say that the rules would compare.
    """
    sites = _by_site(job, done)
    if len(sites) != 1:
        memory = None  # it keeps one site at a time
    seen_in_part = {root: found for root, found in sites.items() if not _is_in_one_of(root, named)}
    wanted = _wanted(job, seen_in_part)
    roots = _outermost(list(wanted))
    if not roots:
        if memory is not None and len(named) == 1 and not seen_in_part:
            memory.saw_site(
                next(iter(sites)), _of_sites(job, [each.report.path for each in done], sites)
            )
        return [], ()
    asking = replace(job, fix=None, facts_of=frozenset().union(*wanted.values()))
    recalled = None if memory is None else memory.recall(job, done, roots[0])
    if recalled is not None:
        return _asked(check(asking, recalled.files), recalled.outcomes)
    found = discover([os.path.relpath(root) for root in roots], job.configs).files
    articles = _of_sites(job, found, wanted)
    if memory is not None:
        memory.saw_site(roots[0], articles)
    given = {os.path.realpath(outcome.report.path) for outcome in done}
    return _asked(check(asking, [path for path in articles if os.path.realpath(path) not in given]))


def _of_sites(job: Job, paths: Iterable[Path], roots: Collection[str]) -> list[Path]:
    """Return those of *paths* that belong to the sites at *roots*."""
    return [path for path in paths if _root_of(job, path) in roots]


def _asked(
    outcomes: Iterator[Outcome], known: Iterable[Outcome] = ()
) -> tuple[list[Outcome], tuple[Crash, ...]]:
    """Return the facts of *outcomes* and of those *known*, and what crashed."""
    others = [*known, *outcomes]
    crashes = tuple(crash for other in others for crash in other.report.crashes)
    return [other for other in others if other.facts], crashes


def _by_site(job: Job, done: Iterable[Outcome]) -> dict[str, list[Outcome]]:
    """Return those *done* that have facts, by the root of their site."""
    found: dict[str, list[Outcome]] = {}
    for outcome in done:
        root = _root_of(job, outcome.report.path) if outcome.facts else None
        if root is not None:
            found.setdefault(root, []).append(outcome)
    return found


def _wanted(job: Job, sites: Mapping[str, Iterable[Outcome]]) -> dict[str, set[str]]:
    """Return the site rules that may find something in articles of *sites*, by root."""
    wanted: dict[str, set[str]] = {}
    for root, outcomes in sites.items():
        for outcome in outcomes:
            rules = site_rules(job, outcome.report.path)
            names = {
                name
                for name, facts in outcome.facts.items()
                if not rules[name].online and any(map(rules[name].may_find, facts))
            }
            if names:
                wanted.setdefault(root, set()).update(names)
    return wanted


def _root_of(job: Job, path: Path) -> str | None:
    root = job.configs.for_file(path).site.root
    return None if root is None else str(root)


def _is_in_one_of(root: str, named: Sequence[str]) -> bool:
    """Tell whether the folder *root* is one of those *named*, or lies in one."""
    inner = os.path.join(os.path.realpath(root), "")
    return any(inner.startswith(os.path.join(os.path.realpath(path), "")) for path in named)


def _outermost(roots: Sequence[str]) -> list[str]:
    return [
        root for root in roots if not _is_in_one_of(root, [each for each in roots if each != root])
    ]
