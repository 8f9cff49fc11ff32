"""What the pages of a built site tell of their targets."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.oracles.built_pages import ELSEWHERE, BuiltSite

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("markup", "problem"),
    [
        ('<a href="/wings/">Wings</a>', ""),
        ('<a href="/wings/#tail">Wings</a>', ""),
        ('<a href="/wings/#beak">Wings</a>', "no such id"),
        ('<a href="/feet/">Feet</a>', "no such file"),
        ('<a href="https://other.example.edu/">Feet</a>', None),
        ('<img src="/owl.png">', ""),
        ('<img src="/eagle.png">', "no such file"),
        ('<img src="/wings/">', "a page, and no image"),
        ('<img srcset="/wings/ 2x">', "a page, and no image"),
    ],
)
def test_what_is_wrong_with_a_target(tmp_path: Path, markup: str, problem: str | None) -> None:
    (tmp_path / "wings").mkdir()
    (tmp_path / "wings" / "index.html").write_text('<h2 id="tail">Tail</h2>')
    (tmp_path / "owl.png").touch()
    (tmp_path / "index.html").write_text(markup)
    found = BuiltSite(tmp_path, "kites.example.edu").references
    assert [each.problem for each in found] == ([] if problem is None else [problem])


def test_what_lies_above_the_base_leads_out_of_the_site(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text('<a href="/blog/">Blog</a>')
    [reference] = BuiltSite(tmp_path, base="/docs/").references
    assert reference.problem == ELSEWHERE
