"""What a rule has to say: the place, the message, and how to fix it."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Final, TypeAlias

from articlelint.dataclass import dataclass
from articlelint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from articlelint.text.edit import Fix
    from articlelint.text.span import Span


class Severity(StrEnum):
    """How much a finding matters.

    ERROR: the page or the data will be wrong. WARNING: very likely a defect. INFO: advice.
    """

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """Return 0 for INFO, 1 for WARNING, 2 for ERROR."""
        return _RANKS[self]


ERROR: Final = Severity.ERROR
"""The page or the data will be wrong."""
WARNING: Final = Severity.WARNING
"""Very likely a defect."""
INFO: Final = Severity.INFO
"""Advice."""

_RANKS = {Severity.INFO: 0, Severity.WARNING: 1, Severity.ERROR: 2}


class Related(NamedTuple):
    """A second place that explains a finding ("opened here")."""

    span: Span
    message: str


class Spoilt(NamedTuple):
    """A part of the article in which rules of *families* find what follows from one mistake."""

    span: Span
    families: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding of a rule, at a span of the article's text.

    *message* says what is wrong, in one sentence without a full stop. *hint* says what to do if
    there is no fix whose title says so.

    Findings of a rule with the same *cause* are reported as one, with their number: in all
    articles, or in the same article if it is "article" or begins with "article/". *unproven* takes
    the place of this finding if its fix comes from ``Fix.page`` and the engine cannot prove it.

    *spoils* is what the mistake turns into something else, code into text for instance: what rules
    of some families find there is left out.
    """

    rule: str
    span: Span
    message: str
    severity: Severity
    hint: str | None = None
    fix: Fix | None = None
    related: tuple[Related, ...] = ()
    unproven: Diagnostic | None = None
    cause: str | None = None
    spoils: Spoilt | None = None

    @property
    def sort_key(self) -> tuple[Span, str, str]:
        """Return what findings are sorted by: place, then rule, then message."""
        return (self.span, self.rule, self.message)


Findings: TypeAlias = Iterator[Diagnostic]
"""What a rule's method yields."""
