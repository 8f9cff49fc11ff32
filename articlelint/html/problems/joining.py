"""Joins problems that have one cause, which the parser could only see as two."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from articlelint.html.problems.problem import Cause, HtmlProblem, TagPlace
from articlelint.html.standard.elements import HEADINGS, element_names, with_tags
from articlelint.html.standard.parsing import IMPLIED_THOROUGHLY, TABLE_PARTS
from articlelint.text.near import distance
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from articlelint.html.problems.drafting import Draft

OPTIONAL_END: Final = IMPLIED_THOROUGHLY | with_tags("both?")
"""The elements whose end tag may be left out."""

AGAIN: Final = "again"
"""The detail of an unclosed element whose start tag stands where an end tag was meant."""

NESTED: Final = "nested"
"""The detail of an unclosed element that the end tag of one of its name around it closed."""

MISTAKEN: Final = "mistaken"
"""The detail of an end tag that was meant for the element that is open."""

_MISTAKEN: Final = (
    frozenset({"ol", "ul", "dl"}),
    frozenset(HEADINGS),
    frozenset(
        {"a", "b", "cite", "code", "del", "em", "font", "i", "ins", "kbd", "mark", "q", "s",
         "small", "span", "strike", "strong", "sub", "sup", "tt", "u", "var"}
    ),
)  # fmt: skip
"""Elements whose end tags are mistaken for each other's."""

_TABLE_PART: Final = regex(
    rf"</?(?:table|{'|'.join(sorted(TABLE_PARTS))})(?=[\s/>])", re.IGNORECASE
)
_CELLS: Final = {
    "tr": ("td", "th"),
    "tbody": ("tr", "td", "th"),
    "thead": ("tr", "td", "th"),
    "tfoot": ("tr", "td", "th"),
}
"""What is inside of a part of a table."""
_BARE_WORDS: Final = regex(r"<[a-z0-9]+[\t\n\f\r ][^=>]*>", re.IGNORECASE)
"""A tag with attributes that are words, which is text: ``a <b and c> d``."""
_RUNS: Final = frozenset(
    {"b", "code", "del", "em", "figcaption", "figure", "i",
     "ins", "kbd", "mark", "pre", "q", "s", "samp", "small", "strike", "strong", "sub", "sup",
     "tt", "u", "var", *HEADINGS}
)  # fmt: skip
"""Elements that hold a run of text, and hardly ever another of their name."""
_LINK_OR_RUN: Final = _RUNS | {"a"}
_ENDS_ITSELF: Final = frozenset({"a", *HEADINGS})
"""Elements that end where another of their name begins."""


def joined(draft: Draft) -> list[HtmlProblem]:
    """Return the problems of *draft*, two of one cause made one."""
    problems: list[HtmlProblem | None] = list(draft.problems)
    _join_starts(draft, problems)
    _join_ends(draft, problems)
    _join_nested(problems)
    _join_tables(draft, problems)
    _join_cells(draft, problems)
    _join_blocks(draft, problems)
    _join_cut(problems)
    join_mismatched(problems)
    _join_doctypes(problems)
    _join_own(draft, problems)
    return [problem for problem in problems if problem is not None]


def _join_starts(draft: Draft, problems: list[HtmlProblem | None]) -> None:
    """Join ``<code>x<code>``, where the second was meant to be the end tag of the first.

    A second link or heading ends the first, and is not in it.
    """
    firsts: dict[int, int] = {}
    links: dict[int, int] = {}
    for opening, index in draft.unclosed:
        second = problems[index]
        if opening.name in _ENDS_ITSELF:
            before = links.get(opening.start)
        else:
            before = firsts.pop(id(opening.parent), None) if opening.parent else None
        first = None if before is None else problems[before]
        bare = opening.end - opening.start == len(opening.name) + 2
        if (
            second is not None
            and first is not None
            and before is not None
            and bare
            and first.tag == second.tag
            and (first.other == second.other or second.tag in _ENDS_ITSELF)
            and (second.tag in _LINK_OR_RUN or _ends_list(draft, first, second))
            and draft.html[first.end : second.start].strip()
            and not _BARE_WORDS.match(draft.html, first.start)
        ):
            problems[before] = None
            problems[index] = second._replace(detail=AGAIN, other=first.element, closed_at=None)
        else:
            firsts[id(opening)] = index
            if opening.name in _ENDS_ITSELF and second is not None and second.other is not None:
                links[second.other.start] = index


