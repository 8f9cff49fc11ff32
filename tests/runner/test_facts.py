from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from tempfile import gettempdir
from typing import TYPE_CHECKING, Any

import pytest

from articlelint import INFO, Article, Facts, SiteRule, Span, load_config
from articlelint.linting.keyed import Entry, Origin, SiteFinding
from articlelint.linting.linter import Crash
from articlelint.records.detached import detached
from articlelint.runner.facts import FactStore, configured
from articlelint.runner.job import Job
from articlelint_rules.front_matter.rare_key import RareKey

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Alike(SiteRule):
    """Numbers that leave the same rest: the first is told, with how many there are."""

    name = "ours/alike"
    severity = INFO

    divisor: int = 100

    def facts(self, article: Article) -> Iterator[int]:
        return iter(())

    def key(self, fact: tuple[int, int]) -> int:
        return fact[0] % self.divisor

    def combine(self, facts: Facts[tuple[int, int]]) -> Facts[tuple[int, int]]:
        path, (number, _) = facts[0]
        return [(path, (number, sum(count for _, (_, count) in facts)))]

    def check_site(self, facts: Facts[tuple[int, int]]) -> Iterator[tuple[Path, Any]]:
        ((path, (number, count)),) = self.combine(facts)
        yield path, self.diagnostic(Span.at(number), f"{count} alike")


class Each(Alike):
    """Nothing is summed up, and each is told in a second round."""

    name = "ours/each"

    def key(self, fact: tuple[Any, int]) -> Any:
        return fact[0] if isinstance(fact[0], str) else super().key(fact)

    def combine(self, facts: Facts[Any]) -> Facts[Any]:
        return facts

    def check_site(self, facts: Facts[Any]) -> Iterator[tuple[Path, Any]]:
        for path, (first, number) in facts:
            if isinstance(first, str):
                yield path, self.diagnostic(Span.at(number), f"{first} in {len(facts)}")
            else:
                yield path, (f"even {number % 2}", first)


class Fails(Each):
    """It raises on some key."""

    name = "ours/fails"

    def check_site(self, facts: Facts[Any]) -> Iterator[tuple[Path, Any]]:
        raise ValueError("boom")


class FailsBefore(Each):
    """It raises before anything is compared."""

    name = "ours/fails-before"

    def key(self, fact: tuple[Any, int]) -> Any:
        if fact[0] == 77:
            raise ValueError("boom")
        return super().key(fact)


class FailsToSumUp(Alike):
    """It raises where facts are summed up, and so where they are compared."""

    name = "ours/fails-to-sum-up"

    def combine(self, facts: Facts[Any]) -> Facts[Any]:
        raise ValueError("boom")


@pytest.fixture
def job(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Job:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    return Job(detached(load_config(isolated=True), None), datetime(2024, 1, 1, tzinfo=UTC))


def found(job: Job, rules: Sequence[SiteRule], most: int, numbers: int = 1000) -> list[Any]:
    with FactStore(job, most) as store:
        for number in range(numbers):
            for rule in rules:
                origin = Origin(number, bytes([number % 256]))
                store.put(rule, Entry(origin, Path(f"{number}.md"), (number, 1)))
        had_files = bool(list(Path(gettempdir()).glob("articlelint-*/*.facts")))
        are_summed_up = not any(isinstance(each, Each) for each in rules)
        assert had_files == (most < (200 if are_summed_up else numbers))
        said = list(store.found())
    assert not list(Path(gettempdir()).iterdir())
    return sorted(
        (str(each.path), each.diagnostic.message, each.origin)
        if isinstance(each, SiteFinding)
        else each[:2]
        for each in said
    )


@pytest.mark.parametrize("rules", [[Alike()], [Each()], [Alike(), Each(), Alike(divisor=7)]])
def test_what_is_found_is_the_same_where_facts_went_to_files(
    job: Job, rules: list[SiteRule]
) -> None:
    whole = found(job, rules, 10_000)
    assert whole == found(job, rules, 150) == found(job, rules, 7)
    assert len(whole) == sum(
        {"ours/each": 1000}.get(rule.name, getattr(rule, "divisor", 0)) for rule in rules
    )


def test_rules_that_are_configured_otherwise_do_not_meet(job: Job) -> None:
    told = found(job, [Alike(), Alike(divisor=3)], 10_000)
    assert [each[1] for each in told].count("10 alike") == 100
    assert len(told) == 103


def test_a_rule_that_raises_is_told_once_and_the_others_go_on(job: Job) -> None:
    told = found(job, [Alike(), Fails()], 50, 300)
    assert told.count(("ours/fails", "ValueError: boom")) == 1
    assert len(told) == 101
    assert Crash._fields[:2] == ("rule", "error")


@pytest.mark.parametrize("rule_class", [FailsBefore, FailsToSumUp])
@pytest.mark.parametrize("most", [20, 10_000])
def test_a_rule_that_raises_elsewhere_is_told_once_too(
    job: Job, rule_class: type[SiteRule], most: int
) -> None:
    with FactStore(job, most) as store:
        for number in range(300):
            for rule in (Alike(), rule_class()):
                store.put(rule, Entry(Origin(number), Path(f"{number}.md"), (number, 1)))
        said = list(store.found())
    crashes = [each for each in said if isinstance(each, Crash)]
    assert [(each.rule, each.error) for each in crashes] == [(rule_class.name, "ValueError: boom")]
    assert len(said) == 101


def test_what_stands_for_a_rule_is_what_it_is_configured_to() -> None:
    assert configured(RareKey()) == "front-matter/rare-key"
    assert configured(RareKey(times=5)) == configured(RareKey(times=5))
    assert configured(RareKey(times=5)) != configured(RareKey(times=6))
