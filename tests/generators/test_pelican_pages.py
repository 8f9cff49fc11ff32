"""When all pages of a Pelican site are known."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from articlelint.destinations.page_index import pages_of
from articlelint.recognition import find_site

if TYPE_CHECKING:
    from pathlib import Path

SITE = {
    "pelicanconf.py": "PATH = 'content'\n",
    "content/owl.md": "Title: Owls\nDate: 2024-05-01\n\nO.\n",
    "content/pages/about.md": "Title: About\n\nUs.\n",
}


def gone(root: Path, files: dict[str, str], url: str) -> bool:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    site = find_site(root / "content" / "owl.md", root)
    pages = pages_of(site)
    assert pages is not None
    return pages.is_gone(url, site.settings.base_path)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("/owls.html", False),
        ("/pages/about.html", False),
        ("/tag/birds.html", False),
        ("/archives.html", False),
        ("/withdrawn.html", True),
        ("/pages/withdrawn.html", True),
    ],
)
def test_a_page_that_is_gone(tmp_path: Path, url: str, *, expected: bool) -> None:
    assert gone(tmp_path, SITE, url) is expected


@pytest.mark.parametrize(
    ("setting", "url"),
    [
        ("PLUGINS = ['makes_more']", "/withdrawn.html"),
        ("PLUGINS = own", "/withdrawn.html"),
        ("TEMPLATE_PAGES = own", "/withdrawn.html"),
        ("TEMPLATE_PAGES = {'a.html': 'withdrawn.html'}", "/withdrawn.html"),
        ("DIRECT_TEMPLATES = ['index', 'withdrawn']", "/withdrawn.html"),
        ("CATEGORY_SAVE_AS = '{slug}/index.html'", "/withdrawn.html"),
        ("CATEGORY_SAVE_AS = 'kinds/{slug}.html'", "/kinds/withdrawn.html"),
        ("YEAR_ARCHIVE_SAVE_AS = 'in/{date:%Y}/index.html'", "/in/2024/"),
        ("TAGS_SAVE_AS = 'withdrawn.html'", "/withdrawn.html"),
        ("DEFAULT_PAGINATION = 10", "/index2.html"),
    ],
)
def test_nothing_is_gone_where_more_pages_may_be_made(
    tmp_path: Path, setting: str, url: str
) -> None:
    files = {**SITE, "pelicanconf.py": f"PATH = 'content'\n{setting}\n"}
    assert not gone(tmp_path, files, url)


def test_plugins_that_are_installed_may_make_pages(tmp_path: Path) -> None:
    files = {**SITE, "requirements.txt": "pelican\npelican-makes-more\n"}
    assert not gone(tmp_path, files, "/withdrawn.html")


def test_known_plugins_make_none(tmp_path: Path) -> None:
    known = "PATH = 'content'\nPLUGINS = ['sitemap', 'pelican.plugins.neighbors']\n"
    files = {**SITE, "pelicanconf.py": known, "requirements.txt": "pelican-sitemap\n"}
    assert gone(tmp_path, files, "/withdrawn.html")
