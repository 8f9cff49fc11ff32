"""Lines that are fences, and lines that were meant for one: what is wrong with each."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from articlelint.front_matter.fences import looks as lines
from articlelint.front_matter.model import FenceDefect
from articlelint.named_tuple import NamedTuple
from articlelint.text.regex import regex
from articlelint.text.span import Span

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

TOP = regex(
    r"\ufeff?(?P<blank>(?:[ \t]*+(?:\r\n|\n|\r))*+)(?P<indent>\ufeff?[ ]{0,3})"
    r"(?P<fence>[-‐‑‒–—―−]{2,}|—|\+{2,}|;{2,})(?P<rest>[^\r\n]*)(?P<newline>\r\n|\n|\r|\Z)"
)
"""What may open a file's front matter, exactly or nearly."""

_DASHES = r"-{4,}|--|-[ ]-[ ]-|—|(?=-*+[‐‑‒–—―−])[-‐‑‒–—―−]{2,}+|\+\+\+|;;;|\.\.\."
_FENCES = {"-": _DASHES, "+": r"\+{4,}|\+\+|---|;;;", ";": r";{4,}|;;|---|\+\+\+"}
_NEARLY = {  # lines that were meant to close a block
    mark: regex(
        r"(?<![^\r\n])(?:"
        rf"(?P<indent>[ \t]+)\{mark}{{3}}[ \t]*(?=[\r\n]|\Z)"
        rf"|(?P<fence>{fences})[ \t]*(?=[\r\n]|\Z)"
        rf"|\{mark}{{3}}(?P<rest>(?!\{mark})[^\r\n]*\S[^\r\n]*))"
    )
    for mark, fences in _FENCES.items()
}
_SWALLOWED = regex(r"(?<=[^\s-])[ \t]*(---)[ \t]*(?=[\r\n]|\Z)")
_REST = regex(r"[ \t]*(?:\r\n|\n|\r|\Z)")
_TRIES = 5  # fence-like lines looked at in one file


class Fence(NamedTuple):
    """A fence: *span* is what there is of it, *end* where what follows begins."""

    span: Span
    end: int
    defects: tuple[FenceDefect, ...] = ()


def opening_defects(
    text: str, top: re.Match[str], fence: str, *, split: bool
) -> tuple[FenceDefect, ...]:
    """Return what is wrong with the fence that *top* (a match of TOP) found."""
    defects = []
    if fence != "+++":  # Zola and Hugo, which read TOML, skip blanks before it
        if top["blank"]:
            count = len(lines.NEWLINE.findall(top["blank"]))
            above = "A blank line comes" if count == 1 else "Blank lines come"
            message = f"{above} before the front matter, which must begin on the first line"
            defects.append(FenceDefect(Span(*top.span("blank")), message, ""))
        indent = Span(top.end("indent") - len(top["indent"].lstrip("\ufeff")), top.end("indent"))
        if indent.length:
            defects.append(FenceDefect(indent, f"The fence `{fence}` is indented", ""))
    if top["fence"] != fence:
        span = Span(*top.span("fence"))
        defects.append(FenceDefect(span, _wrong_fence(top["fence"], fence), fence))
    if top["rest"].strip():
        defects.append(_trailing(text, Span(*top.span("rest")), fence))
    elif top["rest"] and split:
        message = f"Spaces follow the first `{fence}`, so it is not read as a fence"
        defects.append(FenceDefect(Span(*top.span("rest")), message, ""))
    return tuple(defects)


def nearly_closing(text: str, fence: str, start: int, limit: int) -> Iterator[Fence]:
    """Yield the lines between *start* and *limit* that look like a slip of the closing fence."""
    for match in islice(_NEARLY[fence[0]].finditer(text, start, limit), _TRIES):
        end = next_line(text, match.end())
        if match["indent"]:
            message = f"The fence `{fence}` is indented"
            defect = FenceDefect(Span(*match.span("indent")), message, "")
            begin = match.end("indent")
            yield Fence(Span(begin, begin + 3), end, (defect,))
        elif match["fence"]:
            span = Span(*match.span("fence"))
            yield Fence(span, end, (FenceDefect(span, _wrong_fence(match["fence"], fence), fence),))
        else:
            defect = _trailing(text, Span(*match.span("rest")), fence)
            begin = match.start()
            yield Fence(Span(begin, begin + 3), match.start("rest"), (defect,))


def swallowed(text: str, line: Span, end: int) -> Fence | None:
    """Return the closing ``---`` at the end of *line*, behind a value, if there is one."""
    match = _SWALLOWED.search(text, line.start, line.end)
    if match is None:
        return None
    message = "The closing fence `---` needs a line of its own"
    defect = FenceDefect(Span(*match.span()), message, f"{_newline(text)}---")
    return Fence(Span(*match.span(1)), end, (defect,))


def next_line(text: str, offset: int) -> int:
    """Return where the next line begins, if nothing but blanks follows on this one."""
    match = _REST.match(text, offset)
    return match.end() if match else offset


def _trailing(text: str, span: Span, fence: str) -> FenceDefect:
    """Return the defect of what follows a fence on its line."""
    words = span.of(text).strip()
    message = f"`{_short(words)}` follows the fence `{fence}`, which must be alone on its line"
    is_slip = (len(words) == 1 and not words.isalpha()) or words.lower() in {"yaml", "yml"}
    return FenceDefect(span, message, "" if is_slip else _newline(text) + words)


def _newline(text: str) -> str:
    match = lines.NEWLINE.search(text)
    return match[0] if match else "\n"


def _wrong_fence(found: str, wanted: str) -> str:
    if found == "...":
        return "`...` does not close the front matter; `---` does"
    if set(found) - set("-+; "):
        return f"The fence is `{wanted}`; `{_short(found)}` contains a typographic dash"
    return f"The fence is `{wanted}`, not `{_short(found)}`"


def _short(text: str) -> str:
    return text if len(text) <= 30 else f"{text[:29]}…"
