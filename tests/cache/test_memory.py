"""A run with the cache reports what it would report without, whatever happens between runs."""

from __future__ import annotations

import functools
import gzip
import os
import random
import shutil
import sqlite3
import sys
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from articlelint.api import check, load_config
from articlelint.cache import places
from articlelint.cache.store import Store
from articlelint.report.packed import PackedFindings
from articlelint.report.places import Detail
from articlelint.runner import memory, partitions, small, surroundings
from articlelint.runner.ground import Place, place_of
from articlelint.runner.memory import Memory
from articlelint.text.edit import Applicability

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator
    from pathlib import Path

    from articlelint.cache.rows import Row
    from articlelint.report.report import Report
    from articlelint.runner.check import Outcome
    from articlelint.runner.discovery import Discovery

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
PNG = b"\x89PNG\r\n\x1a\n"
PLUGIN = """\
from articlelint import WARNING, Article, Findings, Rule, on

class Word(Rule):
    '''A word that is not wanted.'''

    name = "ours/word"
    severity = WARNING

    @on.text("WORD")
    def check(self, match, article):
        for other in sorted(article.site.root.rglob("*.md")):
            if b"WORD" in other.read_bytes():
                yield self.diagnostic(match.span, f"unwanted, as in {other.name}")
"""


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "site"
    (root / ".git").mkdir(parents=True)
    monkeypatch.chdir(root)
    return root


def forget() -> None:
    """Empty what our functions remember, as a new process would."""
    ours = [module for name, module in [*sys.modules.items()] if name.startswith("articlelint")]
    for value in [value for module in ours for value in [*vars(module).values()]]:
        if type(value) is functools._lru_cache_wrapper:
            value.cache_clear()


def run(place: Place | None = None, *paths: str, now: datetime = NOW, **options: object) -> Report:
    forget()
    config = load_config(select=["all"])
    return check(
        *paths, config=config, now=now, details=Detail.EXCERPTS | Detail.EDITS, cache=place, **options,  # type: ignore[arg-type]  # noqa: E501
    )  # fmt: skip


def rules(report: Report) -> set[str]:
    """Return the names of the rules that found something."""
    return {finding.diagnostic.rule for _, finding in report.findings}


def place(folder: Path | None = None) -> Place:
    def fail(text: str) -> None:
        raise AssertionError(text)

    found = place_of(folder, fail)
    assert found is not None
    return found


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the names of the articles that are checked and not known."""
    names: list[str] = []
    real = Memory.outcomes

    def outcomes(self: Memory, check: object, job: object, files: object) -> Iterator[object]:
        def noted(job: object, files: list[Path]) -> object:
            names.extend(path.name for path in files)
            return check(job, files)  # type: ignore[operator]

        return real(self, noted, job, files)  # type: ignore[arg-type]

    monkeypatch.setattr(Memory, "outcomes", outcomes)
    return names


def write(root: Path, name: str, content: str | bytes, age: float = 60) -> None:
    """Write a file that is some time old, so that it has not changed unseen."""
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    os.utime(path, (time.time() - age,) * 2)


def some_posts(root: Path) -> None:
    write(root, "_config.yml", "title: x\nfuture: false\n")
    write(
        root,
        "_posts/2024-01-01-a.md",
        "---\ntitle: A\n---\n\n![x](/a.png) [b](/2024/01/02/b.html#two)\n",
    )
    write(root, "_posts/2024-01-02-b.md", "---\ntitle: B\n---\n\n## Two\n\n<b>x\n")
    write(root, "_posts/2024-01-03-c.md", "---\ntitle: C\ntags: [x, X]\n---\n\nplain\n")
    write(root, "a.png", PNG)


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let what is older than this test not count as changed unseen; ``utime`` moves no ctime."""
    monkeypatch.setattr(
        places.Stat, "may_have_changed", lambda self, looked: self.changed > looked - places.RACY
    )


def test_nothing_is_checked_twice(site: Path, checked: list[str]) -> None:
    some_posts(site)
    first = run(place())
    assert sorted(checked) == ["2024-01-01-a.md", "2024-01-02-b.md", "2024-01-03-c.md"]
    checked.clear()
    assert run(place()) == first == run()
    assert checked == []
    assert (site / ".articlelint_cache/.gitignore").read_text() == "*\n"


