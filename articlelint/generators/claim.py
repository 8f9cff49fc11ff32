"""What an article takes for itself alone."""

from __future__ import annotations

from articlelint.named_tuple import NamedTuple


class Claim(NamedTuple):
    """An address, or another name that two articles of a site cannot share.

    *key* is the same for two articles that collide. *name* is what they share, in
    the author's words; *noun* what it is, "" for an address; *field* the key of the front matter
    that says it, "" for none. *stops* tells that the build stops.
    """

    key: tuple[str, ...]
    name: str
    noun: str = ""
    field: str = ""
    stops: bool = False
