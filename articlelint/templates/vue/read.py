"""The expressions that Vue finds in a text of Markdown."""

from __future__ import annotations

import re
from typing import Final

from articlelint.templates.protected import fences, protected_spans
from articlelint.templates.token import MOST, Token, TokenKind
from articlelint.text.regex import regex

_SPARED: Final = regex(
    r"<!--|<(script|style)\b[^<>]*+>|<([A-Za-z][\w.-]*+)\b(?=[^<>]*\bv-pre\b)[^<>]*+>"
    r"|^[ \t>]*+(:{3,}+)[ \t]*+v-pre\b|(?<!\\)<[A-Za-z][^<>]*+>",
    10,  # MULTILINE, IGNORECASE
)
_COMMENT_END: Final = regex("-->")
_BLANK_LINE: Final = regex(r"\n[ \t\r]*+\n")
_LONE_RETURN: Final = regex(r"\r(?!\n)")
_LONGEST: Final = 2_000


def read(text: str) -> list[Token]:
    """Return the expressions of *text*, in order and apart; those too that are not closed."""
    found: list[Token] = []
    if "\r" in text:
        text = _LONE_RETURN.sub("\n", text)  # markdown-it, rules_core/normalize
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
    found = fences(text, to_end=True)  # an unclosed one is code, too, and bears v-pre
    code = protected_spans(text, comments=False, to_end=True)
    spared: list[tuple[int, int]] = []
    at = 0
    for start, end in [*found, (len(text), len(text))]:
        while (tag := _SPARED.search(text, at, start)) is not None:
            # One that stands in code hides nothing, not what follows the code either.
            at = code.beyond(tag.start())
            if not at:
                at = _end(text, tag, start)
                spared.append((tag.start(), at))
        at = end
    return sorted([*found, *spared])


def _end(text: str, tag: re.Match[str], limit: int) -> int:
    """Return where that ends which begins with *tag*; at *limit* where it is not closed."""
    raw, name, colons = tag.groups()
    if colons:
        closing = regex(rf"^[ \t>]*+{colons}[ \t]*+$", 8)  # MULTILINE
    elif raw or name:
        closing = regex(rf"</{re.escape(raw or name)}>", 2)  # IGNORECASE
    elif tag[0] == "<!--":
        closing = _COMMENT_END
    else:
        return tag.end()
    end = closing.search(text, tag.end(), limit)
    return end.end() if end else limit
