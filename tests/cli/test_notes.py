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
