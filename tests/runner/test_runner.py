"""Files to a report: fixing, writing, site rules, crashes, worker processes."""

from __future__ import annotations

import multiprocessing.synchronize
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from textwrap import dedent
from typing import TYPE_CHECKING, NoReturn

import pytest

from articlelint.config import Configs, Layer
from articlelint.destinations import page_index
from articlelint.errors import ConfigError, SourceError
from articlelint.report.places import Detail
from articlelint.runner import surroundings, workers
from articlelint.runner.discovery import Discovery
from articlelint.runner.job import Job
from articlelint.runner.run import run, run_bytes
from articlelint.runner.workers import worker_count
from articlelint.text import source
from articlelint.text.edit import Applicability
from tests.plugins.shout import SHOUT

if TYPE_CHECKING:
    from articlelint.report.report import Report

RULES = SHOUT + dedent("""\
    class Crash(Rule):
        '''It crashes.'''

        name = "ours/crash"
        severity = Severity.ERROR

        def check(self, article):
            if "CRASH" in article.text:
                raise RuntimeError("boom")
            if "DIE" in article.text:
                os._exit(1)
            if "BREAK" in article.text:
                raise KeyboardInterrupt
            return ()

    class Endless(Rule):
        '''It never comes to rest.'''

        name = "ours/endless"
        severity = Severity.INFO
        fixable = Applicability.SAFE

        def check(self, article):
            if "GROW" in article.text:
                yield self.diagnostic(
                    Span.at(0), "Short", fix=Fix.safe("Grow", Edit.insert(0, "x"))
                )

    class SameTitle(SiteRule):
        '''Two articles begin alike.'''

        name = "ours/same-title"
        severity = Severity.ERROR

        def facts(self, article):
            yield article.text.partition("\\n")[0]

        def check_site(self, facts):
            first = {}
            for path, title in facts:
                if title == "EXPLODE":
                    raise RuntimeError("site boom")
                other = first.setdefault(title, path)
                if other != path:
                    yield path, self.diagnostic(Span(0, len(title)), f"As in {other}")
""")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("our.py").write_text(RULES, encoding="utf-8")
    Path("articlelint.toml").write_text(
        'plugins = ["our.py"]\nselect = ["ours", "suppression", "text"]', encoding="utf-8"
    )
    return tmp_path


def job(**changes: object) -> Job:
    return replace(Job(Configs(), datetime(2024, 5, 1, tzinfo=UTC)), **changes)  # type: ignore[arg-type]


def check(
    files: dict[str, str | bytes], *, processes: int | None = None, **changes: object
) -> Report:
    for name, content in files.items():
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return run(job(**changes), Discovery([*files]), processes=processes)


def said(report: Report) -> list[str]:
    return [
        f"{file.path}:{finding.place.start.line}:{finding.place.start.column} "
        f"{finding.diagnostic.message}"
        for file, finding in report.findings
    ]


def test_findings_come_with_places_in_the_order_of_the_files() -> None:
    report = check({"b.md": "x\ny!! z??\n", "a.md": "w!!!\n", "c.md": "fine\n"})
    assert said(report) == ["b.md:2:2 Too loud", "b.md:2:6 Too loud", "a.md:1:2 Too loud"]
    assert report.checked == 3
    assert [str(file.path) for file in report.files] == ["b.md", "a.md"]
    assert report.exit_code() == 1


