"""A schema inferred from articles."""

from __future__ import annotations

import datetime as dt
import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlelint.front_matter import ALL_FORMATS, FrontMatter, parse
from articlelint.generators.hexo.schema import Post
from articlelint.schema import inference
from articlelint.schema.inference import observe
from articlelint.schema.model import schema_of


def front_matter(text: str) -> FrontMatter | None:
    return parse(f"---\n{text}\n---\n", formats=ALL_FORMATS)


def infer(texts: list[str], *, folds: bool = False) -> tuple[dict[str, Any], inference.Fitting]:
    observation = inference.Observation()
    for text in texts:
        observation.add(front_matter(text), ignores_key_case=folds, schema=schema_of(Post))
    fitting = inference.Fitting(*inference.deduce(observation))
    for number, text in enumerate(texts):
        fitting.add(
            front_matter(text), f"{number}.md", lambda offset: offset, ignores_key_case=folds
        )
    fitting.relax()
    written = "\n".join(inference.as_toml(observation, fitting, ["title"]))
    fields: dict[str, Any] = tomllib.loads(written).get("front-matter", {}).get("fields", {})
    return fields, fitting


def said(fitting: inference.Fitting) -> list[str]:
    return [f"{each.path}: {each.message}" for each in fitting.outliers]


KINDS = [
    (["true", "false"], "boolean"),
    (["1", "2"], "integer"),
    (["1", "2.5"], "number"),
    (["1.2", "1.2.3"], "text"),
    (["2024-01-02", "2024-01-02 03:04:05"], "date"),
    (["2024-01-02", "soon"], "text"),
    (["https://a.example/", "https://b.example/c"], "url"),
    (["https://a.example/b.png", "/c d.jpg"], "image"),
    (["https://a.example/", "/b/c"], "link"),
    (["a", "[a]"], ["text", "list"]),
    (["a", "true"], ["text", "boolean"]),
    (["{a: b}", "{}"], "mapping"),
    (["", "~"], "any"),
    (["''", "[a]"], ["list", "text"]),
    (["'{{ a }}'", "[a]"], "list"),
]


@pytest.mark.parametrize(("values", "kind"), KINDS, ids=[str(values) for values, _ in KINDS])
def test_the_narrowest_type_that_all_have(values: list[str], kind: str | list[str]) -> None:
    fields, fitting = infer([f"x: {value}" for value in values * 60])
    found = fields["x"]["type"]
    assert (found if isinstance(found, str) else sorted(found)) == (
        kind if isinstance(kind, str) else sorted(kind)
    )
    assert fitting.failing == 0


def test_items_have_a_type_too() -> None:
    fields, _ = infer([f"x: [a{n}, b]\ny: [1, 2]\nz: []" for n in range(60)])
    assert fields["x"]["items"] == "text"
    assert fields["y"]["items"] == "integer"
    assert "items" not in fields["z"]


def test_required_is_what_all_have() -> None:
    fields, _ = infer([f"x: a{n}" + ("\ny: b" if n % 2 else "\nz:") for n in range(30)])
    assert fields["x"]["required"] is True
    assert "required" not in fields["y"]
    assert "required" not in fields["z"]


def test_a_key_that_hardly_any_article_lacks_is_told() -> None:
    texts = [f"title: a{n}\nx: b{n}" for n in range(250)]
    fields, fitting = infer([*texts, "title: a"])
    assert "required" not in fields["x"]
    assert said(fitting) == ["250.md: `x` is missing; 250 of 251 have it"]
    assert fitting.failing == 0


def test_choices_where_they_are_few_and_often_used() -> None:
    fields, _ = infer([f"a: {'yes.' if n % 2 else 'no.'}\nb: w{n % 9}\nc: [u, v]\nd: t{n}"
                       for n in range(108)])  # fmt: skip
    assert sorted(fields["a"]["choices"]) == ["no.", "yes."]
    assert "choices" not in fields["b"]
    assert fields["c"]["choices"] == ["u", "v"]
    assert "choices" not in fields["d"]


def test_a_slip_of_a_choice_stands_out() -> None:
    texts = ["level: beginner", "level: advanced"] * 60
    fields, fitting = infer([*texts, "level: beginer", *["level: guru"] * 2])
    assert sorted(fields["level"]["choices"]) == ["advanced", "beginner", "guru"]
    assert said(fitting) == [
        "120.md: `level` should be `beginner`, `advanced` or `guru`, found `beginer`"
    ]


def test_no_choices_while_new_ones_still_turn_up() -> None:
    texts = ["level: a.", "level: b."] * 20
    fields, _ = infer([*texts, "level: c."])
    assert "choices" not in fields["level"]


def test_an_inner_key_is_not_required_by_a_few_mappings() -> None:
    few, _ = infer([f"title: a{n}\ncover: {{alt: b{n}}}" for n in range(99)])
    many, _ = infer([f"title: a{n}\ncover: {{alt: b{n}}}" for n in range(100)])
    assert "required" not in few["cover.alt"]
    assert many["cover.alt"]["required"] is True


def test_misspelt_keys_stand_out_and_are_no_fields() -> None:
    texts = [f"title: a{n}\ntranslator: b\nfull_link: /c" for n in range(60)]
    wrong = texts[0].replace("translator", "transltor"), texts[0].replace("full_link", "full-link")
    fields, fitting = infer([*texts, *wrong])
    assert set(fields) == {"title", "translator", "full_link"}
    assert fields["translator"]["required"] is True
    assert said(fitting) == [
        "60.md: `transltor` is evidently `translator`",
        "61.md: `full-link` is evidently `full_link`",
    ]
    assert fitting.failing == 2


