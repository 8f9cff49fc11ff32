"""The keyed reduce: rounds, order, and that combining facts alters no finding."""

from __future__ import annotations

import random
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from articlelint import INFO, Article, Facts, Site, SiteRule, Span
from articlelint.generators import by_name
from articlelint.generators.settings import Settings
from articlelint.linting.keyed import (
    Entry,
    Origin,
    SiteFinding,
    by_key,
    combined,
    found_among,
    in_order,
    reduced,
)
from articlelint.linting.linter import gather
from articlelint.testing import rules_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

NOW = datetime(2024, 6, 1, tzinfo=UTC)
SITE_RULES = [
    rule for rule in rules_of("articlelint_rules") if issubclass(rule, SiteRule) and not rule.online
]
OPTIONS: dict[str, dict[str, object]] = {
    "dates/duplicate-instant": {"minimum": 3},
    "dates/inconsistent-format": {"minimum": 4, "majority": 0.6},
    "front-matter/rare-key": {"times": 3},
}
SITES = [
    Site(Path("/nowhere"), by_name("hexo"), Settings()),
    Site(Path("/elsewhere"), by_name("jekyll"), Settings()),
    Site(Path("/dropping"), by_name("hugo"), Settings(raw_html=False)),
    Site(Path("/abroad"), by_name("hugo"), Settings(languages=("de", "en", "fr", "it"))),
]
TRANSLATED = range(400, 404)
LONG = f"{'Wind and rain. ' * 12}\n"


def article(pick: random.Random, number: int) -> Article:
    """Return an article of which site rules have something to say, one with others."""
    expires = number in {70, 300}
    site = SITES[2] if expires else pick.choices(SITES[:3], (8, 1, 1))[0]
    dates = ["2024-03-01 10:11:12", "03/04/2024", "13/02/2024", "1 March 2024", "3/4/24"]
    keys = pick.choice(["", "heading: a\n", "subTitle: b\n", "subTitle: b\nheading: a\n"])
    if number in {50, 51}:
        keys = "headng: a\nsub_title: b\ncategries: [a]\n"
    if 60 <= number < 66:
        keys = "categorys: [a]\n"
    title = "T | Kites" if site is SITES[1] else "T"
    lines = (
        f"title: {title}\ndate: {pick.choices(dates, (30, 1, 1, 1, 1))[0]}\n"
        f"permalink: /{pick.choice('abcdef')}{pick.randrange(20)}/\n"
        f"aliases: [/{pick.randrange(12)}/, /x{pick.randrange(40)}/]\n"
        f"tags: [{pick.choice(['wind', 'Wind', 'WIND'])}, {pick.choice(['Sky', 'sky'])}, wind]\n"
        f"{keys}{'expiryDate: 2020-01-01' * expires}\n"
    )
    front_matter = f"---\n{lines}---\n" if number not in {77, 333} else ""
    path = Path(str(site.root), pick.choice(["source/_posts", "content/a", "x"]), f"{number}.md")
    if number in TRANSLATED:
        site = SITES[3]
        path = Path("/abroad/content", f"kites.{site.settings.languages[number - 400]}.md")
        front_matter = f"---\nslug: kite{'s' * (number != 402)}-festival\n---\n"
    text = LONG if number % 90 == 5 else "Text <b>x</b>\n"
    return Article(f"{front_matter}{text}", path, site=site, now=NOW)


@cache
def articles() -> list[Article]:
    pick = random.Random(0)
    return [article(pick, number) for number in range(500)]


def entries_of(rule: SiteRule, articles: Iterable[Article]) -> list[Entry]:
    return [
        Entry(Origin(number, bytes([number % 256])), Path(each.path), fact)
        for number, each in enumerate(articles)
        for fact in gather(each, [rule])[0].get(rule.name, ())
    ]


def said(found: Iterable[SiteFinding]) -> list[tuple[Any, ...]]:
    return sorted(
        (each.path, each.diagnostic.sort_key, each.diagnostic.hint or "", str(each.diagnostic.fix))
        for each in found
    )


