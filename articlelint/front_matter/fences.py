"""Finds front matter between fences, and the fences that are not quite fences."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from articlelint.front_matter import lines
from articlelint.front_matter.block import Block
from articlelint.front_matter.model import FenceDefect, Format
from articlelint.span import Span

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from articlelint.front_matter.handlers import Handler

_TOP = re.compile(
    r"\ufeff?(?P<blank>(?:[ \t]*+(?:\r\n|\n|\r))*+)(?P<indent>\ufeff?[ ]{0,3})"
    r"(?P<fence>[-‐‑‒–—―−]{2,}|—|\+{2,}|;{2,})(?P<rest>[^\r\n]*)(?P<newline>\r\n|\n|\r|\Z)"
)
_FORMATS = {"-": Format.YAML, "+": Format.TOML, ";": Format.JSON}
_LANGUAGES = {"yaml": Format.YAML, "yml": Format.YAML, "json": Format.JSON, "toml": Format.TOML}
_SCRIPTS = frozenset({"js", "javascript", "coffee", "node"})
_NEARLY = {  # lines that were meant to close a block; group "fault" holds what is wrong
    "-": re.compile(
        r"(?<![^\r\n])(?:"
        r"(?P<indent>[ \t]+)---[ \t]*(?=[\r\n]|\Z)"
        r"|(?P<fence>-{4,}|--|-[ ]-[ ]-|—|(?=-*+[‐‑‒–—―−])[-‐‑‒–—―−]{2,}+|\+\+\+|;;;)"
        r"[ \t]*(?=[\r\n]|\Z)"
        r"|---(?P<rest>(?!-)[^\r\n]*[^\s][^\r\n]*))"
    ),
    "+": re.compile(
        r"(?<![^\r\n])(?:"
        r"(?P<indent>[ \t]+)\+\+\+[ \t]*(?=[\r\n]|\Z)"
        r"|(?P<fence>\+{4,}|\+\+|---|;;;)[ \t]*(?=[\r\n]|\Z)"
        r"|\+\+\+(?P<rest>(?!\+)[^\r\n]*[^\s][^\r\n]*))"
    ),
    ";": re.compile(
        r"(?<![^\r\n])(?:"
        r"(?P<indent>[ \t]+);;;[ \t]*(?=[\r\n]|\Z)"
        r"|(?P<fence>;{4,}|;;|---|\+\+\+)[ \t]*(?=[\r\n]|\Z)"
        r"|;;;(?P<rest>(?!;)[^\r\n]*[^\s][^\r\n]*))"
    ),
}
_SWALLOWED = re.compile(r"(?<=[^\s-])[ \t]*(---)[ \t]*(?=[\r\n]|\Z)")
_TRIES = 5  # fence-like lines looked at in one file


@dataclass(frozen=True, slots=True)
class _Fence:
    """A fence: *span* is what there is of it, *end* where the next line begins."""

    span: Span
    end: int
    defects: tuple[FenceDefect, ...] = ()


def find(text: str, formats: Collection[Format], *, optional_opening_fence: bool) -> Block | None:
    """Return the frame of the fenced front matter of *text*, or None where there is none."""
    top = _TOP.match(text)
    if top is None:
        return None
    mark = top["fence"][0] if top["fence"][0] in "-+;" else "-"
    if _FORMATS[mark] not in formats:
        return None
    return _Search(text, mark, hexo=optional_opening_fence).block(top, formats)


def _handler(mark: str) -> Handler:
    from articlelint.front_matter import handlers  # noqa: PLC0415 - imports yaml, 15 ms

    if mark == "-":
        return handlers.YAMLHandler()
    return handlers.TOMLHandler() if mark == "+" else handlers.JSONHandler()


class _Search:
    """The search for one block; *hexo* tells that Hexo's own rules for fences hold."""

    def __init__(self, text: str, mark: str, *, hexo: bool) -> None:
        self._text = text
        self._mark = mark
        self._fence = mark * 3
        self._handler = handler = _handler(mark)
        self._hexo = hexo
        self._format = handler.format

    def block(self, top: re.Match[str], formats: Collection[Format]) -> Block | None:
        """Return the block that *top* opens, if it does."""
        rest = top["rest"].strip()
        language = rest.lower() if top["fence"] == "---" else ""
        if language in _SCRIPTS or (language in _LANGUAGES and _LANGUAGES[language] in formats):
            return self._in_language(top, language)
        if self._hexo and len(top["fence"]) > 3 and not rest:
            long = self._long(top)
            if long is not None:
                return long
        opening = _Fence(Span(*top.span("fence")), top.end(), self._opening_defects(top))
        exact = top["fence"] == self._fence and not rest and not top["indent"]
        if not exact and not self._is_opened_by(top):
            return None
        closing = self._closing(opening.end)
        if closing is None:
            return self._unclosed(opening)
        if (exact and not self._is_front_matter(opening.end, closing.span.start)) or (
            opening.defects
            and not lines.has_key(self._text, opening.end, closing.span.start, self._format)
        ):
            return None
        return self._frame(opening, closing)

    def _frame(self, opening: _Fence, closing: _Fence, format_: Format | None = None) -> Block:
        return Block(
            format=format_ or self._format,
            span=Span(opening.span.start, closing.end),
            content=Span(opening.end, closing.span.start),
            opening=opening.span,
            closing=closing.span,
            defects=(*opening.defects, *closing.defects),
            bare=self._handler.bare,
        )

    def _in_language(self, top: re.Match[str], language: str) -> Block | None:
        """Return a block whose opening fence names its language, as gray-matter allows."""
        opening = _Fence(Span(top.start("fence"), top.start("newline")), top.end())
        closing = next(self._exact(opening.end), None)
        if closing is None:
            return None
        frame = self._frame(opening, closing, _LANGUAGES.get(language, Format.JSON))
        return Block(
            frame.format,
            frame.span,
            frame.content,
            frame.opening,
            frame.closing,
            unreadable=language in _SCRIPTS,
        )

    def _long(self, top: re.Match[str]) -> Block | None:
        """Return a block between fences of more than three, which Hexo takes if they are equal."""
        closing = re.compile(rf"(?<![^\r\n]){re.escape(top['fence'])}(?=[\r\n]|\Z)").search(
            self._text, top.end()
        )
        if closing is None or not lines.has_key(
            self._text, top.end(), closing.start(), self._format
        ):
            return None
        fence = _Fence(Span(*closing.span()), self._next_line(closing.end()))
        return self._frame(_Fence(Span(*top.span("fence")), top.end()), fence)

    def _opening_defects(self, top: re.Match[str]) -> tuple[FenceDefect, ...]:
        defects = []
        fence = self._fence
        if top["blank"]:
            blank = "blank line" if len(lines.NEWLINE.findall(top["blank"])) == 1 else "blank lines"
            message = f"Remove the {blank}: front matter begins on the first line of the file"
            defects.append(FenceDefect(Span(*top.span("blank")), message, ""))
        indent = Span(top.end("indent") - len(top["indent"].lstrip("\ufeff")), top.end("indent"))
        if indent.length:
            defects.append(FenceDefect(indent, f"The fence `{fence}` is indented", ""))
        if top["fence"] != fence:
            span = Span(*top.span("fence"))
            defects.append(FenceDefect(span, _wrong_fence(top["fence"], fence), fence))
        if top["rest"].strip():
            defects.append(self._trailing(Span(top.end("fence"), top.start("newline"))))
        elif top["rest"] and self._hexo:
            message = (
                f"Blanks after the first `{fence}`, with which Hexo does not take it for a fence"
            )
            defects.append(FenceDefect(Span(*top.span("rest")), message, ""))
        return tuple(defects)

    def _is_opened_by(self, top: re.Match[str]) -> bool:
        """Tell whether a line that is no fence was evidently meant for one."""
        first = next(lines.lines(self._text, top.end()), None)
        if first is not None and lines.is_key(self._text, first, self._format):
            return True
        rest = Span(top.end("rest") - len(top["rest"].lstrip()), top.end("rest"))
        return (
            top["fence"] == self._fence
            and lines.is_key(self._text, rest, self._format)
            and next(self._exact(top.end()), None) is not None
        )

    def _is_front_matter(self, start: int, end: int) -> bool:
        """Tell front matter from what stands between two thematic breaks."""
        if lines.has_key(self._text, start, end, self._format):
            return True
        held = [line for line in lines.lines(self._text, start, min(end, start + 20_000))]
        said = [line for line in held if not lines.is_blank(self._text, line)]
        if len(said) in {0, len(held)}:
            return True
        said = [line for line in said if self._text[line.start] != "#"]
        keys = sum(lines.is_key(self._text, line, self._format) for line in said)
        return keys * 2 >= len(said)

    def _closing(self, start: int) -> _Fence | None:
        """Return the fence that closes the block, be it a defective one."""
        exact = next(self._exact(start), None)
        limit = exact.span.start if exact else len(self._text)
        nearly = [fence for fence in self._nearly(start, limit) if self._ends_here(start, fence)]
        if not nearly or (exact and self._reads(start, limit)):
            return exact
        return nearly[0]

    def _exact(self, start: int) -> Iterator[_Fence]:
        for span in self._handler.fences(self._text, start):
            yield _Fence(span, self._next_line(span.end))

    def _nearly(self, start: int, limit: int) -> Iterator[_Fence]:
        tries = 0
        for match in _NEARLY[self._mark].finditer(self._text, start, limit):
            tries += 1
            if tries > _TRIES:
                return
            line_end = self._next_line(match.end())
            if match["indent"]:
                message = f"The fence `{self._fence}` is indented"
                defect = FenceDefect(Span(*match.span("indent")), message, "")
                yield _Fence(
                    Span(match.end("indent"), match.end("indent") + 3), line_end, (defect,)
                )
            elif match["fence"]:
                span = Span(*match.span("fence"))
                defect = FenceDefect(span, _wrong_fence(match["fence"], self._fence), self._fence)
                yield _Fence(span, line_end, (defect,))
            else:
                trailing = self._trailing(Span(*match.span("rest")))
                begin = match.start()
                yield _Fence(Span(begin, begin + 3), match.start("rest"), (trailing,))

    def _ends_here(self, start: int, fence: _Fence) -> bool:
        """Tell whether what stands before a defective fence looks like front matter."""
        line_start = fence.defects[0].span.start
        line_start = min(line_start, fence.span.start)
        return lines.has_key(self._text, start, line_start, self._format) and lines.all_fit(
            self._text, start, line_start, self._format
        )

    def _reads(self, start: int, end: int) -> bool:
        return not self._handler.read(self._text, Span(start, end)).problems

    def _unclosed(self, opening: _Fence) -> Block | None:
        text = self._text
        end = lines.end_of_keys(text, opening.end, self._format)
        held = list(lines.lines(text, opening.end, end))
        if not held or not lines.is_key(text, held[0], self._format):
            return None
        if not opening.defects and len(held) == 1:
            if not lines.is_plain_key(text, held[0], self._format):
                return None
        last = held[-1]
        swallowed = _SWALLOWED.search(text, last.start, last.end) if self._mark == "-" else None
        if swallowed:
            newline = self._newline()
            span = Span(*swallowed.span())
            message = "The closing fence `---` needs a line of its own"
            defect = FenceDefect(span, message, f"{newline}---")
            return self._frame(opening, _Fence(Span(*swallowed.span(1)), end, (defect,)))
        if opening.defects and self._mark == "-" and not _is_certain(held, text):
            return None
        content = Span(opening.end, end)
        return Block(
            self._format,
            Span(opening.span.start, end),
            content,
            opening.span,
            None,
            opening.defects,
            unclosed=True,
            bare=self._handler.bare,
        )

    def _trailing(self, span: Span) -> FenceDefect:
        """Return the defect of text after a fence, which *span* covers."""
        words = span.of(self._text)
        text = words.strip()
        message = (
            f"`{_short(text)}` follows the fence `{self._fence}`, which stands alone on its line"
        )
        if len(text) > 1 or text.isalpha():
            return FenceDefect(span, message, self._newline() + text)
        return FenceDefect(span, message, "")

    def _newline(self) -> str:
        match = lines.NEWLINE.search(self._text)
        return match[0] if match else "\n"

    def _next_line(self, offset: int) -> int:
        match = _REST.match(self._text, offset)
        return match.end() if match else offset


_REST = re.compile(r"[ \t]*(?:\r\n|\n|\r|\Z)")


def _is_certain(held: list[Span], text: str) -> bool:
    return len(held) > 1 or lines.is_plain_key(text, held[0])


def _wrong_fence(found: str, wanted: str) -> str:
    if set(found) - set("-+; "):
        return f"The fence is `{wanted}`; `{_short(found)}` has a typographic dash in it"
    return f"The fence is `{wanted}`, not `{_short(found)}`"


def _short(text: str) -> str:
    return text if len(text) <= 30 else f"{text[:29]}…"
