from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from articlelint.front_matter import Format, FrontMatter, Scalar, Sequence, Style, parse

FORMATS = frozenset({Format.TOML})


def block(source: str) -> tuple[FrontMatter, str]:
    text = f"+++\n{source}\n+++\nbody\n"
    front_matter = parse(text, formats=FORMATS)
    assert front_matter is not None
    return front_matter, text


@pytest.mark.parametrize(
    ("written", "value", "style"),
    [
        pytest.param('"a b"', "a b", Style.DOUBLE_QUOTED, id="basic string"),
        pytest.param('"a\\tb"', "a\tb", Style.DOUBLE_QUOTED, id="escape"),
        pytest.param("'a\\b'", "a\\b", Style.SINGLE_QUOTED, id="literal string"),
        pytest.param('"""\na "b"\n"""', 'a "b"\n', Style.DOUBLE_QUOTED, id="several lines"),
        pytest.param('"""a""""', 'a"', Style.DOUBLE_QUOTED, id="a quote before three"),
        pytest.param("'''\na'b'''", "a'b", Style.SINGLE_QUOTED, id="literal lines"),
        pytest.param("42", 42, Style.PLAIN, id="integer"),
        pytest.param("0xff", 255, Style.PLAIN, id="hexadecimal"),
        pytest.param("1_000.5", 1000.5, Style.PLAIN, id="fraction"),
        pytest.param("true", True, Style.PLAIN, id="truth"),
        pytest.param("2024-03-14", date(2024, 3, 14), Style.PLAIN, id="date"),
        pytest.param("09:26:53", time(9, 26, 53), Style.PLAIN, id="time"),
        pytest.param(
            "2024-03-14 09:26:53Z",
            datetime(2024, 3, 14, 9, 26, 53, tzinfo=UTC),
            Style.PLAIN,
            id="date with a space",
        ),
    ],
)
def test_values_and_their_places(written: str, value: object, style: Style) -> None:
    front_matter, text = block(f"key = {written}  # comment")
    field = front_matter.get("key")
    assert field is not None
    assert isinstance(field.content, Scalar)
    assert field.value == value
    assert field.content.source == field.value_span.of(text) == written
    assert field.content.style is style


def test_tables_arrays_and_dots() -> None:
    front_matter, text = block(
        'a.b = 1\na."c d" = 2\n[t]\ne = [1, {f = 2}]\n[[l]]\ng = 1\n[[l]]\ng = 2\n[l.m]\nn = 3'
    )
    assert front_matter.data == {
        "a": {"b": 1, "c d": 2},
        "t": {"e": [1, {"f": 2}]},
        "l": [{"g": 1}, {"g": 2, "m": {"n": 3}}],
    }
    written = {path: value.span.of(text) for path, value in front_matter.scalars()}
    assert written["a", "c d"] == "2"
    assert written["t", "e", 1, "f"] == "2"
    assert written["l", 1, "m", "n"] == "3"
    table = front_matter.get("t")
    assert table is not None
    assert table.key_span.of(text) == "t"
    assert table.value_span.of(text) == "[t]\ne = [1, {f = 2}]"
    tables = front_matter.find(("l",))
    assert isinstance(tables, Sequence)
    assert tables.items[1].span.of(text) == "[[l]]\ng = 2\n[l.m]\nn = 3"


def test_duplicate_keys_are_kept() -> None:
    front_matter, text = block('a = 1\nb = "x"\na = 3')
    assert front_matter.problems == ()
    assert [(field.key, field.value) for field in front_matter.fields] == [
        ("a", 1),
        ("b", "x"),
        ("a", 3),
    ]
    assert [field.span.of(text) for field in front_matter.fields if field.key == "a"] == [
        "a = 1",
        "a = 3",
    ]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("a = Hello you", ("unquoted", "Hello you"), id="text without quotes"),
        pytest.param("a: 1", ("colon", ":"), id="colon"),
        pytest.param("a = “b”", ("quotes", "“b”"), id="typographic quotes"),
        pytest.param('a = "b\nc = 1', ("unterminated-quote", '"b'), id="open quote"),
        pytest.param('a = "b "c" d"', ("text-after-quote", '"b "c" d"'), id="quotes inside"),
        pytest.param("a = 'it's'", ("text-after-quote", "'it's'"), id="apostrophe"),
        pytest.param('a = "\\智"', ("bad-escape", "\\智"), id="bad escape"),
        pytest.param("a = 2014-3-5", ("date", "2014-3-5"), id="date without zeros"),
        pytest.param("a = 012", ("number", "012"), id="leading zero"),
        pytest.param("a = True", ("word", "True"), id="capital letter"),
        pytest.param("a =\nb = 1", ("missing-value", ""), id="no value"),
        pytest.param("b = 1\nwords here", ("not-key-value", "words here"), id="words"),
        pytest.param('a = "b\x08c"', ("control-character", "\x08"), id="control character"),
        pytest.param("a = 1\n<<<<<<< HEAD", ("conflict-marker", "<<<<<<< HEAD"), id="conflict"),
        pytest.param("a = [1, 2\nb = 3", ("flow", "["), id="open array"),
        pytest.param('a = ["b", "c"', ("flow", "["), id="open array at the end"),
        pytest.param('a = ["b" "c"]', ("missing-comma", '"'), id="array without a comma"),
        pytest.param("a = [b, 1]", ("unquoted-items", "[b, 1]"), id="array without quotes"),
        pytest.param("[t]\na = 1\n[t]\nb = 2", ("table-twice", "[t]"), id="table declared twice"),
        pytest.param("a = 1\n[t\nb = 2", ("header", "[t"), id="open header"),
        pytest.param("my key = 1", ("spaced-key", "my key"), id="space in a key"),
        pytest.param(
            "a = {b = 1,\n c = 2}", ("inline-table", "{b = 1,\n c = 2}"), id="table of two lines"
        ),
        pytest.param('a = "b\nc"\nd = 1', ("several-lines", '"b\nc"'), id="text of two lines"),
        pytest.param("a = no", ("yes-no", "no"), id="no for false"),
        pytest.param("// a\nb = 1", ("comment", "//"), id="slashes"),
        pytest.param("a" + ".a" * 2000 + " = 1", ("too-deep", "a" + ".a" * 19 + "."), id="dots"),
    ],
)
def test_a_cause_is_named_and_placed(source: str, expected: tuple[str, str]) -> None:
    front_matter, text = block(source)
    assert front_matter.root is None
    found = [(problem.code, problem.span.of(text)) for problem in front_matter.problems]
    assert found == [expected]


def test_each_broken_line_is_found() -> None:
    front_matter, text = block("a = Hello\nb: 1\nc = 1\nd = “x”")
    assert [problem.span.of(text) for problem in front_matter.problems] == ["Hello", ":", "“x”"]
