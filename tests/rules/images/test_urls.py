"""URLs that work for a while, or on one machine alone."""

from __future__ import annotations

import base64
import json

import pytest

from articlelint_rules.images._expiry import expiry_of
from articlelint_rules.images._machine import machine_of

TOKEN = base64.urlsafe_b64encode(json.dumps({"exp": 1714564800}).encode()).decode().rstrip("=")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("X-Amz-Date=20240501T110000Z&X-Amz-Expires=3600&X-Amz-Signature=a", "2024-05-01T12:00"),
        ("X-Goog-Date=20240501T110000Z&X-Goog-Expires=3600", "2024-05-01T12:00"),
        ("x-oss-date=20240501T110000Z&x-oss-expires=3600", "2024-05-01T12:00"),
        ("Expires=1714564800&Signature=a&AWSAccessKeyId=b", "2024-05-01T12:00"),
        ("Expires=1714564800&OSSAccessKeyId=b&Signature=a", "2024-05-01T12:00"),
        ("KID=imgbed&Expires=1714564800&ssig=a", "2024-05-01T12:00"),
        ("x-expires=1714564800&x-signature=a", "2024-05-01T12:00"),
        ("expirationTimestamp=1714564800000&signature=a", "2024-05-01T12:00"),
        ("sv=2022&se=2024-05-01T12%3A00%3A00Z&sig=a", "2024-05-01T12:00"),
        ("se=2024-05-01&sig=a", "2024-05-01T00:00"),
        ("oh=a&oe=66322EC0", "2024-05-01T12:00"),
        ("ex=66322ec0&is=66322ec0&hm=a", "2024-05-01T12:00"),
        ("e=1714564800&v=beta&t=a", "2024-05-01T12:00"),
        ("q-sign-time=1714561200;1714564800&q-signature=a", "2024-05-01T12:00"),
        (f"jwt=a.{TOKEN}.b", "2024-05-01T12:00"),
        ("Expires=1714564800", None),
        ("X-Amz-Date=20240501T110000Z", None),
        ("X-Amz-Date=20249901T110000Z&X-Amz-Expires=3600", None),
        ("X-Amz-Date=99990501T110000Z&X-Amz-Expires=9999999999", None),
        ("Expires=never&Signature=a", None),
        ("Expires=99999999999999999999&Signature=a", None),
        ("e=5&t=a", None),
        ("oe=utf8&oh=a", None),
        ("se=sweden&sig=a", None),
        ("jwt=a.%%%.b", None),
        ("jwt=a.WzFd.b", None),
        ("x-oss-process=image/resize,w_100", None),
        ("", None),
    ],
)
def test_the_instant_when_a_signature_ends(query: str, expected: str | None) -> None:
    found = expiry_of(f"https://images.example.edu/a.png?{query}")
    assert (found and found.strftime("%Y-%m-%dT%H:%M")) == expected


def test_a_broken_url_has_no_instant() -> None:
    assert expiry_of("https://[/a.png?Expires=1714564800&Signature=a") is None


@pytest.mark.parametrize(
    "url",
    [
        "C:\\Users\\ana\\kite.png",
        "C:/Users/ana/kite.png",
        "/C:/kite.png",
        "file:///C:/kite.png",
        "file://server/kite.png",
        "\\\\server\\share\\kite.png",
        "/Users/ana/Desktop/kite.png",
        "/home/ana/Pictures/kite.png",
        "/home/ana/.config/Typora/typora-user-images/kite.png",
        "~/Downloads/kite.png",
        "http://localhost/kite.png",
        "//localhost:4000/kite.png",
        "http://127.0.0.1:8000/kite.png",
        "http://0.0.0.0/kite.png",
        "http://[::1]/kite.png",
        "http://10.0.0.8/kite.png",
        "http://172.16.3.4/kite.png",
        "http://169.254.169.254/kite.png",
        "https://nas.local/kite.png",
        "blob:https://example.edu/1",
        "cid:kite",
        "about:blank",
    ],
)
def test_a_place_on_one_machine(url: str) -> None:
    assert machine_of(url)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "kite.png",
        "/kite.png",
        "/users/kite.png",
        "/Users/kite.png",
        "/home/kite.png",
        "/home/hero/large/kite.png",
        "c:kite",
        "https://localhost.example.edu/kite.png",
        "https://8.8.8.8/kite.png",
        "https://[2606:4700::1111]/kite.png",
        "https://images.example.edu/C:/kite.png",
        "data:image/gif;base64,R0lGOD",
        "~/assets/kite.png",
        "{static}/kite.png",
    ],
)
def test_a_place_that_all_can_reach(url: str) -> None:
    assert machine_of(url) is None
