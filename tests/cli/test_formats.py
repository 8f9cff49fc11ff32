"""``--output-format``: which, several, whereto, and what decides where nobody asks."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from articlelint.cli.program import program

BOM = ["check", "--select", "text"]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in (
        "NO_COLOR", "FORCE_COLOR", "GITHUB_ACTIONS", "GITHUB_WORKSPACE", "CI_PROJECT_DIR",
        "BUILD_SOURCESDIRECTORY", "ARTICLELINT_OUTPUT_FORMAT",
    ):  # fmt: skip
        monkeypatch.delenv(name, raising=False)
    Path("a.md").write_text("\ufeff---\ntitle: Hello\n---\n", encoding="utf-8")
    Path("articlelint.toml").write_text("", encoding="utf-8")
    return tmp_path


def out(*arguments: str, code: int = 1) -> str:
    result = CliRunner().invoke(program, [*BOM, *arguments])
    assert result.exit_code == code, result.output
    return result.stdout


def refusal(*arguments: str) -> str:
    result = CliRunner().invoke(program, [*BOM, *arguments])
    assert (result.exit_code, result.stdout) == (2, "")
    return result.stderr


class TestChoice:
    def test_concise_in_a_pipe(self) -> None:
        assert out().startswith("a.md:1:1: warning")

    def test_the_configuration_comes_before_what_fits(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("GITHUB_ACTIONS", "true")
        Path("articlelint.toml").write_text('output-format = "grouped"', encoding="utf-8")
        assert out().startswith("a.md\n")

    def test_the_environment_comes_before_the_configuration(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        Path("articlelint.toml").write_text('output-format = "grouped"', encoding="utf-8")
        monkeypatch.setenv("ARTICLELINT_OUTPUT_FORMAT", "json-lines")
        assert json.loads(out())["rule"] == "text/byte-order-mark"
        monkeypatch.setenv("ARTICLELINT_OUTPUT_FORMAT", "")
        assert out().startswith("a.md\n")

    @pytest.mark.parametrize("flag", ["--diff", "--fix-only"])
    def test_no_file_says_that_nothing_was_found_where_nothing_is_told(self, flag: str) -> None:
        said = refusal(flag, "--output-format", "json", "--output-format", "sarif=r.sarif")
        assert f"{flag} reports no findings: r.sarif would look clean" in said
        assert not Path("r.sarif").exists()

    def test_the_flag_comes_first(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("ARTICLELINT_OUTPUT_FORMAT", "json")
        assert out("--output-format", "concise").startswith("a.md:1:1: ")

    def test_annotations_under_github_actions(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("GITHUB_ACTIONS", "true")
        assert out().startswith("::warning file=a.md,line=1,")
        assert out("--output-file", "x.txt") == ""
        assert Path("x.txt").read_text(encoding="utf-8").startswith("a.md:1:1: ")

    def test_a_wrong_name_offers_the_nearest(self, monkeypatch: pytest.MonkeyPatch) -> None:
        assert "no output format `sarfi`; did you mean `sarif`?" in refusal(
            "--output-format", "sarfi"
        )
        monkeypatch.setenv("ARTICLELINT_OUTPUT_FORMAT", "zzz")
        known = "there is no output format `zzz`; choose from `full`, "
        assert f"ARTICLELINT_OUTPUT_FORMAT: {known}" in refusal()

    def test_names_are_completed(self) -> None:
        environment = {
            "_ARTICLELINT_COMPLETE": "bash_complete",
            "COMP_WORDS": "articlelint check --output-format gi",
            "COMP_CWORD": "3",
        }
        result = CliRunner().invoke(program, [], prog_name="articlelint", env=environment)
        assert result.stdout.split() == ["plain,github", "plain,gitlab"]


class TestSeveral:
    def test_one_is_printed_and_others_are_written(self) -> None:
        text = out(
            "--output-format", "full", "--output-format", "sarif=a=b.sarif",
            "--output-format", "gitlab=quality.json",
        )  # fmt: skip
        assert text.startswith("warning[text/byte-order-mark]")
        log = json.loads(Path("a=b.sarif").read_text(encoding="utf-8"))
        rule = log["runs"][0]["tool"]["driver"]["rules"][0]
        assert rule["help"]["markdown"].startswith("# text/byte-order-mark\n")
        assert rule["shortDescription"]["text"].endswith(".")
        assert len(json.loads(Path("quality.json").read_text(encoding="utf-8"))) == 1

    def test_all_in_files_leave_nothing_to_print(self) -> None:
        assert out("--output-format", "sarif=a.sarif", "--output-format", "junit=a.xml") == ""
        assert Path("a.xml").read_text(encoding="utf-8").startswith("<?xml")

    def test_a_dash_is_standard_output(self) -> None:
        assert out("--output-format", "github=-").startswith("::warning ")

    def test_statistics_take_the_place_of_what_is_printed(self) -> None:
        arguments = ("--statistics", "--output-format", "github=a.txt")
        assert out(*arguments) == "1  warning  text/byte-order-mark  [fixable]\n"
        assert Path("a.txt").read_text(encoding="utf-8").startswith("::warning ")
        assert "::" not in out(*arguments, "--output-format", "github")

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            (["full", "sarif"], "full and sarif cannot all be printed; write `sarif=FILE`"),
            (["sarif=a", "gitlab=a"], "two formats cannot be written to the same file"),
            (["sarif=a", "gitlab=./a"], "two formats cannot be written to the same file"),
            (["sarif="], "`sarif=` names no file"),
        ],
    )
    def test_what_does_not_go_together(self, arguments: list[str], message: str) -> None:
        flags = [part for each in arguments for part in ("--output-format", each)]
        assert message in refusal(*flags)

    def test_a_file_too_many(self) -> None:
        assert "superfluous" in refusal("--output-format", "sarif=a", "--output-file", "b")

    def test_a_file_that_cannot_be_written(self) -> None:
        result = CliRunner().invoke(program, [*BOM, "--output-format", "sarif=no/such/a"])
        assert result.exit_code == 2
        assert "cannot write no/such/a" in result.stderr


class TestPaths:
    def test_they_start_at_the_checkout_that_ci_names(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        Path("docs").mkdir()
        Path("docs/b.md").write_text("\ufeff---\ntitle: Hello\n---\n", encoding="utf-8")
        monkeypatch.chdir("docs")
        assert "file=b.md," in out("--output-format", "github")
        monkeypatch.setenv("GITHUB_WORKSPACE", str(folder))
        assert "file=docs/b.md," in out("--output-format", "github")
        assert "file=docs/b.md," in out("--output-format", "github", str(folder / "docs"))
        monkeypatch.setenv("GITHUB_WORKSPACE", "/elsewhere")
        assert "file=b.md," in out("--output-format", "github")


def test_documents_are_utf8_whatever_the_terminal_speaks() -> None:
    Path("城.md").write_text("\ufeff---\ntitle: Hello\n---\n", encoding="utf-8")
    for form in ("json", "checkstyle"):
        done = subprocess.run(
            [sys.executable, "-m", "articlelint", *BOM, "--output-format", form],
            capture_output=True,
            check=False,
            env={**os.environ, "PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"},
        )
        assert "城.md" in done.stdout.decode("utf-8")


def test_a_plugin_makes_a_format(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = tmp_path / "site"
    (site / "ours-1.dist-info").mkdir(parents=True)
    (site / "ours-1.dist-info" / "METADATA").write_text("Name: ours\nVersion: 1\n")
    (site / "ours-1.dist-info" / "entry_points.txt").write_text(
        "[articlelint.reporters]\nshout = ours_format\nbroken = ours_gone\n"
    )
    (site / "ours_format.py").write_text(
        "from articlelint.reporters import Detail\n"
        "DETAILS = Detail.EXCERPTS\n"
        "def render(report, style):\n"
        "    for file, finding in report.findings:\n"
        "        yield finding.place.excerpts[0].text + finding.diagnostic.rule.upper()\n"
    )
    monkeypatch.syspath_prepend(str(site))
    assert out("--output-format", "shout") == "\ufeff---TEXT/BYTE-ORDER-MARK\n"
    assert "did you mean `shout`?" in refusal("--output-format", "shuot")
    assert "`broken` (ours_gone) cannot be loaded" in refusal("--output-format", "broken")
    assert "there is no output format `shout`" in refusal("--isolated", "--output-format", "shout")
