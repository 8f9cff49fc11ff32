"""``articlelint init``: what it finds out, what it writes, what it advises."""

from __future__ import annotations

import os
import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from click.testing import CliRunner

from articlelint.cli import snippets
from articlelint.cli.program import program
from articlelint.config import Configs
from articlelint.config.load import load

if TYPE_CHECKING:
    from click.testing import Result

ARTICLE = "---\ntitle: A bridge\n---\n![](/bridge.jpg)\n\n[Here]()\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def invoke(*arguments: str) -> Result:
    return CliRunner().invoke(program, ["init", *arguments])


def write(path: str, text: str = ARTICLE) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, encoding="utf-8")


def hexo(place: str = ".", configuration: str = "timezone: Asia/Shanghai\n") -> None:
    write(f"{place}/_config.yml", f"title: x\nnew_post_name: a\n{configuration}")
    write(f"{place}/package.json", '{"dependencies": {"hexo": "7"}}')
    write(f"{place}/source/_posts/a.md")


def suggested() -> str:
    """Return the configuration with everything that it suggests made valid."""
    text = Path("articlelint.toml").read_text(encoding="utf-8")
    return re.sub(r"^# (?=\[\w+\]$|[\w-]+ = |\"\S+\" = )", "", text, flags=re.MULTILINE)


class TestTheFile:
    def test_names_the_generator_what_told_so_and_the_time_zone(self) -> None:
        hexo()
        result = invoke("--yes")
        assert result.exit_code == 0, result.output
        line = "Hexo (by _config.yml, package.json), time zone Asia/Shanghai"
        assert result.stdout.startswith(f"{line}: 1 article\n")
        assert "Wrote `articlelint.toml`\n" in result.stdout
        assert f"# Generator: {line}\n" in Path("articlelint.toml").read_text(encoding="utf-8")

    def test_says_that_the_configuration_names_the_generator(self) -> None:
        write("a.md")
        write("articlelint.toml", '[site]\ngenerator = "hexo"\n')
        line = "Hexo (as the configuration says), time zone not set: 1 article"
        assert invoke().stdout.startswith(f"{line}\n")

    def test_changes_nothing_by_itself(self) -> None:
        hexo()
        before = CliRunner().invoke(program, ["check"]).stdout
        invoke("--yes")
        assert Configs().root.settings.origin is not None
        assert CliRunner().invoke(program, ["check"]).stdout == before

    @pytest.mark.parametrize("recognised", [True, False])
    def test_suggests_what_is_valid_and_names_rules_of_this_site(self, recognised: bool) -> None:
        if recognised:
            hexo(configuration="")
        else:
            write("notes/a.md")
        write("README.md", "# Hello\n")
        invoke("--yes")
        text = suggested()
        table = tomllib.loads(text)
        assert table["extends"] == ["accessibility", "hygiene"]
        assert table["severity"] == {"links/empty-target": "info"}
        assert table["fail-on"] == "error"
        if recognised:
            assert table["site"] == {"time-zone": "UTC"}
            assert table["exclude"] == ["/README.md"]
        else:
            assert table["site"] == {"generator": "hugo", "root": ".", "content": ["."]}
        Path("articlelint.toml").write_text(text, encoding="utf-8")
        load(Path("articlelint.toml").absolute())
        Path("articlelint-baseline.json").write_text('{"version": 1, "findings": {}}')
        result = CliRunner().invoke(program, ["check"])
        assert result.exit_code in {0, 1}, result.output

    def test_leaves_out_what_others_wrote_there_alone(self) -> None:
        hexo()
        write("public/a.md", "<p>\n")
        write("source/themes/mine.md")
        invoke("--yes")
        table = tomllib.loads(Path("articlelint.toml").read_text(encoding="utf-8"))
        assert table == {}  # what lies beside the content is left out anyway
        shown = CliRunner().invoke(program, ["check", "--show-files"]).stdout.splitlines()
        assert shown == [
            str(Path("source/_posts/a.md")),
            str(Path("source/themes/mine.md")),
        ]

    def test_names_of_folders_are_no_globs_and_end_no_comment(self) -> None:
        hexo("my [old] blog!")
        write("my [old] blog!/public/a.md", "<p>\n")
        write("my [old] blog!/source/a\nb = 1\x1b[2J/c.md")
        result = invoke("--yes")
        table = tomllib.loads(Path("articlelint.toml").read_text(encoding="utf-8"))
        assert not table
        shown = CliRunner().invoke(program, ["check", "--show-files"]).stdout
        assert "public" not in shown
        assert "c.md" in shown
        assert "\x1b" not in result.output

    def test_tells_several_sites_apart(self) -> None:
        hexo("blog")
        write("docs/hugo.toml", 'baseURL = "https://example.org"\ntimeZone = "Europe/Berlin"\n')
        write("docs/content/a.md", "---\ntitle: A\n---\n")
        write("docs/content/b.md", "---\ntitle: B\n---\n")
        write("README.md", "# Hello\n")
        result = invoke("--yes")
        assert result.stdout.splitlines()[:4] == [
            "3 sites: 4 articles",
            "  docs: Hugo (by hugo.toml), time zone Europe/Berlin: 2",
            "  .: No generator recognised: 1",
            "  blog: Hexo (by _config.yml, package.json), time zone Asia/Shanghai: 1",
        ]
        assert "site" not in tomllib.loads(suggested())

    def test_is_for_the_folder_that_is_named(self) -> None:
        hexo("blog")
        result = invoke("blog", "--yes")
        assert result.exit_code == 0
        assert Path("blog/articlelint.toml").exists()
        assert "What to do next, in blog\n" in result.stdout


