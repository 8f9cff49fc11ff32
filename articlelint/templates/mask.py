"""Masking: the tags of a text, what belongs together, and the text without them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.regex import regex
from articlelint.span import Span
from articlelint.templates.filler import Filler, Stretch
from articlelint.templates.model import FILLER, Masked, TemplateSyntax, TemplateTag
from articlelint.templates.scanner import Scanner

if TYPE_CHECKING:
    from articlelint.templates.tags import Tag

_DYNAMIC: Final = regex(rf"{FILLER}|\{{\{{|\{{%")
_BRANCHING: Final = frozenset(
    {"if", "unless", "ifversion", "ifchanged", "case", "for", "tablerow", "asyncEach", "asyncAll"}
)
_BRANCHES: Final = frozenset({"else", "elsif", "elseif", "elif", "when"})
_CLOSED_BY: Final = {"ifversion": "if"}
_FLOWING: Final = frozenset({TemplateSyntax.HUGO, TemplateSyntax.ZOLA, TemplateSyntax.MDN})
"""Languages whose tags are words to the Markdown parser that runs before them."""


def is_dynamic(text: str) -> bool:
    """Tell whether a part of *text* comes out of a template, so that it is not known."""
    return _DYNAMIC.search(text) is not None


def mask(text: str, syntax: TemplateSyntax, offset: int = 0) -> Masked:
    """Return *text* with its template tags masked; *offset* is where it begins in the article.

    The masked text has the same length and line endings. Tags that hold code or comments are
    masked with all they hold, as are all but the first branch of a condition. What is no
    complete tag stays as it is.
    """
    if syntax is TemplateSyntax.NONE or "{" not in text:
        return Masked(text)
    tags = list(Scanner(text, syntax).tags())
    if not tags:
        return Masked(text)
    pairs = _Pairs(tags, syntax)
    masked = Filler(text).fill(_stretches(tags, pairs, flowing=syntax in _FLOWING))
    return Masked(
        masked,
        tuple(
            [
                TemplateTag(
                    tag.name,
                    Span(tag.start + offset, tag.end + offset),
                    text[tag.start : tag.end],
                    tag.arguments,
                    tag.closing,
                    _content(tag, pairs.closed_at.get(index), offset),
                )
                for index, tag in enumerate(tags)
                if not tag.silent
            ]
        ),
    )


def _content(tag: Tag, closed_at: int | None, offset: int) -> Span | None:
    if tag.verbatim_end:
        return Span(tag.end + offset, tag.content_end + offset)
    return None if closed_at is None else Span(tag.end + offset, closed_at + offset)


class _Pairs:
    """Which tag closes which, and which stretches are branches that are not taken."""

    def __init__(self, tags: list[Tag], syntax: TemplateSyntax) -> None:
        self.closed_at: dict[int, int] = {}
        self.branches: list[tuple[int, int]] = []
        self._tags = tags
        self._any_end = syntax is TemplateSyntax.ZOLA  # all blocks end with one tag
        self._open: list[int] = []
        self._names: dict[str, int] = {}
        self._branching: list[int] = []
        self._untaken: dict[int, int] = {}
        for index, tag in enumerate(tags):
            if tag.output or tag.verbatim_end or tag.silent:
                continue
            if tag.closing:
                self._close(tag)
            elif tag.name in _BRANCHES and self._branching:
                self._branch(tag, self._branching[-1])
            else:
                self._push(index, tag)

    def _push(self, index: int, tag: Tag) -> None:
        self._open.append(index)
        name = _CLOSED_BY.get(tag.name, tag.name)
        self._names[name] = self._names.get(name, 0) + 1
        if tag.name in _BRANCHING:
            self._branching.append(index)

    def _branch(self, tag: Tag, opener: int) -> None:
        first = tag.name == "when" and not self._untaken.get(-1 - opener)
        if first:  # what stands before it is nothing; it begins the first branch
            self._untaken[-1 - opener] = 1
        else:
            self._untaken.setdefault(opener, tag.start)

    def _close(self, closing: Tag) -> None:
        if not self._any_end and not self._names.get(closing.name):
            return
        while self._open:
            index = self._open.pop()
            tag = self._tags[index]
            name = _CLOSED_BY.get(tag.name, tag.name)
            self._names[name] -= 1
            if self._branching and self._branching[-1] == index:
                self._branching.pop()
            if self._any_end or name == closing.name:
                self.closed_at[index] = closing.start
                if index in self._untaken:
                    self.branches.append((self._untaken[index], closing.end))
                return


def _stretches(tags: list[Tag], pairs: _Pairs, *, flowing: bool) -> list[Stretch]:
    """Return what to mask, in order and apart."""
    branches = pairs.branches
    found = [
        Stretch(
            tag.start,
            tag.verbatim_end or tag.end,
            tag.output,
            flowing and not tag.closing and not tag.verbatim_end and index not in pairs.closed_at,
        )
        for index, tag in enumerate(tags)
    ]
    found += [Stretch(start, end, output=False) for start, end in branches]
    if branches:
        found.sort(key=lambda stretch: (stretch.start, -stretch.end))
    apart: list[Stretch] = []
    end = 0
    for stretch in found:
        if stretch.start >= end:
            apart.append(stretch)
            end = stretch.end
    return apart
