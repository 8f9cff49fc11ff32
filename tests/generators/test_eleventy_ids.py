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
OWN = (*ANY_STYLE, IdStyle.ELEVENTY)
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
        (
            _ANCHOR + _USED.format(options=", { slugify: c.getFilter('slugify') }"),
            IdStyle.ELEVENTY,
        ),
        (
            "export default c => { c.addPlugin(IdAttributePlugin, { checkDuplicates: false }); };",
            IdStyle.ELEVENTY_PLUGIN,
        ),
        ("export default c => { c.addPlugin(IdAttributePlugin, { slugify: own }); };", OWN),
        (_ANCHOR + _USED.format(options=", { slugify: own }"), OWN),
        (_ANCHOR + _USED.format(options=", { slugify }"), OWN),
        (f"{_ANCHOR}c.addPlugin(IdAttributePlugin)" + _USED.format(options=""), OWN),
        (f"{_ANCHOR}import a from 'markdown-it-attrs'" + _USED.format(options=""), None),
        ("export default c => {};", None),
    ],
)
def test_ways_to_make_ids(
    tmp_path: Path, configuration: str, expected: IdStyle | tuple[IdStyle, ...] | None
) -> None:
    site = site_of(tmp_path, configuration)
    assert site.root is not None
    styles = site.generator.heading_id_styles(site.root)
    wanted = (expected,) if isinstance(expected, IdStyle) else expected
    assert styles == (wanted or ANY_STYLE)


@pytest.mark.parametrize(
    ("layout", "has", "closed"),
    [
        ("<main>{{ content }}</main>", False, True),
        ('<main>{{ content }}</main><div id="comments"></div>', True, True),
        ('<main>{{ content }}</main><div id="com-{{ x }}"></div>', True, True),
        ('<main>{{ content }}</main><div id="{{ x }}"></div>', False, False),
        ('<script src="/a.js?id={{ x }}"></script><main>{{ content }}</main>', False, True),
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


@pytest.mark.parametrize(
    ("tags", "closed"),
    [
        ("{{ title | upper }} {% if a %}A{% endif %}", True),
        ("{{ content }}", False),
        ("{{ kite(1) }}", False),
        ("{% include 'note.html' %}", True),
        ("{% include 'notes/open.html' %}", False),
        ("{% include 'withdrawn.html' %}", False),
        ("{% include name %}", False),
        ("{% inline 'a' %}", True),
        ("{% inlineWithId 'a' %}", False),
        ("{% box %}A{% endbox %}", True),
        ("{% boxWithId %}A{% endboxWithId %}", False),
        ("{% unknown %}", False),
    ],
)
def test_ids_of_tags(tmp_path: Path, tags: str, *, closed: bool) -> None:
    configuration = (
        _ANCHOR
        + """import { box, other } from './boxes.js';
        export default c => {
          c.amendLibrary('md', md => md.use(markdownItAnchor));
          c.addShortcode('inline', a => `<b>${a}</b>`);
          c.addShortcode('inlineWithId', a => `<b id="${a}">${a}</b>`);
          c.addPairedShortcode('box', box);
          c.addPairedShortcode('boxWithId', other);
        };"""
    )
    site = site_of(tmp_path, configuration)
    (tmp_path / "boxes.js").write_text(
        "export function box(a) { return `<div>${a}</div>`; }\n"
        'export const other = a => `<div id="b">${a}</div>`;\n'
    )
    (tmp_path / "_includes" / "note.html").write_text('<p id="note">{{ page.url }}</p>')
    (tmp_path / "_includes" / "notes").mkdir()
    (tmp_path / "_includes" / "notes" / "open.html").write_text("<p>{{ content }}</p>")
    text = f"---\ntitle: A\n---\n## Wings\n\n{tags}\n"
    anchors = anchors_of(Article(text, tmp_path / "a.md", site=site))
    assert anchors.closed is closed
    assert anchors.has("note") is ("note.html" in tags)


@pytest.mark.parametrize(
    ("layout", "data", "has", "closed"),
    [
        pytest.param('<h2 id="{{ a.text | slugify }}">', "", True, True, id="a value"),
        pytest.param("<h2 id='{{ a.b.text }}'>", "", True, True, id="a value of a value"),
        pytest.param('<h2 id="{{ a.name | slugify }}">', "", False, False, id="no such key"),
        pytest.param('<h2 id="{{ a.text | own }}">', "", False, False, id="another filter"),
        pytest.param('<h2 id="{{ a.text }}">', "fetch(x)", False, False, id="a program"),
        pytest.param('<h2 id="{{ a.text }}">', "x = 1", True, True, id="another program"),
        pytest.param('<h2 id="{{ a.title }}">', "", False, True, id="of front matter"),
    ],
)
def test_ids_that_layouts_make_of_data(
    tmp_path: Path, layout: str, data: str, *, has: bool, closed: bool
) -> None:
    (tmp_path / "_data").mkdir()
    (tmp_path / "_data/own.js").write_text(data)
    (tmp_path / "_data/birds.yaml").write_text("- text: Barn owls\n  a: 1\n- text: 'Jays'\n")
    (tmp_path / "a.md").write_text("---\ntitle: Kites\n---\n## Wings\n")
    site = site_of(tmp_path, _ANCHOR + _USED.format(options=""), layout)
    article = Article("---\ntitle: Kites\n---\n## Wings\n", tmp_path / "a.md", site=site)
    anchors = anchors_of(article)
    assert anchors.has("barn-owls") is has
    assert anchors.has("kites")
    assert anchors.closed is closed
