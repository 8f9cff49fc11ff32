"""What is wrong with one value, before it is told of an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from articlelint.front_matter import Path
    from articlelint.schema.finding import FindingKind
    from articlelint.text.span import Span

LONGEST = 40
"""Characters of a text that a message shows."""


class Problem(NamedTuple):
    """What is wrong with a value, or with a part of it; *path* leads to the part.

    *message* goes on after the name of the key.
    """

    kind: FindingKind
    path: Path
    span: Span
    message: str
    suggestion: str | None = None
    hint: str | None = None


def cut(text: str) -> str:
    """Return *text* on one line, cut to what a message can bear."""
    text = " ".join(text.split())
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
