from __future__ import annotations

import subprocess
import sys
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypedDict

import pytest

from articlelint.front_matter import ALL_FORMATS, parse
from articlelint.generators import GENERIC, by_name, known
from articlelint.schema.check import check
from articlelint.schema.export import json_schema
from articlelint.schema.model import schema_of
from articlelint.schema.names import intended, is_near
from articlelint.text.near import distance

if TYPE_CHECKING:
    from articlelint.schema.finding import SchemaFinding

PATHS = {
    "hexo": "source/_posts/a.md",
    "jekyll": "_posts/2020-01-01-a.md",
    "zola": "content/a.md",
    "zola section": "content/_index.md",
    "docusaurus": "docs/a.md",
    "docusaurus blog": "blog/a.md",
    "mkdocs": "docs/blog/posts/a.md",
    "starlight": "src/content/docs/a.md",
}
NAMES = {"starlight": "astro"}


def findings(place: str, text: str, **options: Any) -> tuple[SchemaFinding, ...]:
    generator = by_name(NAMES.get(place, place.split(maxsplit=1)[0]))
    typed_dict = generator.schema(PurePosixPath(PATHS.get(place, "content/a.md")))
    assert typed_dict is not None
    front_matter = parse(text, formats=ALL_FORMATS)
    assert front_matter is not None
    return check(
        schema_of(typed_dict),
        front_matter,
        ignores_key_case=generator.ignores_key_case,
        **options,
    )


def yaml(text: str) -> str:
    return f"---\n{text}\n---\n"


def toml(text: str) -> str:
    return f"+++\n{text}\n+++\n"


def shown(text: str, found: tuple[SchemaFinding, ...]) -> list[tuple[str, str, str | None]]:
    return [(finding.kind.value, finding.span.of(text), finding.suggestion) for finding in found]


CLEAN = [
    ("hexo", yaml("title: 2024\ndate: 2024-01-02 03:04:05\ntags: [a, 1]\ncategories: [[a, b], c]")),
    ("hexo", yaml("title: a\nlayout: false\nabbrlink: abc\nupdated:\ntags:\n-")),
    ("hexo", yaml("title: Yes\ncomments: 'false'\ntop_img: /a.png")),
    ("hexo", yaml("title: '{{ title }}'\ntags: '{{ a, b }}'")),
    ("jekyll", yaml("layout: post\ntags: a b c\ncategories: [a]\nlast_modified_at: 2024-01-02")),
    ("hugo", yaml("Title: a\nDate: 2024-01-02\ndraft: 'true'\nweight: '3'\nmyOwn: {a: b}")),
    ("hugo", toml('title = "a"\naliases = ["/x/"]\nbuild = { list = "never" }')),
    ("zola", toml('title = "a"\ndate = 2024-01-02\n[taxonomies]\ntags = ["a"]\n[extra]\nx = 1')),
    ("zola section", toml('sort_by = "date"\npaginate_by = 5')),
    ("docusaurus", yaml("title: a\ntags: [a, {label: b, permalink: /b}]\nsidebar_position: 1.5")),
    ("docusaurus blog", yaml("authors: [a, {name: b, image_url: /x.png}]\ndate: 2024-01-02")),
    ("eleventy", yaml("permalink: false\ntags: post\nanything: {a: [b]}")),
    ("mkdocs", yaml("date:\n  created: 2024-01-02\n  updated: 2024-02-03\nauthors: [a]")),
    ("starlight", yaml("title: a\nsidebar:\n  order: 1\nprev: false\nhead: []")),
    ("mdn", yaml("title: a\nslug: Web/A\npage-type: guide\nstatus: [experimental]")),
    ("generic", yaml("anything: [goes]\nname: skill")),
    ("pelican", "Title: a\nDate: 2024-01-02\nTags: a, b\nStatus: draft\n\nbody"),
]


@pytest.mark.parametrize(("place", "text"), CLEAN, ids=[f"{p}: {t[4:30]!r}" for p, t in CLEAN])
def test_articles_that_are_fine(place: str, text: str) -> None:
    assert findings(place, text) == ()


