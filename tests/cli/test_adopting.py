"""``check`` for a site with old findings: baselines, comments, watching."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from articlelint.cli.program import program

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

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
    assert result.stderr == (f"Wrote {FILE}: 1 known finding\nChecked 1 file: nothing found\n")
    assert check().exit_code == 0  # found by its name
    assert check("--isolated", "--select", "images/missing-alt").exit_code == 1
    assert check("--no-baseline").exit_code == 1


def test_a_baseline_is_found_beside_the_configuration(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "inner").mkdir()
    monkeypatch.chdir(folder / "inner")
    assert f"Wrote {folder / FILE}" in check("--write-baseline", "..").stderr
    assert f"1 finding known by {folder / FILE}\n" in check("..").stderr
    Path(FILE).write_text('{"version": 1, "findings": {}}', encoding="utf-8")
    assert check("--baseline", FILE, "..").exit_code == 1


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


def test_what_is_fixed_is_said_and_pruned() -> None:
    configured()
    Path("a.md").write_text("Hello\n", encoding="utf-8")
    result = check()
    assert result.exit_code == 0
    assert f"1 finding of {FILE} no longer occurs:\n" in result.stderr
    assert "--prune-baseline removes them" in result.stderr
    assert f"Removed 1 finding from {FILE}" in check("--prune-baseline").stderr
    assert json.loads(Path(FILE).read_text(encoding="utf-8"))["findings"] == {}
    assert check().stderr == "Checked 1 file: nothing found\n"


def test_a_baseline_elsewhere_is_told_by_its_whole_path(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    configured()
    (folder / "inner").mkdir()
    monkeypatch.chdir(folder / "inner")
    assert f"1 finding known by {folder / FILE}\n" in check("..").stderr


def test_what_another_folder_says_of_the_run_is_not_passed_over_in_silence(folder: Path) -> None:
    (folder / "blog").mkdir()
    path = folder / "blog" / "articlelint.toml"
    path.write_text(f'fail-on = "error"\nbaseline = "{FILE}"\n', encoding="utf-8")
    (folder / "blog" / "b.md").write_text("Hello\n", encoding="utf-8")
    said = f"{path}: `fail-on`, `baseline`: only for runs in its folder\n"
    assert said in check().stderr
    assert said not in check("--config", str(path), "--no-baseline").stderr
    assert said not in check("a.md").stderr


def test_comments_silence_what_is_there() -> None:
    Path("a.md").write_text(f"---\ntitle: A\n---\n\n{DEFECT}", encoding="utf-8")
    result = check("--add-suppressions", "a theme's own")
    assert result.exit_code == 0
    assert "Wrote 1 comment into 1 file\n" in result.stderr
    assert Path("a.md").read_text(encoding="utf-8") == (
        "---\ntitle: A\n---\n\n"
        "<!-- articlelint-disable-next-line images/missing-alt -- a theme's own -->\n"
        f"{DEFECT}"
    )
    assert check().stderr == "Checked 1 file: nothing found (1 suppressed by comments)\n"


def test_comments_in_front_matter() -> None:
    Path("articlelint.toml").unlink()
    Path("a.md").write_text("---\ntitle: A\ntitle: A\n---\n\nHello\n", encoding="utf-8")
    assert check().exit_code == 1
    assert check("--add-suppressions", "kept").exit_code == 0
    text = Path("a.md").read_text(encoding="utf-8")
    assert "# articlelint-disable" in text.partition("\n---\n")[0]
    assert check().exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--write-baseline", "--prune-baseline"], "cannot be used with"),
        (["--write-baseline", "--diff"], "cannot be used with"),
        (["--no-baseline", "--baseline", "x.json"], "cannot be used with"),
        (["--baseline", "gone.json"], "cannot read the baseline gone.json"),
        (["--add-suppressions", " "], "needs a reason"),
        (["--add-suppressions", "a --> b"], "which ends the comment"),
        (
            ["--watch", "--write-baseline"],
            "--watch works with paths only, and with no flag that writes",
        ),
        (["--watch", "-"], "--watch works with paths only, and with no flag that writes"),
    ],
)
def test_what_does_not_go_together(arguments: list[str], said: str) -> None:
    result = check(*arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert Path("a.md").read_text(encoding="utf-8") == DEFECT


class Watching:
    """A run with ``--watch``, whose lines are read as they come."""

    def __init__(self, *arguments: str) -> None:
        command = [sys.executable, "-u", "-m", "articlelint", "check", "--watch", *arguments]
        self.process = subprocess.Popen(
            command,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            start_new_session=True,
        )
        self._lines: Queue[str] = Queue()
        self._reader = Thread(target=self._read)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        with self.process.stdout as stream:
            for line in stream:
                self._lines.put(line)

    def run(self) -> str:
        """Return what the next run prints; raises Empty where none comes."""
        text = ""
        while "Watching for changes" not in text:
            text += self._lines.get(timeout=20)
        return text

    def is_quiet(self) -> bool:
        """Tell whether no run comes within a second."""
        try:
            self._lines.get(timeout=1)
        except Empty:
            return True
        return False

    def end(self) -> int:
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGINT)
        try:
            return self.process.wait(timeout=10)
        finally:
            self.process.kill()
            self.process.wait()
            self._reader.join()


@pytest.fixture
def watching() -> Iterator[Callable[..., Watching]]:
    started: list[Watching] = []

    def start(*arguments: str) -> Watching:
        started.append(Watching(*arguments))
        return started[-1]

    yield start
    for each in started:
        each.end()


def test_watching(watching: Callable[..., Watching]) -> None:
    run = watching("--output-format", "concise", "--output-format", "json=report.json")
    assert "a.md:1:1: warning images/missing-alt" in run.run()
    assert run.is_quiet()  # though a file was written
    Path("a.md").write_text("Hello\n", encoding="utf-8")
    assert "nothing found" in run.run()
    Path("b.md").write_text(DEFECT, encoding="utf-8")
    assert "b.md:1:1: warning images/missing-alt" in run.run()
    Path("articlelint.toml").write_text("select = [", encoding="utf-8")
    assert "is not TOML" in run.run()
    Path("articlelint.toml").write_text('ignore = ["images"]', encoding="utf-8")
    assert "nothing found" in run.run()
    assert run.end() == 130


def test_watching_what_an_article_leads_to(
    tmp_path: Path, watching: Callable[..., Watching]
) -> None:
    (tmp_path / "source" / "_posts").mkdir(parents=True)
    (tmp_path / "source" / "images").mkdir()
    Path("package.json").write_text('{"hexo": {"version": "7"}}', encoding="utf-8")
    Path("articlelint.toml").unlink()
    article = Path("source/_posts/a.md")
    article.write_text("---\ntitle: A\n---\n![A](/images/a.png)\n", encoding="utf-8")
    run = watching(str(article))
    assert "images/missing-file" in run.run()
    Path("source/images/a.png").touch()
    assert "images/missing-file" not in run.run()


def test_watching_without_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    result = check("--watch")
    assert result.exit_code == 2
    assert 'pip install "articlelint[watch]"' in result.stderr
