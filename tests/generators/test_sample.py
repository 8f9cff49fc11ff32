"""Some of the articles of a site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.generators.sample import sample

if TYPE_CHECKING:
    from pathlib import Path


def test_a_site_without_articles(tmp_path: Path) -> None:
    assert sample(tmp_path) == ()


def test_all_of_few(tmp_path: Path) -> None:
    for name in ("a.md", "b.txt", "c.md"):
        (tmp_path / name).write_text(name)
    assert sorted(sample(tmp_path)) == ["a.md", "c.md"]


def test_some_of_many_from_all_over_it(tmp_path: Path) -> None:
    for number in range(1_000):
        (tmp_path / f"{number:03}.md").write_text(str(number))
    numbers = sorted(map(int, sample(tmp_path)))
    assert len(numbers) == len(set(numbers)) == 80
    assert numbers[0] < 100
    assert numbers[-1] > 900
