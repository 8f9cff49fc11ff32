"""Where a rule's page is looked for, and what is said where there is none."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING

import pytest

from articlelint.testing import check_page

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from articlelint import Rule

MODULE = """\
from articlelint import INFO, Rule, on, regex

class Kite(Rule):
    '''A kite flies.'''

    name = "ours/kite"
    severity = INFO

    @on.text(regex("kite"))
    def check(self, match, article):
        yield self.diagnostic(match.span(), "A kite")

class RedOwl(Rule):
    '''An owl is red.'''

    name = "ours/red-owl"
    severity = INFO

    @on.text(regex("owl"))
    def check(self, match, article):
        yield self.diagnostic(match.span(), "An owl")
"""
PAGE = """\
# ours/{name}

{about}

## Why

It is seen.

## Examples

```md bad
A {word}.
```

```text diagnostics
1:3-{end} info: A{n} {word}
```

```md good
Nothing.
```
"""


@pytest.fixture
def rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[type[Rule], ...]]:
    (tmp_path / "birds_and_kites.py").write_text(MODULE, encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    module = import_module("birds_and_kites")
    yield module.Kite, module.RedOwl
    del sys.modules["birds_and_kites"]


def test_rules_of_one_module_have_pages_of_their_own(
    tmp_path: Path, rules: tuple[type[Rule], ...]
) -> None:
    kite, owl = rules
    text = PAGE.format(name="kite", about="A kite flies.", word="kite", end=7, n="")
    (tmp_path / "birds_and_kites.md").write_text(text, encoding="utf-8")
    text = PAGE.format(name="red-owl", about="An owl is red.", word="owl", end=6, n="n")
    (tmp_path / "red_owl.md").write_text(text, encoding="utf-8")
    check_page(kite)
    check_page(owl)


def test_where_there_is_none_its_name_is_said(
    tmp_path: Path, rules: tuple[type[Rule], ...]
) -> None:
    with pytest.raises(AssertionError, match=r"ours/red-owl has no page: write .*red_owl\.md"):
        check_page(rules[1])
    (tmp_path / "red_owl.md").write_text("# ours/owl\n", encoding="utf-8")
    with pytest.raises(AssertionError, match=r"red_owl\.md: the heading is not ours/red-owl"):
        check_page(rules[1])
