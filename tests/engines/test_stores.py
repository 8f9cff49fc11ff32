"""An object store on loopback: articles are read there, fixed there, and failures are told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.request import Request, urlopen

import pytest
from click.testing import CliRunner

from articlelint.cli.program import program
from articlelint.report.report import Problem
from articlelint.sources.objects import Objects
from articlelint.sources.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from click.testing import Result

pytestmark = pytest.mark.engines

TEXTS = {"posts/a.md": "<b>a</div></b>\n", "posts/b/c.md": "Fine\n", "posts/d.txt": "</div>"}


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    moto = pytest.importorskip("moto.server", reason="moto's server is not installed")
    pytest.importorskip("s3fs", reason="s3fs is not installed")
    server = moto.ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


def tell(server: str, path: str, data: bytes = b"") -> None:
    headers = {"Content-Type": "text/plain"}
    with urlopen(Request(f"{server}/moto-api/{path}", data, headers)):  # noqa: S310 - on loopback
        pass


@pytest.fixture
def store(server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Return a store with the bucket ``articles``."""
    import s3fs

    monkeypatch.chdir(tmp_path)
    settings = {
        "AWS_ENDPOINT_URL": server,
        "AWS_ACCESS_KEY_ID": "key",
        "AWS_SECRET_ACCESS_KEY": "secret",
        "AWS_DEFAULT_REGION": "us-east-1",
        "AWS_EC2_METADATA_DISABLED": "true",
    }
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    s3fs.S3FileSystem.clear_instance_cache()
    files = s3fs.S3FileSystem()
    files.mkdir("articles")
    for path, text in TEXTS.items():
        files.pipe_file(f"articles/{path}", text.encode())
    yield files
    tell(server, "reset")
    s3fs.S3FileSystem.clear_instance_cache()


def invoke(*arguments: str) -> Result:
    return CliRunner().invoke(program, ["check", *arguments, "--select", "html"])


def test_articles_are_read_and_fixed_in_the_store(store: Any) -> None:
    result = invoke("s3://articles/posts")
    assert result.stdout.startswith("posts/a.md:1:5: error html/stray-end-tag")
    assert "Checked 2 files: 1 error" in result.stderr
    fixed = invoke("s3://articles/posts", "--fix")
    assert "Made 1 fix in 1 file" in fixed.stderr
    assert fixed.exit_code == 0
    assert store.cat_file("articles/posts/a.md") == b"<b>a</b>\n"
    assert store.cat_file("articles/posts/d.txt") == b"</div>"


def test_a_table_is_read_from_the_store(store: Any) -> None:
    store.pipe_file("articles/a.csv", b"path,content\na.md,<b>a</div></b>\n")
    result = invoke("--table", "s3://articles/a.csv")
    assert result.stdout.startswith("a.md:1:5: error html/stray-end-tag")


def test_an_object_that_vanished_is_told_and_the_others_are_checked(store: Any) -> None:
    objects = Objects(["s3://articles/posts"])
    paths = [each for each in objects.paths() if isinstance(each, str)]
    store.rm_file("articles/posts/b/c.md")
    first, second = objects.read(paths, 0)
    assert first == Record("posts/a.md", TEXTS["posts/a.md"].encode(), 0)
    assert isinstance(second, Problem)
    assert str(second) == "posts/b/c.md: is gone"


def test_what_is_not_there_is_told(store: Any) -> None:
    assert store
    for url in ("s3://articles/nowhere", "s3://no-such-bucket/posts"):
        result = invoke(url)
        assert result.stderr.startswith(f"articlelint: {url}: ")
        assert result.exit_code == 2


def test_a_wrong_credential_is_told_with_the_words_of_the_store(server: str, store: Any) -> None:
    assert store
    tell(server, "reset-auth", b"0")
    try:
        result = invoke("s3://articles/posts")
    finally:
        tell(server, "reset-auth", b"1000000")
    assert result.stderr.startswith("articlelint: s3://articles/posts: cannot be listed: ")
    assert "AWS Access Key Id" in result.stderr or "Forbidden" in result.stderr
    assert result.exit_code == 2
    assert not result.stdout
