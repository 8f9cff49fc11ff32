"""Fields as a configuration describes them."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

import pytest

from articlelint.front_matter import ALL_FORMATS, parse
from articlelint.generators import by_name
from articlelint.schema.check import check
from articlelint.schema.fields import TYPES, problem_of
from articlelint.schema.own import OwnSchema

if TYPE_CHECKING:
    from articlelint.schema.finding import SchemaFinding

POSTS = {"hexo": "source/_posts/a.md", "hugo": "content/a.md", "zola": "content/_index.md"}


def findings(
    fields: dict[str, dict[str, Any]], text: str, generator: str = "", **said: bool
) -> tuple[SchemaFinding, ...]:
    known = by_name(generator) if generator else None
    typed_dict = known.schema(PurePosixPath(POSTS[generator])) if known else None
    own = OwnSchema(fields, (), explicit=True, **said)
    front_matter = parse(f"---\n{text}\n---\n", formats=ALL_FORMATS)
    assert front_matter is not None
    schema = own.over(
        typed_dict,
        dates=known.date_keys if known else (),
        titles=known.title_keys if known else (),
    )
    assert schema is not None
    folds = known.ignores_key_case if known else False
    return check(schema, front_matter, ignores_key_case=folds)


def messages(fields: dict[str, dict[str, Any]], text: str, generator: str = "") -> list[str]:
    return [finding.message for finding in findings(fields, text, generator)]


FITTING = [
    ("text", "a"),
    ("text", "2024"),
    ("text", "'{{ made }}'"),
    ("string", "'2024'"),
    ("boolean", "true"),
    ("number", "1.5"),
    ("number", "1"),
    ("integer", "-1"),
    ("date", "2024-01-02"),
    ("date", "Sun, 09 May 2021 23:21:00 GMT"),
    ("list", "[a, 1]"),
    ("mapping", "{a: b}"),
    ("url", "https://a.example/b?c#d"),
    ("url", "''"),
    ("link", "/a/b/"),
    ("link", "../a.md"),
    ("image", "/my images/a.png"),
    ("slug", "你好-world_2.0"),
    ("email", "a.b@c.example"),
    ("any", "{a: [b]}"),
]


@pytest.mark.parametrize(("kind", "value"), FITTING, ids=[f"{k} {v}" for k, v in FITTING])
def test_values_that_fit(kind: str, value: str) -> None:
    assert messages({"x": {"type": kind}}, f"x: {value}") == []
    assert messages({"x": {"type": kind}}, "x:") == []


@pytest.mark.parametrize("kind", [kind for kind in TYPES if kind != "any"])
def test_no_type_but_mapping_takes_a_mapping(kind: str) -> None:
    assert len(messages({"x": {"type": kind}}, "x: {a: b}")) == (kind != "mapping")


WRONG: list[tuple[dict[str, Any], str, str]] = [
    ({"type": "url"}, "/a.png", "should be a URL with https://, found `/a.png`"),
    ({"type": "url"}, "[a]", "should be a URL with https://, found a list"),
    ({"type": "link"}, "undefined", "should be a URL or a path, found `undefined`"),
    ({"type": "email"}, "a at b", "should be an e-mail address, found `a at b`"),
    ({"type": "slug"}, "a b", "should be a slug of letters, digits and hyphens, found `a b`"),
    ({"type": "date"}, "2024-02-31", "should be a date, found `2024-02-31`"),
    ({"type": "date"}, "soon", "should be a date, found `soon`"),
    ({"type": "string"}, "2024", "should be text, found the number `2024`"),
    ({"type": "boolean"}, "'true'", "should be `true` or `false`, found the text `'true'`"),
    ({"type": "integer"}, "1.5", "should be a whole number, found the number `1.5`"),
    ({"type": "list"}, "a, b", "should be a list, found the text `a, b`"),
    ({"type": ["text", "list"]}, "{a: b}", "should be text or a list, found a mapping"),
    ({"type": "list", "items": "url"}, "[x]", ": item 1 should be a URL with https://, found `x`"),
    ({"items": "text"}, "a", "should be a list, found the text `a`"),
    ({"choices": ["easy", "hard"]}, "hrad", "should be `easy` or `hard`, found `hrad`"),
    ({"choices": [1, 2]}, "3", "should be `1` or `2`, found `3`"),
    ({"choices": [True]}, "1", "should be `true`, found `1`"),
    ({"type": "list", "choices": ["a"]}, "[a, b]", ": item 2 should be `a`, found `b`"),
    ({"pattern": "^[a-z]"}, "Aa", "should match `^[a-z]`, found `Aa`"),
    ({"pattern": "^[a-z]", "expected": "be lower case"}, "A", "should be lower case, found `A`"),
    ({"min": 1, "max": 5}, "6", "should be from 1 to 5, found `6`"),
    ({"min": 1}, "0", "should be at least 1, found `0`"),
    ({"max": 1.5}, "2", "should be at most 1.5, found `2`"),
    ({"min-length": 3}, "ab", "should have at least 3 characters, has 2"),
    ({"max-length": 1}, "你好", "should have at most one character, has 2"),
    ({"min-items": 1}, "[]", "should have at least one item, has none"),
    ({"max-items": 1}, "[a, b]", "should have at most one item, has 2"),
    ({"required": True}, "", "has no value, and needs one"),
    ({"required": True}, "' '", "has no value, and needs one"),
    ({"required": True}, "[]", "has no value, and needs one"),
]


@pytest.mark.parametrize(("table", "value", "said"), WRONG, ids=[f"{t} {v}" for t, v, _ in WRONG])
def test_values_that_do_not_fit(table: dict[str, Any], value: str, said: str) -> None:
    separator = "" if said.startswith(":") else " "
    assert messages({"x": table}, f"x: {value}") == [f"`x`{separator}{said}"]


def test_many_choices_are_not_all_listed() -> None:
    (message,) = messages({"x": {"choices": [f"c{n}" for n in range(30)]}}, "x: d")
    assert message.endswith("`c7` and 22 others, found `d`")


@pytest.mark.parametrize(
    ("written", "suggestion"),
    [("Draft", "draft"), ("drfat", "draft"), ("publshed", "published"), ("gone", None)],
)
def test_a_slip_of_a_choice_has_a_suggestion(written: str, suggestion: str | None) -> None:
    (found,) = findings({"x": {"choices": ["draft", "published"]}}, f"x: {written}")
    assert found.suggestion == suggestion


def test_a_required_key_that_is_missing() -> None:
    fields = {"headimg": {"required": True, "description": "The image on top."}}
    (found,) = findings(fields, "title: a")
    assert (found.kind, found.message, found.hint) == (
        "missing-key",
        "`headimg` is missing",
        "The image on top.",
    )


def test_dots_lead_into_mappings_and_lists_of_them() -> None:
    fields: dict[str, dict[str, Any]] = {
        "cover.image": {"type": "image", "required": True},
        "cover.credit.url": {"type": "url"},
        "parts": {"type": "list", "items": "mapping"},
        "parts.name": {"type": "string"},
    }
    text = "cover: {alt: a, credit: {url: b}}\nparts: [{name: 1}, {name: c}]"
    assert messages(fields, text) == [
        "`cover.image` is missing",
        "`cover.credit.url` should be a URL with https://, found `b`",
        "`parts.name`: item 1 should be text, found the number `1`",
    ]
    assert messages(fields, "cover: a") == ["`cover` should be a mapping, found the text `a`"]


def test_a_field_adds_to_what_the_generator_says() -> None:
    fields = {"tags": {"max-items": 2}, "title": {"max-length": 3}}
    said = messages(fields, "title: long\ntags: a, b\ndescription: x", "hexo")
    assert said == [
        "`title` should have at most 3 characters, has 4",
        "`tags` should be a list, found the text `a, b`, which is a single term",
    ]
    assert messages(fields, "title: a\ntags: [a, b, c]", "hexo") == [
        "`tags` should have at most 2 items, has 3"
    ]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("extra.draft", "[extra]\ndraft = true"),
        ("extra.a.draft", "[extra.a]\ndraft = true"),
    ],
)
def test_a_field_of_a_table_is_none_of_the_page(name: str, text: str) -> None:
    text = f'title = "a"\n{text}'
    path = name.removesuffix(".draft")
    assert messages({}, text, "zola") == [
        f"`draft` is in the table `{path}`; it belongs above the first table"
    ]
    assert messages({name: {"type": "boolean"}}, text, "zola") == []


def test_a_type_takes_the_place_of_the_generators() -> None:
    assert messages({"tags": {"type": "text"}}, "title: a\ntags: a, b", "hexo") == []
    assert messages({"title": {"required": False}}, "date: 2024-01-02", "hexo") == []


def test_a_text_among_the_types_of_a_list_is_still_one_term() -> None:
    either = {"tags": {"type": ["list", "text"]}}
    assert messages(either, "title: a\ntags: b, c", "hexo") == [
        "`tags` should be a list, found the text `b, c`, which is a single term"
    ]
    assert messages({"tags": {"type": "text"}}, "title: a\ntags: b, c", "hexo") == []


def test_dates_and_titles_of_the_generator_are_the_matter_of_other_rules() -> None:
    fields: dict[str, dict[str, Any]] = {
        "date": {"type": "date", "required": True},
        "title": {"required": True},
        "reviewed": {"type": "date"},
    }
    text = "title:\ndate: 2024-02-31\nreviewed: 2024-02-31"
    assert messages(fields, text, "hexo") == ["`reviewed` should be a date, found `2024-02-31`"]


def test_keys_in_any_case_for_generators_that_ignore_it() -> None:
    fields = {"HeadImg": {"type": "url", "required": True}}
    assert messages(fields, "title: a\nheadimg: b", "hugo") == [
        "`headimg` should be a URL with https://, found `b`"
    ]
    assert messages(fields, "title: a\nHEADIMG: https://b.example/", "hugo") == []


def test_a_near_miss_of_an_own_key_is_one_finding() -> None:
    found = findings({"translator": {"type": "text", "required": True}}, "transltor: a")
    assert [(f.kind.value, f.suggestion) for f in found] == [("unknown-key", "translator")]


def test_other_keys_are_reported_where_that_is_wanted() -> None:
    own: dict[str, dict[str, Any]] = {"headimg": {"type": "url"}}
    assert findings(own, "title: a\nmood: b", "hexo") == ()
    (found,) = findings(own, "title: a\nmood: b\nheadimg:", "hexo", closed=True)
    assert found.message == "`mood` is not a key of a page of this site, which allows no other keys"


def test_without_the_generators_schema() -> None:
    assert findings({}, "tags: a, b", "hexo", built_in=False) == ()


def test_deprecated_keys_name_their_successor() -> None:
    fields: dict[str, dict[str, Any]] = {
        "img": {"deprecated": True, "successor": "headimg"},
        "pic": {"deprecated": "headimg replaces it"},
    }
    first, second = findings(fields, "img: a\npic: b")
    assert (first.kind, first.suggestion) == ("deprecated-key", "headimg")
    assert second.message == "`pic` is deprecated: headimg replaces it"


def test_folders_of_other_programs_only_where_they_are_named() -> None:
    fields = {"x": {"required": True}}
    assert OwnSchema(fields).over(None) is None
    assert OwnSchema(fields, explicit=True).over(None) is not None


@pytest.mark.parametrize(
    ("table", "attribute", "said"),
    [
        ({"type": "urls"}, "type", "did you mean `url`?"),
        ({"items": ["text", "zzz"]}, "items", "choose from `text`, `string`"),
        ({"pattern": "("}, "pattern", "not a regular expression"),
        ({"choices": []}, "choices", "no value would be valid"),
        ({"min": 2, "max": 1}, "min", "greater than `max`"),
        ({"min-items": 2, "max-items": 1}, "min-items", "greater than `max-items`"),
    ],
)
def test_tables_that_make_no_sense(table: dict[str, Any], attribute: str, said: str) -> None:
    problem = problem_of("x", table)
    assert problem is not None
    assert problem[0] == attribute
    assert said in problem[1]


def test_names_with_empty_parts_make_no_sense() -> None:
    assert problem_of("a..b", {}) is not None
    assert problem_of("a.b", {"type": "text"}) is None


@pytest.mark.parametrize("kind", ["url", "link", "image", "slug", "email", "date"])
def test_a_long_value_takes_no_long_time(kind: str) -> None:
    for text in ("a" * 1_000_000, "a@" * 500_000, "https://" + "a:" * 500_000, "a " * 500_000):
        findings({"x": {"type": kind}}, f"x: {text}")
