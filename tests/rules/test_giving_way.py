"""Rules that give way to others speak where those are off."""

from __future__ import annotations

from pathlib import Path

import pytest

from articlelint import Article, Rule
from articlelint.linting.linter import lint
from articlelint.recognition import site_for
from articlelint_rules.dates.nonstandard_format import NonstandardFormat
from articlelint_rules.dates.quoted_date import QuotedDate
from articlelint_rules.dates.unquoted_date import UnquotedDate
from articlelint_rules.front_matter.nested_list import NestedList
from articlelint_rules.front_matter.wrong_type import WrongType
from articlelint_rules.images.invalid_url import InvalidUrl
from articlelint_rules.images.machine_path import MachinePath
from articlelint_rules.images.missing_file import MissingFile
from articlelint_rules.images.outside_site import OutsideSite
from articlelint_rules.images.wrong_case import WrongCase


@pytest.mark.parametrize(
    ("generator", "lines", "better", "rule"),
    [
        pytest.param("mkdocs", "date: '2024-05-01'", QuotedDate, NonstandardFormat, id="quotes"),
        pytest.param(
            "hexo", "date: 2024-05-01 10:00:00 +08:00", UnquotedDate, NonstandardFormat, id="plain"
        ),
        pytest.param("hugo", "title: a\ntags: [[a], b]", NestedList, WrongType, id="list"),
    ],
)
def test_one_of_two_that_say_the_same(
    generator: str, lines: str, better: type[Rule], rule: type[Rule]
) -> None:
    site = site_for(Path("/nowhere"), generator)
    article = Article(f"---\n{lines}\n---\n", "content/posts/a.md", site=site)
    both = lint(article, [better(), rule()]).diagnostics
    alone = lint(article, [rule()]).diagnostics
    assert [each.rule for each in both] == [better.name]
    assert [each.rule for each in alone] == [rule.name]


@pytest.mark.parametrize(
    ("url", "better"),
    [
        ("/images/undefined", InvalidUrl),
        ("/C:/photos/a.png", MachinePath),
        ("../../../../../a.png", OutsideSite),
        ("/images/Bridge.PNG", WrongCase),
    ],
)
def test_an_image_that_is_not_there(url: str, better: type[Rule], tmp_path: Path) -> None:
    root = tmp_path / "site"
    picture = root / "source/images/bridge.png"
    picture.parent.mkdir(parents=True)
    picture.touch()
    site = site_for(root, "hexo")
    article = Article(f"![The bridge]({url})\n", root / "source/_posts/a.md", site=site)
    both = lint(article, [better(), MissingFile()]).diagnostics
    alone = lint(article, [MissingFile()]).diagnostics
    assert [each.rule for each in both] == [better.name]
    assert [each.rule for each in alone] == [MissingFile.name]
