"""Lines of front matter: what each one looks like, so that a block is told from prose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.front_matter.model import Format
from articlelint.text.regex import regex
from articlelint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

NEWLINE = regex(r"\r\n|\n|\r")
CONFLICT_MARKER = regex(r"(?<![^\r\n])(?:<{7}|={7}|>{7}|\|{7})(?:[ \t][^\r\n]*)?(?=[\r\n]|\Z)")
"""A line with which Git marks what it could not merge."""
CONFLICT = "A merge conflict was committed with its markers"

_YAML_KEY = regex(
    r"""[ ]{0,3}(?:"[^"\r\n]{1,60}"|'[^'\r\n]{1,60}'|\w[\w.\-/]{0,60}(?:[ ][\w.\-/]{1,30}){0,2})"""
    r"[ \t]*:(?=[ \t\r\n]|\Z)"
)
_YAML_LINE = regex(
    r"[ \t]+\S|-(?=[ \t\r\n]|\Z)|#|[\w\"'<$?.\-/][^\r\n:]{0,80}:(?=[ \t\r\n]|\Z)|[\]}]|\w[\w-]*:\w"
)
_TOML_KEY = regex(
    r"""["'\w][\w.\- "']{0,60}=(?!=)|\[\[?[\w."'\- ]{1,60}\]\]?[ \t]*(?=[\r\n#]|\Z)"""
)
_TOML_LINE = regex(r"""[ \t]+\S|#|[\w"'.\-]{1,60}[ \t]*[=:]|\[|[\]}]|['"]""")
_JSON_KEY = regex(r"""[ \t]*"[^"\r\n]{1,60}"[ \t]*:""")
_JSON_LINE = regex(r"""[ \t]*["'{}\[\],]|[ \t]*\w+[ \t]*:""")

_KEYS = {Format.YAML: _YAML_KEY, Format.TOML: _TOML_KEY, Format.JSON: _JSON_KEY}
_LINES = {Format.YAML: _YAML_LINE, Format.TOML: _TOML_LINE, Format.JSON: _JSON_LINE}
_SENTENCE_KEY = regex(r" *[A-Z]")


def lines(text: str, start: int, end: int | None = None) -> Iterator[Span]:
    """Yield the lines of ``text[start:end]`` without their endings, one at a time."""
    stop = len(text) if end is None else end
    while start < stop:
        match = NEWLINE.search(text, start, stop)
        if match is None:
            yield Span(start, stop)
            return
        yield Span(start, match.start())
        start = match.end()


def is_blank(text: str, line: Span) -> bool:
    """Tell whether a line holds nothing but blanks."""
    return not line.of(text).strip()


def is_key(text: str, line: Span, format_: Format = Format.YAML) -> bool:
    """Tell whether a line is evidently a key with its value in *format_*."""
    return _KEYS[format_].match(text, line.start, line.end) is not None


def is_plain_key(text: str, line: Span, format_: Format = Format.YAML) -> bool:
    """Tell whether a line is a key that does not look like the start of a sentence."""
    return is_key(text, line, format_) and not _SENTENCE_KEY.match(text, line.start)


def fits(text: str, line: Span, format_: Format = Format.YAML) -> bool:
    """Tell whether a line may stand in a block of *format_*, as far as its looks go."""
    return (
        is_blank(text, line)
        or _LINES[format_].match(text, line.start, line.end) is not None
        or CONFLICT_MARKER.match(text, line.start) is not None
    )


def all_fit(text: str, start: int, end: int, format_: Format) -> bool:
    """Tell whether every line may stand in a block of *format_*."""
    return all(fits(text, line, format_) for line in lines(text, start, end))


def has_key(text: str, start: int, end: int, format_: Format) -> bool:
    """Tell whether the first line that says anything (comments do not) is evidently a key."""
    for line in lines(text, start, end):
        if is_blank(text, line) or text[line.start] == "#":
            continue
        return is_key(text, line, format_)
    return False


def end_of_keys(text: str, start: int, format_: Format) -> int:
    """Return where a block that nobody closed ends: before the first line that does not fit."""
    end = start
    for line in lines(text, start):
        if is_blank(text, line) or not fits(text, line, format_):
            return end
        end = _past_newline(text, line.end)
    return end


def _past_newline(text: str, offset: int) -> int:
    match = NEWLINE.match(text, offset)
    return match.end() if match else offset