class TestWriting:
    def test_asks_nobody_where_nobody_is(self) -> None:
        hexo()
        result = invoke()
        assert result.exit_code == 2
        assert "Use --yes to write it" in result.stdout
        assert not Path("articlelint.toml").exists()

    @pytest.mark.parametrize(
        "name", ["articlelint.toml", ".articlelint.toml", "pyproject.toml", "../articlelint.toml"]
    )
    def test_leaves_a_configuration_that_counts_already(
        self, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tmp_path / "inner").mkdir()
        monkeypatch.chdir(tmp_path / "inner")
        hexo()
        text = "[tool.articlelint]\n" if name == "pyproject.toml" else 'fail-on = "error"\n'
        write(name, text)
        result = invoke("--yes")
        assert result.exit_code == 0
        path = os.path.normpath(tmp_path / "inner" / name)
        assert f"{path} already applies here, so no configuration is written." in result.stdout
        assert "1 can" not in result.stdout
        assert "links/empty-target" in result.stdout
        assert Path(name).read_text(encoding="utf-8") == text
        assert [each.name for each in Path().glob("*.toml")] in ([Path(name).name], [])

    def test_never_overwrites_what_is_no_file(self) -> None:
        hexo()
        Path("articlelint.toml").mkdir()
        result = invoke("--yes")
        assert result.exit_code == 2
        assert "cannot write" in result.stderr

    def test_never_follows_a_link_that_leads_nowhere(self, tmp_path: Path) -> None:
        hexo()
        Path("articlelint.toml").symlink_to(tmp_path / "gone")
        assert invoke("--yes").exit_code == 2
        assert not (tmp_path / "gone").exists()

    def test_a_folder_that_cannot_be_written(self, monkeypatch: pytest.MonkeyPatch) -> None:
        hexo()

        def refuse(*_: object, **__: object) -> None:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(Path, "open", refuse)
        result = invoke("--yes")
        assert result.exit_code == 2
        assert result.stderr.endswith("articlelint.toml: Permission denied\n")

    def test_a_broken_configuration_is_told(self) -> None:
        hexo()
        write("articlelint.toml", "ignore = [")
        result = invoke("--yes")
        assert result.exit_code == 2
        assert "is not TOML" in result.stderr

    def test_no_articles(self) -> None:
        Path("empty").mkdir()
        result = invoke("empty", "--yes")
        assert result.exit_code == 2
        assert "there are no articles in empty; run `articlelint init` in" in result.stderr
        assert not list(Path("empty").iterdir())


