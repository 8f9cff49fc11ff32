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
from typing import TYPE_CHECKING, NamedTuple

from articlelint.front_matter import Format
from articlelint.text.regex import regex
from articlelint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from articlelint.article import Article
    from articlelint.diagnostic import Diagnostic

_BODY_COMMENT = regex(
    r"<!--\s*(?P<html>articlelint-[^>]*?)\s*-->|\{/\*\s*(?P<mdx>articlelint-[^}]*?)\s*\*/\}"
)
_DATA_COMMENT = regex(r"#[ \t]*(?P<data>articlelint-[^\r\n]*)")
_DIRECTIVE = regex(
    r"articlelint-(?P<word>[\w-]+)(?P<names>.*?)(?:\s--\s+(?P<reason>.*))?", re.DOTALL
)
_NAME = regex(r"[^\s,]+")
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

    def suppresses(self, diagnostic: Diagnostic) -> bool:
        """Tell whether *diagnostic* is suppressed by this comment."""
        return self.silences_at(diagnostic.rule, diagnostic.span)

    def silences_at(self, rule: str, span: Span) -> bool:
        """Tell whether what *rule* finds at *span* is suppressed by this comment."""
        start = span.start
        if not (
            self.extent.start <= start < self.extent.end
            or start == self.extent.end == self.extent.start
        ):
            return False
        return not self.targets or any(target.covers(rule) for target in self.targets)


class SuppressionUse(NamedTuple):
    """What became of a comment: *unused* targets suppressed nothing, *unknown* ones name no rule.

    A comment without targets that suppressed nothing is *idle*.
    """

    suppression: Suppression
    unused: tuple[Target, ...]
    unknown: tuple[Target, ...]
    idle: bool


def suppressions(article: Article) -> tuple[Suppression, ...]:
    """Return the comments of *article* in reading order."""
    if "articlelint-" not in article.text:
        return ()
    comments = sorted(_comments(article), key=lambda match: match.start())
    found: list[Suppression] = []
    for index, match in enumerate(comments):
        suppression = _suppression(article, match, comments[index + 1 :])
        if suppression is not None:
            found.append(suppression)
    return tuple(found)


def suppressor(article: Article, rule: str) -> Callable[[Span], bool]:
    """Return what tells whether a comment suppresses *rule* at a span.

    For site rules that let one finding speak for many: it must not be one that nobody sees.
    """
    comments = suppressions(article)
    if not comments:
        return lambda _span: False
    return lambda span: any(comment.silences_at(rule, span) for comment in comments)


def _comments(article: Article) -> Iterator[re.Match[str]]:
    front_matter = article.front_matter
    if front_matter is not None and front_matter.format in {Format.YAML, Format.TOML}:
        yield from _DATA_COMMENT.finditer(
            article.text, front_matter.content.start, front_matter.content.end
        )
    code = article.code_spans
    for match in _BODY_COMMENT.finditer(article.text, article.body.start):
        if not any(span.start <= match.start() < span.end for span in code):
            yield match


def _suppression(
    article: Article, match: re.Match[str], later: Sequence[re.Match[str]]
) -> Suppression | None:
    group = str(match.lastgroup)
    parts = _DIRECTIVE.fullmatch(match[group])
    if parts is None:
        return None
    start = match.start(group)
    directive = parts["word"]
    targets = tuple(
        Target(name[0], Span(*name.span()).shift(start + parts.start("names")))
        for name in _NAME.finditer(parts["names"])
    )
    span = Span(*match.span())
    return Suppression(
        span=span,
        directive=directive,
        directive_span=Span(start, start + parts.end("word")),
        targets=targets,
        reason=parts["reason"],
        extent=_extent(article, directive, span, {target.name for target in targets}, later),
        removal=_removal(article, span),
    )


def _extent(
    article: Article,
    directive: str,
    span: Span,
    names: set[str],
    later: Sequence[re.Match[str]],
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
            return Span(span.end, _enabled_again(names, later) or len(text) + 1)
        case _:
            return Span.at(span.start)


def _enabled_again(names: set[str], later: Sequence[re.Match[str]]) -> int | None:
    for match in later:
        parts = _DIRECTIVE.fullmatch(match[str(match.lastgroup)])
        if parts is not None and parts["word"] == "enable":
            enabled = set(_NAME.findall(parts["names"]))
            if not enabled or names <= enabled:
                return match.start()
    return None


def _removal(article: Article, span: Span) -> Span:
    line = article.lines.line_with_ending(article.lines.position(span.start).line)
    rest = article.text[line.start : span.start] + article.text[span.end : line.end]
    if not rest.strip() and line.encloses(span):
        return line
    before = article.text[line.start : span.start]
    return Span(line.start + len(before.rstrip(" \t")), span.end)


def judge(
    found: Iterable[Diagnostic],
    comments: Sequence[Suppression],
    *,
    ran: Collection[str],
    known: Collection[str] | None,
    pending: Collection[str] = (),
) -> tuple[list[Diagnostic], list[SuppressionUse]]:
    """Split *found* by *comments*: what stays, and what each comment was good for.

    *ran* names the rules that ran: a target that covers none of them is not called unused,
    nor is one that covers any of *pending*, whose findings are still to come.
    *known* names all rules there are (None: not known, so that nothing is called unknown).
    """
    if not comments:
        return list(found), []
    kept: list[Diagnostic] = []
    suppressed: dict[Suppression, list[Diagnostic]] = {comment: [] for comment in comments}
    for diagnostic in found:
        silencers = [comment for comment in comments if comment.suppresses(diagnostic)]
        for comment in silencers:
            suppressed[comment].append(diagnostic)
        if not silencers:
            kept.append(diagnostic)
    uses = []
    for comment in comments:
        rules = {diagnostic.rule for diagnostic in suppressed[comment]}
        unknown = tuple(
            target._replace(nearest=_nearest(target.name, known))
            for target in comment.targets
            if known is not None and not any(target.covers(name) for name in known)
        )
        unused = tuple(
            target
            for target in comment.targets
            if any(target.covers(name) for name in ran)
            and not any(target.covers(name) for name in (*rules, *pending))
        )
        idle = not comment.targets and not rules and not pending
        uses.append(SuppressionUse(comment, unused, unknown, idle))
    return kept, uses


def _nearest(name: str, known: Collection[str]) -> str | None:
    from difflib import get_close_matches

    families = {each.partition("/")[0] for each in known}
    return next(iter(get_close_matches(name, [*sorted(known), *sorted(families)], 1)), None)
