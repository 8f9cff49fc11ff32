"""What is kept of an article, of a run and of the articles of a site, as rows of a database."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from articlelint.cache.places import Stat


class Row(NamedTuple):
    """What is kept of an article.

    *looked* is when it was read, in nanoseconds; *content* stands for its bytes, *front* for what
    other articles may see of it, *site* for its site's settings, *around* for all that its
    findings hang on besides; it is empty where they were not made, or where that is not known.
    They are true from *since* until *until*.
    """

    path: str
    stat: Stat
    looked: int
    content: bytes
    front: bytes
    site: bytes
    around: bytes
    since: str | None
    until: str | None


class Result(NamedTuple):
    """What was made of an article, each part encoded.

    The *outcome* is true as long as the pages *asked* for their anchors have the bytes they had.
    """

    asked: str
    outcome: str
    facts: str


class Whole(NamedTuple):
    """What is kept of a whole run: its report, encoded, and the *state* of all files then.

    *looked* is when it looked at the files, in nanoseconds.
    """

    looked: int
    state: bytes
    since: str | None
    until: str | None
    report: bytes


class Partition(NamedTuple):
    """What is kept of some articles of a site, by its *number*.

    *state* stands for all *files* that may be articles and lie there; those that are none of the
    site's are told apart in the text. What they say is true from *since* until *until*.
    """

    number: int
    state: bytes
    since: str | None
    until: str | None
    files: str


class Said(NamedTuple):
    """What the articles of a partition say to a *rule* on a key; *said* is encoded."""

    rule: str
    key: bytes
    number: int
    said: str
