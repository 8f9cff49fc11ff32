"""Changes to a text: edits, the fixes made of them, and how they are applied."""

from __future__ import annotations

from enum import IntEnum, StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING, Final, TypeAlias

from articlelint.dataclass import dataclass
from articlelint.named_tuple import NamedTuple
from articlelint.text.span import Span, as_span

if TYPE_CHECKING:
    from collections.abc import Iterable


class Applicability(IntEnum):
    """How far a fix can be trusted; ordered, so that ``fix.applicability >= wanted`` decides.

    SAFE: the published page and the data that the generator reads stay the same or become what the
    author clearly meant, and nothing of the author's is lost. UNSAFE: very likely right, but the
    author should look. DISPLAY: shown, never applied.
    """

    DISPLAY = 0
    UNSAFE = 1
    SAFE = 2


SAFE: Final = Applicability.SAFE
"""A fix that ``--fix`` makes."""
UNSAFE: Final = Applicability.UNSAFE
"""A fix that an author should look at; ``--unsafe-fixes`` makes it."""


class Proof(StrEnum):
    """What the engine has to show of a fix before it offers it."""

    SAME_TREE = "same-tree"  # the page's tree stays as it is, a problem less
    FEWER_PROBLEMS = "fewer-problems"


class Edit(NamedTuple):
    """One replacement: *replacement* takes the place of the characters of *span*."""

    span: Span
    replacement: str

    @classmethod
    def insert(cls, offset: int, text: str) -> Edit:
        """Return the edit that puts *text* before the character at *offset*."""
        return cls(Span(offset, offset), text)

    @classmethod
    def delete(cls, span: Span) -> Edit:
        """Return the edit that removes the characters of *span*."""
        return cls(span, "")


AnyEdit: TypeAlias = Edit | tuple[Span | tuple[int, int], str]
"""An edit as rules write it: a span, or a pair of offsets, and the text that replaces it."""


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that fix one finding together: all are applied, or none.

    *title* is an imperative without a full stop ("Delete the end tag"). The edits are in reading
    order and do not overlap. Where a fix is made, an edit may also be a span and the text that
    replaces it.

    If it has a *proof*, the engine decides its applicability by what the edits do to the page:
    *proven* if the proof holds, otherwise *otherwise*, where None means that the fix is not
    offered. A fix that *stacks* inserts at the same place as others of its rule, such as end tags;
    they are made together, the first finding's last.
    """

    title: str
    edits: tuple[Edit, ...]
    applicability: Applicability
    proof: Proof | None = None
    otherwise: Applicability | None = None
    proven: Applicability = Applicability.SAFE
    stacks: bool = False

    def __post_init__(self) -> None:
        """Sort the edits; raise ValueError where there are none or two overlap."""
        edits = tuple(sorted(self.edits, key=lambda edit: edit.span))
        if not edits:
            raise ValueError(f"a fix without edits: {self.title}")
        for before, after in pairwise(edits):
            if before.span.end > after.span.start:
                raise ValueError(f"edits overlap in the fix: {self.title}")
        object.__setattr__(self, "edits", edits)

    @classmethod
    def safe(cls, title: str, *edits: AnyEdit) -> Fix:
        """Return a fix that ``--fix`` applies."""
        return cls(title, _edits(edits), Applicability.SAFE)

    @classmethod
    def unsafe(cls, title: str, *edits: AnyEdit) -> Fix:
        """Return a fix that needs ``--unsafe-fixes``."""
        return cls(title, _edits(edits), Applicability.UNSAFE)

    @classmethod
    def display(cls, title: str, *edits: AnyEdit) -> Fix:
        """Return a fix that is shown and never applied."""
        return cls(title, _edits(edits), Applicability.DISPLAY)

    @classmethod
    def page(
        cls,
        title: str,
        *edits: AnyEdit,
        otherwise: Applicability | None = Applicability.UNSAFE,
        proven: Applicability = Applicability.SAFE,
        stacks: bool = False,
    ) -> Fix | None:
        """Return a fix of markup that is safe if the page's tree stays the same, minus the problem.

        The engine renders the article with the edits and compares. If that fails, the applicability
        is *otherwise*; None means that the fix is not offered. If the author should look anyway,
        set *proven* to unsafe. Returns None if there are no edits, as for markup that the author
        did not write.
        """
        if not edits:
            return None
        proof = Proof.SAME_TREE
        shown = Applicability.DISPLAY
        return cls(title, _edits(edits), shown, proof, otherwise, proven, stacks)

    @classmethod
    def guess(cls, title: str, *edits: AnyEdit) -> Fix | None:
        """Return an unsafe fix that is only offered if the page has fewer problems with it.

        None if there are no edits.
        """
        if not edits:
            return None
        return cls(
            title,
            _edits(edits),
            Applicability.DISPLAY,
            Proof.FEWER_PROBLEMS,
            None,
            Applicability.UNSAFE,
        )

    @property
    def span(self) -> Span:
        """Return the span from the start of the first edit to the end of the last."""
        return self.edits[0].span.cover(self.edits[-1].span)


def _edits(given: Iterable[AnyEdit]) -> tuple[Edit, ...]:
    return tuple(map(_edit, given))


def _edit(given: AnyEdit) -> Edit:
    match given:
        case (place, str(text)):
            return Edit(as_span(place), text)
    raise TypeError(f"an edit is a span and the text that replaces it, and not {given!r}")


def stack(one: Fix, other: Fix) -> bool:
    """Tell whether both are insertions at one place that can be made together."""
    return one.stacks and other.stacks and one.span == other.span and not one.span.length


def apply(text: str, edits: Iterable[Edit]) -> str:
    """Return *text* with *edits* made; everything outside them is unchanged.

    Two insertions at one place are made in the given order. Raises ValueError if edits overlap or
    leave the text.
    """
    pieces: list[str] = []
    done = 0
    for edit in sorted(edits, key=lambda edit: edit.span):
        if edit.span.start < done or edit.span.end > len(text) or edit.span.end < edit.span.start:
            raise ValueError(f"an edit overlaps another or leaves the text: {edit}")
        pieces += (text[done : edit.span.start], edit.replacement)
        done = edit.span.end
    pieces.append(text[done:])
    return "".join(pieces)
