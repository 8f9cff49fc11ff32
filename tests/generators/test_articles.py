"""What a generator makes of an article: template or not, draft or not, where it is published."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import pytest

from articlelint.generators import GENERATORS, by_name
from articlelint.recognition import site_for

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("generator", "path", "expected"),
    [
        ("hexo", "scaffolds/post.md", True),
        ("hexo", "source/_posts/a.md", False),
        ("jekyll", "_layouts/default.html", True),
        ("jekyll", "docs/_includes/a.html", True),
        ("jekyll", "_posts/a.md", False),
        ("hugo", "archetypes/default.md", True),
        ("hugo", "layouts/_default/single.html", True),
        ("hugo", "themes/t/content/a.md", True),
        ("hugo", "content/layouts/a.md", False),
        ("zola", "templates/page.html", True),
        ("zola", "content/a.md", False),
        ("pelican", "theme/templates/a.html", True),
        ("mkdocs", "overrides/main.html", True),
        ("docusaurus", "docs/_part.mdx", True),
        ("docusaurus", "docs/a_b.mdx", False),
        ("astro", "src/pages/_a.md", True),
        ("astro", "src/content/blog/a.md", False),
        ("eleventy", "src/_includes/a.html", True),
        ("eleventy", "node_modules/x/README.md", True),
        ("generic", "a.md", False),
    ],
)
def test_templates(generator: str, path: str, expected: bool) -> None:
    assert by_name(generator).is_template(PurePosixPath(path)) is expected


@pytest.mark.parametrize(
    ("generator", "data", "expected"),
    [
        ("hexo", {"published": False}, True),
        ("hexo", {}, False),
        ("jekyll", {"published": False}, True),
        ("hugo", {"Draft": True}, True),
        ("hugo", {"draft": "true"}, False),
        ("zola", {"draft": True}, True),
        ("pelican", {"Status": " draft"}, True),
        ("pelican", {"status": "published"}, False),
        ("eleventy", {"permalink": False}, True),
        ("generic", {"draft": True}, True),
    ],
)
def test_drafts(generator: str, data: dict[str, object], expected: bool) -> None:
    assert by_name(generator).is_draft(data) is expected


@pytest.mark.parametrize(
    ("generator", "path", "data", "expected"),
    [
        ("hexo", "source/_posts/a.md", {"permalink": "x/y.html"}, "/x/y.html"),
        ("hexo", "source/_posts/a.md", {"permalink": ":title/"}, None),
        ("hexo", "source/_posts/a.md", {}, None),
        ("jekyll", "a.md", {"permalink": "/x/"}, "/x/"),
        ("jekyll", "a.md", {"permalink": "/:year/"}, None),
        ("hugo", "content/posts/a.md", {}, "/posts/a/"),
        ("hugo", "content/posts/a/index.md", {}, "/posts/a/"),
        ("hugo", "content/_index.md", {}, "/"),
        ("hugo", "content/posts/A b.md", {}, "/posts/a-b/"),
        ("hugo", "content/posts/a.md", {"URL": "/x/"}, "/x/"),
        ("hugo", "content/posts/a.md", {"slug": "x"}, "/posts/x/"),
        ("zola", "content/posts/2020-01-02-a.md", {}, "/posts/a/"),
        ("zola", "content/posts/a.md", {"slug": "b"}, "/posts/b/"),
        ("zola", "content/posts/a.md", {"path": "x"}, "/x/"),
        ("zola", "content/posts/a.fr.md", {}, "/posts/a-fr/"),  # no languages
        ("zola", "content/posts/_index.fr.md", {}, "/posts/"),
        ("hexo", "source/_posts/a.md", {"date": "2024-05-01 12:00:00"}, "/2024/05/01/a/"),
        ("hexo", "source/_posts/a.md", {"date": "2024-05-01T12:00:00+08:00"}, None),
        ("hexo", "source/about/index.md", {}, "/about/"),
        ("hexo", "source/about/us.md", {}, "/about/us.html"),
        ("jekyll", "_posts/2024-05-01-a.md", {}, "/2024/05/01/a.html"),
        ("jekyll", "_posts/2024-05-01-a.md", {"categories": ["x"]}, "/x/2024/05/01/a.html"),
        ("jekyll", "_recipes/a.md", {}, None),
        ("jekyll", "x/a.md", {}, "/x/a.html"),
        ("hugo", "content/posts/_index.md", {"slug": "x"}, None),
        ("hugo", "content/posts/_index.md", {"slug": "posts"}, "/posts/"),
        ("pelican", "content/a.md", {"Save_as": "x/index.html"}, "/x/"),
        ("pelican", "content/a.md", {"Title": "It's 1 - 2: A_b"}, "/its-1-2-a_b.html"),
        ("pelican", "content/a.md", {"Title": "B", "Slug": "c-D"}, "/c-D.html"),
        ("pelican", "content/a.md", {"Title": "B", "Lang": "fr"}, "/b-fr.html"),
        ("pelican", "content/a.md", {"Title": "B", "Lang": "en"}, "/b.html"),
        ("pelican", "content/a.md", {"Title": "B", "Status": "draft"}, "/drafts/b.html"),
        ("pelican", "pages/a.md", {"Title": "B"}, "/pages/b.html"),
        ("pelican", "content/a.md", {"Title": "Ö"}, None),
        ("pelican", "content/a.md", {"Title": "A &amp; B"}, None),
        ("pelican", "content/a.md", {}, None),
        ("mkdocs", "docs/g/a.md", {}, "/g/a/"),
        ("mkdocs", "docs/index.md", {}, "/"),
        ("eleventy", "a.md", {"permalink": "/x/index.html"}, "/x/"),
        ("eleventy", "a.md", {"permalink": "/{{ slug }}/"}, None),
        ("generic", "a.md", {}, None),
    ],
)
def test_permalinks_are_told_where_they_are_certain(
    generator: str, path: str, data: dict[str, object], expected: str | None, tmp_path: Path
) -> None:
    site = site_for(tmp_path, generator)
    assert site.permalink(tmp_path / path, data) == expected


def test_the_base_path_stands_before_a_permalink(tmp_path: Path) -> None:
    site = site_for(tmp_path, "hugo", {"base-path": "/docs"})
    assert site.permalink(tmp_path / "content" / "a.md", {}) == "/docs/a/"


@pytest.mark.parametrize(
    ("generator", "path", "name"),
    [
        ("hexo", "source/_posts/a.md", "Post"),
        ("hexo", "source/about/index.md", "Page"),
        ("jekyll", "de/_posts/2020-01-01-a.md", "Post"),
        ("jekyll", "about.md", "Page"),
        ("zola", "content/_index.fr.md", "Section"),
        ("zola", "content/index.md", "Page"),
        ("mkdocs", "docs/blog/posts/a.md", "Post"),
        ("mkdocs", "docs/a.md", "Page"),
        ("docusaurus", "website/blog/a.md", "Post"),
        ("docusaurus", "docs/a.md", "Document"),
        ("astro", "src/content/docs/a.md", "Document"),
        ("astro", "src/content/blog/a.md", "Page"),
    ],
)
def test_schemas_go_by_the_place_of_the_article(generator: str, path: str, name: str) -> None:
    schema = by_name(generator).schema(PurePosixPath(path))
    assert schema is not None
    assert schema.__name__ == name


@pytest.mark.parametrize("generator", [*GENERATORS, "generic"])
def test_a_generator_says_what_others_build_on(generator: str) -> None:
    found = by_name(generator)
    assert found.name == generator
    assert found.title
    assert found.front_matter_formats
    assert found.date_keys == tuple(found.date_roles)
    assert found.schema(PurePosixPath("a.md")) is not None


@pytest.mark.parametrize(
    ("configuration", "expected"),
    [
        ("", "/b.html"),
        ("# SLUGIFY_SOURCE = 'basename'\n", "/b.html"),
        ("EXTRA_PATH_METADATA = {}\n", "/b.html"),
        ("ARTICLE_URL = '{date:%Y}/{date:%m}/{slug}/'\n", "/2024/05/b/"),
        ("ARTICLE_URL = '{category}/{slug}.html'\n", None),
        ("ARTICLE_URL = f'{PREFIX}/{{slug}}.html'\n", None),
        ("ARTICLE_SAVE_AS = '{slug}/index.html'\n", None),
        ("SLUGIFY_SOURCE = 'basename'\n", None),
        ("PAGE_PATHS = ['']\n", None),
        ("FILENAME_METADATA = '(?P<slug>.*)'\n", None),
    ],
)
def test_addresses_that_pelican_is_configured_to_make(
    configuration: str, expected: str | None, tmp_path: Path
) -> None:
    (tmp_path / "pelicanconf.py").write_text(f"PATH = 'content'\n{configuration}", "utf-8")
    site = site_for(tmp_path, "pelican")
    data = {"Title": "B", "Date": "2024-05-01"}
    assert site.permalink(tmp_path / "content" / "a.md", data) == expected
