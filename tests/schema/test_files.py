"""Schemas in files: JSON Schema, a pydantic model, Front Matter CMS."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import PurePosixPath
from textwrap import dedent
from typing import TYPE_CHECKING, Any

import pytest

from articlelint.errors import ConfigError
from articlelint.front_matter import ALL_FORMATS, parse
from articlelint.generators import by_name
from articlelint.generators.hexo.schema import Post
from articlelint.schema.check import check
from articlelint.schema.own import OwnSchema
from articlelint.schema.source import source_of

if TYPE_CHECKING:
    from pathlib import Path

    from articlelint.schema.finding import SchemaFinding

JSON_SCHEMA = """
{ // comments and trailing commas are no errors
  "type": "object",
  "required": ["title", "date", "headimg"],
  "additionalProperties": false,
  "properties": {
    "title": {"type": "string", "maxLength": 10},
    "date": {"type": "string", "format": "date"},
    "headimg": {"$ref": "common.json#/$defs/url", "description": "The image on top."},
    "tags": {"type": "array", "items": {"type": "string"}, "maxItems": 3},
    "categories": {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]},
    "level": {"enum": ["easy", "hard"]},
    "cover": {"type": "object", "required": ["image"], "properties": {"image": {}}},
    "mode": {"oneOf": [{"const": "a"}, {"type": "boolean"}, {"type": "object"}]},
    "stars": {"type": "integer", "minimum": 1, "maximum": 5},
  },
}
"""
COMMON = '{"$defs": {"url": {"type": "string", "format": "uri"}}}'
MODELS = """
    from __future__ import annotations
    import datetime as dt
    from typing import Literal
    from pydantic import BaseModel, ConfigDict, Field, HttpUrl, field_validator

    class Cover(BaseModel):
        image: object

    class Post(BaseModel):
        model_config = ConfigDict(extra="forbid")
        title: str = Field(max_length=10)
        date: dt.date
        headimg: HttpUrl
        tags: list[str] = Field([], max_length=3)
        categories: str | list[str] = []
        level: Literal["easy", "hard"] = "easy"
        cover: Cover | None = None
        mode: Literal["a"] | bool | Cover = "a"
        stars: int = Field(1, ge=1, le=5)

        @field_validator("title")
        @classmethod
        def quiet(cls, value: str) -> str:
            if value.startswith("!"):
                raise ValueError("a title does not shout")
            return value

    class NoModel:
        pass

    number = 3
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path) -> Path:
    (tmp_path / "post.json").write_text(JSON_SCHEMA)
    (tmp_path / "common.json").write_text(COMMON)
    (tmp_path / "models.py").write_text(dedent(MODELS))
    return tmp_path


def own(folder: Path, *names: str, fields: dict[str, dict[str, Any]] | None = None) -> OwnSchema:
    sources = tuple(source_of(name, folder) for name in names)
    return OwnSchema(fields or {}, sources, explicit=True)


def findings(schema: OwnSchema, text: str, typed_dict: type | None = None) -> list[SchemaFinding]:
    front_matter = parse(f"---\n{text}\n---\n", formats=ALL_FORMATS)
    assert front_matter is not None
    over = schema.over(typed_dict, data=front_matter.data)
    assert over is not None
    return list(check(over, front_matter))


FINE = "title: a\ndate: 2024-01-02\nheadimg: https://a.example/b.png"
BOTH = ["post.json", "models.py:Post"]
WRONG = [
    ("tags: a, b", "wrong-type", "a, b", "`tags` should be a list, found the text `a, b`"),
    ("tags: [a, 1]", "wrong-type", "1", "`tags`: item 2 should be text, found the number `1`"),
    ("tags: [a, b, c, d]", "invalid-value", "[a, b, c, d]",
     "`tags` should have at most 3 items, has 4"),
    ("categories: 3", "wrong-type", "3",
     "`categories` should be text or a list, found the number `3`"),
    ("categories: [a, {b: c}]", "wrong-type", "{b: c}",
     "`categories`: item 2 should be text, found a mapping"),
    ("level: Easy", "invalid-value", "Easy",
     "`level` should be `easy` or `hard`, found the text `Easy`"),
    ("cover: {alt: x}", "missing-key", "alt", "`cover.image` is missing"),
    ("cover: x", "wrong-type", "x", "`cover` should be a mapping, found the text `x`"),
    ("mode: 7", "invalid-value", "7",
     "`mode` should be `a` or `true` or `false` or a mapping, found the number `7`"),
    ("stars: 9", "invalid-value", "9", "`stars` should be at most 5, found the number `9`"),
    ("stars: many", "wrong-type", "many",
     "`stars` should be a whole number, found the text `many`"),
    ("mood: b", "unknown-key", "mood", "`mood` is not a key of this site's schema"),
]  # fmt: skip


