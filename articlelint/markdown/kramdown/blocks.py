"""kramdown's blocks, in the order in which its own parser tries them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from articlelint.markdown.kramdown import definition_lists, definitions, html, lists, tables
from articlelint.markdown.kramdown.patterns import (
    BLANK,
    END_OF_BLOCK,
    INDENTED_CODE,
    LAZY_END,
    RULE,
    SPACE,
)
from articlelint.text.filler import FILLER
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Callable

    from articlelint.markdown.kramdown.scope import Scope


_DEPTH: Final = 60
"""How deep blocks may be nested; what is deeper is a paragraph."""

_HEADING_MARK: Final = r"#{1,6}[\t ]"
_OUTPUTLESS: Final = rf"<!--{FILLER}++-->"
"""What stands for a template tag that puts out nothing: `{% raw %}` before a fence."""
_STARTS: Final = (
    r" {0,3}(?::[\t| ]|[+*-][\t| ]|[0-9]+\.[\t| ]|>|[~`]{3})"
    rf"|{_HEADING_MARK}|{_OUTPUTLESS}[~`]{{3}}"
)
_PARAGRAPH: Final = regex(rf".*\n(?:(?!{LAZY_END}| {{0,3}}:[\t| ]).*\n)*", re.ASCII)
_GFM_PARAGRAPH: Final = regex(rf".*\n(?:(?!{LAZY_END}|{_STARTS}).*\n)*", re.ASCII)
_QUOTE: Final = regex(rf".*\n(?:(?!{LAZY_END}).*\n)*", re.ASCII)
_QUOTE_MARK: Final = regex(r" {0,3}> ?")
_LAZY_CODE: Final = regex(r"(?:\t| {4})")
_GFM_HEADING: Final = regex(r"(#{1,6})[\t ]++(.*+)\n")
_HEADING: Final = regex(r"(#{1,6})[\t ]*([^ \t\n].*)\n")
_NAME_START: Final = (
    r":A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d"
    r"\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_HEADING_ID: Final = regex(
    rf"[\t ]\{{#([{_NAME_START}][{_NAME_START}\-.0-9\u00b7\u0300-\u036f\u203f\u2040]*)\}}\Z"
)
_QUIRK_MARKS: Final = regex(r"[\t ]#+\Z")
_MARKS: Final = regex(r"(?<!\\)#+\Z")
_UNDERLINED: Final = regex(r" {0,3}([^ \t\n].*)\n([-=])[-=]*[ \t\r\f\v]*\n")
_MATH: Final = regex(r" {0,3}\$\$(.*?)\$\$(?:\s*?\n)?", re.DOTALL | re.ASCII)
_FENCE: Final = regex(r"(~{3,})")
_GFM_FENCE: Final = regex(r" {0,3}([~`]{3,})")
_LINES: Final = frozenset("-=")


def run(scope: Scope) -> bool:
    """Read blocks up to the end of the source or of the element that *scope* is the inside of.

    Return whether that element's end tag was found; ``scope.at`` is behind it.
    """
    text = scope.source.text
    size = len(text)
    gfm = scope.text.options.gfm
    while scope.at < size and not scope.is_closed:
        at = scope.at
        first = text[at]
        if first in SPACE:
            blank = BLANK.match(text, at)
            if blank is not None:
                _blank(scope, blank.end())
                continue
            if (first == "\t" or text.startswith("    ", at)) and scope.depth < _DEPTH:
                _indented_code(scope)
                continue
            at += 1
            first = text[at]
            while first == " ":
                at += 1
                first = text[at]
        for reader in (_GFM_READERS if gfm else _READERS).get(first, _OTHERS):
            if scope.depth < _DEPTH and reader(scope):
                break
        else:
            _paragraph(scope)
    return scope.is_closed


def _blank(scope: Scope, end: int) -> None:
    last = scope.last
    if last is not None and last.kind == "blank" and last.source is scope.source:
        last.end = end
        scope.at = end
    else:
        scope.add("blank", end)


def _indented_code(scope: Scope) -> None:
    match = INDENTED_CODE.match(scope.source.text, scope.at)
    scope.add("code", match.end() if match and match.end() > scope.at else scope.line_end())


def _fence(scope: Scope) -> bool:
    """Read a block of code between fences; the closing one may be longer."""
    text = scope.source.text
    gfm = scope.text.options.gfm
    opening = (_GFM_FENCE if gfm else _FENCE).match(text, scope.at)
    if opening is None:
        return False
    marks = opening[1]
    for length in range(len(marks), 2, -1):
        fence = marks[:length]
        begin = text.index("\n", opening.end()) + 1
        info = text[opening.start(1) + length : begin].split()
        if len(info) > 1:
            return False
        if scope.fails(("fence", fence), begin):
            continue
        end = _closing(fence, gfm).search(text, begin)
        if end is None:
            scope.failed(("fence", fence), begin)
            continue
        block = scope.add("fence", end.end(), begin, end.start())
        language = info[0] if info else ""
        block.data = language[:1] + language[1:].split("?", 1)[0]
        return True
    return False


@lru_cache(maxsize=64)
def _closing(fence: str, gfm: bool) -> re.Pattern[str]:  # noqa: FBT001 - cached
    indentation = " {0,3}" if gfm else ""
    source = rf"^{indentation}{re.escape(fence)}{re.escape(fence[-1])}*\s*?\n"
    return regex(source, re.MULTILINE | re.ASCII)


def _quotation(scope: Scope) -> bool:
    text = scope.source.text
    match = _QUOTE.match(text, scope.at)
    if match is None:
        return False
    lines = []
    at, end = scope.at, match.end()
    while at < end:
        finish = text.index("\n", at) + 1
        mark = _QUOTE_MARK.match(text, at, finish)
        begin = mark.end() if mark else at
        line = text[begin:finish]
        lines.append((line, begin + len(line) - len(line.lstrip(" \t"))))
        at = finish
    block = scope.add("quote", end)
    scope.read(scope.source.nested(lines), block.children)
    return True


def _heading(scope: Scope) -> bool:
    options = scope.text.options
    match = (_GFM_HEADING if options.gfm else _HEADING).match(scope.source.text, scope.at)
    quirk = options.gfm and options.quirk
    if match is None or not (quirk or scope.is_at_boundary):
        return False
    return _add_heading(scope, match, 2, len(match[1]), _QUIRK_MARKS if quirk else _MARKS)


def _underlined(scope: Scope) -> bool:
    text = scope.source.text
    below = text.find("\n", scope.at) + 1
    if text[below : below + 1] not in _LINES or not scope.is_at_boundary:
        return False
    match = _UNDERLINED.match(text, scope.at)
    return match is not None and _add_heading(scope, match, 1, 1 if match[2] == "=" else 2, None)


def _add_heading(
    scope: Scope, match: re.Match[str], group: int, level: int, marks: re.Pattern[str] | None
) -> bool:
    content = match[group].rstrip(SPACE)
    found = _HEADING_ID.search(content) if content.endswith("}") and "{#" in content else None
    if found is not None:
        content = content[: found.start()].rstrip(SPACE)
    if marks is not None and content.endswith("#"):
        shorter = marks.sub("", content)
        content = shorter.rstrip(SPACE) if shorter != content else content
    if not content:
        return False
    begin = match.start(group)
    block = scope.add("heading", match.end(), begin, begin + len(content))
    block.data = (level, found[1] if found else None)
    return True


def _rule(scope: Scope) -> bool:
    match = RULE.match(scope.source.text, scope.at)
    if match is not None:
        scope.add("rule", match.end())
    return match is not None


def _math(scope: Scope) -> bool:
    text = scope.source.text
    if not scope.is_at_boundary or scope.fails("math", scope.at):
        return False
    match = _MATH.match(text, scope.at)
    if match is None:
        if text.startswith("$$", scope.at):
            scope.failed("math", scope.at)
        return False
    if not scope.is_boundary(match.end()):
        return False
    scope.add("math", match.end(), *match.span(1))
    return True


def _end_of_block(scope: Scope) -> bool:
    match = END_OF_BLOCK.match(scope.source.text, scope.at)
    if match is not None:
        scope.add("end", match.end())
    return match is not None


def _paragraph(scope: Scope) -> None:
    """Read a paragraph, or go on with the one before."""
    text = scope.source.text
    options = scope.text.options
    pattern = _GFM_PARAGRAPH if options.gfm and options.quirk else _PARAGRAPH
    at = scope.at
    match = pattern.match(text, at)
    end = match.end() if match else scope.line_end()
    begin, finish = at, end
    while finish > begin and text[finish - 1] in SPACE:
        finish -= 1
    last = scope.last
    if last is not None and last.kind == "paragraph" and last.source is scope.source:
        last.end, last.finish = end, finish
        scope.at = end
        return
    while begin < finish and text[begin] in SPACE:
        begin += 1
    scope.add("paragraph", end, begin, finish).start = begin


_Reader = "Callable[[Scope], bool]"
_OTHERS: Final[tuple[Callable[[Scope], bool], ...]] = (_underlined, tables.read_table)
_READERS: Final[dict[str, tuple[Callable[[Scope], bool], ...]]] = {
    "~": (_fence, *_OTHERS),
    ">": (_quotation,),
    "#": (_heading, *_OTHERS),
    "*": (_rule, lists.read_list, *_OTHERS, definitions.read_abbreviation),
    "-": (_rule, lists.read_list, *_OTHERS),
    "_": (_rule, *_OTHERS),
    "+": (lists.read_list, *_OTHERS),
    ":": (definition_lists.read_definitions, *_OTHERS),
    "<": (html.read_html, *_OTHERS),
    "$": (_underlined, _math, tables.read_table),
    "[": (*_OTHERS, definitions.read_footnote, definitions.read_link),
    "{": (*_OTHERS, definitions.read_extension),
    "^": (*_OTHERS, _end_of_block),
    **dict.fromkeys("0123456789", (lists.read_list, *_OTHERS)),
}
_GFM_READERS: Final = {**_READERS, "`": (_fence, *_OTHERS)}