WRONG = [
    # a key that is not there
    ("hexo", yaml("date: 2024-01-02"), [("missing-key", "---", None)]),
    ("mkdocs", yaml("authors: [a]"), [("missing-key", "---", None)]),
    ("starlight", yaml("description: a"), [("missing-key", "---", None)]),
    ("hugo", toml("date = 2024-01-02"), [("missing-key", "+++", None)]),
    # a key that nothing reads
    ("hexo", yaml("title: a\ndata: 2024-01-02"), [("unknown-key", "data", "date")]),
    ("hexo", yaml("title: a\nupdate: 2024-01-02"), [("unknown-key", "update", "updated")]),
    ("hexo", yaml("title: a\ncategries: [b]"), [("unknown-key", "categries", "categories")]),
    ("hexo", yaml("title: a\ncategorieso: [b]"), [("unknown-key", "categorieso", "categories")]),
    ("hexo", yaml("title: a\nTags: [b]"), [("unknown-key", "Tags", "tags")]),
    ("hexo", yaml("titel: a"), [("unknown-key", "titel", "title")]),
    ("hexo", yaml("title: a\npremalink: x/"), [("unknown-key", "premalink", "permalink")]),
    ("hugo", yaml("title: a\ntransltor: b"), [("unknown-key", "transltor", "translator")]),
    ("hugo", yaml("title: a\nthumbanail: /b"), [("unknown-key", "thumbanail", "thumbnail")]),
    (
        "hugo",
        yaml("title: a\nExpiryDat: 2024-01-02"),
        [("unknown-key", "ExpiryDat", "expiryDate")],
    ),
    ("hexo", yaml('title:"A: b"'), [("unknown-key", 'title:"A', 'title: "A')]),
    (
        "eleventy",
        yaml("eleventyExcludeFromCollection: true"),
        [("unknown-key", "eleventyExcludeFromCollection", "eleventyExcludeFromCollections")],
    ),
    ("zola", toml('[taxonomy]\ntags = ["a"]'), [("unknown-key", "taxonomy", "taxonomies")]),
    ("hexo", yaml("\u200btitle: a"), [("unknown-key", "\u200btitle", "title")]),
    ("hexo", yaml("title: a\n\u00a0toc: true"), [("unknown-key", "\u00a0toc", "toc")]),
    ("hexo", yaml("title: a\ntags: [b，c, 'd，e']"), [("wrong-type", "b，c", "b, c")]),
    ("hexo", yaml("title: a\ntags:\n  -b\n  -c"), [("wrong-type", "-b\n  -c", "- b\n  - c")]),
    ("hexo", yaml("title: a\ntags:\n - b\n   - c"), [("wrong-type", "b\n   - c", None)]),
    ("hexo", yaml("title: a\ntags: -b"), [("wrong-type", "-b", "[b]")]),
    ("hexo", yaml("title: a\ntags: -b, c d"), [("wrong-type", "-b, c d", "[b, c d]")]),
    (
        "hexo",
        yaml("title: a\ntags:\n- C: a language"),
        [("wrong-type", "C: a language", '"C: a language"')],
    ),
    ("hexo", yaml("title: a\ntop-img: /b"), [("unknown-key", "top-img", "top_img")]),
    ("hexo", yaml("title: a\nCover: /b"), [("unknown-key", "Cover", "cover")]),
    ("hugo", yaml("title: a\nlast_mod: 2024-01-02"), [("unknown-key", "last_mod", "lastmod")]),
    (
        "hugo",
        toml('title = "a"\nhidden-from-home-page = true'),
        [("unknown-key", "hidden-from-home-page", "hiddenFromHomePage")],
    ),
    ("hugo", yaml("title: a\nfeatured-image: /b"), []),  # themes have two such keys
    ("hexo", yaml("title: a\nheader-img: /b"), []),  # other generators' themes have it
    ("zola section", toml('titel = "a"'), [("unknown-key", "titel", "title")]),
    ("zola section", toml('quux = "a"'), [("unknown-key", "quux", None)]),
    # a value of the wrong type
    ("hexo", yaml("title: [a, b]"), [("wrong-type", "[a, b]", None)]),
    ("hexo", yaml("title: a\ntags: b, c"), [("wrong-type", "b, c", "[b, c]")]),
    ("hexo", yaml("title: a\ntags: '中文，二'"), [("wrong-type", "'中文，二'", "[中文, 二]")]),
    ("hexo", yaml("title: a\ntags:\n- - b"), []),
    ("jekyll", yaml("tags: a, b"), [("wrong-type", "a, b", "[a, b]")]),
    ("jekyll", yaml("published: 'false'"), [("wrong-type", "'false'", "false")]),
    ("docusaurus", yaml("tags: a"), [("wrong-type", "a", "[a]")]),
    ("zola", toml("title = 2024"), [("wrong-type", "2024", '"2024"')]),
    ("zola", toml('weight = "3"'), [("wrong-type", '"3"', "3")]),
    ("zola", toml('authors = "a"'), [("wrong-type", '"a"', '["a"]')]),
    ("hugo", yaml("title: a\nresources:\n- src: [a]"), [("wrong-type", "[a]", None)]),
    ("hexo", yaml("title: a\ndate: [2024-01-02]"), [("wrong-type", "[2024-01-02]", None)]),
    # a value that is none of those allowed
    ("zola section", toml('sort_by = "Date"'), [("invalid-value", '"Date"', "date")]),
    ("zola section", toml('sort_by = "foo"'), [("invalid-value", '"foo"', None)]),
    ("docusaurus", yaml("toc_max_heading_level: 7"), [("invalid-value", "7", None)]),
    ("hugo", yaml("title: a\nurl: https://b/"), [("invalid-value", "https://b/", None)]),
    ("hugo", yaml("title: a\naliases: [/x, 'http://y']"), [("invalid-value", "'http://y'", None)]),
    ("hugo", yaml("title: a\nweight: heavy"), [("invalid-value", "heavy", None)]),
    ("zola", toml('slug = ""'), [("invalid-value", '""', None)]),
    ("pelican", "Title: a\nTags: [b, 'c']\n\nbody", [("wrong-type", "[b, 'c']", "b, c")]),
    ("pelican", "Title: a\nTags: b，c\n\nbody", [("wrong-type", "b，c", "b, c")]),
    ("hugo", yaml("build:\n  rendre: never"), [("unknown-key", "rendre", "render")]),
    ("docusaurus", yaml("last_update:\n  autor: b"), [("unknown-key", "autor", "author")]),
    ("pelican", "Title: a\nStatus: drfat\n\nbody", [("invalid-value", "drfat", None)]),
    # a key that should be another, elsewhere, or alone
    ("hugo", yaml("title: a\n_build: {list: never}"), [("deprecated-key", "_build", "build")]),
    ("docusaurus blog", yaml("author: a"), []),  # read as before
    ("zola", toml('tags = ["a"]'), [("misplaced-key", "tags", None)]),
    ("hexo", yaml("title: a\ntag: b\ntags: c"), [("conflicting-keys", "tag", None)]),
    ("hugo", yaml("title: a\nmenu: b\nMenus: c"), [("conflicting-keys", "menu", None)]),
    ("docusaurus", yaml("draft: true\nunlisted: true"), [("conflicting-keys", "unlisted", None)]),
    ("docusaurus", yaml("draft: true\nunlisted: false"), []),
]


