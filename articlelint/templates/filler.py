"""What stands in place of a template tag, so that the text around keeps its structure.

Nobody knows what a tag puts out, and nothing must be reported because of what stands for it:

- in the middle of a line it is a word of ``FILLER``, which may be text, a URL or a value;
- alone on its line it is an HTML comment on each of its lines, as Hexo itself does it: a block
  of its own, that is neither a paragraph nor a blank line, and that may stand in a table;
- between the attributes of an HTML tag it is an attribute, in a tag's name it is a letter.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from articlelint.named_tuple import NamedTuple
from articlelint.text.filler import FILLER
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Callable


class Stretch(NamedTuple):
    """A stretch to mask: *output* stands for text, any other for nothing or a block.

    A *flowing* one does not interrupt a paragraph that it follows; a *mark* is no part of the
    text even in the middle of a line; a *silent* one is none, either, where it begins a line.
    """

    start: int
    end: int
    output: bool
    flowing: bool = False
    mark: bool = False
    silent: bool = False


_SCHEME: Final = "xx:"
_TABLE: Final = "table|caption|colgroup|col|thead|tbody|tfoot|tr|td|th"
_AFTER_TABLE_TAG: Final = regex(
    r"<(?:(?:table|colgroup|thead|tbody|tfoot|tr)\b[^<>]*+|/(?:caption|colgroup|thead|tbody|tfoot"
    r"|tr|td|th)\s*+|col\b[^<>]*+)>\s*+\Z",
    re.IGNORECASE,
)
_HTML_LINE: Final = regex(
    r"""[ \t>]*+</?(?:(?:address|article|aside|blockquote|body|center|col|colgroup|dd|details|dialog
    |div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|head|header|hr|html|iframe|legend|li
    |link|main|menu|nav|ol|option|p|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)\b
    |[^<>]*+>\s*\Z)""",
    re.IGNORECASE | re.VERBOSE,
)
_BEFORE: Final = frozenset("> \t\r\n")
_AFTER: Final = frozenset({"", " ", "\t", "\r", "\n"})
_LINE_BREAK: Final = regex(r"\r\n|\n|\r")
_LINE_BREAKS: Final = regex(r"(\r\n|\n|\r)")
_NOT_BREAK: Final = regex(r"[^\r\n]+")
_MARGIN: Final = regex(r"[ \t]*")
_QUOTE_MARGIN: Final = regex(r"[ \t>]*")
_ATTRIBUTES: Final = regex(r"""=\s*(?:"[^"]*"|'[^']*')""")
_OPEN_VALUE: Final = regex(r"""=\s*("[^"]*|'[^']*)?\Z""")
_LONGEST_GAP: Final = 60
_LONGEST_TAG: Final = 4_000
_LOOK_BACK: Final = 400
_SHORTEST_COMMENT: Final = 7


