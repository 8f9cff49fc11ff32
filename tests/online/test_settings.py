"""URLs as they are asked for, the settings, the cache file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from articlelint.config import Configs
from articlelint.config.online import online_settings
from articlelint.errors import ConfigError
from articlelint.online import Answer, Outcome, is_within, request_url
from articlelint.online.addresses import is_for_examples
from articlelint.online.inquiry import retry_after
from articlelint.online.memory import Memory
from articlelint.online.settings import OnlineSettings

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


@pytest.mark.parametrize(
    ("url", "asked"),
    [
        ("https://a.net", "https://a.net/"),
        ("HTTP://A.NET:80/B?c#d", "http://a.net/B?c"),
        ("https://a.net:443/", "https://a.net/"),
        ("https://a.net:8443/", "https://a.net:8443/"),
        ("//a.net/x", "https://a.net/x"),
        ("https:\\\\a.net\\x?y\\z", "https://a.net/x?y\\z"),
        ("https://me:secret@a.net/", "https://a.net/"),
        ("https://a.net./", "https://a.net/"),
        ("https://[2606:4700::1]:8080/", "https://[2606:4700::1]:8080/"),
        ("https://例え.jp/画像.png", "https://例え.jp/画像.png"),
        ("https://a.net/\nb", "https://a.net/b"),
        ("/a", None),
        ("a.net", None),
        ("mailto:a@b.net", None),
        ("ftp://a.net/", None),
        ("https://", None),
        ("https://[::1", None),
        ("https://a.net:99999/", None),
        ("http://a.net:25/%0d%0aMAIL", None),
        ("https://a.net:6667/", None),
        ("https://a b/", None),
        ("https://a.net/" + "x" * 9000, None),
    ],
)
def test_urls(url: str, asked: str | None) -> None:
    assert request_url(url) == asked


def test_hosts_for_examples() -> None:
    for host in ("example.com", "www.example.org", "a.test", "x.invalid", "abc.onion"):
        assert is_for_examples(host)
    for host in ("example.net.cn", "myexample.com", "test.net"):
        assert not is_for_examples(host)


def test_ones_own_site() -> None:
    base = "https://blog.net/notes/"
    assert is_within("http://blog.net/notes/a", base)
    assert is_within("//blog.net/notes", base)
    assert not is_within("https://blog.net/notes2/", base)
    assert not is_within("https://other.net/notes/", base)
    assert not is_within("https://blog.net/notes/", None)


@pytest.mark.parametrize(
    ("pattern", "url", "matches"),
    [
        ("intra.net", "https://intra.net/a", True),
        ("intra.net", "https://wiki.intra.net:8080/a?b", True),
        ("intra.net", "https://notintra.net/", False),
        ("intra.net", "https://a.net/intra.net", False),
        ("*.intra.net", "https://wiki.intra.net/", True),
        ("https://a.net/private/*", "https://a.net/private/x/y", True),
        ("https://a.net/private/*", "https://a.net/public", False),
        ("https://a.net/[x]", "https://a.net/[x]", True),
        ("https://a.net/a.c", "https://a.net/abc", False),
    ],
)
def test_exclude(pattern: str, url: str, matches: bool) -> None:
    assert bool(OnlineSettings(exclude=("zzz.net", pattern)).excludes()(url)) is matches


def test_retry_after() -> None:
    assert retry_after("3") == 3
    assert retry_after("Wed, 21 Oct 2015 07:28:00 GMT") == 0
    assert (retry_after("Wed, 21 Oct 2093 07:28:00 GMT") or 0) > 1e9
    assert retry_after("99999999999999999999999999") == 999_999_999
    for nothing in ("", "soon", "-1", "٣", "Wed, 99 Foo"):
        assert retry_after(nothing) is None


def configured(tmp_path: Path, text: str) -> OnlineSettings:
    path = tmp_path / "articlelint.toml"
    path.write_text(text)
    return online_settings(Configs(explicit=path).root)


def test_the_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARTICLELINT_TOKEN", "t0ken")
    settings = configured(
        tmp_path,
        """
        [online]
        per-host = 2
        interval = 1
        accept = [403]
        exclude = ["a.net"]
        allow-private = ["10.0.0.0/8"]
        headers."Forge.net" = { Authorization = "ARTICLELINT_TOKEN", X-No = "ARTICLELINT_NO" }
        """,
    )
    assert settings.per_host == 2
    assert settings.interval == 1
    assert settings.accept == {403}
    assert settings.exclude == ("a.net",)
    assert settings.headers == {"forge.net": {"Authorization": "t0ken"}}
    assert configured(tmp_path, "") == OnlineSettings()


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('headers."a.net" = { X = "AWS_SECRET_ACCESS_KEY" }', "begins with `ARTICLELINT_`"),
        ('headers."a.net" = { X = "ARTICLELINT_ODD" }', "is not allowed in a header"),
        ('allow-private = ["10.0.0.0/99"]', "`10.0.0.0/99` is not a network"),
        ("concurrency = 0", "`online.concurrency`"),
        ("timeout = 0", "`online.timeout`"),
        ("retris = 1", "did you mean `retries`?"),
    ],
)
def test_what_is_wrong_with_a_table(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str, said: str
) -> None:
    monkeypatch.setenv("ARTICLELINT_ODD", "a\nHost: b")
    with pytest.raises(ConfigError) as error:
        configured(tmp_path, f"[online]\n{line}\n")
    assert said in str(error.value)
    assert ":2: " in str(error.value)


FINE = Answer(status=200, accepted=True, final="https://a.net/", host="a.net", head=b"\x89PNG")
MISSING = Answer(status=404, final="https://b.net/", host="b.net")
BUSY = Answer(status=503, host="c.net")
SILENT = Answer(Outcome.TIMEOUT, host="d.net")
ANSWERS: Mapping[str, Answer] = {
    "https://a.net/": FINE,
    "https://b.net/": MISSING,
    "https://c.net/": BUSY,
    "https://d.net/": SILENT,
}


def test_what_is_remembered_and_for_how_long(tmp_path: Path) -> None:
    path = tmp_path / "cache" / "online.json"
    settings = OnlineSettings()
    Memory(path, settings).remember(ANSWERS, {"https://a.net/": True}, 1000)

    def kept(url: str, *, image: bool = False, after: float) -> Answer | None:
        return Memory(path, settings).answer(url, image=image, now=1000 + after)

    assert kept("https://a.net/", image=True, after=86_399) == FINE
    assert kept("https://a.net/", after=86_401) is None
    assert kept("https://b.net/", after=3_599) == MISSING
    assert kept("https://b.net/", image=True, after=0) is None
    assert kept("https://b.net/", after=3_601) is None
    assert kept("https://b.net/", after=-5) is None
    assert kept("https://c.net/", after=0) is None
    assert kept("https://d.net/", after=0) is None
    assert (path.parent / ".gitignore").read_text() == "*\n"
    accepting = OnlineSettings(accept=frozenset({404}))
    answer = Memory(path, accepting).answer("https://b.net/", image=False, now=1000)
    assert answer is not None
    assert answer.is_fine


def test_what_no_longer_holds_is_forgotten(tmp_path: Path) -> None:
    path = tmp_path / "online.json"
    settings = OnlineSettings()
    Memory(path, settings).remember(ANSWERS, {}, 1000)
    Memory(path, settings).remember({"https://a.net/": SILENT}, {}, 5000)
    assert json.loads(path.read_text())["answers"] == {}


@pytest.mark.parametrize(
    "content",
    [
        "", "null", "[]", "{", "\udcff", "[" * 100_000,
        '{"version":1}', '{"version":2,"answers":{}}',
        '{"version":1,"answers":[]}', '{"version":1,"answers":{"https://a.net/":1}}',
        '{"version":1,"answers":{"https://a.net/":{"status":"200","asked":1000}}}',
        '{"version":1,"answers":{"https://a.net/":{"status":200,"asked":"x"}}}',
        '{"version":1,"answers":{"https://a.net/":{"status":200,"asked":1000,"head":"é"}}}',
        '{"version":1,"answers":{"https://a.net/":{"status":200,"asked":1000,"head":{}}}}',
        '{"version":1,"answers":{"https://a.net/":{"status":200,"asked":1000,"host":[]}}}',
        '{"version":1,"answers":{"https://a.net/":{"status":200,"asked":NaN}}}',
    ],
)  # fmt: skip
def test_a_cache_file_that_was_tampered_with(tmp_path: Path, content: str) -> None:
    path = tmp_path / "online.json"
    path.write_bytes(content.encode(errors="surrogateescape"))
    memory = Memory(path, OnlineSettings())
    assert memory.answer("https://a.net/", image=False, now=1000) is None
    memory.remember({"https://a.net/": FINE}, {}, 1000)
    assert Memory(path, OnlineSettings()).answer("https://a.net/", image=False, now=1000)


def test_a_cache_that_cannot_be_written_is_no_failure(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    memory = Memory(tmp_path / "file" / "online.json", OnlineSettings())
    memory.remember(ANSWERS, {}, 1000)
