"""Blocks of HTML: each runs to its own end tag, and its content is raw unless it says otherwise."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from articlelint.markdown.dialect import Slip, Tag
from articlelint.markdown.kramdown.model import Block
from articlelint.markdown.kramdown.patterns import (
    ATTRIBUTE,
    COMMENT,
    CONTENT,
    END_TAG,
    KNOWN_ELEMENTS,
    NAME,
    SPAN_ELEMENTS,
    TAG,
    TRAILING,
    VOID_ELEMENTS,
)
from articlelint.text.regex import regex

if TYPE_CHECKING:
    import re

    from articlelint.markdown.kramdown.scope import Scope

_MARKUP: Final = regex(rf"<(?={NAME}|/|!--|\?)")
_INSTRUCTION: Final = regex(r"<\?.*?\?>", 16)
_MODES: Final = {"0": "raw", "1": "default", "span": "span", "block": "block"}
_WITHOUT_TEXT: Final = frozenset({"ul", "ol", "dl", "hgroup", "select", "optgroup"})
"""Elements whose text ``html_to_native`` drops."""
_TEXT_ALONE: Final = frozenset({"pre", "code"})
"""Elements of whose content ``html_to_native`` leaves the text alone."""
_AROUND: Final = 30
"""How many elements around a slip are remembered."""
_RAW_TEXT: Final = frozenset({"script", "style"})


def tag_name(name: str) -> str:
    """Return the name of an element as kramdown compares it."""
    lower = name.lower()
    return lower if lower in KNOWN_ELEMENTS else name


def mode(attributes: str) -> str | None:
    """Return how the attribute ``markdown`` says that an element's content is read."""
    if "markdown" not in attributes and "markdown" not in attributes.lower():
        return None
    found = None
    for name, bare, double, single in ATTRIBUTE.findall(attributes):
        if name.lower() == "markdown":
            found = _MODES.get(bare or double or single)
    return found


@lru_cache(maxsize=64)
def end_of(name: str) -> re.Pattern[str]:
    """Return the end tag of *name*, in any case."""
    import re

    return regex(rf"</{re.escape(name)}\s*>", re.ASCII | re.IGNORECASE)


def read_html(scope: Scope) -> bool:
    """Read a comment, an element with its content, or the end tag that *scope* waits for."""
    text = scope.source.text
    at = scope.at
    if text.startswith("<!--", at):
        if scope.fails("comment", at):
            return False
        comment = COMMENT.match(text, at)
        if comment is None:
            scope.failed("comment", at)
            return False
        trailing = TRAILING.match(text, comment.end())
        block = Block("html", scope.source, at, trailing.end() if trailing else comment.end())
        block.data = [(True, at, block.end)]
        scope.children.append(block)
        scope.at = block.end
        return True
    at = text.index("<", at)
    tag = TAG.match(text, at)
    if tag is not None and tag[1].lower() not in SPAN_ELEMENTS:
        reader = _Element(scope)
        scope.at = reader.read(tag)
        return True
    end = END_TAG.match(text, at)
    if end is not None and scope.element is not None and end[1].lower() == scope.element:
        scope.at = end.end()
        scope.is_closed = True
        return True
    return False


