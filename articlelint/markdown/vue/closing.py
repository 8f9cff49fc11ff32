"""Tags as Vue's templates have them, where any element may close itself, put into HTML."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from articlelint.markdown.events import LEAF
from articlelint.markdown.vue.components import BLOCKS, INLINE
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint.markdown.events import Event

_HTML: Final = frozenset({"Html", "InlineHtml"})
_TAG: Final = regex(
    r"""<(?P<end>/)?(?P<name>[A-Za-z][\w.:-]*+)(?:[^<>"']++|"[^"]*+"|'[^']*+')*+(?P<last>>)"""
)
_VOID: Final = frozenset(
    """area base br col embed hr img input link meta param source track wbr""".split()
)
_LONGEST_TAG: Final = 10_000
_FOREIGN: Final = frozenset({"svg", "math"})
_NAMES: Final = INLINE | BLOCKS | _VOID | {"image"}


def closed(events: list[Event], *, reads_html: bool = False) -> list[Event]:
    """Return *events* with end tags behind tags that close themselves.

    Without the tags of components that are called as an element is: ``<Table>`` is no table.
    Where the site *reads_html*, ``<Table>`` is one if ``</table>`` ends it.
    """
    if not any(kind in _HTML for _, kind, _, _, _ in events):
        return events
    elements = _in_both_cases(events) if reads_html else frozenset()
    found: list[Event] = []
    pending = ""  # of a tag that ends in an event to come
    foreign = 0  # elements of other languages that are open
    for event in events:
        _, kind, data, start, end = event
        if kind not in _HTML:
            found.append(event)
            pending = pending if kind == "HtmlBlock" else ""
            continue
        if pending and ">" not in data:
            pending = (pending + data)[:_LONGEST_TAG]
            found.append(event)
            continue
        before = len(pending)
        whole = pending + data
        at = 0
        last = 0
        for match in _TAG.finditer(whole):
            last = match.end()
            name = match["name"]
            if name in _FOREIGN:
                foreign += -1 if match["end"] else whole[last - 2] != "/"
            if foreign or len(data) != end - start:
                continue
            begin, stop = match.start() - before, last - before
            is_component = name[0].isupper() and name.lower() not in elements
            if is_component and name.lower() in _NAMES and begin >= 0:
                found += _piece(event, at, begin)
                found.append((LEAF, "Markup", "", start + begin, start + stop))
                at = stop
            elif whole[last - 2] == "/" and not match["end"] and name not in _VOID:
                found += _piece(event, at, stop)
                found.append((LEAF, "Markup", f"</{name}>", start + stop, start + stop))
                at = stop
        found += _piece(event, at, len(data)) if at else [event]
        rest = whole.find("<", last)
        is_open = 0 <= rest > len(whole) - _LONGEST_TAG and kind == "Html"
        pending = whole[rest:] if is_open else ""
    return found


def _in_both_cases(events: list[Event]) -> frozenset[str]:
    """Return the names that only start tags write with a capital, and end tags without."""
    counts: Counter[tuple[str, bool]] = Counter()
    for _, kind, data, _, _ in events:
        for match in _TAG.finditer(data) if kind in _HTML else ():
            counts[match["name"], match["end"] is not None] += 1
    return frozenset(
        name.lower()
        for name, is_end in counts
        if name[0].isupper()
        and not is_end
        and not counts[name, True]
        and counts[name.lower(), True] > counts[name.lower(), False]
    )


def _piece(event: Event, begin: int, end: int) -> Iterator[Event]:
    """Yield what *event* has between two places of its text, which stands as it is written."""
    role, kind, data, start, _ = event
    if end > begin:
        yield role, kind, data[begin:end], start + begin, start + end
