"""Our values are those of the parsers that everybody uses: python-frontmatter, tomllib, json."""

from __future__ import annotations

import datetime as dt
import json
import tomllib
from typing import Any

import frontmatter
import pytest
import tomlkit
import yaml
from frontmatter.default_handlers import YAMLHandler
from hypothesis import assume, given
from hypothesis import strategies as st

from articlelint.front_matter import Format, parse

TEXT = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\x7f\x85\u2028\u2029\ufeff"),
    max_size=20,
)
NAMES = TEXT.filter(lambda name: name.strip() != "" and name not in {"<<", "="})
NUMBERS = st.integers(-(2**53), 2**53) | st.floats(
    allow_nan=False, allow_infinity=False, width=32, min_value=-1e9, max_value=1e9
)
DATES = st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1))
TIMES = st.datetimes(dt.datetime(1900, 1, 1), dt.datetime(2100, 1, 1)).map(
    lambda time: time.replace(microsecond=0)
)


def data(*scalars: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    values = st.recursive(
        st.one_of(TEXT, NUMBERS, st.booleans(), *scalars),
        lambda inner: (
            st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, min_size=1, max_size=3)
        ),
        max_leaves=8,
    )
    return st.dictionaries(NAMES, values, min_size=1, max_size=5)


def assert_same(ours: object, theirs: object) -> None:
    """Compare with the types: True is no 1, a date no midnight. Keys have no order."""
    assert typed(ours) == typed(theirs)


