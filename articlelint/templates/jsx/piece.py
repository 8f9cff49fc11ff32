"""What a scan of MDX finds."""

from __future__ import annotations

from enum import StrEnum

from articlelint.named_tuple import NamedTuple


class PieceKind(StrEnum):
    """What a piece of JSX is."""

    TAG = "tag"
    EXPRESSION = "expression"
    COMMENT = "comment"
    """A comment of HTML."""


class Attribute(NamedTuple):
    """An attribute of a tag; its value is as it stands, quotes or braces included.

    Attributes that an expression gives (``{...props}``) have no name.
    """

    name: str
    value: str
    start: int
    end: int


class Piece(NamedTuple):
    """One tag, expression or comment; offsets count from the beginning of the text.

    *fault* says why it cannot be read, and *at* where. One that is not *closed* has no end.
    """

    kind: PieceKind
    start: int
    end: int
    name: str = ""
    closing: bool = False
    alone: bool = False
    """Whether a slash ends it."""
    attributes: tuple[Attribute, ...] = ()
    fault: str = ""
    at: int = -1
    closed: bool = True
