"""Boxes and alerts: ``containers.ts``, ``githubAlerts.ts`` of VitePress' plugins."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.markdown.events import END, LEAF, START, read_events

if TYPE_CHECKING:
    from articlelint.markdown.containers import Container
    from articlelint.markdown.events import Event

_TITLES: Final = {
    "tip": "TIP",
    "info": "INFO",
    "warning": "WARNING",
    "danger": "DANGER",
    "details": "Details",
}
_PLAIN: Final = {
    "v-pre": "<div v-pre>\n",
    **dict.fromkeys(("raw", "code-group", "code-tabs", "tabs"), "<div>\n"),
}
KINDS: Final = frozenset({*_TITLES, "v-pre", "raw", "code-group"})
"""Those of VitePress."""


def boxes(events: list[Event], found: list[Container], text: str, options: int) -> list[Event]:
    """Return *events* with the boxes of *found*, whose marks are thematic breaks there."""
    if not found:
        return events
    opening = {each.begin: each for each in found}
    closing = {each.end for each in found if each.end >= 0}
    made = _Made()
    for event in events:
        role, kind, _, start, end = event
        if kind == "Rule" and start in closing:
            made.close(start, end)
        elif kind == "Rule" and start in opening:
            box = opening[start]
            made.boxes.append((box, len(made.opened)))
            made.ends.add(box.end)
            made.events += _beginning(box, start, end, text, options)
        elif role == START:
            made.start(event)
        elif role == END:
            made.end(event)
        else:
            made.events.append(event)
    for box, _ in reversed(made.boxes):
        made.events.append(_end(box, len(text), len(text)))
    return made.events


class _Made:
    """Events with boxes, and what of them is open."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self.boxes: list[tuple[Container, int]] = []
        """The boxes that are open, and in how many blocks each of them is."""
        self.ends: set[int] = set()
        """Where they end."""
        self.opened: list[int] = []
        """Where in the events the blocks begin that are open."""
        self._ended: list[tuple[Event, int]] = []
        """Those that a box ended before they end, the innermost last, and how many held it."""

    def start(self, event: Event) -> None:
        """Begin a block; an item in a list that has ended begins another list."""
        if event[1] == "Item" and self._ended and self._ended[-1][1] == len(self.opened):
            _, kind, data, _, end = self._ended.pop()[0]
            self.start((START, kind, data, event[3], end))
        self.opened.append(len(self.events))
        self.events.append(event)

    def end(self, event: Event) -> None:
        """End a block and the boxes in it, unless a box has ended it."""
        if self._ended and self._ended[-1][1] == len(self.opened):
            self._ended.pop()
            return
        while self.boxes and self.boxes[-1][1] >= len(self.opened):
            self._end_box(event[4], event[4])
        _, kind, _, start, end = self.events[self.opened.pop()]
        self.events.append((END, kind, event[2], start, end))

    def close(self, start: int, end: int) -> None:
        """End the box that ends at *start*, and whatever is open in it."""
        while start in self.ends:
            depth = self.boxes[-1][1]
            blocks = []
            while len(self.opened) > depth:
                index = self.opened.pop()
                _, kind, data, begin, _ = self.events[index]
                blocks.append((self.events[index], depth))
                self.events[index] = (START, kind, data, begin, start)
                closing = data is not None if kind == "List" else None
                self.events.append((END, kind, closing, begin, start))
            self._ended += reversed(blocks)
            self._end_box(start, end)

    def _end_box(self, start: int, end: int) -> None:
        box, _ = self.boxes.pop()
        self.ends.discard(box.end)
        self.events.append(_end(box, start, end))


def _beginning(box: Container, start: int, end: int, text: str, options: int) -> list[Event]:
    if box.kind in _PLAIN:
        return [(LEAF, "Markup", _PLAIN[box.kind], start, end)]
    if box.kind == "details":
        before, after = '<details class="details custom-block"><summary>', "</summary>\n"
    else:
        before = f'<div class="{box.kind} custom-block"><p class="custom-block-title">'
        after = "</p>\n"
    begin, finish = box.title
    title = [
        (role, kind, data, at + begin, stop + begin)
        for role, kind, data, at, stop in read_events(text[begin:finish].lstrip(), options)
        if kind != "Paragraph"
    ]
    blanks = finish - begin - len(text[begin:finish].lstrip())
    title = [(role, kind, data, at + blanks, stop + blanks) for role, kind, data, at, stop in title]
    return [
        (LEAF, "Markup", before, start, end),
        *(title or [(LEAF, "Text", _TITLES.get(box.kind, box.kind), end, end)]),
        (LEAF, "Markup", after, start, end),
    ]


def _end(box: Container, start: int, end: int) -> Event:
    return (LEAF, "Markup", "</details>\n" if box.kind == "details" else "</div>\n", start, end)


def contents(events: list[Event]) -> list[Event]:
    """Return *events* with a table of contents for each ``[[toc]]``."""
    found: list[Event] = []
    for event in events:
        found.append(event)
        _, kind, _, start, end = event
        if kind == "Paragraph" and _is_toc(found):
            while found[-1][:2] != (START, "Paragraph"):
                found.pop()
            found[-1] = (LEAF, "Markup", '<nav class="table-of-contents"></nav>\n', start, end)
    return found


def _is_toc(events: list[Event]) -> bool:
    """Tell whether the paragraph that ends is nothing but ``[[toc]]``."""
    words: list[str] = []
    for role, kind, data, _, _ in reversed(events[:-1]):
        if role == START:
            return kind == "Paragraph" and "".join(words[::-1]).lower() == "[[toc]]"
        if kind != "Text" or len(words) > 4:
            return False
        words.append(data)
    return False


def alerts(events: list[Event]) -> list[Event]:
    """Return *events* with boxes for alerts, which are quotes to others."""
    found: list[Event] = []
    are_alerts: list[bool] = []
    for event in events:
        role, kind, data, start, end = event
        if kind != "BlockQuote":
            found.append(event)
        elif role == START:
            are_alerts.append(data is not None)
            title = (
                f'<div class="{data.lower()} custom-block github-alert">'
                f'<p class="custom-block-title">{data.upper()}</p>\n'
                if data
                else ""
            )
            found.append((LEAF, "Markup", title, start, end) if data else event)
        else:
            is_alert = are_alerts.pop()
            found.append((LEAF, "Markup", "</div>\n", end, end) if is_alert else event)
    return found
