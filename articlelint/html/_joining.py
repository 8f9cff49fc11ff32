"""Joins problems that have one cause, which the parser could only see as two."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from articlelint.html.problem import HtmlProblem, TagPlace

if TYPE_CHECKING:
    from articlelint.html._drafting import Draft

AGAIN: Final = "again"
"""The detail of an unclosed element whose start tag stands where an end tag was meant."""

_RUNS: Final = frozenset(
    {"b", "code", "del", "em", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "i",
     "ins", "kbd", "mark", "pre", "q", "s", "samp", "small", "strike", "strong", "sub", "sup",
     "tt", "u", "var"}
)  # fmt: skip
"""Elements that hold a run of text, and hardly ever another of their name."""


def joined(draft: Draft) -> list[HtmlProblem]:
    """Return the problems of *draft*, two of one cause made one."""
    problems: list[HtmlProblem | None] = list(draft.problems)
    _join_starts(draft, problems)
    _join_ends(draft, problems)
    return [problem for problem in problems if problem is not None]


def _join_starts(draft: Draft, problems: list[HtmlProblem | None]) -> None:
    """Join ``<code>x<code>``, where the second was meant to be the end tag of the first."""
    firsts: dict[int, int] = {}
    for opening, index in draft.unclosed:
        second = problems[index]
        before = firsts.pop(id(opening.parent), None) if opening.parent else None
        first = None if before is None else problems[before]
        bare = opening.end - opening.start == len(opening.name) + 2
        if (
            second is not None
            and first is not None
            and before is not None
            and bare
            and (first.tag, first.other) == (second.tag, second.other)
            and second.tag in _RUNS
            and draft.html[first.end : second.start].strip()
        ):
            problems[before] = None
            problems[index] = second._replace(detail=AGAIN, other=first.element, closed_at=None)
        else:
            firsts[id(opening)] = index


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