class TestAdvice:
    def test_counts_by_rule_and_says_what_fix_mends(self) -> None:
        write("a.md", "\ufeff---\ntitle: A\n---\n[b]()\n")
        lines = invoke("--yes").stdout.splitlines()
        assert "  1  warning  text/byte-order-mark  [fixable]" in lines
        assert "  1  warning  links/empty-target" in lines
        assert "1. Make the safe fixes (1 finding): look at them first" in lines
        assert "     articlelint check --write-baseline" in lines
        assert '  # baseline = "articlelint-baseline.json"' in lines

    @pytest.mark.parametrize(
        ("renderer", "why"),
        [
            (
                "kramed",
                "Hexo reads it with `hexo-renderer-kramed`, which articlelint does not know",
            ),
            ("marked", ""),
        ],
    )
    def test_a_renderer_that_is_not_known_is_said(self, renderer: str, why: str) -> None:
        hexo()
        packages = f'{{"dependencies": {{"hexo": "7", "hexo-renderer-{renderer}": "7"}}}}'
        write("package.json", packages)
        told = re.findall(r"(?m)^    Markdown: (.*)$", invoke("--yes").stdout)
        assert told == ([why] if why else [])

    def test_a_hook_that_may_change_the_markdown_is_said(self) -> None:
        write("mkdocs.yml", "site_name: Gulls\nhooks: [hooks/words.py]\n")
        write("docs/index.md", "# Gulls\n")
        output = invoke("--yes").stdout
        assert "  Not known, so rules that depend on it report nothing:\n" in output
        assert "    Markdown: `hooks/words.py` may change it\n" in output

    def test_nothing_is_said_to_be_unknown_where_no_generator_is(self) -> None:
        write("a.md", "# Gulls\n")
        assert "Not known" not in invoke("--yes").stdout

    def test_places_that_a_check_tells_as_one_are_counted(self) -> None:
        hexo()
        images = "".join(f"![{each}](/gone/{each}.png)\n\n" for each in "abcde")
        write("source/_posts/a.md", f"---\ntitle: A\ndate: 2024-05-01\n---\n\n{images}")
        assert "Findings: 5 errors, every place counted\n" in invoke("--yes").stdout

    def test_where_there_is_a_baseline_none_is_advised(self) -> None:
        hexo()
        write("source/_posts/a.md", "---\ntitle: A\ndate: 2024-05-01\n---\n\n![a](/gone.png)\n")
        assert "--write-baseline" in invoke("--yes").stdout
        write("articlelint-baseline.json", '{"version": 1, "findings": {}}')
        assert "--write-baseline" not in invoke("--yes").stdout

    def test_what_is_to_be_copied_is_not_translated(self) -> None:
        hexo()
        Path(".git").mkdir()
        output = invoke("--yes", "--language", "zh").stdout
        assert "检查推送的内容：写入 `.github/workflows/articlelint.yml`\n" in output
        assert "rev: <标签>\n" in output
        assert "     on: [push, pull_request]\n" in output

    def test_a_clean_site_needs_no_baseline(self) -> None:
        write("a.md", "---\ntitle: A\n---\n")
        output = invoke("--yes").stdout
        assert "Findings: nothing found\n" in output
        assert "fixes" not in output
        assert "baseline" not in output

    def test_without_git_there_is_no_hook(self) -> None:
        hexo()
        output = invoke("--yes").stdout
        assert "Put the site under git" in output
        assert "pre-commit" not in output

    def test_the_hook_and_the_pipeline_are_for_this_folder(self) -> None:
        Path(".git").mkdir()
        hexo("a blog: mine")
        output = invoke("a blog: mine", "--yes").stdout
        block = output.partition(".pre-commit-config.yaml`\n")[2].partition("\n\n")[0]
        entry = yaml.safe_load(block)["repos"][0]["hooks"][0]
        assert entry["args"] == ["--config", "a blog: mine/articlelint.toml"]
        assert re.search(entry["files"], "a blog: mine/source/_posts/a.md")
        assert not re.search(entry["files"], "b/a blog: mine/a.md")
        block = output.partition("articlelint.yml`\n")[2]
        steps = yaml.safe_load(block)["jobs"]["articlelint"]["steps"]
        assert steps[-1]["run"] == (
            "articlelint check 'a blog: mine' --config 'a blog: mine/articlelint.toml'"
        )

    def test_gitlab(self, tmp_path: Path) -> None:
        (tmp_path / ".git").mkdir()
        write(".git/config", '[remote "origin"]\n\turl = git@gitlab.example.org:a/b.git\n')
        found = snippets.pipeline(tmp_path, "blog")
        assert found is not None
        assert (found.file, found.exists) == (".gitlab-ci.yml", False)
        script = yaml.safe_load(found.text)["articlelint"]["script"][0]
        assert script.startswith("articlelint check blog --config blog/articlelint.toml --output")

    def test_what_is_there_already_is_not_advised(self, tmp_path: Path) -> None:
        (tmp_path / ".git").mkdir()
        write(".pre-commit-config.yaml", "repos: []\n")
        write(".gitlab-ci.yml", "build: {}\n")
        first = snippets.hook(tmp_path, "")
        assert first is not None
        assert first.exists
        assert not first.text.startswith("repos:")
        second = snippets.pipeline(tmp_path, "")
        assert second is not None
        assert second.exists
        write(".pre-commit-config.yaml", f"repos:\n{first.text}")
        write(".gitlab-ci.yml", second.text)
        assert snippets.hook(tmp_path, "") is None
        assert snippets.pipeline(tmp_path, "") is None
        Path(".gitlab-ci.yml").unlink()
        write(".github/workflows/lint.yaml", snippets.GITHUB)
        assert snippets.pipeline(tmp_path, "") is None
