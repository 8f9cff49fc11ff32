"""Shortcodes with content: what opens them, and what closes them."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from articlelint.diagnostic import Related
from articlelint.templates.problem import ProblemKind, TemplateProblem
from articlelint.templates.token import TokenKind
from articlelint.text.edit import Edit, Fix
from articlelint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from articlelint.templates.hugo.read import Action

    Found = tuple[Action, TemplateProblem]


class Use(Enum):
    """How a shortcode is used."""

    ALONE = auto()
    """Its template makes nothing of what it holds, so that an end tag stops Hugo."""
    BLOCK = auto()
    INLINE = auto()
    SEEN = auto()
    """Not known; it is closed somewhere."""
    UNCLEAR = auto()
    """Not known, and it is nowhere closed."""


class Pairs:
    """Pairs the shortcodes of a text.

    Hugo lets any end tag close what was opened last, so that only a wrong number of them stops
    it: hugo, ``extractShortcode``. One without a name is judged with none of the others.
    """

    def __init__(self, text: str, use: Callable[[Action], Use]) -> None:
        self._text = text
        self._use = use

    def problems(self, actions: Sequence[Action]) -> Iterator[Found]:
        """Yield what is not closed, or closes nothing."""
        tags = [each for each in actions if each.kind is TokenKind.TAG and each.name]
        has_nameless = any(each.closing and not each.name and not each.fault for each in actions)
        stops = not has_nameless and self._stops(tags)
        open_tags: list[Action] = []
        for tag in tags:
            use = self._use(tag)
            if not tag.closing and tag.alone and use is Use.ALONE:
                yield tag, self._slash(tag)
            elif tag.closing and use is Use.ALONE and not tag.fault:
                yield tag, self._needless(tag)
            elif not tag.closing and not tag.alone and use in {Use.BLOCK, Use.SEEN}:
                open_tags.append(tag)
            elif tag.closing and stops and not tag.fault:
                yield from self._end(tag, open_tags)
        if stops:
            yield from (
                (tag, self._unclosed(tag)) for tag in open_tags if self._use(tag) is Use.BLOCK
            )

    def _stops(self, tags: Sequence[Action]) -> bool:
        """Tell whether the number of end tags is a wrong one."""
        depth = 0
        for tag in tags:
            if tag.closing:
                depth -= 1
                if depth < 0:
                    return True
            elif not tag.alone and self._use(tag) in {Use.BLOCK, Use.SEEN}:
                depth += 1
        return depth > 0

    def _end(self, end: Action, open_tags: list[Action]) -> Iterator[Found]:
        """Close what *end* names, and what is still open within."""
        if not any(tag.name == end.name for tag in open_tags):
            if self._use(end) is Use.BLOCK:
                span = Span(end.start, end.end)
                message = f"`{span.of(self._text)}` ends nothing: no `{end.name}` is open here"
                yield end, TemplateProblem(ProblemKind.STRAY_END, span, message)
            return
        while (tag := open_tags.pop()).name != end.name:
            if self._use(tag) is Use.BLOCK:
                related = Related(Span(end.start, end.end), f"`{end.name}` ends here")
                problem = self._unclosed(tag)
                message = f"The shortcode `{tag.name}` is not closed before the end of `{end.name}`"
                yield tag, problem._replace(message=message, related=(related,))

    def _unclosed(self, tag: Action) -> TemplateProblem:
        mark = self._text[tag.start + 2]
        end = f"{{{{{mark} /{tag.name} {'>' if mark == '<' else '%'}}}}}"
        return TemplateProblem(
            ProblemKind.UNCLOSED_BLOCK,
            Span(tag.start, tag.end),
            f"The shortcode `{tag.name}` is never closed",
            hint=f"Put {end} where it ends, or a slash at its own end if it has no content",
        )

    def _slash(self, tag: Action) -> TemplateProblem:
        at = self._text.rfind("/", tag.start, tag.end)
        return TemplateProblem(
            ProblemKind.INVALID_SYNTAX,
            Span(tag.start, tag.end),
            f"The slash is superfluous: `{tag.name}` takes no content",
            fix=Fix.safe("Delete the slash", Edit(Span(at, at + 1), "")),
        )

    def _needless(self, end: Action) -> TemplateProblem:
        span = Span(end.start, end.end)
        return TemplateProblem(
            ProblemKind.STRAY_END,
            span,
            f"`{span.of(self._text)}` ends nothing: `{end.name}` takes no content",
            fix=Fix.unsafe("Delete the end tag", Edit(span, "")),
        )
