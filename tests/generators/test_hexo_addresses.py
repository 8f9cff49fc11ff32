"""When all pages of a Hexo site are known, and which of its tags put out ids."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from articlelint.article import Article
from articlelint.destinations.page_index import pages_of
from articlelint.recognition import find_site

if TYPE_CHECKING:
    from pathlib import Path

    from articlelint.site import Site

SITE = {
    "_config.yml": "title: Kites\nsource_dir: source\ntheme: plain\n",
    "package.json": '{"dependencies": {"hexo": "8.0.0", "hexo-generator-index": "4.0.0"}}',
    "themes/plain/layout/index.ejs": "<%- page.content %>",
    "source/about.md": "---\ntitle: About\n---\n",
    "source/tools.njk": "---\ntitle: Tools\n---\n",
    "source/_posts/owl.md": "---\ntitle: Owls\ndate: 2024-05-03\n---\n",
    "source/_posts/2024-05-04-kite.md": "---\ntitle: Kites\ndate: 2024-05-04\n---\n",
}


def site_of(root: Path, files: dict[str, str]) -> Site:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return find_site(root / "source" / "about.md", root)


def gone(site: Site, url: str) -> bool:
    pages = pages_of(site)
    assert pages is not None
    return pages.is_gone(url, site.settings.base_path)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("/about.html", False),
        ("/about/", False),
        ("/tools.html", False),  # of another language
        ("/2024/05/03/owl/", False),
        ("/2024/05/04/2024-05-04-kite/", False),  # no pattern takes the date from the name
        ("/2024/05/", False),
        ("/tags/birds/", False),
        ("/page/2/", False),
        ("/withdrawn/", True),
        ("/2024/05/03/withdrawn/", True),
    ],
)
def test_a_page_that_is_gone(tmp_path: Path, url: str, *, expected: bool) -> None:
    assert gone(site_of(tmp_path, SITE), url) is expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("/old/kites.html", False),
        ("/old/owls/", False),
        ("/old/gulls.html", False),
        ("/old/crows.html", True),
    ],
)
def test_aliases(tmp_path: Path, url: str, *, expected: bool) -> None:
    files = {
        "package.json": '{"dependencies": {"hexo": "8.0.0", "hexo-generator-alias": "2.0.0"}}',
        "_config.yml": SITE["_config.yml"] + "alias:\n  old/kites.html: about.html\n",
        "source/owls.md": "---\ntitle: Owls\nalias: old/owls/\n---\n",
        "source/gulls.md": "---\ntitle: Gulls\naliases: [old/gulls.html]\n---\n",
    }
    assert gone(site_of(tmp_path, {**SITE, **files}), url) is expected


@pytest.mark.parametrize(
    "change",
    [
        {"package.json": '{"dependencies": {"hexo": "8.0.0", "hexo-makes-more": "1.0.0"}}'},
        {"scripts/more.js": "hexo.extend.generator.register('more', () => [])"},
        {"themes/plain/scripts/more.js": "hexo.route.set('a.html', 'A')"},
        {"_config.yml": "source_dir: source\ntheme: elsewhere\n"},
        {"_config.yml": "source_dir: source\ntheme: plain\npermalink: posts/:abbrlink/\n"},
        {"source/b.md": "---\npermalink: :year/b/\n---\n"},
    ],
)
def test_nothing_is_claimed_where_more_pages_may_be_made(
    tmp_path: Path, change: dict[str, str]
) -> None:
    assert not gone(site_of(tmp_path, {**SITE, **change}), "/withdrawn/")


@pytest.mark.parametrize(
    ("text", "script", "expected"),
    [
        ("{% youtube abc %}", "", ()),
        ("{% raw %}{{ x }}{% endraw %}", "", ()),
        ("{{ page.title }}", "", ()),
        ("{{ page.content }}", "", None),
        ("{% unknown a %}", "", None),
        ("{% note a %}B{% endnote %}", "hexo.extend.tag.register('note', () => '<p>A</p>')", ()),
        (
            "{% note a %}B{% endnote %}",
            "hexo.extend.tag.register('note', a => `<p id=${a}>A</p>`)",
            None,
        ),
    ],
)
def test_ids_of_tags(
    tmp_path: Path, text: str, script: str, expected: tuple[str, ...] | None
) -> None:
    site = site_of(tmp_path, {**SITE, "scripts/tags.js": script})
    article = Article(text, tmp_path / "source" / "about.md", site=site)
    assert site.ids_of(article.masked.tags[0], article.path) == expected