@pytest.mark.parametrize(
    ("place", "text", "expected"), WRONG, ids=[f"{p}: {t[4:40]!r}" for p, t, _ in WRONG]
)
def test_what_is_wrong(place: str, text: str, expected: list[tuple[str, str, str | None]]) -> None:
    if expected or "- - b" not in text:
        assert shown(text, findings(place, text)) == expected
    else:
        assert [f.kind.value for f in findings(place, text)] == ["wrong-type"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("title: a\ndate: 2024-01-02\ndata: 2024-01-02", id="the right key is there"),
        pytest.param("title: a\ndata: some text", id="the value does not fit"),
        pytest.param("title: a\ndata: {a: b}", id="a mapping is no date"),
        pytest.param("title: a\nimage1: b\nimage2: c", id="numbered"),
        pytest.param("title: a\nstatus: b\npublisher: c", id="words of their own"),
        pytest.param("title: a\nsubtitle: b\nauthors: c", id="well known"),
        pytest.param("title: a\ntag: b", id="an alias"),
        pytest.param("title: a\ncovers: b\ntabs: c\nsessions: d", id="other words"),
    ],
)
def test_keys_that_are_no_misspellings(text: str) -> None:
    assert findings("hexo", yaml(text)) == ()


def test_keys_of_the_site_are_known() -> None:
    text = yaml("title: a\ntransltor: [b]")
    assert findings("hugo", text)
    assert findings("hugo", text, known=("transltor",)) == ()


