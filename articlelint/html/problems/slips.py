"""From what a Markdown parser does not take as meant to problems: one for each cause.

Such a parser (kramdown) closes what is open and shows what closes nothing, so that the page itself
is well-formed.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate, chain, groupby
from typing import TYPE_CHECKING, Final

from articlelint.html.problems.joining import join_mismatched
from articlelint.html.problems.problem import Cause, HtmlProblem, TagPlace
from articlelint.text.regex import regex
from articlelint.text.span import Span

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from articlelint.markdown.cut_html import CutHtml
    from articlelint.markdown.dialect import Slip, Tag
    from articlelint.rendering import SourceMap

_END_TAG: Final = regex(r"(?:(?<!\s)\s++)?</([^\s<>/]++)>")


_FOLLOW_UPS: Final = frozenset(
    {"block-in-paragraph", "misplaced-element", "nested-interactive", "overlapping-elements",
     "stray-end-tag", "table-structure", "text-in-table", "unclosed-element"}
)  # fmt: skip
"""Kinds of problems that may be there only for what became of other tags."""


def without_follow_ups(problems: Sequence[HtmlProblem], slips: Sequence[Slip]) -> list[HtmlProblem]:
    """Return what a page has wrong with its tree beside what elements left open make of it."""
    blocks = sorted({(slip.start, slip.end) for slip in slips if slip.kind == "unclosed"})
    starts = [start for start, _ in blocks]
    ends = list(accumulate((end for _, end in blocks), max))

    def is_follow_up(place: int) -> bool:
        index = bisect_right(starts, place) - 1
        return index >= 0 and place <= ends[index]

    return [
        problem
        for problem in problems
        if problem.kind not in _FOLLOW_UPS or not is_follow_up(problem.span.start)
    ]


def without_cut_tags(
    problems: Sequence[HtmlProblem], cuts: Sequence[CutHtml]
) -> tuple[HtmlProblem, ...]:
    """Return what a page has wrong with its tree beside what tags that became code make of it."""
    elements = sorted({(cut.start, cut.end): cut for cut in cuts}.items())
    starts = [start for (start, _), _ in elements]

    def is_follow_up(problem: HtmlProblem) -> bool:
        index = bisect_right(starts, problem.span.start) - 1
        return index >= 0 and elements[index][1].explains(problem.span.start)

    return tuple(
        problem
        for problem in problems
        if problem.kind not in _FOLLOW_UPS or not is_follow_up(problem)
    )


def explain_slips(html: str, slips: Sequence[Slip], source_map: SourceMap) -> list[HtmlProblem]:
    """Return the problems behind *slips* in reading order."""
    explainer = _Explainer(html, source_map)
    found: list[HtmlProblem] = []
    for _, of_block in groupby(slips, key=lambda slip: slip.start):
        found += explainer.explain(list(of_block))
    problems: list[HtmlProblem | None] = [*found]
    join_mismatched(problems)
    kept = [problem for problem in problems if problem is not None]
    return _paired(sorted(kept, key=lambda problem: (problem.start, problem.end)))


def _paired(problems: Sequence[HtmlProblem]) -> list[HtmlProblem]:
    """Return the problems without the stray end tags of elements left open in a block before."""
    left_open: dict[str, int] = {}
    found: list[HtmlProblem] = []
    for problem in problems:
        if problem.kind == "unclosed-element":
            left_open[problem.tag] = len(found)
        elif problem.kind == "stray-end-tag" and problem.tag in left_open:
            at = left_open.pop(problem.tag)
            first = found[at]
            late = TagPlace(problem.tag, problem.start, problem.end, problem.span)
            if first.other is not None and first.detail != "shown":
                found[at] = first._replace(
                    kind="overlapping-elements",
                    start=first.other.start,
                    end=first.other.end,
                    other=late,
                )
            continue
        found.append(problem)
    return found


class _Explainer:
    """Makes problems of the slips of one page."""

    def __init__(self, html: str, source_map: SourceMap) -> None:
        self._html = html
        self._source_map = source_map

    def explain(self, slips: Sequence[Slip]) -> Iterator[HtmlProblem]:
        """Yield the problems of one block.

        An end tag whose element is open, further out, says that those in it should have been
        closed; from there on nothing in the block is as it was meant.
        """
        shown = _shown_by_name(slips)
        unclosed = {slip.tag for slip in slips if slip.kind == "unclosed"}
        for slip in slips:
            if slip.kind != "stray":
                continue
            if (start := _start_of(slip.tag, shown)) is not None:
                yield from self._shown(start)
                continue
            names = [tag.name for tag in slip.open]
            if slip.tag.name not in names or slip.tag.name == names[-1]:  # around a link, say
                yield from self._problem("stray-end-tag", slip.tag, slip.open, detail="shown")
                continue
            inner = slip.open[len(names) - names[::-1].index(slip.tag.name)]
            if inner in unclosed:
                yield from self._problem(
                    "unclosed-element", inner, detail="shown", other=slip.tag, cause=Cause.END_TAG
                )
            else:
                yield from self._problem(
                    "overlapping-elements", slip.tag, detail="shown", element=inner
                )
            return
        for slip in slips:
            if slip.kind == "unclosed" and not unclosed.intersection(slip.open):
                yield from self._unclosed(slip.tag, len(unclosed))
        for slip in sorted(chain(*shown.values()), key=lambda each: each.tag.start):
            if slip.tag.end - slip.tag.start > len(slip.tag.name) + len("</>"):
                yield from self._shown(slip)

    def _unclosed(self, tag: Tag, count: int) -> Iterator[HtmlProblem]:
        """Yield the problem of the outermost of *count* elements that end where a block does."""
        place = self._place(tag)
        if place is None:
            return
        at = place.end
        while (end := _END_TAG.search(self._html, at)) is not None and self._is_written(end):
            at = end.end()
        closed_at = None if end is None else end.start()
        while end is not None and count:
            count -= 1
            at = end.end()
            end = _END_TAG.match(self._html, at)
        other = None
        if end is not None:
            span = self._source_map.span(*end.span())
            other = TagPlace(end[1], end.start(1) - 2, end.end(), span)
        cause = Cause.END_OF_INPUT if other is None else Cause.END_TAG
        yield from self._problem(
            "unclosed-element", tag, closed_at=closed_at, place=other, cause=cause
        )

    def _is_written(self, end: re.Match[str]) -> bool:
        return self._source_map.is_verbatim(end.start(1), end.end())

    def _shown(self, slip: Slip) -> Iterator[HtmlProblem]:
        yield from self._problem("block-in-paragraph", slip.tag, detail="shown")

    def _place(self, tag: Tag) -> TagPlace | None:
        start = self._source_map.index(tag.start)
        if start is None:
            return None
        end = self._source_map.index(tag.end - 1)
        span = Span(tag.start, tag.end)
        return TagPlace(tag.name, start, start + len(tag.name) if end is None else end + 1, span)

    def _problem(  # noqa: PLR0913 - what a problem may have
        self,
        kind: str,
        tag: Tag,
        around: Iterable[Tag] = (),
        *,
        detail: str = "",
        element: Tag | None = None,
        other: Tag | None = None,
        place: TagPlace | None = None,
        cause: Cause | None = None,
        closed_at: int | None = None,
    ) -> Iterator[HtmlProblem]:
        own = self._place(tag)
        if own is None:
            return
        yield HtmlProblem(
            kind=kind,
            code="",
            name="",
            start=own.start,
            end=own.end,
            span=own.span,
            tag=tag.name,
            detail=detail,
            element=own if element is None else self._place(element),
            other=place if other is None else self._place(other),
            cause=cause,
            closed_at=closed_at,
            open_elements=tuple(
                [found for each in around if (found := self._place(each)) is not None]
            ),
        )


def _shown_by_name(slips: Iterable[Slip]) -> dict[str, list[Slip]]:
    shown: dict[str, list[Slip]] = {}
    for slip in sorted(slips, key=lambda each: each.tag.start):
        if slip.kind == "shown":
            shown.setdefault(slip.tag.name, []).append(slip)
    return shown


def _start_of(end: Tag, shown: Mapping[str, list[Slip]]) -> Slip | None:
    """Take from *shown* the start tag, shown as text, of an end tag shown as text."""
    starts = shown.get(end.name, [])
    before = bisect_left(starts, end.start, key=lambda slip: slip.tag.start)
    return starts.pop(before - 1) if before else None
