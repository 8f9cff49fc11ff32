"""html/forbidden-character."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from articlelint import Applicability, Edit, Fix, Rule, Severity, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint import Article, Diagnostic

_FORBIDDEN = re.compile("[\0-\x08\x0b\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]+")
"""Control characters and noncharacters (HTML, 13.2.3.5 "Preprocessing the input stream")."""


class ForbiddenCharacter(Rule):
    """The text holds a control character."""

    name = "html/forbidden-character"
    severity = Severity.WARNING
    fixable = Applicability.SAFE

    def check(self, article: Article) -> Iterator[Diagnostic]:
        """Yield one diagnostic for each run of such characters in the body."""
        for match in _FORBIDDEN.finditer(article.text, article.body.start):
            span, characters = Span(*match.span()), match[0]
            names = " ".join(f"U+{ord(each):04X}" for each in characters[:4])
            intended = _from_windows(characters)
            if intended is not None:
                fix = Fix.unsafe(f"Write `{intended}`", Edit(span, intended))
            else:
                fix = Fix.safe("Delete it", Edit.delete(span))
            yield self.diagnostic(
                span,
                f"The text holds {names}, which pages must not hold",
                fix=fix,
            )


def _from_windows(characters: str) -> str | None:
    """Return what was meant by bytes of Windows-1252 that were read as Latin-1, or None."""
    if not all("\x80" <= character <= "\x9f" for character in characters):
        return None
    try:
        return characters.encode("latin-1").decode("cp1252")
    except UnicodeDecodeError:
        return None
