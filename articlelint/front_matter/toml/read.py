"""TOML front matter: tomllib says whether it is TOML, a scanner says where everything stands."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

from articlelint.front_matter.block import Reading
from articlelint.front_matter.toml.scanner import ScanError, Scanner
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from articlelint.text.span import Span

_LONG_KEY = regex(
    r"""(?<![\w"'.\- \t])[ \t]*+(?:(?:[\w-]++|"[^"\r\n]*+"|'[^'\r\n]*+')[ \t]*+\.[ \t]*+){100}"""
)
_TWICE = regex(r"Cannot (?:overwrite|declare|mutate|redefine)|Duplicate|twice")


def read(text: str, content: Span) -> Reading:
    """Return what the TOML in *content* of *text* holds, or each cause why it cannot be read.

    A key that is set twice is no problem here: both fields are kept, as in other formats.
    """
    source = content.of(text)
    try:
        load(source)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        if isinstance(error, tomllib.TOMLDecodeError) and _TWICE.search(str(error)):
            reading = _with_duplicates(text, content)
            if reading is not None:
                return reading
        from articlelint.front_matter.toml import faults as toml_faults

        return Reading(problems=toml_faults.explain(source, error, load, content.start))
    try:
        return Reading(Scanner(text, content).document())
    except (ScanError, RecursionError) as error:  # nested beyond reason: tomllib goes deeper
        from articlelint.front_matter.toml import faults as toml_faults

        return Reading(problems=toml_faults.explain(source, error, load, content.start))


def load(source: str) -> dict[str, object]:
    """Return the data of *source*.

    Raises tomllib.TOMLDecodeError where it is no TOML, ScanError where a key has more dots
    than there is use for: tomllib takes time by the square of their number.
    """
    if source.count(".") > 1000:
        long = _LONG_KEY.search(source)
        if long:
            raise ScanError("The key has too many parts", long.start())
    return tomllib.loads(source)


def _with_duplicates(text: str, content: Span) -> Reading | None:
    """Return what a block holds in which keys are set twice and nothing else is wrong."""
    scanner = Scanner(text, content)
    try:
        document = scanner.document()
    except (ScanError, RecursionError, tomllib.TOMLDecodeError):
        return None
    if not scanner.duplicates:
        return None
    characters = list(content.of(text))
    for span in scanner.duplicates:
        for index in range(span.start - content.start, span.end - content.start):
            characters[index] = characters[index] if characters[index] in "\r\n" else " "
    try:
        load("".join(characters))
    except (tomllib.TOMLDecodeError, RecursionError, ValueError):
        return None
    return Reading(document)
