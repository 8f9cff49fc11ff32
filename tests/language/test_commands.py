"""Every command in Chinese: its help, what it prints, its errors, the page for a browser."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click
import pytest

from articlelint.cli import main
from articlelint.cli.program import program
from articlelint.language import use

if TYPE_CHECKING:
    from pathlib import Path

ARTICLE = '---\ntitle: 桥\ndata: 2024-05-01\n---\n\n一座桥<span>在这里。\n\n![](a.png "b")</b>\n'
NAMES = (
    "front matter",
    "JSON Lines",
    "JSON schema",
    "articlelint schema infer",
    "articlelint check",
    "articlelint init",
    "articlelint rule",
    "pre-commit install",
    "pip install",
)
"""What has two English words, and is said in Chinese like that."""
ENGLISH = re.compile(r"[A-Za-z]{2,} [a-z]{2,}")
CODE = re.compile(r"`[^`]*`|'[^']*'|^用法：.*|(?:error|warning|info) [a-z-]+/[a-z-]+", re.MULTILINE)


def english_in(text: str) -> list[str]:
    """Return what looks like an English sentence in *text*."""
    for name in NAMES:
        text = text.replace(name, "")
    return [line for line in CODE.sub("", text).split("\n") if ENGLISH.search(line)]


def commands(group: click.Group, *names: str) -> list[tuple[str, ...]]:
    """Return the names of the commands in *group*, those in groups of its own with both."""
    found = [names]
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            found += commands(command, *names, name)
        else:
            found.append((*names, name))
    return found


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


def said_by(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    capsys.readouterr()
    main([*arguments, "--language", "zh"])
    captured = capsys.readouterr()
    assert re.search(r"[\u4e00-\u9fff]", captured.out + captured.err)
    return captured.out + captured.err


@pytest.mark.parametrize("names", commands(program), ids=" ".join)
def test_the_help(capsys: pytest.CaptureFixture[str], names: tuple[str, ...]) -> None:
    text = said_by(capsys, *names, "--help")
    assert english_in(text) == []
    assert text.startswith("用法：articlelint")
    has_sections = names == ("check",)
    assert ("修复：\n" if has_sections else "选项：\n") in text
    use("en")
    main([*names, "--help"])
    assert ("Fixes:\n" if has_sections else "Options:\n") in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [
        "check",
        "check --statistics",
        "check --output-format full --verbose",
        "check --output-format markdown",
        "check --show-settings a.md",
        "check --fix --unsafe-fixes",
        "check --fix-only",
        "check --fix --diff",
        "check --write-baseline",
        "check --add-suppressions later",
        "check --select links a.md",
        "init",
        "init --yes",
        "rules html",
        "config show",
        "config show --select html",
        "schema show",
        "schema infer .",
        "clean",
    ],
)
@pytest.mark.usefixtures("site")
def test_what_is_printed(capsys: pytest.CaptureFixture[str], arguments: str) -> None:
    text = said_by(capsys, *arguments.split())
    prose = [
        line for line in text.split("\n") if not line.startswith(("+", "-", "@@", "         "))
    ]
    assert english_in("\n".join(prose)) == []


@pytest.mark.usefixtures("site")
def test_a_word_alone_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert re.search(r"^问题：\d 个错误", said_by(capsys, "init"), re.MULTILINE)


@pytest.mark.parametrize(
    "arguments",
    [
        "check nowhere.md",
        "check --config nowhere.toml",
        "check --isolated --config a.md",
        "check --select nothing",
        "check --jobs 0",
        "check --jobs x",
        "check --output-format nothing",
        "check --today never",
        "check --prune-baseline",
        "check --engine ray",
        "check --fail-on nothing",
        "check --fix=1",
        "check --no-such-option",
        "chekc",
        "config",
        "config nothing",
        "config show --select nothing",
        "init nowhere",
        "rule",
        "rule nothing",
        "rules nothing",
        "schema show --output-format nothing",
        "schema infer nowhere",
        "completion nothing",
    ],
)
@pytest.mark.usefixtures("site")
def test_what_is_wrong(capsys: pytest.CaptureFixture[str], arguments: str) -> None:
    assert english_in(said_by(capsys, *arguments.split())) == []


@pytest.mark.usefixtures("site")
def test_the_page_for_a_browser(capsys: pytest.CaptureFixture[str]) -> None:
    text = said_by(capsys, "check", "--output-format", "html", "a.md")
    assert '<html lang="zh">' in text
    shown = re.sub(r"(?s)<(style|script)\b.*?</\1>|<[^>]*>", "\n", text)
    assert english_in(shown) == []
    words = re.search(r'"words": .*', text)
    assert words is not None
    assert english_in(words[0]) == []
    assert '"line": "第 {line} 行"' in words[0]
    assert '"all": "{number} 个问题"' in words[0]


def test_the_page_of_a_rule(capsys: pytest.CaptureFixture[str]) -> None:
    page = said_by(capsys, "rule", "html/unclosed-element")
    headings = re.findall(r"^## (.*)", page, re.MULTILINE)
    assert [each for each in headings if not each.isascii()] == [
        "为什么",
        "示例",
        "修复是否安全",
        "设置",
    ]
    assert "\n1:1-19 错误：`<div>` 一直没有关闭\n    建议：在它该结束的地方写上 `</div>`\n" in page
    assert english_in(page.partition("## 设置")[2]) == []
    assert page.startswith("# html/unclosed-element\n\n元素打开了，却没有关闭。\n")


def test_the_language_goes_before_the_command_or_behind_it(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for arguments in (["check", "a.md", "--language=zh"], ["--language", "zh", "check", "a.md"]):
        main(arguments)
        assert "已检查 1 个文件" in capsys.readouterr().err
    main(["--color", "never", "--language", "zh", str(site)])
    assert "已检查 1 个文件" in capsys.readouterr().err
    main(["--language", "zh"])
    assert capsys.readouterr().out.startswith("用法：articlelint")
