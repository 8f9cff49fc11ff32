"""Explains the errors of tree construction: which element, what closed it, what follows from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Unpack

from articlelint.html.problems.joining import OPTIONAL_END
from articlelint.html.standard.elements import HEADINGS, with_tags
from articlelint.html.standard.obsolete import VOID

if TYPE_CHECKING:
    from collections.abc import Sequence

    from articlelint.html.judge.error import MarkupError, Opening, Token
    from articlelint.html.problems.drafting import Draft, Facts

_VOID: Final = with_tags("void") | VOID
_DOCUMENT: Final = frozenset({"html", "head", "body", "frameset"})
_GIVEN_UP: Final = frozenset({"too-deep", "too-large", "unjudged"})
_TABLE: Final = frozenset(
    {"text-in-table", "unexpected-cell-in-table-body", "unexpected-form-in-table",
     "unexpected-hidden-input-in-table", "unexpected-start-tag-implies-table-voodoo"}
)  # fmt: skip
_MISPLACED: Final = frozenset(
    {"unexpected-start-tag-ignored", "unexpected-select-in-select", "unexpected-input-in-select",
     "unexpected-start-tag-in-select", "unexpected-start-tag"}
)  # fmt: skip

_OPENING_NOTHING: Final = frozenset(
    {"unexpected-start-tag-ignored", "unexpected-start-tag", "unexpected-select-in-select"}
)
"""What ignores a start tag, or takes it for an end tag, so that its own end tag is stray."""


class TreeErrors:
    """Explains the errors of tree construction, token by token."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._fostered: set[int] = set()

    def explain(self, token: Token, errors: Sequence[MarkupError]) -> None:
        """Add the problems behind the errors of one token."""
        error = errors[0]
        if error.code in _GIVEN_UP or errors[-1].code in _GIVEN_UP:
            self._given_up(token, errors[-1])
        elif token.kind == "eof":
            self._end_of_input(token, error)
        elif token.kind == "end":
            self._end_tag(token, error)
        elif token.kind == "start":
            self._start_tag(token, error)
        elif token.kind == "text" and error.code == "text-in-table":
            if not self._is_fostered(token):
                self._add("text-in-table", error, token, element=_table(token.before))
        elif error.code == "unexpected-doctype":
            self._add("document-element", error, token, tag="!doctype")
        else:
            self._add("parse-error", error, token)

    def _add(
        self,
        kind: str,
        error: MarkupError,
        token: Token,
        late: Opening | None = None,
        **facts: Unpack[Facts],
    ) -> None:
        """Add a problem at *token*; *late* is the element whose late end tag takes part."""
        facts.setdefault("tag", token.name)
        facts["by"] = token
        facts["closed_at"] = token.start
        facts["other"] = None if late is None else self._draft.late_end_tag(late)
        self._draft.add(kind, error, token.start, token.end, **facts)

    def _unclosed(self, opening: Opening, token: Token, error: MarkupError) -> None:
        """Add that *opening* has no end tag and *token* closed it."""
        if self._draft.is_explained(opening):
            return
        self._draft.explain(opening)
        if self._draft.lost_ends[opening.name]:
            self._draft.lost_ends[opening.name] -= 1
            return
        self._draft.unclosed.append((opening, len(self._draft.problems)))
        self._draft.add(
            "unclosed-element",
            error,
            opening.start,
            opening.end,
            tag=opening.name,
            element=opening,
            other=self._draft.token_place(token),
            by=token,
            closed_at=token.start,
        )

    def _overlapping(self, opening: Opening, token: Token, error: MarkupError) -> None:
        """Add that *token* ends something else while *opening* is open, whose end tag follows."""
        if self._draft.is_explained(opening):
            return
        self._draft.explain(opening)
        self._add("overlapping-elements", error, token, element=opening, late=opening)

    def _given_up(self, token: Token, error: MarkupError) -> None:
        element = token.before[-1] if token.before else None
        self._add(error.code, error, token, detail=error.detail, element=element)

    def _end_of_input(self, token: Token, error: MarkupError) -> None:
        swallowed = self._draft.swallowed_from
        rest = "" if swallowed is None else self._draft.html[swallowed:].lower()
        if rest and ">" not in rest:  # the text was cut off inside of a tag
            return
        for opening in token.before:
            if opening.name in OPTIONAL_END or f"</{opening.name}" in rest:
                continue
            self._unclosed(opening, token, error)
        if error.code.startswith("expected-doctype"):
            self._add("parse-error", error, token)

    def _start_tag(self, token: Token, error: MarkupError) -> None:
        name, code = token.name, error.code
        closed = _closed(token)
        if code.startswith("expected-doctype") or code == "unexpected-start-tag-treated-as":
            self._add("parse-error", error, token)
        elif name in _DOCUMENT:
            self._draft.lost_starts[name] += 1
            self._add("document-element", error, token)
        elif code in _TABLE or (name == "table" and code == "unexpected-start-tag-implies-end-tag"):
            self._in_table(token, error)
        elif code == "unexpected-start-tag-implies-end-tag":
            self._nested(token, error, name, "nested-interactive")
        elif code == "unexpected-start-tag" and name in HEADINGS:
            self._nested(token, error, token.before[-1].name, "misplaced-element")
        elif code in _MISPLACED:
            self._misplaced(token, error)
        elif code == "unexpected-html-element-in-foreign-content" and closed:
            self._leaving(closed[0], token, error, "misplaced-element")
            self._draft.explain(*closed)
        elif closed:
            self._closed_by_start_tag(token, error, closed)
        else:
            self._draft.lost_starts[name] += code == "XXX-undefined-error"
            self._add("parse-error", error, token)

    def _in_table(self, token: Token, error: MarkupError) -> None:
        if not self._is_fostered(token):
            self._add("table-structure", error, token, element=_table(token.before))
        if token.after and token.after[-1].start == token.start < token.end:
            self._fostered.add(id(token.after[-1]))
            self._draft.explain(*([token.after[-1]] if token.after[-1].end_tag else []))

    def _is_fostered(self, token: Token) -> bool:
        """Tell whether we are inside of an element whose place in a table was reported."""
        return bool(token.before) and id(token.before[-1]) in self._fostered

    def _nested(self, token: Token, error: MarkupError, name: str, kind: str) -> None:
        """Explain an element that cannot stand in another of its sort and closes that."""
        opening = next((each for each in reversed(token.before) if each.name == name), None)
        if opening is not None:
            self._leaving(opening, token, error, kind)

    def _leaving(self, opening: Opening, token: Token, error: MarkupError, kind: str) -> None:
        """Add *kind* where the end tag of the element left comes later, else that it is missing."""
        if opening.end_tag is None:
            self._unclosed(opening, token, error)
        elif not self._draft.is_explained(opening):
            self._draft.explain(opening)
            self._add(kind, error, token, element=opening, late=opening)

    def _misplaced(self, token: Token, error: MarkupError) -> None:
        if error.code in _OPENING_NOTHING:
            self._draft.lost_starts[token.name] += 2 if token.name == "select" else 1
        container = {"unexpected-start-tag-ignored": "", "unexpected-start-tag": token.name}.get(
            error.code, "select"
        )
        element = next((each for each in reversed(token.before) if each.name == container), None)
        if element is None and len(token.before) > 1:
            element = token.before[-1]
        self._add("misplaced-element", error, token, element=element)

    def _closed_by_start_tag(
        self, token: Token, error: MarkupError, closed: Sequence[Opening]
    ) -> None:
        paragraph = next((each for each in closed if each.name == "p"), None)
        rest = [each for each in closed if each.name not in OPTIONAL_END]
        late = [] if paragraph is None else [paragraph, *([] if token.name == "p" else rest)]
        if paragraph is not None and any(each.end_tag for each in late):
            if not self._draft.is_explained(paragraph):
                self._add("block-in-paragraph", error, token, element=paragraph, late=paragraph)
            self._draft.explain(paragraph, *[each for each in rest if each.end_tag])
        for opening in rest:
            if opening.end_tag is None:
                self._unclosed(opening, token, error)
            else:
                self._overlapping(opening, token, error)

    def _end_tag(self, token: Token, error: MarkupError) -> None:
        name = token.name
        if name in _VOID:
            self._add("void-end-tag", error, token)
            return
        if name in _DOCUMENT:
            self._end_of_document(token, error)
            return
        place = (token.start, token.end)
        closed = _closed(token)
        own = next((each for each in token.before if each.end_tag == place), None)
        if own is not None:
            self._crossing(own, token, error, closed)
        elif name in HEADINGS and any(each.name in HEADINGS for each in closed):
            self._mismatched_heading(token, error, closed)
        elif error.orphan is not None:
            self._orphan(error.orphan, token, error)
        elif self._draft.lost_starts[name]:
            self._draft.lost_starts[name] -= 1
        else:
            self._stray(token, error)

    def _end_of_document(self, token: Token, error: MarkupError) -> None:
        if error.code == "expected-one-end-tag-but-got-another":
            for opening in token.before:
                if opening.name not in OPTIONAL_END:
                    self._unclosed(opening, token, error)
        elif self._draft.lost_starts[token.name]:
            self._draft.lost_starts[token.name] -= 1
        else:
            self._add("document-element", error, token)

    def _crossing(
        self, own: Opening, token: Token, error: MarkupError, closed: Sequence[Opening]
    ) -> None:
        """Explain an end tag that closes its element while others in it are open."""
        if id(own) in self._fostered:
            return
        inner = token.before[token.before.index(own) + 1 :]
        for opening in inner:
            if opening in closed and opening.end_tag is None:
                if opening.name not in OPTIONAL_END:
                    self._unclosed(opening, token, error)
            elif opening not in closed or opening.name not in OPTIONAL_END:
                self._overlapping(opening, token, error)
                if opening not in closed:
                    break

    def _orphan(self, opening: Opening, token: Token, error: MarkupError) -> None:
        """Explain an end tag whose element was closed before."""
        closer = opening.closer
        if self._draft.is_explained(opening) or closer is None:
            return
        self._draft.explain(opening)
        if closer.kind == "start" and self._draft.lost_starts[token.name]:
            self._draft.lost_starts[token.name] -= 1
            return
        if opening.name == "p" and closer.kind == "start":
            self._add("block-in-paragraph", error, closer, element=opening, late=opening)
        elif closer.kind == "end":
            self._add("overlapping-elements", error, closer, element=opening, late=opening)
        else:
            self._add("stray-end-tag", error, token, element=opening)

    def _mismatched_heading(
        self, token: Token, error: MarkupError, closed: Sequence[Opening]
    ) -> None:
        heading = next(each for each in closed if each.name in HEADINGS)
        if not self._draft.is_explained(heading):
            self._draft.explain(heading)
            self._add("mismatched-heading", error, token, element=heading)
        for opening in closed:
            if opening is not heading and opening.name not in OPTIONAL_END:
                self._unclosed(opening, token, error)

    def _stray(self, token: Token, error: MarkupError) -> None:
        """Explain an end tag that closes nothing."""
        opened = token.before[1:]
        same = next(
            (each for each in reversed(opened) if each.name == token.name and not each.end_tag),
            None,
        )
        if same is not None and not self._draft.is_explained(same):
            inner = opened[opened.index(same) + 1 :]
            blocker = next(
                (each for each in reversed(inner) if each.name not in OPTIONAL_END), None
            )
            if blocker is not None:
                self._draft.explain(same)
                self._add("overlapping-elements", error, token, element=blocker, late=blocker)
                return
        for opening in _closed(token):
            if opening.name not in OPTIONAL_END:
                self._unclosed(opening, token, error)
        innermost = opened[-1] if opened else None
        if innermost is not None and _is_glued(innermost.name, token.name):
            return
        robbed = self._robbed(token, error)
        if robbed is None:
            self._add("stray-end-tag", error, token, element=innermost, open_elements=opened)
        else:
            self._add("stray-end-tag", error, token, late=robbed, element=robbed)

    def _robbed(self, token: Token, error: MarkupError) -> Opening | None:
        """Return Markdown's element that the author's end tag closed, so that its own strays."""
        previous = error.previous
        if previous is None or previous.end_tag is None:
            return None
        is_authored = self._draft.is_authored
        if is_authored(token.start, token.end) or is_authored(previous.start, previous.end):
            return None
        return previous if is_authored(*previous.end_tag) else None


def _is_glued(written: str, name: str) -> bool:
    """Tell whether a start tag ran into its attribute: ``<ahref="x">y</a>``."""
    return written.startswith(name) and "=" in written


def _closed(token: Token) -> list[Opening]:
    """Return the elements that a token closed, outermost first."""
    after = set(map(id, token.after))
    return [opening for opening in token.before if id(opening) not in after]


def _table(openings: Sequence[Opening]) -> Opening | None:
    return next((each for each in reversed(openings) if each.name == "table"), None)
