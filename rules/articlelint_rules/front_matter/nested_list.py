from articlelint import (
    ERROR,
    SAFE,
    UNSAFE,
    Article,
    Edit,
    Findings,
    Fix,
    Rule,
    Scalar,
    Sequence,
    Span,
    regex,
)
from articlelint_rules.front_matter._lists import (
    TextList,
    is_hierarchy,
    is_item_in_brackets,
    text_lists,
)

_BRACKETS = regex(r"[\s\[\],-]*")


class NestedList(Rule):
    """A list stands in a list where an item was meant."""

    name = "front-matter/nested-list"
    severity = ERROR
    fixable = SAFE

    def check(self, article: Article) -> Findings:
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
    how = SAFE if is_safe else UNSAFE
    return Fix("Make it an item", tuple(edits), how)
