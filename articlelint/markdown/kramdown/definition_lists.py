"""Lists of definitions: a paragraph of terms, and what a colon begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.markdown.kramdown.attributes import read_attributes
from articlelint.markdown.kramdown.lists import (
    TAB,
    Lines,
    blank_lines,
    first_line,
    inner_line,
    margin_of,
    next_start,
)
from articlelint.markdown.kramdown.model import AttributeList, Block
from articlelint.markdown.kramdown.patterns import BLANK, DEFINITION, END_OF_BLOCK, ITEM_IAL

if TYPE_CHECKING:
    from articlelint.markdown.kramdown.scope import Scope


def read_definitions(scope: Scope) -> bool:
    """Read the definitions of the terms in the paragraph before."""
    text = scope.source.text
    start = DEFINITION.match(text, scope.at)
    children = scope.children
    loose = bool(children) and children[-1].kind == "blank"
    term = children[-2 if loose else -1] if len(children) > loose else None
    if start is None or term is None or term.kind != "paragraph":
        return False
    if loose and text[children[-1].start : children[-1].end] != "\n":
        return False
    del children[-2 if loose else -1 :]
    found = Block("definitions", scope.source, term.start, scope.at)
    found.attributes = term.attributes
    scope.attributes = None
    _add_terms(found, term)
    last = None
    for item, lines, as_paragraph in _read_definitions(scope, found, loose):
        if lines:
            scope.read(scope.source.nested(lines), item.children)
        if not item.children:
            continue
        last = item.children.pop() if item.children[-1].kind == "blank" else None
        if item.children and item.children[0].kind == "paragraph" and not as_paragraph:
            item.children[0].tight = True
    found.end = scope.at
    before = children[-2] if len(children) > 1 and children[-1].kind == "blank" else scope.last
    if before is not None and before.kind == "definitions":
        if before is not children[-1]:
            children.pop()
        before.children += found.children
        before.end = found.end
    else:
        children.append(found)
    if last is not None:
        children.append(last)
    return True


def _add_terms(found: Block, term: Block) -> None:
    text = term.source.text
    at = term.begin
    for line in text[term.begin : term.finish].split("\n"):
        block = Block("term", term.source, at, at + len(line) + 1, at, at + len(line))
        listed = ITEM_IAL.match(line)
        if listed is not None:
            block.attributes = AttributeList()
            read_attributes(listed[1], block.attributes)
            block.begin += listed.end()
        found.children.append(block)
        at += len(line) + 1


def _read_definitions(
    scope: Scope,
    found: Block,
    as_paragraph: bool,  # noqa: FBT001 - a fact
) -> list[tuple[Block, Lines, bool]]:
    """Return each definition, its lines, and whether a paragraph at its beginning is one."""
    text = scope.source.text
    size = len(text)
    at = scope.at
    items: list[tuple[Block, Lines, bool]] = []
    pattern = DEFINITION
    margin = margin_of(TAB)
    blank = False
    while at < size:
        if (match := pattern.match(text, at)) is not None:
            indentation, line, place, attributes = first_line(match)
            margin = margin_of(indentation)
            item = Block("definition", scope.source, at, match.end())
            item.attributes = attributes
            found.children.append(item)
            items.append((item, [(line, place)] if line else [], as_paragraph))
            pattern = next_start("definition", indentation)
            as_paragraph = blank = False
        elif END_OF_BLOCK.match(text, at):
            break
        elif (match := margin.content.match(text, at)) is not None or (
            not blank and (match := margin.lazy.match(text, at)) is not None
        ):
            line, place, _ = inner_line(match, margin.indentation)
            items[-1][1].append((line, place))
            as_paragraph = blank = False
        elif (match := BLANK.match(text, at)) is not None:
            as_paragraph = blank = True
            items[-1][1].extend(blank_lines(text, at, match.end()))
        else:
            break
        at = match.end()
        items[-1][0].end = at
    scope.at = at
    return items
