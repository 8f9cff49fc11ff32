"""Turns offsets and start tags into the places that problems are made of."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, TypedDict, Unpack

from articlelint.html.judge.error import MarkupError
from articlelint.html.problems.problem import Cause, HtmlProblem, TagPlace
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from articlelint.html.judge.error import Opening, Token
    from articlelint.rendering import SourceMap

_CAUSES = {
    "start": Cause.START_TAG,
    "end": Cause.END_TAG,
    "text": Cause.TEXT,
    "comment": Cause.TEXT,
    "doctype": Cause.START_TAG,
    "eof": Cause.END_OF_INPUT,
}


_TAG: Final = regex(r"<(/?)([A-Za-z][^\t\n\f\r /><]*+)")
_NAME: Final = regex(r"[^\t\n\f\r />]*+")


class Facts(TypedDict, total=False):
    """What a problem has besides its kind and place; *by* is what caused it."""

    tag: str
    detail: str
    element: Opening | None
    other: TagPlace | None
    by: Token | None
    closed_at: int | None
    open_elements: Sequence[Opening]


class Draft:
    """The problems found so far, and the tags that one of them has explained."""

    def __init__(self, html: str, source_map: SourceMap) -> None:
        self.html = html
        self.problems: list[HtmlProblem] = []
        self._source_map = source_map
        self._explained: set[int] = set()
        self._places: dict[int, TagPlace] = {}
        self.excused: set[int] = set()
        """Where start tags stand about which enough was said (``<div/>``, ``<div <p>``)."""
        self.swallowed_from: int | None = None
        """Where something begins that took in the rest of the text."""
        self.unclosed: list[tuple[Opening, int]] = []
        """The elements never closed, each with the index of its problem."""
        self.lost_starts: Counter[str] = Counter()
        """Start tags that were ignored or swallowed, so that their end tags are stray."""
        self.lost_ends: Counter[str] = Counter()
        """End tags that were swallowed, so that their elements stay open."""

    def lose(self, start: int, end: int) -> None:
        """Remember the tags in ``html[start:end]``, which are none to the parser."""
        for found in _TAG.finditer(self.html, start, end):
            (self.lost_ends if found[1] else self.lost_starts)[found[2].lower()] += 1

    def explain(self, *openings: Opening) -> None:
        """Remember that nothing more need be said about these elements."""
        self._explained.update(map(id, openings))

    def mistake_text(self, start: int, end: int) -> None:
        """Say that the start tag there, with ``<`` in its name, is text (``i<n</b>``).

        Of several in the name the last may begin a tag; what is up to the one before is text.
        """
        if start < end and start not in self.excused:
            self.excused.add(start)
            self.lose(start + 1, end)
            error = MarkupError("", "", start, start, end)
            name = _NAME.match(self.html, start + 1, end)
            last = self.html.rfind("<", start + 1, name.end() if name else end)
            stop = self.html.rfind("<", start, max(last, start + 1)) + 1
            self.add("bare-less-than", error, start, stop, detail="<")

    def is_authored(self, start: int, end: int) -> bool:
        """Tell whether ``html[start:end]`` stands in the article as it is."""
        return start < end and self._source_map.is_verbatim(start, end)

    def is_explained(self, opening: Opening) -> bool:
        """Tell whether something was said about this element, or it is nobody's."""
        return (
            id(opening) in self._explained
            or opening.start == opening.end
            or opening.start in self.excused
        )

    def place(self, opening: Opening) -> TagPlace:
        """Return where a start tag stands."""
        place = self._places.get(id(opening))
        if place is None:
            place = self.tag_place(opening.name, opening.start, opening.end)
            self._places[id(opening)] = place
        return place

    def tag_place(self, name: str, start: int, end: int) -> TagPlace:
        """Return the place of ``html[start:end]``."""
        return TagPlace(name, start, end, self._source_map.span(start, end))

    def token_place(self, token: Token) -> TagPlace:
        """Return where a token stands; at the end of input it has no name."""
        return self.tag_place(token.name, token.start, token.end)

    def late_end_tag(self, opening: Opening) -> TagPlace | None:
        """Return where the element's own end tag stands, if it has one."""
        if opening.end_tag is None:
            return None
        return self.tag_place(opening.name, *opening.end_tag)

    def add(
        self, kind: str, error: MarkupError, start: int, end: int, **facts: Unpack[Facts]
    ) -> None:
        """Add a problem at ``html[start:end]``."""
        element = facts.get("element")
        token = facts.get("by")
        self.problems.append(
            HtmlProblem(
                kind=kind,
                code=error.code,
                name=error.name,
                start=start,
                end=end,
                span=self._source_map.span(start, end),
                tag=facts.get("tag", ""),
                detail=facts.get("detail", ""),
                element=None if element is None else self.place(element),
                other=facts.get("other"),
                cause=None if token is None else _CAUSES[token.kind],
                closed_at=facts.get("closed_at"),
                open_elements=tuple([self.place(each) for each in facts.get("open_elements", ())]),
            )
        )
