"""The expressions that Vue finds in a text of Markdown."""

from __future__ import annotations

from typing import Final

from articlelint.templates.protected import fences, protected_spans
from articlelint.templates.token import MOST, Token, TokenKind
from articlelint.text.regex import regex

_SPARED: Final = regex(
    r"<!--.*?(?:-->|\Z)|<(script|style)\b[^<>]*>.*?(?:</\1>|\Z)"
    r"|<([A-Za-z][\w.-]*)\b[^<>]*\bv-pre\b[^<>]*>.*?(?:</\2>|\Z)"
    r"|^[ \t>]*(:{3,})[ \t]*v-pre\b.*?(?:^[ \t>]*\3[ \t]*$|\Z)|(?<!\\)<[A-Za-z][^<>]*>",
    26,  # DOTALL, MULTILINE, IGNORECASE
)
_BLANK_LINE: Final = regex(r"\n[ \t\r]*+\n")
_LONGEST: Final = 2_000


def read(text: str) -> list[Token]:
    """Return the expressions of *text*, in order and apart; those too that are not closed."""
    found: list[Token] = []
    gaps = _gaps(text)
    gap = at = 0
    last = text.rfind("}}")
    while len(found) < MOST and (start := text.find("{{", at)) >= 0:
        while gap < len(gaps) and gaps[gap][1] <= start:
            gap += 1
        if gap < len(gaps) and gaps[gap][0] <= start:
            at = gaps[gap][1]
            continue
        end = text.find("}}", start, start + _LONGEST) if start < last else -1
        at = start + 2
        if end < 0:
            if start > last:
                found.append(Token(TokenKind.EXPRESSION, start, at, closed=False))
        elif "\n" not in text[start:end]:
            at = end + 2
            found.append(Token(TokenKind.EXPRESSION, start, at, "", text[start + 2 : end].strip()))
        elif _BLANK_LINE.search(text, start, end) is None:
            at = end + 2  # over several lines
    return found


def _gaps(text: str) -> list[tuple[int, int]]:
    """Return what Vue does not look into, in order."""
    found = fences(text)
    code = protected_spans(text, comments=False)
    spared: list[tuple[int, int]] = []
    at = 0
    for start, end in [*found, (len(text), len(text))]:
        tags = _SPARED.finditer(text, at, start)
        spared += [match.span() for match in tags if not code.beyond(match.start())]
        at = end
    return sorted([*found, *spared])
