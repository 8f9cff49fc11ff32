"""What an engine maps and reduces to check any number of articles, rules that compare included.

Three stages, each a pure function from an Arrow table to an Arrow table:

1. ``outcomes`` of articles: their findings, and the facts of site rules, each in the bucket that it
   meets others in.
2. ``compared``, called with the facts of one bucket: what site rules find among them.
3. ``second_look`` at articles: the findings that have a place there, now that these are known.

What they pass on is pickled, as engines pickle what they ship, and read in the same run.
"""

from __future__ import annotations

import pickle
from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from articlelint.errors import SourceError
from articlelint.extras import required
from articlelint.linting.keyed import SiteFinding
from articlelint.named_tuple import NamedTuple
from articlelint.records.run import looked_at_again
from articlelint.records.shipped import received
from articlelint.records.workers import check_record, place_of
from articlelint.report.report import Problem, Report
from articlelint.reporters.columns import rows_of, table_of
from articlelint.reporters.columns import schema as findings_schema
from articlelint.runner.check import site_rules
from articlelint.runner.collector import collecting_seldom
from articlelint.runner.compare import as_configured
from articlelint.runner.facts import FactStore, found_among, joined
from articlelint.text.digest import digest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from articlelint.diagnostic import Diagnostic
    from articlelint.linting.keyed import Entry
    from articlelint.linting.rule import SiteRule
    from articlelint.runner.facts import Group
    from articlelint.runner.job import Job
    from articlelint.sources.record import Record

    Row: TypeAlias = dict[str, object]
    Looks: TypeAlias = dict["Looked", tuple[bool, list[Diagnostic]]]
    """Which articles to look at again: whether comments in them suppress findings, and what site
    rules found."""

FACT: Final = "fact"
FOUND: Final = "found"
AGAIN: Final = "again"
CHECKED: Final = "checked"
TOLD: Final = ("finding", "problem", "crash")
"""Kinds of rows: those before are passed on, these are what is told in the end."""

BUCKETS: Final = 1024
"""So many tasks, at most, compare what meets; each has what falls to it in memory."""


class Looked(NamedTuple):
    """An article that is looked at again: its place among all, its path and its content."""

    position: int
    path: Path
    content: bytes


one_at_a_time: Final = Lock()
"""Engines may call from several threads; what articles share is made for one."""


def schema() -> Any:
    """Return the schema of what stages pass on: that of findings, with a group and a value."""
    arrow = required("pyarrow", "tables", "an Arrow batch")
    columns = [*findings_schema(), arrow.field("group", arrow.string())]
    return arrow.schema([*columns, arrow.field("value", arrow.binary())])


def outcomes(records: Iterable[Record | Problem], config: str, buckets: int = BUCKETS) -> Any:
    """Return what there is to say of *records*, and what they have to say to others.

    All calls of a run are given the same number of *buckets*.
    """
    job, _ = received(config)
    rows: list[Row] = []
    checked = 0
    with one_at_a_time, collecting_seldom(), FactStore(job) as facts:
        for each in records:
            if isinstance(each, Problem):
                rows += rows_of(Report(problems=(each,)))
                continue
            checked += 1
            outcome = check_record(job, each)
            report = outcome.report
            facts.add(outcome, each.position)
            if outcome.has_suppressions and site_rules(job, report.path):
                again = Looked(each.position, report.path, outcome.content)
                rows.append(_passed_on(AGAIN, again))
            else:
                rows += rows_of(Report((replace(report, path=Path(each.path)),)))
        rows += _in_buckets(facts.groups(), buckets)
    rows.append(_passed_on(CHECKED, checked))
    return _table(rows)


def compared(table: Any, config: str) -> Any:
    """Return what site rules find among the facts of one bucket, in one row or many."""
    job, _ = received(config)
    rows: list[Row] = []
    rule_of = partial(_rule, job)
    with one_at_a_time, FactStore(job) as following:
        groups = joined(_facts(table), rule_of)
        for each in found_among(groups.items(), rule_of, following):
            if isinstance(each, SiteFinding):
                rows.append(_found(job, each))
            else:
                rows += rows_of(Report(crashes=(each,)))
        rows += _in_buckets(following.groups(), BUCKETS)
    return _table(rows)


