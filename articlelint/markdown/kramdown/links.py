"""Links and images."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Final

from articlelint.markdown.events import LEAF, START
from articlelint.markdown.kramdown.attributes import as_html, resolved
from articlelint.markdown.kramdown.definitions import normalized
from articlelint.markdown.kramdown.patterns import SPACE
from articlelint.named_tuple import NamedTuple
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from articlelint.markdown.kramdown.model import AttributeList
    from articlelint.markdown.kramdown.spans import Spans

_ID: Final = regex(r"\s*?\[([^\]]*)\]", re.ASCII)
_POINTED: Final = regex(r"\(<(.*?)>")
_PARENTHESIS: Final = regex(r"""(\()|(\))|\s(?=['"])""", re.ASCII)
_TITLE: Final = regex(r"""\s*?(["'])(.+?)\1\s*?\)""", re.ASCII | re.DOTALL)
_ESCAPED: Final = regex(r"""\\([\\.*_+`<>()\[\]{}#!:|"'$=-])""")
_REFERENCE: Final = regex(r"&(?:[A-Za-z][A-Za-z0-9]*|#[0-9]+|#x[0-9a-fA-F]+);")


class _Target(NamedTuple):
    """Where a link leads, and where it ends in the source."""

    kind: str
    destination: str
    title: str
    id: str
    end: int
    attributes: AttributeList | None = None


def read_link(spans: Spans, at: int) -> int:
    """Read a link or an image, or its opening bracket as text; return where that ends."""
    source = spans.source
    image = source[at] == "!"
    begin = at + 1 + image
    if (spans.state.in_link and not image) or not spans.may_try():
        return begin
    if not spans.is_followed_by("]", begin):
        return begin
    kind = "Image" if image else "Link"
    count = 1

    def closes(end: int) -> bool:
        nonlocal count
        count += -1 if source[end] == "]" else 1
        return count == spans.images

    back = spans.mark()
    spans.flush(at)
    first = len(spans.events)
    spans.put(START, kind, None, at, at)
    finish = spans.inside(begin, "[]!", closes, parent=kind, in_link=True)
    target = None if finish < 0 else _target(spans, begin, finish)
    if target is None:
        reached = finish if finish >= 0 and not source.startswith("(", finish + 1) else len(source)
        spans.revert(back, reached - at)
        return begin
    data = {
        "link_type": target.kind,
        "dest_url": _plain(target.destination),
        "title": _plain(target.title),
        "id": target.id,
    }
    if image:
        spans.images += 1
        del spans.events[first + 1 :]
        del spans.text.slips[back[1] :]
        if finish > begin:
            alternative = _plain(_ESCAPED.sub(r"\1", source[begin:finish].replace("\n", " ")))
            spans.put(LEAF, "Text", alternative, begin, finish)
    end = spans.close(first, kind, data, target.end)
    if target.attributes is not None:
        given = as_html(resolved(target.attributes, spans.text.attribute_lists))
        if given:
            event = (LEAF, "Attributes", given, at + spans.base, end + spans.base)
            spans.events.insert(first + 1, event)
    return end


def _plain(text: str) -> str:
    """Return *text* with its character references resolved, as a browser does in attributes."""
    return _REFERENCE.sub(lambda match: html.unescape(match[0]), text) if "&" in text else text


def _target(spans: Spans, begin: int, finish: int) -> _Target | None:
    """Return what follows the text between brackets, which is ``source[begin:finish]``."""
    source = spans.source
    at = finish + 1
    match = _ID.match(source, at)
    if match is None and source.startswith("(", at):
        return _inline(source, at)
    name = match[1] if match else ""
    kind = "Reference" if name else "Collapsed" if match else "Shortcut"
    label = name or _ESCAPED.sub(r"\1", source[begin:finish])
    found = spans.text.links.get(normalized(label))
    if found is None:
        return None
    _, place, block = found
    end = match.end() if match else at
    return _Target(kind, place.destination, place.title or "", label, end, block.attributes)


def _inline(source: str, at: int) -> _Target | None:
    """Return where ``(destination "title")`` leads."""
    pointed = _POINTED.match(source, at)
    if pointed is not None:
        end = pointed.end()
        if source.startswith(")", end):
            return _Target("Inline", pointed[1], "", "", end + 1)
        destination = pointed[1]
    else:
        depth = 0
        end = at
        while (match := _PARENTHESIS.search(source, end)) is not None:
            end = match.end()
            if match[2]:
                depth -= 1
                if depth == 0:
                    break
            elif match[1]:
                depth += 1
            else:
                break
        destination = source[at + 1 : end - 1].strip(SPACE)
        if depth == 0:
            return _Target("Inline", destination, "", "", end)
    title = _TITLE.match(source, end)
    return None if title is None else _Target("Inline", destination, title[2], "", title.end())