def in_pieces(rule: SiteRule, entries: Sequence[Entry], pick: random.Random) -> list[SiteFinding]:
    """Return what is found where facts are combined in pieces, and the pieces with each other."""
    found: list[SiteFinding] = []
    while entries:
        following: list[Entry] = []
        for group in by_key(rule, entries).values():
            of_articles: dict[Path, list[Entry]] = {}
            for entry in group:
                of_articles.setdefault(entry.path, []).append(entry)
            pieces: list[list[Entry]] = [[] for _ in range(4)]
            for facts in of_articles.values():
                pick.choice(pieces).extend(facts)
            left = (
                [*combined(rule, in_order(pieces[0])), *combined(rule, in_order(pieces[1]))]
                if (pieces[0] and pieces[1])
                else [*pieces[0], *pieces[1]]
            )
            left = combined(rule, in_order(left)) if left else left
            whole = in_order([*left, *pieces[2], *pieces[3]])
            for each in reduced(rule, whole):
                (following if isinstance(each, Entry) else found).append(each)  # type: ignore[arg-type]
        entries = in_order(following)
    return found


@pytest.mark.parametrize("rule_class", SITE_RULES, ids=lambda rule: rule.name)
def test_combining_facts_alters_no_finding(rule_class: type[SiteRule]) -> None:
    rule = rule_class(**OPTIONS.get(rule_class.name, {}))
    pick = random.Random(rule.name)
    entries = entries_of(rule, articles())
    whole = list(found_among(rule, entries))
    assert whole
    for _ in range(3):
        pieces = in_pieces(rule, entries, pick)
        assert said(pieces) == said(whole)
        assert sorted(each.origin for each in pieces) == sorted(each.origin for each in whole)


@pytest.mark.parametrize(
    "rule_class",
    [rule for rule in SITE_RULES if rule.may_find is not SiteRule.may_find],
    ids=lambda rule: rule.name,
)
def test_nothing_is_found_in_an_article_whose_facts_do_not_allow_it(
    rule_class: type[SiteRule],
) -> None:
    rule = rule_class(**OPTIONS.get(rule_class.name, {}))
    entries = entries_of(rule, articles())
    of_articles: dict[Path, list[object]] = {}
    for entry in entries:
        of_articles.setdefault(entry.path, []).append(entry.fact)
    may_have = {path for path, facts in of_articles.items() if any(map(rule.may_find, facts))}
    found = {each.path for each in found_among(rule, entries)}
    assert found
    assert found <= may_have < of_articles.keys()


@pytest.mark.parametrize("rule_class", SITE_RULES, ids=lambda rule: rule.name)
def test_a_key_is_the_same_in_every_process(rule_class: type[SiteRule]) -> None:
    def is_plain(key: object) -> bool:
        return isinstance(key, str | int | None) or (
            isinstance(key, tuple) and all(map(is_plain, key))
        )

    rule = rule_class()
    for entry in entries_of(rule, articles()[:50]):
        assert is_plain(rule.key(entry.fact))


def test_most_of_what_meets_on_one_key_is_summed_up() -> None:
    for name in (
        "front-matter/missing",
        "front-matter/rare-key",
        "html/dropped-html",
        "site/term-case",
    ):
        (rule_class,) = (each for each in SITE_RULES if each.name == name)
        rule = rule_class()
        for group in by_key(rule, entries_of(rule, articles())).values():
            assert len(combined(rule, group)) < 60, name


class Rounds(SiteRule):
    """Facts of one letter meet; the least of each meets all others."""

    name = "ours/rounds"
    severity = INFO

    def facts(self, article: Article) -> Iterator[str]:
        return iter(())

    def key(self, fact: tuple[str, int] | int) -> str | None:
        return None if isinstance(fact, int) else fact[0]

    def check_site(self, facts: Facts[Any]) -> Iterator[tuple[Path, Any]]:
        if isinstance(facts[0][1], int):
            for path, number in facts:
                yield path, self.diagnostic(Span.at(0), f"{number} of {len(facts)}")
        else:
            path, (_, number) = min(facts, key=lambda each: each[1])
            yield path, number


def test_what_is_no_diagnostic_meets_others_in_another_round_in_their_order() -> None:
    given = [("c", "b", 3), ("a", "a", 2), ("d", "a", 1), ("b", "b", 4)]
    entries = [
        Entry(Origin(at, path.encode()), Path(path), (letter, number))
        for at, (path, letter, number) in enumerate(given)
    ]
    found = list(found_among(Rounds(), entries))
    assert [(str(each.path), each.diagnostic.message, each.origin) for each in found] == [
        ("c", "3 of 2", Origin(0, b"c")),
        ("d", "1 of 2", Origin(2, b"d")),
    ]
