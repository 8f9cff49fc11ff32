"""What a check against a schema finds."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from articlelint.diagnostic import Related
    from articlelint.front_matter import Path
    from articlelint.text.span import Span


class FindingKind(StrEnum):
    """What can be wrong with a key; the rules of front matter are named alike."""

    MISSING_KEY = "missing-key"
    UNKNOWN_KEY = "unknown-key"
    WRONG_TYPE = "wrong-type"
    INVALID_VALUE = "invalid-value"
    DEPRECATED_KEY = "deprecated-key"
    MISPLACED_KEY = "misplaced-key"
    CONFLICTING_KEYS = "conflicting-keys"


class SchemaFinding(NamedTuple):
    """One thing that is wrong with the front matter.

    *span* is the key's or the value's; the opening fence's where something is missing.
    *suggestion* is what belongs there, where it is evident: a key's right name without quotes,
    or a value as it is to be written, which takes the place of the whole span. *related* are
    other places with a word on each. *stops* tells that the generator refuses the article for
    it, *since* from which version of it on this holds.
    """

    kind: FindingKind
    path: Path
    span: Span
    message: str
    suggestion: str | None = None
    hint: str | None = None
    related: tuple[Related, ...] = ()
    stops: bool = False
    since: tuple[int, int] | None = None
