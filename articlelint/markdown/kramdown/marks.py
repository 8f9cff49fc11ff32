"""What a mark within a line may begin: a function for each, in kramdown's order of trying.

Each is given where the mark stands and returns where to go on, behind what it read or behind the
mark where that is text.
"""

from __future__ import annotations

import html
import re
from html.entities import name2codepoint
from typing import TYPE_CHECKING, Final

from articlelint.markdown.events import END, LEAF, START
from articlelint.markdown.kramdown.attributes import attributes_of
from articlelint.markdown.kramdown.links import read_link
from articlelint.markdown.kramdown.patterns import ANY, ID_NAME, SPACE
from articlelint.markdown.kramdown.tags import read_tag
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Callable

    from articlelint.markdown.kramdown.spans import Spans

_ESCAPABLE: Final = frozenset("\\.*_+`<>()[]{}#!:|\"'$=-")
_REFERENCE: Final = regex(r"&(?:([\w:][-\w.:]*)|#[0-9]+|#x[0-9a-fA-F]+);", re.ASCII)
_ESCAPED_REFERENCE: Final = regex(r"&\\(#[0-9]+;)")
_STRUCK: Final = regex(r"~~(?!\s|~)(.*?[^\s~])~~", re.DOTALL | re.ASCII)
_FOOTNOTE: Final = regex(rf"\[\^({ID_NAME})\]", re.ASCII)
_LIST: Final = regex(rf"\{{:({ANY})\}}")
_EXTENSION: Final = regex(r"\{::(\w+)(?:\s(?:\\\}|[^}]){0,999}?|)(/)?\}", re.ASCII)
_STOPPING: Final = regex(r"\{:/(\w[\w-]*)?\}", re.ASCII)
_NAMES: Final = {**name2codepoint, "apos": 39, "vellip": 0x22EE}
_BEARERS: Final = frozenset({"Code", "Link", "Image", "Emphasis", "Strong", "Strikethrough"})


def _emphasis(spans: Spans, at: int) -> int:
    source, state = spans.source, spans.state
    mark = source[at]
    strong = source.startswith(mark, at + 1)
    after = at + 1 + strong
    if (
        (state.in_strong if strong else state.in_em)
        or source[after : after + 1] in SPACE
        or (mark == "_" and at and _follows_word(source, at))
        or not spans.may_try()
    ):
        return after
    end = _try_emphasis(spans, at, mark * (1 + strong))
    if end < 0 and strong and state.parent != "Emphasis":
        end = _try_emphasis(spans, at, mark)
    return after if end < 0 else end


def _try_emphasis(spans: Spans, at: int, marks: str) -> int:
    source = spans.source
    width = len(marks)
    begin = at + width

    def closes(end: int) -> bool:
        after = end + width
        return (
            source.startswith(marks, end)
            and end > begin
            and source[end - 1] not in SPACE
            and (
                width > 1
                or not source.startswith(marks * 2, end)
                or source.startswith(marks * 3, end)
            )
            and (marks[0] != "_" or not source[after : after + 1].isalnum())
        )

    kind = "Strong" if width > 1 else "Emphasis"
    back = spans.mark()
    spans.flush(at)
    first = len(spans.events)
    spans.put(START, kind, None, at, at)
    if width > 1:
        end = spans.inside(begin, marks[0], closes, parent=kind, in_strong=True)
    else:
        end = spans.inside(begin, marks[0], closes, parent=kind, in_em=True)
    if end < 0:
        spans.revert(back, len(source) - at)
        return -1
    return spans.close(first, kind, None, end + width)


def _follows_word(source: str, at: int) -> bool:
    """Tell whether a letter stands before *at*, or one and a hyphen."""
    return source[at - 1].isalpha() or (
        source[at - 1] == "-" and at > 1 and source[at - 2].isalpha()
    )


def _code(spans: Spans, at: int) -> int:
    source = spans.source
    begin = at + 1
    while source.startswith("`", begin):
        begin += 1
    marks = source[at:begin]
    after = source[begin : begin + 1]
    if len(marks) == 1 and after and after in SPACE and (not at or source[at - 1] in SPACE):
        return begin
    if not spans.is_followed_by(marks, begin):
        return begin
    finish = source.index(marks, begin)
    inner = source[begin:finish]
    if len(marks) > 1:
        inner = inner.removeprefix(" ").removesuffix(" ")
    return spans.leaf("Code", inner.replace("\n", " "), at, finish + len(marks))


def _bracket(spans: Spans, at: int) -> int:
    if not spans.source.startswith("^", at + 1):
        return read_link(spans, at)
    match = _FOOTNOTE.match(spans.source, at)
    if match is None:
        return at + 1
    if match[1] in spans.text.footnotes:
        spans.leaf("FootnoteReference", match[1], at, match.end())
    return match.end()


