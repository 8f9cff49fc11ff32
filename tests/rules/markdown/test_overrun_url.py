"""Bare URLs that take in the text behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from articlelint_rules.links.invalid_url import InvalidUrl
from articlelint_rules.markdown.overrun_url import OverrunUrl

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("before", "overrun", "after"),
    [
        ("文档在https://example.com/docs", "，请看。", ""),
        ("另见（https://example.com/b", "）后面。", ""),
        ("- https://example.com/d", "、https://example.com/e", " 等"),
        ("> https://example.com/k", "：说明", ""),
        ("*https://example.com/p", "，好", "*"),
        ("https://example.com/?q=1", "。", ""),
        ("见https://example.com/docs", "里面，有", ""),
        ("https://example.com/r", ",请看", ""),
        ("https://zh.wikipedia.org/wiki/中文", "，好", ""),
    ],
)
def test_marked_and_gfm(
    before: str,
    overrun: str,
    after: str,
    heard: Callable[..., list[str]],
    fixed: Callable[..., str],
) -> None:
    text = f"{before}{overrun}{after}\n"
    for generator in ("hexo", "astro"):
        assert heard(OverrunUrl, text, generator) == [overrun]
        assert heard(OverrunUrl, fixed(OverrunUrl, text, generator), generator) == []
    for generator in ("hugo", "jekyll", "eleventy"):
        assert heard(OverrunUrl, text, generator) == []


@pytest.mark.parametrize(
    "text",
    [
        "<https://example.com/docs>，请看",
        "[文档](https://example.com/docs，请看)",
        "https://example.com/docs ，请看",
        "https://example.com/docs, so",
        "https://zh.wikipedia.org/wiki/中文",
        "https://example.com/wiki/山（日本）",
        "`https://example.com/docs，请看`",
        '<a href="https://example.com/docs，">x</a>',
        "见[文档](https://example.com/A_(x)，好",
        "[文档]（https://example.com/docs）。",  # markdown/unread-link says it
    ],
)
def test_silence(text: str, heard: Callable[..., list[str]]) -> None:
    assert heard(OverrunUrl, f"{text}\n", "hexo") == []


def test_what_is_no_part_of_a_url_is_not_invalid(heard: Callable[..., list[str]]) -> None:
    text = "看“https://example.com/docs，很”好\n"
    assert heard(OverrunUrl, text, "hexo") == ["，很”好"]
    assert heard(InvalidUrl, text, "hexo") == []


@pytest.mark.parametrize("unit", ["https://a.b/c中", "https://a.b/，", "http://a.b/cd"])
def test_hostile_text_takes_linear_time(unit: str, grows_linearly: Callable[..., None]) -> None:
    grows_linearly(OverrunUrl, unit * (40_000 // len(unit)), "hexo")