class _Element:
    """Reads one element at the beginning of a block into pieces.

    A piece is a stretch that is HTML (True) or text that is shown (False), a block of Markdown,
    or the end tags that nobody wrote, as a string.
    """

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._text = scope.source.text
        self._pieces: list[object] = []
        self._stack: list[Tag] = []
        self._from = self._start = scope.at
        self._native = scope.text.options.native

    def read(self, tag: re.Match[str]) -> int:
        """Read the element that *tag* begins; return where it ends."""
        scope = self._scope
        block = Block("html", scope.source, scope.at, scope.at)
        block.data = self._pieces
        scope.attributes = None  # an attribute list for it would change the author's tag
        scope.children.append(block)
        at = self._start_tag(tag)
        text, size = self._text, len(self._text)
        search = _MARKUP.search
        while self._stack:
            found = search(text, at) if at < size else None
            if found is None:
                at = size
                self._verbatim(at)
                while self._stack:
                    self._unclosed(self._stack.pop())
                break
            if self._native and self._stack[-1].name in _WITHOUT_TEXT:
                self._drop(at, found.start())
            at = self._markup(found.start())
        if at > self._from or not self._pieces:
            self._verbatim(at)
        block.end = at
        return at

    def _verbatim(self, end: int) -> None:
        if end > self._from:
            self._pieces.append((True, self._from, end))
            self._from = end

    def _drop(self, start: int, end: int) -> None:
        """Leave out what is not in the page."""
        self._verbatim(start)
        self._from = end

    def _shown(self, start: int, end: int) -> None:
        self._verbatim(start)
        if self._native and self._stack and self._stack[-1].name in _WITHOUT_TEXT:
            self._drop(start, end)
            return
        self._pieces.append((False, start, end))
        self._from = end

    def _markup(self, at: int) -> int:
        """Read what ``<`` begins within raw HTML; return where it ends."""
        text, scope = self._text, self._scope
        following = text[at + 1]
        if following == "!" and not scope.fails("comment", at):
            comment = COMMENT.match(text, at)
            if comment is not None:
                return comment.end()
            scope.failed("comment", at)
        elif following == "?" and not scope.fails("instruction", at):
            instruction = _INSTRUCTION.match(text, at)
            if instruction is not None:
                return instruction.end()
            scope.failed("instruction", at)
        elif following == "/":
            end = END_TAG.match(text, at)
            if end is not None:
                return self._end_tag(end)
        elif (tag := TAG.match(text, at)) is not None:
            return self._start_tag(tag)
        self._shown(at, at + 1)
        return at + 1

    def _end_tag(self, tag: re.Match[str]) -> int:
        name = self._stack[-1].name
        written = tag[1].lower() if name in KNOWN_ELEMENTS else tag[1]
        if written != name:
            self._shown(*tag.span())
            self._slip("stray", Tag(tag[1].lower(), *tag.span()))
            return tag.end()
        self._stack.pop()
        if self._native and any(each.name in _TEXT_ALONE for each in self._stack):
            self._drop(*tag.span())
        trailing = None if self._stack else TRAILING.match(self._text, tag.end())
        return trailing.end() if trailing else tag.end()

    def _start_tag(self, tag: re.Match[str]) -> int:
        """Read an element's start tag, and its content unless that is raw HTML."""
        text, scope = self._text, self._scope
        name = tag_name(tag[1])
        at = tag.end()
        if self._native and any(each.name in _TEXT_ALONE for each in self._stack):
            self._drop(*tag.span())
        outer_is_raw = bool(self._stack)
        content = "raw"
        if not outer_is_raw and scope.text.options.parse_block_html:
            content = CONTENT.get(name, "raw")
        given = mode(tag[2]) if tag[2] else None
        if given is not None:
            content = CONTENT.get(name, "raw") if given == "default" else given
        if content == "block" and (trailing := TRAILING.match(text, at)) is not None:
            at = trailing.end()
        if name in _RAW_TEXT:
            return self._raw_text(name, tag, at)
        if tag[3] or name in VOID_ELEMENTS:
            return at
        opened = Tag(name, *tag.span())
        if content == "raw" or scope.depth > 40:
            self._stack.append(opened)
            return at
        self._verbatim(at)
        at = self._block(opened, at) if content == "block" else self._span(opened, at)
        self._from = max(self._from, at)
        if not outer_is_raw and (trailing := TRAILING.match(text, at)) is not None:
            return trailing.end()
        return at

    def _raw_text(self, name: str, tag: re.Match[str], at: int) -> int:
        end = end_of(name).search(self._text, at)
        if end is not None:
            return end.end()
        size = len(self._text)
        self._verbatim(size)
        self._pieces.append(f"</{name}>")
        self._slip("unclosed", Tag(name, *tag.span()))
        return size

    def _block(self, opened: Tag, at: int) -> int:
        """Read Markdown blocks up to the end tag."""
        scope = self._scope
        inside = Block("blocks", scope.source, at, at)
        inner = scope.inside(opened.name, at, inside.children)
        found = scope.text.run(inner)
        inside.end = inner.at
        self._pieces.append(inside)
        self._from = inner.at
        if found:
            self._from = self._text.rindex("<", at, inner.at)
            self._verbatim(inner.at)
        else:
            self._unclosed(opened)
        return inner.at

    def _span(self, opened: Tag, at: int) -> int:
        """Read one stretch of spans up to the end tag."""
        end = end_of(opened.name).search(self._text, at)
        finish = end.start() if end is not None else len(self._text)
        self._pieces.append(Block("spans", self._scope.source, at, finish, at, finish))
        self._from = finish
        if end is None:
            self._unclosed(opened)
            return finish
        self._verbatim(end.end())
        return end.end()

    def _unclosed(self, opened: Tag) -> None:
        self._pieces.append(f"</{opened.name}>")
        self._slip("unclosed", opened)

    def _slip(self, kind: str, tag: Tag) -> None:
        source = self._scope.source
        slip = Slip(kind, tag, tuple(self._stack[-_AROUND:]), self._start, len(source.text))
        if source.is_whole:
            self._scope.text.slips.append(slip._replace(end=source.end(slip.end)))
        else:
            self._scope.text.slips.append(slip.moved(source.at, source.end))
