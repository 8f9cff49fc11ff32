"""Notes in formats of which each finding becomes a remark on a change."""

from __future__ import annotations

from pathlib import Path

import pytest

from articlelint.cli import main


@pytest.mark.parametrize(
    ("flags", "told"),
    [
        (["--output-format", "github"], False),
        (["--output-format", "github", "--severity", "info"], True),
        (["--output-format", "gitlab"], False),
        (["--output-format", "json"], True),
        (["--output-format", "concise"], True),
    ],
)
def test_notes(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    flags: list[str],
    told: bool,
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_text("<ul><ul><li>a</li></ul></ul>\n", encoding="utf-8")
    assert main(["check", "--isolated", "--select", "html/invalid-nesting", *flags, "a.md"]) == 0
    assert ("html/invalid-nesting" in capsys.readouterr().out) is told


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("mkdocs.yml", "site_name: [a\n", "defaults: mkdocs.yml does not parse"),
        ("nanoc.yaml", "", "The site is made with nanoc, which articlelint does not know"),
        ("mkdocs.yml", "site_name: a\n", ""),
    ],
)
def test_what_is_not_known_of_a_site(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    name: str,
    text: str,
    said: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    for folder in (".git", "docs"):
        Path(folder).mkdir()
    Path(name).write_text(text, encoding="utf-8")
    Path("docs/a.md").write_text("# A\n", encoding="utf-8")
    assert main(["check", "--isolated", "--no-cache"]) == 0
    told = capsys.readouterr().err
    assert said in told
    assert told.count("The site is") == bool(said)
    assert main(["check", "--isolated", "--no-cache", "-q"]) == 0
    assert not capsys.readouterr().err
