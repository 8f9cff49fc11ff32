"""The fixes of site rules, made once all articles are known, until none is left."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from articlelint.runner.check import check_bytes, check_file
from articlelint.runner.compare import compare, reduce
from articlelint.runner.job import SiteFindings
from articlelint.text import source
from articlelint.text.edit import Applicability

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from articlelint.diagnostic import Diagnostic
    from articlelint.linting.linter import Crash
    from articlelint.runner.check import Outcome
    from articlelint.runner.job import Job

MAX_ROUNDS = 10
"""How often all articles are compared again after fixes; one time is enough for sensible rules."""


def fixing_rules(job: Job, files: Iterable[Path]) -> frozenset[str]:
    """Return the names of the site rules for *files* whose fixes are wanted."""
    if job.fix is None:
        return frozenset()
    chosen = [job.configs.for_file(path).rules for path in files]
    distinct = {id(rules): rules for rules in chosen}  # most files have the same
    return frozenset(
        rule.name
        for rules in distinct.values()
        for rule in rules.site_rules
        if (rule.fixable or Applicability.DISPLAY) >= job.fix
    )


def foresee(job: Job, outcomes: Sequence[Outcome], others: Sequence[Outcome] = ()) -> Job:
    """Return *job* with what site rules would fix in the files as they are.

    Afterwards it may be too late: fixes of other rules take away what an article proves of
    another. *outcomes* have the facts of the files, *others* of those that are not changed.
    """
    found, _ = compare(job, outcomes, others)  # what crashes does so again
    given = {outcome.report.path: outcome.content for outcome in outcomes}
    return replace(
        job,
        site_findings={
            path: SiteFindings(given[path], each) for path, each in found.items() if path in given
        },
    )


def settle(
    job: Job,
    outcomes: Sequence[Outcome],
    contents: dict[Path, bytes] | None = None,
    *,
    others: Sequence[Outcome] = (),
) -> tuple[list[Outcome], tuple[Crash, ...]]:
    """Return *outcomes* with the findings of site rules, after their fixes were made.

    *contents* are those that are not on the disk, and become what fixes make of them. *others*
    are compared with, and neither reported on nor changed. A file whose fixes fail is left alone.
    """
    contents = {} if contents is None else contents
    if not job.write:
        for outcome in outcomes:
            if outcome.report.after is not None:
                contents.setdefault(outcome.report.path, outcome.report.after.encode("utf-8"))
    outcomes = list(outcomes)
    given_up: set[int] = set()
    for _ in range(MAX_ROUNDS):
        done, crashes = reduce(job, outcomes, contents, others=others)
        found = {n: _fixable(job, each) for n, each in enumerate(done) if n not in given_up}
        if not any(found.values()):
            return done, crashes
        for number, fixable in found.items():
            if fixable:
                new = _fixed(job, outcomes[number], fixable, contents)
                if new.report.applied == outcomes[number].report.applied:
                    given_up.add(number)  # such as one that is not UTF-8
                outcomes[number] = new
    done, crashes = reduce(job, outcomes, contents, others=others)
    return [
        each if number in given_up else _unsettled(job, each) for number, each in enumerate(done)
    ], crashes


def _fixable(job: Job, outcome: Outcome) -> list[Diagnostic]:
    """Return the findings whose fixes are wanted: those of other rules have been made already.

    None of a file in which they could not be made.
    """
    report = outcome.report
    if job.fix is None or report.problem or report.refused or report.unsettled:
        return []
    found = [finding.diagnostic for finding in report.findings]
    return [each for each in found if each.fix and each.fix.applicability >= job.fix]


def _fixed(
    job: Job, outcome: Outcome, found: Sequence[Diagnostic], contents: dict[Path, bytes]
) -> Outcome:
    """Return the outcome of the file after the fixes of *found* and what they lead to."""
    old = outcome.report
    path = old.path
    job = replace(job, site_findings={path: SiteFindings(outcome.content, found)})
    if job.write and path not in contents:
        new = check_file(job, path)
    else:
        data = contents[path] if path in contents else source.read(path)
        new, text = check_bytes(job, path, data)
        if text is not None:
            contents[path] = text.encode("utf-8")
    report = replace(
        new.report,
        applied=Counter(old.applied) + Counter(new.report.applied),
        changed=old.changed or new.report.changed,
        before=new.report.before if old.before is None else old.before,
        after=old.after if new.report.after is None else new.report.after,
    )
    return replace(new, report=report)


def _unsettled(job: Job, outcome: Outcome) -> Outcome:
    names = tuple(sorted({each.rule for each in _fixable(job, outcome)}))
    if not names:
        return outcome
    return replace(outcome, report=replace(outcome.report, unsettled=names))
