"""Servers that misbehave: each way gets its outcome, none takes longer than it may."""

from __future__ import annotations

import socket
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
import pytest

from articlelint.diagnostic import Severity
from articlelint.errors import ArticlelintError
from articlelint.online import Answer, Outcome, Request, explain, weight
from articlelint.online.ask import ask
from articlelint.online.client import Client
from articlelint.online.names import Failure
from articlelint.online.settings import OnlineSettings

if TYPE_CHECKING:
    from tests.online.conftest import Server

NAME = "misbehaving.net"
# A busy machine has to answer within the timeout; where one is waited for, it is short.
SETTINGS = OnlineSettings(
    interval=0, timeout=20, retries=1, backoff=0.05, longest_wait=2, allow_private=(NAME,)
)
IMPATIENT = replace(SETTINGS, timeout=0.8)


async def resolve(host: str, port: int) -> list[str]:  # noqa: ARG001 - as resolvers are called
    addresses = {NAME: "127.0.0.1", "other.net": "127.0.0.1", "127.0.0.1": "127.0.0.1"}
    if host in addresses:
        return [addresses[host]]
    if host.replace(".", "").isdigit():
        return [host]
    raise Failure(Outcome.NO_HOST, lasting=True)


def asked(
    *urls: str, image: bool = False, settings: OnlineSettings = SETTINGS
) -> list[Answer | None]:
    answers = ask([Request(url, image) for url in urls], settings, resolve=resolve)
    return [answers.of(url) for url in urls]


def answer_to(url: str, *, image: bool = False, settings: OnlineSettings = SETTINGS) -> Answer:
    (answer,) = asked(url, image=image, settings=settings)
    assert answer is not None
    return answer


@pytest.mark.parametrize(
    ("path", "status", "severity"),
    [
        ("/missing", 404, Severity.ERROR),
        ("/gone", 410, Severity.ERROR),
        ("/forbidden", 403, Severity.INFO),
        ("/broken", 500, Severity.WARNING),
        ("/unavailable", 503, Severity.WARNING),
        ("/busy/9/0", 429, Severity.INFO),
        ("/busy/9/3600", 429, Severity.INFO),
        ("/no-location", 302, Severity.ERROR),
    ],
)
def test_statuses(server: Server, path: str, status: int, severity: Severity) -> None:
    answer = answer_to(server.url(path))
    assert (answer.outcome, answer.status, answer.is_fine) == (Outcome.ANSWERED, status, False)
    assert weight(answer) is severity
    assert f"answers {status}" in explain(answer)


@pytest.mark.parametrize(
    ("path", "outcome", "said"),
    [
        ("/silent", Outcome.TIMEOUT, "does not answer in time"),
        ("/drip", Outcome.TIMEOUT, "does not answer in time"),
        ("/headers", Outcome.MALFORMED, "not HTTP"),
        ("/garbage", Outcome.MALFORMED, "not HTTP"),
        ("/cut", Outcome.RESET, "resets the connection"),
        ("/reset", Outcome.RESET, "resets the connection"),
        ("/circle", Outcome.REDIRECT_LOOP, "form a loop"),
        ("/self", Outcome.REDIRECT_LOOP, "form a loop"),
        ("/chain/5", Outcome.TOO_MANY_REDIRECTS, "More than five"),
        ("/to-app", Outcome.BAD_REDIRECT, "app://open"),
        ("/to-junk", Outcome.BAD_REDIRECT, "not a web address"),
        ("/to-loopback", Outcome.FORBIDDEN_ADDRESS, "`127.0.0.1`"),
        ("/to-metadata", Outcome.FORBIDDEN_ADDRESS, "`169.254.169.254`"),
    ],
)
def test_outcomes(server: Server, path: str, outcome: Outcome, said: str) -> None:
    settings = IMPATIENT if outcome is Outcome.TIMEOUT else SETTINGS
    answer = answer_to(server.url(path), settings=settings)
    assert (answer.outcome, answer.is_fine) == (outcome, False), answer
    assert said in explain(answer)
    assert "GET /secret" not in server.seen
    assert "HEAD /secret" not in server.seen


@pytest.mark.parametrize(
    "path",
    ["/ok", "/get-only", "/found", "/moved", "/chain/4", "/busy/1/0", "/busy/1/1", "/endless",
     "/to-user", "/lies"],
)  # fmt: skip
def test_what_is_fine_in_the_end(server: Server, path: str) -> None:
    assert answer_to(server.url(path)).is_fine


@pytest.mark.parametrize("path", ["/image", "/to-image", "/endless-image"])
def test_first_bytes_of_images(server: Server, path: str) -> None:
    answer = answer_to(server.url(path), image=True)
    assert answer.is_fine
    assert answer.head.startswith(b"\x89PNG")
    assert len(answer.head) <= 512
    assert answer.content_type == "image/png"
    assert not any(line.startswith("HEAD") for line in server.seen)


def test_only_permanent_redirects_are_moves(server: Server) -> None:
    moved, twice, found = asked(*map(server.url, ("/moved", "/moved-twice", "/found")))
    assert moved is not None
    assert twice is not None
    assert found is not None
    assert (moved.moved, twice.moved, found.moved) == (server.url("/ok"), server.url("/ok"), "")


def test_each_url_is_asked_once(server: Server) -> None:
    urls = [server.url("/ok"), server.url("/ok#a"), server.url("/moved"), server.url("/found")]
    assert all(answer is not None and answer.is_fine for answer in asked(*urls))
    assert server.seen == {"HEAD /ok": 1, "HEAD /moved": 1, "HEAD /found": 1}


