"""The fixes of site rules: made as the others are, with what the whole site says."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

from articlelint.config import Configs
from articlelint.runner import run as run_module
from articlelint.runner import site_fixes
from articlelint.runner.discovery import Discovery
from articlelint.runner.job import Job
from articlelint.runner.run import run, run_bytes
from articlelint.text.edit import Applicability
from tests.plugins.shout import SHOUT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from articlelint.report.report import Report
    from articlelint.runner.check import Outcome

RULES = SHOUT + dedent("""\
    class Fewer(SiteRule):
        '''A word is spelt otherwise than in most articles; a shout counts twice.'''

        name = "ours/fewer"
        severity = Severity.WARNING
        fixable = Applicability.SAFE

        def facts(self, article):
            for match in re.finditer(r"\\b(colou?r)(!*)", article.text):
                yield match[1], len(match[2]) or 1, Span(*match.span(1))

        def check_site(self, facts):
            counts = {}
            facts = list(facts)
            for path, (word, number, span) in facts:
                counts[word] = counts.get(word, 0) + number
            most = max(counts, key=counts.get, default="")
            for path, (word, number, span) in facts:
                if counts[word] < counts[most]:
                    make = Fix.unsafe if word == "color" else Fix.safe
                    fix = make(f"Write {most}", Edit(span, most))
                    yield path, self.diagnostic(span, f"{word}, not {most}", fix=fix)

    class Follow(SiteRule):
        '''It never comes to rest.'''

        name = "ours/follow"
        severity = Severity.WARNING
        fixable = Applicability.SAFE

        def facts(self, article):
            if "FLIP" in article.text or "FLOP" in article.text:
                at = article.text.find("FL")
                yield article.text[at:at + 4], Span(at, at + 4)

        def check_site(self, facts):
            for path, (word, span) in facts:
                other = "FLOP" if word == "FLIP" else "FLIP"
                fix = Fix.safe("Turn", Edit(span, other))
                yield path, self.diagnostic(span, word, fix=fix)

    class Breaking(SiteRule):
        '''Its fix breaks the front matter.'''

        name = "ours/breaking"
        severity = Severity.WARNING
        fixable = Applicability.SAFE

        def facts(self, article):
            at = article.text.find("title: fine")
            if at >= 0:
                yield Span(at, at + 11)

        def check_site(self, facts):
            for path, span in facts:
                fix = Fix.safe("Break", Edit(span, "title: a: b"))
                yield path, self.diagnostic(span, "Breaks", fix=fix)
