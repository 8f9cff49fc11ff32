"""What the hint says of an image that is not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from articlelint import Article
from articlelint.linting.linter import lint
from articlelint.recognition import find_site
from articlelint_rules.images.missing_file import MissingFile

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("configuration", "image", "article", "hint"),
    [
        ("hugo.toml", "static/img/x.png", "content/posts/a.md", "Write `/img/x.png`"),
        ("docusaurus.config.js", "static/img/x.png", "docs/a.md", "Write `/img/x.png`"),
        ("astro.config.mjs", "public/img/x.png", "src/content/posts/a.md", "Write `/img/x.png`"),
        # Pelican puts this folder at `/images/`, not at the root.
        ("pelicanconf.py", "content/images/x.png", "content/a.md", "Looked in"),
    ],
)
def test_the_folder_that_is_published_is_named_in_the_path(
    tmp_path: Path, configuration: str, image: str, article: str, hint: str
) -> None:
    for name in (configuration, image, article):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("PATH = 'content'\n" if name.endswith(".py") else "")
    path = tmp_path / article
    site = find_site(path, tmp_path)
    (found,) = lint(Article(f"![x](/{image})\n", path, site=site), (MissingFile(),)).diagnostics
    assert (found.hint or "").startswith(hint)
