"""The words inside of Jinja's braces: jinja2 3.1, ``lexer.py``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.templates.nunjucks.lexer import Kind, Word
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORDS: Final = regex(
    r"""(?P<space>\s++)
    |(?P<number>(?:[0-9](?:_?[0-9])*\.[0-9](?:_?[0-9])*(?:[eE][+-]?[0-9]++)?
        |0[bB][01_]++|0[oO][0-7_]++|0[xX][0-9a-fA-F_]++|[0-9](?:_?[0-9])*+))
    |(?P<symbol>[^\W\d]\w*+)
    |(?P<string>'(?:[^'\\]|\\.)*+'|"(?:[^"\\]|\\.)*+")
    |(?P<end>[-+]?%\}|-?\}\})
    |(?P<operator>//|\*\*|==|!=|>=|<=|[-+/*%~\[\](){}>=<.:|,;])""",
    16 | 64,  # DOTALL, VERBOSE
)
_CONSTANTS: Final = frozenset({"true", "false", "none", "True", "False", "None"})
_BRACKETS: Final = {"(": ")", "[": "]", "{": "}"}


def words(text: str, at: int, limit: int) -> Iterator[Word]:
    """Yield the words from *at* on, up to the end of the tag, which no open bracket holds.

    Nothing more where a character stands that Jinja does not know, or a bracket that was not
    opened: then no end is found.
    """
    open_brackets: list[str] = []
    while (match := _WORDS.match(text, at, limit)) is not None:
        name, word, end = match.lastgroup or "", match[0], match.end()
        if name == "space":
            at = end
            if word.count("\n") > 1:
                return
            continue
        if name == "end" and open_brackets:
            name, word, end = "operator", word[0], at + 1
        if name == "operator" and word in _BRACKETS:
            open_brackets.append(_BRACKETS[word])
        elif name == "operator" and word in {")", "]", "}"}:
            if not open_brackets or open_brackets.pop() != word:
                return
        elif name == "symbol" and word in _CONSTANTS:
            name = "constant"
        yield Word(Kind(name), word, at, end)
        if name == "end":
            return
        at = end