def _ends_list(draft: Draft, first: HtmlProblem, second: HtmlProblem) -> bool:
    """Tell whether a list begins where the one around it should end: ``<ol><li>x</li><ol>``."""
    inside = draft.html[first.end : second.start].rstrip()
    return second.tag in {"ol", "ul"} and inside.endswith("</li>")


def _join_ends(draft: Draft, problems: list[HtmlProblem | None]) -> None:
    """Join an element that a block of Markdown closed and its end tag after that block."""
    opened: dict[str, list[int]] = defaultdict(list)
    in_order = [(problem.start, index) for index, problem in enumerate(problems) if problem]
    for _, index in sorted(in_order):
        problem = problems[index]
        if problem is None:
            continue
        if problem.kind == "unclosed-element":
            closer = problem.other
            if (
                closer
                and closer.start < closer.end
                and not draft.is_authored(closer.start, closer.end)
            ):
                opened[problem.tag].append(index)
        elif problem.kind == "stray-end-tag" and opened[problem.tag] and problem.other is None:
            first = opened[problem.tag].pop()
            start = problems[first]
            if start is not None and start.other is not None and start.other.start < problem.start:
                late = TagPlace(problem.tag, problem.start, problem.end, problem.span)
                by_markdown = start.other
                problems[first] = start._replace(
                    kind="overlapping-elements", start=by_markdown.start,
                    end=by_markdown.end, span=by_markdown.span, other=late,
                )  # fmt: skip
                problems[index] = None


def _join_nested(problems: list[HtmlProblem | None]) -> None:
    """Join ``<ul><li><ul><li>x</li></li></ul>``: the end tag of the outer list closed the inner.

    The outer one seems never closed, and the inner one to overlap; the inner one lacks its end.
    """
    outer = {
        problem.tag: (index, problem)
        for index, problem in reversed(list(enumerate(problems)))
        if problem and problem.kind == "unclosed-element" and problem.cause is Cause.END_OF_INPUT
    }
    for index, problem in enumerate(problems):
        if problem is None or problem.kind != "overlapping-elements" or not problem.other:
            continue
        inner = problem.element
        at, around = outer.get(inner.tag if inner else "", (0, None))
        if inner is None or around is None or inner.start <= around.start or not problem.tag:
            continue
        del outer[inner.tag]
        problems[at] = None
        problems[index] = around._replace(
            start=inner.start, end=inner.end, span=inner.span, element=inner,
            other=TagPlace(problem.tag, problem.start, problem.end, problem.span),
            detail=NESTED, cause=problem.cause, closed_at=problem.start,
        )  # fmt: skip


def _join_tables(draft: Draft, problems: list[HtmlProblem | None]) -> None:
    """Join a table that is never closed and what comes after its last cell."""
    unclosed = [
        (problem.start, problem.closed_at)
        for problem in problems
        if problem and problem.kind == "unclosed-element" and problem.tag == "table"
        if problem.closed_at is not None
    ]
    if not unclosed:
        return
    parts = [found.start() for found in _TABLE_PART.finditer(draft.html)]
    last = {start: parts[bisect_left(parts, closed_at) - 1] for start, closed_at in unclosed}
    for index, problem in enumerate(problems):
        if problem and problem.element and problem.kind in ("table-structure", "text-in-table"):
            part = last.get(problem.element.start, problem.start)
            if problem.element.start <= part < problem.start:
                problems[index] = None


def _join_cells(draft: Draft, problems: list[HtmlProblem | None]) -> None:
    """Join ``<tr><td>`` outside of a table: both are ignored for one reason."""
    outer: HtmlProblem | None = None
    done = 0
    for index, problem in enumerate(problems):
        if problem is None or problem.code != "unexpected-start-tag-ignored":
            continue
        if outer is not None and f"</{outer.tag}" in draft.html[done : problem.start].lower():
            outer = None
        done = problem.end
        if outer is not None and problem.tag in _CELLS.get(outer.tag, ()):
            problems[index] = None
        else:
            outer = problem


