"""Never a lost byte: what writing does to files, and what happens where it cannot be done."""

from __future__ import annotations

import fcntl
import os
import resource
import shutil
import signal
import socket
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from articlelint.cli.program import program
from articlelint.errors import SourceError
from articlelint.text import files, source
from tests.robustness.program import BAD, FIXED, fill, leftovers, run

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="signals, links and limits")


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(BAD.replace("\n", "\r\n").encode(), id="CRLF"),
        pytest.param(BAD.replace("\n\n", "\r\n\n").encode(), id="mixed line endings"),
        pytest.param(BAD.rstrip("\n").encode(), id="no newline at the end"),
        pytest.param(f"\ufeff{BAD}".encode(), id="a byte order mark"),
        pytest.param(f"{BAD}\0\t \u2028\U0001f600\x85".encode(), id="odd characters"),
    ],
)
def test_bytes_outside_of_fixes_stay(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(data)
    code, said = run("--fix", "a.md", cwd=tmp_path)
    assert code == 0, said
    assert path.read_bytes() == data.replace(b"</div>", b"")


@pytest.mark.parametrize("encoding", ["utf-16", "latin-1"])
def test_what_is_not_utf8_stays(tmp_path: Path, encoding: str) -> None:
    data = f"é{BAD}".encode(encoding)
    path = tmp_path / "a.md"
    path.write_bytes(data)
    code, _ = run("--fix", "--unsafe-fixes", "--select", "all", "a.md", cwd=tmp_path)
    assert code == 1
    assert path.read_bytes() == data


@pytest.mark.parametrize("name", ["\U0001f600\n.md", os.fsdecode(b"\xff.md"), "x" * 252 + ".md"])
def test_odd_names_are_written_to(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"old")
    source.write(path, b"new", expected=b"old")
    assert path.read_bytes() == b"new"
    assert os.listdir(tmp_path) == [name]  # noqa: PTH208 - a name that is no text


def test_attributes_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"old")
    path.chmod(0o640)
    try:
        os.setxattr(path, "user.note", b"mine")
    except OSError:
        pytest.skip("no extended attributes here")
    before = path.stat()
    source.write(path, b"new", expected=b"old")
    after = path.stat()
    assert os.getxattr(path, "user.note") == b"mine"
    assert stat.S_IMODE(after.st_mode) == 0o640
    assert (after.st_uid, after.st_gid) == (before.st_uid, before.st_gid)
    assert after.st_mtime_ns > before.st_mtime_ns


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="for root alone")
def test_the_owner_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"old")
    os.chown(path, 12345, 12346)
    path.chmod(0o4755)
    source.write(path, b"new", expected=b"old")
    status = path.stat()
    assert (status.st_uid, status.st_gid) == (12345, 12346)
    assert stat.S_IMODE(status.st_mode) == 0o4755


@pytest.mark.skipif(shutil.which("setfacl") is None, reason="no access lists here")
def test_access_lists_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"old")
    if subprocess.run(["setfacl", "-m", "u:12345:rw", path], check=False).returncode:
        pytest.skip("no access lists on this file system")
    source.write(path, b"new", expected=b"old")
    listed = subprocess.run(["getfacl", "-n", path], check=True, capture_output=True, text=True)
    assert "user:12345:rw-" in listed.stdout


def test_one_file_under_two_names_is_left_alone(tmp_path: Path) -> None:
    first, second = tmp_path / "a.md", tmp_path / "b.md"
    first.write_bytes(b"old")
    os.link(first, second)
    with pytest.raises(SourceError, match="several names"):
        source.write(first, b"new", expected=b"old")
    assert second.read_bytes() == b"old"
    assert first.stat().st_nlink == 2


def test_a_change_at_the_last_moment_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", lambda _: path.write_bytes(b"theirs"))
    with pytest.raises(SourceError, match="changed on disk"):
        source.write(path, b"new", expected=b"old")
    assert path.read_bytes() == b"theirs"
    assert not leftovers(tmp_path)


