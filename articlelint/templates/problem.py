"""What a template engine has against a text, in terms that a finding is made of."""

from __future__ import annotations

from enum import StrEnum

from articlelint.diagnostic import Related
from articlelint.named_tuple import NamedTuple
from articlelint.text.edit import Edit, Fix
from articlelint.text.span import Span  # noqa: TC001 - annotations of named tuples are looked at


class ProblemKind(StrEnum):
    """The defects; each is what the rule of that name in the family ``templates`` reports."""

    UNCLOSED_TAG = "unclosed-tag"
    """A tag, an expression or a comment begins and does not end."""
    UNCLOSED_BLOCK = "unclosed-block"
    STRAY_END = "stray-end"
    """The end of a block that is not open, or a branch outside of its block."""
    UNKNOWN_TAG = "unknown-tag"
    """A tag, shortcode or component that nothing defines."""
    UNKNOWN_FILTER = "unknown-filter"
    INVALID_SYNTAX = "invalid-syntax"
    """A tag or expression that is closed and cannot be read."""
    VANISHING_EXPRESSION = "vanishing-expression"
    """Text that the engine takes for an expression, and puts nothing in its place."""
    MISSING_INCLUDE = "missing-include"
    MISSING_IMPORT = "missing-import"
    MISSING_LAYOUT = "missing-layout"
    MISSING_ARGUMENT = "missing-argument"
    TYPOGRAPHIC_QUOTES = "typographic-quotes"


class TemplateProblem(NamedTuple):
    """One defect of a template; errors that merely follow from another are left out.

    *stops* tells that it stops the build; otherwise the page shows something that was not meant.
    """

    kind: ProblemKind
    span: Span
    message: str
    hint: str | None = None
    fix: Fix | None = None
    related: tuple[Related, ...] = ()
    stops: bool = True

    def shifted(self, by: int) -> TemplateProblem:
        """Return the problem with all its places moved by *by* characters."""
        if not by:
            return self
        fix = self.fix
        if fix is not None:
            edits = tuple(Edit(edit.span.shift(by), edit.replacement) for edit in fix.edits)
            fix = Fix(fix.title, edits, fix.applicability)
        related = tuple(Related(each.span.shift(by), each.message) for each in self.related)
        return self._replace(span=self.span.shift(by), fix=fix, related=related)
