"""Where the keys and values of a TOML document stand, which tomllib does not tell.

The scanner is given documents that tomllib has read, so it is as short as it can be: it finds
places, and leaves the rules of the language to tomllib.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias, cast

from articlelint.front_matter.model import Field, Mapping, Scalar, Sequence, Style
from articlelint.text.regex import regex
from articlelint.text.span import Span

if TYPE_CHECKING:
    from articlelint.front_matter.model import ScalarValue, Value

MAX_DEPTH = 100
"""Arrays and inline tables within one another."""

_SKIP = regex(r"(?:[ \t\r\n]++|#[^\r\n]*+)*+")
_BLANK = regex(r"[ \t]*+")
_PART = regex(
    r"[ \t]*+(?:(?P<bare>[\w-]++)|(?P<basic>\"(?:[^\"\\\r\n]|\\[^\r\n])*+\")"
    r"|(?P<literal>'[^'\r\n]*+'))[ \t]*+"
)
_STRING = regex(
    r'(?P<multibasic>"""(?:[^"\\]|\\[\s\S]|"{1,2}(?!"))*+"{3,5})'
    r"|(?P<multiliteral>'''(?:[^']|'{1,2}(?!'))*+'{3,5})"
    r'|(?P<basic>"(?:[^"\\\r\n]|\\[^\r\n])*+")'
    r"|(?P<literal>'[^'\r\n]*+')"
)
_BARE = regex(r"[^\r\n,#\]}]*[^\s,#\]}]")
_STYLES = {
    "basic": Style.DOUBLE_QUOTED,
    "multibasic": Style.DOUBLE_QUOTED,
    "literal": Style.SINGLE_QUOTED,
    "multiliteral": Style.SINGLE_QUOTED,
}
_INTEGER = regex(r"-?(?:0|[1-9]\d{0,17})")


class ScanError(ValueError):
    """The document is not TOML at ``offset`` of its source, or nested beyond reason."""

    def __init__(self, message: str, offset: int) -> None:
        super().__init__(message)
        self.offset = offset


@dataclass(slots=True)
class _Table:
    """A table that may still grow: later statements add to it."""

    start: int
    end: int
    entries: list[tuple[str, Span, _Node]] = field(default_factory=list)
    by_key: dict[str, _Node] = field(default_factory=dict)
    flow: bool = False

    def add(self, key: str, span: Span, node: _Node) -> None:
        self.entries.append((key, span, node))
        self.by_key[key] = node

    def freeze(self) -> Mapping:
        fields = tuple(Field(key, span, _freeze(node)) for key, span, node in self.entries)
        return Mapping(Span(self.start, self.end), fields, flow=self.flow)


@dataclass(slots=True)
class _Tables:
    """An array of tables, one for each ``[[header]]``."""

    tables: list[_Table]

    def freeze(self) -> Sequence:
        items = tuple(table.freeze() for table in self.tables)
        return Sequence(Span(items[0].span.start, items[-1].span.end), items)


_Node: TypeAlias = "_Table | _Tables | Scalar | Sequence | Mapping"


def _freeze(node: _Node) -> Value:
    return node.freeze() if isinstance(node, _Table | _Tables) else node


class Scanner:
    """Scans ``content`` of ``text``; ``duplicates`` are the statements that set a key again."""

    def __init__(self, text: str, content: Span) -> None:
        self.duplicates: list[Span] = []
        self._text = text
        self._stop = content.end
        self._start = content.start

    def document(self) -> Mapping:
        """Return the whole document; raises ScanError where it is none."""
        text = self._text
        start = offset = self._skip(self._start)
        root = _Table(start, start)
        table, path = root, [root]
        while offset < self._stop:
            begin = offset
            if text[offset] == "[":
                several = text.startswith("[[", offset)
                parts, offset = self._key(offset + 1 + several)
                offset += 1 + several
                path = self._header(root, parts, begin, offset, several=several)
                table = path[-1]
            else:
                parts, offset = self._key(offset)
                offset = self._expect("=", offset)
                node, offset = self._value(self._blank(offset), 0)
                self._set(table, parts, node, Span(begin, offset))
            for grown in path:
                grown.end = max(grown.end, offset)
            offset = self._skip(offset)
        root.start = min(root.start, root.end)
        return root.freeze()

    def _header(
        self, root: _Table, parts: list[tuple[str, Span]], start: int, end: int, *, several: bool
    ) -> list[_Table]:
        """Return the tables from *root* to the one that the header at *start* opens."""
        path = [root]
        table = root
        for key, span in parts[:-1]:
            table = self._inner(table, key, span, start)
            path.append(table)
        key, span = parts[-1]
        known = table.by_key.get(key)
        if several:
            opened = _Table(start, end)
            if isinstance(known, _Tables):
                known.tables.append(opened)
            else:
                table.add(key, span, _Tables([opened]))
        elif isinstance(known, _Table):
            opened = known
        else:
            opened = _Table(start, end)
            table.add(key, span, opened)
        path.append(opened)
        return path

    def _inner(self, table: _Table, key: str, span: Span, start: int) -> _Table:
        known = table.by_key.get(key)
        if isinstance(known, _Tables):
            return known.tables[-1]
        if isinstance(known, _Table):
            return known
        inner = _Table(start, span.end)
        table.add(key, span, inner)
        return inner

    def _set(
        self, table: _Table, parts: list[tuple[str, Span]], node: _Node, statement: Span
    ) -> None:
        for key, span in parts[:-1]:
            table = self._inner(table, key, span, span.start)
            table.end = max(table.end, statement.end)
        key, span = parts[-1]
        if key in table.by_key:
            self.duplicates.append(statement)
        table.add(key, span, node)

    def _key(self, offset: int) -> tuple[list[tuple[str, Span]], int]:
        parts: list[tuple[str, Span]] = []
        while True:
            match = _PART.match(self._text, offset, self._stop)
            if match is None or len(parts) > MAX_DEPTH:
                raise self._error("A key was expected here", offset)
            kind = cast("str", match.lastgroup)
            source = match[kind]
            key = source if kind == "bare" else _string(source, kind)
            parts.append((key, Span(*match.span(kind))))
            offset = match.end()
            if not self._text.startswith(".", offset) or offset >= self._stop:
                return parts, offset
            offset += 1

    def _value(self, offset: int, depth: int) -> tuple[_Node, int]:
        text = self._text
        if depth > MAX_DEPTH:
            raise self._error(
                f"Lists and tables are nested more than {MAX_DEPTH} deep here", offset
            )
        if text.startswith("[", offset):
            return self._array(offset, depth)
        if text.startswith("{", offset):
            return self._inline(offset, depth)
        match = _STRING.match(text, offset, self._stop)
        if match:
            kind = cast("str", match.lastgroup)
            value: ScalarValue = _string(match[0], kind)
            style = _STYLES[kind]
        else:
            match = _BARE.match(text, offset, self._stop)
            if match is None:
                raise self._error("A value was expected here", offset)
            value, style = self._bare(match[0], offset), Style.PLAIN
        return Scalar(Span(*match.span()), value, match[0], style), match.end()

    def _array(self, start: int, depth: int) -> tuple[Sequence, int]:
        items: list[Value] = []
        offset = self._skip(start + 1)
        while not self._text.startswith("]", offset):
            node, offset = self._value(offset, depth + 1)
            items.append(_freeze(node))
            offset = self._skip(offset)
            if self._text.startswith(",", offset):
                offset = self._skip(offset + 1)
            elif not self._text.startswith("]", offset):
                raise self._error("A comma was expected here", offset)
        return Sequence(Span(start, offset + 1), tuple(items), flow=True), offset + 1

    def _inline(self, start: int, depth: int) -> tuple[Mapping, int]:
        table = _Table(start, start, flow=True)
        offset = self._skip(start + 1)
        while not self._text.startswith("}", offset):
            begin = offset
            parts, offset = self._key(offset)
            offset = self._expect("=", offset)
            node, offset = self._value(self._blank(offset), depth + 1)
            self._set(table, parts, node, Span(begin, offset))
            offset = self._skip(offset)
            if self._text.startswith(",", offset):
                offset = self._skip(offset + 1)
            elif not self._text.startswith("}", offset):
                raise self._error("A comma was expected here", offset)
        table.end = offset + 1
        return table.freeze(), offset + 1

    def _expect(self, character: str, offset: int) -> int:
        if not self._text.startswith(character, offset) or offset >= self._stop:
            raise self._error(f"`{character}` was expected here", offset)
        return offset + 1

    def _bare(self, source: str, offset: int) -> ScalarValue:
        if source in {"true", "false"}:
            return source == "true"
        if _INTEGER.fullmatch(source):
            return int(source)
        try:
            return cast("ScalarValue", tomllib.loads(f"v={source}")["v"])
        except ValueError as error:
            raise self._error("A value was expected here", offset) from error

    def _error(self, message: str, offset: int) -> ScanError:
        return ScanError(message, offset - self._start)

    def _skip(self, offset: int) -> int:
        match = _SKIP.match(self._text, offset, self._stop)
        return match.end() if match else offset

    def _blank(self, offset: int) -> int:
        match = _BLANK.match(self._text, offset, self._stop)
        return match.end() if match else offset


def _string(source: str, kind: str) -> str:
    if kind == "literal" or (kind == "basic" and "\\" not in source):
        return source[1:-1]
    return cast("str", tomllib.loads(f"v={source}")["v"])
