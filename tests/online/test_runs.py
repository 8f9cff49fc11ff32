"""``articlelint check --online``: the rules in whole runs."""

from __future__ import annotations

import builtins
import json
import signal
import subprocess
import sys
import time
from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

from articlelint.cli import main

if TYPE_CHECKING:
    from pathlib import Path

    from tests.online.conftest import Server


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "articlelint.toml").write_text(
        dedent("""
        select = ["links/unreachable", "links/redirected", "images/unreachable", "suppression"]
        [online]
        interval = 0
        timeout = 1
        retries = 0
        allow-private = ["localhost"]
        """)
    )
    monkeypatch.chdir(tmp_path)
    return tmp_path


def check(*flags: str) -> int:
    return main(["check", *flags])


def test_each_finding_has_its_name(
    site: Path, server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    base = server.url("", "localhost")
    private = "`HOST` has an address that is not public, and was not checked:"
    (site / "a.md").write_text(
        f"[ok]({base}/ok) [missing]({base}/missing) [moved]({base}/moved)\n"
        f"[loop]({base}/circle) [private]({base}/to-loopback) [cloud]({base}/to-metadata)\n\n"
        f"![fine]({base}/image) ![page]({base}/hotlink) ![called]({base}/disguised)\n"
        f"![text]({base}/text-image) ![nothing]({base}/empty-image) ![end]({base}/endless-image)\n"
    )
    assert check("--online", "--output-format", "concise", "a.md") == 1
    host = f"localhost:{server.port}"
    found = [line.split(" ", 1) for line in capsys.readouterr().out.splitlines()]
    column = len(f"[ok]({base}/ok) [missing](") + 1
    assert found[0][0] == f"a.md:1:{column}:"
    assert [said for _, said in found] == [
        f"error links/unreachable `{host}` answers 404 Not Found",
        f"info links/redirected The page has moved to `{base}/ok`",
        f"warning links/unreachable The redirects form a loop: `{base}/circle`",
        f"error links/unreachable {private} `127.0.0.1`".replace(
            "HOST", f"127.0.0.1:{server.port}"
        ),
        f"error links/unreachable {private} `169.254.169.254`".replace("HOST", "169.254.169.254"),
        f"error images/unreachable `{host}` answers with a web page instead of the image",
        f"error images/unreachable `{host}` answers with a web page instead of the image",
        f"error images/unreachable `{host}` answers with `text/plain` instead of the image",
        f"error images/unreachable `{host}` answers with nothing instead of the image",
    ]
    assert "GET /secret" not in server.seen


def test_without_the_flag_nothing_is_asked(
    site: Path, server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    url = server.url("/missing", "localhost")
    (site / "a.md").write_text(f"[a]({url}) <!-- articlelint-disable-line links/unreachable -->\n")
    assert (
        check(
            "--select",
            "links,suppression",
            "--ignore",
            "links/machine-target,links/insecure-url",
            "a.md",
        )
        == 0
    )
    assert not server.seen
    assert not capsys.readouterr().out


def test_comments_silence_online_findings(
    site: Path, server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    missing, fine = server.url("/missing", "localhost"), server.url("/ok", "localhost")
    (site / "a.md").write_text(
        f"[a]({missing}) <!-- articlelint-disable-line links/unreachable -->\n"
        f"[b]({fine}) <!-- articlelint-disable-line links/unreachable -->\n"
    )
    check("--online", "--output-format", "concise", "a.md")
    out = capsys.readouterr().out
    assert "404" not in out
    assert "a.md:2:" in out
    assert "suppression/" in out
    assert out.count("\n") == 1


def test_a_host_that_is_down_is_told_once(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    suppressed = "<!-- articlelint-disable-file links/unreachable -->\n"
    for number in range(4):
        links = "".join(f"[a](http://localhost:2/{number}/{page})\n" for page in range(5))
        (site / f"{number}.md").write_text((suppressed if number == 0 else "") + links)
    assert check("--online", "--output-format", "json") == 1
    captured = capsys.readouterr()
    (found,) = [
        each
        for each in json.loads(captured.out)["diagnostics"]
        if each["rule"] == "links/unreachable"
    ]
    assert found["message"] == (
        "`localhost:2` refuses the connection; the same goes for 14 more URLs in this"
        " and 2 more articles"
    )
    assert "(5 suppressed by comments)" in captured.err


def test_fixes_are_made(site: Path, server: Server) -> None:
    base = server.url("", "localhost")
    (site / "a.md").write_text(f"[a]({base}/moved-twice#top) [b]({base}/missing)\n")
    assert check("--online", "--fix", "--unsafe-fixes", "a.md") == 1
    assert (site / "a.md").read_text() == f"[a]({base}/ok#top) [b]({base}/missing)\n"


def test_the_cache_spares_requests(site: Path, server: Server) -> None:
    (site / "a.md").write_text(f"[a]({server.url('/ok', 'localhost')})\n")
    assert check("--online", "a.md") == 0
    assert check("--online", "a.md") == 0
    assert server.seen.total() == 1
    assert (site / ".articlelint_cache" / "online.json").is_file()


def test_several_processes(site: Path, server: Server, capsys: pytest.CaptureFixture[str]) -> None:
    for number in range(6):
        (site / f"{number}.md").write_text(f"[a]({server.url('/missing', 'localhost')})\n")
    flags = ("--online", "--jobs", "2", "--output-format", "concise")
    assert check(*flags, "--every-place") == 1
    assert capsys.readouterr().out.count("404 Not Found") == 6
    assert server.seen == {"HEAD /missing": 1, "GET /missing": 1}


def test_each_page_of_a_host_that_is_gone_is_told(
    site: Path, server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(6):
        pages = " ".join(f"[a]({server.url(f'/missing/{n}', 'localhost')})" for n in (number, 9))
        (site / f"{number}.md").write_text(f"{pages}\n")
    assert check("--online", "--output-format", "concise") == 1
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 7
    assert [line.rpartition("; ")[2] for line in lines if "more" in line] == [
        "5 more of the same cause, in 6 articles"
    ]


def test_private_hosts_are_for_other_rules(
    site: Path, server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    (site / "a.md").write_text(f"[a]({server.url('/ok', '127.0.0.1')}) [b](http://10.0.0.7/)\n")
    assert check("--online", "a.md") == 0
    assert not server.seen
    assert not capsys.readouterr().out


@pytest.mark.skipif(sys.platform == "win32", reason="signals are another thing there")
def test_an_interruption_ends_it_and_keeps_the_answers(site: Path, server: Server) -> None:
    (site / "articlelint.toml").write_text(
        '[online]\nallow-private = ["localhost"]\ntimeout = 30\n'
    )
    fine, silent = server.url("/ok", "localhost"), server.url("/silent", "localhost")
    (site / "a.md").write_text(f"[a]({fine}) [b]({silent})\n")
    with subprocess.Popen(
        [sys.executable, "-m", "articlelint", "check", "--online", "--select", "links", "a.md"],
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        while server.seen.total() < 2 and process.poll() is None:
            time.sleep(0.01)
        time.sleep(0.2)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=10)
    assert process.returncode == 130
    assert said.strip() == "articlelint: interrupted"
    assert list(json.loads((site / ".articlelint_cache/online.json").read_text())["answers"]) == [
        fine
    ]


def test_without_httpx_the_run_ends_at_once(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    real = builtins.__import__

    def without(name: str, *arguments: object, **named: object) -> object:
        if name in {"httpx", "httpcore"}:
            raise ImportError(f"No module named {name!r}", name=name)
        return real(name, *arguments, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", without)
    (site / "a.md").write_text("[a](https://a.net)\n")
    assert check("--online", "a.md") == 2
    assert 'pip install "articlelint[online]"' in capsys.readouterr().err
