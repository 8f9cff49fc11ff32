"""Headings that are none, and headings that nobody meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from articlelint_rules.markdown.accidental_heading import AccidentalHeading
from articlelint_rules.markdown.unread_heading import UnreadHeading

if TYPE_CHECKING:
    from collections.abc import Callable

COMMON_MARK = ("hugo", "hexo", "zola", "generic")


@pytest.mark.parametrize(
    "text",
    [
        "a paragraph of\ntwo lines\n---",
        "a\nb\nc\n===",
        "text\n\n> a\n> b\n> ---",
        "**Date:** x\\\n**Author:** y\n-",
        "[TOC]\nTitle\n-----\n\ntext",
    ],
)
def test_a_heading_of_several_lines(text: str, heard: Callable[..., list[str]]) -> None:
    mark = "===" if "=" in text else "-----" if "-----" in text else text.rsplit(maxsplit=1)[-1]
    for generator in COMMON_MARK:
        assert heard(AccidentalHeading, f"{text}\n", generator) == [mark]
    for generator in ("jekyll", "mkdocs", "pelican"):
        assert heard(AccidentalHeading, f"{text}\n", generator) == []


@pytest.mark.parametrize("text", ["- item\n---", "* item\n===", "> quoted\n---"])
def test_a_heading_of_an_item(text: str, heard: Callable[..., list[str]]) -> None:
    assert heard(AccidentalHeading, f"{text}\n", "mkdocs") == [text[-3:]]
    assert heard(AccidentalHeading, f"{text}\n", "hugo") == []


@pytest.mark.parametrize(
    "text",
    [
        "Title\n===",
        "Title\n---\ntext",
        "a\nb\n\n---",
        "1. Title\n---",
        "## Title\n---",
        "```\na\nb\n---\n```",
        "a: b\nc: d\n---",  # front matter that was not read: another rule says so
        "a | b\n--|--\nc | d",
        "A title that is\nbroken in two\n=============",
        "A title that is\nbroken in two\n-------------",
    ],
)
def test_no_accident(text: str, heard: Callable[..., list[str]]) -> None:
    for generator in ("hugo", "mkdocs"):
        assert heard(AccidentalHeading, f"{text}\n", generator) == []


@pytest.mark.parametrize(
    ("before", "heading", "after"),
    [
        ("", "##Title here", ""),
        ("text\n", "###Title", "\nmore"),
        ("", "##标题", ""),
        ("> ", "##Title##", ""),
        ("", "######[x](y)", ""),
        ("- a\n\n  ", "##Title", ""),
    ],
)
def test_a_space_is_missing(
    before: str,
    heading: str,
    after: str,
    heard: Callable[..., list[str]],
    fixed: Callable[..., str],
) -> None:
    text = f"{before}{heading}{after}\n"
    for generator in (*COMMON_MARK, "jekyll"):
        assert heard(UnreadHeading, text, generator) == [heading]
        assert heard(UnreadHeading, fixed(UnreadHeading, text, generator), generator) == []
    for generator in ("mkdocs", "pelican"):
        assert heard(UnreadHeading, text, generator) == []


@pytest.mark.parametrize("text", ["##", "## ", "a\n\n#\n\nb", "### \n\ntext", "# A\n\n####\n\nb"])
def test_a_mark_alone(text: str, heard: Callable[..., list[str]]) -> None:
    [found] = heard(UnreadHeading, f"{text}\n", "jekyll")
    assert set(found) == {"#"}
    for generator in (*COMMON_MARK, "mkdocs"):
        assert heard(UnreadHeading, f"{text}\n", generator) == []


@pytest.mark.parametrize(
    "text",
    [
        "a\nb\n===",
        "<!-- x -->\n[a](b)\n------",
        "`a`\n![b](c)\n---",
        "<!-- x -->\nTitle\n------",
        "a\nb\n---\nc",
        "> a\n> b\n> ===",
    ],
)
def test_an_underline_below_several_lines(text: str, heard: Callable[..., list[str]]) -> None:
    assert len(heard(UnreadHeading, f"{text}\n", "jekyll")) == 1
    assert heard(UnreadHeading, f"{text}\n", "hugo") == []


@pytest.mark.parametrize(
    "text",
    [
        "#hashtag",
        "#1 in the list",
        "see ##Title",
        "\\##Title",
        "`##Title`",
        "    ##Title",
        "<p>\n##Title\n</p>",
        "#!/bin/sh",
        "##!x",
        "## Title",
        "#######Title",
    ],
)
def test_no_heading_was_meant(text: str, heard: Callable[..., list[str]]) -> None:
    for generator in ("hugo", "jekyll"):
        assert heard(UnreadHeading, f"{text}\n", generator) == []


@pytest.mark.parametrize("rule", [AccidentalHeading, UnreadHeading])
@pytest.mark.parametrize("unit", ["##a\n", "a\nb\n---\n", "#" * 50 + "\n\n", "=" * 50 + "x\n"])
def test_hostile_text_takes_linear_time(
    rule: type, unit: str, grows_linearly: Callable[..., None]
) -> None:
    for generator in ("hugo", "jekyll"):
        grows_linearly(rule, unit * (50_000 // len(unit)), generator)
