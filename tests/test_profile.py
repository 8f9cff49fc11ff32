from __future__ import annotations

import time
from typing import TYPE_CHECKING

from articlelint import INFO, Article, Findings, Rule, on
from articlelint.cli import main
from articlelint.linting.linter import lint
from articlelint.linting.profile import Profile

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from articlelint import Heading

LONG = 0.02


def spend(seconds: float) -> None:
    """Use up processor time, which is what is measured."""
    end = time.process_time() + seconds
    while time.process_time() < end:
        pass


def slow_view(_: Article) -> list[int]:
    spend(LONG)
    return [1]


class AsksForTheView(Rule):
    """A rule is quick itself, and asks for a view that is not."""

    name = "tests/asks"
    severity = INFO

    @on.heading()
    def check(self, _: Heading, article: Article) -> Findings:
        article.view(slow_view)
        yield from ()


class IsSlow(Rule):
    """A rule takes its time."""

    name = "tests/slow"
    severity = INFO

    @on.heading()
    def check(self, *_: object) -> Findings:
        spend(LONG)
        yield from ()


def test_the_time_of_a_view_is_not_the_rule_s() -> None:
    with Profile() as profile:
        lint(Article("# a\n\n# b\n"), [AsksForTheView(), IsSlow()])
    rules = {each.name: each for each in profile.spent("rule")}
    views = {each.name: each for each in profile.spent("view")}
    assert rules["tests/slow"].seconds >= 2 * LONG > rules["tests/asks"].seconds
    assert views["slow_view"].seconds >= LONG
    assert views["slow_view"].calls == 1
    assert "headings" in views
    assert next(iter(rules)) == "tests/slow"


def test_nothing_is_measured_afterwards() -> None:
    with Profile() as profile:
        pass
    lint(Article("# a\n"), [IsSlow()])
    assert profile.spent("rule") == []


def test_the_command_prints_a_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.md").write_text("# a\n\n### b\n", encoding="utf-8")
    main(["check", str(tmp_path), "--profile-rules", "--isolated"])
    printed = capsys.readouterr().err
    assert "markdown/unread-heading" in printed
    assert "all rules" in printed
    assert "all views" in printed
