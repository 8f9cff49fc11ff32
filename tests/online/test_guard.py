"""Which addresses may be asked, and that no other one is connected to."""

from __future__ import annotations

import asyncio
from ipaddress import ip_address

import pytest

from articlelint.online import Outcome
from articlelint.online.guard import Guard, is_public
from articlelint.online.names import Failure, Resolver
from articlelint.online.network import GuardedBackend
from articlelint.online.settings import OnlineSettings


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.255.0.9", "0.0.0.7", "10.1.2.3", "172.16.0.1", "192.168.1.1",
        "169.254.169.254", "100.64.0.1", "100.100.100.200", "192.0.0.192", "168.63.129.16",
        "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255", "192.0.2.1",
        "::", "::1", "fe80::1", "fc00::1", "fd00:ec2::254", "fec0::1", "ff02::1", "2001:db8::1",
        "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "64:ff9b::7f00:1",
        "64:ff9b::a9fe:a9fe", "64:ff9b:1::7f00:1", "64:ff9b:1:a00:0:100:101:101",
        "::ffff:0:7f00:1", "2001:0:7f00:1::80ff:fffe", "2002:7f00:1::", "2002:c0a8:101::",
    ],
)  # fmt: skip
def test_what_is_not_public(address: str) -> None:
    assert not is_public(ip_address(address))


@pytest.mark.parametrize(
    "address", ["1.1.1.1", "93.184.216.34", "2606:4700::1111", "::ffff:1.1.1.1", "64:ff9b::101:101"]
)
def test_what_is_public(address: str) -> None:
    assert is_public(ip_address(address))


def test_what_is_allowed_besides() -> None:
    guard = Guard.of(OnlineSettings(allow_private=("intra.net", "10.0.0.0/8", "192.168.1.7")))
    assert guard.allows("intra.net", "127.0.0.1")
    assert guard.allows("any.net", "10.9.9.9")
    assert guard.allows("any.net", "192.168.1.7")
    assert not guard.allows("any.net", "192.168.1.8")
    assert not guard.allows("sub.intra.net", "127.0.0.1")
    assert not guard.allows("any.net", "no address")
    assert guard.allows("any.net", "1.1.1.1")


def test_the_checked_address_is_the_one_connected_to(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name server that changes its mind (DNS rebinding) is not asked a second time."""
    answers = [["1.1.1.1", "127.0.0.1"], ["127.0.0.1"]]
    connected: list[object] = []

    async def resolve(host: str, port: int) -> list[str]:  # noqa: ARG001 - as resolvers are called
        return answers.pop(0)

    async def connect(host: str, port: int, **_: object) -> None:
        connected.append((host, port))
        raise ConnectionRefusedError

    async def twice() -> None:
        backend = GuardedBackend(Guard(), resolve)
        for _ in range(2):
            with pytest.raises(Failure) as failure:
                await backend.connect_tcp("rebinding.net", 80)
            assert failure.value.outcome is Outcome.REFUSED

    monkeypatch.setattr(asyncio, "open_connection", connect)
    asyncio.run(twice())
    assert connected == [("1.1.1.1", 80)] * 2
    assert answers == [["127.0.0.1"]]


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1", "2130706433", "0x7f.1", "0177.0.0.1", "127.1", "localhost", "localhost.", "0",
        "017700000001", "0x7f000001", "0x7f.0.0.1", "::1", "::ffff:127.0.0.1", "::ffff:7f00:1",
    ],
)  # fmt: skip
def test_spellings_of_this_machine(host: str) -> None:
    """The system's own lookup reads them, and what it makes of them is looked at."""

    async def connect() -> None:
        await GuardedBackend(Guard(), Resolver()).connect_tcp(host, 80)

    with pytest.raises(Failure) as failure:
        asyncio.run(connect())
    assert failure.value.outcome in {Outcome.FORBIDDEN_ADDRESS, Outcome.NO_HOST}


def test_names_that_are_none() -> None:
    async def look_up(host: str) -> None:
        await Resolver()(host, 80)

    for host in ("a" * 64 + ".net", "a..b"):
        with pytest.raises(Failure) as failure:
            asyncio.run(look_up(host))
        assert failure.value.outcome is Outcome.NO_HOST


def test_sockets_of_this_machine_are_no_hosts() -> None:
    backend = GuardedBackend(Guard(), Resolver.__call__)  # type: ignore[arg-type]
    with pytest.raises(Failure):
        asyncio.run(backend.connect_unix_socket("/run/docker.sock"))
