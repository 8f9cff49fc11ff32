"""What holds for any text: nothing crashes, and every span lies where it says."""

from __future__ import annotations

import json
import math
import tomllib

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from articlelint.front_matter import Format, FrontMatter, Mapping, Scalar, Sequence, Value, parse
from articlelint.front_matter.yaml.read import compose
from tests.growth import assert_linear

WORDS = [
    "---",
    "+++",
    ";;;",
    "----",
    "—-",
    "...",
    "title",
    ": ",
    ":",
    " = ",
    "\n",
    "\n",
    "\n  ",
    "\r\n",
    "\t",
    "- ",
    "[",
    "]",
    "{",
    "}",
    ", ",
    '"',
    "'",
    "\\",
    "|\n",
    ">-\n",
    "#",
    " # c",
    "&a ",
    "*a",
    "<<: *a",
    "!t ",
    "!!str ",
    "? ",
    "@",
    "%",
    "`",
    "{{ x }}",
    "2024-13-45",
    "2024-03-14",
    "12:30",
    "0x",
    "智",
    "😀",
    "\ufeff",
    "\x00",
    "\x85",
    "\u2028",
    "：",
    "\u3000",
    "<<<<<<< HEAD",
    "true",
    "1.5",
    "<title>",
    "</title>",
    '<meta name="date" content="',
    "<head>",
    "null",
]
SOUP = st.lists(st.sampled_from(WORDS), max_size=25).map("".join)
ANY = st.one_of(
    SOUP,
    st.text(max_size=60),
    SOUP.map(lambda soup: f"---\n{soup}\n---\nbody\n"),
    SOUP.map(lambda soup: f"---\na: 1\nb: {soup}\n---\nbody\n"),
    SOUP.map(lambda soup: f"+++\na = 1\nb = {soup}\n+++\nbody\n"),
    SOUP.map(lambda soup: f'{{"a": 1, "b": {soup}}}\nbody\n'),
    SOUP.map(lambda soup: f';;;\n"a": {soup}\n;;;\nbody\n'),
    SOUP.map(lambda soup: f"<head>{soup}</head>"),
)
FORMATS = st.sets(st.sampled_from(sorted(Format)))


def check(front_matter: FrontMatter, text: str) -> None:
    whole = front_matter.span
    assert 0 <= whole.start <= whole.end <= len(text)
    assert whole.encloses(front_matter.content)
    for fence in (front_matter.opening, front_matter.closing):
        assert fence is None or whole.encloses(fence)
    for problem in front_matter.problems:
        assert front_matter.content.start <= problem.span.start
        assert problem.span.end <= front_matter.content.end
        assert problem.message
        assert not problem.message.endswith(".")
        for span, _ in problem.related:
            assert front_matter.content.encloses(span)
    for defect in front_matter.fence_defects:
        assert 0 <= defect.span.start <= defect.span.end <= len(text)
        assert defect.span.of(text) != defect.replacement
    if front_matter.problems:
        assert front_matter.root is None
        assert front_matter.top_level is None
    for value in (front_matter.root, front_matter.top_level):
        if value is not None:
            check_value(value, text)


def check_value(value: Value, text: str) -> None:
    assert 0 <= value.span.start <= value.span.end <= len(text)
    if isinstance(value, Scalar):
        assert value.source == value.span.of(text)
    elif isinstance(value, Sequence):
        for item in value.items:
            check_value(item, text)
    else:
        for field in value.fields:
            assert 0 <= field.key_span.start <= field.key_span.end <= len(text)
            check_value(field.content, text)


@settings(max_examples=600)
@given(text=ANY, formats=FORMATS, hexo=st.booleans(), html=st.booleans())
def test_no_text_crashes_and_every_span_lies_in_it(
    *, text: str, formats: set[Format], hexo: bool, html: bool
) -> None:
    front_matter = parse(text, formats=formats, optional_opening_fence=hexo, html=html)
    if front_matter is not None:
        assert front_matter.format in formats or front_matter.format is Format.JSON
        check(front_matter, text)


@settings(max_examples=600)
@given(SOUP)
def test_yaml_has_problems_exactly_where_the_loader_fails(soup: str) -> None:
    text = f"---\nkey: 1\n{soup}\n---\n"
    front_matter = parse(text, formats={Format.YAML})
    if front_matter is None or front_matter.fence_defects or front_matter.unclosed:
        return
    content = front_matter.content.of(text)
    try:
        node = compose(content)
    except (yaml.YAMLError, ValueError):
        assert front_matter.problems
        return
    if not front_matter.problems:
        assert (node is None) == (front_matter.root is None and front_matter.top_level is None)


