"""Known findings: what is new, what is stale, what the file survives."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from textwrap import dedent

import pytest

from articlelint.adopting.baseline import Baseline, Compared
from articlelint.config import Configs, Layer
from articlelint.errors import ConfigError
from articlelint.report.places import Detail
from articlelint.runner.discovery import Discovery
from articlelint.runner.job import Job
from articlelint.runner.run import run

RULES = """
    import re
    from articlelint import Rule, Severity, Span

    class Shout(Rule):
        '''Marks are repeated.'''

        name = "ours/shout"
        severity = Severity.WARNING

        def check(self, article):
            if "CRASH" in article.text:
                raise RuntimeError("boom")
            for match in re.finditer(r"!{2,}", article.text):
                yield self.diagnostic(Span(*match.span()), "Too loud")

    class Ask(Rule):
        '''It asks twice.'''

        name = "ours/ask"
        severity = Severity.INFO

        def check(self, article):
            for match in re.finditer(r"[?]{2,}", article.text):
                yield self.diagnostic(Span(*match.span()), "Asked twice, see line 7")
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("our.py").write_text(dedent(RULES), encoding="utf-8")
    Path("articlelint.toml").write_text('plugins = ["our.py"]\nselect = ["ours"]', encoding="utf-8")
    return tmp_path


def write(**texts: str) -> None:
    for name, text in texts.items():
        path = Path(f"posts/{name}.md")
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")


class Run:
    """The articles as they are now, checked."""

    def __init__(self, *names: str, select: str | None = None) -> None:
        self.configs = Configs(Layer(select=(select,) if select else None))
        self.files = (
            [Path(f"posts/{name}.md") for name in names]
            if names
            else sorted(Path("posts").glob("*.md"))
        )
        job = Job(self.configs, datetime(2024, 5, 1, tzinfo=UTC), details=Detail.EXCERPTS)
        self.report = run(job, Discovery(list(map(str, self.files))))

    def ran(self, path: Path) -> set[str]:
        return {rule.name for rule in self.configs.of(path).rules_for(path)}

    def updated(self, baseline: Baseline) -> Baseline:
        return baseline.updated(self.report, self.files, self.ran)

    def compared(self, baseline: Baseline) -> Compared:
        return baseline.compare(self.report, self.files, self.ran)

    def new(self, baseline: Baseline) -> list[str]:
        return [
            f"{file.path.stem}:{finding.place.start.line} {finding.diagnostic.rule}"
            for file, finding in self.compared(baseline).report.findings
        ]


def known(path: str = "known.json") -> Baseline:
    """Return a baseline of the articles as they are now, written and read again."""
    Run().updated(Baseline(Path(path))).write()
    return Baseline.read(Path(path))


def test_what_is_known_is_not_new() -> None:
    write(a="x!!\ny??\n", b="z!!\n")
    compared = Run().compared(known())
    assert list(compared.report.findings) == []
    assert (compared.known, compared.stale) == (3, ())
    assert compared.report.exit_code() == 0


def test_it_holds_where_lines_move() -> None:
    write(a="x!!\ny??\n")
    baseline = known()
    write(a="new\n" * 10 + "x!!\nanother\ny??\n")
    assert Run().new(baseline) == []


def test_of_two_alike_one_more_is_new_and_it_is_the_right_one() -> None:
    write(a="x!!\ny!!\nz!!\n")
    baseline = known()
    write(a="x!!\nthis is new!!\ny!!\nz!!\n")
    assert Run().new(baseline) == ["a:2 ours/shout"]


def test_the_same_line_once_more_is_new() -> None:
    write(a="x!!\n")
    baseline = known()
    write(a="x!!\nx!!\n")
    assert Run().new(baseline) == ["a:2 ours/shout"]


def test_a_known_one_stays_known_where_its_line_was_edited() -> None:
    write(a="x!!\ny!!\n")
    baseline = known()
    write(a="now it says something else!!\ny!!\n")
    assert Run().new(baseline) == []


def test_another_rule_or_article_is_new() -> None:
    write(a="x!!\n", b="")
    baseline = known()
    write(a="x\ny??\n", b="x!!\n")
    assert Run().new(baseline) == ["a:2 ours/ask", "b:1 ours/shout"]


