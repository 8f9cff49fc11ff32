"""Answers kept from one run to the next, each kind as long as it is likely to hold."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

from articlelint.online.client import BUSY
from articlelint.online.model import Answer, Outcome, is_accepted
from articlelint.text.files import read_bytes
from articlelint.text.files import replace as put

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from articlelint.online.settings import OnlineSettings

_VERSION: Final = 1
_TEXTS: Final = ("detail", "final", "moved", "host", "content_type")


class Memory:
    """The cache file. One that cannot be read, or was tampered with, is as good as none."""

    def __init__(self, path: Path, settings: OnlineSettings) -> None:
        self._path = path
        self._settings = settings
        self._entries: dict[str, dict[str, Any]] = {}
        try:
            content = json.loads(read_bytes(path))
        except (OSError, ValueError, RecursionError):
            return
        if isinstance(content, dict) and content.get("version") == _VERSION:
            entries = content.get("answers")
            self._entries = entries if isinstance(entries, dict) else {}

    def answer(self, url: str, *, image: bool, now: float) -> Answer | None:
        """Return the answer for *url* that still holds; None where there is none."""
        entry = self._entries.get(url)
        if not isinstance(entry, dict) or (image and entry.get("image") is not True):
            return None
        asked = entry.get("asked")
        answer = _answer_of(entry, self._settings.accept)
        if answer is None or not isinstance(asked, int | float):
            return None
        return answer if 0 <= now - asked < self._life(answer) else None

    def _life(self, answer: Answer) -> float:
        """Return for how many seconds an answer holds; 0: not at all."""
        if answer.outcome is not Outcome.ANSWERED or answer.status in {*BUSY, 408, 425}:
            return 0.0
        if answer.is_fine:
            return self._settings.remember_found
        return self._settings.remember_missing if answer.status < 500 else 0.0

    def remember(
        self, answers: Mapping[str, Answer], images: Mapping[str, bool], now: float
    ) -> None:
        """Add *answers*, forget what no longer holds, and write the file."""
        for url, answer in answers.items():
            if self._life(answer) > 0:
                self._entries[url] = _entry_of(answer, image=images.get(url, False), now=now)
            else:
                self._entries.pop(url, None)
        self._entries = {
            url: entry
            for url, entry in self._entries.items()
            if self.answer(url, image=False, now=now) is not None
        }
        content = {"version": _VERSION, "answers": self._entries}
        with suppress(OSError):  # the next run asks again, that is all
            self._write(json.dumps(content, separators=(",", ":")).encode())

    def _write(self, data: bytes) -> None:
        folder = self._path.parent
        if not folder.is_dir():
            folder.mkdir(parents=True)
            (folder / ".gitignore").write_text("*\n", encoding="utf-8")
        put(self._path, data)


def _entry_of(answer: Answer, *, image: bool, now: float) -> dict[str, Any]:
    entry: dict[str, Any] = {"asked": int(now), "status": answer.status}
    entry |= {name: value for name in _TEXTS if (value := getattr(answer, name))}
    if image:
        entry["image"] = True
        entry["head"] = b64encode(answer.head).decode("ascii")
    if answer.encoded:
        entry["encoded"] = True
    if answer.length is not None:
        entry["length"] = answer.length
    return entry


def _answer_of(entry: Mapping[str, Any], accept: frozenset[int]) -> Answer | None:
    """Return the answer that *entry* holds; None where it is not as this module writes it."""
    status, length = entry.get("status"), entry.get("length")
    texts = {name: entry.get(name, "") for name in _TEXTS}
    if (
        type(status) is not int
        or not (length is None or type(length) is int)
        or not all(isinstance(text, str) for text in texts.values())
    ):
        return None
    try:
        head = b64decode(entry.get("head", ""), validate=True)
    except (ValueError, TypeError):
        return None
    return Answer(
        status=status,
        accepted=is_accepted(status, accept),
        encoded=entry.get("encoded") is True,
        head=head,
        length=length,
        **texts,
    )
