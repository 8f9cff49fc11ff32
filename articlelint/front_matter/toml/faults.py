"""Says in an author's words why a block is not TOML, from the text around tomllib's error."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

from articlelint.front_matter.fences.looks import CONFLICT, CONFLICT_MARKER
from articlelint.front_matter.model import SyntaxProblem
from articlelint.front_matter.toml import words as toml_words
from articlelint.front_matter.toml.scanner import ScanError
from articlelint.text.regex import regex
from articlelint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable

_PLACE = regex(r"\(at line (\d+), column (\d+)\)\Z")
_ROUNDS = 20
_LARGE = 100_000
_LINE = regex(
    r"[ \t]*+(?P<key>(?:\"[^\"\r\n]*+\"|'[^'\r\n]*+'"
    r"|[^\s=:#\[\"'](?:[^=:：\r\n \t]|[ \t]++(?![=:：\r\n]|\Z))*+))[ \t]*+"
    r"(?P<sign>==|[=:：])[ \t]*+(?P<value>[^\r\n]*+)"
)
_TEXT = regex(r"[ \t]*+(?P<words>[^\r\n]*+)")
_FLAGS = {"yes": "true", "on": "true", "no": "false", "off": "false"}
_TEXT_ALONE = regex(r"[^\r\n]")
_TYPOGRAPHIC = "“”‘’„«»"
_ESCAPE = regex(r"\\(?:u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[btnfr\"\\ \t\r\n])|(?P<bad>\\[^\r\n]?)")
_STRING = regex(r"\"(?:[^\"\\\r\n]|\\[^\r\n])*+\"|'[^'\r\n]*+'")
_SEVERAL_LINES = regex(
    r"(?P<quote>[\"'])(?:(?!(?P=quote))[^\\])+(?P=quote)(?=[ \t]*(?:#.*)?(?:[\r\n]|\Z))"
)
_REST = regex(r"[ \t]*(?:#.*)?\Z")
_DATE = regex(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}")
_UNPRINTABLE = regex(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\r(?!\n)")


def explain(
    source: str, error: Exception, load: Callable[[str], object], offset: int
) -> tuple[SyntaxProblem, ...]:
    """Return each cause for which *source*, which begins at *offset*, is not TOML.

    *error* is what *load* raised for it.

    Lines at fault are masked one after the other, and the rest is read again.
    """
    problems: list[SyntaxProblem] = []
    masked = source
    for _ in range(_ROUNDS if len(source) < _LARGE else 1):
        place = _offset(masked, error)
        line = _line(masked, place)
        problem = _problem(masked, line, min(place, len(masked)), str(error))
        if problems and not problem.code:
            break
        problems.append(problem)
        if not problem.code or problem.code == "too-deep":
            break
        start, end = min(line.start, problem.span.start), max(line.end, problem.span.end)
        start = masked.rfind("\n", 0, start) + 1
        masked = masked[:start] + _TEXT_ALONE.sub(" ", masked[start:end]) + masked[end:]
        try:
            load(masked)
        except (tomllib.TOMLDecodeError, RecursionError, ValueError) as next_error:
            error = next_error
        else:
            break
    return tuple(
        SyntaxProblem(p.span.shift(offset), p.message, p.code, p.hint)
        for p in sorted(problems, key=lambda problem: problem.span)
    )


def _offset(source: str, error: Exception) -> int:
    if isinstance(error, ScanError):
        return error.offset
    match = _PLACE.search(str(error))
    if match is None:
        return len(source.rstrip())
    offset = 0
    for _ in range(int(match[1]) - 1):
        offset = source.find("\n", offset) + 1
    return min(offset + int(match[2]) - 1, len(source))


def _line(source: str, offset: int) -> Span:
    start = source.rfind("\n", 0, offset) + 1
    end = source.find("\n", start)
    end = len(source) if end < 0 else end
    return Span(start, end - 1 if source[start:end].endswith("\r") else end)


def _problem(source: str, line: Span, offset: int, words: str) -> SyntaxProblem:
    if "too many parts" in words:
        span = Span(line.start, min(line.end, line.start + 40))
        return SyntaxProblem(span, "The key has too many parts", "too-deep")
    if "recursion" in words or "nested" in words:
        span = Span(offset, min(offset + 1, len(source)))
        return SyntaxProblem(span, "Lists and tables are nested too deep", "too-deep")
    character = _UNPRINTABLE.match(source, offset)
    if character:
        name = f"U+{ord(character[0]):04X}"
        message = f"TOML does not allow the control character {name} here"
        return SyntaxProblem(Span(*character.span()), message, "control-character", "Delete it")
    match = _LINE.match(source, line.start, line.end)
    if match and match["sign"] in {"=", "=="} and "Cannot" not in words:
        value = Span(match.start("value"), match.start("value") + len(match["value"].rstrip()))
        found = _value_fault(source, value, match["key"])
        if found:
            return found
    elif match and match["sign"] in {":", "："}:
        span = Span(*match.span("sign"))
        message = f"TOML writes `{_short(match['key'])} = …`, not `{match['sign']}`"
        return SyntaxProblem(span, message, "colon")
    if match is None:
        found = _not_key_value(source, line)
        if found:
            return found
    return _unexplained(source, line, offset, words)


def _not_key_value(source: str, line: Span) -> SyntaxProblem | None:
    words = line.of(source).strip()
    if not words or words[0] in "#\"'[]{},":
        return None
    start = line.start + line.of(source).index(words[0])
    span = Span(start, start + len(words))
    if CONFLICT_MARKER.match(words):
        return SyntaxProblem(span, CONFLICT, "conflict-marker")
    if words.startswith("//"):
        span = Span(start, start + 2)
        return SyntaxProblem(span, "A comment begins with `#` in TOML, not with `//`", "comment")
    return SyntaxProblem(span, f"`{_short(words)}` is not a `key = value` line", "not-key-value")


def _value_fault(source: str, value: Span, key: str) -> SyntaxProblem | None:
    words = value.of(source)
    first = words[:1]
    if not words or first == "#":
        message = f"`{_short(key)}` has no value"
        return SyntaxProblem(Span.at(value.start), message, "missing-value", 'Write `""`')
    if first in _TYPOGRAPHIC:
        message = f"`{first}` is a typographic quote; TOML needs straight ones"
        return SyntaxProblem(value, message, "quotes")
    if words.startswith(('"""', "'''")) or first in "[{":
        return None
    if first in "\"'":
        return _quoted_fault(source, value)
    return _bare_fault(value, words)


def _bare_fault(value: Span, words: str) -> SyntaxProblem | None:
    """Return what is wrong with a value without quotes."""
    if words.lower() in _FLAGS:
        message = f"TOML writes `{_FLAGS[words.lower()]}`, not `{words}`"
        return SyntaxProblem(value, message, "yes-no")
    if words.lower() in {"true", "false"}:
        message = f"TOML writes `{words.lower()}`, in lowercase"
        return SyntaxProblem(value, message, "word")
    if _DATE.match(words):
        message = f"`{_short(words)}` is not a date in TOML"
        hint = "Write it as 2024-03-14 or 2024-03-14T09:26:53+01:00"
        return SyntaxProblem(value, message, "date", hint)
    if words[0].isdigit() or words[0] in "+-.":
        try:
            tomllib.loads(f"v={words}")
        except ValueError:
            message = f"`{_short(words)}` is not a number in TOML"
            return SyntaxProblem(value, message, "number", "Put quotes around it if it is text")
        return None
    try:
        tomllib.loads(f"v={words}")
    except ValueError:
        message = f"The text `{_short(words)}` needs quotes"
        return SyntaxProblem(value, message, "unquoted", "Put quotes around the value")
    return None


def _quoted_fault(source: str, value: Span) -> SyntaxProblem | None:
    words = value.of(source)
    match = _STRING.match(words)
    several = _SEVERAL_LINES.match(source, value.start)
    if match is None and several and not any(_LINE.match(x) for x in several[0].splitlines()):
        message = f"The text continues on the next line, which `{words[0]}` does not allow"
        hint = f"Put it between `{words[0] * 3}`"
        return SyntaxProblem(Span(*several.span()), message, "several-lines", hint)
    if match is None:
        message = f"The quote `{words[0]}` is not closed on this line"
        hint = f"Write `{words[0]}` at the end of the value"
        return SyntaxProblem(value, message, "unterminated-quote", hint)
    if words[0] == '"':
        for escape in _ESCAPE.finditer(match[0]):
            if escape["bad"]:
                span = Span(*escape.span()).shift(value.start)
                message = f"`{escape['bad']}` is not a valid escape in double quotes"
                hint = "Write the backslash twice, or put the value in single quotes"
                return SyntaxProblem(span, message, "bad-escape", hint)
    if not _REST.match(words, match.end()):
        message = f"`{_short(words[match.end() :].strip())}` follows the closing quote of the value"
        hint = "Escape the quotes inside the value"
        return SyntaxProblem(value, message, "text-after-quote", hint)
    return None


def _unexplained(source: str, line: Span, offset: int, words: str) -> SyntaxProblem:
    known = toml_words.explained(source, line, offset, words)
    if known is not None:
        return known
    said = _PLACE.sub("", words).replace("(at end of document)", "").strip()
    if offset >= len(source.rstrip()):
        last = len(source.rstrip())
        return SyntaxProblem(
            Span(max(0, last - 1), last), f"The front matter ends too early: {said}"
        )
    text = _TEXT.match(source, offset, line.end)
    span = Span(offset, max(offset + 1, text.end())) if text else line
    if span.length > 40:
        span = Span(span.start, span.start + 40)
    span = Span(span.start, min(span.end, len(source)))
    return SyntaxProblem(span, f"TOML cannot be read from here on: {said}")


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"