def test_a_key_beside_the_one_it_looks_like_is_its_own() -> None:
    texts = [f"title: a{n}\ntranslator: b" for n in range(60)]
    _, fitting = infer([*texts, "title: a\ntranslator: b\ntranslater: c"])
    assert said(fitting) == []


def test_a_value_of_another_type_stands_out() -> None:
    texts = [f"weight: {n}\ncover: {{image: /a{n}.png}}" for n in range(120)]
    fields, fitting = infer([*texts, "weight: 4o\ncover: {image: /a.png}"])
    assert fields["cover.image"] == {"type": "image", "required": True}
    assert said(fitting) == ["120.md: `weight` should be a whole number, found the text `4o`"]


def test_of_few_values_no_more_is_said_than_they_can_tell() -> None:
    texts = [f"permalink: a{n}/\ncomments: false\nsort: {n}\nphotos: [/a.png]\nlevel: easy\n"
             f"site: https://a.example/" for n in range(30)]  # fmt: skip
    fields, fitting = infer(texts)
    kinds = {name: table["type"] for name, table in fields.items()}
    assert kinds == {
        "permalink": "text",
        "comments": "boolean",
        "sort": "number",
        "photos": ["list", "text"],  # as Hexo reads it
        "level": "text",
        "site": "link",
    }
    assert not any("choices" in table for table in fields.values())
    (level,) = [each for each in fitting.fields if each.name == "level"]
    assert level.notes == ["so far easy"]


def test_what_the_generator_takes_does_not_stand_out() -> None:
    fields, fitting = infer([*["categories: [a, b]"] * 60, "categories: a"])
    assert sorted(fields["categories"]["type"]) == ["list", "text"]
    assert said(fitting) == []


def test_dates_that_cannot_be_stand_out() -> None:
    _, fitting = infer([*["d: 2018-02-03 23:50:48"] * 60, "d: 2018-02-31 23:50:48"])
    assert said(fitting) == ["60.md: `d` should be a date, found `2018-02-31 23:50:48`"]


def test_how_dates_are_written() -> None:
    observation = inference.Observation()
    for text in ["2024-01-02"] * 3 + ["2024-1-2 3:04", "Sun, 09 May 2021 23:21:00 GMT"]:
        observation.add(front_matter(f"d: {text}"))
    (field,), _ = inference.deduce(observation)
    assert field.notes == [
        "written YYYY-MM-DD (3), YYYY-M-D hh:mm (1), a date as in e-mail and RSS (1)"
    ]


def test_so_few_articles_that_one_is_too_many_are_allowed_for() -> None:
    texts = ["x: [a, b, c, d]"] * 6 + ["x: [a, [b], c]"]
    fields, fitting = infer(texts)
    assert fields["x"] == {"type": "any"}
    assert fitting.failing == 0
    assert said(fitting) == ["6.md: `x`: item 2 should be text, found a list"]


def test_keys_in_any_case_are_one() -> None:
    texts = [f"Title: a{n}" if n % 3 else f"title: a{n}" for n in range(30)]
    fields, fitting = infer(texts, folds=True)
    assert fields == {"Title": {"type": "text", "required": True}}
    assert fitting.failing == 0


def test_rare_keys_and_mappings_that_hold_data_are_no_fields() -> None:
    texts = [f"title: a{n}\nterms: {{k{n}: v}}" for n in range(60)]
    fields, _ = infer([*texts, "title: b\nterms: {}\nmood: c"])
    assert set(fields) == {"title", "terms"}


def test_articles_without_front_matter_count_for_nothing() -> None:
    observation = inference.Observation()
    for each in (
        None,
        parse("---\n- a\n---\n"),
        parse("---\na: b: c\n---\n"),
        front_matter("a: b"),
    ):
        observation.add(each)
    assert (observation.articles, observation.with_front_matter) == (4, 1)
    fields, _ = inference.deduce(observation)
    assert [each.name for each in fields] == ["a"]


def test_nothing_comes_of_nothing() -> None:
    assert infer([])[0] == {}


def test_memory_does_not_grow_with_the_articles() -> None:
    observation = inference.Observation()
    for number in range(observe.MOST_KEYS + 500):
        observation.add(front_matter(f"title: t{number}\nkey{number}: v\ntags: [t{number}]"))
    assert len(observation.keys) == observe.MOST_KEYS
    assert observation.overflowing
    title, tags = observation.keys["title"], observation.keys["tags"]
    assert title.values.texts is None
    assert tags.items.texts is None
    assert len(title.beside) <= 5
    fields, _ = inference.deduce(observation)
    assert [each.name for each in fields] == ["tags", "title"]


def test_only_so_many_outliers_of_a_key_are_kept() -> None:
    texts = [f"w: {n}" for n in range(4000)] + ["w: x"] * 40
    _, fitting = infer(texts)
    assert len(fitting.outliers) == 20
    assert fitting.left_out == 20


@pytest.mark.slow
@given(
    st.lists(
        st.dictionaries(
            st.text(max_size=8),
            st.text(max_size=8)
            | st.integers()
            | st.booleans()
            | st.dates(dt.date(1900, 1, 1))
            | st.lists(st.text(max_size=5), max_size=3)
            | st.dictionaries(st.text(max_size=5), st.integers(), max_size=3),
            max_size=4,
        ),
        max_size=40,
    )
)
def test_whatever_articles_hold_the_table_is_toml_and_they_fit(rows: list[dict[str, Any]]) -> None:
    import yaml

    texts = [yaml.safe_dump(row, allow_unicode=True) for row in rows]
    _, fitting = infer(texts)
    assert fitting.failing <= max(1, len(rows) * 0.03)