def test_a_full_disk_leaves_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes((BAD + "x\n" * 50_000).encode())
    before = path.read_bytes()

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000))

    command = [sys.executable, "-m", "articlelint", "check", "--isolated", "--fix", "a.md"]
    done = subprocess.run(
        [*command, "--select", "html/stray-end-tag"],
        cwd=tmp_path, preexec_fn=limit, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert "cannot write a.md: File too large" in done.stderr
    assert path.read_bytes() == before
    assert not leftovers(tmp_path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_is_read_only_is_said(tmp_path: Path) -> None:
    (path,) = fill(tmp_path, 1)
    tmp_path.chmod(0o555)
    code, said = run("--fix", cwd=tmp_path)
    tmp_path.chmod(0o755)
    assert code == 2
    assert "cannot write 0.md: Permission denied" in said
    assert path.read_bytes() == BAD.encode()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_file_that_is_read_only_is_left_as_it_is(tmp_path: Path) -> None:
    (path,) = fill(tmp_path, 1)
    path.chmod(0o444)
    code, said = run("--fix", cwd=tmp_path)
    assert code == 2
    assert "cannot write 0.md: Permission denied" in said
    assert path.read_bytes() == BAD.encode()


def test_a_file_into_which_no_comment_can_be_written_is_a_problem(tmp_path: Path) -> None:
    first, second = fill(tmp_path, 2)
    (tmp_path / "other").hardlink_to(first)
    code, said = run("--add-suppressions", "old", cwd=tmp_path)
    assert code == 2
    assert f"{first.name} is one file under several names" in said
    assert "Checked 2 files" in said
    assert "articlelint-disable" in second.read_text("utf-8")
    assert first.read_bytes() == BAD.encode()


def _special(folder: Path) -> dict[str, Path]:
    paths = {name: folder / f"{name}.md" for name in ("pipe", "socket", "device", "folder")}
    os.mkfifo(paths["pipe"])
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(paths["socket"]))
    paths["device"].symlink_to("/dev/zero")
    paths["folder"].mkdir()
    return paths


def test_what_is_no_file_is_never_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # the path of a socket is short
    opened = []
    monkeypatch.setattr(os, "open", lambda path, *_: opened.append(path))
    for path in _special(Path()).values():
        with pytest.raises(OSError, match=r"pipe, a device or a socket|Is a directory"):
            files.read_bytes(path)
    assert not opened


def test_a_run_goes_on_past_pipes_and_devices(tmp_path: Path) -> None:
    fill(tmp_path, 1)
    os.mkfifo(tmp_path / "pipe.md")
    os.mkfifo(tmp_path / ".gitignore")
    (tmp_path / "zero.md").symlink_to("/dev/zero")
    (tmp_path / "target.md").write_text("[a](pipe.md#b) ![](pipe.md)\n", encoding="utf-8")
    code, said = run("pipe.md", ".", cwd=tmp_path)
    assert code == 2
    assert "cannot read pipe.md: it is a pipe, a device or a socket" in said
    assert "zero.md is a link that leads out of" in said
    assert "Checked 2 files" in said


def test_a_file_beyond_measure_is_a_problem_of_its_own(tmp_path: Path) -> None:
    fill(tmp_path, 1)
    with (tmp_path / "sparse.md").open("wb") as file:
        file.truncate(300 * 2**20)
    code, said = run(cwd=tmp_path)
    assert code == 2
    assert "cannot read sparse.md: it is larger than 32 MB" in said
    assert "Checked 1 file" in said


def test_links_that_lead_out_are_left_out_and_said(tmp_path: Path) -> None:
    outside, inside = tmp_path / "outside", tmp_path / "repository"
    for folder in (outside, inside, inside / ".git", inside / "content"):
        folder.mkdir()
    fill(outside, 1)
    (inside / "a.md").write_bytes(BAD.encode())
    (inside / "content" / "link.md").symlink_to(outside / "0.md")
    (inside / "content" / "folder").symlink_to(outside)
    (inside / "content" / "disk").symlink_to("/")
    (inside / "content" / "own.md").symlink_to(inside / "a.md")
    code, said = run("--fix", "content", "content/link.md", cwd=inside)
    assert code == 0
    for name in ("link.md", "folder", "disk"):
        assert f"content/{name} is a link that leads out of the folder or repository" in said
    assert (outside / "0.md").read_bytes() == BAD.encode()
    assert (inside / "a.md").read_bytes() == FIXED.encode()


def test_what_a_killed_run_left_is_cleared_but_not_what_is_being_written(tmp_path: Path) -> None:
    fill(tmp_path, 1)
    old, new = tmp_path / ".articlelint-a.tmp", tmp_path / ".articlelint-b.tmp"
    old.write_bytes(b"half")
    with new.open("wb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        run(cwd=tmp_path)
        assert set(leftovers(tmp_path)) == {old.name, new.name}
        run("--fix", cwd=tmp_path)
        assert leftovers(tmp_path) == [new.name]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("check", "{}"), 2),
        (("check", "--config", "{}", "."), 2),
        (("check", "--baseline", "{}", "."), 2),
        (("check", "--cache-dir", "{}", "."), 0),
        (("check", "--table", "{}"), 2),
        (("config", "show", "{}"), 0),
        (("schema", "show", "{}"), 0),
        (("schema", "infer", "{}"), 2),
    ],
)
def test_a_name_too_long_for_a_disk_is_no_crash(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], code: int
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_text("fine\n")
    result = CliRunner().invoke(program, [each.format("a" * 300) for each in arguments])
    assert result.exit_code == code
    assert "internal error" not in result.stderr


def test_an_interrupt_as_a_temporary_file_appears(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "a.md"
    target.write_bytes(b"old")
    made = os.open

    def interrupted(path: str, flags: int, mode: int = 0o777) -> int:
        handle = made(path, flags, mode)
        if flags & os.O_CREAT:
            os.close(handle)
            raise KeyboardInterrupt
        return handle

    monkeypatch.setattr(os, "open", interrupted)
    with pytest.raises(KeyboardInterrupt):
        files.replace(target, b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]
    assert target.read_bytes() == b"old"
