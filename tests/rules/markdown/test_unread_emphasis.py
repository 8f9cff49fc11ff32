"""Emphasis that readers see as asterisks, in each dialect."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from articlelint import Article
from articlelint.linting.linter import fix, lint
from articlelint.site import site_for
from articlelint.text.edit import Applicability
from articlelint_rules.markdown.unread_emphasis import UnreadEmphasis


def _article(text: str, generator: str) -> Article:
    return Article(text, "posts/a.md", site=site_for(Path("/nowhere"), generator))


def _shown(text: str, generator: str) -> list[str]:
    found = lint(_article(text, generator), [UnreadEmphasis()]).diagnostics
    return [each.span.of(text) for each in found]


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
def test_asterisks_beside_punctuation(before: str, emphasis: str, after: str) -> None:
    text = f"{before}{emphasis}{after}\n"
    for generator in ("hugo", "hexo", "zola", "generic"):
        assert _shown(text, generator) == [emphasis]
        fixed = fix(
            _article(text, generator), [UnreadEmphasis()], Applicability.UNSAFE
        ).article.text
        assert _shown(fixed, generator) == []
        markdown = _article(fixed, generator).markdown
        assert markdown.nodes("Strong", "Emphasis")
    assert _shown(text, "jekyll") == []


@pytest.mark.parametrize("emphasis", ["_中文_", "__中文__", "_A b_", "_“好”_", "_중요_"])
def test_underscores_within_words(emphasis: str) -> None:
    for generator in ("hugo", "hexo", "jekyll", "generic"):
        assert _shown(f"前{emphasis}后\n", generator) == [emphasis]


def test_two_in_a_line() -> None:
    text = "前**“甲”**后**“乙”**末\n"
    assert _shown(text, "hugo") == ["**“甲”**", "**“乙”**"]


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
def test_silence(text: str) -> None:
    assert _shown(f"{text}\n", "hugo") == []


@pytest.mark.parametrize("unit", ["甲**（", "**甲：**乙", "*", "甲_", "**", "（*甲", "\\*"])
def test_hostile_text_takes_linear_time(unit: str) -> None:
    article = _article(unit * (100_000 // len(unit)), "hugo")
    assert article.markdown.events
    began = time.process_time()
    lint(article, [UnreadEmphasis()])
    assert time.process_time() - began < 5
