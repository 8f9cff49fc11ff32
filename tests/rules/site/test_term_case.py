"""Terms that differ in their capitals: how often each stands, and where nothing is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from articlelint import Article
from articlelint.linting.keyed import Entry, Origin, found_among
from articlelint.recognition import site_for
from articlelint_rules.site.term_case import TermCase


def said(generator: str, *tags: str) -> list[str]:
    """Return what is said of articles with these lists of tags."""
    rule, site = TermCase(), site_for(Path("/nowhere"), generator)
    facts = [
        Entry(Origin(number), Path(f"{number}.md"), fact)
        for number, each in enumerate(tags)
        for fact in rule.facts(Article(f"---\ntags: {each}\n---\n", f"{number}.md", site=site))
    ]
    return [each.diagnostic.message for each in found_among(rule, facts)]


def test_articles_are_counted_and_not_the_times_that_a_term_stands_in_one() -> None:
    assert said("hexo", "[b, b, b]", "[B]", "[B]") == [
        "`b` and `B` (in 2 articles) are two terms",
    ]


@pytest.mark.parametrize("generator", ["hugo", "zola", "pelican", "docusaurus", "generic"])
def test_nothing_is_said_where_both_may_be_one_term(generator: str) -> None:
    assert said(generator, "[Javascript]", "[javascript]") == []


@pytest.mark.parametrize("generator", ["hexo", "jekyll", "eleventy"])
def test_each_spelling_but_the_usual_one_is_told_once(generator: str) -> None:
    assert len(said(generator, "[go]", "[go]", "[Go]", "[Go]", "[GO]", "[rust]")) == 2
