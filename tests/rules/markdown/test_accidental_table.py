from __future__ import annotations

from pathlib import Path

from articlelint.article import Article
from articlelint.linting.linter import lint
from articlelint.recognition import site_for
from articlelint_rules.markdown.accidental_table import AccidentalTable
from tests.growth import assert_linear

SITE = site_for(Path("nowhere"), "jekyll")


def test_any_number_of_pipes_is_escaped_in_one_go() -> None:
    def work(text: str) -> None:
        (found,) = lint(Article(text, "_posts/a.md", site=SITE), [AccidentalTable()]).diagnostics
        assert found.fix is not None
        assert len(found.fix.edits) == text.count("|")

    assert_linear(work, "We saw P(A | B) " + "and then one more | of " * 8_000 + "at the bridge.\n")
