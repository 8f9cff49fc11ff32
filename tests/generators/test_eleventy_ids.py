"""Which ids an Eleventy site gives its headings, and what its layouts add."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from articlelint.article import Article
from articlelint.destinations.anchors import anchors_of
from articlelint.generators.id_style import ANY_STYLE, IdStyle
from articlelint.recognition import find_site

if TYPE_CHECKING:
    from pathlib import Path

    from articlelint.site import Site

_ANCHOR = "import markdownItAnchor from 'markdown-it-anchor';\n"
_USED = "export default c => c.amendLibrary('md', md => md.use(markdownItAnchor{options}));\n"


def site_of(root: Path, configuration: str, layout: str = "<main>{{ content }}</main>") -> Site:
    files = {
        "package.json": '{"dependencies": {"@11ty/eleventy": "3"}}',
        "eleventy.config.js": configuration,
        "_includes/base.njk": layout,
    }
    for name, text in files.items():
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(text)
    return find_site(root / "a.md", root)


@pytest.mark.parametrize(
    ("configuration", "expected"),
    [
        (_ANCHOR + _USED.format(options=""), IdStyle.MARKDOWN_IT_ANCHOR),
        (_ANCHOR + _USED.format(options=", { level: 2 }"), IdStyle.MARKDOWN_IT_ANCHOR),
        (
            f"{_ANCHOR}import {{ slug }} from 'github-slugger';\n"
            + _USED.format(options=", { slugify: s => slug(s), level: 2 }"),
            IdStyle.GITHUB,
        ),
        (_ANCHOR + _USED.format(options=", { slugify: own }"), None),
        (_ANCHOR + _USED.format(options=", { slugify }"), None),
        (f"{_ANCHOR}c.addPlugin(IdAttributePlugin)" + _USED.format(options=""), None),
        ("export default c => {};", None),
    ],
)
def test_ways_to_make_ids(tmp_path: Path, configuration: str, expected: IdStyle | None) -> None:
    site = site_of(tmp_path, configuration)
    assert site.root is not None
    styles = site.generator.heading_id_styles(site.root)
    assert styles == ((expected,) if expected else ANY_STYLE)


@pytest.mark.parametrize(
    ("layout", "has", "closed"),
    [
        ("<main>{{ content }}</main>", False, True),
        ('<main>{{ content }}</main><div id="comments"></div>', True, True),
        ('<main>{{ content }}</main><div id="com-{{ x }}"></div>', True, True),
        ('<main>{{ content }}</main><div id="{{ x }}"></div>', False, False),
    ],
)
def test_ids_of_layouts(tmp_path: Path, layout: str, *, has: bool, closed: bool) -> None:
    site = site_of(tmp_path, _ANCHOR + _USED.format(options=""), layout)
    (tmp_path / "a.md").write_text("---\ntitle: A\n---\n## Wings\n")
    article = Article("---\ntitle: A\n---\n## Wings\n", tmp_path / "a.md", site=site)
    anchors = anchors_of(article)
    assert anchors.has("wings")
    assert anchors.has("comments") is has
    assert anchors.closed is closed
