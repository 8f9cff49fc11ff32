"""What the modules of MDX import: the texts behind ``from``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.named_tuple import NamedTuple
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_TOKEN: Final = regex(
    r"""^(?P<word>import|export)\b|(?P<quoted>"[^"\\\r\n]*+"|'[^'\\\r\n]*+')"""
    r"""|(?P<comment>//[^\r\n]*+|/\*(?:[^*]|\*(?!/))*+(?:\*/|\Z))|(?P<stop>[=();`"'])""",
    8,  # MULTILINE
)
_BEFORE: Final = regex(r"import\s*|(?:import|export)\b(?!\s+type\b).*\bfrom\s*", 16)  # DOTALL
_LONGEST: Final = 2_000


class Import(NamedTuple):
    """What a module names, and where it stands between its quotes."""

    target: str
    start: int
    end: int


def imports(text: str, modules: Iterable[tuple[int, int]]) -> Iterator[Import]:
    """Yield what *modules* of *text* import, or export from elsewhere; types are no modules."""
    for start, end in modules:
        word = -1
        for token in _TOKEN.finditer(text, start, end):
            if token["word"]:
                word = token.start()
            elif token["quoted"] and 0 <= token.start() - word < _LONGEST and word >= 0:
                if _BEFORE.fullmatch(text, word, token.start()):
                    yield Import(token["quoted"][1:-1], token.start() + 1, token.end() - 1)
                word = -1
            elif token["stop"]:
                word = -1
