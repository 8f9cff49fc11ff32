from collections.abc import Sequence

from articlelint import UNSAFE, WARNING, Article, Edit, Findings, Fix, Rule, Span, on
from articlelint_rules.markdown._items import ItemList, ListItem, item_lists


class FlattenedList(Rule):
    """A nested list item becomes a sibling of the item above it."""

    name = "markdown/flattened-list"
    severity = WARNING
    fixable = UNSAFE
    many_are_one = True

    @on.view(item_lists)
    def check(self, items: ItemList, article: Article) -> Findings:
        text, offset = article.markdown.text, article.markdown.offset
        siblings = items.items
        for index in range(1, len(siblings)):
            outer, item = siblings[index - 1 : index + 1]
            if item.column - outer.column < _MEANT or _goes_on(outer, item):
                continue
            wanted = article.dialect.nesting_indentation or outer.width
            end = item.start + len(text[item.start : item.end].partition("\n")[0].rstrip())
            fix = _fix(article, siblings, index, wanted)
            yield self.diagnostic(
                Span(item.start, end).shift(offset),
                "This item becomes a sibling of the one above, although it is indented",
                hint=None if fix else f"Indent it by {wanted} spaces",
                fix=fix,
            )


_MEANT = 2
"""Columns; an author who indents by one may mean nothing by it."""


def _goes_on(outer: ListItem, item: ListItem) -> bool:
    """Tell whether the number says that the item is meant to be a neighbour."""
    return outer.number is not None and item.number == outer.number + 1


def _fix(article: Article, siblings: Sequence[ListItem], index: int, wanted: int) -> Fix | None:
    """Return what indents the item, and those behind it that are meant to be its neighbours."""
    text, offset = article.markdown.text, article.markdown.offset
    item = siblings[index]
    missing = wanted - (item.column - siblings[index - 1].column)
    after = index + 1
    while after < len(siblings) and siblings[after].column >= item.column:
        after += 1
    end = siblings[after - 1].end
    begin = text.rfind("\n", 0, item.start) + 1
    if missing <= 0 or text[begin : item.start].strip():
        return None
    edits = []
    at = begin
    while at < end:
        if text[at : at + 1] not in "\r\n":
            edits.append(Edit.insert(at + offset, " " * missing))
        at = text.find("\n", at, end) + 1 or end
    return Fix.unsafe(f"Indent it by {wanted} spaces", *edits)
