"""What is asked, and what comes of it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from articlelint.named_tuple import NamedTuple
from articlelint.online.addresses import request_url

if TYPE_CHECKING:
    from collections.abc import Mapping

HEAD_LENGTH = 512
"""How many of a body's first bytes an answer keeps; signatures of images stand there."""


class Outcome(StrEnum):
    """How far a request got. ANSWERED: there is a status, whichever."""

    ANSWERED = "answered"
    NO_HOST = "no-host"
    REFUSED = "refused"
    TIMEOUT = "timeout"
    RESET = "reset"
    TLS = "tls"
    MALFORMED = "malformed"
    FORBIDDEN_ADDRESS = "forbidden-address"
    REDIRECT_LOOP = "redirect-loop"
    TOO_MANY_REDIRECTS = "too-many-redirects"
    BAD_REDIRECT = "bad-redirect"


class Request(NamedTuple):
    """A URL as the article has it; *image* tells that the first bytes are needed as well."""

    url: str
    image: bool = False


class Answer(NamedTuple):
    """What a server answered for a URL, after redirects.

    *status* is the last status (0 if there was none), *accepted* tells whether it counts as fine.
    *detail* explains a failure in words. *final* is the URL that answered or failed, *moved* the
    one that permanent redirects lead to ("" if there are none). *host_failed* tells that *host*
    does not answer at all. *head* has the first bytes of an image, *length* its whole length if the
    server told it.
    """

    outcome: Outcome = Outcome.ANSWERED
    status: int = 0
    accepted: bool = False
    detail: str = ""
    final: str = ""
    moved: str = ""
    host: str = ""
    host_failed: bool = False
    content_type: str = ""
    encoded: bool = False
    head: bytes = b""
    length: int | None = None

    @property
    def is_fine(self) -> bool:
        """Tell whether the server has what was asked for."""
        return self.outcome is Outcome.ANSWERED and self.accepted


class Answers:
    """The answers of a run, by URL as articles write it."""

    def __init__(self, by_url: Mapping[str, Answer]) -> None:
        self._by_url = by_url

    def __len__(self) -> int:
        return len(self._by_url)

    def of(self, url: str) -> Answer | None:
        """Return the answer for *url*; None where it was not asked for."""
        asked = request_url(url)
        return None if asked is None else self._by_url.get(asked)


def is_accepted(status: int, accept: frozenset[int]) -> bool:
    """Tell whether a status means that what was asked for is there."""
    return 200 <= status < 300 or status in {304, 416} or status in accept
