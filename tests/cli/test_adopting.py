"""``check`` with a baseline: what it says, where the file is, what becomes of the exit code."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from articlelint.cli.program import program

if TYPE_CHECKING:
    from click.testing import Result

FILE = "articlelint-baseline.json"
DEFECT = "![](/gone.png)\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("GITHUB_ACTIONS", "ARTICLELINT_OUTPUT_FORMAT"):
        monkeypatch.delenv(name, raising=False)
    Path("articlelint.toml").write_text('select = ["images/missing-alt"]\n', encoding="utf-8")
    Path("a.md").write_text(DEFECT, encoding="utf-8")
    return tmp_path


def check(*arguments: str) -> Result:
    return CliRunner().invoke(program, ["check", *arguments])


def test_what_is_there_is_remembered_and_the_run_passes() -> None:
    result = check("--write-baseline")
    assert result.exit_code == 0
    assert result.stderr == (
        f"Wrote {FILE}: 1 known finding\n"
        f'It counts where the configuration says: baseline = "{FILE}"\n'
        "Checked 1 file: nothing found\n"
    )
    assert check().exit_code == 1  # the configuration says nothing yet


def configured() -> None:
    Path("articlelint.toml").write_text(
        f'select = ["images/missing-alt"]\nbaseline = "{FILE}"\n', encoding="utf-8"
    )
    assert check("--write-baseline").exit_code == 0


def test_moved_lines_are_known_and_one_more_is_new() -> None:
    configured()
    Path("a.md").write_text("Line\n\n" * 10 + DEFECT, encoding="utf-8")
    result = check()
    assert (result.exit_code, result.stdout) == (0, "")
    assert f"1 finding known by {FILE}\n" in result.stderr
    Path("a.md").write_text("Line\n\n" * 10 + DEFECT + "\n![](/new.png)\n", encoding="utf-8")
    result = check()
    assert result.exit_code == 1
    assert result.stdout.startswith("a.md:23:1: warning images/missing-alt")
    assert result.stdout.count("\n") == 1
    assert check("--no-baseline").stdout.count("\n") == 2


def test_what_is_mended_is_said_and_pruned() -> None:
    configured()
    Path("a.md").write_text("Hello\n", encoding="utf-8")
    result = check()
    assert result.exit_code == 0
    assert f"{FILE} knows 1 finding that there is not any more:\n" in result.stderr
    assert "--prune-baseline forgets them" in result.stderr
    assert f"Forgot 1 finding in {FILE}" in check("--prune-baseline").stderr
    assert json.loads(Path(FILE).read_text(encoding="utf-8"))["findings"] == {}
    assert check().stderr == "Checked 1 file: nothing found\n"


def test_a_baseline_elsewhere_is_told_by_its_whole_path(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    configured()
    (folder / "inner").mkdir()
    monkeypatch.chdir(folder / "inner")
    assert f"1 finding known by {folder / FILE}\n" in check("..").stderr
