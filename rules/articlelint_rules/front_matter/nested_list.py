"""front-matter/nested-list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint import Applicability, Edit, Fix, Rule, Severity, Span
from articlelint.front_matter import Scalar, Sequence
from articlelint.text.regex import regex
from articlelint_rules.front_matter._lists import is_hierarchy, is_item_in_brackets, text_lists

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint import Article, Diagnostic
    from articlelint_rules.front_matter._lists import TextList

_BRACKETS = regex(r"[\s\[\],-]*")


class NestedList(Rule):
    """A list stands in a list where an item was meant."""

    name = "front-matter/nested-list"
    severity = Severity.ERROR
    fixable = Applicability.SAFE

    def check(self, article: Article) -> Iterator[Diagnostic]:
        """Yield a diagnostic for each list of one item, or of terms, within a list of terms."""
        for found in text_lists(article):
            items = found.sequence.items
            if is_hierarchy(article, found.key) and not any(isinstance(i, Scalar) for i in items):
                continue  # several hierarchies
            for item in items:
                if isinstance(item, Sequence) and is_item_in_brackets(item):
                    text = " ".join(item.span.of(article.text).split())
                    yield self.diagnostic(
                        item.span,
                        f"`{text}` is a list within the list `{found.key}`",
                        fix=_fix(article, found, item),
                    )


def _fix(article: Article, found: TextList, item: Sequence) -> Fix | None:
    start, end = item.span
    inner = item.items[0].span
    edits = [Edit.delete(Span(start, inner.start))]
    if not item.flow:  # ` -  - x`: one space is enough
        hyphen = article.text.rfind("-", 0, start)
        edits = [Edit(Span(hyphen + 1, inner.start), " ")] if hyphen >= 0 else edits
    if inner.end < end:
        edits.append(Edit.delete(Span(inner.end, end)))
    if not all(_BRACKETS.fullmatch(edit.span.of(article.text)) for edit in edits):
        return None
    is_safe = not is_hierarchy(article, found.key)
    how = Applicability.SAFE if is_safe else Applicability.UNSAFE
    return Fix("Make it an item", tuple(edits), how)
