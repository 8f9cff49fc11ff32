"""``articlelint config``: what holds and why; the schema and the models say the same."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from textwrap import dedent
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner

from articlelint.cli.program import program
from articlelint.config import Configs
from articlelint.errors import ConfigError

RULES = """
    from articlelint import Applicability, Rule, Severity

    class Tall(Rule):
        '''The article is too tall.'''

        name = "ours/tall"
        severity = Severity.INFO
        default = False
        most_lines: int = 10
        words: tuple[str, ...] = ("a", "b")

        def check(self, article):
            return ()

    class Wide(Tall):
        '''The article is too wide.'''

        name = "ours/wide"
        default = True
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("our.py").write_text(dedent(RULES), encoding="utf-8")
    Path("base.toml").write_text(
        'plugins = ["our.py"]\nselect = ["ours/*"]\n[rules."ours/tall"]\nmost-lines = 3\n',
        encoding="utf-8",
    )
    Path("articlelint.toml").write_text(
        dedent(
            """\
            extends = "base.toml"
            extend-select = ["text"]
            exclude = ["old", "older"]
            jobs = 2

            [site]
            time-zone = "Asia/Shanghai"

            [severity]
            ours = "error"

            [[overrides]]
            files = ["news/**"]
            ignore = ["ours/tall"]

            [[overrides]]
            files = ["news/new/**"]
            select = ["ours/tall"]
            severity = { "ours/tall" = "info" }
            rules = { "ours/tall" = { words = [] } }
            """
        ),
        encoding="utf-8",
    )
    return tmp_path


def shown(*arguments: str) -> dict[str, tuple[object, str]]:
    result = CliRunner().invoke(program, ["config", "show", *arguments, "--output-format", "json"])
    assert result.exit_code == 0, result.stderr
    document = json.loads(result.stdout)
    found: dict[str, tuple[object, str]] = {}
    for row in document["settings"]:
        key = f"online {row['key']}" if row["section"] == "online" else row["key"]
        found[key] = (row["value"], row["origin"])
        for option in row.get("options", ()):
            found[f"{row['key']} {option['key']}"] = (option["value"], option["origin"])
    return found


class TestShow:
    def test_lines_of_files(self) -> None:
        settings = shown("a.md")
        assert settings["jobs"] == (2, "articlelint.toml:4")
        assert settings["fail-on"] == ("warning", "default")
        assert settings["exclude"] == ("older", "articlelint.toml:3")
        assert settings["plugins"] == ("our.py", "base.toml:1")
        assert settings["time-zone"] == ("Asia/Shanghai", "articlelint.toml:7")

    def test_rules(self) -> None:
        settings = shown("a.md")
        assert settings["ours/tall"] == ("error", "articlelint.toml:10, on by base.toml:2")
        assert settings["ours/tall most-lines"] == (3, "base.toml:4")
        assert settings["ours/tall words"] == (["a", "b"], "default")
        assert settings["text/byte-order-mark"] == ("warning", "articlelint.toml:2")
        assert settings["html/stray-end-tag"] == (False, "base.toml:2")

    def test_overrides(self) -> None:
        assert shown("news/a.md")["ours/tall"] == (False, "articlelint.toml:14")
        assert shown("news/a.md")["ours/wide"][0] == "error"
        newest = shown("news/new/a.md")
        assert newest["ours/tall"] == ("info", "articlelint.toml:19, on by articlelint.toml:18")
        assert newest["ours/tall words"] == ([], "articlelint.toml:20")
        assert newest["ours/wide"] == (False, "articlelint.toml:18")

    def test_flags(self) -> None:
        assert shown("a.md", "--ignore", "ours")["ours/tall"] == (False, "--ignore")
        only = shown("a.md", "--select", "text")
        assert only["text/byte-order-mark"] == ("warning", "--select")
        assert only["ours/wide"] == (False, "--select")
        assert shown("a.md", "--isolated")["jobs"] == ("as many as make the run faster", "default")

    def test_what_the_generator_says(self) -> None:
        Path("_config.yml").write_text("title: x\nurl: https://example.org\n", encoding="utf-8")
        Path("package.json").write_text('{"dependencies": {"hexo": "7"}}', encoding="utf-8")
        Path("source/_posts").mkdir(parents=True)
        settings = shown("source/_posts/a.md")
        assert settings["generator"] == ("hexo", f"recognised in {Path.cwd()}")
        assert settings["base-url"] == ("https://example.org", "Hexo's configuration")
        assert settings["permalink"][1] == "Hexo's default"
        for folder in (".", "source/_posts"):
            assert shown(folder)["generator"] == settings["generator"]

    def test_the_root_is_where_the_generator_is_named(self) -> None:
        Path("articlelint.toml").write_text('[site]\ngenerator = "hexo"\n', encoding="utf-8")
        settings = shown("a.md")
        assert settings["generator"] == ("hexo", "articlelint.toml:2")
        assert settings["root"] == (str(Path.cwd()), "articlelint.toml:2")

    def test_the_network_and_the_front_matter(self) -> None:
        with Path("articlelint.toml").open("a", encoding="utf-8") as file:
            file.write(
                "[overrides.front-matter.fields.headimg]\nrequired = true\n"
                '[front-matter]\nunknown-keys = "report"\n'
                '[front-matter.fields]\nheadimg = { type = "image" }\n'
                '[online]\nheaders = { "a.net" = { Authorization = "ARTICLELINT_TOKEN" } }\n'
            )
        settings = shown("a.md")
        assert settings["online timeout"] == (20.0, "default")
        assert settings["online headers"] == (
            {"a.net": {"Authorization": "ARTICLELINT_TOKEN"}},
            "articlelint.toml:28",
        )
        assert settings["built-in"] == (True, "default")
        assert settings["unknown-keys"] == ("report", "articlelint.toml:24")
        assert settings["fields.headimg.type"] == ("image", "articlelint.toml:26")
        assert "fields.headimg.required" not in settings
        newest = shown("news/new/a.md")
        assert newest["fields.headimg.required"] == (True, "articlelint.toml:22")

    @pytest.mark.parametrize(
        ("files", "not_known"),
        [
            pytest.param(
                {
                    "mkdocs.yml": "site_name: A\nhooks: [make.py]\nplugins: [gen-files]\n",
                    "make.py": "def on_page_markdown(markdown, **_): return markdown\n",
                },
                {
                    "Markdown": "`make.py` may change it",
                    "addresses of pages": "the plugin gen-files may make pages",
                },
                id="a hook and a plugin of MkDocs",
            ),
            pytest.param({"mkdocs.yml": "site_name: A\n"}, {}, id="nothing"),
            pytest.param(
                {},
                {"the generator": "no known one is recognised or named"},
                id="no generator",
            ),
            pytest.param(
                {"_config.yml": "title: A\n", "_posts/.keep": "", "middleware.ts": ""},
                {"redirects": "a file of the host may send any address elsewhere"},
                id="redirects",
            ),
        ],
    )
    def test_what_cannot_be_seen(
        self, files: dict[str, str], not_known: dict[str, str], tmp_path: Path
    ) -> None:
        for name, text in files.items():
            file = tmp_path / name
            file.parent.mkdir(exist_ok=True)
            file.write_text(text, encoding="utf-8")
        command = ["config", "show", "docs/a.md"]
        as_json = CliRunner().invoke(program, [*command, "--output-format", "json"])
        found = json.loads(as_json.stdout)["not_known"]
        assert {each["what"]: each["why"] for each in found} == not_known
        text = CliRunner().invoke(program, command).stdout
        lines = [line.partition("  ") for line in text.splitlines()]
        assert set(not_known.items()) <= {(what, why.strip()) for what, _, why in lines}
        assert ("[not known]" in text) is bool(not_known)

    def test_as_text(self) -> None:
        result = CliRunner().invoke(program, ["config", "show", "a.md"])
        lines = result.stdout.splitlines()
        assert lines[0] == "article: a.md"
        assert any(line.split() == ["jobs", "2", "articlelint.toml:4"] for line in lines)
        assert any(line.startswith("[rules] (5 of ") for line in lines)


