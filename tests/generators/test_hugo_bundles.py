"""Articles that Hugo takes for resources of a page, and publishes nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from articlelint.recognition import find_site

if TYPE_CHECKING:
    from pathlib import Path

SITE = {"hugo.toml": "baseURL = 'https://kites.example.edu/'\n[languages.en]\n[languages.fr]\n"}


@pytest.mark.parametrize(
    ("index", "article", "expected"),
    [
        ("content/blog/index.md", "content/blog/a.md", True),
        ("content/blog/index.md", "content/blog/sub/a.md", True),
        ("content/blog/index.md", "content/blog/sub/a/index.md", True),
        ("content/blog/index.md", "content/blog/index.md", False),
        ("content/blog/index.md", "content/a.md", False),
        ("content/blog/index.fr.md", "content/blog/a.md", True),
        ("content/blog/index.xy.md", "content/blog/a.md", False),  # no language of the site
        ("content/blog/_index.md", "content/blog/a.md", False),
        ("content/index.md", "content/a.md", True),
        ("content/index.md", "content/blog/a/index.md", True),
        ("content/_index.md", "content/blog/a/index.md", False),
    ],
)
def test_what_a_leaf_bundle_hides(
    tmp_path: Path, index: str, article: str, *, expected: bool
) -> None:
    for name, text in {
        **SITE,
        index: "---\ntitle: A\n---\n",
        article: "---\ntitle: B\n---\n",
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    site = find_site(tmp_path / article, tmp_path)
    assert (site.unpublished(tmp_path / article, {"title": "B"}) is not None) is expected
