"""Which pages are gone from a site of Hugo one of whose lists has a ``slug``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from articlelint.destinations.page_index import pages_of
from articlelint.recognition import find_site

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("slug", "url", "expected"),
    [
        ("owls", "/birds/withdrawn/", True),
        ("owls", "/birds/owls/withdrawn/", True),
        ("owls", "/birds/owls/", False),
        ("night", "/birds/owls/wing/", False),
        ("night", "/birds/night/", False),  # newer versions have the list there,
        ("night", "/birds/night/wing/", False),  # and what is below
        ("night", "/fish/withdrawn/", True),
    ],
)
def test_a_list_with_a_slug(tmp_path: Path, slug: str, url: str, *, expected: bool) -> None:
    files = {
        "hugo.toml": "baseURL = 'https://kites.example.edu/'\n",
        "content/birds/owls/_index.md": f"---\ntitle: Owls\nslug: {slug}\n---\n",
        "content/birds/owls/wing.md": "---\ntitle: Wings\n---\n",
        "content/fish/cod.md": "---\ntitle: Cods\n---\n",
        "layouts/_default/single.html": "{{ .Content }}",
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    site = find_site(tmp_path / "content" / "fish" / "cod.md", tmp_path)
    pages = pages_of(site)
    assert pages is not None
    assert pages.is_gone(url, "/") is expected
