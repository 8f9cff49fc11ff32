"""One file: read, linted, fixed, written."""

from __future__ import annotations

from dataclasses import field, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from articlelint.article import Article
from articlelint.dataclass import dataclass
from articlelint.destinations.asked import asked
from articlelint.errors import ArticlelintError, SourceError
from articlelint.generators.reading import read
from articlelint.linting.fixing import fix
from articlelint.linting.linter import Crash, gather, lint, worth_telling
from articlelint.named_tuple import NamedTuple
from articlelint.report.report import FileReport, findings_of
from articlelint.text import source
from articlelint.text.digest import digest
from articlelint.text.timed import Overdue, timed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

    from articlelint.article.clock import Validity
    from articlelint.config import FileConfig
    from articlelint.diagnostic import Diagnostic
    from articlelint.linting.rule import Rule, SiteRule
    from articlelint.online import Answers, Request
    from articlelint.runner.job import Job

    Check = Callable[[Job, Sequence[Path]], Iterator["Outcome"]]
    """What checks files, in their order."""

ENGINE = "engine"
"""What a crash outside every rule is ascribed to."""
_PANIC = "PanicException"
"""What a defect of a parser in Rust raises; no module has it by name."""
_LEAST_LIMIT = 10.0
_LIMIT_A_BYTE = 10 / 2**20
"""Seconds that a file may take where nobody says how many."""


class Trace(NamedTuple):
    """What an outcome hangs on besides the article and the files around it.

    *front* is what other articles may see of this one: all before its body. *asked* are the pages
    of whose anchors it speaks, *read* those that the generators' rooms have read so far.
    *validity* is when the same would have been found.
    """

    front: bytes
    asked: tuple[Path, ...]
    read: frozenset[Path]
    validity: Validity


@dataclass(frozen=True, slots=True)
class Outcome:
    """A file's report, its facts by site rule, and whether comments in it suppress rules.

    *requests* are what its rules want asked; *content* is the digest of the bytes that all of
    this is about, after fixes.
    """

    report: FileReport
    facts: Mapping[str, Sequence[object]] = field(default_factory=dict)
    has_suppressions: bool = False
    requests: tuple[Request, ...] = ()
    content: bytes = b""
    trace: Trace | None = None


def check_file(job: Job, path: Path) -> Outcome:
    """Check the file at *path*, and write it where fixes changed it.

    A crash becomes part of the report. Raises ConfigError and PluginError.
    """
    try:
        data = source.read(path)
        outcome, fixed = check_bytes(job, path, data)
        if fixed is None or not job.write:
            return outcome
    except SourceError as error:
        return Outcome(FileReport(path, problem=str(error)))
    try:
        source.write(path, fixed.encode("utf-8"), expected=data)
    except SourceError as error:
        unwritten = check_bytes(replace(job, fix=None), path, data)[0]
        return replace(unwritten, report=replace(unwritten.report, problem=str(error)))
    return outcome


def check_bytes(job: Job, path: Path, data: bytes) -> tuple[Outcome, str | None]:
    """Check *data* as the file at *path*; return its text after fixes where they changed it."""
    limit = job.file_timeout
    if limit is None:
        limit = max(_LEAST_LIMIT, len(data) * _LIMIT_A_BYTE)
    try:
        with timed(limit):
            return _checked(job, path, data)
    except Overdue:
        problem = f"{path} took longer than {limit:g} s and was skipped (--file-timeout)"
        return Outcome(FileReport(path, problem=problem)), None
    except (ArticlelintError, KeyboardInterrupt):
        raise
    except Exception as error:  # noqa: BLE001 - a defect of ours; the other files go on
        return crashed(path, ENGINE, error), None
    except BaseException as error:
        if type(error).__name__ != _PANIC:
            raise
        return crashed(path, ENGINE, error), None


def crashed(path: Path, rule: str, error: BaseException) -> Outcome:
    """Return the outcome of a file on which something of ours raised *error*."""
    return Outcome(FileReport(path, crashes=(Crash.of(rule, error),)))


