"""Runs in Chinese, from the command line."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from articlelint.cli import main
from articlelint.language import VARIABLE, choose, is_english, language, prefer, said
from articlelint.report.places import Detail
from articlelint.reporters import full
from articlelint.reporters.style import Style, width

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

ARTICLE = '---\ntitle: 桥\ndata: 2024-05-01\n---\n\n一座桥<span>在这里。\n\n![](a.png "b")\n'
CHINESE = re.compile(r"[\u4e00-\u9fff]")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


@pytest.fixture
def check(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[str, str]]:
    def run(*flags: str) -> tuple[str, str]:
        main(["check", "--no-cache", *flags])
        captured = capsys.readouterr()
        return captured.out, captured.err

    return run


@pytest.mark.usefixtures("site")
def test_a_run(check: Callable[..., tuple[str, str]]) -> None:
    out, err = check("--language", "zh", "--output-format", "full", "a.md")
    assert "错误[html/unclosed-element]: `<span>` 没有在它的段落里关闭\n" in out
    assert "  = 修复: 补上 `</span>`（--fix --unsafe-fixes）\n" in out
    assert "- 浏览器在这里关闭它\n" in out
    assert err.startswith("已检查 1 个文件：")
    assert not re.search(r"[A-Za-z]{2,} [a-z]{2,} [a-z]{2,}", re.sub("`[^`]*`", "", out + err))


def test_what_is_told_at_the_first_of_many(
    site: Path, check: Callable[..., tuple[str, str]]
) -> None:
    # The places of one cause, and the same in two languages, are counted in the message.
    (site / ".git").mkdir()
    (site / "hugo.toml").write_text("[languages.en]\n[languages.zh]\n", encoding="utf-8")
    links = "".join(f"[a{number}]()\n\n" for number in range(5))
    for code in ("en", "zh"):
        folder = site / "content" / code
        folder.mkdir(parents=True)
        text = f"---\ntitle: A\ndate: 2024-02-30\n---\n\n{links}![](https://a.example/b.png)\n"
        (folder / "a.md").write_text(text, encoding="utf-8")
    out, _ = check(
        "--language=zh", "--output-format=concise", "--extend-select=images/missing-alt", "content"
    )
    assert "链接没有目标；另有 9 处原因相同，涉及 2 篇文章\n" in out
    assert "；另有 1 处在它的译文和其他版本里\n" in out
    assert "图片没有替代文本；另有 1 处在它的译文和其他版本里\n" in out


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize(
    "form", ["concise", "grouped", "github", "gitlab", "sarif", "junit", "checkstyle", "rdjson",
             "azure", "markdown", "html"]
)  # fmt: skip
def test_every_format_says_it(check: Callable[..., tuple[str, str]], form: str) -> None:
    out, _ = check("--language=zh", "--output-format", form, "a.md")
    assert "没有在它的段落里关闭" in out


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize(
    ("flags", "line"),
    [
        pytest.param(["--output-format", "full"], "错误[html/unclosed-element]", id="full"),
        pytest.param(["--output-format", "grouped"], "  6:4  错误     `<span>`", id="grouped"),
        pytest.param(["--output-format", "markdown"], "| 🛑 错误 |", id="markdown"),
        pytest.param(["--statistics"], "错误     html/unclosed-element", id="statistics"),
        pytest.param(["--output-format", "concise"], "a.md:6:4: error html/", id="concise"),
        pytest.param(["--output-format", "github"], "::error file=a.md", id="github"),
    ],
)
def test_severities_are_said_to_people_and_named_to_programs(
    check: Callable[..., tuple[str, str]], flags: list[str], line: str
) -> None:
    out, _ = check("--language", "zh", *flags, "a.md")
    assert line in out


@pytest.mark.usefixtures("site")
def test_json_has_both(check: Callable[..., tuple[str, str]]) -> None:
    english = json.loads(check("--output-format", "json", "a.md")[0])["diagnostics"]
    chinese = json.loads(check("--language", "zh", "--output-format", "json", "a.md")[0])
    assert all("translated" not in each for each in english)
    for plain, found in zip(english, chinese["diagnostics"], strict=True):
        translated = found.pop("translated")
        assert found == plain
        assert translated["language"] == "zh"
        assert CHINESE.search(translated["message"])
        assert (translated["fix"] is None) is (found["fix"] is None)
        assert len(translated["related"]) == len(found["related"])


@pytest.mark.usefixtures("site")
def test_a_finding_has_one_fingerprint(check: Callable[..., tuple[str, str]]) -> None:
    flags = ("--output-format", "gitlab", "a.md")
    english, chinese = (
        [each["fingerprint"] for each in json.loads(check(*more, *flags)[0])]
        for more in ((), ("--language", "zh"))
    )
    assert english == chinese != []


@pytest.mark.parametrize(
    ("flags", "environment", "configured", "spoken"),
    [
        ([], {}, None, "en"),
        ([], {"LANG": "zh_CN.UTF-8"}, None, "zh"),
        ([], {"LANG": "de_DE.UTF-8"}, None, "en"),
        ([], {"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "en_US.UTF-8"}, None, "en"),
        ([], {"LC_MESSAGES": "en_US.UTF-8", "LC_ALL": "zh_TW.UTF-8"}, None, "zh"),
        ([], {"LANG": "zh_CN.UTF-8"}, "en", "en"),
        ([], {}, "zh", "zh"),
        ([], {VARIABLE: "en"}, "zh", "en"),
        ([], {VARIABLE: "zh"}, "en", "zh"),
        (["--language", "en"], {VARIABLE: "zh"}, "zh", "en"),
        (["--language=zh"], {VARIABLE: "en"}, "en", "zh"),
        (["--language"], {}, None, "en"),
    ],
)
def test_who_decides(
    flags: list[str], environment: Mapping[str, str], configured: str | None, spoken: str
) -> None:
    choose(["check", *flags], environment)
    if configured:
        prefer(configured)
    assert language() == spoken
    assert is_english() is (spoken == "en")


def test_the_configuration_decides(site: Path, check: Callable[..., tuple[str, str]]) -> None:
    (site / "articlelint.toml").write_text('language = "zh"\n', encoding="utf-8")
    assert "没有在它的段落里关闭" in check("a.md")[0]
    assert "is not closed in its paragraph" in check("--language", "en", "a.md")[0]


@pytest.mark.usefixtures("site")
def test_a_language_that_is_not_spoken(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["check", "--language", "fr"]) == 2
    assert "'fr' is not one of 'en', 'zh'" in capsys.readouterr().err
    monkeypatch.setenv(VARIABLE, "fr")
    assert main(["check"]) == 2
    assert "there is no language `fr`" in capsys.readouterr().err


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["check", "--select", "image"], "没有规则或规则族 `image`"),
        (["check", "--fixx"], "没有选项 --fixx；是不是想写 --fix, --fix-only？"),
        (["check", "--today", "x"], "`x` 不是日期；写法如 2024-05-01"),
        (["check", "b.md"], "b.md：没有这个文件或文件夹"),
        (["check", "--isolated", "--config", "a.md"], "--isolated 会忽略 --config 指定的文件"),
        (["chekc"], "没有命令或路径 `chekc`；是不是想写 `check`？"),
    ],
)
def test_errors(capsys: pytest.CaptureFixture[str], arguments: list[str], words: str) -> None:
    assert main([*arguments, "--language", "zh"]) == 2
    # Newer versions of click quote options.
    assert words in capsys.readouterr().err.replace("'", "")


def test_the_help_is_chinese() -> None:
    code = "from articlelint.cli import main; main(['check', '--help'])"
    result = subprocess.run(
        [sys.executable, "-c", code],
        env={"LANG": "zh_CN.UTF-8", "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    assert "做安全的修复。" in result.stdout
    assert not re.search(r"[a-z]{2,} [a-z]{2,} [a-z]{2,}", result.stdout)


def test_a_run_in_english_reads_no_catalogue(site: Path) -> None:
    code = (
        "import sys; from articlelint.cli import main; main(['check', 'a.md']);"
        "assert 'articlelint.language' in sys.modules;"
        "assert not [m for m in sys.modules if m.startswith('articlelint.language.')]"
    )
    subprocess.run([sys.executable, "-c", code], cwd=site, check=True, capture_output=True)


def test_a_plugin_has_a_catalogue_of_its_own(
    site: Path, check: Callable[..., tuple[str, str]]
) -> None:
    (site / "lint").mkdir()
    (site / "lint" / "bridges.py").write_text(
        "from articlelint import WARNING, Rule\n\n"
        "class TooShort(Rule):\n"
        '    name = "ours/too-short"\n'
        "    severity = WARNING\n\n"
        "    def check(self, article):\n"
        '        yield self.diagnostic(article.body, f"The bridge of {len(article.text)} m")\n',
        encoding="utf-8",
    )
    (site / "lint" / "zh.po").write_text(
        'msgid ""\nmsgstr ""\n\nmsgid "The bridge of {number} m"\nmsgstr "{number} 米的桥太短"\n',
        encoding="utf-8",
    )
    (site / "articlelint.toml").write_text('plugins = ["lint/bridges.py"]\n', encoding="utf-8")
    out, _ = check("--language", "zh", "--select", "ours", "a.md")
    assert f"{len(ARTICLE)} 米的桥太短" in out


def test_the_excerpts_keep_to_the_width(site: Path) -> None:
    choose(["--language", "zh"], {})
    from articlelint.api import check_text

    report = check_text(
        ARTICLE.replace("一座桥", "一座很长很长的桥" * 9).encode(), site / "a.md",
        details=Detail.EXCERPTS,
    )  # fmt: skip
    lines = list(full.render(report, Style(width=50, is_terminal=True)))
    assert any(CHINESE.search(line) for line in lines)
    paths = str(site)[:15]  # a long one is cut in its middle
    assert [line for line in lines if width(line) > 50 and paths not in line] == []
    bars = {line.index("|") for line in lines if re.match(r" *\d* \|", line)}
    assert len(bars) == 1


def test_english_is_said_as_it_is() -> None:
    choose([], {})
    assert said("the build stops") == "the build stops"
