"""Finds front matter between fences, and between what was meant for fences."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from articlelint.front_matter.block import Block
from articlelint.front_matter.fences import looks as lines
from articlelint.front_matter.fences import slips as fence_lines
from articlelint.front_matter.fences.slips import Fence
from articlelint.front_matter.model import FenceDefect, Format, Mapping
from articlelint.text.regex import regex
from articlelint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Collection

    from articlelint.front_matter.fences.handlers import Handler

_FORMATS = {"-": Format.YAML, "+": Format.TOML, ";": Format.JSON}
_LANGUAGES = {"yaml": Format.YAML, "yml": Format.YAML, "json": Format.JSON, "toml": Format.TOML}
_SCRIPTS = frozenset({"js", "javascript", "coffee", "node"})
_PLAIN_OPENING = regex(r"---\n[A-Za-z_][\w-]*:[ \n]")
_DOUBTFUL = regex(r"[\r\n][ \t]*(?:--|- -|[‐‑‒–—―−]|\.\.\.|\+\+\+|;;;)|\r")
_LOOKED_AT = 20_000  # characters of a doubtful block


def find(
    text: str, formats: Collection[Format], *, optional_opening_fence: bool, closing_dots: bool
) -> Block | None:
    """Return the frame of the fenced front matter of *text*, or None where there is none."""
    if Format.YAML in formats:
        plain = _plain(text)
        if plain is not None:
            return plain
    top = fence_lines.TOP.match(text)
    if top is None:
        return None
    mark = top["fence"][0] if top["fence"][0] in _FORMATS else "-"
    if _FORMATS[mark] not in formats:
        return None
    search = _Search(text, mark, split=optional_opening_fence, dots=closing_dots)
    return search.block(top, formats)


def _plain(text: str) -> Block | None:
    """Return the block of a file as almost all are, where nothing needs a second look.

    It is what the search would find, in a tenth of the time.
    """
    end = plain_end(text)
    if not end:
        return None
    return Block(
        format=Format.YAML,
        span=Span(0, min(end + 4, len(text))),
        content=Span(4, end),
        opening=Span(0, 3),
        closing=Span(end, end + 3),
    )


def plain_end(text: str) -> int:
    """Return where the closing fence of plain YAML begins; 0 where *text* may have other."""
    if not _PLAIN_OPENING.match(text):
        return 0
    end = text.find("\n---", 3) + 1
    if not end or text[end + 3 : end + 4] not in {"\n", ""} or _DOUBTFUL.search(text, 3, end - 1):
        return 0
    return end


def _handler(mark: str) -> Handler:
    from articlelint.front_matter.fences import handlers  # imports yaml, 15 ms

    if mark == "-":
        return handlers.YAMLHandler()
    return handlers.TOMLHandler() if mark == "+" else handlers.JSONHandler()


class _Search:
    """The search for one block.

    *split* tells that the text is split as hexo-front-matter does it, *dots* that ``...``
    closes YAML.
    """

    def __init__(self, text: str, mark: str, *, split: bool, dots: bool) -> None:
        self._dots = dots
        self._text = text
        self._fence = mark * 3
        self._handler = _handler(mark)
        self._format = self._handler.notation
        self._split = split

    def block(self, top: re.Match[str], formats: Collection[Format]) -> Block | None:
        """Return the block that *top* opens, if it does."""
        rest = top["rest"].strip()
        language = rest.lower() if top["fence"] == "---" and not self._split else ""
        if language in _SCRIPTS or (language in _LANGUAGES and _LANGUAGES[language] in formats):
            return self._in_language(top, language)
        if self._split and len(top["fence"]) > len(self._fence) and not rest:
            long = self._long(top)
            if long is not None:
                return long
        exact = top["fence"] == self._fence and not rest and not top["indent"]
        foreign = self._foreign(top, formats) if exact else None
        if foreign is not None:
            return foreign
        if not exact and not self._is_opened_by(top):
            return None
        opening = self._opening(top)
        closing = self._closing(opening.end)
        if closing is None:
            return None if rest and opening.end == top.end() else self._unclosed(opening)
        start, end = opening.end, closing.span.start
        if not self._is_evident(start, end) and (
            opening.defects or not self._is_front_matter(start, end)
        ):
            return None
        return self._frame(opening, closing)

    def _opening(self, top: re.Match[str]) -> Fence:
        """Return the opening fence; a key behind it on its line is the first of the content."""
        defects = fence_lines.opening_defects(self._text, top, self._fence, split=self._split)
        rest = Span(top.end("rest") - len(top["rest"].lstrip()), top.end("rest"))
        is_key = lines.is_key(self._text, rest, self._format)
        return Fence(Span(*top.span("fence")), rest.start if is_key else top.end(), defects)

    def _frame(self, opening: Fence, closing: Fence) -> Block:
        return Block(
            format=self._format,
            span=Span(opening.span.start, closing.end),
            content=Span(opening.end, closing.span.start),
            opening=opening.span,
            closing=closing.span,
            defects=(*opening.defects, *closing.defects),
            bare=self._handler.bare,
        )

    def _in_language(self, top: re.Match[str], language: str) -> Block | None:
        """Return a block whose opening fence names its language, as gray-matter allows."""
        closing = self._exact(top.end())
        if closing is None:
            return None
        return Block(
            format=_LANGUAGES.get(language, Format.JSON),
            span=Span(top.start("fence"), closing.end),
            content=Span(top.end(), closing.span.start),
            opening=Span(top.start("fence"), top.start("newline")),
            closing=closing.span,
            unreadable=language in _SCRIPTS,
        )

    def _foreign(self, top: re.Match[str], formats: Collection[Format]) -> Block | None:
        """Return a block of TOML between the fences of YAML, or the other way round."""
        mark = {"-": "+", "+": "-"}.get(self._fence[0])
        if mark is None or _FORMATS[mark] not in formats:
            return None
        text, handler = self._text, _handler(mark)
        held = lines.lines(text, top.end())
        first = next((line for line in held if not lines.is_blank(text, line)), None)
        if first is None or not lines.is_key(text, first, handler.notation):
            return None
        closing = self._closing_of(handler, top.end())
        if closing is None:
            return None
        opening = Span(*top.span("fence"))
        name = handler.notation.value.upper()
        message = f"The front matter is {name}, whose fence is `{mark * 3}`, not `{self._fence}`"
        also = None if closing.span.of(text) == mark * 3 else closing.span
        return Block(
            format=handler.notation,
            span=Span(opening.start, closing.end),
            content=Span(top.end(), closing.span.start),
            opening=opening,
            closing=closing.span,
            defects=(FenceDefect(opening, message, mark * 3, also),),
        )

    def _closing_of(self, handler: Handler, start: int) -> Fence | None:
        """Return the first fence, of either notation, up to which *handler* reads a mapping."""
        text = self._text
        own = next(handler.fences(text, start), None)
        ends = [Fence(own, fence_lines.next_line(text, own.end))] if own is not None else []
        exact = self._exact(start)
        if exact is not None:
            ends.append(exact)
        for closing in sorted(ends):
            reading = handler.read(text, Span(start, closing.span.start))
            if not reading.problems and isinstance(reading.value, Mapping):
                return closing
        return None

    def _long(self, top: re.Match[str]) -> Block | None:
        """Return a block between fences of more than three, which Hexo takes if they are equal."""
        same = regex(rf"(?<![^\r\n]){re.escape(top['fence'])}(?=[\r\n]|\Z)")
        closing = same.search(self._text, top.end())
        if closing is None:
            return None
        if not lines.has_key(self._text, top.end(), closing.start(), self._format):
            return None
        fence = Fence(Span(*closing.span()), fence_lines.next_line(self._text, closing.end()))
        return self._frame(Fence(Span(*top.span("fence")), top.end()), fence)

    def _is_opened_by(self, top: re.Match[str]) -> bool:
        """Tell whether a line that is no fence was evidently meant for one."""
        if top["rest"].strip() and top["fence"] != self._fence:
            return False
        first = next(lines.lines(self._text, top.end()), None)
        if first is not None and lines.is_key(self._text, first, self._format):
            return True
        rest = Span(top.end("rest") - len(top["rest"].lstrip()), top.end("rest"))
        return lines.is_key(self._text, rest, self._format) and self._exact(top.end()) is not None

    def _is_evident(self, start: int, end: int) -> bool:
        """Tell whether the content begins with a key that is not the start of a sentence."""
        text = self._text
        if not lines.has_key(text, start, end, self._format):
            return False
        first = next(lines.lines(text, start, end))
        said = (line for line in lines.lines(text, start, end) if not lines.is_blank(text, line))
        return not lines.is_blank(text, first) or lines.is_plain_key(text, next(said), self._format)

    def _is_front_matter(self, start: int, end: int) -> bool:
        """Tell front matter without a key from what stands between two thematic breaks."""
        text = self._text
        if self._fence != "---":
            return True
        held = list(lines.lines(text, start, min(end, start + _LOOKED_AT)))
        said = [line for line in held if not lines.is_blank(text, line)]
        if len(said) in {0, len(held)}:
            return True
        said = [line for line in said if text[line.start] != "#"]
        keys = sum(lines.is_key(text, line, self._format) for line in said)
        return keys * 2 >= len(said)

    def _closing(self, start: int) -> Fence | None:
        """Return the fence that closes the block, be it a defective one.

        A line that is almost a fence closes the block if what stands before it looks like
        front matter, and if the block does not read well up to the next proper fence.
        """
        exact = self._exact(start)
        limit = exact.span.start if exact else len(self._text)
        for fence in fence_lines.nearly_closing(self._text, self._fence, start, limit):
            if not self._ends_before(start, fence):
                continue
            reads = exact and not self._handler.read(self._text, Span(start, limit)).problems
            return exact if reads else fence
        return exact

    def _exact(self, start: int) -> Fence | None:
        for span in self._handler.fences(self._text, start):
            if self._text[span.start] == "." and not self._dots:
                continue
            return Fence(span, fence_lines.next_line(self._text, span.end))
        return None

    def _ends_before(self, start: int, fence: Fence) -> bool:
        end = min(fence.span.start, fence.defects[0].span.start)
        return lines.has_key(self._text, start, end, self._format) and lines.all_fit(
            self._text, start, end, self._format
        )

    def _unclosed(self, opening: Fence) -> Block | None:
        """Return the block that nobody closes, if its lines leave no doubt that it is one."""
        text = self._text
        end = lines.end_of_keys(text, opening.end, self._format)
        is_yaml = self._format is Format.YAML
        if is_yaml and lines.all_fit(text, opening.end, len(text), self._format):
            end = len(text)
        held = list(lines.lines(text, opening.end, end))
        if not held or not lines.is_key(text, held[0], self._format):
            return None
        if len(held) == 1 and not lines.is_plain_key(text, held[0], self._format):
            return None
        if self._format is Format.YAML:
            closing = fence_lines.swallowed(text, held[-1], end)
            if closing is not None:
                return self._frame(opening, closing)
        return Block(
            format=self._format,
            span=Span(opening.span.start, end),
            content=Span(opening.end, end),
            opening=opening.span,
            closing=None,
            defects=opening.defects,
            unclosed=True,
            bare=self._handler.bare,
        )
