"""The table of what is known of rules before they are imported."""

from __future__ import annotations

import runpy
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import articlelint_rules
from articlelint import Article
from articlelint.linting.linter import lint
from articlelint.linting.plan import Plan, Unloaded
from articlelint.linting.registry import Registry, rules_of
from articlelint.linting.traits import Traits, traits_of
from articlelint.text import source

if TYPE_CHECKING:
    from articlelint.linting.rule import Rule

TABLE = Path(articlelint_rules.__file__).with_name("_traits.py")
HEAD = '''"""What is known of each rule without its module; made by ``pytest --accept``."""

from typing import Any

# fmt: off
# ruff: noqa: E501
TRAITS: dict[str, tuple[Any, ...]] = {
'''
RULES = rules_of("articlelint_rules")


def test_the_table_is_what_the_rules_say(accept: bool) -> None:
    rows = [f"    {rule.name!r}: {traits_of(rule).row()!r},\n" for rule in RULES]
    text = f"{HEAD}{''.join(rows)}}}\n".replace("'", '"')
    if accept:
        TABLE.write_text(text, encoding="utf-8")
    assert TABLE.read_text(encoding="utf-8") == text, (
        "run pytest tests/linting/test_traits.py --accept"
    )


def test_traits_are_read_as_they_were_written() -> None:
    table = runpy.run_path(str(TABLE))["TRAITS"]
    read = {name: Traits.read(row) for name, row in table.items()}
    assert read == {rule.name: traits_of(rule) for rule in RULES}


def test_a_plain_article_needs_few_modules() -> None:
    program = (
        "import sys; from articlelint import check_text\n"
        "check_text('---\\ntitle: A day\\n---\\n\\nIt rained.\\n', 'a.md')\n"
        "print(*(each for each in sys.modules if each.startswith('articlelint_rules.')))"
    )
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    imported = {name for name in done.stdout.split() if "._" not in name and name.count(".") == 2}
    assert 0 < len(imported) < len(RULES) / 2
    assert "articlelint_rules.images.missing_alt" not in imported


TEXTS = (
    "---\ntitle: ' A'\ndate: 2024-13-01\ntags: [a, [b]]\n---\n",
    "![](a.png) <img src='b.png'> [x](http://) <b>y</i> <center>z</center>",
    "{{ x }} {% if %} <a href=''>x</a> <video autoplay src=x>",
    "plain",
)


@pytest.mark.parametrize("data", [*map(str.encode, TEXTS), b"\xff undecodable"])
def test_rules_that_wait_find_what_others_do(data: bytes) -> None:
    registry = Registry(entry_points=False)
    article = Article(source.decode(data), "source/_posts/a.md")
    loaded = [registry.load(name)() for name in registry.names]
    waiting = Plan(
        Unloaded(name, registry.traits(name), registry.load(name)) for name in registry.names
    )
    assert lint(article, waiting) == lint(article, loaded)


def test_a_plan_waits_no_longer_than_needed() -> None:
    names: list[str] = []

    def load(rule: type[Rule]) -> Rule:
        names.append(rule.name)
        return rule()

    plan = Plan(Unloaded(rule.name, traits_of(rule), partial(load, rule)) for rule in RULES)
    assert plan.names == {rule.name for rule in RULES}
    lint(Article("It rained.", "a.md"), plan)
    few = len(names)
    lint(Article("It <b>rained</i>. ![](a.png)", "a.md"), plan)
    assert few < len(names) < len(RULES)
    assert len(set(names)) == len(names)
    assert [rule.name for rule in plan] == [rule.name for rule in RULES]


def test_a_plan_that_was_looked_through_finds_no_less() -> None:
    article = Article("<b>x</i> ![](a.png)", "a.md")
    plan = Plan(Unloaded(rule.name, traits_of(rule), rule) for rule in RULES)
    assert len(list(plan)) == len(RULES)
    assert lint(article, plan) == lint(article, [rule() for rule in RULES])