PLAIN = st.text(st.characters(exclude_categories=["C", "Z"]) | st.just(" "), max_size=20)
SCALARS = st.one_of(
    PLAIN,
    st.integers(-(10**12), 10**12),
    st.booleans(),
    st.none(),
    st.floats(allow_nan=False),
    st.dates(),
)
KEYS = st.text(
    st.characters(categories=["L", "N"]) | st.sampled_from("_-. "), min_size=1, max_size=12
)
VALUES: st.SearchStrategy[object] = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)
DATA = st.dictionaries(KEYS, VALUES, min_size=1, max_size=6)


def scalars(value: Value) -> list[Scalar]:
    if isinstance(value, Scalar):
        return [value]
    if isinstance(value, Sequence):
        return [scalar for item in value.items for scalar in scalars(item)]
    return [scalar for field in value.fields for scalar in scalars(field.content)]


def check_keys(value: Value, text: str) -> None:
    if isinstance(value, Mapping):
        for field in value.fields:
            written = field.key_span.of(text)
            assert written.strip("? \n").startswith(("'", '"', "|", ">")) or written == field.key
            assert field.key_span.end <= field.value_span.start
            check_keys(field.content, text)
    elif isinstance(value, Sequence):
        for item in value.items:
            check_keys(item, text)


@pytest.mark.slow
@settings(max_examples=300)
@given(
    data=DATA, flow=st.booleans(), escaped=st.booleans(), newline=st.sampled_from(["\n", "\r\n"])
)
def test_yaml_values_are_those_of_the_safe_loader(
    *, data: dict[str, object], flow: bool, escaped: bool, newline: str
) -> None:
    dumped = yaml.safe_dump(
        data, default_flow_style=flow, allow_unicode=not escaped, sort_keys=False
    )
    text = f"---\n{dumped}---\nbody\n".replace("\n", newline)
    front_matter = parse(text, formats={Format.YAML})
    assert front_matter is not None
    check(front_matter, text)
    assert front_matter.root is not None, front_matter
    expected = yaml.safe_load(dumped)
    assert front_matter.data == {str_key(key): value for key, value in expected.items()} or any(
        not isinstance(key, str) for key in keys_of(expected)
    )
    check_keys(front_matter.root, text)
    for scalar in scalars(front_matter.root):
        if scalar.source:
            alone = yaml.safe_load(f"k: {scalar.source}\n")["k"]
            assert alone == scalar.value or scalar.source[0] in "|>"


def str_key(key: object) -> str:
    return key if isinstance(key, str) else str(key)


def keys_of(value: object) -> list[object]:
    if isinstance(value, dict):
        return [*value, *(key for inner in value.values() for key in keys_of(inner))]
    if isinstance(value, list):
        return [key for inner in value for key in keys_of(inner)]
    return []


JSON_VALUES: st.SearchStrategy[object] = st.recursive(
    st.text(max_size=20) | st.integers() | st.booleans() | st.none() | st.floats(allow_nan=False),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=12,
)


@pytest.mark.slow
@given(
    data=st.dictionaries(st.text(max_size=9), JSON_VALUES, min_size=1, max_size=6),
    indent=st.sampled_from([None, 1, 4]),
    escaped=st.booleans(),
)
def test_json_values_are_those_of_the_standard_library(
    *, data: dict[str, object], indent: int | None, escaped: bool
) -> None:
    dumped = (
        json.dumps(data, indent=indent, ensure_ascii=escaped, allow_nan=False)
        if all(math.isfinite(number) for number in numbers(data))
        else "{}"
    )
    text = f"---json\n{dumped}\n---\nbody\n"
    front_matter = parse(text, formats={Format.JSON, Format.YAML})
    assert front_matter is not None
    check(front_matter, text)
    assert front_matter.data == json.loads(dumped)


def numbers(value: object) -> list[float]:
    if isinstance(value, dict):
        return [number for inner in value.values() for number in numbers(inner)]
    if isinstance(value, list):
        return [number for inner in value for number in numbers(inner)]
    return [value] if isinstance(value, float) else []