def _image(spans: Spans, at: int) -> int:
    return at + 1 if spans.source.startswith("^", at + 2) else read_link(spans, at)


def _closing_bracket(_: Spans, at: int) -> int:
    return at + 1


def _backslash(spans: Spans, at: int) -> int:
    source, options = spans.source, spans.text.options
    if source.startswith("\\\\\n", at) and not options.hard_wrap:
        return spans.leaf("HardBreak", None, at, at + 3)
    following = source[at + 1 : at + 2]
    if options.typographic and source.startswith(("\\<<", "\\>>"), at):
        return spans.skip(at, 1, 2)
    if following == "#" and at and (written := _ESCAPED_REFERENCE.match(source, at - 1)):
        return spans.leaf("Text", html.unescape(f"&{written[1]}"), at - 1, written.end())
    if following in _ESCAPABLE or (following == "~" and options.gfm):
        return spans.skip(at, 1, 1)
    return at + 1


def _reference(spans: Spans, at: int) -> int:
    match = _REFERENCE.match(spans.source, at)
    if match is None:
        return at + 1
    name = match[1]
    if spans.state.is_raw or not name:
        meaning = html.unescape(match[0])
    elif name in _NAMES:
        meaning = chr(_NAMES[name])
    else:
        return match.end()
    return spans.leaf("Text", meaning, at, match.end())


def _math(spans: Spans, at: int) -> int:
    if not spans.is_followed_by("$$", at + 2):
        return at + 1
    end = spans.source.index("$$", at + 2)
    return spans.leaf("InlineMath", spans.source[at + 2 : end].strip(SPACE), at, end + 2)


def _greater_than(spans: Spans, at: int) -> int:
    if not spans.text.options.typographic:
        return at + 1
    if at > spans.pending and spans.source[at - 1] == " ":
        return spans.leaf("Text", "\u00a0»", at - 1, at + 2)
    return spans.leaf("Text", "»", at, at + 2)


def _struck(spans: Spans, at: int) -> int:
    source = spans.source
    if not spans.text.options.gfm or source[at + 2 : at + 3] in {*SPACE, "~", ""}:
        return at + 1
    if spans.has_failed("struck"):
        return at + 1
    match = _STRUCK.match(source, at)
    if match is None:
        spans.fail("struck")
        return at + 1
    end = match.end()
    spans.flush(at)
    spans.put(START, "Strikethrough", None, at, end)
    spans.events += spans.anew().run(match[1], match.start(1) + spans.base)
    spans.put(END, "Strikethrough", None, at, end)
    spans.pending = end
    return end


def _list(spans: Spans, at: int) -> int:
    """Read an attribute list for the element before, or an extension."""
    match = _EXTENSION.match(spans.source, at)
    if match is not None:
        return _extension(spans, match)
    match = _LIST.match(spans.source, at)
    events = spans.events
    if match is None or spans.pending < at or len(events) <= spans.state.level:
        return at + 1
    index = len(events) - 1
    if events[index][1] == "Attributes":  # of what holds nothing
        index -= 1
    role, kind, _, _, _ = events[index]
    if kind == "Text":
        return at + 1
    depth = role
    while depth < 0:
        index -= 1
        depth += events[index][0]
    begin, after = at, index + 1
    if events[after : after + 1] and events[after][1] == "Attributes":  # of a list before
        begin = events.pop(after)[3] - spans.base
    lists = _LIST.finditer(spans.source, begin, match.end())
    given = attributes_of(" ".join([each[1] for each in lists]), spans.text.attribute_lists)
    if given and kind in _BEARERS:
        place = (begin + spans.base, match.end() + spans.base)
        events.insert(after, (LEAF, "Attributes", given, *place))
    spans.pending = match.end()
    return match.end()


def _extension(spans: Spans, match: re.Match[str]) -> int:
    name, at = match[1], match.start()
    begin = finish = end = match.end()
    if name not in {"comment", "nomarkdown", "options"}:
        return at + 1
    if not match[2]:
        closing = _STOPPING.search(spans.source, end) if spans.may_try() else None
        while closing is not None and closing[1] not in {None, name}:
            closing = _STOPPING.search(spans.source, closing.end())
        if closing is None:
            spans.revert(spans.mark(), len(spans.source) - at)
            return at + 1
        finish, end = closing.span()
    spans.flush(at)
    if name == "nomarkdown" and begin < finish:
        spans.put(LEAF, "InlineHtml", spans.source[begin:finish], begin, finish)
    spans.pending = end
    return end


MARKS: Final[dict[str, Callable[[Spans, int], int]]] = {
    "*": _emphasis,
    "_": _emphasis,
    "`": _code,
    "<": read_tag,
    "[": _bracket,
    "]": _closing_bracket,
    "\\": _backslash,
    "&": _reference,
    "!": _image,
    "$": _math,
    "{": _list,
    ">": _greater_than,
    "~": _struck,
}