def test_a_run_that_is_known_looks_for_no_articles(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    some_posts(site)
    first = run(place())
    found: list[Discovery] = []

    def fail(*_: object, **__: object) -> None:
        raise AssertionError("it looked for articles")

    monkeypatch.setattr("articlelint.api.discover", fail)
    assert run(place(), on_found=found.append) == first
    assert [path.name for path in found[0].files] == [
        "2024-01-01-a.md",
        "2024-01-02-b.md",
        "2024-01-03-c.md",
    ]
    with pytest.raises(AssertionError, match="it looked"):
        run(place(), force_exclude=True)
    write(site, "_posts/2024-01-04-d.md", "x")
    with pytest.raises(AssertionError, match="it looked"):
        run(place())


def test_what_lies_beyond_the_repository_is_looked_at_each_time(site: Path) -> None:
    write(site.parent, "other/a.md", "<b>x</i>\n")
    assert "html/stray-end-tag" in rules(run(place(), "../other"))
    write(site.parent, "other/a.md", "x\n")
    assert "html/stray-end-tag" not in rules(run(place(), "../other"))


def test_configurations_are_loaded_though_the_run_is_known(site: Path) -> None:
    some_posts(site)
    write(site, "_posts/.articlelint.toml", "jobs = 1\n")
    for _ in range(2):
        forget()
        config = load_config()
        check(config=config, now=NOW, cache=place())
        assert 1 in {each.settings.jobs for each in config.loaded}


def test_a_changed_body_is_checked_alone(site: Path, checked: list[str]) -> None:
    some_posts(site)
    run(place())
    checked.clear()
    write(site, "_posts/2024-01-03-c.md", "---\ntitle: C\ntags: [x, X]\n---\n\n<b>plain</i>\n", 50)
    assert run(place()) == run()
    assert checked == ["2024-01-03-c.md"]


def test_a_page_whose_anchors_are_asked_for_is_looked_at(site: Path, checked: list[str]) -> None:
    some_posts(site)
    before = run(place())
    checked.clear()
    write(site, "_posts/2024-01-02-b.md", "---\ntitle: B\n---\n\n## Three\n\n<b>x\n", 50)
    assert run(place()) == run() != before
    assert sorted(checked) == ["2024-01-01-a.md", "2024-01-02-b.md"]


def test_a_file_that_is_gone_is_noticed(site: Path) -> None:
    some_posts(site)
    run(place())
    (site / "a.png").unlink()
    found = run(place())
    assert found == run()
    assert any(each.diagnostic.rule == "images/missing-file" for _, each in found.findings)


def test_one_file_of_many_is_compared_with_what_is_known(site: Path, checked: list[str]) -> None:
    some_posts(site)
    write(site, "_posts/2024-01-04-d.md", "---\ntitle: D\npermalink: /same/\n---\n")
    write(site, "_posts/2024-01-05-e.md", "---\ntitle: E\npermalink: /same/\n---\n")
    run(place())
    checked.clear()
    found = run(place(), "_posts/2024-01-05-e.md")
    assert found == run(None, "_posts/2024-01-05-e.md")
    assert any(each.diagnostic.rule == "site/duplicate-permalink" for _, each in found.findings)
    assert checked == []


def test_time_passes(site: Path, checked: list[str]) -> None:
    some_posts(site)
    write(site, "_posts/2026-03-04-f.md", "---\ntitle: F\ndate: 2026-03-04 10:00:00 +0000\n---\n")
    run(place())
    checked.clear()
    for hours, again in ((1, False), (24, True), (100, True), (101, False), (24 * 365 * 30, True)):
        now = NOW + timedelta(hours=hours)
        assert run(place(), now=now) == run(now=now)
        assert ("2026-03-04-f.md" in checked) is again
        checked.clear()


def test_facts_hang_on_the_time_and_on_programs(site: Path, checked: list[str]) -> None:
    write(site, "hugo.toml", 'title = "x"\n')
    write(site, "layouts/a.html", "{{ .Params.word }}")
    for number in range(1, 3):
        text = f"---\ntitle: A\nexpiryDate: 2026-03-0{number + 1}\n---\n"
        write(site, f"content/posts/n{number}.md", text)
    later, latest = NOW + timedelta(days=1), NOW + timedelta(days=30)
    run(place(), now=later)
    one = "content/posts/n1.md"
    checked.clear()
    assert run(place(), one, now=later) == run(None, one, now=later)
    assert checked == []
    assert run(place(), one, now=latest) == run(None, one, now=latest)
    assert "n2.md" in checked
    checked.clear()
    write(site, "static/new.png", PNG)
    write(site, one, "---\ntitle: A\n---\n")
    run(place(), one, now=latest)
    assert checked == ["n1.md"]
    checked.clear()
    write(site, "layouts/a.html", "{{ .Params.other }}")
    run(place(), one, now=latest)
    assert sorted(checked) == ["n1.md", "n2.md"]


def test_a_plugin_may_look_at_anything(site: Path) -> None:
    some_posts(site)
    write(site, "lint.py", PLUGIN)
    write(site, "articlelint.toml", 'plugins = ["lint.py"]\n')
    write(site, "_posts/2024-01-01-a.md", "---\ntitle: A\n---\n\nWORD\n")
    run(place())
    write(site, "_posts/2024-01-02-b.md", "---\ntitle: B\n---\n\nWORD\n", 50)
    assert run(place()) == run()
    write(site, "lint.py", PLUGIN.replace("unwanted", "not wanted"), 50)
    assert run(place()) == run()


def test_facts_hang_on_the_settings_of_the_site(site: Path) -> None:
    write(site, "_config.yml", "permalink: /:year/:title/\n")
    write(site, "_posts/2023-01-01-same.md", "---\ntitle: A\n---\n")
    write(site, "_posts/2024-01-01-same.md", "---\ntitle: B\n---\n")
    run(place())
    write(site, "_config.yml", "permalink: /:title/\n", 50)
    found = run(place(), "_posts/2024-01-01-same.md")
    assert found == run(None, "_posts/2024-01-01-same.md")
    assert any(each.diagnostic.rule == "site/duplicate-permalink" for _, each in found.findings)


SITE_PLUGIN = """\
from articlelint import WARNING, SiteRule, Span

class Same(SiteRule):
    '''Two articles with the same number.'''

    name = "ours/same"
    severity = WARNING

    def facts(self, article):
        yield (article.site.root / "number.txt").read_text() + article.path.name[:2]

    def check_site(self, facts):
        for path, fact in facts:
            yield path, self.diagnostic(Span(0, 1), ", ".join(each for _, each in facts))
"""


def test_facts_of_plugins_are_not_kept(site: Path) -> None:
    some_posts(site)
    write(site, "number.txt", "1")
    write(site, "lint.py", SITE_PLUGIN)
    write(site, "articlelint.toml", 'plugins = ["lint.py"]\n')
    run(place())
    write(site, "number.txt", "2", 50)
    assert run(place(), "_posts/2024-01-01-a.md") == run(None, "_posts/2024-01-01-a.md")


def test_a_change_that_no_clock_shows_is_noticed(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    some_posts(site)

    def coarse(stat: os.stat_result) -> places.Stat:
        return places.Stat(stat.st_size, stat.st_mtime_ns, 0, 0)

    monkeypatch.setattr(places.Stat, "of", coarse)
    path = site / "_posts/2024-01-03-c.md"
    write(site, "_posts/2024-01-03-c.md", "---\ntitle: C\n---\n\n<b>1</b>\n", age=0)
    times = path.stat()
    before = run(place())
    write(site, "_posts/2024-01-03-c.md", "---\ntitle: C\n---\n\n<b>1</i>\n", age=0)
    os.utime(path, ns=(times.st_mtime_ns, times.st_mtime_ns))
    assert run(place()) == run() != before


def test_an_image_that_changes_is_looked_at(site: Path) -> None:
    some_posts(site)
    before = run(place())
    write(site, "a.png", b"GIF89a", 50)
    assert run(place()) == run() != before


def test_an_article_that_the_site_reads_counts_whole(site: Path) -> None:
    appended = "{auto_append: [docs/b.md]}"
    write(
        site, "mkdocs.yml", f"site_name: x\nmarkdown_extensions: [pymdownx.snippets: {appended}]\n"
    )
    write(site, "docs/a.md", "# A\n\n[words][one]\n")
    write(site, "docs/b.md", "[one]: https://example.edu/\n")
    before = run(place())
    write(site, "docs/b.md", "[two]: https://example.edu/\n", 50)
    assert run(place()) == run() != before


def test_what_was_fixed_is_not_known_as_it_was(site: Path) -> None:
    some_posts(site)
    write(site, "_posts/2024-01-06-g.md", "---\ntitle: G\ntags: [a, a]\n---\n")
    run(place())
    other = site.parent / "other"
    shutil.copytree(site, other)
    fixed = run(place(), fix=Applicability.SAFE)
    assert fixed.changed
    assert run(place(), fix=Applicability.SAFE) == run(fix=Applicability.SAFE)
    assert run(place()) == run()


@pytest.fixture
def many(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take the few articles of a test for so many that they are kept in partitions."""
    monkeypatch.setattr(partitions, "_FEWEST", 1)
    monkeypatch.setattr(partitions, "_PARTITIONS", 3)
    monkeypatch.setattr(memory, "_MANY", 0)
    monkeypatch.setattr(memory, "_FEW", 1)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[set[str]]:
    """Return the names of the articles that are asked for their facts, a set for each time."""
    names: list[set[str]] = []
    real = surroundings._asked

    def noted(outcomes: Iterator[Outcome], known: Iterable[Outcome] = ()) -> object:
        done = list(outcomes)
        names.append({outcome.report.path.name for outcome in done})
        return real(iter(done), known)

    monkeypatch.setattr(surroundings, "_asked", noted)
    return names


def posts(root: Path, count: int) -> None:
    write(root, "_config.yml", "title: x\n")
    for number in range(count):
        text = f"---\ntitle: A{number}\ntags: [x]\npermalink: /{number % 9}/\n---\n\nplain\n"
        write(root, f"_posts/2024-01-01-p{number}.md", text)


@pytest.mark.usefixtures("many")
def test_beside_one_article_few_others_are_asked(site: Path, asked: list[set[str]]) -> None:
    posts(site, 12)
    one = "_posts/2024-01-01-p0.md"
    run(place())
    assert run(place(), one) == run(None, one)
    assert 0 < len(asked[0]) < 11 == len(asked[1])
    assert "site/duplicate-permalink" in rules(run(place(), one))
    write(site, "_posts/2024-01-01-p9.md", "---\ntitle: A\ntags: [X]\npermalink: /a/\n---\n")
    asked.clear()
    found = run(place(), one)
    assert found == run(None, one)
    assert "site/duplicate-permalink" not in rules(found)
    assert len(asked[0]) < len(asked[1])


@pytest.mark.usefixtures("many")
def test_a_file_that_is_new_and_not_named_is_asked(site: Path, asked: list[set[str]]) -> None:
    posts(site, 12)
    one = "_posts/2024-01-01-p0.md"
    run(place())
    write(site, "_posts/2024-01-02-b.md", "---\ntitle: B\npermalink: /0/\n---\n")
    assert run(place(), one) == run(None, one)
    assert "2024-01-02-b.md" in asked[0]
    (site / "_posts/2024-01-02-b.md").unlink()
    assert run(place(), one) == run(None, one)


@pytest.mark.usefixtures("many")
def test_beside_one_article_no_row_of_the_others_is_read(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    posts(site, 12)
    run(place())
    one = "_posts/2024-01-01-p0.md"
    asked_for: list[Collection[str] | None] = []
    real = Store.rows

    def noted(store: Store, key: bytes, paths: Collection[str] | None = None) -> dict[str, Row]:
        asked_for.append(paths)
        return real(store, key, paths)

    monkeypatch.setattr(Store, "rows", noted)
    write(site, one, "---\ntitle: A\n---\n\n<b>x\n")
    run(place(), one)
    assert asked_for
    assert all(paths is not None and len(paths) < 12 for paths in asked_for)


@pytest.mark.usefixtures("many")
@pytest.mark.parametrize("fix", [None, Applicability.UNSAFE])
def test_of_many_findings_each_is_told_though_they_are_packed(
    site: Path, monkeypatch: pytest.MonkeyPatch, fix: Applicability | None
) -> None:
    posts(site, 12)
    some_posts(site)
    plain = run(None, fix=fix, write=False)
    monkeypatch.setattr(small, "_MOST", 0)
    monkeypatch.setattr(partitions, "_AT_ONCE", 0)
    monkeypatch.setattr(memory, "_AT_ONCE", 2)
    assert run(None, fix=fix, write=False) == plain
    for _ in range(2):
        found = run(place(), fix=fix, write=False)
        assert found == plain
        assert any(isinstance(file.findings, PackedFindings) for file in found.files)
    one = "_posts/2024-01-01-p0.md"
    assert run(place(), one, fix=fix, write=False) == run(None, one, fix=fix, write=False)


@pytest.mark.parametrize("paths", [(), ("_posts/2024-01-01-a.md",)])
def test_what_comes_during_a_run_and_goes_after_it_leaves_nothing(
    site: Path, paths: tuple[str, ...]
) -> None:
    some_posts(site)
    (site / "a.png").unlink()
    first = run(None, *paths)
    assert "images/missing-file" in rules(first)
    found = run(place(), *paths, on_found=lambda _: write(site, "a.png", PNG))
    assert "images/missing-file" not in rules(found)
    (site / "a.png").unlink()
    assert run(place(), *paths) == first


@pytest.mark.parametrize("report", [b"", b"nonsense", b"half", b"list"])
def test_a_damaged_report_of_a_whole_run_is_none(site: Path, report: bytes) -> None:
    some_posts(site)
    first = run(place())
    with closing(sqlite3.connect(site / ".articlelint_cache/articles.sqlite")) as file, file:
        ((kept,),) = file.execute("SELECT report FROM wholes")
        damaged = {b"half": kept[:-20], b"list": gzip.compress(b"[]\n")}.get(report, report)
        file.execute("UPDATE wholes SET report = ?", (damaged,))
    assert run(place()) == first


def _text(chance: random.Random) -> str:
    front = [
        f"title: {chance.choice('ABC')}",
        chance.choice(
            ["", f"permalink: /p{chance.randrange(3)}/", f"tags: [{chance.choice('xXy')}]"]
        ),
        chance.choice(["", f"date: 202{chance.randrange(3, 9)}-01-01 10:00:00", "date: today"]),
        chance.choice(["", "draft: true", f"image: /{chance.randrange(3)}.png"]),
    ]
    parts = [
        f"## {chance.choice(['One', 'Two'])}",
        f"![x](/{chance.randrange(3)}.png)",
        f"[y](n{chance.randrange(4)}.md#{chance.choice(['one', 'two'])})",
        f"[z](/p{chance.randrange(3)}/)",
        "<b>x</i>",
        "<!-- articlelint-ignore-next-line -->\n<b>x",
        "<div markdown>\n**x**\n</div>",
        "plain",
    ]
    body = "\n\n".join(chance.sample(parts, chance.randrange(4)))
    return "---\n" + "".join(f"{line}\n" for line in front if line) + f"---\n\n{body}\n"


CONFIGURATIONS = {
    "jekyll": (
        "_config.yml",
        "_posts/2024-01-0{}-n{}.md",
        ["title: x\nfuture: false\n", "permalink: /:title/\nmarkdown: Other\n"],
    ),
    "hugo": (
        "hugo.toml",
        "content/posts/n{1}.md",
        ['title = "x"\n', 'title = "x"\n[markup.goldmark.renderer]\nunsafe = true\n'],
    ),
    "mkdocs": (
        "mkdocs.yml",
        "docs/n{1}.md",
        ["site_name: x\n", "site_name: x\nmarkdown_extensions: [md_in_html]\n"],
    ),
}
OURS = ['ignore = ["html"]\n', 'severity = { all = "error" }\n', "", 'exclude = ["**/*1*"]\n']


@pytest.mark.usefixtures("many")
@pytest.mark.parametrize("generator", CONFIGURATIONS)
def test_no_sequence_of_changes_gives_another_answer(site: Path, generator: str) -> None:
    chance = random.Random(generator)
    name, pattern, settings = CONFIGURATIONS[generator]
    images = {"jekyll": "", "hugo": "static/", "mkdocs": "docs/"}[generator]

    def article() -> str:
        number = chance.randrange(1, 5)
        return pattern.format(number, number)

    def delete() -> None:
        (site / article()).unlink(missing_ok=True)

    changes: list[Callable[[], object]] = [
        lambda: write(site, article(), _text(chance), chance.choice([0, 50])),
        lambda: write(site, article(), _text(chance), chance.choice([0, 50])),
        lambda: write(site, f"{images}{chance.randrange(3)}.png", chance.choice([PNG, b"GIF89a"])),
        lambda: (site / f"{images}{chance.randrange(3)}.png").unlink(missing_ok=True),
        delete,
        lambda: write(site, name, chance.choice(settings), chance.choice([0, 50])),
        lambda: write(site, "articlelint.toml", chance.choice(OURS), chance.choice([0, 50])),
        lambda: run(place(), fix=Applicability.SAFE),
        lambda: run(place(), article()),
        lambda: None,
    ]
    write(site, name, settings[0])
    now = NOW
    for _ in range(4):
        write(site, article(), _text(chance))
    for _ in range(15):
        for change in chance.choices(changes, k=1):
            change()
        now += timedelta(days=chance.choice([0, 0, 1, 400]))
        assert run(place(), now=now) == run(now=now)
        one = article()
        if (site / one).exists():
            assert run(place(), one, now=now) == run(None, one, now=now)
