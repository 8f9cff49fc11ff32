from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from articlelint.front_matter import Format, FrontMatter, Mapping, Scalar, Sequence, Style, parse
from articlelint.text.span import Span


def block(source: str) -> FrontMatter:
    front_matter = parse(f"---\n{source}---\n", formats={Format.YAML})
    assert front_matter is not None
    assert front_matter.problems == ()
    return front_matter


def scalar(source: str) -> Scalar:
    field = block(source).get("key")
    assert field is not None
    assert isinstance(field.content, Scalar)
    return field.content


@pytest.mark.parametrize(
    ("source", "value"),
    [
        pytest.param("key: text\n", "text", id="text"),
        pytest.param("key: 'it''s'\n", "it's", id="single quotes"),
        pytest.param('key: "a\\tb"\n', "a\tb", id="double quotes"),
        pytest.param("key: 42\n", 42, id="number"),
        pytest.param("key: 1.5\n", 1.5, id="fraction"),
        pytest.param("key: yes\n", True, id="YAML 1.1 truth"),
        pytest.param("key: 012\n", 10, id="YAML 1.1 octal"),
        pytest.param("key:\n", None, id="nothing"),
        pytest.param("key: ~\n", None, id="tilde"),
        pytest.param("key: 2024-03-14\n", date(2024, 3, 14), id="date"),
        pytest.param(
            "key: 2024-03-14 09:26:53Z\n", datetime(2024, 3, 14, 9, 26, 53, tzinfo=UTC), id="time"
        ),
        pytest.param("key: 2024-13-45\n", "2024-13-45", id="no such month"),
        pytest.param("key: 2018-02-31\n", "2018-02-31", id="no such day"),
        pytest.param("key: !!int x\n", "x", id="no such number"),
        pytest.param("key: !!str 12\n", "12", id="a tag of YAML's own"),
        pytest.param("key: =\n", "=", id="equals sign"),
        pytest.param(f"key: {'9' * 5000}\n", "9" * 5000, id="more digits than Python takes"),
    ],
)
def test_values(source: str, value: object) -> None:
    assert scalar(source).value == value


@pytest.mark.parametrize(
    ("source", "written", "style"),
    [
        pytest.param("key:   text   # c\n", "text", Style.PLAIN, id="comment left off"),
        pytest.param("key: 'a'\n", "'a'", Style.SINGLE_QUOTED, id="single quotes"),
        pytest.param('key: "a"\n', '"a"', Style.DOUBLE_QUOTED, id="double quotes"),
        pytest.param("key: |\n  a\n  b\n", "|\n  a\n  b", Style.LITERAL, id="literal"),
        pytest.param("key: >-\n  a\n\nb: 1\n", ">-\n  a", Style.FOLDED, id="folded"),
        pytest.param("key: a\n  b\nc: 1\n", "a\n  b", Style.PLAIN, id="over two lines"),
        pytest.param("key: &x text\n", "text", Style.PLAIN, id="anchor left off"),
        pytest.param("key: !!str 'x'\n", "'x'", Style.SINGLE_QUOTED, id="tag left off"),
        pytest.param("key: 智😀 b\n", "智😀 b", Style.PLAIN, id="any script"),
    ],
)
def test_spans_of_values(source: str, written: str, style: Style) -> None:
    value = scalar(source)
    assert value.source == written
    assert value.style is style
    assert value.span.of(f"---\n{source}---\n") == written


def test_no_value_is_the_place_after_the_colon() -> None:
    assert scalar("key:\nother: 1\n").span == Span.at(8)


def test_an_empty_item_is_the_place_after_the_dash() -> None:
    items = block("key:\n  -\n  - a\n").get("key")
    assert items is not None
    assert isinstance(items.content, Sequence)
    assert [item.span for item in items.content.items] == [Span.at(12), Span(17, 18)]


