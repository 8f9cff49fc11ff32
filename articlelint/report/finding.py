"""One finding of a report: a diagnostic, and where it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from articlelint.diagnostic import Diagnostic
    from articlelint.report.places import FixPlace, Place
    from articlelint.text.edit import Applicability


class Finding(NamedTuple):
    """A diagnostic and its place; *related* are the places of its related spans.

    *fix* is the place of its fix, if it has one and a reporter asked for it. *others* is the number
    of further findings that it stands for, and *fixes_of_others* has the applicability of their
    fixes.
    """

    diagnostic: Diagnostic
    place: Place
    related: tuple[Place, ...] = ()
    fix: FixPlace | None = None
    others: int = 0
    fixes_of_others: tuple[Applicability, ...] = ()

    @property
    def fixes(self) -> tuple[Applicability, ...]:
        """Return how far the fixes of this finding, and of those it stands for, can be trusted."""
        fix = self.diagnostic.fix
        return (fix.applicability, *self.fixes_of_others) if fix else self.fixes_of_others
