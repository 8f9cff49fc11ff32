"""Where in the articles a URL stands that did not answer, and which of these places are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from articlelint.online.model import Answer
    from articlelint.text.span import Span


class Unanswered(NamedTuple):
    """A place in an article, with the answer for its URL.

    *suppressed* tells that a comment suppresses what is found there.
    """

    span: Span
    answer: Answer
    suppressed: bool = False


def told_once(
    places: Iterable[tuple[Path, object]],
) -> Iterator[tuple[Path, Unanswered, str]]:
    """Yield the places to report, each with a note about others of the same host.

    If a host does not answer at all, only the first place is reported; places that comments
    suppress are yielded as well, or the comments would count as unused.
    """
    hosts: dict[str, list[tuple[Path, Unanswered]]] = {}
    for path, place in places:
        if not isinstance(place, Unanswered):
            continue
        if place.answer.host_failed and not place.suppressed:
            hosts.setdefault(place.answer.host, []).append((path, place))
        else:
            yield path, place, ""
    for (path, place), *others in hosts.values():
        yield path, place, _others(path, [other for other, _ in others])


def _others(path: Path, others: list[Path]) -> str:
    if not others:
        return ""
    count = len(others)
    articles = len({path, *others}) - 1
    where = f" in this and {articles} more article{'s' * (articles != 1)}" if articles else ""
    return f"; the same goes for {count} more URL{'s' * (count != 1)}{where}"
