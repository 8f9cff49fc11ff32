"""VitePress's boxes and alerts: ``containers.ts``, ``githubAlerts.ts`` of its plugins."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.markdown.events import LEAF, START, read_events

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
_PLAIN: Final = {"v-pre": "<div v-pre>\n", "raw": "<div>\n", "code-group": "<div>\n"}
KINDS: Final = frozenset({*_TITLES, *_PLAIN})


def boxes(events: list[Event], found: list[Container], text: str, options: int) -> list[Event]:
    """Return *events* with the boxes of *found*, whose marks are thematic breaks there."""
    if not found:
        return events
    opening = {each.begin: each for each in found}
    closing = {each.end for each in found if each.end >= 0}
    made: list[Event] = []
    pending: list[Container] = []  # the boxes that are open
    ends: set[int] = set()  # where they end
    for event in events:
        _, kind, _, start, end = event
        if kind == "Rule" and start in closing:
            while start in ends:
                ends.discard(pending[-1].end)
                made.append(_end(pending.pop(), start, end))
        elif kind == "Rule" and start in opening:
            pending.append(opening[start])
            ends.add(opening[start].end)
            made += _beginning(opening[start], start, end, text, options)
        else:
            made.append(event)
    made += [_end(box, len(text), len(text)) for box in reversed(pending)]
    return made


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
        *(title or [(LEAF, "Text", _TITLES[box.kind], start, end)]),
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
