"""``articlelint rule``, ``rules`` and ``config``."""

from __future__ import annotations

import json
from pathlib import Path
from textwrap import dedent

import pytest
from click.testing import CliRunner

from articlelint.cli.program import program

RULES = """
    from articlelint import Applicability, Rule, Severity

    class Tall(Rule):
        '''The article is too tall.

        Nobody reads it.
        '''

        name = "ours/tall"
        severity = Severity.INFO
        default = False
        fixable = Applicability.UNSAFE
        most_lines: int = 10
        words: tuple[str, ...] = ("a", 'b"c')
        names: tuple[tuple[str, str], ...] = (("a", "b"),)
        place: tuple[int, int, int] = (1, 2, 3)
        limit: int | None = None

        def check(self, article):
            return ()
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("our.py").write_text(dedent(RULES), encoding="utf-8")
    Path("articlelint.toml").write_text('plugins = ["our.py"]', encoding="utf-8")
    return tmp_path


def out(*arguments: str) -> str:
    result = CliRunner().invoke(program, list(arguments))
    assert result.exit_code == 0, result.stderr
    return result.stdout


def test_the_page_of_a_built_in_rule() -> None:
    page = out("rule", "text/byte-order-mark")
    assert page.startswith("# text/byte-order-mark\n")
    assert "## Why" in page
    assert page.endswith(
        "- severity: warning\n- fix: safe\n- on by default: yes\n- from: built-in\n"
    )


def test_the_page_of_a_rule_in_a_file_is_its_docstring_with_its_options() -> None:
    page = out("rule", "ours/tall")
    assert page.startswith("# ours/tall\n\nThe article is too tall.\n\nNobody reads it.\n")
    assert 'in the table `[rules."ours/tall"]`' in page
    assert "- `most-lines = 10`: a whole number\n" in page
    assert '- `words = ["a", "b\\"c"]`: a list of strings\n' in page
    assert '- `names = [["a", "b"]]`: a list of pairs\n' in page
    assert "- `place = [1, 2, 3]`: a list of 3 whole numbers\n" in page
    assert "- `limit`: a whole number; not set by default\n" in page
    assert "our.py" in page


@pytest.mark.parametrize("arguments", [[], ["ours/tall", "--all"]])
def test_without_a_name_it_is_said_what_can_be_named(arguments: list[str]) -> None:
    result = CliRunner().invoke(program, ["rule", *arguments])
    assert (result.exit_code, result.stdout) == (2, "")
    assert "--all for every page" in result.stderr
    assert "`headings`, `html`" in result.stderr


def test_a_family_is_listed() -> None:
    assert out("rule", "images") == out("rules", "images")
    json_arguments = ("images", "--output-format", "json")
    assert out("rule", *json_arguments) == out("rules", *json_arguments)


def test_all_pages_are_printed() -> None:
    pages = out("rule", "--all")
    for line in out("rules").splitlines():
        assert f"# {line.split()[0]}\n" in pages


def test_the_list_of_rules() -> None:
    lines = {line.split()[0]: line for line in out("rules").splitlines()}
    assert " warning * " in lines["text/byte-order-mark"]
    assert lines["text/byte-order-mark"].endswith("The file has a byte order mark.")
    assert " info    ? off The article is too tall." in lines["ours/tall"]
    assert " error     net A link leads to a page" in lines["links/unreachable"]


def test_the_list_as_json() -> None:
    rows = {row["name"]: row for row in json.loads(out("rules", "--output-format", "json"))}
    assert rows["ours/tall"] == {
        "name": "ours/tall",
        "family": "ours",
        "severity": "info",
        "fixable": "unsafe",
        "default": False,
        "on": False,
        "severity_here": None,
        "online": False,
        "origin": str(Path("our.py").absolute()),
        "summary": "The article is too tall.",
    }


def test_the_schema_of_the_configuration_knows_rules_and_their_options() -> None:
    schema = json.loads(out("config", "schema"))
    assert schema["additionalProperties"] is False
    assert {"select", "extend-select", "ignore", "severity", "rules", "overrides", "site",
            "exclude", "extends", "plugins", "fail-on", "output-format", "jobs", "online",
            "baseline", "language", "front-matter", "unsuppressable"} == set(
        schema["properties"]
    )  # fmt: skip
    rules = schema["$defs"]["Rules"]["properties"]
    assert set(rules["ours/tall"]["properties"]) == {
        "most-lines", "words", "names", "place", "limit",
    }  # fmt: skip
    assert "text/byte-order-mark" in schema["$defs"]["Selector"]["enum"]
    assert "time-zone" in schema["$defs"]["SiteTable"]["properties"]


class TestListing:
    def names(self, *arguments: str) -> list[str]:
        return [line.split()[0] for line in out("rules", *arguments).splitlines()]

    def test_by_family_rule_and_part_of_a_name(self) -> None:
        assert self.names("ours", "text/byte-order-mark") == ["ours/tall", "text/byte-order-mark"]
        assert "dates/invalid-date" in self.names("invalid-d")

    def test_by_fix_state_and_severity(self) -> None:
        assert set(self.names("--fixable")) > {"ours/tall", "text/byte-order-mark"}
        assert "ours/tall" in self.names("--off")
        assert "ours/tall" not in self.names("--on")
        assert "ours/tall" in self.names("--severity", "info")
        assert self.names("ours", "--on") == []
        assert out("rules", "ours", "--on", "--output-format", "json") == "[]\n"

    def test_what_is_on_and_how_severe_is_told_for_here(self) -> None:
        Path("articlelint.toml").write_text(
            'plugins = ["our.py"]\nextend-select = ["ours"]\n[severity]\nours = "error"',
            encoding="utf-8",
        )
        assert out("rules", "ours").split()[:3] == ["ours/tall", "error", "?"]
        (row,) = json.loads(out("rules", "ours", "--output-format", "json"))
        assert (row["severity"], row["severity_here"], row["on"]) == ("info", "error", True)

    def test_a_wrong_name_offers_the_nearest(self) -> None:
        result = CliRunner().invoke(program, ["rules", "dats"])
        assert result.exit_code == 2
        assert "did you mean `dates`?" in result.stderr


def test_nothing_of_a_rule_is_obeyed_by_a_terminal() -> None:
    text = dedent(RULES).replace("too tall", "too \\x1b[2Jtall").replace("Nobody", "No\\x9b2Jbody")
    Path("our.py").write_text(text, encoding="utf-8")
    for arguments in (
        ["rule", "ours/tall"],
        ["rules", "ours"],
        ["rules", "--output-format", "json"],
    ):
        text = out(*arguments)
        assert not set(text) & {"\x1b", "\x9b"}
        assert "too" in text
    assert "The article is too ␛[2Jtall." in out("rules", "ours")


def test_a_name_that_is_none() -> None:
    text = dedent(RULES).replace("ours/tall", "ours/\\x1b[2J")
    Path("our.py").write_text(text, encoding="utf-8")
    result = CliRunner().invoke(program, ["rules"])
    assert result.exit_code == 2
    assert "the name of Tall is not `family/thing`" in result.stderr


def test_a_rule_as_json() -> None:
    record = json.loads(out("rule", "ours/tall", "--output-format", "json"))
    assert record["options"][0] == {"name": "most-lines", "type": "int", "default": "10"}
    assert record["options"][-1] == {"name": "limit", "type": "int | None", "default": None}
    assert record["page"].startswith("# ours/tall\n")
    assert (record["fixable"], record["default"]) == ("unsafe", False)
    everything = json.loads(out("rule", "--all", "--output-format", "json"))
    assert record in everything
    assert len(everything) == len(json.loads(out("rules", "--output-format", "json")))


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(shell: str, monkeypatch: pytest.MonkeyPatch) -> None:
    script = out("completion", shell)
    assert "_ARTICLELINT_COMPLETE" in script
    monkeypatch.setenv("SHELL", f"/usr/bin/{shell}")
    assert out("completion") == script


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("articlelint ru", {"rule", "rules"}),
        ("articlelint rule suppression/u", {"suppression/unknown-rule", "suppression/unused"}),
        ("articlelint rule suppression/m", {"suppression/malformed"}),
        ("articlelint rule ours", {""}),  # of a plugin, whose code no key runs
        ("articlelint check --write-b", {"--write-baseline"}),
        ("articlelint content --write-b", {"--write-baseline"}),
        ("articlelint rules suppression/m", {"suppression/malformed"}),
        ("articlelint check --select suppression/m", {"suppression/malformed"}),
        ("articlelint check --ignore html,al", {"html,all"}),
        ("articlelint config show --extend-select dates,al", {"dates,all"}),
        ("articlelint check read", {"read"}),  # of type "file": the shell goes on
    ],
)
def test_what_is_completed(words: str, found: set[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMP_WORDS", words)
    monkeypatch.setenv("COMP_CWORD", str(len(words.split()) - 1))
    monkeypatch.setenv("_ARTICLELINT_COMPLETE", "bash_complete")
    result = CliRunner().invoke(program, [], prog_name="articlelint")
    assert {line.partition(",")[2] for line in result.stdout.splitlines()} == found


def test_a_broken_configuration_is_no_matter_of_a_key(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("articlelint.toml").write_text("ignore = [", encoding="utf-8")
    monkeypatch.setenv("COMP_WORDS", "articlelint rule text/")
    monkeypatch.setenv("COMP_CWORD", "2")
    monkeypatch.setenv("_ARTICLELINT_COMPLETE", "bash_complete")
    result = CliRunner().invoke(program, [], prog_name="articlelint")
    assert "text/byte-order-mark" in result.stdout
    assert result.stderr == ""


def test_completion_of_an_unknown_shell(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHELL", "/bin/csh")
    result = CliRunner().invoke(program, ["completion"])
    assert result.exit_code == 2
    assert "name a shell: `bash`, `zsh`, `fish`" in result.stderr
