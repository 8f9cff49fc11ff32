"""When all pages of a Zola site are known, and how its names are made."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import pytest

from articlelint.destinations.page_index import pages_of
from articlelint.generators.zola import Zola
from articlelint.recognition import find_site

if TYPE_CHECKING:
    from pathlib import Path

CONFIG = "base_url = 'https://kites.example.edu'\n"


def write(root: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)


@pytest.mark.parametrize(
    ("config", "name", "expected"),
    [
        ("", "content/birds/Night Owl_2.md", "/birds/night-owl-2/"),
        ("", "content/My birds/owl/index.md", "/My birds/owl/"),
        ("", "content/index.md", "/"),
        ("", "content/_index.md", "/"),
        ("", "content/2024-01-02-list/_index.md", "/2024-01-02-list/"),
        ("", "content/2024-13-02-owl.md", "/2024-13-02-owl/"),
        ("", "content/été.md", None),
        ("[slugify]\npaths = 'safe'\n", "content/été: A.md", "/été A/"),
        ("[slugify]\npaths = 'off'\n", "content/Night Owl.md", "/Night Owl/"),
        ("[slugify]\npaths_keep_dates = true\n", "content/2024-01-02-owl.md", "/2024-01-02-owl/"),
        ("slugify_paths = false\n", "content/Été.md", "/Été/"),
        ("default_language = 'en'\n[languages.fr]\n", "content/owl.fr.md", "/fr/owl/"),
        ("default_language = 'en'\n[languages.fr]\n", "content/a/_index.fr.md", "/fr/a/"),
        ("default_language = 'en'\n[languages.fr]\n", "content/owl.de.md", None),
        ("", "static/owl.md", None),
    ],
)
def test_the_address_of_a_page(
    tmp_path: Path, config: str, name: str, expected: str | None
) -> None:
    write(tmp_path, {"config.toml": CONFIG + config})
    zola = Zola()
    assert zola.permalink(PurePosixPath(name), {}, zola.settings(tmp_path)) == expected


@pytest.mark.parametrize(
    ("files", "url", "expected"),
    [
        ({}, "/withdrawn/", True),
        ({"content/été.md": "+++\n+++\n"}, "/withdrawn/", False),
        ({"content/a/été.md": "+++\n+++\n"}, "/a/withdrawn/", False),
        ({"content/a/été.md": "+++\n+++\n"}, "/withdrawn/", True),
        ({"config.toml": f"{CONFIG}taxonomies = [{{ name = 'Moods' }}]\n"}, "/moods/sad/", False),
        ({}, "/404/", False),
    ],
)
def test_a_page_that_is_gone(
    tmp_path: Path, files: dict[str, str], url: str, *, expected: bool
) -> None:
    write(tmp_path, {"config.toml": CONFIG, "content/owl.md": "+++\n+++\n", **files})
    pages = pages_of(find_site(tmp_path / "content" / "owl.md", tmp_path))
    assert pages is not None
    assert pages.is_gone(url, "/") is expected
