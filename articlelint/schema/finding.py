"""What a check against a schema finds."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from articlelint.named_tuple import NamedTuple

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

    *span* is that of the key or the value, or of the opening fence if something is missing.
    *suggestion* is the right text for the whole span, if it is evident: the name of a key, without
    quotes, or a value as it is written. *related* are other places that explain it. *stops* tells
    that the generator rejects the article, *since* is the first version that does so.
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
