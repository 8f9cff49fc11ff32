"""Blocks of HTML, which are taken out of the text before its blocks are read.

A block begins with the tag of a block element where a line begins and reaches to the end tag
that matches, whatever stands between. What is not part of one stays in the text. The rules are
``HTMLExtractor`` of ``markdown/htmlparser.py``.
"""

from __future__ import annotations

from typing import Final

from articlelint.markdown.python_markdown.element import Raw
from articlelint.markdown.python_markdown.mapped import Mapped, joined
from articlelint.markdown.python_markdown.stash import mark
from articlelint.markdown.python_markdown.tags import (
    VOID_TAGS,
    Tag,
    end_tag,
    is_block,
    start_tag,
)
from articlelint.text.regex import regex

_MARKUP: Final = regex(r"<|&#(?:[0-9]++|[xX][0-9a-fA-F]++)(?=[^0-9a-fA-F;])")
_MARKUP_OR_REFERENCE: Final = regex(r"[&<]")
_UNENDED: Final = regex(r"&#(?:[0-9]++|[xX][0-9a-fA-F]++)(?=[^0-9a-fA-F;])")
_REFERENCE: Final = regex(r"&(?:[a-zA-Z][-.a-zA-Z0-9]*+|#(?:[0-9]++|[xX][0-9a-fA-F]++));")
_TWO_EMPTY_LINES: Final = regex(r"[ ]*+\n[ ]*+\n")
_INNER_EMPTY_LINE: Final = regex(r"\n[ \t]*+\n")
_COMMENT_END: Final = regex(r"--!?>")
_SECTION_END: Final = regex(r"\]\s*+\]\s*+>")
_PROGRAM_END: Final = {name: regex(rf"(?i:</\s*{name}\s*>)") for name in ("script", "style")}
_INLINE_END: Final = regex(r"</\s*([a-zA-Z][^\s>]*+)\s*>")
_PARAGRAPH: Final = 5_000
"""The most of a paragraph, in characters, in which the end of an inline tag is looked for."""
_EFFORT: Final = 20
"""How often a text may be looked through in vain, so that no text takes long."""


