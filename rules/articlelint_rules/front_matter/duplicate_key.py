"""front-matter/duplicate-key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint import Related, Rule, Severity
from articlelint.front_matter import Mapping, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint import Article, Diagnostic
    from articlelint.front_matter import Field, Value


class DuplicateKey(Rule):
    """A key stands more than once in the front matter."""

    name = "front-matter/duplicate-key"
    severity = Severity.ERROR

    def check(self, article: Article) -> Iterator[Diagnostic]:
        """Yield a diagnostic for each key that was there before, at any depth."""
        front_matter = article.front_matter
        if front_matter is None or front_matter.root is None:
            return
        for mapping in _mappings(front_matter.root):
            first: dict[str, Field] = {}
            for field in mapping.fields:
                earlier = first.setdefault(field.key, field)
                if earlier is not field:
                    yield self.diagnostic(
                        field.key_span,
                        f"`{field.key}` is set twice; only one of the two values counts",
                        hint="Keep the line that is right and delete the other",
                        related=[Related(earlier.key_span, "set here first")],
                    )


def _mappings(value: Value) -> Iterator[Mapping]:
    if isinstance(value, Mapping):
        yield value
        for field in value.fields:
            yield from _mappings(field.content)
    elif isinstance(value, Sequence):
        for item in value.items:
            yield from _mappings(item)