def schema() -> dict[str, Any]:
    result = CliRunner().invoke(program, ["config", "schema"])
    assert result.exit_code == 0, result.stderr
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())


GOOD = [
    "",
    'extends = "base.toml"\n',
    'extends = ["untrusted", "base.toml"]\n',
    'select = ["all"]\nignore = ["html", "dates/invalid-date"]\n',
    'severity = { all = "info", "ours/tall" = "error" }\n',
    'rules = { "ours/tall" = { most-lines = 4, words = ["x"] } }\n',
    'fail-on = "error"\njobs = 1\noutput-format = "json"\nbaseline = "known.json"\n',
    'site = { generator = "hugo", root = ".", time-zone = "UTC", future = true, static = ["a"] }\n',
    "site = { date-roles = { seen = 'published', gone = 'expires' } }\n",
    'overrides = [{ files = ["a"], extend-select = ["ours"], severity = { ours = "info" } }]\n',
    'online = { timeout = 3, retries = 0, headers = { "a.example" = { Authorization = "T" } } }\n',
]
BAD = [
    "selct = []\n",
    'select = "all"\n',
    'select = ["ours/tal"]\n',
    'severity = { ours = "loud" }\n',
    'severity = { our = "info" }\n',
    'rules = { "ours/tal" = {} }\n',
    'rules = { "ours/tall" = { most-line = 4 } }\n',
    'rules = { "ours/tall" = { most-lines = "x" } }\n',
    'rules = { "ours/tall" = { words = 3 } }\n',
    'fail-on = "never"\n',
    "jobs = 0\n",
    "baseline = 1\n",
    "site = { generater = 'hugo' }\n",
    "site = { future = 3 }\n",
    "site = { date-roles = { seen = 'posted' } }\n",
    "site = { data-suffixes = ['x'] }\n",
    'overrides = [{ ignore = ["ours"] }]\n',
    "overrides = [{ files = [] }]\n",
    'overrides = [{ files = ["a"], jobs = 2 }]\n',
    "online = { timeout = -1 }\n",
    "online = { timout = 1 }\n",
]


@pytest.mark.parametrize(("text", "fine"), [*((t, True) for t in GOOD), *((t, False) for t in BAD)])
def test_an_editor_with_the_schema_says_what_the_program_says(text: str, *, fine: bool) -> None:
    text = text if "extends" in text else f'plugins = ["our.py"]\n{text}'
    Path("articlelint.toml").write_text('plugins = ["our.py"]\n', encoding="utf-8")
    validator = jsonschema.Draft202012Validator(schema())
    assert validator.is_valid(tomllib.loads(text)) is fine
    Path("articlelint.toml").write_text(text, encoding="utf-8")
    try:
        Configs().root  # noqa: B018 - read, that is
    except ConfigError:
        assert not fine
    else:
        assert fine


def test_what_a_generator_has_by_itself_is_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("articlelint.toml").write_text(
        '[site]\ngenerator = "hexo"\nimage-keys = ["poster"]\n', encoding="utf-8"
    )
    settings = shown("a.md")
    images, origin = settings["image-keys"]
    assert isinstance(images, list)
    assert {"poster", "cover"} <= set(images)
    assert origin == "articlelint.toml:3"
    assert settings["date-roles"] == (
        [["date", "published"], ["updated", "updated"]],
        "Hexo's default",
    )
