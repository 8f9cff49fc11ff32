"""Two articles at one address, as each generator writes its files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from articlelint import Article
from articlelint.linting.keyed import Entry, Origin, found_among
from articlelint.linting.linter import gather
from articlelint.recognition import site_for
from articlelint_rules.site.duplicate_permalink import DuplicatePermalink

if TYPE_CHECKING:
    from articlelint.site import Site

ROOT = Path("/nowhere")


@pytest.fixture
def docusaurus(tmp_path: Path) -> Site:
    root = tmp_path / "documents"
    root.mkdir()
    (root / "docusaurus.config.js").touch()
    return site_for(root, "docusaurus")


def colliding(articles: dict[str, str], site: Site) -> list[str]:
    """Return the files of *articles* that share an address; front matter by path."""
    rule = DuplicatePermalink()
    root = site.root or ROOT
    facts: list[Entry] = []
    for name, lines in articles.items():
        article = Article(f"---\n{lines}\n---\n", root / name, site=site)
        gathered, crashes = gather(article, [rule])
        assert not crashes, crashes[0].traceback
        path = Path(article.path)
        facts += (Entry(Origin(), path, fact) for fact in gathered.get(rule.name, ()))
    return sorted({each.path.relative_to(root).as_posix() for each in found_among(rule, facts)})


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


@pytest.mark.parametrize(
    ("first", "second", "is_one"),
    [
        (("docs/a.md", "id: x"), ("docs/b.md", "id: x"), True),
        (("docs/a.md", "id: x"), ("docs/b.md", "id: x\ndraft: true"), True),
        (("docs/sub/a.md", "id: x"), ("docs/b.md", "id: x"), False),
        (("docs/1-sub/a.md", "id: x"), ("docs/sub/x.mdx", "title: X"), True),
        (("docs/a.md", "title: A"), ("docs/01-a.md", "title: A"), True),
        (("docs/a.md", "title: A"), ("docs/01-a.md", "parse_number_prefixes: false"), False),
        (("docs/1.0-a.md", "title: A"), ("docs/a.md", "title: A"), False),
        (("docs/a.md", "title: A"), ("blog/a.md", "title: A"), False),
        (("docs/a.md", "title: A"), ("i18n/fr/docs/current/a.md", "title: A"), False),
        (
            ("versioned_docs/version-1/a.md", "id: x"),
            ("versioned_docs/version-2/b.md", "id: x"),
            False,
        ),
    ],
)
def test_ids_of_docusaurus(
    first: tuple[str, str], second: tuple[str, str], is_one: bool, docusaurus: Site
) -> None:
    assert bool(colliding(dict([first, second]), docusaurus)) is is_one


@pytest.mark.parametrize(
    ("first", "second", "is_one"),
    [
        (("docs/a.md", "slug: /x"), ("docs/b.md", "slug: /x"), True),
        (("docs/a.md", "slug: /x"), ("docs/b.md", "slug: /x\ndraft: true"), False),
        (("docs/a.md", "slug: /x"), ("docs/sub/b.md", "slug: ../x"), True),
        (("docs/sub/index.md", "id: a"), ("docs/sub/sub.md", "id: b"), True),
        (("docs/sub/a.md", "slug: /x"), ("docs/x.md", "title: X"), True),
        (("docs/sub/x.md", "title: X"), ("docs/x.md", "title: X"), False),
        (("blog/2024-05-01-a.md", "title: A"), ("blog/2024/05/01/a.md", "title: A"), True),
        (("blog/2024-05-01-a.md", "title: A"), ("blog/2024-05-02-a.md", "title: A"), False),
        (("blog/a.md", "slug: c"), ("blog/b/index.md", "slug: /c"), True),
        (("blog/a.md", "slug: c\ndraft: true"), ("blog/b.md", "slug: c"), False),
        (("blog/a.md", "id: c"), ("blog/b.md", "id: c"), False),
    ],
)
def test_slugs_of_docusaurus(
    first: tuple[str, str], second: tuple[str, str], is_one: bool, docusaurus: Site
) -> None:
    assert bool(colliding(dict([first, second]), docusaurus)) is is_one


def test_code_that_decides_on_the_names_in_docusaurus(tmp_path: Path, docusaurus: Site) -> None:
    config = "module.exports = {presets: [['classic', {docs: {exclude: ['**/README.md']}}]]};"
    (tmp_path / "docusaurus.config.js").write_text(config)
    articles = {"docs/README.md": "title: A", "docs/index.md": "title: A"}
    assert colliding(articles, docusaurus) == sorted(articles)
    assert colliding(articles, site_for(tmp_path, "docusaurus")) == []


def test_an_article_without_front_matter_has_an_id() -> None:
    article = Article("# A\n", ROOT / "docs/a.md", site=site_for(ROOT, "docusaurus"))
    gathered, _ = gather(article, [DuplicatePermalink()])
    assert len(gathered[DuplicatePermalink.name]) == 2


MAY, JUNE = "date: 2024-05-01", "date: 2024-06-01"
HUGO = """
defaultContentLanguage = "en"
[languages.en]
[languages.fr]
[permalinks]
posts = "/:year/:slug/"
notes = "/n/:title/"
files = "/f/:year/:month/:slugorfilename/"
"""


@pytest.mark.parametrize(
    ("first", "second", "is_one"),
    [
        (("sub/Case.md", ""), ("sub/case.md", ""), True),
        (("sub/Sp ace.md", ""), ("sub/sp-ace/index.md", ""), True),
        (("sub/q's.md", ""), ("sub/qs.md", ""), True),
        (("sub/c++.md", ""), ("sub/c.md", ""), False),
        (("sub/e\u0301.md", ""), ("sub/e.md", ""), False),
        (("sub/कि.md", ""), ("sub/की.md", ""), False),
        (("sub/a.md", "slug: Été ça"), ("sub/b.md", "slug: été-ça"), True),
        (("sub/a.md", "slug: x"), ("sub/a.fr.md", "slug: x"), False),
        (("sub/a.md", "slug: x"), ("sub/b.fr.md", "slug: x"), False),
        (("sub/a.fr.md", "slug: x"), ("sub/b.fr.md", "slug: x"), True),
        (("sub/a.md", "slug: x"), ("sub/b.en.md", "slug: x"), True),
        (("sub/a.md", "slug: x"), ("sub/b.md", "slug: x\ndraft: true"), False),
        (("a.md", "url: u/"), ("b.fr.md", "url: u/"), False),
        (("a.md", "url: /u/"), ("b.fr.md", "url: /u/"), True),
        (("a.md", "aliases: [/old/]"), ("b.md", "aliases: [/old]"), True),
        (("a.md", "aliases: [/old/]"), ("b.fr.md", "aliases: [/old]"), False),
        (("a.md", "aliases: [/sub/b/]"), ("sub/b.md", ""), True),
        (("sub/a.md", "aliases: [b]"), ("sub/b.md", ""), True),
        (("a.md", "aliases: [/a/]"), ("sub/b.md", ""), False),
        (("posts/a.md", f"title: A B\n{MAY}"), ("posts/b.md", f"slug: a-b\n{JUNE}"), True),
        (("posts/a.md", f"title: A\n{MAY}"), ("posts/b.md", "title: A\ndate: 2023-05-01"), False),
        (("posts/a.md", "title: A B"), ("posts/b.md", "title: A B"), False),
        (("notes/a.md", "title: It's"), ("notes/b.md", "title: Its"), True),
        (("files/a.md", MAY), ("files/b/index.md", f"slug: a\n{MAY}"), True),
        (("files/a.md", MAY), ("files/b/index.md", f"slug: a\n{JUNE}"), False),
        (("files/a.md", MAY), ("files/A.fr.md", MAY), False),
        (("sub/_index.md", ""), ("sub.md", ""), True),
        (("sub/a.md", "slug: x/y"), ("sub/x/y.md", ""), True),
        (("sub/a.md", "slug: x\nbuild: {render: never}"), ("sub/x.md", ""), False),
    ],
)  # fmt: skip
def test_pages_of_hugo(
    first: tuple[str, str], second: tuple[str, str], is_one: bool, tmp_path: Path
) -> None:
    (tmp_path / "hugo.toml").write_text(HUGO)
    site = site_for(tmp_path, "hugo")
    articles = {f"content/{name}": lines or "weight: 1" for name, lines in (first, second)}
    assert bool(colliding(articles, site)) is is_one


@pytest.mark.parametrize(
    ("language", "is_one"),
    [
        ('contentDir = "content/fr"', True),
        ('contentDir = "content/fr"\n[permalinks]\nposts = "/:year/:slug/"', False),
    ],
)
def test_a_file_for_each_language_of_hugo(language: str, is_one: bool, tmp_path: Path) -> None:
    folder = tmp_path / "config/_default"
    folder.mkdir(parents=True)
    (folder / "languages.toml").write_text("[en]\nweight = 1\n")
    (folder / "languages.fr.toml").write_text(language)
    site = site_for(tmp_path, "hugo")
    assert site.settings.languages == ("en", "fr")
    articles = {f"content/fr/posts/{name}.md": "slug: x" for name in "ab"}
    assert bool(colliding(articles, site)) is is_one