def _join_blocks(draft: Draft, problems: list[HtmlProblem | None]) -> None:
    """Join that an element is in the wrong place and that it is not closed: both are of one tag.

    Behind a backtick it was to be code, and is not for its place.
    """
    unclosed = {
        each.start: index
        for index, each in enumerate(problems)
        if each and each.kind == "unclosed-element"
    }
    for index, problem in enumerate(problems):
        if problem is None or problem.start not in unclosed:
            continue
        if problem.kind == "block-in-paragraph" and draft.html.endswith("`", 0, problem.start):
            problems[unclosed[problem.start]] = None
        elif problem.kind in ("table-structure", "block-in-paragraph"):
            problems[index] = None


def _join_cut(problems: list[HtmlProblem | None]) -> None:
    """Join a block that ends a paragraph and what it cuts: ``<p><b><div>x</div></b></p>``.

    The ``<b>`` seems not to be closed before the block, and its end tag to close nothing.
    """
    blocks = {each.start for each in problems if each and each.kind == "block-in-paragraph"}
    if not blocks:
        return
    strays = _strays(problems)
    for index, problem in enumerate(problems):
        if problem is None or problem.kind != "unclosed-element" or problem.other is None:
            continue
        if problem.other.start not in blocks:
            continue
        ends = strays.get(problem.tag, [])
        first = bisect_right(ends, problem.other.start, key=itemgetter(0))
        if first < len(ends):
            _, end = ends.pop(first)
            problems[index] = problems[end] = None


def join_mismatched(problems: list[HtmlProblem | None]) -> None:
    """Join ``<ol>...</ul>`` and ``<span>...</sapn>``.

    The element seems never closed, and the end tag to close nothing. What is open in it is passed
    over where its own end tag may be left out.
    """
    ends: dict[int, list[tuple[int, HtmlProblem]]] = defaultdict(list)
    for index, end in enumerate(problems):
        if end and end.kind == "stray-end-tag" and end.open_elements:
            inner = end.open_elements
            required = next(
                (each for each in reversed(inner) if each.tag not in OPTIONAL_END), None
            )
            ends[(required or inner[-1]).start].append((index, end))
    for index, problem in enumerate(problems):
        if problem is None or problem.kind != "unclosed-element" or problem.element is None:
            continue
        alike = next((names for names in _MISTAKEN if problem.tag in names), ())
        for other, end in ends.get(problem.start, ()):
            is_other = end.tag != problem.tag  # else Markdown has put it elsewhere
            if is_other and (end.tag in alike or _misspells(end.tag, problem.tag)):
                problems[index] = None
                problems[other] = end._replace(detail=MISTAKEN, element=problem.element)
                break


def _misspells(tag: str, right: str) -> bool:
    """Tell whether *tag* is no element, and one slip away from *right*."""
    return len(right) > 2 and tag not in element_names() and distance(tag, right, 2) == 1


def _join_doctypes(problems: list[HtmlProblem | None]) -> None:
    """Join a doctype in the wrong place and what else is wrong with it."""
    places = {each.start for each in problems if each and each.tag == "!doctype"}
    for index, problem in enumerate(problems):
        if problem and problem.kind == "parse-error" and problem.start in places:
            problems[index] = None


def _strays(problems: list[HtmlProblem | None]) -> dict[str, list[tuple[int, int]]]:
    """Return, by tag, where end tags stand that close nothing, and which of *problems* they are."""
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for index, problem in enumerate(problems):
        if problem and problem.kind == "stray-end-tag":
            found[problem.tag].append((problem.start, index))
    for ends in found.values():
        ends.sort()
    return found


def _join_own(draft: Draft, problems: list[HtmlProblem | None]) -> None:
    """Leave out Markdown's own tags that lack their counterparts, where anything explains that."""
    own = {
        index
        for index, problem in enumerate(problems)
        if (problem and (problem.kind == "stray-end-tag" and problem.other is None))
        or (problem and problem.kind == "unclosed-element")
        if problem.start < problem.end and not draft.is_authored(problem.start, problem.end)
    }
    if own and any(problem and index not in own for index, problem in enumerate(problems)):
        for index in own:
            problems[index] = None
