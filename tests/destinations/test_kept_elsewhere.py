"""Files that need not be in a checkout."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from articlelint.destinations.kept_elsewhere import is_kept_elsewhere

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("name", "elsewhere"),
    [
        ("docs/index.md", True),
        ("content/docs/a/b.md", True),
        ("brand/kite.png", True),
        ("content/kept.md", False),
        ("content/posts/a.md", False),
    ],
)
def test_submodules_and_what_git_ignores(tmp_path: Path, name: str, *, elsewhere: bool) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitmodules").write_text('[submodule "brand"]\n\tpath = brand\n')
    (tmp_path / ".gitignore").write_text("/content/*\n!/content/kept.md\n!/content/posts\n/docs\n")
    assert is_kept_elsewhere(tmp_path / name, tmp_path) is elsewhere


def test_of_a_site_that_lies_nowhere_nothing_is_known(tmp_path: Path) -> None:
    assert not is_kept_elsewhere(tmp_path / "a.md", None)


def test_a_theme_has_what_the_site_that_tries_it_out_lacks(tmp_path: Path) -> None:
    site = tmp_path / "exampleSite"
    (site / "content").mkdir(parents=True)
    (tmp_path / "static").mkdir()
    (tmp_path / "static" / "kite.png").touch()
    assert is_kept_elsewhere(site / "static" / "kite.png", site)
    assert not is_kept_elsewhere(site / "static" / "crow.png", site)
