"""Emphasis that readers see as asterisks, in each dialect."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from articlelint_rules.markdown.unread_emphasis import UnreadEmphasis

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("before", "emphasis", "after"),
    [
        ("", "**“x”**", "的"),
        ("", "**中文：**", "正文"),
        ("前", "**《书》**", "后"),
        ("- 前", "*（书）*", "后"),
        ("> 这", "**100%**", "的"),
        ("", "**‘사과’**", "는"),
        ("", "**Bold:**", "text"),
        ("中文", "**`code`**", "中文"),
        ("", "***甲：***", "乙"),
        ("| a |\n|---|\n| ", "**甲：**", "乙 |"),
    ],
)
def test_asterisks_beside_punctuation(
    before: str,
    emphasis: str,
    after: str,
    heard: Callable[..., list[str]],
    fixed: Callable[..., str],
) -> None:
    text = f"{before}{emphasis}{after}\n"
    for generator in ("hugo", "hexo", "zola", "generic"):
        assert heard(UnreadEmphasis, text, generator) == [emphasis]
        assert heard(UnreadEmphasis, fixed(UnreadEmphasis, text, generator), generator) == []
    assert heard(UnreadEmphasis, text, "jekyll") == []


@pytest.mark.parametrize("emphasis", ["_中文_", "__中文__", "_A b_", "_“好”_", "_중요_"])
def test_underscores_within_words(emphasis: str, heard: Callable[..., list[str]]) -> None:
    for generator in ("hugo", "hexo", "jekyll", "generic"):
        assert heard(UnreadEmphasis, f"前{emphasis}后\n", generator) == [emphasis]


def test_two_in_a_line(heard: Callable[..., list[str]]) -> None:
    text = "前**“甲”**后**“乙”**末\n"
    assert heard(UnreadEmphasis, text, "hugo") == ["**“甲”**", "**“乙”**"]


@pytest.mark.parametrize(
    "text",
    [
        "**甲：** 乙",
        "**甲**：乙",
        "**甲！**，乙",
        "**甲！**[x](y)",
        "**甲！**\n乙",
        "`**甲：**乙`",
        "    **甲：**乙",
        "\\**甲：\\**乙",
        "用__init__方法",
        "调用foo_bar_baz",
        "将*.c编译成*.o文件",
        "2**(3)**4",
        "2*(a)*b",
        "中** 文**中",
        "<p>**甲：**乙</p>",
        "**{{< x >}}**乙",
        "**👍**中",  # only some parsers take symbols for punctuation
    ],
)
def test_silence(text: str, heard: Callable[..., list[str]]) -> None:
    assert heard(UnreadEmphasis, f"{text}\n", "hugo") == []


@pytest.mark.parametrize("unit", ["甲**（", "**甲：**乙", "*", "甲_", "**", "（*甲", "\\*"])
def test_hostile_text_takes_linear_time(unit: str, grows_linearly: Callable[..., None]) -> None:
    grows_linearly(UnreadEmphasis, unit * (40_000 // len(unit)), "hugo")