def _checked(job: Job, path: Path, data: bytes) -> tuple[Outcome, str | None]:
    config = job.configs.for_file(path)
    rules, known = config.rules, config.known
    article = article_of(path, data, config, job.now, job.answers)
    asked.clear()
    if job.asking:
        return _asking(article, rules, path), None
    if job.facts_of is not None:
        facts, crashes = gather(article, rules, job.facts_of)
        trace = _trace(article) if job.traced else None
        report = FileReport(path, crashes=crashes)
        return Outcome(report, facts, content=digest(data), trace=trace), None
    before = article.text
    applied: Mapping[str, int] = {}
    unsettled: tuple[str, ...] = ()
    refused: str | None = None
    if job.fix is None:
        result = lint(article, rules, known=known)
    else:
        of_site = job.site_findings.get(path)
        given = of_site.diagnostics if of_site and of_site.content == digest(data) else ()
        fixed = fix(article, rules, job.fix, known=known, site_findings=given)
        article, result, applied = fixed.article, fixed.result, dict(fixed.applied)
        unsettled, refused = fixed.unsettled, fixed.refused
    facts, crashes = gather(article, rules)
    changed = article.text != before
    report = FileReport(
        path,
        findings_of(article, result.diagnostics, job.details),
        suppressed=result.suppressed,
        crashes=(*result.crashes, *crashes),
        applied=applied,
        changed=changed,
        before=before if changed and not job.write else None,
        after=article.text if changed and not job.write else None,
        unsettled=unsettled,
        refused=refused,
    )
    after = article.text if changed else None
    return Outcome(
        report,
        facts,
        bool(result.suppressions),
        content=digest(data if after is None else after.encode("utf-8")),
        trace=_trace(article) if job.traced else None,
    ), after


def _trace(article: Article) -> Trace:
    return Trace(
        front_of(article), tuple(sorted(asked)), _frozen(len(read)), article.clock.validity
    )


@lru_cache(maxsize=1)
def _frozen(_count: int) -> frozenset[Path]:
    """Return what was read, which grows seldom: one object for all, which pickle writes once."""
    return frozenset(read)


def front_of(article: Article) -> bytes:
    """Return what stands for all of *article* that others may see, but for its anchors."""
    return digest(article.text[: article.body.start].encode("utf-8", "surrogatepass"))


def article_of(
    path: Path, data: bytes, config: FileConfig, now: datetime, answers: Answers | None = None
) -> Article:
    """Return the article at *path* with the content *data*."""
    return Article(
        source.decode(data),
        path,
        site=config.site,
        now=now,
        answers=answers,
        own_schema=config.schema,
    )


def _asking(article: Article, rules: Sequence[Rule], path: Path) -> Outcome:
    """Return what *rules* want asked, and which of them could not even say that."""
    wanted: dict[Request, None] = {}
    crashes: list[Crash] = []
    for rule in rules if not article.source.undecodable else ():
        try:
            wanted.update(dict.fromkeys(rule.requests(article)))
        except Exception as error:  # noqa: BLE001 - any rule may fail in any way; it is reported
            crashes.append(Crash.of(rule.name, error))
    return Outcome(FileReport(path, crashes=tuple(crashes)), requests=tuple(wanted))


def with_site_findings(
    job: Job, outcome: Outcome, diagnostics: Sequence[Diagnostic], data: bytes | None = None
) -> Outcome:
    """Return *outcome* with what site rules found in the file, comments in it respected.

    *data* is the file's content, if it is not on the disk.
    """
    path = outcome.report.path
    config = job.configs.for_file(path)
    try:
        data = source.read(path) if data is None else data
    except SourceError as error:
        return replace(outcome, report=replace(outcome.report, problem=str(error)))
    if digest(data) != outcome.content:
        problem = f"{path} changed on disk while it was being checked"
        return replace(outcome, report=replace(outcome.report, problem=problem))
    article = article_of(path, data, config, job.now, job.answers)
    if outcome.has_suppressions:
        result = lint(article, config.rules, known=config.known, site_findings=diagnostics)
        found, suppressed = result.diagnostics, result.suppressed
    else:
        own = [finding.diagnostic for finding in outcome.report.findings]
        told = worth_telling(diagnostics, article, config.rules)
        found = tuple(sorted((*own, *told), key=lambda diagnostic: diagnostic.sort_key))
        suppressed = outcome.report.suppressed
    report = replace(
        outcome.report,
        findings=findings_of(article, found, job.details),
        suppressed=suppressed,
    )
    return replace(outcome, report=report)


def site_rules(job: Job, path: Path) -> dict[str, SiteRule]:
    """Return the site rules for the file at *path*, by name."""
    return {rule.name: rule for rule in job.configs.for_file(path).rules.site_rules}
