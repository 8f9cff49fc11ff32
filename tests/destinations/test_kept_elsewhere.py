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
    assert is_kept_elsewhere([tmp_path / name], tmp_path) is elsewhere


def test_a_submodule_that_is_checked_out_is_a_folder_like_others(tmp_path: Path) -> None:
    (tmp_path / "brand").mkdir()
    (tmp_path / "brand" / "owl.png").touch()
    (tmp_path / ".gitmodules").write_text('[submodule "brand"]\n\tpath = brand\n')
    assert not is_kept_elsewhere([tmp_path / "brand" / "kite.png"], tmp_path)


def test_of_a_site_that_lies_nowhere_nothing_is_known(tmp_path: Path) -> None:
    assert not is_kept_elsewhere([tmp_path / "a.md"], None)


def test_a_theme_has_what_the_site_that_tries_it_out_lacks(tmp_path: Path) -> None:
    site = tmp_path / "exampleSite"
    (site / "content").mkdir(parents=True)
    (tmp_path / "static").mkdir()
    (tmp_path / "static" / "kite.png").touch()
    assert is_kept_elsewhere([site / "static" / "kite.png"], site)
    assert not is_kept_elsewhere([site / "static" / "crow.png"], site)


@pytest.mark.parametrize(
    ("places", "elsewhere"),
    [
        (
            ("content/img/kite.png", "static/img/kite.png"),
            False,
        ),  # the folder that is named is there
        (("content/img/kite.png", "static/img/owl.png"), True),
        (("content/img/kite.png",), True),
        (("content/posts/img/kite.png", "static/made/kite.png"), True),
        (("content/posts/kept/kite.png", "static/gone/kite.png"), False),
    ],
)
def test_programs_name_what_is_missing(
    tmp_path: Path, places: tuple[str, ...], *, elsewhere: bool
) -> None:
    for folder in (".git", "static/img", "content/posts"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "make.sh").write_text("mkdir -p out/img static/made && draw img/owl.png\n")
    found = [tmp_path / place for place in places]
    assert is_kept_elsewhere(found, tmp_path) is elsewhere