def test_keys_that_the_generator_fills_in_may_be_missing() -> None:
    assert findings("hexo", yaml("date: 2024-01-02"), filled=("title",)) == ()


def test_messages_speak_to_an_author() -> None:
    text = yaml("title: a\ntags: b, c")
    assert [finding.message for finding in findings("hexo", text)] == [
        "`tags` should be a list, found the text `b, c`, which is a single term"
    ]
    text = yaml("title: a\ncategories:\n- - - b")
    assert [finding.message for finding in findings("hexo", text)] == [
        "`categories`: item 1 should be text, found a list"
    ]
    text = toml('draft = "yes"')
    assert [finding.message for finding in findings("zola", text)] == [
        '`draft` should be `true` or `false`, found the text `"yes"`'
    ]


@pytest.mark.parametrize(
    "text",
    ["---\ntitle: a: b\n---\n", "---\njust text\n---\n", "---\ntitle: a\n"],
    ids=["does not parse", "no mapping", "not closed"],
)
def test_broken_front_matter_has_other_findings(text: str) -> None:
    assert findings("mkdocs", text) == ()


def test_every_schema_documents_its_keys_and_makes_json_schema() -> None:
    seen = set()
    for generator in (*known(plugins=False), GENERIC):
        for path in ("a.md", *PATHS.values()):
            typed_dict = generator.schema(PurePosixPath(path))
            assert typed_dict is not None
            assert typed_dict.__doc__
            for spec in schema_of(typed_dict).fields.values():
                assert spec.key.doc, f"{generator.name}: {spec.name}"
                assert spec.key.source, f"{generator.name}: {spec.name}"
            if typed_dict in seen:
                continue
            seen.add(typed_dict)
            exported = json_schema(typed_dict)
            assert exported["$schema"].endswith("2020-12/schema")
            assert set(exported["properties"]) == set(schema_of(typed_dict).names)
            assert all("description" in item for item in exported["properties"].values())


def test_json_schema_says_what_is_required_and_closed() -> None:
    section = by_name("zola").schema(PurePosixPath("content/_index.md"))
    post = by_name("hexo").schema(PurePosixPath("source/_posts/a.md"))
    assert section is not None
    assert post is not None
    assert json_schema(section)["additionalProperties"] is False
    assert json_schema(section)["properties"]["sort_by"]["enum"][0] == "date"
    assert json_schema(post)["required"] == ["title"]


class _Own(TypedDict, total=False):
    kind: Literal["a", "b"]
    level: Annotated[int, "positive"]
    names: list[str]


def test_a_schema_of_plain_types_is_one_too() -> None:
    schema = schema_of(_Own)
    front_matter = parse(yaml("kind: c\nlevel: 1\nnames: [1]"), formats=ALL_FORMATS)
    assert front_matter is not None
    assert [finding.kind.value for finding in check(schema, front_matter)] == [
        "invalid-value",
        "wrong-type",
    ]


def test_only_a_typed_dict_is_a_schema() -> None:
    with pytest.raises(TypeError, match="is not a TypedDict"):
        schema_of(int)


