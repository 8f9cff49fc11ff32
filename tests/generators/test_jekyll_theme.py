"""A configuration that names a theme and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from articlelint.generators import by_name

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("config", "is_site"),
    [
        ("theme: jekyll-theme-slate\n", False),  # GitHub builds it in docs/ or at the root alone
        ("# ours\n\n\r\ntheme: jekyll-theme-slate\n\n", False),
        ("theme: jekyll-theme-slate\ntitle: Kites\n", True),
        ("# ours\n\n" * 60 + "title: Kites\n", False),  # each blank line could be read in two ways
    ],
)
def test_a_theme_alone_is_no_site(tmp_path: Path, config: str, is_site: bool) -> None:
    root = tmp_path / "site"
    root.mkdir()
    (root / "_config.yml").write_text(config, encoding="utf-8", newline="")
    assert by_name("jekyll").recognises(root) is is_site
