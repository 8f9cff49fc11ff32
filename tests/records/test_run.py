from __future__ import annotations

import os
import signal
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import pytest

from articlelint import check
from articlelint.config import Configs, Layer
from articlelint.linting.linter import Crash
from articlelint.records.detached import detached
from articlelint.records.report import Counting, whole
from articlelint.records.run import Part, run
from articlelint.report.report import Problem, Report
from articlelint.runner.job import Job
from articlelint.sources.record import Record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

NOW = datetime(2024, 6, 1, tzinfo=UTC)
SITE = '[site]\ngenerator = "hexo"\ncontent = ["."]\n'
OFF = "<!-- articlelint-disable-file site/term-case -->\n"
TEXTS = {
    "z.md": "---\ntitle: Z\ntags: [Wind]\n---\n<b>x</div></b>\n",
    "a.md": "---\ntitle: A\ntags: [wind]\n---\nText\n",
    "m/b.md": "---\ntitle: B\ntags: [wind]\n---\nText <u>\n",
    "m/c.md": f"---\ntitle: C\ntags: [WIND]\n---\n{OFF}",
    "m/d.md": f"---\ntitle: D\n---\n{OFF}Text\n",
    "n.md": "---\ntitle: N\n---\nfine\n",
}
SELECTED = ("site/term-case", "html", "suppression")
Said: TypeAlias = list[tuple[str, int, str, str]]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("articlelint.toml").write_text(SITE, encoding="utf-8")
    return tmp_path


def job(*select: str) -> Job:
    return Job(detached(Configs(Layer(select=select or SELECTED)), None), NOW, write=False)


def source(texts: dict[str, str]) -> Callable[[], Iterable[Record | Problem]]:
    return lambda: [
        Record(path, text.encode(), number) for number, (path, text) in enumerate(texts.items())
    ]


def said(report: Report) -> Said:
    return [
        (
            str(file.path),
            finding.place.start.line,
            finding.diagnostic.rule,
            finding.diagnostic.message,
        )
        for file, finding in report.findings
    ]


@pytest.mark.parametrize("processes", [1, 2])
def test_records_have_the_findings_that_files_would_have(processes: int) -> None:
    for path, text in TEXTS.items():
        Path(path).parent.mkdir(exist_ok=True)
        Path(path).write_text(text, encoding="utf-8")
    config = Configs(Layer(select=SELECTED))
    files = check(*TEXTS, config=config, now=NOW)
    records = whole(run(job(), source(TEXTS), processes))
    assert said(records) == said(files)
    assert {rule for _, _, rule, _ in said(files)} >= {"site/term-case", "suppression/unused"}
    suppressed = [sum(file.suppressed for file in each.files) for each in (records, files)]
    assert suppressed == [1, 1]
    assert records.counts() == files.counts()


def test_a_tally_counts_what_the_whole_report_has() -> None:
    counting = Counting()
    reports = list(counting.of(run(job(), source(TEXTS), 1)))
    tally = counting.tally(6)
    report = whole(run(job(), source(TEXTS), 1))
    assert tally.counts() == report.counts()
    assert tally.fixable() == report.fixable()
    assert tally.exit_code() == report.exit_code() == 1
    assert not list(tally.findings)
    assert sum(len([*each.findings]) for each in reports) == report.counts().total()
    assert sum(file.suppressed for file in tally.files) == 1


def test_two_articles_of_one_path_do_not_get_each_others_findings() -> None:
    texts = [
        ("a.md", "---\ntags: [Wind]\n---\n"),
        ("a.md", "x"),
        ("b.md", "---\ntags: [wind]\n---\n"),
    ]
    records = [Record(path, text.encode(), at) for at, (path, text) in enumerate(texts)]
    parts = list(run(job("site/term-case"), lambda: records, 1))
    assert [
        (each.position, len(each.report.findings)) for each in parts if isinstance(each, Part)
    ] == [(2, 1)]


def test_a_source_that_changes_meanwhile_is_told() -> None:
    looks = iter([TEXTS, {"z.md": "x", "a.md": "x", "m/b.md": "x", "m/c.md": "x"}])
    parts = list(run(job("site/term-case"), lambda: [*source(next(looks))()], 1))
    problems = [each for each in parts if isinstance(each, Problem)]
    assert [str(each) for each in problems] == [
        "m/c.md: changed while it was being checked",
        "z.md: changed while it was being checked",
    ]


def test_problems_of_a_source_are_passed_on_and_make_the_run_fail() -> None:
    def given() -> list[Record | Problem]:
        return [Problem("a.jsonl: row 1", "has no path"), Record("b.md", b"</div>", 0)]

    report = whole(run(job(), given, 1))
    assert [str(each) for each in report.problems] == ["a.jsonl: row 1: has no path"]
    assert len(list(report.findings)) == 1
    assert report.exit_code() == 2


KILLER = """\
import os, signal
from articlelint import WARNING, Rule, SiteRule, Span

class Deadly(Rule):
    name = "ours/deadly"
    severity = WARNING

    def check(self, article):
        if "DIE" in article.text:
            os.kill(os.getpid(), signal.SIGKILL)
        yield self.diagnostic(Span.at(0), "It lives")

class Raises(SiteRule):
    name = "ours/raises"
    severity = WARNING

    def facts(self, article):
        return ["fact"]

    def check_site(self, facts):
        raise ValueError("boom")
"""


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL")
def test_a_worker_that_dies_loses_its_record_alone_and_nothing_is_told_twice() -> None:
    assert signal.SIGKILL
    Path("killer.py").write_text(KILLER, encoding="utf-8")
    Path("articlelint.toml").write_text('plugins = ["killer.py"]\n', encoding="utf-8")
    texts = {f"{number:03}.md": "DIE" if number == 70 else "x" for number in range(150)}
    parts = list(run(job("ours"), source(texts), 2))
    reports = [each for each in parts if isinstance(each, Part)]
    assert [each.position for each in reports] == list(range(150))
    assert [bool(each.report.crashes) for each in reports].index(True) == 70
    assert sum(len(each.report.findings) for each in reports) == 149
    (crash,) = (each for each in parts if isinstance(each, Crash))
    assert (crash.rule, crash.error) == ("ours/raises", "ValueError: boom")