def test_a_clean_article_does_not_import_pydantic() -> None:
    program = (
        "import sys\nfrom articlelint.article import Article\n"
        "from articlelint.recognition import site_for\n"
        "a = Article('---\\ntitle: a\\ndate: 2024-01-02\\ntags: [a]\\ntypo_: {a: [b]}\\n---\\n',\n"
        "    'source/_posts/a.md', site=site_for('.', 'hexo'))\n"
        "assert a.schema_findings == ()\n"
        "assert 'pydantic' not in sys.modules and 'typing_extensions' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


@pytest.mark.parametrize(
    ("name", "right", "near"),
    [
        ("categries", "categories", True),
        ("ctaegories", "categories", True),
        ("dtae", "date", True),
        ("titel", "title", True),
        ("descripton", "description", True),
        ("tittle", "title", True),
        ("tags", "tag", False),
        ("tabs", "tags", False),
        ("data", "date", False),
        ("height", "weight", False),
        ("published", "publisher", False),
        ("sessions", "sections", False),
    ],
)
def test_slips_of_the_fingers(name: str, right: str, near: bool) -> None:
    assert is_near(name, right) is near


def test_the_distance_between_words() -> None:
    assert distance("abcd", "acbd", 3) == 1
    assert distance("kitten", "sitting", 9) == 3
    assert distance("kitten", "sitting", 2) == 2
    assert distance("", "abc", 9) == 3


def test_a_memory_of_unknown_keys_stays_small() -> None:
    typed_dict = by_name("hexo").schema(PurePosixPath("source/_posts/a.md"))
    assert typed_dict is not None
    schema = schema_of(typed_dict)
    for number in range(25_000):
        intended(schema, f"k{number}")
    assert len(schema.misspelt) <= 20_000


@pytest.mark.parametrize(
    ("place", "text", "found"),
    [
        ("zola", "[extra]\ndraft = true", [("extra.draft", "above the first table")]),
        ("zola", "[extra.a]\ndraft = true", [("extra.a.draft", "above the first table")]),
        ("zola", '[extra]\ntags = ["a"]', [("extra.tags", "to `taxonomies.tags`")]),
        ("zola", "[taxonomies]\ntitle = 'a'", [("taxonomies.title", "above the first table")]),
        (
            "zola section",
            "[extra]\npaginate_by = 5",
            [("extra.paginate_by", "above the first table")],
        ),
        ("hugo", "[params]\nDraft = true", [("params.Draft", "above the first table")]),
        ("hugo", "[menu.main]\ndraft = true", [("menu.main.draft", "above the first table")]),
        # Not certain, or as it should be.
        ("zola", "draft = true\n[extra]\ndraft = true", []),
        ("zola", "extra.draft = true", []),
        ("zola", "extra = { draft = true }", []),
        ("zola", '[extra]\ndraft = "third"', []),
        ("zola", "[extra]\ntitle = 'a'\ndate = 2024-05-01\nauthor = 'b'", []),
        ("zola", '[taxonomies]\ntags = ["a"]\n[extra]\ntags = ["b"]', []),
        ("zola", '[extra]\ncategories = ["a"]', []),  # no taxonomy of this site
        ("zola", '[taxonomies]\naliases = ["a"]', []),
        ("hugo", "[cascade]\ndraft = true", []),
        ("hugo", "[[cascade]]\ndraft = true", []),
        ("hugo", '[params]\ntags = ["a"]', []),  # Hugo counts them
        ("hugo", "[params]\nweight = 1\nslug = 'a'", []),
    ],
)
def test_keys_below_a_header_of_toml(place: str, text: str, found: list[tuple[str, str]]) -> None:
    given = [
        (".".join(map(str, each.path)), each.message.partition("it belongs ")[2])
        for each in findings(place, f"+++\n{text}\n+++\n", known=("tags",))
    ]
    assert given == found


def test_a_table_of_yaml_may_hold_any_key() -> None:
    assert findings("zola", "---\nextra:\n  draft: true\n---\n") == ()
