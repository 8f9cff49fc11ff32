from __future__ import annotations

import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import fsspec
import pytest
from click.testing import CliRunner

from articlelint.cli.program import program
from articlelint.errors import ArticlelintError, SourceError
from articlelint.report.report import Problem
from articlelint.sources.objects import Objects, is_url
from articlelint.sources.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from click.testing import Result

FILES = {
    "/site/b.md": "<b>b</div></b>",
    "/site/a/c.html": "<b>c</div></b>",
    "/site/a/d.txt": "no article",
    "/site/.hidden/e.md": "hidden",
    "/site/node_modules/x/README.md": "no article",
    "/other/f.md": "f",
}


@pytest.fixture(autouse=True)
def memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    monkeypatch.chdir(tmp_path)
    files = fsspec.filesystem("memory")
    files.store.clear()
    for path, text in FILES.items():
        files.pipe_file(path, text.encode())
    yield files
    files.store.clear()


def invoke(*arguments: str) -> Result:
    return CliRunner().invoke(program, ["check", *arguments, "--select", "html"])


def test_articles_of_a_folder_come_in_the_order_of_their_paths() -> None:
    assert list(Objects(["memory://site"])()) == [
        Record("site/a/c.html", b"<b>c</div></b>", 0),
        Record("site/b.md", b"<b>b</div></b>", 1),
    ]
    assert [
        str(each) for each in Objects(["memory://site/*.md", "memory://other/f.md"]).paths()
    ] == [
        "site/b.md",
        "other/f.md",
    ]
    assert is_url("zip://a.md::file.zip")
    assert not is_url("a:b/c.md")


def test_an_archive_is_a_store(tmp_path: Path) -> None:
    with zipfile.ZipFile("posts.zip", "w") as archive:
        archive.writestr("posts/a.md", "# A\n")
    assert list(Objects([f"zip://posts::{tmp_path}/posts.zip"])()) == [
        Record("posts/a.md", b"# A\n", 0)
    ]


def test_what_is_not_there_or_fails_is_told_and_the_others_go_on(
    memory: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    objects = Objects(["memory://nowhere", "memory://site", "memory://other"])
    paths = list(objects.paths())
    assert [str(each) for each in paths if isinstance(each, Problem)] == [
        "memory://nowhere: there is no such object or folder"
    ]
    cat_file = type(memory).cat_file

    def refuse(self: Any, path: str, **options: Any) -> bytes:
        if path.endswith("c.html"):
            raise PermissionError("Access Denied")
        data: bytes = cat_file(self, path, **options)
        return data

    monkeypatch.setattr(type(memory), "cat_file", refuse)
    memory.rm_file("/site/b.md")
    found = list(objects.read([each for each in paths if isinstance(each, str)], 0))
    assert [str(each) for each in found if isinstance(each, Problem)] == [
        "site/a/c.html: cannot be read: PermissionError: Access Denied",
        "site/b.md: is gone",
    ]
    assert found[2] == Record("other/f.md", b"f", 2)


def test_a_store_that_cannot_be_listed_is_told(
    monkeypatch: pytest.MonkeyPatch, memory: Any
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError("The key is wrong")

    monkeypatch.setattr(type(memory), "find", refuse)
    (problem,) = Objects(["memory://site"])()
    assert str(problem) == "memory://site: cannot be listed: PermissionError: The key is wrong"
    result = invoke("memory://site")
    assert "cannot be listed: PermissionError: The key is wrong" in result.stderr
    assert result.exit_code == 2


@pytest.mark.parametrize("url", ["nowhere://a", "gs://bucket/a.md"])
def test_a_store_of_an_unknown_kind_or_without_its_package(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "gcsfs", None)
    with pytest.raises(ArticlelintError, match=f"^{url} "):
        Objects([url])


def test_two_stores_are_not_checked_at_once() -> None:
    Path("a.md").touch()
    with pytest.raises(ArticlelintError, match="only one store"):
        Objects(["memory://site", "file://a.md"])


def test_the_command_checks_and_fixes_a_store(memory: Any) -> None:
    result = invoke("memory://site")
    assert [line.partition(" ")[0] for line in result.stdout.splitlines()] == [
        "site/a/c.html:1:5:",
        "site/b.md:1:5:",
    ]
    assert "2 can be fixed with --fix" in result.stderr
    diff = invoke("memory://site", "--diff")
    assert "-<b>b</div></b>" in diff.stdout
    assert memory.cat_file("/site/b.md") == b"<b>b</div></b>"
    fixed = invoke("memory://site", "--fix")
    assert memory.cat_file("/site/b.md") == b"<b>b</b>"
    assert "Made 2 fixes in 2 files" in fixed.stderr
    assert fixed.exit_code == 0


def test_an_object_that_somebody_else_wrote_is_not_overwritten(
    memory: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    objects = Objects(["memory://site"])
    record = next(iter(objects()))
    assert isinstance(record, Record)
    memory.pipe_file("/site/a/c.html", b"new")
    with pytest.raises(
        SourceError, match=r"c\.html changed while it was being checked; not written"
    ):
        objects.write(record, b"fixed")
    assert memory.cat_file("/site/a/c.html") == b"new"

    def fail(*_: object, **__: object) -> None:
        raise OSError("read only")

    monkeypatch.setattr(type(memory), "pipe_file", fail)
    result = invoke("memory://site", "--fix")
    assert "cannot write site/b.md: OSError: read only" in result.stderr
    assert "site/b.md:1:5" in result.stdout
    assert result.exit_code == 2


def test_a_table_may_lie_in_a_store(memory: Any) -> None:
    memory.pipe_file("/tables/a.csv", b"path,content\na.md,</div>\n")
    result = invoke("--table", "memory://tables/a.csv", "--table", "memory://tables/b.csv")
    assert "a.md:1:1: error html/stray-end-tag" in result.stdout
    assert "memory://tables/b.csv: cannot be read: FileNotFoundError" in result.stderr


@pytest.mark.parametrize(
    ("flags", "said"),
    [
        (("memory://site", "a.md"), "memory://site cannot be used with a path"),
        (("memory://site", "--table", "a.csv"), "--table cannot be used with"),
        (("memory://site", "--online"), "memory://site cannot be used with --online"),
    ],
)
def test_flags_that_do_not_go_together(flags: tuple[str, ...], said: str) -> None:
    result = invoke(*flags)
    assert said in result.stderr
    assert result.exit_code == 2
