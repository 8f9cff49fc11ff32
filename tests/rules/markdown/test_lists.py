"""Lists that are none, flat, or begin anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from articlelint_rules.markdown.flattened_list import FlattenedList
from articlelint_rules.markdown.restarted_list import RestartedList
from articlelint_rules.markdown.unread_list import UnreadList

if TYPE_CHECKING:
    from collections.abc import Callable

OTHERS = ("hugo", "hexo", "jekyll", "eleventy", "generic")


@pytest.mark.parametrize(
    ("before", "item", "after"),
    [
        ("The kinds are:\n", "* first", "\n* second"),
        ("Some text\n", "- a", "\n- b"),
        ("**Bold**\n", "1. a", "\n2. b"),
        ("[The kinds](/a)\n", "- a", "\n- b"),
        ("**`kinds`**\n", "- a", "\n- b"),
        ("> Some text\n> ", "+ a", "\n> + b"),
        ("- item\n\n    text:\n    ", "- x", "\n    - y"),
        ("Look there:\n", "- just one", "\n\nMore"),
        ("a\nb\n", "* [x](y)", "\n* **z**"),
    ],
)
def test_lists_behind_a_line_of_text(
    before: str,
    item: str,
    after: str,
    heard: Callable[..., list[str]],
    fixed: Callable[..., str],
) -> None:
    text = f"{before}{item}{after}\n"
    for generator in ("mkdocs", "pelican"):
        assert heard(UnreadList, text, generator) == [item]
        mended = fixed(UnreadList, text, generator)
        assert mended != text
        assert heard(UnreadList, mended, generator) == []
    for generator in OTHERS:
        assert heard(UnreadList, text, generator) == []


@pytest.mark.parametrize(
    "text",
    [
        "The kinds are:\n\n* first\n* second",
        "## Head\n* first\n* second",
        "text\n- dash in running text",
        "born in\n1986. It was",
        "```\ntext\n- a\n- b\n```",
        "    text:\n    - a\n    - b",
        "<p>\ntext:\n- a\n- b\n</p>",
        "text:\n\\- a\n\\- b",
        "text:\n-a\n-b",
    ],
)
def test_no_list_was_meant(text: str, heard: Callable[..., list[str]]) -> None:
    assert heard(UnreadList, f"{text}\n", "mkdocs") == []


@pytest.mark.parametrize(
    ("before", "item", "after"),
    [
        ("- one\n  ", "- inner a", "\n  - inner b"),
        ("1. one\n   ", "- inner", "\n2. two"),
        ("* one\n  text\n  ", "* in", ""),
        ("- one\n\n  ", "- inner", ""),
        ("> - one\n>   ", "- inner", ""),
        ("- [x] a\n  ", "- [ ] b", ""),
    ],
)
def test_nesting_by_too_little(
    before: str,
    item: str,
    after: str,
    heard: Callable[..., list[str]],
    fixed: Callable[..., str],
) -> None:
    text = f"{before}{item}{after}\n"
    for generator in ("mkdocs", "pelican"):
        assert heard(FlattenedList, text, generator) == [item]
        if ">" not in text:
            assert heard(FlattenedList, fixed(FlattenedList, text, generator), generator) == []
    for generator in OTHERS:
        assert heard(FlattenedList, text, generator) == []


def test_three_levels(heard: Callable[..., list[str]], fixed: Callable[..., str]) -> None:
    text = "- one\n  - two\n    - three\n  - four\n"
    assert heard(FlattenedList, text, "mkdocs") == ["- two"]
    expected = "- one\n    - two\n        - three\n    - four\n"
    assert fixed(FlattenedList, text, "mkdocs") == expected


@pytest.mark.parametrize(
    "text",
    [
        "- one\n    - inner",
        " 9. nine\n10. ten",
        "1. a\n 2. b\n  3. c",
        "1. a\n  2. b",
        "```\n- one\n  - inner\n```",
        "- one\n\n- two",
    ],
)
def test_no_nesting_was_meant(text: str, heard: Callable[..., list[str]]) -> None:
    assert heard(FlattenedList, f"{text}\n", "mkdocs") == []


@pytest.mark.parametrize(
    ("before", "item"),
    [
        ("1. a\n\n  para\n\n", "2. b"),
        ("1. a\n2. b\n\n```\ncode\n```\n\n", "3. c"),
        ("> 1. a\n>\n> text\n>\n> ", "2. b"),
        ("1. a\n\n## Head\n\n", "2. b"),
        ("1. a\n\n![x](y.png)\n\n", "2. b"),
    ],
)
def test_numbers_begin_anew(before: str, item: str, heard: Callable[..., list[str]]) -> None:
    text = f"{before}{item}\n"
    for generator in ("mkdocs", "pelican", "jekyll"):
        assert heard(RestartedList, text, generator) == [item]
    for generator in ("hugo", "hexo", "eleventy", "generic"):
        assert heard(RestartedList, text, generator) == []


@pytest.mark.parametrize(
    "text",
    [
        "1. a\n\n    para\n\n2. b",
        "1. a\n\npara\n\n1. b",
        "1. a\n\npara\n\n7. b",
        "1. a\n2. b",
        "- a\n\npara\n\n2. b",
        "> 1. a\n\n2. b",
    ],
)
def test_numbers_are_as_meant(text: str, heard: Callable[..., list[str]]) -> None:
    assert heard(RestartedList, f"{text}\n", "mkdocs") == []


@pytest.mark.parametrize("rule", [UnreadList, FlattenedList, RestartedList])
@pytest.mark.parametrize("unit", ["a:\n- b\n\n", "- a\n  - b\n", "x\n- a\n", "1. a\n\nb\n\n2. c\n"])
@pytest.mark.parametrize("generator", ["mkdocs", "hugo"])
def test_hostile_text_takes_linear_time(
    rule: type, unit: str, generator: str, grows_linearly: Callable[..., None]
) -> None:
    grows_linearly(rule, unit * (50_000 // len(unit)), generator)