class Filler:
    """Writes a text again with stretches of it masked."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._pieces: list[str] = []
        self._at = 0
        self._tag: str | None = None  # the source of the HTML tag that is open here, so far
        self._in_comment = False
        self._filled_line = -1  # where the last line of comments ends
        self._closed: bool | None = None  # whether any end tag has a template tag for its name
        self._line = 0  # where the line begins that was looked at last, and up to where it was
        self._seen = 0

    def fill(self, stretches: list[Stretch]) -> str:
        """Return the text with *stretches*, which are in order and apart, masked."""
        groups = _groups(self._text, stretches)
        for group in groups:
            self._copy(group.start)
            piece = self._mask(group)
            self._pieces.append(piece)
            if self._tag is not None:
                self._tag = self._tag + FILLER if len(self._tag) < _LONGEST_TAG else None
            self._at = group.end
        self._pieces.append(self._text[self._at :])
        return "".join(self._pieces)

    def _copy(self, end: int) -> None:
        """Copy up to *end*, keeping track of whether a tag or a comment is open there."""
        gap = self._text[self._at : end]
        self._pieces.append(gap)
        if self._in_comment:
            close = gap.find("-->")
            if close < 0:
                return
            self._in_comment = False
            gap = gap[close + 3 :]
        opened = gap.rfind("<!--")
        if opened >= 0 and gap.find("-->", opened + 2) < 0:
            self._in_comment = True
            self._tag = None
            return
        less, greater = gap.rfind("<"), gap.rfind(">")
        if less > greater:
            tag = gap[less:]
            begins = len(tag) == 1 or tag[1] == "/" or (tag[1].isascii() and tag[1].isalpha())
            self._tag = tag if begins else None
        elif greater >= 0:
            self._tag = None
        elif self._tag is not None:
            self._tag += gap
        if self._tag is not None and (len(self._tag) > _LONGEST_TAG or "\n\n" in self._tag):
            self._tag = None

    def _masked_in_tag(self, tag: str, source: str, group: Stretch) -> str:
        text = self._text
        if tag == "<" and _begins_address(text, group.start - 1):
            return _words(source)
        is_alone = tag == "<" and text.startswith(">", group.end)
        if is_alone and len(source) >= len(_SCHEME) and not self._is_closed(source):
            return _autolink(source)
        return _in_tag(tag, source, group.start)

    def _mask(self, group: Stretch) -> str:
        text = self._text
        source = text[group.start : group.end]
        if self._in_comment:
            return _words(source)
        if self._tag is not None:
            return self._masked_in_tag(self._tag, source, group)
        if _in_one_line(text, group.start, group.end):
            if self._after_table_tag(group.start):
                return _comment(len(source)) or FILLER * len(source)
            if group.silent and self._begins_block(group):
                return _comment(len(source)) or FILLER * len(source)
            if not group.mark:
                return FILLER * len(source)
        line_start = self._line_of(group.start)
        found = _QUOTE_MARGIN.match(text, line_start, group.start)
        margin = found is not None and found.end() == group.start
        column = group.start - line_start
        if margin and _ends_line(text, group.end) and not self._is_word(group, line_start):
            end = _LINE_BREAK.search(text, group.end)
            self._filled_line = end.end() if end else len(text)
            quoted = ">" in text[line_start : group.start]
            return _comments(source, column, _QUOTE_MARGIN if quoted else _MARGIN)
        if "\n" in source or "\r" in source:
            return _lines_of_words(source, column)
        if group.silent and column <= _LONGEST_GAP and _is_behind_fence(text, line_start, group):
            return " " * len(source)
        comment = _comment(len(source)) if group.mark and not margin else ""
        return comment or FILLER * len(source)

    def _begins_block(self, group: Stretch) -> bool:
        """Tell whether a fence, or a tag, stands behind *group*, which begins its line."""
        text = self._text
        if group.start and text[group.start - 1] not in "\r\n":
            return False
        return text.startswith(("```", "~~~", "<"), group.end)

    def _is_closed(self, source: str) -> bool:
        """Tell whether an end tag has *source* for its name."""
        if self._closed is None:
            self._closed = "</{" in self._text
        return self._closed and f"</{source}" in self._text

    def _line_of(self, start: int) -> int:
        """Return where the line begins that *start* is in; no text is looked at twice."""
        text, seen = self._text, self._seen
        found = max(text.rfind("\n", seen, start), text.rfind("\r", seen, start)) + 1
        self._line, self._seen = found or self._line, start
        return self._line

    def _is_word(self, group: Stretch, line_start: int) -> bool:
        """Tell whether a group alone on its line is text all the same."""
        if group.output:
            return not self._after_table_tag(group.start)
        if not group.flowing or line_start in {0, self._filled_line}:
            return False
        text = self._text
        end = line_start - 1
        if end and text[end] == "\n" and text[end - 1] == "\r":
            end -= 1
        start = (
            max(
                text.rfind("\n", max(0, end - _LOOK_BACK), end),
                text.rfind("\r", max(0, end - _LOOK_BACK), end),
            )
            + 1
        )
        line = text[max(start, end - _LOOK_BACK) : end]
        return bool(line.strip(" \t>")) and _HTML_LINE.match(line) is None

    def _after_table_tag(self, start: int) -> bool:
        if self._text[start - 1 : start] not in _BEFORE:
            return False
        before = self._text[max(0, start - _LOOK_BACK, self._at - _LOOK_BACK) : start]
        return before.rstrip().endswith(">") and _AFTER_TABLE_TAG.search(before) is not None


def _groups(text: str, stretches: list[Stretch]) -> list[Stretch]:
    """Join stretches that only blanks stand between, on one line."""
    groups: list[Stretch] = []
    for stretch in stretches:
        if groups:
            last = groups[-1]
            between = text[last.end : stretch.start] if stretch.start - last.end < 40 else "-"
            if not between.strip(" \t"):
                groups[-1] = Stretch(
                    last.start,
                    stretch.end,
                    last.output or stretch.output,
                    last.flowing and stretch.flowing,
                    last.mark and stretch.mark,
                    last.silent and stretch.silent,
                )
                continue
        groups.append(stretch)
    return groups


def _in_one_line(text: str, start: int, end: int) -> bool:
    """Tell whether a stretch is of one line and surely not alone on it."""
    return (
        text[end : end + 1] not in _AFTER
        and "\n" not in text[start:end]
        and ("\r" not in text[start:end])
    )


def _is_behind_fence(text: str, line_start: int, group: Stretch) -> bool:
    """Tell whether a fence is all that the line has besides *group*."""
    fence = _FENCE_ALONE.fullmatch(text, line_start, group.start)
    return fence is not None and _ends_line(text, group.end)


_FENCE_ALONE: Final = regex(r"[ \t>]*+(?:`{3,}+|~{3,}+)[ \t]*+")


def _ends_line(text: str, at: int) -> bool:
    margin = _MARGIN.match(text, at)
    end = margin.end() if margin else at
    return end == len(text) or text[end] in "\r\n"


def _words(source: str) -> str:
    return _NOT_BREAK.sub(lambda match: FILLER * len(match[0]), source)


def _lines_of_words(source: str, column: int) -> str:
    """Mask as words, each line from where the first begins or its own text does."""
    lines = _LINE_BREAKS.split(source)
    return FILLER * len(lines[0]) + "".join(
        part if index % 2 else _from_margin(part, column, _MARGIN, _filled)
        for index, part in enumerate(lines[1:], 1)
    )


def _comments(source: str, column: int, margin: re.Pattern[str]) -> str:
    """Mask as one comment a line."""
    lines = _LINE_BREAKS.split(source)
    return _blank_or_comment(len(lines[0])) + "".join(
        part if index % 2 else _from_margin(part, column, margin, _blank_or_comment)
        for index, part in enumerate(lines[1:], 1)
    )


def _from_margin(
    line: str, column: int, margin: re.Pattern[str], mask: Callable[[int], str]
) -> str:
    found = margin.match(line)
    width = min(found.end() if found else 0, column)
    return line[:width] + mask(len(line) - width)


def _filled(length: int) -> str:
    return FILLER * length


def _blank_or_comment(length: int) -> str:
    return _comment(length) or " " * length


def _comment(length: int) -> str:
    """Return a comment of *length* characters; "" where that is too short for one."""
    if length < _SHORTEST_COMMENT:
        return ""
    return f"<!--{FILLER * (length - 7)}-->"


def _autolink(source: str) -> str:
    """Mask as a URL whose scheme any parser takes."""
    return _SCHEME + _words(source[len(_SCHEME) :])


def _begins_address(text: str, start: int) -> bool:
    """Tell whether the ``<`` at *start* stands before the address of a link or of a definition."""
    return text[max(0, start - _LONGEST_GAP) : start].rstrip().endswith(("]:", "]("))


def _in_tag(tag: str, source: str, start: int) -> str:
    """Mask inside of an HTML tag, of which *tag* is what comes before *start*."""
    name = tag[1:].lstrip("/")
    if "://" in name:  # an address: `<https://a.example.org/{{ kite }}>`
        return _words(source)
    if not any(character.isspace() for character in name):
        return _NOT_BREAK.sub(lambda match: "x" * len(match[0]), source)
    rest = _ATTRIBUTES.sub(" ", tag)
    value = _OPEN_VALUE.search(rest)
    if value and value[1]:
        return _words(source)
    if value is None and rest[-1].isspace():
        if tag[-1].isspace() or source[:1] in "\r\n":
            return _attributes(source, start)
        return " " + _attributes(source[1:], start)  # right behind a value in quotes
    if value is None:  # the name of an attribute goes on, or ends: `data-{{ kite }}="box"`
        return _NOT_BREAK.sub(lambda match: "x" * len(match[0]), source)
    first = _NOT_BREAK.match(source)  # a value without quotes ends with its line
    width = first.end() if first else 0
    return FILLER * width + _attributes(source[width:], start)


def _attributes(source: str, seed: int) -> str:
    """Mask as an attribute on each line: a blank line would end what the tag stands in.

    *seed*, where *source* begins, keeps the names of attributes apart.
    """
    lines = _LINE_BREAKS.split(source)
    for index in range(0, len(lines), 2):
        line = lines[index]
        name = f"x{seed + index:x}"
        begin = len(line) - len(line.lstrip(" \t"))
        if begin + len(name) < len(line):
            lines[index] = (line[:begin] + name).ljust(len(line))
        else:
            lines[index] = " " * len(line)
    return "".join(lines)