def _facts(table: Any) -> Iterator[tuple[Group, list[Entry]]]:
    for value in table.column("value").to_pylist():
        yield from pickle.loads(value)  # noqa: S301 - written in this run


def _rule(job: Job, group: Group, entries: list[Entry]) -> SiteRule:
    return site_rules(job, entries[0].path)[group.name]


class Seen(NamedTuple):
    """What came of the first two stages: how many articles were *checked*, and what is left to do.

    *looks* says which to look at again, *crashes* are rows.
    """

    checked: int
    looks: Looks
    crashes: list[Row]


def seen_in(rows: Iterable[Row], config: str) -> Seen:
    """Return what came of the first two stages, which passed on *rows*.

    The facts of the first are not among them; those of the second meet here, round after round.
    """
    job, _ = received(config)
    checked = 0
    looks: Looks = {}
    crashes: list[Row] = []
    with one_at_a_time, FactStore(job) as facts:
        for row in rows:
            value = pickle.loads(row["value"])  # type: ignore[arg-type] # noqa: S301 - written in this run
            if row["kind"] == CHECKED:
                checked += value
            elif row["kind"] == AGAIN:
                _, found = looks.get(value, (False, []))
                looks[value] = True, found
            elif row["kind"] == FOUND:
                article, diagnostic = value
                looks.setdefault(article, (False, []))[1].append(diagnostic)
            else:
                for group, entries in value:
                    rule = _rule(job, group, entries)
                    for entry in entries:
                        facts.put(rule, entry)
        for each in facts.found():
            if isinstance(each, SiteFinding):
                looks.setdefault(_looked(each), (False, []))[1].append(as_configured(job, each))
            else:
                crashes += rows_of(Report(crashes=(each,)))
    return Seen(checked, looks, crashes)


def second_look(records: Iterable[Record | Problem], config: str, looks: Looks) -> Any:
    """Return what there is to say of those of *records* that are to be looked at again."""
    job, _ = received(config)
    rows: list[Row] = []
    with one_at_a_time:
        for each in records:
            if isinstance(each, Problem):  # told already
                continue
            try:
                path = place_of(job, each)
            except SourceError:  # likewise
                continue
            look = looks.get(Looked(each.position, path, digest(each.data)))
            if look is not None:
                is_suppressing, found = look
                report = looked_at_again(job, each, found, is_suppressing=is_suppressing)
                rows += rows_of(Report((report,)))
    return table_of(rows, findings_schema(), table_class())


def selected(table: Any, kinds: Sequence[str], schema: Any) -> Any:
    """Return the rows of these *kinds*, with the columns of *schema*."""
    compute = required("pyarrow.compute", "tables", "an Arrow batch")
    arrow = required("pyarrow", "tables", "an Arrow batch")
    kept = table.filter(compute.is_in(table.column("kind"), arrow.array(kinds, arrow.string())))
    return kept.select(schema.names).cast(schema)


def without(table: Any, severities: tuple[str, ...]) -> Any:
    """Return the rows without the findings of these *severities*."""
    compute = required("pyarrow.compute", "tables", "an Arrow batch")
    left_out = compute.field("severity").isin(severities) & (compute.field("kind") == "finding")
    return table.filter(~left_out)


def _found(job: Job, found: SiteFinding) -> Row:
    return _passed_on(FOUND, (_looked(found), as_configured(job, found)))


def _looked(found: SiteFinding) -> Looked:
    return Looked(found.origin.position, found.path, found.origin.content)


def _in_buckets(groups: Iterable[tuple[Group, list[Entry]]], count: int) -> Iterator[Row]:
    """Yield *groups* in few rows: what meets is in rows of one bucket, with much that does not.

    Most articles have an address of their own, and an engine takes its time for each group.
    """
    buckets: dict[int, list[tuple[Group, list[Entry]]]] = {}
    for group, entries in groups:
        buckets.setdefault(group.bucket(count), []).append((group, entries))
    for bucket, inside in buckets.items():
        yield {**_passed_on(FACT, inside), "group": str(bucket)}


def _passed_on(kind: str, value: object) -> Row:
    return {"kind": kind, "value": pickle.dumps(value)}


def _table(rows: list[Row]) -> Any:
    return table_of(rows, schema(), table_class())


def table_class() -> Any:
    """Return what stages take and give."""
    return required("pyarrow", "tables", "an Arrow batch").Table
