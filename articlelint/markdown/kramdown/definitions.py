"""What stands in blocks of its own and shows nothing: definitions and extensions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from articlelint.markdown.dialect import DefinitionPlace
from articlelint.markdown.kramdown.attributes import read_attributes
from articlelint.markdown.kramdown.model import AttributeList, Block
from articlelint.markdown.kramdown.patterns import ALD, IAL, ID_NAME, INDENTED_CODE_SOURCE
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from articlelint.markdown.kramdown.scope import Scope

_FOOTNOTE: Final = regex(rf" {{0,3}}\[\^({ID_NAME})\]:(.*\n{INDENTED_CODE_SOURCE})", re.ASCII)
_INDENTATION: Final = regex(r"\t| {4}")
_LABEL: Final = regex(r" {0,3}\[([^\n\]]+)\]:[ \t]*")
_TITLE: Final = regex(r"""[ \t]*(["'])(.+)\1[ \t]*\n""")
_QUOTE: Final = regex(r"""(?<![ \t])[ \t]++(["'])""")
_ABBREVIATION: Final = regex(r" {0,3}\*\[(.+?)\]:(.*+)(?:\n|\Z)")
_EXTENSION: Final = regex(r" {0,3}\{::(\w+)(?:\s((?:\\\}|[^}]){0,999}?)|)(/)?\}\s*?\n", re.ASCII)
_WHITE_SPACE: Final = regex(r"[ \t\r\n\f\v]+")


def normalized(label: str) -> str:
    """Return what labels of links are compared by."""
    return _WHITE_SPACE.sub(" ", label).lower()


def read_footnote(scope: Scope) -> bool:
    """Read ``[^name]: text`` with its indented lines; of two with one name the last counts."""
    text = scope.source.text
    match = _FOOTNOTE.match(text, scope.at)
    if match is None:
        return False
    lines = []
    at, end = match.start(2), match.end()
    while at < end:
        finish = text.index("\n", at) + 1
        indentation = _INDENTATION.match(text, at, finish)
        line = text[indentation.end() if indentation else at : finish]
        lines.append((line, finish - len(line.lstrip(" \t"))))
        at = finish
    note = Block("footnote", scope.source, scope.at, end, data=match[1])
    scope.read(scope.source.nested(lines), note.children)
    scope.text.footnotes[match[1]] = note
    block = scope.add("end", end)
    block.data = note
    return True


def read_link(scope: Scope) -> bool:
    """Read ``[label]: destination "title"``; of two with one label the last counts."""
    match = _LABEL.match(scope.source.text, scope.at)
    found = None if match is None else _destination_and_title(scope.source.text, match.end())
    if match is None or found is None:
        return False
    destination, title, end = found
    source = scope.source
    start = source.at(match.start(1) - 1)
    links = scope.text.links
    label = normalized(match[1])
    links.pop(label, None)  # so that they stay in reading order
    place = DefinitionPlace(destination, title, start, source.end(end))
    block = scope.add("end", end)
    block.data = "link"
    links[label] = (match[1], place, block)
    return True


def _destination_and_title(text: str, start: int) -> tuple[str, str | None, int] | None:
    """Return what a definition says from *start* on, and where it ends."""
    end = text.find("\n", start)
    line = text[start:end].rstrip(" \t")
    if line.startswith("<") and ">" in line:
        destination, rest = line[1:].split(">", 1)
        at = start + len(destination) + 2
        title = _TITLE.match(text, at)
        if title is not None and (rest[:1].isspace() or not rest):
            return destination, title[2], title.end()
        if not rest:
            return destination, _title_below(text, end)[0], _title_below(text, end)[1]
    if not line:
        return None
    for quote in _QUOTE.finditer(line):
        if line.endswith(quote[1]) and quote.end() < len(line) - 1:
            return line[: quote.start()], line[quote.end() : -1], end + 1
    if _QUOTE.search(line):
        return None
    title_below, finish = _title_below(text, end)
    return line, title_below, finish


def _title_below(text: str, end: int) -> tuple[str | None, int]:
    """Return the title on a line of its own behind the line that ends at *end*."""
    title = _TITLE.match(text, end + 1)
    return (title[2], title.end()) if title else (None, end + 1)


def read_abbreviation(scope: Scope) -> bool:
    """Read ``*[HTML]: what it means``."""
    match = _ABBREVIATION.match(scope.source.text, scope.at)
    if match is not None:
        scope.add("end", match.end()).data = "abbreviation"
    return match is not None


def read_extension(scope: Scope) -> bool:
    """Read an attribute list, for a block or with a name, or an extension."""
    text = scope.source.text
    match = ALD.match(text, scope.at)
    if match is not None:
        lists = scope.text.attribute_lists
        read_attributes(match[2], lists.setdefault(match[1], AttributeList()))
        scope.add("end", match.end()).data = "attributes"
        return True
    match = IAL.match(text, scope.at)
    if match is not None:
        _give(scope, match)
        return True
    match = _EXTENSION.match(text, scope.at)
    return match is not None and _extension(scope, match)


def _give(scope: Scope, match: re.Match[str]) -> None:
    """Give the attributes to the block before, or else to the one to come."""
    last = scope.last
    before = (
        last is not None
        and last.kind != "blank"
        and not (last.kind == "end" and last.data in {None, "attributes", "extension", "ial"})
    )
    if last is not None and before:
        last.attributes = last.attributes or AttributeList()
        read_attributes(match[1], last.attributes)
        scope.at = match.end()
        if IAL.match(scope.source.text, scope.at) is None:
            block = Block("end", scope.source, match.start(), match.end(), data="ial")
            scope.children.append(block)
        return
    scope.attributes = scope.attributes or AttributeList()
    read_attributes(match[1], scope.attributes)
    scope.at = match.end()


def _extension(scope: Scope, match: re.Match[str]) -> bool:
    text = scope.source.text
    name = match[1]
    end = match.end()
    begin = finish = end
    if not match[3]:
        if scope.fails(("extension", name), end):
            return False
        closing = regex(rf"^ {{0,3}}\{{:/(?:{name})?\}}\s*?\n", re.MULTILINE | re.ASCII).search(
            text, end
        )
        if closing is None:
            scope.failed(("extension", name), end)
            return False
        finish, end = closing.start(), closing.end()
    if name == "comment":
        scope.add("comment", end)
        return True
    if name == "nomarkdown":
        given = AttributeList()
        read_attributes(match[2] or "", given)
        kinds = given.values.get("type", "").split()
        block = scope.add("raw", end, begin, finish)
        block.data = not match[3] and (not kinds or "html" in kinds)
        return True
    if name == "options":
        given = AttributeList()
        read_attributes(match[2] or "", given)
        value = given.values.get("parse_block_html")
        if value in {"true", "false"}:
            scope.text.options = scope.text.options._replace(parse_block_html=value == "true")
        scope.add("end", end).data = "extension"
        return True
    return False