class TestFixing:
    def test_safe_fixes_are_written_and_the_rest_is_reported(self) -> None:
        report = check({"a.md": "x!!\r\ny??"}, fix=Applicability.SAFE)
        assert Path("a.md").read_bytes() == b"x!\r\ny??"
        assert said(report) == ["a.md:2:2 Too loud"]
        assert report.applied() == {"ours/shout": 1}
        assert [file.changed for file in report.changed] == [True]

    def test_unsafe_fixes_when_asked_for(self) -> None:
        report = check({"a.md": "x!!\ny??"}, fix=Applicability.UNSAFE)
        assert Path("a.md").read_text(encoding="utf-8") == "x!\ny?"
        assert said(report) == []

    def test_texts_are_kept_and_nothing_is_written_where_that_is_wanted(self) -> None:
        report = check({"a.md": "x!!"}, fix=Applicability.SAFE, write=False)
        assert Path("a.md").read_text(encoding="utf-8") == "x!!"
        (file,) = report.changed
        assert (file.before, file.after) == ("x!!", "x!")

    def test_a_file_that_is_not_utf8_is_left_alone(self) -> None:
        report = check({"a.md": b"x!! \xff\n"}, fix=Applicability.SAFE)
        assert Path("a.md").read_bytes() == b"x!! \xff\n"
        assert [finding.diagnostic.rule for _, finding in report.findings] == [
            "text/undecodable-bytes"
        ]

    def test_fixes_that_never_settle_are_named_and_an_internal_error(self) -> None:
        report = check({"a.md": "GROW"}, fix=Applicability.SAFE)
        assert report.files[0].unsettled == ("ours/endless",)
        assert report.exit_code() == 3

    def test_a_file_that_cannot_be_written_is_a_problem_and_still_reported(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refuse(path: Path, *_: object, **__: object) -> None:
            raise SourceError(f"cannot write {path}: disk full")

        monkeypatch.setattr(source, "write", refuse)
        report = check({"a.md": "x!!"}, fix=Applicability.SAFE)
        assert report.files[0].problem == "cannot write a.md: disk full"
        assert said(report) == ["a.md:1:2 Too loud"]
        assert not report.applied()
        assert not report.changed
        assert report.exit_code() == 2


class TestSiteRules:
    FILES = {"a.md": "one\n", "b.md": "one\n", "c.md": "two!!\n", "d.md": "one\n"}  # noqa: RUF012

    def test_they_compare_all_files_and_stand_among_the_others(self) -> None:
        assert said(check({**self.FILES})) == [
            "b.md:1:1 As in a.md",
            "c.md:1:4 Too loud",
            "d.md:1:1 As in a.md",
        ]

    def test_they_see_what_fixes_made_of_the_files(self) -> None:
        report = check({"a.md": "one!!\n", "b.md": "one!\n"}, fix=Applicability.SAFE)
        assert said(report) == ["b.md:1:1 As in a.md"]

    def test_a_warning_about_an_article_that_a_program_wrote_is_left_out(self) -> None:
        rules = Path("our.py").read_text(encoding="utf-8")
        Path("our.py").write_text(
            rules.replace(
                'same-title"\n    severity = Severity.ERROR',
                'same-title"\n    severity = Severity.WARNING',
            ),
            encoding="utf-8",
        )
        made = "<!-- This file is automatically generated. -->\n"
        report = check({"a.md": made, "b.md": made, "c.md": "One\n", "d.md": "One\n"})
        assert said(report) == ["d.md:1:1 As in c.md"]

    def test_comments_silence_them_and_are_not_called_unused(self) -> None:
        comment = "<!-- articlelint-disable-file ours/same-title -->\n"
        report = check({"a.md": "one\n", "b.md": f"one\n{comment}", "c.md": f"two\n{comment}"})
        assert said(report) == ["c.md:2:1 This comment suppresses nothing"]
        assert sum(file.suppressed for file in report.files) == 1

    def test_a_fix_does_not_delete_a_comment_that_silences_them(self) -> None:
        comment = "<!-- articlelint-disable-file -->\n"
        report = check({"a.md": "one\n", "b.md": f"one\n{comment}"}, fix=Applicability.SAFE)
        assert said(report) == []
        assert not report.changed

    def test_only_files_whose_rule_is_selected_take_part(self) -> None:
        Path("articlelint.toml").write_text(
            'plugins = ["our.py"]\nselect = ["ours"]\n[[overrides]]\nfiles = ["a.md"]\n'
            'ignore = ["ours/same-title"]\n[[overrides]]\nfiles = ["d.md"]\n'
            'severity = { ours = "info" }',
            encoding="utf-8",
        )
        report = check({**self.FILES})
        assert said(report) == ["c.md:1:4 Too loud", "d.md:1:1 As in b.md"]
        assert report.files[-1].findings[0].diagnostic.severity == "info"

    def test_a_crash_of_one_is_told_and_the_rest_is_reported(self) -> None:
        report = check({"a.md": "EXPLODE\n", "b.md": "x!!"})
        assert [crash.error for crash in report.crashes] == ["RuntimeError: site boom"]
        assert said(report) == ["b.md:1:2 Too loud"]
        assert report.exit_code() == 3


class TestWholeSites:
    """Some files are given, as a hook does; site rules compare them with the rest of the site."""

    FILES = {  # noqa: RUF012 - constant
        "web/_config.yml": "title: A blog\n",
        "web/source/_posts/a.md": "one\n",
        "web/source/_posts/b.md": "two\n",
        "web/source/_posts/c.md": "one\nx!!\n",
        "elsewhere/d.md": "two\n",
    }

    @pytest.fixture(autouse=True)
    def site(self) -> None:
        for name, text in self.FILES.items():
            Path(name).parent.mkdir(parents=True, exist_ok=True)
            Path(name).write_text(text, encoding="utf-8")
        Path("web/package.json").write_text('{"dependencies": {"hexo": "7"}}', encoding="utf-8")

    def given(self, *paths: str, named: tuple[str, ...] | None = None, **changes: object) -> Report:
        return run(job(**changes), Discovery(paths), named=paths if named is None else named)

    def test_the_others_are_compared_with_and_not_reported(self) -> None:
        report = self.given("web/source/_posts/c.md")
        assert said(report) == [
            "web/source/_posts/c.md:1:1 As in web/source/_posts/a.md",
            "web/source/_posts/c.md:2:2 Too loud",
        ]
        assert report.checked == 1
        assert said(self.given("web/source/_posts/a.md")) == []

    def test_articles_of_other_sites_are_not(self) -> None:
        assert said(self.given("web/source/_posts/b.md")) == []
        assert said(self.given("elsewhere/d.md")) == []

    def test_what_a_fix_wrote_counts_and_not_what_was_on_the_disk(self) -> None:
        Path("web/source/_posts/b.md").write_text("one!!\n", encoding="utf-8")
        Path("web/source/_posts/a.md").write_text("one!\n", encoding="utf-8")
        report = self.given("web/source/_posts/b.md", fix=Applicability.SAFE, write=False)
        assert said(report) == ["web/source/_posts/b.md:1:1 As in web/source/_posts/a.md"]

    def test_a_site_in_a_folder_that_was_named_is_not_read_again(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(surroundings, "discover", None)
        posts = [name for name in self.FILES if name.endswith("c.md")]
        for named in ("web", "."):
            assert len(said(self.given(*posts, named=(named,)))) == 1
        with pytest.raises(TypeError):
            self.given(*posts, named=("web/source",))

    def test_nothing_is_read_where_no_rule_compares(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(surroundings, "discover", None)
        configs = Configs(Layer(select=("ours/shout",)))
        assert len(said(self.given("web/source/_posts/c.md", configs=configs))) == 1

    def test_nothing_is_read_where_a_rule_can_find_nothing_in_the_article(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(surroundings, "discover", None)
        configs = Configs(Layer(select=("front-matter/missing",)))
        post = "web/source/_posts/c.md"
        with pytest.raises(TypeError):
            self.given(post, configs=configs)
        Path(post).write_text("---\ntitle: C\n---\n", encoding="utf-8")
        assert said(self.given(post, configs=configs)) == []

    def test_what_is_excluded_takes_no_part(self) -> None:
        Path("articlelint.toml").write_text(
            'plugins = ["our.py"]\nselect = ["ours"]\nexclude = ["web/source/_posts/a.md"]',
            encoding="utf-8",
        )
        assert said(self.given("web/source/_posts/c.md")) == ["web/source/_posts/c.md:2:2 Too loud"]

    def test_a_crash_on_one_of_the_others_is_told(self) -> None:
        text = Path("our.py").read_text(encoding="utf-8")
        text = text.replace(
            "yield article.text.p", "yield {}['x'] if 'GO' in article.text else article.text.p"
        )
        Path("our.py").write_text(text, encoding="utf-8")
        Path("web/source/_posts/b.md").write_text("GO\n", encoding="utf-8")
        report = self.given("web/source/_posts/a.md")
        assert [crash.error for crash in report.crashes] == ["KeyError: 'x'"]
        assert report.exit_code() == 3


class TestCrashes:
    def test_a_rule_that_crashes_is_named_and_the_run_goes_on(self) -> None:
        report = check({"a.md": "CRASH!!", "b.md": "x!!"})
        (crash,) = report.files[0].crashes
        assert (crash.rule, crash.error) == ("ours/crash", "RuntimeError: boom")
        assert "our.py" in crash.traceback
        assert said(report) == ["a.md:1:6 Too loud", "b.md:1:2 Too loud"]
        assert report.exit_code() == 3

    def test_a_crash_outside_the_rules_is_one_too(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def fail(_: bytes) -> None:
            raise RuntimeError("engine boom")

        monkeypatch.setattr(source, "decode", fail)
        report = check({"a.md": "x"})
        assert [crash.rule for crash in report.files[0].crashes] == ["engine"]
        assert report.exit_code() == 3

    def test_an_interrupt_is_not_a_crash(self) -> None:
        with pytest.raises(KeyboardInterrupt):
            check({"a.md": "BREAK"})


class TestWorkers:
    @pytest.mark.parametrize("processes", [2, 3])
    def test_they_change_nothing_about_the_report(self, processes: int) -> None:
        files: dict[str, str | bytes] = {
            f"{number:03}.md": f"title {number % 60}\n{'x!!' * (number % 3)}\n"
            for number in range(100)
        }
        files["050.md"] = "CRASH\n"
        alone = check(files, processes=1, details=Detail.EXCERPTS)
        assert len(list(alone.findings)) > 100
        together = check(files, processes=processes, details=Detail.EXCERPTS)
        assert together.exit_code() == alone.exit_code() == 3
        assert said(together) == said(alone)
        assert together.checked == alone.checked == 100

    def test_one_that_dies_is_traced_to_its_file(self) -> None:
        files: dict[str, str | bytes] = {f"{number:03}.md": "x!!\n" for number in range(80)}
        files["040.md"] = "DIE"
        report = check(files, processes=2)
        (file,) = [file for file in report.files if file.crashes]
        assert str(file.path) == "040.md"
        assert len([line for line in said(report) if "Too loud" in line]) == 79
        assert report.exit_code() == 3

    def test_where_workers_start_from_nothing(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(workers, "START_METHOD", "spawn")
        files: dict[str, str | bytes] = {f"{number:03}.md": "x!!\n" for number in range(70)}
        report = check(files, processes=2)
        assert len([line for line in said(report) if "Too loud" in line]) == 70

    def test_an_index_that_cannot_be_made_ends_no_run(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        asked = []

        def fail(site: object) -> None:
            asked.append(site)
            raise OSError("the disk is gone")

        monkeypatch.setattr(page_index, "pages_of", fail)
        files: dict[str, str | bytes] = {f"{number}.md": "x!!\n" for number in range(3)}
        assert len([line for line in said(check(files, processes=2)) if "Too loud" in line]) == 3
        assert asked

    def test_their_number(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(workers, "processors", lambda: 4)
        monkeypatch.setattr(workers, "FILES_PER_WORKER", 150)
        assert [worker_count(files, None) for files in (0, 1, 299, 300, 450, 10_000)] == [
            1, 1, 1, 2, 3, 4,
        ]  # fmt: skip
        assert worker_count(10_000, 2) == 2
        assert worker_count(10_000, 1) == 1
        assert worker_count(3, 8) == 3

    def test_a_machine_without_locks_for_processes(self, monkeypatch: pytest.MonkeyPatch) -> None:
        # What Python does where /dev/shm cannot be written to, as in some containers.
        def refuse(*_: object, **__: object) -> NoReturn:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(multiprocessing.synchronize, "Lock", refuse)
        workers.can_share.cache_clear()
        try:
            assert worker_count(10_000, 2) == 1
        finally:
            workers.can_share.cache_clear()


class TestText:
    def test_bytes_are_checked_as_the_file_of_that_name(self) -> None:
        report, after = run_bytes(job(), Path("posts/a.md"), b"x!!")
        assert said(report) == ["posts/a.md:1:2 Too loud"]
        assert after == b"x!!"

    def test_bytes_are_fixed(self) -> None:
        data = b"\xef\xbb\xbf---\r\ntitle: a\r\n---\r\nx!!\r\n"
        report, after = run_bytes(job(fix=Applicability.SAFE), Path("a.md"), data)
        assert after == b"---\r\ntitle: a\r\n---\r\nx!\r\n"
        assert said(report) == []
        assert not Path("a.md").exists()

    def test_a_suppression_of_a_site_rule_in_bytes(self) -> None:
        text = b"one\n<!-- articlelint-disable-file ours/same-title -->\n"
        report, _ = run_bytes(job(), Path("a.md"), text)
        assert said(report) == ["a.md:2:1 This comment suppresses nothing"]


def test_a_file_that_cannot_be_read_is_a_problem() -> None:
    Path("gone.md").symlink_to("nowhere")
    report = run(job(), Discovery(["gone.md"]))
    assert report.files[0].problem == "cannot read gone.md: No such file or directory"
    assert (report.checked, report.exit_code()) == (0, 2)


def test_a_run_without_rules_is_refused() -> None:
    Path("a.md").touch()
    with pytest.raises(ConfigError, match="no rule is selected"):
        run(job(configs=Configs(Layer(select=()))), Discovery(["a.md"]))


def test_no_files_is_no_error() -> None:
    assert run(job(), Discovery()).exit_code() == 0


def test_excerpts_are_kept_only_where_wanted() -> None:
    assert check({"a.md": "x!!"}).files[0].findings[0].place.excerpts == ()
    (excerpt,) = check({"a.md": "x!!"}, details=Detail.EXCERPTS).files[0].findings[0].place.excerpts
    assert (excerpt.number, excerpt.text, excerpt.marked) == (1, "x!!", (1, 3))