@pytest.mark.parametrize("name", BOTH)
def test_an_article_that_fits(folder: Path, name: str) -> None:
    assert findings(own(folder, name), FINE) == []


@pytest.mark.parametrize("name", BOTH)
@pytest.mark.parametrize(("line", "kind", "at", "said"), WRONG, ids=[row[0] for row in WRONG])
def test_one_finding_for_each_defect(
    folder: Path, name: str, line: str, kind: str, at: str, said: str
) -> None:
    text = f"{FINE}\n{line}"
    (found,) = findings(own(folder, name), text)
    assert (found.kind.value, found.span.of(f"---\n{text}\n---\n"), found.message) == (
        kind,
        at,
        said,
    )


@pytest.mark.parametrize("name", BOTH)
def test_what_is_missing_is_told_at_the_fence(folder: Path, name: str) -> None:
    found = findings(own(folder, name), "title: a\ndate: 2024-01-02")
    assert [(f.kind.value, f.span.start, f.message) for f in found] == [
        ("missing-key", 0, "`headimg` is missing")
    ]


@pytest.mark.parametrize("name", BOTH)
def test_a_misspelt_key_is_not_missing_as_well(folder: Path, name: str) -> None:
    found = findings(own(folder, name), FINE.replace("headimg", "headmig"))
    assert [(f.kind.value, f.suggestion) for f in found] == [("unknown-key", "headimg")]


@pytest.mark.parametrize("name", BOTH)
def test_the_generators_schema_says_nothing_twice(folder: Path, name: str) -> None:
    found = findings(own(folder, name), f"{FINE}\ntags: a, b", Post)
    assert [(f.kind.value, f.suggestion) for f in found] == [("wrong-type", "[a, b]")]
    found = findings(own(folder, name), FINE.replace("title", "titel"), Post)
    assert [(f.kind.value, f.suggestion) for f in found] == [("unknown-key", "title")]


@pytest.mark.parametrize("name", BOTH)
def test_values_that_templates_make_are_let_be(folder: Path, name: str) -> None:
    text = "title: '{{ title }}'\ndate: '{{ date }}'\nheadimg: {{ image }}\nlevel: '{% x %}'"
    assert findings(own(folder, name), text) == []


def test_dates_of_a_json_schema_are_the_text_written(folder: Path) -> None:
    (found,) = findings(own(folder, "post.json"), FINE.replace("-02", "-02 10:00:00"))
    assert found.message == (
        "`date` should be a date like 2024-05-01, found the date `2024-01-02 10:00:00`"
    )


def test_a_models_own_words(folder: Path) -> None:
    (found,) = findings(own(folder, "models.py:Post"), FINE.replace("title: a", "title: '!'"))
    assert found.message == "`title` is not accepted: a title does not shout"


def test_keys_in_any_case(folder: Path) -> None:
    front_matter = parse(f"---\n{FINE.replace('headimg', 'HeadImg')}\n---\n", formats=ALL_FORMATS)
    assert front_matter is not None
    for name in BOTH:
        schema = own(folder, name).over(None)
        assert schema is not None
        assert check(schema, front_matter, ignores_key_case=True) == ()


def test_what_the_generator_fills_in_may_be_missing(folder: Path) -> None:
    front_matter = parse("---\ndate: 2024-01-02\nheadimg: https://a.example/\n---\n")
    schema = own(folder, "post.json").over(None)
    assert schema is not None
    assert front_matter is not None
    assert check(schema, front_matter, filled=("title",)) == ()


KEYWORDS: list[tuple[dict[str, Any], str, str]] = [
    ({"const": "b"}, "a", "should be `b`, found the text `a`"),
    ({"pattern": "^b"}, "a", "should match `^b`, found the text `a`"),
    ({"type": ["string", "null"]}, "1", "should be text, found the number `1`"),
    ({"multipleOf": 5}, "3", "should be a multiple of 5, found the number `3`"),
    ({"exclusiveMinimum": 3}, "3", "should be more than 3, found the number `3`"),
    ({"uniqueItems": True}, "[a, a]", "contains the same item twice"),
    ({"contains": {"const": "b"}}, "[a]", "lacks a required item"),
    ({"minProperties": 2}, "{a: b}", "should have at least 2 keys, has 1"),
    ({"format": "email"}, "a", "should be an e-mail address, found the text `a`"),
    ({"format": "date-time"}, "2024-01-02",
     "should be a date with a time, like 2024-05-01T10:00:00Z, found the date `2024-01-02`"),
    ({"not": {"const": "a"}, "title": "No a"}, "a", "does not fit the schema (not): No a"),
    ({"oneOf": [{"type": "string"}, {"minLength": 1}]}, "a", "does not fit the schema (oneOf)"),
    ({"type": "string", "minLength": 2}, "''", "should have at least 2 characters, has none"),
]  # fmt: skip


