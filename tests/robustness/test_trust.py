"""What docs/security.md promises about code, files and output of others."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner

from articlelint import Article
from articlelint.adopting.baseline import Baseline
from articlelint.cli.program import program
from articlelint.config import Configs
from articlelint.errors import ConfigError
from articlelint.linting.linter import lint
from articlelint.linting.suppression import suppressions
from articlelint.recognition import site_for
from articlelint.runner import check
from articlelint.runner.job import Job
from articlelint.schema import json_file, limits
from articlelint.text import files
from articlelint.text.timed import Overdue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from click.testing import Result

EVIL = "open('ran', 'w').close()\n"
MODEL = EVIL + "from pydantic import BaseModel\nclass Post(BaseModel):\n    title: str\n"
BAD = "<p>The <b>old</div></b> bridge</p>\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "CI", "GITHUB_ACTIONS", "ARTICLELINT_OUTPUT_FORMAT"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def write(name: str, text: str) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, encoding="utf-8", newline="")


def invoke(*arguments: str) -> Result:
    return CliRunner().invoke(program, list(arguments))


class TestCode:
    @pytest.mark.parametrize(
        ("name", "code", "configuration"),
        [
            ("ours.py", EVIL, 'plugins = ["ours.py"]\n'),
            ("models.py", MODEL, '[front-matter]\nschema = "models.py:Post"\n'),
            (
                "models.py",
                MODEL,
                '[[overrides]]\nfiles = ["*"]\nfront-matter.schema = ["models.py:Post"]\n',
            ),
        ],
    )
    def test_of_a_folder_runs_only_where_the_run_was_started(
        self, name: str, code: str, configuration: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        write(f"clone/{name}", code)
        write("clone/articlelint.toml", configuration)
        write("clone/content/a.md", "---\ntitle: a\n---\n")
        result = invoke("check", "clone")
        assert result.exit_code == 2
        assert (
            "is code, which runs only where articlelint is started in its folder" in result.stderr
        )
        assert invoke("check", "--isolated", "clone").exit_code == 0
        assert not list(Path().rglob("ran"))
        monkeypatch.chdir("clone/content")
        invoke("check", "a.md")
        assert Path("ran").exists()

    def test_a_configuration_beyond_the_repository_is_not_looked_for(self) -> None:
        write("articlelint.toml", "no = 1\n")
        write("clone/.git/HEAD", "")
        write("clone/a.md", "a\n")
        assert Configs().of(Path("clone/a.md")).settings.origin is None

    def test_pressing_the_completion_key_runs_none(self, monkeypatch: pytest.MonkeyPatch) -> None:
        write("ours.py", EVIL)
        write("articlelint.toml", 'plugins = ["ours.py"]\n')
        monkeypatch.setenv("_ARTICLELINT_COMPLETE", "bash_complete")
        for words in ("articlelint check --select html/s", "articlelint rule html/s"):
            monkeypatch.setenv("COMP_WORDS", words)
            monkeypatch.setenv("COMP_CWORD", str(words.count(" ")))
            result = CliRunner().invoke(program, [], prog_name="articlelint")
            assert "html/stray-end-tag" in result.stdout
        assert not Path("ran").exists()

    def test_tags_of_yaml_are_data(self) -> None:
        for tag in ("python/object/apply:os.system", "python/name:os.system", "python/module:os"):
            write("a.md", f"---\ntitle: !!{tag} ['touch ran']\n---\n")
            assert invoke("check", "--isolated", "--select", "all", "a.md").exit_code in {0, 1}
        assert not Path("ran").exists()

    def test_templates_are_not_filled_in(self) -> None:
        write("_includes/a.html", "42")
        for written in ("{{ 6 | times: 7 }}", "{% include a.html %}", "{{< a >}}", "{{ 6 * 7 }}"):
            site = site_for(".", "jekyll")
            article = Article(f"a {written}\n", "_posts/2024-01-01-a.md", site=site)
            assert "42" not in article.rendering.html

    def test_another_configuration_runs_none_of_the_folder(self) -> None:
        write("mine.toml", "")
        write("clone/ours.py", EVIL)
        write("clone/articlelint.toml", 'plugins = ["ours.py"]\n')
        write("clone/a.md", "a\n")
        os.chdir("clone")
        assert invoke("check", "--config", "../mine.toml", "a.md").exit_code == 0
        assert not Path("ran").exists()

    def test_an_article_called_like_a_flag_is_an_article(self) -> None:
        write("ours.py", EVIL)
        write("--config=evil.md", f'plugins = ["ours.py"]\n\n{BAD}')
        result = invoke("check", "--select", "html", "--config=evil.md", "--output-file=x.md")
        assert "--config=evil.md:3:" in result.stdout + Path("x.md").read_text(encoding="utf-8")
        assert not Path("ran").exists()


class TestFiles:
    def test_a_configuration_names_no_file_for_output(self) -> None:
        write("victim", "mine\n")
        write("blog/articlelint.toml", 'output-format = "json=../victim"\n')
        write("blog/a.md", "a\n")
        os.chdir("blog")
        result = invoke("check", "a.md")
        assert result.exit_code == 2
        assert "names a file, which only the flag --output-format may do" in result.stderr
        assert Path("../victim").read_text(encoding="utf-8") == "mine\n"

    @pytest.mark.parametrize("place", ["../baseline.json", "/tmp/baseline.json", "link/a.json"])  # noqa: S108 - never made
    def test_a_baseline_lies_in_the_folder_of_its_configuration(self, place: str) -> None:
        write("outside/a", "")
        write("blog/articlelint.toml", f'baseline = "{place}"\n')
        Path("blog/link").symlink_to(Path("outside").absolute())
        with pytest.raises(ConfigError, match="is not in the folder of this file"):
            Configs().of(Path("blog/a.md"))

    def test_a_prepared_link_is_not_written_through(self) -> None:
        write("victim", "mine")
        for name in (".b.json.new", ".articlelint-b.json", ".b.json.tmp"):
            Path(name).symlink_to("victim")
        Baseline(Path("b.json")).write()
        assert Path("victim").read_text(encoding="utf-8") == "mine"
        assert json.loads(Path("b.json").read_bytes())["findings"] == {}
        assert not [each for each in os.listdir() if files.is_leftover(each)]  # noqa: PTH208

    @pytest.mark.parametrize(
        "data",
        [
            *("", "[", "[]", "{}", '{"version": 1}', '{"version": 1, "findings": []}', "\0", "nul"),
            *('{"version": 1, "findings": {"a": {"b": [1]}}}', "[" * 100_000, '{"version": NaN}'),
            '{"version": 1, "findings": {"a": {"b": {"c": []}}}}',
        ],
    )
    def test_a_damaged_baseline_is_said(self, data: str) -> None:
        write("b.json", data)
        with pytest.raises(ConfigError, match="baseline"):
            Baseline.read(Path("b.json"))


HOSTILE = "\x1b[31m::error ::x ##[error]x \u202e <b>&]]> %0A | \x07\x9b \r"
NAME = "::error ::a\x1b]0;x\x07 <b>&.md"


class TestOutput:
    @pytest.mark.parametrize(
        "form",
        ["concise", "full", "grouped", "github", "azure", "gitlab", "json", "json-lines", "sarif",
         "junit", "checkstyle", "markdown", "rdjson"],
    )  # fmt: skip
    def test_nothing_of_an_article_is_obeyed(self, form: str) -> None:
        text = f"<p id='{HOSTILE}' id='{HOSTILE}'>{HOSTILE}</div>\n[a](<{HOSTILE}>)\n"
        Path(NAME).write_bytes(text.encode())
        result = invoke("check", "--isolated", "--select", "all", "--output-format", form, ".")
        assert result.exit_code == 1
        said = result.stdout
        assert not set(said) & set("\x1b\x07\x9b\u202e\r")
        assert "##[" not in said
        if form != "github":  # whose commands are ours
            assert not [line for line in said.splitlines() if line.lstrip().startswith("::")]
        if form in {"junit", "checkstyle"}:
            ET.fromstring(said)  # noqa: S314 - ours
        if form in {"json", "sarif", "rdjson", "gitlab"}:
            json.loads(said)
        if form == "markdown":
            assert "<b>" not in re.sub(r"`[^`\n]*`", "", said)  # in code it is shown

    def test_names_are_shown_so_that_none_is_obeyed(self) -> None:
        Path(NAME).write_bytes(b"a\n")
        said = invoke("check", "--isolated", "--show-files", ".").stdout
        assert said.startswith("./::error")
        assert "\x1b" not in said

    def test_a_diff_is_exact_in_a_file_and_harmless_in_a_log(self) -> None:
        write("a.md", f"::error ::x\x1b[31m\n{BAD}")
        command = [sys.executable, "-m", "articlelint", "check", "--isolated", "--diff", "a.md"]
        command += ["--select", "html/stray-end-tag"]
        environment = {**os.environ, "CI": "true"}
        logged = subprocess.run(command, env=environment, capture_output=True, check=False).stdout
        assert b"\x1b" not in logged
        assert not [line for line in logged.splitlines() if line.lstrip().startswith(b"::")]
        with Path("patch").open("wb") as patch:
            subprocess.run(command, env=environment, stdout=patch, check=False)
        assert b"\x1b[31m" in Path("patch").read_bytes()

    @pytest.mark.parametrize(
        ("path", "text"),
        [
            ("a.md", "`<!-- articlelint-disable -->`\n"),
            ("a.md", "```\n<!-- articlelint-disable -->\n```\n"),
            ("a.md", "\\<!-- articlelint-disable -->\n"),
            ("a.md", "{/* articlelint-disable */}\n"),
            ("a.md", '<p title="<!-- articlelint-disable -->">x</p>\n'),
            ("a.md", "---\ntitle: 'a # articlelint-disable-file'\n---\n"),
            ("a.md", "---\ntext: |\n  # articlelint-disable-file\n---\n"),
            ("a.html", "<script>\n<!-- articlelint-disable -->\n</script>\n"),
            ("a.html", "<textarea><!-- articlelint-disable --></textarea>\n"),
            ("a.html", "<style><!-- articlelint-disable --></style>\n"),
        ],
    )
    def test_what_is_no_comment_suppresses_nothing(self, path: str, text: str) -> None:
        assert suppressions(Article(text, path)) == ()

    def test_errors_show_what_they_quote(self) -> None:
        result = invoke("check", "--isolated", "\x1b[31mgone.md")
        assert "\x1b" not in result.stderr
        write("articlelint.toml", '"\\u001b[31m" = 1\n')
        assert "\x1b" not in invoke("check").stderr


@pytest.mark.parametrize(
    ("length", "timeout", "seconds"), [(10, None, 10), (3 * 2**20, None, 30), (3 * 2**20, 2, 2)]
)
def test_a_file_may_take_ten_seconds_a_megabyte(
    length: int, timeout: float | None, seconds: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = []

    @contextmanager
    def overdue(limit: float) -> Iterator[None]:
        given.append(limit)
        raise Overdue
        yield

    monkeypatch.setattr(check, "timed", overdue)
    job = Job(Configs(), datetime(2024, 6, 1, tzinfo=UTC), file_timeout=timeout)
    outcome, _ = check.check_bytes(job, Path("a.md"), b"a" * length)
    assert given == [seconds]
    assert "was skipped" in str(outcome.report.problem)


def test_patience_with_settings() -> None:
    assert (limits._PATIENCE, json_file._PATIENCE) == (1, 5)


def test_a_rule_that_is_exempt_is_suppressed_by_no_comment() -> None:
    write("articlelint.toml", 'unsuppressable = ["html"]\n')
    config = Configs().for_file(Path("a.md"))
    article = Article("<!-- articlelint-disable-file -->\n\n" + BAD)
    found = lint(article, config.rules, known=config.known)
    assert [each.rule for each in found.diagnostics] == ["html/stray-end-tag"]
