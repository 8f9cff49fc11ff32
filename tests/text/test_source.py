from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlelint.errors import SourceError
from articlelint.text import source
from articlelint.text.span import Span

if TYPE_CHECKING:
    from pathlib import Path


@given(st.text())
def test_utf8_comes_back_byte_for_byte(text: str) -> None:
    data = text.encode("utf-8", errors="ignore")
    decoded = source.decode(data)
    assert decoded.text.encode("utf-8") == data
    assert decoded.undecodable == ()


def test_bytes_that_are_not_utf8_are_placed() -> None:
    decoded = source.decode(b"caf\xe9 cr\xe8\xe9me")
    assert decoded.text == "caf\ufffd cr\ufffd\ufffdme"
    assert decoded.undecodable == (Span(3, 4), Span(7, 9))


@given(st.binary())
def test_any_bytes_can_be_looked_at(data: bytes) -> None:
    decoded = source.decode(data)
    decoded.text.encode("utf-8")
    assert all(span.end <= len(decoded.text) for span in decoded.undecodable)


def test_utf16_is_recognised_by_its_mark() -> None:
    assert source.decode("ü".encode("utf-16")).encoding_guess == "UTF-16 (little endian)"


def test_writing_keeps_mode_and_follows_a_link(tmp_path: Path) -> None:
    target = tmp_path / "target.md"
    target.write_bytes(b"old")
    target.chmod(0o640)
    link = tmp_path / "link.md"
    link.symlink_to(target)
    source.write(link, b"new", expected=b"old")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link.md", "target.md"]


def test_a_file_that_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"somebody else's")
    with pytest.raises(SourceError, match="changed on disk"):
        source.write(path, b"new", expected=b"old")
    assert path.read_bytes() == b"somebody else's"


def test_a_disk_that_fills_loses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(SourceError, match="No space left"):
        source.write(path, b"new", expected=b"old")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_missing_file_is_an_error_with_its_name(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"cannot read .*gone\.md"):
        source.read(tmp_path / "gone.md")
