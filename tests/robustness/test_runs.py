"""Runs that are killed, interrupted or held up, and those that meet."""

from __future__ import annotations

import resource
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.robustness.program import BAD, FIXED, fill, leftovers, run, start

if TYPE_CHECKING:
    from collections.abc import Sequence

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="signals, links and limits")


def kill(folder: Path, number: int, seconds: float, arguments: Sequence[str]) -> int:
    """Start ``--fix``, send *number* after *seconds*; return the code, nothing being torn."""
    process = start("--fix", *arguments, cwd=folder)
    time.sleep(seconds)
    process.send_signal(number)
    process.communicate(timeout=60)
    for path in folder.glob("*.md"):
        assert path.read_bytes() in {BAD.encode(), FIXED.encode()}
    return process.returncode


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_killed_run_tears_no_file(tmp_path: Path, jobs: str) -> None:
    fill(tmp_path, 40)
    for seconds in (0.35, 0.5, 0.6):
        kill(tmp_path, signal.SIGKILL, seconds, ["--jobs", jobs])
    code, _ = run("--fix", cwd=tmp_path)
    assert code == 0
    assert {path.read_bytes() for path in tmp_path.glob("*.md")} == {FIXED.encode()}
    assert not leftovers(tmp_path)


SLOW = """
import time
from articlelint import Rule, Severity

class Slow(Rule):
    '''It takes its time.'''

    name = "ours/slow"
    severity = Severity.ERROR

    def check(self, article):
        {body}
        return ()
"""


def plugin(folder: Path, body: str) -> None:
    (folder / "ours.py").write_text(SLOW.format(body=body), encoding="utf-8")
    (folder / "articlelint.toml").write_text('plugins = ["ours.py"]\n', encoding="utf-8")


def started(folder: Path, *arguments: str) -> subprocess.Popen[bytes]:
    """Start a run in *folder*, and return when its first file is being checked."""
    process = subprocess.Popen(
        [sys.executable, "-m", "articlelint", "check", *arguments], cwd=folder,
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True,
    )  # fmt: skip
    until = time.monotonic() + 60
    while not (folder / "begun").exists():
        assert time.monotonic() < until
        if process.poll() is not None:
            assert (folder / "begun").exists(), process.communicate()
        time.sleep(0.02)
    return process


def alive(session: int) -> list[int]:
    """Return the processes of *session* that are at work still."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            try:
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
            except (FileNotFoundError, ProcessLookupError):
                continue
            if int(fields[3]) == session and fields[0] != "Z":
                found.append(int(entry.name))
    return found


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize(
    ("number", "code"),
    [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGKILL, -signal.SIGKILL)],
)
def test_a_signal_ends_the_run_and_leaves_no_orphan(
    tmp_path: Path, number: int, code: int, jobs: str
) -> None:
    plugin(tmp_path, "open('begun', 'w').close(); time.sleep(60)")
    fill(tmp_path, 3)
    process = started(tmp_path, "--jobs", jobs)
    process.send_signal(number)
    _, said = process.communicate(timeout=60)  # which ends when no process has the stream
    assert process.returncode == code
    assert b"Traceback" not in said
    until = time.monotonic() + 30
    while alive(process.pid) and time.monotonic() < until:
        time.sleep(0.05)
    assert not alive(process.pid)


def test_a_worker_that_dies_names_its_file_and_the_run_goes_on(tmp_path: Path) -> None:
    plugin(tmp_path, "'ABORT' in article.text and __import__('os').abort()")
    paths = fill(tmp_path, 70)
    paths[40].write_text("ABORT\n", encoding="utf-8")
    process = subprocess.run(
        [sys.executable, "-m", "articlelint", "check", "--jobs", "2", "--select", "ours"],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert process.returncode == 3
    assert process.stderr.count("internal error") == 1
    assert "engine failed on 40.md" in process.stderr
    assert "Checked 70 files" in process.stderr


def test_a_parser_that_brings_down_a_run_without_workers_ends_it(tmp_path: Path) -> None:
    plugin(tmp_path, "__import__('os').abort()")
    fill(tmp_path, 1)
    command = [sys.executable, "-m", "articlelint", "check", "--jobs", "1", "--select", "ours"]
    process = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
    assert process.returncode == -signal.SIGABRT


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_file_that_takes_for_ever_is_given_up(tmp_path: Path, jobs: str) -> None:
    body = "while 'LOOP' in article.text: pass"
    plugin(tmp_path, body)
    fill(tmp_path, 2)
    (tmp_path / "loop.md").write_text("LOOP\n", encoding="utf-8")
    command = [sys.executable, "-m", "articlelint", "check", "--select", "ours"]
    process = subprocess.run(
        [*command, "--jobs", jobs, "--file-timeout", "1"],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert process.returncode == 2
    assert "loop.md took longer than 1 s and was skipped (--file-timeout)" in process.stderr
    assert "Checked 2 files" in process.stderr


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_parser_that_panics_names_its_file(tmp_path: Path, jobs: str) -> None:
    plugin(
        tmp_path, "if 'PANIC' in article.text: raise type('PanicException', (BaseException,), {})"
    )
    fill(tmp_path, 2)
    (tmp_path / "panic.md").write_text("PANIC\n", encoding="utf-8")
    process = subprocess.run(
        [sys.executable, "-m", "articlelint", "check", "--select", "ours", "--jobs", jobs],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert process.returncode == 3
    assert "engine failed on panic.md" in process.stderr
    assert "Checked 3 files" in process.stderr


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_file_that_the_memory_is_not_enough_for_is_named(tmp_path: Path, jobs: str) -> None:
    plugin(tmp_path, "'HUGE' in article.text and bytearray(1 << 36)")
    paths = fill(tmp_path, 70)
    paths[40].write_text("HUGE\n", encoding="utf-8")
    process = subprocess.run(
        [sys.executable, "-m", "articlelint", "check", "--fix", "--jobs", jobs],
        cwd=tmp_path, capture_output=True, text=True, check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (1 << 33, 1 << 33)),
    )  # fmt: skip
    assert process.returncode == 3
    assert process.stderr.count("MemoryError") == 1
    assert "40.md" in process.stderr
    assert "Checked 70 files" in process.stderr
    assert {path.read_bytes() for path in paths} == {FIXED.encode(), b"HUGE\n"}


def test_two_runs_at_once_do_what_one_does(tmp_path: Path) -> None:
    fill(tmp_path, 30)
    processes = [start("--fix", cwd=tmp_path) for _ in range(2)]
    for process in processes:
        process.communicate(timeout=60)
        assert process.returncode in {0, 2}  # the other may have been first
    assert {path.read_bytes() for path in tmp_path.glob("*.md")} == {FIXED.encode()}
    assert not leftovers(tmp_path)


def test_an_interrupt_where_nothing_can_be_raised_ends_the_run(tmp_path: Path) -> None:
    lines = (
        "import pathlib, signal, weakref",
        "pathlib.Path('begun').touch()",
        "held = Slow()",
        "callback = weakref.ref(held, lambda _: signal.raise_signal(signal.SIGINT))",
        "del held",
        "pathlib.Path('after').touch()",
    )
    plugin(tmp_path, f"\n{' ' * 8}".join(lines))
    (tmp_path / "a.md").touch()
    process = started(tmp_path, "--select", "ours")
    _, errors = process.communicate(timeout=60)
    assert (process.returncode, errors) == (130, b"articlelint: interrupted\n")
    assert not (tmp_path / "after").exists()