class TestStale:
    def test_what_was_fixed_is_told(self) -> None:
        write(a="x!!\ny!!\nz??\n", b="x!!\n")
        baseline = known()
        write(a="x!!\n", b="fine\n")
        assert [str(each) for each in Run().compared(baseline).stale] == [
            "posts/a.md: 1 fewer of ours/ask than it lists",
            "posts/a.md: 1 fewer of ours/shout than it lists",
            "posts/b.md: 1 fewer of ours/shout than it lists",
        ]

    def test_an_article_that_is_gone_is_told(self) -> None:
        write(a="x!!\n", b="x!!\n")
        baseline = known()
        Path("posts/b.md").unlink()
        compared = Run("a").compared(baseline)
        assert list(map(str, compared.stale)) == ["posts/b.md is gone"]
        assert compared.kept["posts/b.md"] == {}

    def test_what_was_not_looked_at_is_not_stale(self) -> None:
        write(a="x!!\nz??\n", b="x!!\n")
        baseline = known()
        write(a="fine\n", b="CRASH")
        assert Run("b").compared(baseline).stale == ()
        (stale,) = Run("a", select="ours/ask").compared(baseline).stale
        assert stale.rule == "ours/ask"

    def test_pruning_forgets_what_was_fixed_and_nothing_else(self) -> None:
        write(a="x!!\ny!!\nz??\n", b="x!!\n")
        baseline = known()
        write(a="y!!\nz\n")
        pruned = replace(baseline, known=Run("a").compared(baseline).kept)
        pruned.write()
        pruned = Baseline.read(pruned.path)
        assert pruned.size == 2
        assert Run().new(pruned) == []
        write(a="x!!\ny!!\nz\n")
        assert Run().new(pruned) == ["a:1 ours/shout"]


class TestWriting:
    def test_the_file_is_sorted_a_line_a_rule_and_ends_with_a_line(self) -> None:
        write(b="x!!\n", a="x??\nx!!\n")
        known()
        text = Path("known.json").read_text(encoding="utf-8")
        assert [line.partition(":")[0] for line in text.splitlines()] == [
            "{", '"version"', '"findings"', '"posts/a.md"', ' "ours/ask"', ' "ours/shout"', "},",
            '"posts/b.md"', ' "ours/shout"', "}", "}", "}",
        ]  # fmt: skip
        assert text.endswith("}\n")
        known()
        assert Path("known.json").read_text(encoding="utf-8") == text

    def test_an_empty_one_is_one(self) -> None:
        write(a="fine\n")
        assert known().known == {}

    def test_paths_are_seen_from_the_file(self) -> None:
        write(a="x!!\n")
        Path("lint").mkdir()
        assert list(known("lint/known.json").known) == ["../posts/a.md"]
        assert Run().new(Baseline.read(Path("lint/known.json"))) == []

    def test_part_of_a_run_leaves_the_rest_as_it_is(self) -> None:
        write(a="x!!\ny??\n", b="x!!\n", c="x!!\n")
        baseline = known()
        write(a="x!!\nmore!!\n", b="x!!\nx!!\n")
        Path("posts/c.md").unlink()
        after = Run("a", select="ours/shout").updated(baseline)
        assert {path: sorted(rules) for path, rules in after.known.items()} == {
            "posts/a.md": ["ours/ask", "ours/shout"],
            "posts/b.md": ["ours/shout"],
        }
        assert len(after.known["posts/a.md"]["ours/shout"]) == 2

    def test_a_folder_that_is_not_there(self) -> None:
        with pytest.raises(ConfigError, match=r"cannot write no.such.json: No such file"):
            Baseline(Path("no/such.json")).write()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (None, "cannot read the baseline known.json: No such file or directory; --write-baseline"),
        ("{", "is not JSON"),
        ("\xff", "is not JSON"),
        ("[" * 100_000, "is not JSON"),
        ("[]", "is not a baseline of version 1"),
        ('{"version": 2, "findings": {}}', "is not a baseline of version 1"),
        ('{"version": 1}', "is damaged"),
        ('{"version": 1, "findings": {"a.md": {"x/y": 3}}}', "is damaged"),
        ('{"version": 1, "findings": {"a.md": {"x/y": [3]}}}', "is damaged"),
        ('{"version": 1, "findings": {"a.md": []}}', "is damaged"),
    ],
)
def test_what_is_no_baseline(text: str | None, message: str) -> None:
    if text is not None:
        Path("known.json").write_bytes(text.encode("latin-1"))
    with pytest.raises(ConfigError, match=message):
        Baseline.read(Path("known.json"))


def test_any_path_can_be_an_entry() -> None:
    baseline = Baseline(Path("known.json"), {'a "quoted"\n城.md': {"x/y": ["00"]}})
    baseline.write()
    assert json.loads(Path("known.json").read_bytes())["findings"] == baseline.known
