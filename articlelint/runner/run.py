"""Files to a report: each is read, linted, fixed and written; site rules see all of them."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from articlelint.errors import ConfigError
from articlelint.report.report import Report
from articlelint.runner.check import ENGINE, Outcome, check_bytes
from articlelint.runner.collector import collecting_seldom
from articlelint.runner.site_fixes import fixing_rules, foresee, settle
from articlelint.runner.small import small_outcomes
from articlelint.runner.surroundings import look_around
from articlelint.runner.workers import outcomes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from articlelint.linting.linter import Crash
    from articlelint.online import Answers, Request
    from articlelint.report.report import Problem
    from articlelint.runner.check import Check
    from articlelint.runner.discovery import Discovery
    from articlelint.runner.ground import Ground
    from articlelint.runner.job import Job
    from articlelint.runner.memory import Memory
    from articlelint.runner.whole import WholeRun

    Ask = Callable[[Iterable[Request]], Answers]
    Watch = Callable[[int], None]


def run(  # noqa: PLR0913 - each has a default
    job: Job,
    found: Discovery,
    *,
    processes: int | None = None,
    ask: Ask | None = None,
    named: Sequence[str] | None = None,
    watch: Watch | None = None,
    ground: Ground | None = None,
    whole: WholeRun | None = None,
) -> Report:
    """Check the files *found* and return the report, in their order.

    *processes* is the maximum of worker processes; None: as many as are worthwhile. *ask* asks
    the network what rules want to know. *named* are the paths, files and folders, that the files
    were found by: with these, site rules also see the articles of the site that are not among
    them, and report on those found alone. *watch* is called with the number of files done. What
    is known of the *ground* by earlier runs is not done again; the report is kept in *whole*.
    Raises ConfigError (also where no rule is selected for any file) and PluginError.
    """
    files = found.files
    with collecting_seldom():
        memory = _memory(job, found, ground)
        _require_rules(job, files)  # before workers start, which then have them already
        check: Check = partial(_outcomes, processes)
        job, early = _asked(job, check(replace(job, asking=True), files), ask)
        if memory is not None:
            job, check = replace(job, traced=True), partial(memory.outcomes, check)
        job = _foreseen(job, files, named, check, memory)
        first = list(_watched(small_outcomes(files, check(job, files)), watch))
        others, missed = (
            ([], ()) if named is None else look_around(job, first, named, check, memory)
        )
        if memory is not None:
            memory.keep()
        done, crashes = settle(job, first, others=others)
        report = _report(done, (*early, *missed, *crashes), ())
        if whole is not None and memory is not None:
            whole.keep(found, report, memory.validity)
        return replace(report, problems=tuple(found.problems))


def _memory(job: Job, found: Discovery, ground: Ground | None) -> Memory | None:
    """Return what is known of the articles; None where nothing can be."""
    key = None if ground is None else ground.run_key(job.configs, found.paths)
    if ground is None or key is None:
        return None
    from articlelint.runner.memory import Memory  # 10 ms, where there is a cache

    return Memory(job, ground, key, found.files)


def _outcomes(processes: int | None, job: Job, files: Sequence[Path]) -> Iterator[Outcome]:
    return small_outcomes(files, outcomes(job, files, processes))


def _watched(done: Iterable[Outcome], watch: Watch | None) -> Iterator[Outcome]:
    for count, outcome in enumerate(done, 1):
        yield outcome
        if watch is not None:
            watch(count)


def run_bytes(job: Job, path: Path, data: bytes, *, ask: Ask | None = None) -> tuple[Report, bytes]:
    """Check *data* as the file at *path*; return the report, and the data after its fixes."""
    _require_rules(job, [path])
    first = () if ask is None else (check_bytes(replace(job, asking=True), path, data)[0],)
    job, early = _asked(job, first, ask)
    names = fixing_rules(job, [path])
    if names:
        job = foresee(job, [check_bytes(replace(job, facts_of=names), path, data)[0]])
    outcome, fixed = check_bytes(job, path, data)
    contents = {path: data if fixed is None else fixed.encode("utf-8")}
    done, crashes = settle(job, [outcome], contents)
    return _report(done, (*early, *crashes), ()), contents[path]


def _foreseen(
    job: Job,
    files: Sequence[Path],
    named: Sequence[str] | None,
    check: Check,
    memory: Memory | None,
) -> Job:
    """Return *job* with what site rules would fix in *files*, where such fixes are wanted."""
    names = fixing_rules(job, files)
    if not names:
        return job
    gathering = replace(job, fix=None, facts_of=names)
    facts = list(check(gathering, files))
    others = [] if named is None else look_around(gathering, facts, named, check, memory)[0]
    return foresee(job, facts, others)


def _asked(job: Job, asking: Iterable[Outcome], ask: Ask | None) -> tuple[Job, tuple[Crash, ...]]:
    """Return *job* with the answers to what the rules want to know, and the crashes of rules.

    What crashed in other ways will do so again, and be reported then.
    """
    if ask is None:
        return job, ()
    requests: dict[Request, None] = {}
    crashes: list[Crash] = []
    for outcome in asking:
        requests.update(dict.fromkeys(outcome.requests))
        crashes += (crash for crash in outcome.report.crashes if crash.rule != ENGINE)
    return replace(job, answers=ask(requests)), tuple(crashes)


def _require_rules(job: Job, files: Sequence[Path]) -> None:
    rules = [bool(job.configs.for_file(path).rules) for path in files]
    if rules and not any(rules):
        raise ConfigError("no rule is selected, so nothing would be checked")


def _report(
    done: Sequence[Outcome], crashes: tuple[Crash, ...], problems: Iterable[Problem]
) -> Report:
    return Report(
        files=tuple(outcome.report for outcome in done if outcome.report.says_anything),
        checked=sum(
            # Where it could not be written, it was read.
            outcome.report.problem is None or bool(outcome.report.findings)
            for outcome in done
        ),
        problems=tuple(problems),
        crashes=crashes,
    )
