from __future__ import annotations

import pytest

from articlelint.front_matter import Format, FrontMatter, Style, parse

FORMATS = frozenset({Format.JSON})


def block(text: str) -> FrontMatter:
    front_matter = parse(text, formats=FORMATS)
    assert front_matter is not None
    return front_matter


def test_values_and_their_places() -> None:
    text = '{\n  "a": "d\\u00e9",\n  "b": [1, 2.5, true, null],\n  "c": {"d": -1e3}\n}\n\nbody\n'
    front_matter = block(text)
    assert front_matter.problems == ()
    assert front_matter.data == {"a": "dé", "b": [1, 2.5, True, None], "c": {"d": -1000.0}}
    assert {path: value.source for path, value in front_matter.scalars()} == {
        ("a",): '"d\\u00e9"',
        ("b", 0): "1",
        ("b", 1): "2.5",
        ("b", 2): "true",
        ("b", 3): "null",
        ("c", "d"): "-1e3",
    }
    assert [field.key_span.of(text) for field in front_matter.fields] == ['"a"', '"b"', '"c"']
    assert all(value.source == value.span.of(text) for _, value in front_matter.scalars())
    assert front_matter.span.of(text).endswith("}\n")
    assert front_matter.content.of(text).endswith("}")
    assert next(value for _, value in front_matter.scalars()).style is Style.DOUBLE_QUOTED


def test_duplicate_keys_are_kept() -> None:
    front_matter = block('{"a": 1, "a": 2}\n')
    assert [field.value for field in front_matter.fields] == [1, 2]
    assert front_matter.data == {"a": 2}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param('{"a": 1,}\n', [("trailing-comma", ",")], id="a comma too many"),
        pytest.param('{"a": [1,]}\n', [("trailing-comma", ",")], id="a comma too many in a list"),
        pytest.param('{\n"a": 1\n"b": 2\n}\n', [("missing-comma", "1")], id="a comma too few"),
        pytest.param("{\n'a': 1\n}\n", [("quotes", "'a'")], id="single quotes"),
        pytest.param('{\n"a": “b”\n}\n', [("quotes", "“b”")], id="typographic quotes"),
        pytest.param('{\na: "b"\n}\n', [("unquoted", "a")], id="a key without quotes"),
        pytest.param('{"a": b c}\n', [("unquoted", "b c")], id="a text without quotes"),
        pytest.param('{"a": True}\n', [("word", "True")], id="capital letter"),
        pytest.param('{"a": 01}\n', [("number", "01")], id="leading zero"),
        pytest.param('{"a": 1} // b\n', [], id="text after the object is body"),
        pytest.param('{\n// b\n"a": 1}\n', [("comment", "// b")], id="comment"),
        pytest.param('{"a": "b\n}\n', [("unterminated-quote", '"b')], id="open quote"),
        pytest.param('{"a": "C:\\dir"}\n', [("bad-escape", "\\d")], id="bad escape"),
        pytest.param('{"a": "b\tc"}\n', [("control-character", "\t")], id="tab in quotes"),
        pytest.param('{\n"a" = 1\n}\n', [("colon", "=")], id="equals sign"),
        pytest.param('{\n"a": [1\n\nprose\n', [("flow", "[")], id="open list"),
        pytest.param('{\n"a": 1\n\nprose\n', [("flow", "{")], id="open object"),
    ],
)
def test_causes_are_named_and_placed(text: str, expected: list[tuple[str, str]]) -> None:
    front_matter = block(text)
    found = [(problem.code, problem.span.of(text)) for problem in front_matter.problems]
    assert found == expected


def test_a_broken_object_ends_with_its_brace() -> None:
    text = '{\n"a": 1,\n"b": x\n}\n\nbody {"c": 1}\n'
    assert text[block(text).span.end :] == '\nbody {"c": 1}\n'


def test_problems_are_bounded() -> None:
    assert len(block('{"a": [' + "x," * 1000 + "1]}\n").problems) == 50


def test_hexo_json_is_read_to_its_fence() -> None:
    text = ';;;\n"a": "x",\n"b": [1],\n;;;\nbody'
    front_matter = block(text)
    assert [problem.code for problem in front_matter.problems] == ["trailing-comma"]
    assert text[front_matter.span.end :] == "body"
