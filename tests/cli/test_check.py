"""``articlelint check``: flags, streams, exit codes."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from textwrap import dedent
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from articlelint.cli import main
from articlelint.cli.program import program
from tests.plugins.shout import SHOUT

if TYPE_CHECKING:
    from click.testing import Result

RULES = SHOUT + dedent("""\
    class Advice(Rule):
        '''It gives advice, and crashes.'''

        name = "ours/advice"
        severity = Severity.INFO

        def check(self, article):
            if "CRASH" in article.text:
                raise RuntimeError("boom \\x1b[2J")
            if "BREAK" in article.text:
                raise KeyboardInterrupt
            start = article.text.find("advice")
            if start >= 0:
                yield self.diagnostic(Span(start, start + 6), f"It is {article.now:%Y-%m-%d}")
""")
CONFIG = 'plugins = ["our.py"]\nselect = ["ours"]\n'


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "GITHUB_ACTIONS", "ARTICLELINT_OUTPUT_FORMAT"):
        monkeypatch.delenv(name, raising=False)
    Path("our.py").write_text(RULES, encoding="utf-8")
    Path("articlelint.toml").write_text(CONFIG, encoding="utf-8")
    return tmp_path


def write(**files: str) -> None:
    for name, text in files.items():
        Path(f"{name}.md").write_bytes(text.encode())


def invoke(*arguments: str, data: bytes | None = None) -> Result:
    return CliRunner().invoke(program, list(arguments), input=data)


class TestExitCodes:
    def test_0_where_nothing_is_found(self) -> None:
        write(a="fine\n")
        result = invoke("check")
        assert (result.exit_code, result.stdout) == (0, "")
        assert result.stderr == "Checked 1 file: nothing found\n"

    def test_1_on_findings_that_count(self) -> None:
        write(a="x!!\n")
        result = invoke("check")
        assert result.exit_code == 1
        assert result.stdout == "a.md:1:2: warning ours/shout Too loud [*]\n"
        assert result.stderr == "Checked 1 file: 1 warning\n1 can be fixed with --fix\n"

    @pytest.mark.parametrize(
        ("arguments", "code"),
        [
            ([], 0),
            (["--fail-on", "info"], 1),
            (["--fail-on", "warning"], 0),
            (["--fail-on", "error"], 0),
            (["--fail-on", "info", "--exit-zero"], 0),
            (["--fail-on", "info", "-e"], 0),
        ],
    )
    def test_what_counts_is_told_by_fail_on(self, arguments: list[str], code: int) -> None:
        write(a="advice")
        result = invoke("check", *arguments)
        assert result.exit_code == code
        assert result.stderr == "Checked 1 file: 1 info\n"

    def test_severity_leaves_out_what_is_lower(self) -> None:
        write(a="advice x!!\n")
        result = invoke("check", "--severity", "warning")
        assert result.stdout == "a.md:1:9: warning ours/shout Too loud [*]\n"
        assert "1 warning\n" in result.stderr
        result = invoke("check", "--severity", "error", "--fail-on", "info")
        assert (result.exit_code, result.stdout) == (0, "")

    def test_a_limit_leaves_out_what_comes_later(self) -> None:
        write(a="advice x!! y!!\n")
        result = invoke("check", "--limit", "1")
        assert result.exit_code == 1
        assert result.stdout.startswith("a.md:1:1: info ours/advice It is ")
        assert result.stdout.count("\n") == 1
        assert "Not shown: 2 more findings (2 ours/shout); --limit 0 shows all" in result.stderr

    def test_fail_on_in_the_configuration(self) -> None:
        Path("articlelint.toml").write_text(f'{CONFIG}fail-on = "error"', encoding="utf-8")
        write(a="x!!\n")
        assert invoke("check").exit_code == 0
        assert invoke("check", "--fail-on", "warning").exit_code == 1

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            (["check", "gone.md"], "gone.md: there is no such file or folder"),
            (["check", "*.html"], "*.html: nothing matches this pattern"),
            (["check", "--slect", "x"], "No such option"),
            (["check", "--select", "txet"], "`txet`; did you mean `text`"),
            (["check", "--ignore", "ours/shuot"], "did you mean `ours/shout`"),
            (["check", "--config", "gone.toml"], "no configuration file `gone.toml`"),
            (["check", "--isolated", "--config", "articlelint.toml"], "--isolated ignores"),
            (["check", "-", "a.md"], "standard input"),
            (["check", "--today", "tomorrow"], "is not a date"),
            (["check", "--output-format", "xml"], "xml"),
            (["check", "--jobs", "0"], "0"),
            (["check", "--output-file", "no/such/folder"], "cannot write"),
            (["chekc"], "did you mean `check`"),
            (["lint"], "did you mean `check`"),
            (["fix"], "did you mean `check --fix`"),
            (["check", "--ignore", "all"], "no rule is selected"),
            (["rule", "text/byte-order-marc"], "did you mean `text/byte-order-mark`"),
        ],
    )
    def test_2_on_what_cannot_be_used(self, arguments: list[str], message: str) -> None:
        write(a="fine\n")
        result = invoke(*arguments)
        assert result.exit_code == 2
        assert message in result.stderr
        assert result.stdout == ""

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            (f"{CONFIG}selct = []", "articlelint.toml:3: there is no key `selct`"),
            ('plugins = ["gone.py"]', "articlelint.toml:1: there is no plugin file"),
            (f'{CONFIG}output-format = "ful"', ":3: there is no output format `ful`; did you mean"),
            ("[[", "is not TOML"),
        ],
    )
    def test_2_on_a_wrong_configuration(self, text: str, message: str) -> None:
        write(a="fine\n")
        Path("articlelint.toml").write_text(text, encoding="utf-8")
        result = invoke("check")
        assert result.exit_code == 2
        assert message in result.stderr

    def test_2_on_a_broken_plugin(self) -> None:
        Path("our.py").write_text("x = 1\nimport gone_for_good", encoding="utf-8")
        result = invoke("check")
        assert result.exit_code == 2
        assert "our.py:2 cannot be imported: ModuleNotFoundError" in result.stderr

    def test_2_on_an_unreadable_path_and_the_others_are_checked(self) -> None:
        write(a="x!!\n")
        Path("b.md").symlink_to("nowhere")
        result = invoke("check", "gone.md", ".")
        assert result.exit_code == 2
        assert "a.md:1:2" in result.stdout
        assert "gone.md: there is no" in result.stderr
        assert "cannot read b.md" in result.stderr

    def test_3_on_a_crash_with_a_report_to_paste(self) -> None:
        write(a="CRASH!!", b="CRASH")
        result = invoke("check")
        assert result.exit_code == 3
        assert "a.md:1:6" in result.stdout
        assert "internal error: ours/advice failed on a.md (likewise 1 more file)" in result.stderr
        assert "RuntimeError: boom ␛[2J" in result.stderr
        assert "articlelint 0." in result.stderr

    def test_3_on_a_crash_outside_the_rules(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def fail(*_: object, **__: object) -> None:
            raise RuntimeError("engine boom")

        monkeypatch.setattr("articlelint.cli.check.check", fail)
        result = invoke("check")
        assert result.exit_code == 3
        assert "internal error" in result.stderr
        assert "engine boom" in result.stderr

    def test_130_on_an_interrupt(self) -> None:
        write(a="BREAK")
        result = invoke("check")
        assert result.exit_code == 130
        assert "interrupted" in result.stderr

    def test_no_articles_is_said_and_no_error(self) -> None:
        result = invoke("check")
        assert result.exit_code == 0
        assert result.stderr == ("There are no articles in .\nChecked 0 files: nothing found\n")


class TestCommands:
    def test_check_is_meant_where_no_command_is_named(self) -> None:
        write(a="x!!\n")
        assert invoke("a.md").stdout == invoke("check", "a.md").stdout != ""
        assert invoke("--statistics").exit_code == 1

    def test_a_file_that_is_called_like_a_command_in_the_making(self) -> None:
        Path("chek").write_text("x!!", encoding="utf-8")
        assert "chek:1:2" in invoke("chek").stdout

    def test_version_and_help(self) -> None:
        assert invoke("--version").stdout.startswith("articlelint 0.")
        for arguments in (["--help"], ["-h"], ["check", "--help"], ["config", "--help"]):
            result = invoke(*arguments)
            assert result.exit_code == 0
            assert result.stdout.startswith("Usage: ")

    def test_each_option_is_in_one_section_of_the_help(self) -> None:
        shown = invoke("check", "--help").stdout
        options = re.findall(r"^  (?:-\w, )?(--[\w-]+)", shown, re.MULTILINE)
        assert len(options) == len(set(options)) > 40
        assert re.findall(r"^(\w[\w ]*):$", shown, re.MULTILINE)[-2:] == [
            "Tables and stores",
            "Help",
        ]
        rest = shown.partition("\nHelp:\n")[2]
        assert re.findall(r"--[\w-]+", rest) == ["--help"]

    def test_main_returns_the_exit_code(self, capsys: pytest.CaptureFixture[str]) -> None:
        write(a="x!!\n")
        assert main(["check"]) == 1
        assert main(["rules"]) == 0
        assert "ours/shout" in capsys.readouterr().out


class TestFixing:
    def test_fix(self) -> None:
        write(a="x!!\r\ny??", b="fine")
        result = invoke("check", "--fix")
        assert Path("a.md").read_bytes() == b"x!\r\ny??"
        assert result.exit_code == 1
        assert result.stdout == "a.md:2:2: warning ours/shout Too loud\n"
        assert result.stderr == (
            "Made 1 fix in 1 file\nChecked 2 files: 1 warning\n"
            "1 can be fixed with --fix --unsafe-fixes\n"
        )

    def test_unsafe_fixes(self) -> None:
        write(a="x!!\ny??")
        assert invoke("check", "--unsafe-fixes").stdout.count("[*]") == 2
        assert Path("a.md").read_text(encoding="utf-8") == "x!!\ny??"
        result = invoke("check", "--fix", "--unsafe-fixes")
        assert (result.exit_code, result.stdout) == (0, "")
        assert Path("a.md").read_text(encoding="utf-8") == "x!\ny?"

    def test_fix_only_reports_nothing_that_is_left(self) -> None:
        write(a="x!!\ny??")
        result = invoke("check", "--fix-only")
        assert (result.exit_code, result.stdout) == (0, "")
        assert Path("a.md").read_text(encoding="utf-8") == "x!\ny??"

    @pytest.mark.parametrize("flag", ["--fix", "--fix-only"])
    def test_exit_non_zero_on_fix(self, flag: str) -> None:
        write(a="x!!")
        assert invoke("check", flag, "--exit-non-zero-on-fix").exit_code == 1
        assert invoke("check", flag, "--exit-non-zero-on-fix").exit_code == 0

    def test_diff_writes_nothing_and_git_takes_it(self) -> None:
        write(a="x!!\r\ny??", b="z!!")
        result = invoke("check", "--diff")
        assert result.exit_code == 1
        assert Path("a.md").read_bytes() == b"x!!\r\ny??"
        assert result.stderr.startswith("Would make 2 fixes in 2 files\n")
        subprocess.run(["git", "apply", "-"], input=result.stdout_bytes, check=True)
        assert Path("a.md").read_bytes() == b"x!\r\ny??"
        assert Path("b.md").read_bytes() == b"z!"
        assert invoke("check", "--diff").exit_code == 0

    def test_what_only_unsafe_fixes_mend_is_told(self) -> None:
        write(a="y??")
        assert invoke("check", "--diff").stderr == (
            "Nothing to fix\nChecked 1 file\n1 can be fixed with --unsafe-fixes\n"
        )
        assert invoke("check", "--diff", "--unsafe-fixes").stderr == (
            "Would make 1 fix in 1 file\nChecked 1 file\n"
        )

    def test_nothing_to_fix(self) -> None:
        write(a="fine")
        assert invoke("check", "--fix").stderr == (
            "Nothing to fix\nChecked 1 file: nothing found\n"
        )


class TestOutput:
    def test_json(self) -> None:
        write(a="x!!\n")
        document = json.loads(invoke("check", "--output-format", "json").stdout)
        assert document["files"] == 1
        assert document["diagnostics"][0]["rule"] == "ours/shout"
        assert document["diagnostics"][0]["url"] is None

    def test_url_leads_to_the_page(self) -> None:
        write(a="\ufeff---\ntitle: x\n---\n")
        result = invoke("check", "--select", "text", "--output-format", "json")
        url = json.loads(result.stdout)["diagnostics"][0]["url"]
        assert url.startswith("file://")
        assert Path(url.removeprefix("file://")).read_text(encoding="utf-8").startswith("# text/")

    def test_full(self) -> None:
        write(a="x!!\n")
        assert "1 | x!!\n  |  ^^\n" in invoke("check", "--output-format", "full").stdout

    def test_format_of_the_configuration(self) -> None:
        Path("articlelint.toml").write_text(f'{CONFIG}output-format = "json"', encoding="utf-8")
        write(a="x!!\n")
        assert invoke("check").stdout.startswith('{"version": 1')
        assert invoke("check", "--output-format", "concise").stdout.startswith("a.md:")

    def test_output_file(self) -> None:
        write(a="x!!\n")
        result = invoke("check", "--output-file", "out.txt")
        assert (result.exit_code, result.stdout) == (1, "")
        assert Path("out.txt").read_text(encoding="utf-8").startswith("a.md:1:2: warning")

    def test_statistics(self) -> None:
        write(a="x!! y!! z??\n", b="advice\n")
        assert invoke("check", "--statistics").stdout == (
            "3  warning  ours/shout  [2 of 3 fixable]\n1  info     ours/advice\n"
        )
        out = invoke("check", "--statistics", "--unsafe-fixes").stdout
        assert out.startswith("3  warning  ours/shout  [fixable]\n")

    def test_statistics_as_json(self) -> None:
        write(a="x!! y!! z??\n", b="advice\n")
        rows = json.loads(invoke("check", "--statistics", "--output-format", "json").stdout)
        assert rows[0] == {
            "rule": "ours/shout",
            "severity": "warning",
            "findings": 3,
            "fixable": 2,
            "unsafely_fixable": 1,
        }
        assert [row["rule"] for row in rows] == ["ours/shout", "ours/advice"]
        write(a="", b="")
        assert invoke("check", "--statistics", "--output-format", "json").stdout == "[]\n"

    def test_quiet_and_verbose(self) -> None:
        write(a="x!!\n")
        assert invoke("check", "-q").stderr == ""
        assert "a.md" in invoke("check", "--quiet").stdout
        verbose = invoke("check", "-v").stderr
        assert "Settings: " in verbose
        assert "in 1 process" in verbose

    def test_show_files(self) -> None:
        write(b="", a="")
        assert invoke("check", "--show-files").stdout == "a.md\nb.md\n"
        assert invoke("check", "--show-files", "gone.md").exit_code == 2

    def test_show_settings(self) -> None:
        write(a="")
        out = invoke("check", "--show-settings").stdout
        assert "articlelint.toml" in out
        assert re.search(r"^ours/shout +warning +articlelint\.toml:2$", out, re.MULTILINE)
        assert "[site]" in out

    def test_today(self) -> None:
        write(a="advice")
        assert "It is 2024-02-29" in invoke("check", "--today", "2024-02-29").stdout

    def test_names_may_be_joined_by_commas(self) -> None:
        write(a="advice!!")
        assert invoke("check", "--select", "ours/advice,ours/shout").stdout.count("\n") == 2
        assert invoke("check", "--select", "all", "--ignore", "ours/shout, text").exit_code == 0
        assert invoke("check", "--extend-select", "text").exit_code == 1


class TestStandardInput:
    def test_it_is_checked_under_the_given_name(self) -> None:
        result = invoke("check", "-", "--stdin-filename", "posts/a.md", data=b"x!!")
        assert result.stdout == "posts/a.md:1:2: warning ours/shout Too loud [*]\n"
        assert result.exit_code == 1
        assert invoke("check", "--stdin-filename", "a.md", data=b"x!!").exit_code == 1
        assert invoke("check", "-", data=b"x!!").stdout.startswith("-:1:2:")

    def test_fixed_text_goes_to_standard_output_byte_for_byte(self) -> None:
        result = invoke("check", "-", "--fix", data="\ufeffx!!\r\ny??\u2028z".encode())
        assert result.stdout_bytes == "\ufeffx!\r\ny??\u2028z".encode()
        assert "-:2:2: warning" in result.stderr

    def test_what_is_not_utf8_goes_through_unchanged(self) -> None:
        result = invoke("check", "-", "--fix", data=b"x!!\xff")
        assert result.stdout_bytes == b"x!!\xff"

    def test_diff(self) -> None:
        result = invoke("check", "-", "--diff", "--stdin-filename", "a.md", data=b"x!!\n")
        assert result.stdout == "--- a/a.md\n+++ b/a.md\n@@ -1 +1 @@\n-x!!\n+x!\n"

    def test_force_exclude_lets_it_through(self) -> None:
        Path("articlelint.toml").write_text(f'{CONFIG}exclude = ["old"]', encoding="utf-8")
        arguments = ["check", "-", "--stdin-filename", "old/a.md", "--force-exclude"]
        result = invoke(*arguments, data=b"x!!")
        assert (result.exit_code, result.stdout) == (0, "")
        assert invoke(*arguments, "--fix", data=b"x!!").stdout == "x!!"


class TestProcess:
    """What only a process of its own shows."""

    def run(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "articlelint", *arguments],
            capture_output=True,
            check=False,
            env={**os.environ, **environment},
        )

    def test_exit_code_and_streams(self) -> None:
        write(a="x!! 城\n")
        result = self.run("check")
        assert result.returncode == 1
        assert result.stdout == b"a.md:1:2: warning ours/shout Too loud [*]\n"
        assert result.stderr.startswith(b"Checked 1 file")

    def test_colour_where_it_is_forced_and_none_where_it_is_refused(self) -> None:
        write(a="x!!\n")
        assert b"\x1b[" in self.run("check", FORCE_COLOR="1").stdout
        assert b"\x1b[" not in self.run("check", FORCE_COLOR="1", NO_COLOR="1").stdout

    def test_an_encoding_that_lacks_the_characters(self) -> None:
        Path("城.md").write_text("x!!\n", encoding="utf-8")
        result = self.run("check", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
        assert result.returncode == 1
        assert result.stdout.startswith(rb"\u57ce.md:1:2:")

    def test_a_reader_that_stops_reading(self) -> None:
        write(a="x!!\n" * 50_000)
        with subprocess.Popen(
            [sys.executable, "-m", "articlelint", "check"],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        ) as process:
            assert process.stdout is not None
            process.stdout.readline()
            process.stdout.close()
            assert process.stderr is not None
            errors = process.stderr.read()
        assert b"Traceback" not in errors
        assert b"BrokenPipe" not in errors
        assert process.returncode == 1

    def test_heavy_libraries_stay_out_of_a_small_run(self) -> None:
        Path("articlelint.toml").unlink()
        write(a="# Hello\n\nWorld\n")
        code = (
            "import sys; from articlelint.cli import main; main(['check', 'a.md']);"
            "heavy = {'pydantic', 'rich', 'html5lib', 'tomlkit', 'multiprocessing', 'pathspec',"
            " 'importlib.metadata', 'asyncio', 'email'} & set(sys.modules);"
            "sys.exit(f'imported: {heavy}' if heavy else 0)"
        )
        subprocess.run([sys.executable, "-c", code], check=True)