TOML_STRINGS = st.text(st.characters(exclude_categories=["C"]), max_size=15)
TOML_SCALARS = st.one_of(
    TOML_STRINGS.map(lambda text: json.dumps(text, ensure_ascii=False)),
    TOML_STRINGS.filter(lambda text: "'" not in text).map(lambda text: f"'{text}'"),
    st.integers(-(2**60), 2**60).map(str),
    st.booleans().map(lambda value: str(value).lower()),
    st.dates().map(str),
    st.times().map(str),
    st.floats(allow_nan=False, allow_infinity=False).map(lambda value: f"{value:.3f}"),
    st.sampled_from(['"""\na "b" \\\n  c"""', "'''\na 'b'\n'''", "0xFF", "1_000", "inf", "+1"]),
)
TOML_VALUES: st.SearchStrategy[str] = st.recursive(
    TOML_SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]"),
        st.lists(inner, max_size=3).map(
            lambda items: "[\n" + "".join(f"  {i}, # c\n" for i in items) + "]"
        ),
        inner.map(lambda item: f"{{ k = {item}, 'q.r'.s = {item} }}" if "\n" not in item else item),
    ),
    max_leaves=5,
)
TOML_LINES = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(["a", "b.c", '"d e"', "'f'.g", "h . i"]), TOML_VALUES).map(
            " = ".join
        ),
        st.sampled_from(["[t]", "[t.u]", "[[v]]", "[[v.w]]", "[v.x]", "[ y . 'z' ]", "# c", ""]),
    ),
    max_size=10,
)


@pytest.mark.slow
@settings(max_examples=400)
@given(TOML_LINES)
def test_toml_values_are_those_of_the_standard_library(written: list[str]) -> None:
    source = "\n".join(written)
    try:
        expected = tomllib.loads(source)
    except tomllib.TOMLDecodeError:
        expected = None
    text = f"+++\n{source}\n+++\nbody\n"
    front_matter = parse(text, formats={Format.TOML})
    assert front_matter is not None or "=" not in source
    if front_matter is None:
        return
    check(front_matter, text)
    if expected is not None:
        assert front_matter.data == expected, front_matter
        assert front_matter.root is not None
        check_toml_keys(front_matter.root, text)
    else:
        keys = [field.key for field in front_matter.fields]
        assert front_matter.problems or len(keys) > len(set(keys)) or front_matter.root


def check_toml_keys(value: Value, text: str) -> None:
    if isinstance(value, Mapping):
        for field in value.fields:
            assert field.key_span.of(text).strip("'\"") == field.key
            check_toml_keys(field.content, text)
    elif isinstance(value, Sequence):
        for item in value.items:
            check_toml_keys(item, text)


@pytest.mark.parametrize(
    ("opening", "unit", "closing"),
    [
        pytest.param("---\na: ", "[", "\n---\n", id="YAML lists"),
        pytest.param("---\na: ", "{a: ", "\n---\n", id="YAML mappings"),
        pytest.param("---\n", "- ", "\n---\n", id="YAML items"),
        pytest.param("---\na: ", "&a ", "\n---\n", id="anchors"),
        pytest.param("---\na: ", "[&a b, *a, ", "\n---\n", id="aliases"),
        pytest.param("---\na: ", "\\", "\n---\n", id="backslashes"),
        pytest.param("---\na: '", "''", "\n---\n", id="quotes"),
        pytest.param("---\na: ", "b: ", "\n---\n", id="colons"),
        pytest.param("---\n", "a: b: c\n", "\n---\n", id="broken lines"),
        pytest.param("---\n", "a: @\n", "\n---\n", id="reserved characters"),
        pytest.param("+++\na = ", "[", "\n+++\n", id="TOML lists"),
        pytest.param("+++\na = ", "{a = ", "\n+++\n", id="TOML tables"),
        pytest.param("+++\n", "a = b\n", "\n+++\n", id="broken TOML"),
        pytest.param("+++\na", ".a", " = 1\n+++\n", id="dotted keys"),
        pytest.param('{"a": ', "[", "}\n", id="JSON lists"),
        pytest.param('{"a": ', '{"a": ', "}\n", id="JSON objects"),
        pytest.param('{"a": [', ",", "]}\n", id="commas"),
        pytest.param('{"a": [', "/**/", "]}\n", id="comments"),
        pytest.param("", "—", "x\n", id="typographic dashes"),
        pytest.param("---\ntitle: x\n", "–", "x\n", id="typographic dashes to close"),
        pytest.param("---\ntitle: x\n", " ", "x\n", id="blanks"),
        pytest.param("---\ntitle: x\n", " ---", "x\n", id="swallowed fences"),
        pytest.param("", " ", "x", id="blanks before"),
        pytest.param("", "\n", "x", id="blank lines before"),
        pytest.param("title: x\n", "a: b\n", "", id="no fence at all"),
        pytest.param("<head>", '<meta name="', "", id="open attributes"),
        pytest.param("", "<head ", "", id="open tags"),
        pytest.param("<head><meta ", "x", ">", id="long attribute"),
        pytest.param("<head>", "<!--", "", id="open comments"),
    ],
)
def test_a_monstrous_block_takes_time_in_proportion(opening: str, unit: str, closing: str) -> None:
    def work(units: str) -> None:
        for html in (False, True):
            for hexo in (False, True):
                parse(opening + units + closing, optional_opening_fence=hexo, html=html)

    assert_linear(work, unit * (100_000 // len(unit)))