""")
BRITISH = {"a.md": "colour\n", "b.md": "colour\n"}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("our.py").write_text(RULES, encoding="utf-8")
    Path("articlelint.toml").write_text(
        'plugins = ["our.py"]\nselect = ["ours", "suppression"]', encoding="utf-8"
    )
    return tmp_path


def job(**changes: object) -> Job:
    base = Job(Configs(), datetime(2024, 5, 1, tzinfo=UTC), fix=Applicability.UNSAFE)
    return replace(base, **changes)  # type: ignore[arg-type]


def check(files: dict[str, str], *given: str, **changes: object) -> Report:
    for name, content in files.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_bytes(content.encode())
    return run(job(**changes), Discovery(given or [*files]), named=given or (".",))


def said(report: Report) -> list[str]:
    return [
        f"{file.path}:{finding.place.start.line} {finding.diagnostic.message}"
        for file, finding in report.findings
    ]


def on_disk(*names: str) -> list[str]:
    return [Path(name).read_bytes().decode() for name in names]


def test_they_are_made_and_counted() -> None:
    report = check({**BRITISH, "c.md": "a color\r\n"})
    assert on_disk("a.md", "b.md", "c.md") == ["colour\n", "colour\n", "a colour\r\n"]
    assert report.applied() == {"ours/fewer": 1}
    assert [file.path.name for file in report.changed] == ["c.md"]
    assert said(report) == []


def test_a_second_run_changes_nothing() -> None:
    files = {**BRITISH, "c.md": "color!! color\n", "d.md": "colour\n"}
    check(files)
    first = on_disk(*files)
    report = run(job(), Discovery([*files]), named=(".",))
    assert on_disk(*files) == first
    assert not report.changed


def test_unsafe_ones_are_shown_and_not_made_without_the_flag() -> None:
    report = check({**BRITISH, "c.md": "color\n"}, fix=Applicability.SAFE)
    assert said(report) == ["c.md:1 color, not colour"]
    assert not report.changed


def test_what_another_fix_would_take_away_still_counts() -> None:
    """Whatever is fixed first: the shout decides as long as it is there."""
    files = {"a.md": "colour!!!\n", "b.md": "color\n", "c.md": "color\n"}
    report = check(files)
    assert on_disk(*files) == ["colour!\n", "colour\n", "colour\n"]
    assert report.applied() == {"ours/shout": 1, "ours/fewer": 2}


def test_a_dry_run_shows_them_and_writes_nothing() -> None:
    files = {**BRITISH, "c.md": "color!!\n"}
    report = check(files, write=False)
    assert on_disk("c.md") == ["color!!\n"]
    (file,) = report.changed
    assert (file.before, file.after) == ("color!!\n", "colour!\n")


def test_comments_silence_them() -> None:
    comment = "<!-- articlelint-disable-file ours/fewer -->\n"
    report = check({**BRITISH, "c.md": f"color!!\n{comment}"})
    assert on_disk("c.md") == [f"color!\n{comment}"]
    assert sum(file.suppressed for file in report.files) == 1


def test_a_hook_sees_the_site_and_changes_the_files_given() -> None:
    posts = "web/source/_posts"
    files = {f"{posts}/{name}": text for name, text in BRITISH.items()}
    files |= {f"{posts}/c.md": "color\n", f"{posts}/d.md": "color\n"}
    files |= {f"{posts}/e.md": "colour\n", "web/_config.yml": "title: A blog\n"}
    files["web/package.json"] = '{"dependencies": {"hexo": "7"}}'
    report = check(files, f"{posts}/c.md")
    assert on_disk(f"{posts}/c.md", f"{posts}/d.md") == ["colour\n", "color\n"]
    assert report.checked == 1


def test_bytes_are_fixed_too() -> None:
    report, after = run_bytes(job(), Path("a.md"), b"colour colour colour color!!\n")
    assert after == b"colour colour colour colour!\n"
    assert not list(report.findings)


def test_what_never_comes_to_rest_is_named() -> None:
    report = check({"a.md": "FLIP\n", "b.md": "calm!!\n"})
    (file,) = [file for file in report.files if file.unsettled]
    assert (file.path, file.unsettled) == (Path("a.md"), ("ours/follow",))
    assert on_disk("b.md") == ["calm!\n"]
    assert report.exit_code() == 3


def test_what_would_break_the_front_matter_is_refused() -> None:
    text = "---\ntitle: fine\n---\nx!!\n"
    report = check({"a.md": text})
    assert on_disk("a.md") == [text.replace("!!", "!")]
    assert report.files[0].refused is not None
    assert report.exit_code() == 3


def test_what_is_not_utf_8_is_left_alone() -> None:
    Path("z.md").write_bytes(b"color \xff\n")
    report = check(BRITISH, "a.md", "b.md", "z.md")
    assert Path("z.md").read_bytes() == b"color \xff\n"
    assert not report.has_defects


def test_a_file_that_somebody_else_writes_meanwhile_is_not_damaged(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def interrupted(job: Job, *outcomes: Sequence[Outcome]) -> Job:
        Path("c.md").write_text("red, a color\n", encoding="utf-8")
        return site_fixes.foresee(job, *outcomes)

    monkeypatch.setattr(run_module, "foresee", interrupted)
    report = check({**BRITISH, "c.md": "color\n"})
    assert on_disk("c.md") == ["red, a colour\n"]
    assert not report.has_defects

    def overtaken(job: Job, outcomes: Sequence[Outcome], **others: Sequence[Outcome]) -> object:
        Path("c.md").write_text("red\n", encoding="utf-8")
        return site_fixes.settle(job, outcomes, others=others["others"])

    monkeypatch.setattr(run_module, "settle", overtaken)
    report = check({**BRITISH, "c.md": "color\n"}, fix=None)
    (file,) = [file for file in report.files if file.problem]
    assert file.problem == "c.md changed on disk while it was being checked"
    assert on_disk("c.md") == ["red\n"]


def test_workers_make_them_too() -> None:
    files = {**BRITISH, "c.md": "color\n"}
    for name, content in files.items():
        Path(name).write_text(content)
    report = run(job(), Discovery([*files]), processes=2)
    assert on_disk("c.md") == ["colour\n"]
    assert report.applied() == {"ours/fewer": 1}


POST = "---\ntitle: a\ndate: {}\n---\n"


def test_ambiguous_dates_go_by_the_sites_others_even_as_these_are_fixed(folder: Path) -> None:
    (folder / "articlelint.toml").write_text('select = ["dates"]\n')
    (folder / "_config.yml").write_text("title: a\n")
    (folder / "package.json").write_text('{"dependencies": {"hexo": "8"}}')
    posts = {
        f"source/_posts/{n}.md": POST.format(date)
        for n, date in enumerate(["13/04/2022", "03/04/2022", "3/5/2022 10:00:00", "03-04-2022"])
    }
    report = check(posts)
    assert on_disk(*posts) == [
        POST.format(date)
        for date in ["2022-04-13", "2022-04-03", "2022-05-03 10:00:00", "03-04-2022"]
    ]
    assert [message.partition(";")[0] for message in said(report)] == [
        "source/_posts/3.md:3 `03-04-2022` may be 4 March 2022 or 3 April 2022"
    ]
