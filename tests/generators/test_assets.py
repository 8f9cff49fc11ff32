"""Where each generator looks for an image: hits and misses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from articlelint.recognition import site_for

if TYPE_CHECKING:
    from pathlib import Path

HEXO = {"_config.yml": "root: /blog/\nurl: https://a.example\n"}
PLAIN_HEXO = HEXO | {"package.json": '{"dependencies": {"hexo": "7"}}'}
JEKYLL = {"_config.yml": "baseurl: /blog\n"}
HUGO = {"hugo.toml": ""}
ZOLA = {"config.toml": 'base_url = "https://a.example"\n'}
PELICAN = {"pelicanconf.py": "PATH = 'content'\n"}
MKDOCS = {"mkdocs.yml": "site_name: x\n"}
DOCUSAURUS = {"docusaurus.config.js": "baseUrl: '/b/',\n"}
ASTRO = {"astro.config.mjs": ""}
ELEVENTY = {
    "eleventy.config.js": "c.addPlugin(eleventyImageTransformPlugin);"
    "c.addPassthroughCopy('src/img'); c.addPassthroughCopy({'pub': '/'});"
    "const dir = {input: 'src'};"
}
POST = "source/_posts/a.md"

CASES = [
    # generator, configuration, article, URL, the file that serves it
    ("hexo", HEXO, POST, "/blog/images/x.png", "source/images/x.png"),
    ("hexo", HEXO, POST, "/images/x.png", "source/images/x.png"),
    ("hexo", HEXO, POST, "/images/X.png", None),
    ("hexo", HEXO, POST, "x.png", "source/_posts/a/x.png"),
    ("hexo", HEXO, POST, "https://a.example/blog/images/x.png", "source/images/x.png"),
    ("hexo", PLAIN_HEXO, POST, "x.png", "source/x.png"),
    ("hexo", PLAIN_HEXO, "source/about/index.md", "x.png", "source/about/x.png"),
    ("jekyll", JEKYLL, "_posts/2020-01-01-a.md", "/blog/assets/x.png", "assets/x.png"),
    ("jekyll", JEKYLL, "_posts/2020-01-01-a.md", "/assets/x.png", "assets/x.png"),
    ("jekyll", JEKYLL, "guide/a.md", "x.png", "guide/x.png"),
    ("jekyll", JEKYLL, "guide/a.md", "../img/x.png", "img/x.png"),
    ("hugo", HUGO, "content/posts/a.md", "/img/x.png", "static/img/x.png"),
    ("hugo", HUGO, "content/posts/a.md", "/img/x.png", "assets/img/x.png"),
    ("hugo", HUGO, "content/posts/a/index.md", "x.png", "content/posts/a/x.png"),
    ("hugo", HUGO, "content/posts/a/index.md", "images/x.png", "content/posts/a/images/x.png"),
    ("hugo", HUGO, "content/posts/_index.md", "x.png", "content/posts/x.png"),
    ("hugo", HUGO, "content/posts/a.md", "x.png", "static/posts/a/x.png"),
    ("hugo", HUGO, "content/posts/a.md", "../x.png", "static/posts/x.png"),
    ("hugo", HUGO, "content/posts/a.md", "/posts/b/x.png", "content/posts/b/x.png"),
    ("zola", ZOLA, "content/a.md", "/x.png", "static/x.png"),
    ("zola", ZOLA, "content/posts/a/index.md", "x.png", "content/posts/a/x.png"),
    ("zola", ZOLA, "content/posts/2020-01-02-a.md", "x.png", "static/posts/a/x.png"),
    ("pelican", PELICAN, "content/d/a.md", "{static}/images/x.png", "content/images/x.png"),
    ("pelican", PELICAN, "content/d/a.md", "{static}x.png", "content/d/x.png"),
    ("pelican", PELICAN, "content/d/a.md", "{attach}../x.png", "content/x.png"),
    ("pelican", PELICAN, "content/d/a.md", "|filename|/images/x.png", "content/images/x.png"),
    ("pelican", PELICAN, "content/d/a.md", "/images/x.png", "content/images/x.png"),
    ("mkdocs", MKDOCS, "docs/g/a.md", "img/x.png", "docs/g/img/x.png"),
    ("mkdocs", MKDOCS, "docs/g/a.md", "../img/x.png", "docs/img/x.png"),
    ("mkdocs", MKDOCS, "docs/g/a.md", "/img/x.png", "docs/img/x.png"),
    ("docusaurus", DOCUSAURUS, "docs/a.md", "/img/x.png", "static/img/x.png"),
    ("docusaurus", DOCUSAURUS, "docs/a.md", "/b/img/x.png", "static/img/x.png"),
    ("docusaurus", DOCUSAURUS, "docs/a.md", "./x.png", "docs/x.png"),
    ("docusaurus", DOCUSAURUS, "docs/a.md", "img/x.png", "static/img/x.png"),
    ("docusaurus", DOCUSAURUS, "docs/a.md", "@site/static/x.png", "static/x.png"),
    ("astro", ASTRO, "src/content/blog/a.md", "/x.png", "public/x.png"),
    ("astro", ASTRO, "src/content/blog/a.md", "../../assets/x.png", "src/assets/x.png"),
    ("astro", ASTRO, "src/content/blog/a.md", "./x.png", "src/content/blog/x.png"),
    ("eleventy", ELEVENTY, "src/posts/a.md", "/img/x.png", "src/img/x.png"),
    ("eleventy", ELEVENTY, "src/posts/a.md", "/x.png", "pub/x.png"),
    ("eleventy", ELEVENTY, "src/posts/a.md", "../../img/x.png", "src/img/x.png"),
    ("mdn", {}, "files/en-us/web/a/index.md", "x.png", "files/en-us/web/a/x.png"),
    ("generic", {}, "docs/a.md", "img/x.png", "docs/img/x.png"),
    ("generic", {}, "docs/a.md", "/img/x.png", "img/x.png"),
]


def served(root: Path, generator: str, files: dict[str, str], article: str, url: str) -> str | None:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    site = site_for(root, generator)
    found = site.asset_candidates(url, root / article)
    assert all(root in path.parents for path in found), "no path leaves the site"
    first = next((path for path in found if path.is_file()), None)
    return first.relative_to(root).as_posix() if first else None


@pytest.mark.parametrize(
    ("generator", "files", "article", "url", "expected"),
    CASES,
    ids=[f"{case[0]} {case[3]} in {case[2]} is {case[4]}" for case in CASES],
)
def test_the_file_that_serves_an_image(
    generator: str,
    files: dict[str, str],
    article: str,
    url: str,
    expected: str | None,
    tmp_path: Path,
) -> None:
    files = files | {article: "", "x.png": ""}
    if expected is not None:
        assert served(tmp_path, generator, files, article, url) != expected
        files = files | {expected: ""}
    assert served(tmp_path, generator, files, article, url) == expected


def test_hexo_shows_nothing_beside_a_post_unless_it_is_told_to(tmp_path: Path) -> None:
    files = PLAIN_HEXO | {POST: "", "source/_posts/x.png": "", "source/_posts/a/x.png": ""}
    assert served(tmp_path, "hexo", files, POST, "x.png") is None


def test_eleventy_shows_nothing_beside_an_article_without_a_plugin(tmp_path: Path) -> None:
    files = {
        ".eleventy.js": "c.addPassthroughCopy('img');",
        "a.md": "",
        "x.png": "",
        "img/x.png": "",
    }
    assert served(tmp_path, "eleventy", files, "a.md", "x.png") is None
    assert served(tmp_path, "eleventy", files, "a.md", "../img/x.png") == "img/x.png"


@pytest.mark.parametrize(
    ("generator", "article", "url"),
    [
        ("jekyll", "_posts/2020-01-01-a.md", "x.png"),
        ("pelican", "content/a.md", "x.png"),
        ("astro", "src/content/a.md", "~/assets/x.png"),
        ("astro", "src/content/a.md", "@assets/x.png"),
        ("eleventy", "a.md", "/x.png"),
        ("mdn", "files/en-us/web/a/index.md", "/shared-assets/x.png"),
        ("hugo", "elsewhere/a.md", "x.png"),
    ],
)
def test_where_it_cannot_be_known_nothing_is_said(
    generator: str, article: str, url: str, tmp_path: Path
) -> None:
    assert site_for(tmp_path, generator).asset_candidates(url, tmp_path / article) == ()
