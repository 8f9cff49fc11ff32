"""The items of lists, as they stand in an article."""

from collections.abc import Iterator
from typing import NamedTuple

from articlelint import Article, regex

_MARK = regex(r"[ \t]*(?:[-*+]|(?P<number>\d{1,9})[.)])(?P<gap>[ \t]*)")
_TAB = 4
_FURTHEST = 1_000  # nobody writes a list that begins behind so much of a line


class ListItem(NamedTuple):
    """One item: where its mark stands, in which column, and how wide it is with what follows.

    *number* is that of an ordered list as it is written.
    """

    start: int
    end: int
    column: int
    width: int
    number: int | None


class ItemList(NamedTuple):
    """One list: its items, its place, the first number that it shows, and the list before it.

    *previous* is the last ordered list in the same container, if there is one.
    """

    start: int
    end: int
    shows: int | None
    items: list[ListItem]
    previous: "ItemList | None"


def item_lists(article: Article) -> tuple[ItemList, ...]:
    """Return the lists of *article*, an outer one after those in it; a view.

    Their places are offsets into ``article.markdown.text``.
    """
    if not article.knows_constructs or not article.markdown.nodes("List"):
        return ()
    return tuple(_lists(article))


def _lists(article: Article) -> Iterator[ItemList]:
    text, offset = article.markdown.text, article.markdown.offset
    around: list[tuple[int, ItemList | None]] = [(len(article.text) + 1, None)]
    last: list[ItemList | None] = [None]
    for node in article.markdown.nodes(*_CONTAINERS):
        while node.span.start >= around[-1][0]:
            yield from _ended(around, last)
        found = None
        start, end = node.span.start - offset, node.span.end - offset
        if node.kind == "List":
            found = ItemList(start, end, node.data, [], last[-1])
        elif node.kind == "Item" and (owner := around[-1][1]) is not None:
            item = _item(text, start, end)
            if item is not None:
                owner.items.append(item)
        around.append((node.span.end, found))
        last.append(None)
    while len(around) > 1:
        yield from _ended(around, last)


def _ended(
    around: list[tuple[int, ItemList | None]], last: list[ItemList | None]
) -> Iterator[ItemList]:
    """Leave the innermost container, and yield it if it is a list."""
    _, found = around.pop()
    last.pop()
    if found is not None:
        if found.shows is not None:
            last[-1] = found
        yield found


_CONTAINERS = (
    "BlockQuote", "DefinitionListDefinition", "Element", "FootnoteDefinition", "Item", "List",
)  # fmt: skip


def _item(text: str, start: int, end: int) -> ListItem | None:
    mark = _MARK.match(text, start, end)
    if mark is None:
        return None
    at = start + len(mark[0]) - len(mark[0].lstrip(" \t"))
    near = max(0, at - _FURTHEST)
    newline = text.rfind("\n", near, at)
    if newline < 0 < near:
        return None
    line = max(near, newline + 1)
    number = None if mark["number"] is None else int(mark["number"])
    return ListItem(at, end, column(text[line:at]), mark.end() - at, number)


def column(indentation: str) -> int:
    """Return how far *indentation* reaches, tabs considered."""
    return len(indentation.expandtabs(_TAB))