@pytest.mark.parametrize(("schema", "value", "said"), KEYWORDS, ids=[str(k[0]) for k in KEYWORDS])
def test_keywords_of_json_schema(
    folder: Path, schema: dict[str, Any], value: str, said: str
) -> None:
    (folder / "own.json").write_text(json.dumps({"properties": {"x": schema}}))
    assert [f.message for f in findings(own(folder, "own.json"), f"x: {value}")] == [f"`x` {said}"]


def test_other_ways_to_require_and_to_forbid(folder: Path) -> None:
    schema = {
        "dependentRequired": {"a": ["b"]},
        "propertyNames": {"pattern": "^[a-z]+$"},
        "unevaluatedProperties": False,
        "allOf": [{"properties": {"a": {}, "b": {}}}],
    }
    (folder / "own.json").write_text(json.dumps(schema))
    found = [f.message for f in findings(own(folder, "own.json"), "a: 1\nX1: 2")]
    assert found == ["`b` is missing", "`X1` is not a key of this site's schema"]


def test_a_definition_by_name(folder: Path) -> None:
    (folder / "own.json").write_text(
        json.dumps({"$defs": {"post": {"required": ["x"]}, "page": {"required": ["y"]}}})
    )
    assert [f.message for f in findings(own(folder, "own.json:page"), "a: 1")] == ["`y` is missing"]


BROKEN = [
    ("nothing.json", None, "no schema file"),
    ("post.yaml", "", "is not a schema"),
    ("models.py", None, "does not say which class"),
    ("models.py:Missing", None, "does not define `Missing`"),
    ("models.py:number", None, "pydantic does not accept"),
    ("models.py:NoModel", None, "pydantic does not accept"),
    ("bad.py:Post", "1 / 0", "ZeroDivisionError"),
    ("bad.json", "{", "is not JSON"),
    ("list.json", "[]", "it is not an object"),
    ("kind.json", '{"type": "strnig"}', "is not a JSON Schema"),
    ("post.json:x", None, "has no definition `x`"),
    ("far.json", '{"$ref": "http://127.0.0.1:9/x.json"}', "leads to nothing"),
    ("near.json", '{"$ref": "gone.json"}', "leads to nothing"),
    ("cms.json", '{"frontMatter.x": 1}', "has no content types"),
    ("cms.json:x", '{"frontMatter.taxonomy.contentTypes": [{"name": "y"}]}', "no content type `x`"),
    ("binary.json", "\ud800", "cannot read"),
    ("deep.json", "[" * 100_000, "JSON|deeply"),
]


@pytest.mark.parametrize(("name", "text", "said"), BROKEN, ids=[row[0] for row in BROKEN])
def test_files_that_hold_no_schema(folder: Path, name: str, text: str | None, said: str) -> None:
    if text is not None:
        file = folder / name.partition(":")[0]
        file.write_bytes(text.encode("utf-8", "surrogatepass"))
    with pytest.raises(ConfigError, match=said):
        own(folder, name).load()


CMS: dict[str, Any] = {
    "$schema": "https://frontmatter.codes/frontmatter.schema.json",
    "frontMatter.content.draftField": {"name": "draft", "type": "choice", "choices": ["no", "ok"]},
    "frontMatter.taxonomy.fieldGroups": [
        {"id": "seo", "fields": [{"name": "seoTitle", "type": "string", "required": True}]}
    ],
    "frontMatter.taxonomy.contentTypes": [
        {
            "name": "default",
            "fields": [
                {"title": "Title", "name": "title", "type": "string", "required": True},
                {"name": "", "type": "divider"},
                {"name": "About", "type": "heading"},
                {"name": "date", "type": "datetime"},
                {"name": "preview", "type": "image"},
                {"name": "draft", "type": "draft"},
                {"name": "tags", "type": "tags", "taxonomyLimit": 2},
                {"name": "level", "type": "choice", "choices": ["a", {"id": "b", "title": "B"}]},
                {"name": "kinds", "type": "choice", "choices": ["a", "b"], "multiple": True},
                {"name": "stars", "type": "number", "numberOptions": {"min": 1, "max": 5}},
                {"name": "cover", "type": "fields", "fields": [
                    {"name": "alt", "type": "string", "required": True}]},
                {"name": "anything", "type": "fromTheFuture"},
            ],
        },
        {"name": "Note", "fields": [{"name": "mood", "type": "string", "required": True},
                                    {"name": "x", "type": "fieldCollection", "fieldGroup": "seo"}]},
    ],
}  # fmt: skip


