"""The file of the cache: damaged, read-only, full, used by two at once, killed."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from articlelint.cache.places import Stat
from articlelint.cache.rows import Result, Row
from articlelint.cache.store import Store

if TYPE_CHECKING:
    from pathlib import Path

ROW = Row("a.md", Stat(1, 2, 3, 4), 5, b"c", b"f", b"s", b"a", None, None)
RESULT = Result("asked", "outcome", "facts")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "a.md").write_text("<b>x</i>\n")
    (tmp_path / "b.md").write_text("x\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ARTICLELINT_CACHE_DIR", raising=False)
    return tmp_path


def check(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "articlelint", *(arguments or ("check", "--select", "html"))]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_rows_come_back_and_old_runs_go(tmp_path: Path) -> None:
    store = Store(tmp_path)
    assert store.rows(b"0") == {}
    for number in range(10):
        store.keep(b"%d" % number, [(ROW, RESULT)], [], number)
    assert store.rows(b"9") == store.rows(b"9", ["a.md", "b.md"]) == {"a.md": ROW}
    assert store.results(b"9") == store.results(b"9", ["a.md", "b.md"]) == {"a.md": RESULT}
    assert not store.rows(b"9", []) | store.rows(b"0")
    assert not store.results(b"0")
    store.keep(b"9", [(ROW._replace(path="b.md"), RESULT)], ["a.md"], 10)
    assert list(store.rows(b"9")) == list(store.results(b"9")) == ["b.md"]
    assert store.paths(b"9") == {"b.md"}


def test_a_run_leaves_a_cache_that_git_ignores(site: Path) -> None:
    first = check()
    folder = site / ".articlelint_cache"
    assert sorted(path.name for path in folder.iterdir()) == [".gitignore", "articles.sqlite"]
    again = check()
    assert (again.stdout, again.stderr, again.returncode) == (first.stdout, first.stderr, 1)
    assert check("clean").returncode == 0
    assert not folder.exists()
    assert "no cache" in check("clean").stderr


def test_no_cache_and_another_place(site: Path) -> None:
    check("check", "--no-cache")
    assert not (site / ".articlelint_cache").exists()
    check("check", "--cache-dir", "elsewhere")
    assert (site / "elsewhere/articles.sqlite").exists()
    assert check("clean", "--cache-dir", "elsewhere").returncode == 0
    assert not (site / "elsewhere").exists()


def test_a_place_in_the_site_is_no_file_of_the_site(site: Path) -> None:
    def looked() -> list[tuple[int]]:
        with closing(sqlite3.connect(site / "kept/articles.sqlite")) as connection:
            return connection.execute("SELECT looked FROM articles").fetchall()

    command = ["check", "--select", "html", "--cache-dir", "kept"]
    first = check(*command)
    before = looked()
    assert len(before) == 2
    assert check(*command).stdout == first.stdout
    assert looked() == before  # nothing was made anew


def test_what_is_not_of_the_cache_stays(site: Path) -> None:
    (site / ".gitignore").write_text("public/\n")
    (site / "online.json").write_text("{}\n")
    check("check", "--cache-dir", ".")
    assert (site / "articles.sqlite").exists()
    assert check("clean", "--cache-dir", ".").returncode == 0
    assert not (site / "articles.sqlite").exists()
    assert (site / ".gitignore").read_text() == "public/\n"
    assert (site / "online.json").exists()


def test_without_a_repository_nothing_is_kept(site: Path) -> None:
    (site / ".git").rmdir()
    check()
    assert not (site / ".articlelint_cache").exists()


@pytest.mark.parametrize("content", [b"", b"nonsense" * 1000, b"SQLite format 3\0" + b"\0" * 4096])
def test_a_damaged_file_is_made_anew(site: Path, content: bytes) -> None:
    first = check()
    file = site / ".articlelint_cache/articles.sqlite"
    file.write_bytes(content)
    again = check()
    assert (again.stdout, again.returncode) == (first.stdout, 1)
    assert ("cannot be read" in again.stderr) == bool(content)
    assert check().stderr == first.stderr


def test_a_file_of_another_version_is_made_anew(site: Path) -> None:
    first = check()
    connection = sqlite3.connect(site / ".articlelint_cache/articles.sqlite")
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    assert "version 99" in check().stderr
    assert check().stderr == first.stderr


def test_a_place_that_cannot_be_written_costs_a_warning(site: Path) -> None:
    (site / ".articlelint_cache").write_text("a file")
    found = check()
    assert found.returncode == 1
    assert "html/" in found.stdout
    assert "cannot be written" in found.stderr


def test_a_link_that_came_with_the_repository_is_not_followed(site: Path) -> None:
    others = site.parent / "others"
    others.mkdir()
    (site / ".articlelint_cache").symlink_to(others)
    found = check()
    assert "is a symbolic link" in found.stderr
    assert found.returncode == 1
    assert list(others.iterdir()) == []
    (site / ".articlelint_cache").unlink()
    (site / ".articlelint_cache").mkdir()
    (site / ".articlelint_cache/articles.sqlite").symlink_to(others / "a.sqlite")
    assert "is a symbolic link" in check().stderr
    assert list(others.iterdir()) == []


@pytest.mark.usefixtures("site")
def test_a_full_disk_costs_a_warning() -> None:
    code = (
        "import resource, runpy, signal, sys\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "sys.argv = ['articlelint', 'check', '--select', 'html']\n"
        "runpy.run_module('articlelint', run_name='__main__')\n"
    )
    found = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False
    )
    assert found.returncode == 1
    assert "cannot be written" in found.stderr
    assert check().returncode == 1


def test_two_runs_at_once_and_one_that_is_killed(site: Path) -> None:
    for number in range(60):
        (site / f"{number}.md").write_text(f"<b>{number}</i>\n")
    expected = check("check", "--no-cache", "--select", "html")
    command = [sys.executable, "-m", "articlelint", "check", "--select", "html"]
    runs = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(4)
    ]
    os.kill(runs[0].pid, signal.SIGKILL)
    for run in runs[1:]:
        stdout, stderr = run.communicate()
        assert (stdout, stderr) == (expected.stdout, expected.stderr)
    runs[0].communicate()
    again = check()
    assert (again.stdout, again.stderr) == (expected.stdout, expected.stderr)
