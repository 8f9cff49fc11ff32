"""Some keys, read without a parser, are what the parser reads; or nothing is said of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlelint.front_matter import parse
from articlelint.front_matter.some import some

KEYS = frozenset({"date", "permalink", "slug", "categories", "aliases"})
LINES = (
    "title: A title",
    "date: 2024-05-03",
    "date: 2024-05-03 10:11:12",
    "date: 2024-05-03T10:11:12Z",
    "permalink: /about/",
    "Permalink: /about/",
    "permalink: /about/ # the address",
    "permalink: '/it''s/'",
    'permalink: "/a\\tb/"',
    'permalink: "/a b/"',
    "'slug': a-slug",
    "slug: 12",
    "slug: 1_000",
    "slug: yes",
    "slug: ~",
    "slug:",
    "slug: a: b",
    "slug: &x a",
    "slug: *x",
    "slug: two words",
    "slug: >-\n  folded\n  text",
    "slug: one\n  and more",
    "categories: [a, b]",
    "categories: [a, 'b c', 3]",
    "categories: []",
    "categories:\n  - a\n  - b",
    "categories:\n- a\n- 3",
    "categories:\n  - a: b",
    "categories:\n  a: b",
    "cover:\n  date: 2024-05-03\n  permalink: /x/",
    "text: the slug: is here",
    "<<: {slug: merged}",
    "{slug: flow}",
    "aliases:\n  - /old/\n  - older/",
)


def of_parser(text: str) -> dict[str, object] | None:
    matter = parse(text)
    if matter is None or matter.root is None:
        return None
    return {key: value for key, value in matter.data.items() if key.lower() in KEYS}


def assert_same(text: str) -> None:
    found, parsed = some(text, KEYS), of_parser(text)
    if found and parsed is not None:
        assert {key.lower() for key in found} == {key.lower() for key in parsed}
        for (key, value), read in zip(found.items(), parsed.values(), strict=True):
            assert value == (str(read) if key.lower() == "date" else read)
    elif found is not None:
        assert not parsed


@given(st.lists(st.sampled_from(LINES), max_size=5), st.sampled_from(["---\n", "+++\n", "---\n\n"]))
def test_what_is_read_is_what_the_parser_reads(lines: list[str], end: str) -> None:
    assert_same("---\n" + "\n".join([*lines, end]) + "The slug: of the body.\n")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("---\ntitle: A\n---\n", {}),
        ("---\ntitle: A\nslug: b\ndate: 2024-05-03\n---\n", {"slug": "b", "date": "2024-05-03"}),
        ("---\ncategories: [a, b c]\n---\n", {"categories": ["a", "b c"]}),
        ("---\ncategories:\n  - a\n  - b\ntitle: A\n---\n", {"categories": ["a", "b"]}),
        ("+++\ntitle = 'A'\n+++\n", {}),
        ("+++\nslug = 'b'\n+++\n", None),  # TOML takes its parser
        ("---\nslug: |\n  b\n---\n", None),
        ("---\nslug: 3.0\n---\n", None),
        ("---\ntitle: A\n", None),  # cut off, perhaps
        ("No front matter\n", None),
    ],
)
def test_what_takes_a_parser(text: str, found: dict[str, object] | None) -> None:
    assert some(text, KEYS) == found