def test_the_settings_of_front_matter_cms(folder: Path) -> None:
    (folder / "frontmatter.json").write_text(json.dumps(CMS))
    schema = own(folder, "frontmatter.json")
    fine = "title: a\ndate: 2024-01-02\ndraft: no\ntags: [a, b]\nlevel: b\nkinds: [a, b]\nstars: 3"
    assert findings(schema, fine.replace("no", "'no'")) == []
    wrong = (
        "date: soon\npreview: null\ndraft: maybe\ntags: [a, b, c]\nlevel: c\nkinds: [a, c]\n"
        "stars: 9\ncover: {src: x}"
    )
    assert [f.message for f in findings(schema, wrong)] == [
        "`title` is missing",
        "`date` should be a date, found `soon`",
        "`draft` should be `no` or `ok`, found `maybe`",
        "`tags` should have at most 2 items, has 3",
        "`level` should be `a` or `b`, found `c`",
        "`kinds`: item 2 should be `a` or `b`, found `c`",
        "`stars` should be from 1 to 5, found `9`",
        "`cover.alt` is missing",
    ]


def test_an_article_names_its_content_type(folder: Path) -> None:
    (folder / "frontmatter.json").write_text(json.dumps(CMS))
    for key in ("fmContentType", "type"):
        found = findings(own(folder, "frontmatter.json"), f"{key}: note")
        assert [f.message for f in found] == ["`mood` is missing", "`seoTitle` is missing"]
    found = findings(own(folder, "frontmatter.json:note"), "title: a\nmood: b")
    assert [f.message for f in found] == ["`seoTitle` is missing"]


def test_a_schema_in_a_file_and_fields_hold_together(folder: Path) -> None:
    schema = own(folder, "post.json", fields={"stars": {"required": True}})
    assert [f.message for f in findings(schema, FINE)] == ["`stars` is missing"]


def test_fields_import_neither_pydantic_nor_jsonschema() -> None:
    program = (
        "import sys\nfrom articlelint.article import Article\n"
        "from articlelint.schema.own import OwnSchema\n"
        "from articlelint.recognition import site_for\n"
        "own = OwnSchema({'headimg': {'type': 'url', 'required': True}, 'x': {'choices': ['a']}})\n"
        "text = '---\\ntitle: a\\nheadimg: https://a.example/\\nx: a\\n---\\n'\n"
        "a = Article(text, 'source/_posts/a.md', site=site_for('.', 'hexo'), own_schema=own)\n"
        "assert a.schema_findings == ()\n"
        "assert a.with_text('').own_schema is own\n"
        "assert not {'pydantic', 'jsonschema', 'typing_extensions'} & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


def test_a_table_that_a_file_knows_may_hold_any_key(folder: Path) -> None:
    (folder / "page.json").write_text('{"properties": {"extra": {"type": "object"}}}')
    text = "[extra]\ndraft = true"
    page = by_name("zola").schema(PurePosixPath("content/a.md"))
    assert findings(own(folder), text, page) != []
    assert findings(own(folder, "page.json"), text, page) == []


def test_a_pattern_that_never_ends_does(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("articlelint.schema.json_file._PATIENCE", 0.05)
    monkeypatch.setattr("articlelint.schema.limits._PATIENCE", 0.05)
    pattern = "^(a+)+$"
    (folder / "slow.json").write_text(json.dumps({"properties": {"b": {"pattern": pattern}}}))
    schema = own(folder, "slow.json", fields={"a": {"pattern": pattern}})
    [of_file, of_setting] = findings(schema, f"a: {'a' * 40}!\nb: {'a' * 40}!")
    assert "which takes longer than 0.05 s" in of_setting.message
    assert "its `pattern` in the settings, `^(a+)+$`" in of_setting.message
    assert "slow.json, which takes longer than 0.05 s" in of_file.message
