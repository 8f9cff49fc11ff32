"""Requests to answers: what is left out, what is remembered, and the rest asked."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, Final

from articlelint.errors import ArticlelintError
from articlelint.online.addresses import host_of_origin, is_for_examples, origin_of, request_url
from articlelint.online.guard import Guard
from articlelint.online.inquiry import Inquiry
from articlelint.online.memory import Memory
from articlelint.online.model import Answer, Answers, Outcome
from articlelint.urls.hosts import is_private_host

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from articlelint.online.inquiry import Watch
    from articlelint.online.model import Request
    from articlelint.online.network import Resolve
    from articlelint.online.settings import OnlineSettings


_HOSTS_FOR_A_VERDICT: Final = 5


def ask(
    requests: Iterable[Request],
    settings: OnlineSettings,
    *,
    memory: Path | None = None,
    watch: Watch | None = None,
    resolve: Resolve | None = None,
) -> Answers:
    """Return the answers to *requests*, each distinct URL asked once.

    *memory* is the cache file. *watch* is told of every reply. *resolve* looks up names in
    place of the system. Raises ArticlelintError where there is no network.
    """
    wanted = _wanted(requests, settings)
    now = time.time()
    kept = None if memory is None else Memory(memory, settings)
    answers: dict[str, Answer] = {}
    if kept is not None:
        for url, image in wanted.items():
            answer = kept.answer(url, image=image, now=now)
            if answer is not None:
                answers[url] = answer
    rest = {url: image for url, image in wanted.items() if url not in answers}
    if rest:
        inquiry = Inquiry(settings, watch)
        fresh: dict[str, Answer] = {}
        try:
            fresh = asyncio.run(inquiry.ask(rest, resolve))
        except KeyboardInterrupt:
            fresh = inquiry.answers(rest)
            raise
        finally:
            if kept is not None:
                kept.remember(fresh, rest, now)
        _require_network(fresh.values())
        answers |= fresh
    return Answers(answers)


def _require_network(answers: Iterable[Answer]) -> None:
    """Raise ArticlelintError where not one of several hosts was found: it is hardly their fault."""
    hosts = set()
    for answer in answers:
        if answer.outcome is not Outcome.NO_HOST:
            return
        hosts.add(answer.host)
    if len(hosts) >= _HOSTS_FOR_A_VERDICT:
        raise ArticlelintError(
            f"--online: none of {len(hosts)} hosts was found; is this machine online?"
        )


def _wanted(requests: Iterable[Request], settings: OnlineSettings) -> dict[str, bool]:
    """Return the URLs to ask for, and of each whether any request wants its first bytes.

    Left out are those that the settings exclude, hosts for examples, and hosts that are private
    by their very name, which the rules about machines and networks report without asking.
    """
    excluded = settings.excludes()
    guard = Guard.of(settings)
    wanted: dict[str, bool] = {}
    for request in dict.fromkeys(requests):
        url = request_url(request.url)
        if url is None or excluded(url):
            continue
        host = host_of_origin(origin_of(url))
        if is_for_examples(host) or (is_private_host(host) and not guard.names(host)):
            continue
        wanted[url] = wanted.get(url, False) or request.image
    return wanted
