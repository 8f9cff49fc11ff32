"""The reduce step: site rules are given the facts of all files."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

from articlelint.linting.linter import Crash
from articlelint.runner.check import site_rules, with_site_findings

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from articlelint.diagnostic import Diagnostic
    from articlelint.linting.keyed import SiteFinding
    from articlelint.runner.check import Outcome
    from articlelint.runner.job import Job


def reduce(
    job: Job,
    outcomes: Sequence[Outcome],
    contents: Mapping[Path, bytes] | None = None,
    *,
    others: Sequence[Outcome] = (),
) -> tuple[list[Outcome], tuple[Crash, ...]]:
    """Return *outcomes* with the findings of site rules among the others, and what crashed.

    Files compare where their rule is configured alike. *contents* are those not on the disk.
    *others* are compared with too, and nothing is reported of them.
    """
    found, crashes = compare(job, outcomes, others)
    result = []
    for outcome in outcomes:
        path = outcome.report.path
        diagnostics = found.get(path, [])
        if diagnostics or (outcome.has_suppressions and site_rules(job, path)):
            data = (contents or {}).get(path)
            result.append(with_site_findings(job, outcome, diagnostics, data))
        else:
            result.append(outcome)
    return result, crashes


def _path(outcome: Outcome) -> str:
    return os.path.abspath(outcome.report.path)


def compare(
    job: Job, outcomes: Sequence[Outcome], others: Sequence[Outcome] = ()
) -> tuple[dict[Path, list[Diagnostic]], tuple[Crash, ...]]:
    """Return what site rules find, given the facts of all files, by path; and what crashed."""
    if not any(outcome.facts for outcome in outcomes):
        return {}, ()  # nothing of theirs is compared with anything
    from articlelint.runner.facts import FactStore

    found: dict[Path, list[Diagnostic]] = {}
    crashes: list[Crash] = []
    with FactStore(job) as facts:
        in_order = sorted((*outcomes, *others), key=_path) if others else outcomes
        for number, outcome in enumerate(in_order):
            facts.add(outcome, number)
        for each in facts.found():
            if isinstance(each, Crash):
                crashes.append(each)
            else:
                found.setdefault(each.path, []).append(as_configured(job, each))
    return found, tuple(crashes)


def as_configured(job: Job, found: SiteFinding) -> Diagnostic:
    """Return what was found with the severity that its rule has for the article."""
    rule, diagnostic = found.rule, found.diagnostic
    severity = site_rules(job, found.path)[rule.name].severity
    if diagnostic.severity != rule.severity or severity == rule.severity:
        return diagnostic
    return replace(diagnostic, severity=severity)