class Extractor:
    """One run over a text."""

    def __init__(self, text: Mapped, stash: list[object]) -> None:
        self._whole = text
        self._text = text.text
        self._stash = stash
        self._parts: list[Mapped] = []
        self._kept = 0, 0, 0  # what follows them: where it begins, where its last piece does, ends
        self._raw: list[tuple[int, int]] = []  # of a block that has not ended, or of a tail
        self._open: list[str] = []  # the tags of that block
        self._in_block = False
        self._in_tail = False  # on the line on which a block has ended
        self._inline: list[str] = []  # inline tags of the paragraph that have no end yet
        self._last_end = self._text.rfind(">")
        self._comments_end = True  # until one is found that does not
        self.is_open = False
        self._effort = _EFFORT * len(self._text)

    def run(self) -> Mapped:
        """Return the text with a mark for each block."""
        text = self._text
        at = 0
        while at < len(text):
            found = (_MARKUP_OR_REFERENCE if self._in_tail else _MARKUP).search(text, at)
            start = found.start() if found else len(text)
            if start > at:
                self._data(at, start)
            at = self._markup(start) if found else start
        self.is_open = self._has_open()
        self._finish()
        self._settle()
        return joined(self._parts)

    def _has_open(self) -> bool:
        return self._in_block

    def _finish(self) -> None:
        if self._raw:
            self._keep_raw()

    def _markup(self, at: int) -> int:
        """Read what begins at *at* with ``<`` or ``&``; return where it ends."""
        text = self._text
        following = text[at + 1 : at + 2]
        if text[at] == "&":
            match = _UNENDED.match(text, at)
            if match is not None:  # it gets the semicolon that it lacks
                self._data(at, match.end())
                if not self._in_block:
                    self._insert(Mapped.of(";", self._whole.end(match.end())))
                return match.end()
            match = _REFERENCE.match(text, at)
            if match is None:
                self._data(at, at + 1)
                return at + 1
            self._empty(at, match.end(), block=False)
            return match.end()
        if following.isascii() and following.isalpha():
            return self._start(at)
        if following == "/":
            return self._end(at)
        if text.startswith("<!--", at):
            return self._comment(at)
        if following in {"?", "!"} and following:
            return self._declaration(at)
        self._data(at, at + 1)
        return at + 1

    def _start(self, at: int) -> int:
        text = self._text
        tag = start_tag(text, at) if at < self._last_end and self._effort > 0 else at + 1
        if not isinstance(tag, Tag):
            if tag == at + 1:
                self._effort -= 100
            self._data(at, tag)
            return tag
        if tag.is_empty:
            self._empty_tag(tag, at)
        elif self._start_tag(tag, at) and (program := _PROGRAM_END.get(tag.name)) is not None:
            closing = program.search(text, tag.end)
            end = closing.start() if closing else len(text)
            if end > tag.end:
                self._data(tag.end, end)
            return end
        return tag.end

    def _end(self, at: int) -> int:
        text = self._text
        if text.startswith("</>", at):
            self._data(at, at + 3)
            return at + 3
        tag = end_tag(text, at) if at < self._last_end else at + 2
        if not isinstance(tag, Tag):
            self._data(at, tag)
            return tag
        self._end_tag(tag, at)
        return tag.end

    def _comment(self, at: int) -> int:
        text = self._text
        closing = _COMMENT_END.search(text, at + 4) if self._comments_end else None
        if closing is None:
            self._comments_end = False
            self._data(at, at + 1)
            return at + 1
        end = closing.end()
        inner = _INNER_EMPTY_LINE.search(text, at + 4, closing.start()) is not None
        self._empty(at, end, block=inner or not self._inline_ends(end))
        return end

    def _inline_ends(self, at: int) -> bool:
        """Tell whether an inline tag that is open ends in the same paragraph, after *at*."""
        if not self._inline:
            return False
        rest = self._text[at : at + _PARAGRAPH]
        empty = _INNER_EMPTY_LINE.search(rest)
        if empty is not None:
            rest = rest[: empty.start()]
        ends = {tag.lower() for tag in _INLINE_END.findall(rest)}
        return not ends.isdisjoint(self._inline)

    def _declaration(self, at: int) -> int:
        """Read ``<?...?>`` or ``<!...>``."""
        text = self._text
        if not self._may_declare(at):
            self._data(at, at + 2)
            return at + 2
        if text[at + 1] == "?":
            end = text.find("?>", at + 2)
            size = 2
        elif text.startswith("<![CDATA[", at):
            match = _SECTION_END.search(text, at + 3)
            end, size = (match.start(), len(match[0])) if match else (-1, 0)
        else:
            end, size = text.find(">", at + 2), 1
        if end < 0:
            return self._unfinished(at)
        end += size
        block = text[at + 1] == "?" or text.startswith("<![CDATA[", at)
        block = block or text[at : at + 9].lower() == "<!doctype"
        self._empty(at, end, block=block)
        return end

    def _unfinished(self, at: int) -> int:
        text = self._text
        end = text.find(">", at + 1)
        end = end + 1 if end >= 0 else max(text.find("<", at + 1), at + 1)
        self._data(at, end)
        return end

    def _may_declare(self, at: int) -> bool:
        return self._in_tail or self._begins_line(at)

    def _begins_line(self, at: int) -> bool:
        """Tell whether nothing but up to three blanks is before *at* on its line."""
        line = self._text.rfind("\n", max(at - 4, 0), at)
        if line < 0 and at > 3:
            return False
        return not self._text[line + 1 : at].strip()

    # What is found

    def _start_tag(self, tag: Tag, at: int) -> bool:
        """Take a start tag; return whether what a program of its holds is no markup."""
        if tag.name == "hr":
            self._empty(at, tag.end, block=True)
            return False
        if is_block(tag.name) and (self._in_tail or (self._begins_line(at) and not self._in_block)):
            self._in_block = True
            self._add("\n", self._whole.at(at))
        if self._in_block:
            self._open.append(tag.name)
            self._raw.append((at, tag.end))
        else:
            self._keep(at, tag.end)
            self._open_inline(tag.name)
        return self._in_block

    def _open_inline(self, name: str) -> None:
        if not is_block(name) and name not in VOID_TAGS:
            self._inline.append(name)

    def _end_tag(self, tag: Tag, at: int) -> None:
        if not self._in_block:
            self._keep(at, tag.end)
            self._close_inline(tag.name)
            return
        self._raw.append((at, tag.end))
        if tag.name in self._open:
            while self._open.pop() != tag.name:
                pass
        if not self._open:
            if self._is_followed_by_more(tag.end):
                self._in_tail = True
            self._in_block = False
            self._keep_raw()
            self._add("\n\n", self._whole.end(tag.end))

    def _close_inline(self, name: str) -> None:
        if name in self._inline:
            while self._inline.pop() != name:
                pass

    def _empty_tag(self, tag: Tag, at: int) -> None:
        self._empty(at, tag.end, block=is_block(tag.name))

    def _empty(self, start: int, end: int, *, block: bool) -> None:
        """Take what has no end tag."""
        if self._in_block or self._in_tail:
            self._raw.append((start, end))
        elif block and self._begins_line(start):
            if self._is_followed_by_more(end):
                self._in_tail = True
            self._part_from_before(self._whole.at(start))
            self._raw.append((start, end))
            self._keep_raw()
            self._add("\n\n", self._whole.end(end))
        else:
            self._keep(start, end)

    def _part_from_before(self, place: int) -> None:
        """See to an empty line before a block that begins a line."""
        _, last, end = self._kept
        before = self._parts[-1].text if self._parts else ""
        if last < end:
            before = self._text[last:end]
        if before.endswith("\n") and not before.endswith("\n\n"):
            self._add("\n", place)

    def _data(self, start: int, end: int) -> None:
        if self._in_tail and "\n" in self._text[start:end]:
            self._in_tail = False
        if self._in_block:
            self._raw.append((start, end))
            return
        if self._inline and _INNER_EMPTY_LINE.search(self._text, start, end) is not None:
            self._inline.clear()
        self._keep(start, end)

    # What is made of it

    def _keep(self, start: int, end: int) -> None:
        begin, _, before = self._kept
        if before != start:
            self._settle()
            begin = start
        self._kept = begin, start, end

    def _settle(self) -> None:
        """Make one part of what was kept, piece by piece."""
        start, _, end = self._kept
        if start < end:
            self._parts.append(self._whole.slice(start, end))
            self._kept = end, end, end

    def _insert(self, text: Mapped) -> None:
        self._settle()
        self._parts.append(text)

    def _add(self, text: str, place: int) -> None:
        self._settle()
        self._parts.append(Mapped.of(text, place))

    def _keep_raw(self) -> None:
        self._settle()
        self._parts.append(self._taken(self._raw))
        self._raw = []

    def _taken(self, ranges: list[tuple[int, int]]) -> Mapped:
        """Return a mark for these stretches of the text."""
        content = joined([self._whole.slice(start, end) for start, end in ranges])
        number = len(self._stash)
        self._stash.append(Raw(content))
        return Mapped.of(mark(number), content.starts[0])

    def _is_followed_by_more(self, at: int) -> bool:
        """Tell whether text follows a block that ends at *at* before two empty lines."""
        return _TWO_EMPTY_LINES.match(self._text, at) is None
