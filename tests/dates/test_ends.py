"""The ends of the calendar, where another zone's clock shows a year that Python does not know."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from articlelint import Article
from articlelint.generators import GENERIC, Generator, known
from articlelint.linting.linter import lint
from articlelint.linting.plan import Plan
from articlelint.linting.registry import rules_of
from articlelint.site import Site

RULES = Plan(
    rule()
    for rule in rules_of("articlelint_rules")
    if rule.name.partition("/")[0] in {"dates", "front-matter"}
)
TEXTS = (
    *map(
        "".join,
        product(
            ("0001-01-01", "9999-12-31"),
            ("T00:00:00", "T24:00:00", " 23:59:59"),
            ("", "-2", "-12:00", "+14:00", " Asia/Shanghai"),
        ),
    ),
    *("9999-12-31", "Fri, 31 Dec 9999 23:59:59 -0200", "253402300799", "253402300799000"),
    *("-62135596800", "1e300", "January 1, 0001", "12/31/9999"),
)


@pytest.mark.parametrize("generator", [GENERIC, *known(plugins=False)], ids=lambda each: each.name)
def test_dates_at_the_ends_of_the_calendar(generator: Generator) -> None:
    root = Path("/nowhere")
    dates = [
        *(f"---\ndate: {each}\n---\n" for each in TEXTS),
        "---\ndate: '9999-12-31T24:00'\n---\n",
    ]
    dates += [f"+++\ndate = {each}\n+++\n" for each in TEXTS]
    for zone in ("Asia/Shanghai", "America/Los_Angeles"):
        settings = replace(generator.settings(root), time_zone=ZoneInfo(zone))
        site = Site(root, generator, settings)
        for text in dates:
            article = Article(text, root / "_posts/9999-12-31-a.md", site=site)
            assert not lint(article, RULES).crashes, text
