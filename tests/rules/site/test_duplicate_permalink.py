"""Two articles at one address, as each generator writes its files."""

from __future__ import annotations

from pathlib import Path

import pytest

from articlelint import Article
from articlelint.linting.linter import gather
from articlelint.site import Site, site_for
from articlelint_rules.site.duplicate_permalink import DuplicatePermalink

ROOT = Path("/nowhere")


def colliding(articles: dict[str, str], site: Site) -> list[str]:
    """Return the files of *articles* that share an address; front matter by path."""
    rule = DuplicatePermalink()
    root = site.root or ROOT
    facts: list[tuple[Path, object]] = []
    for name, lines in articles.items():
        article = Article(f"---\n{lines}\n---\n", root / name, site=site)
        gathered, crashes = gather(article, [rule])
        assert not crashes, crashes[0].traceback
        facts += ((Path(article.path), fact) for fact in gathered.get(rule.name, ()))
    found = {path.relative_to(root).as_posix() for path, _ in rule.check_site(facts)}  # type: ignore[arg-type]
    return sorted(found)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("/about/", "/about"),
        ("/about/", "/about.html"),
        ("about/index.html", "about.html"),
        ("/a/b/", "/a/b"),
        ("/About/", "/about"),
    ],
)
def test_a_folder_and_a_file_of_jekyll(first: str, second: str) -> None:
    site = site_for(ROOT, "jekyll")
    for name in ("pages/b.md", "_posts/2024-05-01-b.md"):
        articles = {"a.md": f"permalink: {first}", name: f"permalink: {second}"}
        assert colliding(articles, site) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("/about/", "about/"),
        ("/about/", "/about/index.html"),
        ("/about", "/about.html"),
        ("/about/index", "/about/"),
        ("/About", "/about"),
    ],
)
def test_one_file_of_jekyll(first: str, second: str) -> None:
    site = site_for(ROOT, "jekyll")
    articles = {"a.md": f"permalink: {first}", "pages/b.md": f"permalink: {second}"}
    assert colliding(articles, site) == ["a.md", "pages/b.md"]


@pytest.mark.parametrize(
    ("names", "permalinks", "is_one"),
    [
        (("a.md", "b.md"), ("about", "about/"), False),
        (("a.md", "b.md"), ("about", "about.html"), True),
        (("a.md", "_posts/b.md"), ("about", "about/"), False),
        (("_posts/a.md", "_posts/b.md"), ("about", "about/"), True),
        (("_posts/a.md", "_posts/b.md"), ("about.html", "about/"), False),
    ],
)
def test_pages_and_posts_of_hexo(
    names: tuple[str, str], permalinks: tuple[str, str], is_one: bool
) -> None:
    site = site_for(ROOT, "hexo")
    articles = {f"source/{n}": f"permalink: {p}" for n, p in zip(names, permalinks, strict=True)}
    assert bool(colliding(articles, site)) is is_one


@pytest.mark.parametrize(
    ("first", "second", "is_one"),
    [
        ("/about", "/about/", True),
        ("/about/", "about/index.html", True),
        ("/about.html", "/about/", False),
        ("/About/", "/about/", True),
        ("/about/", "/about/us/", False),
    ],
)
def test_urls_of_hugo(first: str, second: str, is_one: bool) -> None:
    site = site_for(ROOT, "hugo")
    articles = {"content/a.md": f"url: {first}", "content/b.md": f"url: {second}"}
    assert bool(colliding(articles, site)) is is_one
