"""What is read of image files, and what is never read."""

from __future__ import annotations

import os
import struct
import zlib
from typing import TYPE_CHECKING

import pytest

from articlelint import Article
from articlelint.destinations.image_files import kind_of, true_name
from articlelint.recognition import site_for
from articlelint_rules.images._files import read_image

if TYPE_CHECKING:
    from pathlib import Path

    from articlelint.destinations.image_files import ImageFile


def png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        check = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check)

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IEND", b"")


def jpeg(width: int, height: int, orientation: int = 1, end: bytes = b"\xff\xd9") -> bytes:
    tiff = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01" + struct.pack(">H", orientation)
    exif = b"Exif\0\0" + tiff + b"\0\0\0\0\0\0"
    frame = struct.pack(">BHHB", 8, height, width, 1) + b"\x01\x11\0"
    return (
        b"\xff\xd8"
         b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif
        + b"\xff\xc0" + struct.pack(">H", len(frame) + 2) + frame
        + end
    )  # fmt: skip


def webp(width: int, height: int) -> bytes:
    size = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    body = b"WEBPVP8X" + struct.pack("<I", 10) + b"\0\0\0\0" + size
    return b"RIFF" + struct.pack("<I", len(body)) + body


GIF = b"GIF89a" + struct.pack("<HH", 30, 20) + b"\0\0\0;"
BMP = b"BM\x3a\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0" + struct.pack("<ii", 30, 20) + b"\x01\0\x18\0"


def read(tmp_path: Path, data: bytes, name: str = "a.png") -> ImageFile | None:
    (tmp_path / name).write_bytes(data)
    return read_at(tmp_path, name)


def read_at(tmp_path: Path, name: str) -> ImageFile | None:
    article = Article(f"![x]({name})", tmp_path / "a.md", site=site_for(tmp_path, "generic"))
    return read_image(article, article.images[0])


@pytest.mark.parametrize(
    ("data", "kind", "size"),
    [
        (png(30, 20), "png", (30, 20)),
        (jpeg(30, 20), "jpeg", (30, 20)),
        (jpeg(30, 20, orientation=6), "jpeg", (20, 30)),
        (GIF, "gif", (30, 20)),
        (webp(30, 20), "webp", (30, 20)),
        (BMP, "bmp", (30, 20)),
        (b'<svg width="30" height="20"></svg>', "svg", (0, 0)),
        (b"\xef\xbb\xbf<?xml version='1.0'?><!-- x --><!DOCTYPE svg><svg ", "svg", (0, 0)),
        (b"%PDF-1.7", "pdf", (0, 0)),
        (b"\n<!-- x --> <!DOCTYPE html>", "html", (0, 0)),
        (b"version https://git-lfs.github.com/spec/v1", "lfs", (0, 0)),
        (b"hello", None, (0, 0)),
        (b"", None, (0, 0)),
        (b"\x89PNG\r\n\x1a\n", "png", (0, 0)),
        (b"\xff\xd8\xff", "jpeg", (0, 0)),
    ],
    ids=lambda value: repr(value[:12]) if isinstance(value, bytes) else None,
)
def test_the_first_bytes_tell(
    data: bytes, kind: str | None, size: tuple[int, int], tmp_path: Path
) -> None:
    file = read(tmp_path, data)
    assert file is not None
    assert (file.kind, (file.width, file.height), file.length) == (kind, size, len(data))


@pytest.mark.parametrize(
    ("data", "truncated"),
    [
        (png(3, 2), False),
        (png(3, 2)[:-8], True),
        (jpeg(3, 2), False),
        (jpeg(3, 2, end=b""), True),
        (jpeg(3, 2) + b"what a camera appends", False),
        (GIF, False),
        (webp(3, 2), False),
        (webp(3, 2)[:-1], True),
        (png(3, 2)[:-12] + bytes(100_000), False),  # its end is not read
        (b"<svg ", False),
    ],
)
def test_a_file_may_be_cut_off(data: bytes, truncated: bool, tmp_path: Path) -> None:
    file = read(tmp_path, data)
    assert file is not None
    assert file.truncated is truncated


def test_a_changed_file_is_read_again(tmp_path: Path) -> None:
    first = read(tmp_path, png(3, 2))
    second = read(tmp_path, GIF)
    assert (first and first.kind, second and second.kind) == ("png", "gif")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with a name")
def test_only_regular_files_are_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.png")
    (tmp_path / "folder.png").mkdir()
    (tmp_path / "zero.png").symlink_to("/dev/zero")
    (tmp_path / "loop.png").symlink_to("loop.png")
    for name in ("pipe.png", "folder.png", "zero.png", "loop.png", "none.png", "a" * 5000, "%00"):
        assert read_at(tmp_path, name) is None


@pytest.mark.parametrize(
    "start", [b"<!--", b"<?xml", b"<!DOCTYPE [", b" ", b"<!-- -->", b"RIFF", b"\xff\xd8\xff\xe1"]
)
def test_rubbish_is_read_in_one_go(start: bytes) -> None:
    assert kind_of(start * 10_000) in {None, "jpeg"}


def test_the_true_name_differs_in_case_alone(tmp_path: Path) -> None:
    (tmp_path / "Images").mkdir()
    (tmp_path / "Images" / "Kite.PNG").touch()
    (tmp_path / "Images" / "two.png").touch()
    (tmp_path / "Images" / "Two.png").touch()
    assert true_name(tmp_path / "images/kite.png", tmp_path) == tmp_path / "Images/Kite.PNG"
    assert true_name(tmp_path / "Images/Kite.PNG", tmp_path) is None
    assert true_name(tmp_path / "Images/TWO.png", tmp_path) is None
    assert true_name(tmp_path / "images/owl.png", tmp_path) is None
    assert true_name(tmp_path.parent / "kite.png", tmp_path) is None
