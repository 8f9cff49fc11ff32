"""The words inside of Nunjucks' braces: nunjucks 3.2, ``src/lexer.js``."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from articlelint.named_tuple import NamedTuple
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORDS: Final = regex(
    r"""(?P<space>[ \n\t\r\xa0]++)
    |(?P<string>"(?:[^"\\]|\\.)*+(?:"|\\?\Z)|'(?:[^'\\]|\\.)*+(?:'|\\?\Z))
    |(?P<end>-?(?:%\}|\}\}))
    |(?P<regex>r/(?:[^/]|(?<=\\)/)*+(?:/[gimy]*+|\Z))
    |(?P<operator>===|!==|==|!=|<=|>=|//|\*\*|[()\[\]{}%*\-+~/#,:|.<>=!])
    |(?P<float>[0-9]++\.[0-9]*+)
    |(?P<number>[0-9]++(?![^ \n\t\r\xa0()\[\]{}%*\-+~/#,:|.<>=!]))
    |(?P<symbol>[^ \n\t\r\xa0()\[\]{}%*\-+~/#,:|.<>=!]++)""",
    16 | 64,  # DOTALL, VERBOSE
)
_TO_END: Final = regex(
    r"""(?:[ \t\r\xa0]++|\n(?![ \t\r\xa0]*+\n)
    |"(?:[^"\\]|\\.)*+"|'(?:[^'\\]|\\.)*+'
    |r/(?:[^/]|(?<=\\)/)*+/
    |(?![ \n\t\r\xa0"'()\[\]{}%*\-+~/#,:|.<>=!]|r/)[^ \n\t\r\xa0()\[\]{}%*\-+~/#,:|.<>=!]++
    |(?!-?(?:%\}|\}\}))[()\[\]{}%*\-+~/#,:|.<>=!])*+(-?(?:%\}|\}\}))""",
    16 | 64,  # DOTALL, VERBOSE
)
"""All that stands before the end of a tag, and its end; no blank line."""
_CONSTANTS: Final = frozenset({"true", "false", "none", "null"})


class Kind(StrEnum):
    """What a word is."""

    STRING = "string"
    END = "end"
    REGEX = "regex"
    OPERATOR = "operator"
    NUMBER = "number"
    CONSTANT = "constant"
    SYMBOL = "symbol"


class Word(NamedTuple):
    """A word and its place."""

    kind: Kind
    text: str
    start: int
    end: int


def words(text: str, at: int, limit: int) -> Iterator[Word]:
    """Yield the words from *at* on, up to the end of the tag or a blank line; blanks are none."""
    while (match := _WORDS.match(text, at, limit)) is not None:
        at = match.end()
        name, word = match.lastgroup or "", match[0]
        if name == "space":
            if word.count("\n") > 1:
                return
            continue
        if name == "float":
            name = "number"
        if name == "symbol" and word in _CONSTANTS:
            name = "constant"
        yield Word(Kind(name), word, match.start(), at)
        if name == "end":
            return


def end_of(text: str, at: int, limit: int) -> Word | None:
    """Return the end of the tag that *at* lies in; None where there is none before *limit*."""
    match = _TO_END.match(text, at, limit)
    return Word(Kind.END, match[1], match.start(1), match.end()) if match else None
