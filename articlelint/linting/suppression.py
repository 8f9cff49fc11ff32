"""Comments that suppress rules, where they hold, and which of them were of use.

In the body ``<!-- articlelint-disable-next-line html/stray-end-tag -- the theme closes it -->``
(in MDX ``{/* ... */}``), in YAML and TOML front matter the same after ``#``. Directives:

- ``disable-line``: the line that the comment stands on
- ``disable-next-line``: the next line that is not blank
- ``disable`` and ``enable``: from the comment on, until enabled again
- ``disable-file``: the whole file

Names are rules (``html/stray-end-tag``) or families (``html``), separated by blanks or commas;
without names every rule is meant. What follows `` -- `` is the reason.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Final

from articlelint.linting.comments import Comment, Stretches, comments
from articlelint.named_tuple import NamedTuple
from articlelint.text.regex import regex
from articlelint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from articlelint.article import Article
    from articlelint.diagnostic import Diagnostic

_DIRECTIVE = regex(
    r"articlelint-(?P<word>[\w-]+)(?P<names>.*?)(?:\s--\s+(?P<reason>.*))?", re.DOTALL
)
_NAME = regex(r"[^\s,]+")
_LOOKED_AT: Final = 200
"""So many comments are asked whether they enable all that another one disables."""
_NEAREST: Final = 20
"""So many unknown names are compared with all there are."""
_LONGEST_NAME: Final = 100
_BLANK_LINE = regex(r"[ \t]*(?:\r\n|\n|\r)")

DIRECTIVES = ("disable", "disable-file", "disable-line", "disable-next-line", "enable")
"""The words of comments that suppress findings, without their prefix."""


class Target(NamedTuple):
    """A rule or family that a comment names, and where it does.

    *nearest* is the closest name that exists, where this one does not and one is close.
    """

    name: str
    span: Span
    nearest: str | None = None

    def covers(self, rule: str) -> bool:
        """Tell whether this target is *rule* or its family."""
        return rule == self.name or rule.startswith(f"{self.name}/")


class Suppression(NamedTuple):
    """One comment. *extent* is where a finding must start to be suppressed by it.

    *directive* is the word as written, which may be none of DIRECTIVES. *removal* is what
    to delete so that the comment is gone: the whole line where it stands alone.
    """

    span: Span
    directive: str
    directive_span: Span
    targets: tuple[Target, ...]
    reason: str | None
    extent: Span
    removal: Span

    @property
    def disables(self) -> bool:
        """Tell whether this comment is meant to suppress anything."""
        return self.directive in DIRECTIVES and self.directive != "enable"

    def removal_of(self, target: Target) -> Span:
        """Return what to delete so that *target*, one of several, is no longer named."""
        index = self.targets.index(target)
        if index:
            return Span(self.targets[index - 1].span.end, target.span.end)
        return Span(target.span.start, self.targets[1].span.start)

    def suppresses(self, rule: str, span: Span) -> bool:
        """Tell whether what *rule* finds at *span* is suppressed by this comment."""
        extent = _whole(self.extent)
        return extent.start <= span.start < extent.end and self.covers(rule)

    def covers(self, rule: str) -> bool:
        """Tell whether this comment is about *rule*."""
        return not self.targets or any(target.covers(rule) for target in self.targets)


class SuppressionUse(NamedTuple):
    """What became of a comment: *unused* targets suppressed nothing, *unknown* ones name no rule.

    A comment is *idle* if it has no targets and suppressed nothing.
    """

    suppression: Suppression
    unused: tuple[Target, ...]
    unknown: tuple[Target, ...]
    idle: bool


def suppressions(article: Article) -> tuple[Suppression, ...]:
    """Return the comments of *article* in reading order."""
    found = [(comment, parts) for comment in comments(article) if (parts := _parts(comment))]
    enabling = _Enabling(
        (comment.span.start, frozenset(_NAME.findall(parts["names"])))
        for comment, parts in found
        if parts["word"] == "enable"
    )
    return tuple(_suppression(article, comment, parts, enabling) for comment, parts in found)


def _parts(comment: Comment) -> re.Match[str] | None:
    return _DIRECTIVE.fullmatch(comment.text)


def suppressor(article: Article, rule: str) -> Callable[[Span], bool]:
    """Return a function that tells whether a comment suppresses *rule* at a span.

    For site rules in which one finding stands for many: a suppressed finding must not be the one
    that is reported.
    """
    comments = suppressions(article)
    if not comments:
        return lambda _span: False
    return lambda span: any(comment.suppresses(rule, span) for comment in comments)


def _suppression(
    article: Article, comment: Comment, parts: re.Match[str], enabling: _Enabling
) -> Suppression:
    start, span = comment.start, comment.span
    directive = parts["word"]
    targets = tuple(
        Target(name[0], Span(*name.span()).shift(start + parts.start("names")))
        for name in _NAME.finditer(parts["names"])
    )
    return Suppression(
        span=span,
        directive=directive,
        directive_span=Span(start, start + parts.end("word")),
        targets=targets,
        reason=parts["reason"],
        extent=_extent(article, directive, span, {target.name for target in targets}, enabling),
        removal=_removal(article, span),
    )


def _extent(
    article: Article,
    directive: str,
    span: Span,
    names: set[str],
    enabling: _Enabling,
) -> Span:
    text, lines = article.text, article.lines
    match directive:
        case "disable-file":
            return Span(0, len(text) + 1)
        case "disable-line":
            return lines.line_with_ending(lines.position(span.start).line)
        case "disable-next-line":
            offset = lines.line_with_ending(lines.position(span.end).line).end
            while blank := _BLANK_LINE.match(text, offset):
                offset = blank.end()
            return lines.line_with_ending(lines.position(offset).line)
        case "disable":
            return Span(span.end, enabling.again(names, span.start) or len(text) + 1)
        case _:
            return Span.at(span.start)


class _Enabling:
    """The comments that enable rules again: where each stands, and what it names."""

    def __init__(self, comments: Iterable[tuple[int, frozenset[str]]]) -> None:
        self._of_all: list[int] = []
        self._of_name: dict[str, list[tuple[int, frozenset[str]]]] = {}
        for start, names in comments:
            if not names:
                self._of_all.append(start)
            for name in names:
                self._of_name.setdefault(name, []).append((start, names))

    def again(self, names: set[str], after: int) -> int | None:
        """Return where *names* are enabled, by one comment, that stands after *after*."""
        at = bisect_right(self._of_all, after)
        found = self._of_all[at : at + 1]
        if names:
            of_one = self._of_name.get(min(names), [])
            at = bisect_right(of_one, after, key=lambda each: each[0])
            found += [start for start, named in of_one[at : at + _LOOKED_AT] if names <= named][:1]
        return min(found, default=None)


def _removal(article: Article, span: Span) -> Span:
    line = article.lines.filled(span)
    if line is not None:
        return line
    start = span.start
    while article.text[start - 1 : start] in (" ", "\t"):
        start -= 1
    return Span(start, span.end)


def judge(
    found: Sequence[Diagnostic],
    comments: Sequence[Suppression],
    *,
    ran: Collection[str],
    known: Collection[str] | None,
    pending: Collection[str] = (),
    exempt: Collection[str] = (),
) -> tuple[list[Diagnostic], list[SuppressionUse]]:
    """Split *found* by *comments*: what stays, and what each comment was good for.

    *ran* names the rules that ran: a target that covers none of them is not called unused,
    nor is one that covers any of *pending*, whose findings are still to come.
    *known* names all rules there are (None: not known, so that nothing is called unknown).
    *exempt* are rules that no comment suppresses.
    """
    if not comments:
        return list(found), []
    starts: dict[str, list[int]] = {}
    for each in found:
        if each.rule not in exempt:
            starts.setdefault(each.rule, []).append(each.span.start)
    for places in starts.values():
        places.sort()
    suppressed: dict[str, list[Span]] = {}
    uses = []
    of_ran, of_known = _covered(ran), None if known is None else _covered(known)
    nearest: dict[str, str | None] = {}
    for comment in comments:
        used = {
            rule
            for rule, places in starts.items()
            if comment.covers(rule) and _have_one_in(places, comment.extent)
        }
        for rule in used:
            suppressed.setdefault(rule, []).append(comment.extent)
        unknown = () if of_known is None or known is None else tuple(
            target._replace(nearest=_nearest(target.name, known, nearest))
            for target in comment.targets
            if target.name not in of_known
        )  # fmt: skip
        in_use = _covered((*used, *pending)) if comment.targets else ()
        unused = tuple(
            target
            for target in comment.targets
            if target.name in of_ran and target.name not in in_use
        )
        idle = not comment.targets and not used and not pending
        uses.append(SuppressionUse(comment, unused, unknown, idle))
    covered = {rule: Stretches(map(_whole, extents)) for rule, extents in suppressed.items()}
    kept = [
        each
        for each in found
        if each.rule in exempt
        or each.rule not in covered
        or not covered[each.rule].cover(each.span.start)
    ]
    return kept, uses


def _whole(extent: Span) -> Span:
    """Return *extent*; an empty line's has the place that it stands at."""
    return Span(extent.start, max(extent.end, extent.start + 1))


def _have_one_in(places: Sequence[int], extent: Span) -> bool:
    at = bisect_left(places, extent.start)
    return at < len(places) and places[at] < _whole(extent).end


def _covered(rules: Collection[str]) -> frozenset[str]:
    """Return the names that cover one of *rules*: their own, and those of their families."""
    return frozenset((*rules, *(rule.rpartition("/")[0] for rule in rules)))


def _nearest(name: str, known: Collection[str], memory: dict[str, str | None]) -> str | None:
    """Return the rule or family of *known* that is spelt much like *name*; looked up but seldom."""
    if name not in memory and len(memory) < _NEAREST:
        from difflib import get_close_matches

        families = {each.partition("/")[0] for each in known}
        near = get_close_matches(name[:_LONGEST_NAME], [*sorted(known), *sorted(families)], 1)
        memory[name] = next(iter(near), None)
    return memory.get(name)
