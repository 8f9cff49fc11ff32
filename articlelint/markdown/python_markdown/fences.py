"""Blocks of fenced code, which are taken out before anything else is looked for.

``fenced_code`` of Python-Markdown knows them where a line begins, ``pymdownx.superfences`` in
lists, quotes and other indented places as well.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from articlelint.markdown.python_markdown.element import Fence
from articlelint.markdown.python_markdown.mapped import replaced
from articlelint.markdown.python_markdown.stash import mark
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint.markdown.python_markdown.mapped import Mapped

import re

_PLAIN: Final = regex(
    r"^(?P<fence>~{3,}+|`{3,}+)[ ]*+"
    r"(?:\{(?P<attrs>[^\n]*)\}"
    r"""|(?:\.?(?P<lang>[\w#.+-]*+)[ ]*+)?(?:hl_lines=(?P<quote>["']).*?(?P=quote)[ ]*+)?)\n""",
    re.MULTILINE,
)
_PLAIN_END: Final = regex(r"^(~{3,}+|`{3,}+)[ ]*+$", re.MULTILINE)
_NESTED: Final = regex(r"(`{3,}+|~{3,}+)([^\n]*+)")
_LANGUAGE: Final = regex(r"[ ]*+\.?([\w#.+-]++)(?=[ ]|\Z)")
_OPTION: Final = regex(
    r"""[ ]*+([a-zA-Z][a-zA-Z0-9_]*+)(?:=(?P<quote>["'])(.*?)(?P=quote))?(?=[ ]|\Z)"""
)
_LINE_RANGES: Final = regex(r"\d+(?:-\d+)?(?:[ \t]+\d+(?:-\d+)?)*\Z")
_WORD: Final = regex(r"[^ =}]+")
_CLASS: Final = regex(r"(?:^|[ {])\.([^ =}.#]+)")


def take_plain_fences(text: Mapped, stash: list[object]) -> Mapped:
    """Return *text* with a mark for each block that ``fenced_code`` finds."""
    source = text.text
    if "```" not in source and "~~~" not in source:
        return text
    ends: dict[str, list[int]] = {}
    for match in _PLAIN_END.finditer(source):
        ends.setdefault(match[1], []).append(match.start())
    edits = []
    at = 0
    while (opening := _PLAIN.search(source, at)) is not None:
        at = opening.end() - 1
        attributes = opening["attrs"]
        if attributes is not None and "}" in attributes:
            continue
        closing = ends.get(opening["fence"], ())
        index = bisect_left(closing, opening.end())
        if index == len(closing):
            continue
        end = source.find("\n", closing[index])
        end = len(source) if end < 0 else end
        language = opening["lang"] or _first_class(attributes)
        edits.append((opening.start(), end, f"\n{mark(len(stash))}\n"))
        stash.append(Fence(language, text.slice(opening.start(), end), 0))
        at = end
    return replaced(text, edits) if edits else text


def _first_class(attributes: str | None) -> str:
    found = _CLASS.search(attributes) if attributes else None
    return found[1] if found else ""


def take_nested_fences(text: Mapped, stash: list[object], *, relaxed: bool = False) -> Mapped:
    """Return *text* with a mark for each block that ``superfences`` finds."""
    source = text.text
    if "```" not in source and "~~~" not in source:
        return text
    edits = []
    at = 0
    while (opening := _NESTED.search(source, at)) is not None:
        start = opening.start()
        begin = source.rfind("\n", 0, start) + 1
        prefix = source[begin:start]
        language = _language(opening[2], relaxed=relaxed) if not prefix.strip("> ") else None
        if language is None:
            at = opening.end()
            continue
        inside = opening.end() + 1
        if prefix:
            closed, at = _closing(source, inside, prefix, opening[1])
        else:
            closed, at = _closing_at_margin(source, inside, opening[1])
        if closed:
            edits.append((start, at, mark(len(stash))))
            stash.append(Fence(language, text.slice(begin, at), len(prefix)))
            at += 1
    return replaced(text, edits) if edits else text


def _language(rest: str, *, relaxed: bool) -> str | None:
    """Return the language that an opening fence names; None where it is no fence at all."""
    found = _LANGUAGE.match(rest)
    language = found[1] if found else ""
    options = rest[found.end() if found else 0 :].strip(" ")
    if options.startswith("{") and options.endswith("}"):
        return language or _first_class(options[1:-1])
    at = 0
    while at < len(options):
        option = _OPTION.match(options, at)
        if option is None or not (relaxed or _is_known(option)):
            return language if relaxed else None
        at = option.end()
    return language


def _is_known(option: re.Match[str]) -> bool:
    name = option[1]
    value = None if option[3] is None else option[3].partition(option["quote"])[0]
    if name == "hl_lines":
        return value is not None and _LINE_RANGES.match(value) is not None
    if name == "linenums":
        return value is not None and value[:1].isdigit()
    return name in {"title", "title_mode"}


def _closing(source: str, at: int, prefix: str, fence: str) -> tuple[bool, int]:
    """Return whether the block is closed, and where its last line, or what broke it off, ends."""
    level = prefix.count(">")
    indent = len(prefix)
    empty = False
    for start, line in _lines(source, at):
        size = 0
        while size < indent and line[size : size + 1] in {">", " "}:
            size += 1
        content = line[size:]
        quotes = line.count(">", 0, size)
        end = start + len(line)
        if level:
            if quotes > level or (content and size < indent):
                return False, end + 1
            if content and empty and quotes < level:
                return False, end + 1
            empty = not content
        else:
            if quotes:
                return False, end + 1
            if not line.strip():
                continue
            if size != indent:
                return False, end + 1
        if content.startswith(fence) and not content[len(fence) :].strip(" "):
            return True, end
    return False, len(source)


def _closing_at_margin(source: str, at: int, fence: str) -> tuple[bool, int]:
    """Return the same for a block that is not indented, nor in a quote."""
    end = at - 1
    while (start := source.find(f"\n{fence}", end)) >= 0:
        end = source.find("\n", start + 1)
        end = len(source) if end < 0 else end
        if not source[start + 1 + len(fence) : end].strip(" "):
            return True, end
    return False, len(source)


def _lines(source: str, at: int) -> Iterator[tuple[int, str]]:
    while at <= len(source):
        end = source.find("\n", at)
        end = len(source) if end < 0 else end
        yield at, source[at:end]
        at = end + 1
