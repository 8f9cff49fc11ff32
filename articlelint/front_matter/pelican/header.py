"""Pelican's metadata header: ``Key: value`` lines up to the first blank one.

The grammar is that of Python-Markdown's "meta" extension, which Pelican reads Markdown with:
a key is letters, digits, ``-`` and ``_`` (case does not count) after at most three spaces, a
line indented by four goes on with the value above, and the header may stand between ``---``.
"""

from __future__ import annotations

from articlelint.front_matter.fences import looks as lines
from articlelint.front_matter.model import (
    FenceDefect,
    Field,
    Format,
    FrontMatter,
    Mapping,
    Scalar,
    SyntaxProblem,
)
from articlelint.text.regex import regex
from articlelint.text.span import Span

_KEY = regex(r"[ ]{0,3}([A-Za-z0-9_-]+):[ \t]*([^\r\n]*)")
_MORE = regex(r"[ ]{4,}([^\r\n]+)")
_BEGIN = regex(r"-{3}(?:\s[^\r\n]*)?\Z")
_END = regex(r"(?:-{3}|\.{3})(?:\s[^\r\n]*)?\Z")
_BLANK = regex(r"(?:[ \t]*+(?:\r\n|\n|\r))++")
_WIDEST = 200
"""Characters of a line that may have been meant for a key and its value."""
_LONGEST = 30
"""Lines of a header."""
_USUAL = frozenset({"title", "date", "category", "tags", "slug", "author", "authors", "summary"})


def read(text: str) -> FrontMatter | None:
    """Return the metadata header of *text*, or None where it has none."""
    start = 1 if text.startswith("\ufeff") else 0
    blank = _BLANK.match(text, start)
    defects: tuple[FenceDefect, ...] = ()
    if blank:
        span = Span(*blank.span())
        message = "A blank line comes before the metadata, which must begin on the first line"
        defects = (FenceDefect(span, message, ""),)
        start = blank.end()
    header = _Header(text)
    header.read(start)
    if not header.fields:
        return None
    if blank and header.fields[0].key not in _USUAL:
        return None
    content = Span(header.content_start, header.content_end)
    return FrontMatter(
        format=Format.METADATA,
        span=Span(start, header.end),
        content=content,
        opening=header.opening,
        closing=header.closing,
        root=None if header.problems else Mapping(content, tuple(header.fields)),
        problems=tuple(header.problems),
        fence_defects=(*defects, *header.defects),
    )


class _Header:
    """The header while it is read, line by line."""

    def __init__(self, text: str) -> None:
        self.fields: list[Field] = []
        self.problems: list[SyntaxProblem] = []
        self.opening: Span | None = None
        self.closing: Span | None = None
        self.defects: tuple[FenceDefect, ...] = ()
        self.content_start = self.content_end = self.end = 0
        self._text = text

    def read(self, start: int) -> None:
        """Read the header that begins at *start*, as far as it goes."""
        text = self._text
        self.content_start = self.content_end = self.end = start
        for line in lines.lines(text, start):
            words = line.of(text)
            if not self.fields and self.opening is None and _BEGIN.match(words):
                self.opening = Span(line.start, line.start + 3)
                self.content_start = self.content_end = self._past(line)
                continue
            if not words.strip():
                self.end = self._past(line) if self.fields else start
                self._check_blank(line)
                return
            if _END.match(words):
                self.closing = Span(line.start, line.start + 3)
                self.end = self._past(line)
                return
            if not self._take(line) and not self._note_first(line):
                self._check_end(line)
                return
            self.content_end = line.end
            self.end = self._past(line)

    def _take(self, line: Span) -> bool:
        text = self._text
        key = _KEY.match(text, line.start, line.end)
        if key:
            end = key.start(2) + len(key[2].rstrip())
            value = Span(key.start(2), end)
            words = value.of(text)
            content = Scalar(value, words, words)
            self.fields.append(Field(key[1].lower(), Span(*key.span(1)), content))
            return True
        marker = lines.CONFLICT_MARKER.match(text, line.start)
        if marker and (self.problems or marker[0][0] == "<"):
            self.problems.append(SyntaxProblem(line, lines.CONFLICT, "conflict-marker"))
            return True
        more = _MORE.match(text, line.start, line.end)
        if more and self.fields:
            last = self.fields.pop()
            above = last.content
            first = above.span.start if above.span.length else more.start(1)
            span = Span(first, more.start(1) + len(more[1].rstrip()))
            words = f"{above.value}\n{more[1].strip()}" if above.span.length else more[1].strip()
            content = Scalar(span, words, span.of(text))
            self.fields.append(Field(last.key, last.key_span, content))
            return True
        return False

    def _note_first(self, line: Span) -> bool:
        """Note a first line that is no key, where two or more of the usual ones follow."""
        if self.fields or self.problems:
            return False
        usual = 0
        for after in lines.lines(self._text, self._past(line)):
            key = _KEY.match(self._text, after.start, after.end)
            if key is None:
                break
            usual += key[1].lower() in _USUAL
        words = line.of(self._text).strip()
        if usual < 2 or len(words) > _WIDEST:
            return False
        message = f"`{words[:40]}` is not a `Key: value` line, so none of the metadata is read"
        start = line.start + line.of(self._text).index(words)
        self.problems.append(
            SyntaxProblem(Span(start, start + len(words)), message, "not-key-value")
        )
        return True

    def _check_blank(self, line: Span) -> None:
        """Note a blank line that ends the header too early: nothing but new keys follows."""
        paragraph: list[Span] = []
        for after in lines.lines(self._text, self._past(line)):
            if not lines.is_blank(self._text, after):
                paragraph.append(after)
            elif paragraph:
                break
        keys = [_KEY.match(self._text, after.start, after.end) for after in paragraph[:_LONGEST]]
        names = {key[1].lower() if key else "" for key in keys}
        known = {field.key for field in self.fields}
        if self.fields and names & _USUAL and "" not in names and not names & known:
            span = Span(line.start, paragraph[0].start)
            message = "The metadata ends at this blank line; the keys below it are text"
            self.defects = (FenceDefect(span, message, ""),)

    def _check_end(self, line: Span) -> None:
        """Note a line that ends the header too early: more keys follow, or a list in YAML."""
        following = lines.lines(self._text, self._past(line))
        after = next(following, None)
        key = _KEY.match(self._text, after.start, after.end) if after else None
        is_key = key is not None and key[1].lower() in _USUAL
        is_item = line.of(self._text).startswith("- ") and not (
            self.fields and self.fields[-1].value
        )
        if self.fields and (is_key or is_item):
            words = line.of(self._text).strip()
            span = Span(line.start, line.start + len(line.of(self._text).rstrip()))
            message = f"`{words[:40]}` is not a `Key: value` line, so the metadata ends above it"
            self.problems.append(SyntaxProblem(span, message, "not-key-value"))

    def _past(self, line: Span) -> int:
        match = lines.NEWLINE.match(self._text, line.end)
        return match.end() if match else line.end
