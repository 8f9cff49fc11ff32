"""All URLs of a run, each asked once, redirects followed, failures tried again."""

from __future__ import annotations

import random
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from articlelint.online.addresses import name_of_origin, origin_of
from articlelint.online.client import BUSY, PERMANENT, Client, Reply
from articlelint.online.hosts import Host, Queue, Task
from articlelint.online.model import Answer, Outcome, is_accepted

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from articlelint.online.network import Resolve
    from articlelint.online.settings import OnlineSettings

    Watch = Callable[[int, int, str], None]

REDIRECTS_FOLLOWED: Final = 5

_LASTING: Final = frozenset({Outcome.TLS, Outcome.FORBIDDEN_ADDRESS})


class Inquiry:
    """One run's questions.

    *watch* is told how many replies are in, how many requests there are, and what the last
    reply was: "found", "redirected", "missing" or "unknown".
    """

    def __init__(self, settings: OnlineSettings, watch: Watch | None = None) -> None:
        self._settings = settings
        self._watch = watch
        self._queue = Queue(settings)
        self._replies: dict[str, Reply] = {}
        self._wanted: dict[str, bool] = {}
        self._depth: dict[str, int] = {}

    async def ask(
        self, urls: Mapping[str, bool], resolve: Resolve | None = None
    ) -> dict[str, Answer]:
        """Return the answers; *urls* tells of each whether its first bytes are wanted."""
        client = Client(self._settings, resolve)
        self._client = client
        try:
            missing = dict(urls)
            for _ in range(REDIRECTS_FOLLOWED + 1):
                for url, image in missing.items():
                    self._want(url, image=image, depth=0)
                await self._queue.run(self._work)
                # Two chains may meet where one had come to its end and the other has not.
                missing = self._unasked(urls)
                if not missing:
                    break
        finally:
            await client.close()
        return {url: self._answer(url) for url in urls}

    def answers(self, urls: Mapping[str, bool]) -> dict[str, Answer]:
        """Return what is known by now, should the run have been interrupted."""
        return {
            url: self._answer(url)
            for url in urls
            if url in self._replies and not self._replies[url].redirects
        }

    def _want(self, url: str, *, image: bool, depth: int) -> None:
        """Have *url* asked for, unless it was with as much wanted."""
        known = self._wanted.get(url)
        if known is None or (image and not known):
            self._wanted[url] = image
            self._depth[url] = depth
            self._queue.add(Task(url, image))

    async def _work(self, host: Host, task: Task) -> None:
        if host.failed is not None:
            self._settle(task, host.failed)
            return
        reply = await self._client.ask(task.url, image=task.image, gently=task.gently)
        task.tries += 1
        task.gently = reply.outcome is Outcome.ANSWERED
        delay = self._delay(reply, task.tries)
        if delay is not None and host.failed is None:
            if reply.status == 429 or reply.wait:
                self._queue.put_off(host, task, delay)
            else:
                self._queue.add_later(task, delay)
            return
        host.judge(reply)
        self._settle(task, reply)
        if reply.location is not None and self._depth[task.url] < REDIRECTS_FOLLOWED:
            self._want(reply.location, image=task.image, depth=self._depth[task.url] + 1)

    def _settle(self, task: Task, reply: Reply) -> None:
        self._replies[task.url] = reply
        if self._watch is not None:
            self._watch(len(self._replies), len(self._wanted), _kind(reply))

    def _delay(self, reply: Reply, tries: int) -> float | None:
        """Return how long to wait before another attempt; None where none is to be made."""
        silent = reply.outcome is Outcome.TIMEOUT  # waiting as long a third time is no use
        if tries > (min(self._settings.retries, 1) if silent else self._settings.retries):
            return None
        backoff = self._settings.backoff * 2.0 ** (tries - 1) * random.uniform(0.5, 1.0)  # noqa: S311 - no secret
        if reply.outcome is not Outcome.ANSWERED:
            return None if reply.lasting or reply.outcome in _LASTING else backoff
        if reply.status not in BUSY:
            return None
        wait = retry_after(reply.wait)
        if wait is None:
            return backoff
        return wait if wait <= self._settings.longest_wait else None

    def _unasked(self, urls: Mapping[str, bool]) -> dict[str, bool]:
        found = {}
        for url, image in urls.items():
            end = self._chain(url)[-1]
            reply = self._replies.get(end)
            if reply is None:
                found[end] = image
        return found

    def _chain(self, url: str) -> list[str]:
        """Return *url* and where its redirects lead, five of them at most."""
        chain = [url]
        while len(chain) <= REDIRECTS_FOLLOWED:
            reply = self._replies.get(chain[-1])
            if reply is None or not reply.redirects or reply.location is None:
                break
            chain.append(reply.location)
            if reply.location in chain[:-1]:
                break
        return chain

    def _answer(self, url: str) -> Answer:
        chain = self._chain(url)
        reply = self._replies[chain[-1]]
        origin = origin_of(chain[-1])
        host = self._queue.hosts[origin]
        outcome, detail = reply.outcome, reply.detail
        if reply.redirects:
            if chain[-1] in chain[:-1]:
                outcome, detail = Outcome.REDIRECT_LOOP, f"`{chain[-1]}`"
            elif reply.location is None:
                outcome, detail = Outcome.BAD_REDIRECT, f"`{reply.target[:200]}`"
            else:
                outcome, detail = Outcome.TOO_MANY_REDIRECTS, ""
        failed = host.failed is not None and (
            reply.outcome is not Outcome.ANSWERED or reply.status == 429
        )
        return Answer(
            outcome=outcome,
            status=reply.status,
            accepted=is_accepted(reply.status, self._settings.accept),
            detail=detail,
            final=chain[-1],
            moved=self._moved(chain),
            host=name_of_origin(origin),
            host_failed=failed,
            content_type=reply.content_type,
            encoded=reply.encoded,
            head=reply.head,
            length=reply.length,
        )

    def _moved(self, chain: list[str]) -> str:
        """Return where permanent redirects alone lead; "" where the first is none."""
        moved = ""
        for url, following in pairwise(chain):
            reply = self._replies[url]
            if reply.status not in PERMANENT:
                break
            moved = reply.target if following == reply.location else following
        return moved


def retry_after(text: str) -> float | None:
    """Return how many seconds ``Retry-After`` asks for: RFC 9110, 10.2.3; None if nothing."""
    text = text.strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - datetime.now(UTC)).total_seconds())


def _kind(reply: Reply) -> str:
    if reply.outcome is not Outcome.ANSWERED or reply.status in BUSY:
        return "unknown"
    if reply.redirects:
        return "redirected"
    return "found" if reply.status < 400 else "missing"