def typed(value: object) -> object:
    if isinstance(value, dict):
        return {key: typed(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [typed(item) for item in value]
    return (type(value).__name__, repr(value))


def read(text: str, form: Format) -> object:
    front_matter = parse(text, formats=frozenset({form}))
    assert front_matter is not None
    assert front_matter.problems == ()
    return dict(front_matter.data)


def oracle(text: str) -> dict[str, object]:
    metadata, _ = frontmatter.parse(text, handler=YAMLHandler())
    return metadata


AUTHORS = {
    "plain": "title: Hello: no\n".replace(": no", " no") + "date: 2024-01-02\n",
    "quotes": "a: 'it''s'\nb: \"tab\\t\\u4e2d\\x41\"\nc: \"two\n  lines\"\n",
    "blocks": "a: |\n  one\n  two\nb: >-\n  folded\n  text\n\n  more\nc: |+\n  kept\n\n",
    "lists": "a: [x, 'y', 1, 2.5, null]\nb:\n- x\n- - y\n  - z\nc: []\n",
    "mappings": "a: {b: c, d: {e: f}}\ng:\n  h: i\n  j:\n    k: l\n",
    "numbers": "a: 012\nb: 0x1F\nc: 1_000\nd: 12:30\ne: 1e3\nf: 1.0e+3\ng: .5\nh: +1\ni: .inf\n",
    "words": "a: yes\nb: No\nc: ON\nd: ~\ne: null\nf:\ng: True\nh: y\n",
    "dates": "a: 2024-01-02 03:04:05\nb: 2024-01-02T03:04:05Z\nc: 2024-1-2\n"
    "d: 2024-01-02 03:04:05.5 +08:00\ne: 2024-01-02T03:04:05+0800\n",
    "tags": "a: !!str 1\nb: !!int '2'\nc: !!float 3\n",
    "aliases": "a: &x [1, 2]\nb: *x\nc: &y {k: v}\nd:\n  <<: *y\n  e: f\n",
    "merges": "a: &x {k: v, l: m}\nb:\n  <<: [*x, {n: o}]\n  k: own\n",
    "comments": "# first\na: 1 # one\nb: 'x # y' # two\n\n\nc: x#y\n",
    "duplicates": "a: 1\nb: 2\na: 3\n",
    "scripts": "标题: 你好，世界\nключ: значение\nemoji: 😀\n",
    "question": "? a\n: 1\n? b\n: 2\n",
    "spaces": "a:   1   \nb  : 2\n  \nc: x  \n",
    "markers": "a: '---'\nb: x --- y\n",
}


@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize("name", AUTHORS)
def test_yaml_as_authors_write_it(name: str, newline: str) -> None:
    text = f"---\n{AUTHORS[name]}---\n\nbody\n".replace("\n", newline)
    assert_same(read(text, Format.YAML), oracle(text))


@pytest.mark.slow
@given(
    data(DATES, TIMES, st.none()),
    st.sampled_from([None, "'", '"', "|"]),
    st.sampled_from([None, False]),
    st.booleans(),
)
def test_yaml_is_read_as_python_frontmatter_does(
    values: dict[str, Any],
    style: str | None,
    flow: bool | None,
    unicode: bool,
) -> None:
    # Whether a block is front matter at all is another matter: it is, where it has a title.
    written = yaml.safe_dump(
        {"title": "a", **values, "tags": ["b"]},
        default_style=style,
        default_flow_style=flow,
        allow_unicode=unicode,
        sort_keys=False,
        width=40,
    )
    text = f"---\n{written}---\n\nbody\n"
    assert_same(read(text, Format.YAML), oracle(text))


FRAGMENTS = st.text(st.sampled_from("ab:-#'\"[]{},&*!|>%@`?~ 019.é中\t\n"), max_size=40)


@given(FRAGMENTS)
def test_text_that_may_be_yaml_is_read_alike_or_not_at_all(written: str) -> None:
    text = f"---\nz: 1\n{written}\n---\n\nbody\n"
    try:
        theirs = oracle(text)
    except (yaml.YAMLError, ValueError, TypeError, AttributeError):
        # What they cannot read (all of these are raised for it), we only must not crash on.
        parse(text, formats=frozenset({Format.YAML}))
        return
    front_matter = parse(text, formats=frozenset({Format.YAML}))
    assert front_matter is not None
    if front_matter.problems or front_matter.fence_defects:
        return  # told to the author
    assume(all(isinstance(key, str) for key in _keys(theirs)))
    assert_same(dict(front_matter.data), theirs)


def _keys(value: object) -> list[object]:
    if isinstance(value, dict):
        return [*value, *(key for inner in value.values() for key in _keys(inner))]
    if isinstance(value, list):
        return [key for inner in value for key in _keys(inner)]
    return []


@pytest.mark.slow
@given(data(DATES, TIMES, st.times().map(lambda time: time.replace(microsecond=0))))
def test_toml_is_read_as_tomllib_does(values: dict[str, Any]) -> None:
    written = tomlkit.dumps(values)
    theirs = tomllib.loads(written)
    assert_same(read(f"+++\n{written}+++\n", Format.TOML), theirs)


TOML = {
    "dotted": "a.b.c = 1\na.d = 'x'\n",
    "tables": "a = 1\n[b]\nc = 2\n[b.d]\ne = 3\n[[f]]\ng = 1\n[[f]]\ng = 2\n",
    "texts": 'a = """\none\ntwo \\\n  three"""\nb = \'\'\'raw\\n\'\'\'\nc = "\\u4e2d\\t"\n',
    "numbers": "a = 0x1F\nb = 1_000\nc = 1e3\nd = -0.5\ne = 0b11\nf = inf\n",
    "dates": "a = 2024-01-02\nb = 2024-01-02T03:04:05Z\nc = 03:04:05\nd = 2024-01-02 03:04:05.5\n",
    "lists": "a = [1, 2, ]\nb = [ # comment\n  'x',\n  ['y'], { z = 1 },\n]\n",
    "keys": "\"a b\" = 1\n'c.d' = 2\n1 = 3\n",
}


@pytest.mark.parametrize("name", TOML)
def test_toml_as_authors_write_it(name: str) -> None:
    assert_same(read(f"+++\n{TOML[name]}+++\n", Format.TOML), tomllib.loads(TOML[name]))


@pytest.mark.slow
@given(data(st.none()), st.sampled_from([None, 0, 2]), st.booleans())
def test_json_is_read_as_json_does(
    values: dict[str, Any],
    indent: int | None,
    ascii_only: bool,
) -> None:
    # A body may begin with a brace as well; before a plain key it is front matter.
    written = json.dumps({"title": "a", **values}, indent=indent, ensure_ascii=ascii_only)
    assert_same(read(f"{written}\n\nbody\n", Format.JSON), json.loads(written))
