"""The items of lists, as they stand in an article."""

from collections.abc import Iterator
from typing import NamedTuple

from articlelint import Article, regex

_MARK = regex(r"[ \t]*(?:[-*+]|(?P<number>\d{1,9})[.)])(?P<gap>[ \t]*)")
_TAB = 4


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
    return tuple(_lists(article)) if article.knows_constructs else ()


def _lists(article: Article) -> Iterator[ItemList]:
    text = article.markdown.text
    open_lists: list[ItemList] = []
    last: list[ItemList | None] = [None]
    for role, kind, data, start, end in article.markdown.events:
        if not role or kind not in _CONTAINERS:
            continue
        if role > 0:
            if kind == "List":
                open_lists.append(ItemList(start, end, data, [], last[-1]))
            elif kind == "Item" and open_lists:
                item = _item(text, start, end)
                if item is not None:
                    open_lists[-1].items.append(item)
            if kind != "List":
                last.append(None)
        elif kind == "List":
            found = open_lists.pop()
            if found.shows is not None:
                last[-1] = found
            yield found
        else:
            last.pop()


_CONTAINERS = frozenset(
    {"BlockQuote", "DefinitionListDefinition", "Element", "FootnoteDefinition", "Item", "List"}
)


def _item(text: str, start: int, end: int) -> ListItem | None:
    mark = _MARK.match(text, start, end)
    if mark is None:
        return None
    at = start + len(mark[0]) - len(mark[0].lstrip(" \t"))
    line = text.rfind("\n", 0, at) + 1
    number = None if mark["number"] is None else int(mark["number"])
    return ListItem(at, end, column(text[line:at]), mark.end() - at, number)


def column(indentation: str) -> int:
    """Return how far *indentation* reaches, tabs considered."""
    return len(indentation.expandtabs(_TAB))