def test_everything_has_its_place_at_any_depth() -> None:
    source = "a:\n- b: [c, {d: e}]\n  f:\n    - g\nh: {i: j}\n"
    text = f"---\n{source}---\n"
    front_matter = block(source)
    written = {path: value.span.of(text) for path, value in front_matter.scalars()}
    assert written == {
        ("a", 0, "b", 0): "c",
        ("a", 0, "b", 1, "d"): "e",
        ("a", 0, "f", 0): "g",
        ("h", "i"): "j",
    }
    found = {
        path: value.span.of(text)
        for path in [("a",), ("a", 0), ("a", 0, "b"), ("a", 0, "b", 1), ("a", 0, "f"), ("h",)]
        if (value := front_matter.find(path))
    }
    assert found == {
        ("a",): "- b: [c, {d: e}]\n  f:\n    - g",
        ("a", 0): "b: [c, {d: e}]\n  f:\n    - g",
        ("a", 0, "b"): "[c, {d: e}]",
        ("a", 0, "b", 1): "{d: e}",
        ("a", 0, "f"): "- g",
        ("h",): "{i: j}",
    }
    lists = front_matter.find(("a", 0, "b"))
    assert isinstance(lists, Sequence)
    assert lists.flow


def test_duplicate_keys_are_kept() -> None:
    front_matter = block("a: 1\nb: 2\na: 3\n")
    assert [field.key for field in front_matter.fields] == ["a", "b", "a"]
    assert front_matter.data == {"a": 3, "b": 2}


@pytest.mark.parametrize(
    ("source", "key", "written"),
    [
        pytest.param("2024: x\n", "2024", "2024", id="number"),
        pytest.param("true: x\n", "true", "true", id="truth"),
        pytest.param('"a b": x\n', "a b", '"a b"', id="quoted"),
        pytest.param("? a\n: x\n", "a", "a", id="explicit"),
        pytest.param("&k a: x\nb: *k\n", "a", "a", id="anchored"),
        pytest.param("a b : x\n", "a b", "a b", id="blank before the colon"),
    ],
)
def test_keys_are_their_text(source: str, key: str, written: str) -> None:
    field = block(source).fields[0]
    assert field.key == key
    assert field.key_span.of(f"---\n{source}---\n") == written
    assert field.value == "x"


def test_an_alias_has_the_value_of_its_anchor_and_a_place_of_its_own() -> None:
    source = "a: &x [1, 2]\nb: *x\nc: [*x, *x]\n"
    text = f"---\n{source}---\n"
    front_matter = block(source)
    assert front_matter.data == {"a": [1, 2], "b": [1, 2], "c": [[1, 2], [1, 2]]}
    aliases = [front_matter.find(path) for path in (("b",), ("c", 0), ("c", 1))]
    assert [value.span.of(text) for value in aliases if value] == ["*x", "*x", "*x"]
    assert len({value.span for value in aliases if value}) == 3


def test_merge_keys_are_worked_out() -> None:
    front_matter = block(
        "base: &b {a: 1, c: 2}\nmore: &m {a: 5, e: 6}\nx:\n  <<: *b\n  a: 3\ny:\n  <<: [*b, *m]\n"
    )
    assert front_matter.data["x"] == {"a": 3, "c": 2}
    assert front_matter.data["y"] == {"a": 1, "c": 2, "e": 6}
    inner = front_matter.find(("x",))
    assert isinstance(inner, Mapping)
    assert [field.key for field in inner.fields] == ["c", "a"]


def test_laughs_are_bounded() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    text = "\n".join(["---", *lines, "---", ""])
    front_matter = parse(text, formats={Format.YAML})
    assert front_matter is not None
    assert front_matter.root is None
    assert [problem.code for problem in front_matter.problems] == ["alias"]


def test_an_alias_within_its_own_anchor_is_a_problem() -> None:
    text = "---\na: &x [1, *x]\n---\n"
    front_matter = parse(text, formats={Format.YAML})
    assert front_matter is not None
    assert [problem.span.of(text) for problem in front_matter.problems] == ["*x"]