def test_a_refused_method_is_tried_another_way_and_ranged(server: Server) -> None:
    answer_to(server.url("/get-only"))
    assert server.seen == {"HEAD /get-only": 1, "GET /get-only": 1}
    assert server.headers["Range"] == "bytes=0-511"


def test_retry_after_is_obeyed(server: Server) -> None:
    started = time.monotonic()
    assert answer_to(server.url("/busy/1/1")).is_fine
    assert time.monotonic() - started >= 1


def test_a_host_that_asks_to_wait_too_long_is_left_alone(server: Server) -> None:
    one_by_one = replace(SETTINGS, per_host=1)
    urls = [server.url(f"/busy/9/3600?{number}") for number in range(20)]
    for answer in asked(*urls, settings=one_by_one):
        assert answer is not None
        assert (answer.status, answer.host_failed) == (429, True)
    assert server.seen.total() == 3


def test_a_silent_host_is_given_up(server: Server) -> None:
    urls = [server.url(f"/silent/{number}") for number in range(100)]
    answers = asked(*urls, settings=IMPATIENT)
    assert {answer and (answer.outcome, answer.host_failed) for answer in answers} == {
        (Outcome.TIMEOUT, True)
    }
    assert server.seen.total() <= 24


def test_a_slow_page_is_not_the_host(server: Server) -> None:
    silent, fine = asked(server.url("/silent"), server.url("/ok"), settings=IMPATIENT)
    assert silent is not None
    assert fine is not None
    assert (silent.outcome, silent.host_failed, fine.is_fine) == (Outcome.TIMEOUT, False, True)


def test_hosts_that_are_not_there(server: Server) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
        nobody, refused, fine = asked(
            "https://nobody.net/a", f"http://{NAME}:{port}/", server.url("/ok")
        )
    assert nobody is not None
    assert refused is not None
    assert fine is not None
    assert (nobody.outcome, nobody.host_failed) == (Outcome.NO_HOST, True)
    assert (refused.outcome, refused.host_failed) == (Outcome.REFUSED, True)
    assert fine.is_fine


def test_a_certificate_that_nobody_trusts(secure_server: Server) -> None:
    answer = answer_to(secure_server.url("/ok", scheme="https"))
    assert answer.outcome is Outcome.TLS
    assert "self-signed certificate" in answer.detail
    assert weight(answer) is Severity.ERROR


def test_a_certificate_that_is_trusted(
    secure_server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(Path(__file__).with_name("self_signed.pem")))
    for answer in asked(*(secure_server.url(f"/wait/{each}", scheme="https") for each in range(9))):
        assert answer is not None
        assert answer.is_fine


def test_a_machine_that_is_not_connected() -> None:
    urls = [f"https://nobody{number}.net/" for number in range(5)]
    with pytest.raises(ArticlelintError, match="none of 5 hosts was found"):
        asked(*urls)
    assert [answer and answer.outcome for answer in asked(*urls[:4])] == [Outcome.NO_HOST] * 4


def test_tls_where_none_is_spoken(server: Server) -> None:
    answer = answer_to(server.url("/ok", scheme="https"))
    assert answer.outcome is Outcome.TLS
    assert answer.detail


def test_concurrency_per_host(server: Server) -> None:
    settings = replace(SETTINGS, per_host=3)
    answers = asked(*(server.url(f"/wait/{number}") for number in range(12)), settings=settings)
    assert all(answer is not None and answer.is_fine for answer in answers)
    assert server.most == 3


def test_concurrency_of_all(server: Server) -> None:
    settings = replace(SETTINGS, per_host=30, concurrency=4)
    asked(*(server.url(f"/wait/{number}") for number in range(12)), settings=settings)
    assert server.most == 4


def test_the_interval_between_requests(server: Server) -> None:
    settings = replace(SETTINGS, interval=0.1)
    started = time.monotonic()
    asked(*(server.url(f"/ok?{number}") for number in range(6)), settings=settings)
    assert time.monotonic() - started >= 0.5


def test_nothing_of_the_users_is_sent(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    url = server.url("/cookie").replace("//", "//me:secret@")
    assert answer_to(url).is_fine
    asked(server.url("/cookie"), server.url("/ok"))
    assert set(server.headers) == {"Host", "Accept", "Accept-Encoding", "User-Agent"}


def test_headers_go_to_their_host_alone(server: Server) -> None:
    settings = replace(
        SETTINGS,
        headers={NAME: {"X-Token": "t"}},
        allow_private=(NAME, "other.net"),
    )
    asked(server.url("/ok"), settings=settings)
    assert server.headers["X-Token"] == "t"
    asked(server.url("/ok", "other.net"), settings=settings)
    assert "X-Token" not in server.headers


@pytest.mark.parametrize(
    ("url", "sent"),
    [
        ("https://a.net/", True),
        ("https://a.net:8443/", False),
        ("http://a.net/", False),
    ],
)
def test_headers_go_by_https_and_the_usual_port(url: str, sent: bool) -> None:
    client = Client(replace(SETTINGS, headers={"a.net": {"X-Token": "t"}}))
    assert (("X-Token", "t") in client._headers_for(httpx.URL(url), "GET")) is sent


def test_progress(server: Server) -> None:
    said: list[tuple[int, int, str]] = []
    ask(
        [Request(server.url(path)) for path in ("/ok", "/missing", "/moved")],
        SETTINGS,
        watch=lambda *news: said.append(news),
        resolve=resolve,
    )
    assert sorted(kind for _, _, kind in said) == ["found", "missing", "redirected"]
    assert said[-1][:2] == (3, 3)
