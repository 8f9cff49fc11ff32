"""Passes pages that certainly have no parse error, many times faster than the judge.

Sound, not complete: what is accepted has no error; what is not is "don't know". Only plain
markup is looked at: end tags that match the innermost element, tables by a strict grammar.
SVG, forms, templates and whatever else has rules of its own is left to the judge.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from articlelint.html.screen import fitting
from articlelint.html.standard.characters import has_legal_characters
from articlelint.html.standard.references import (
    LONGEST_WITHOUT_SEMICOLON,
    code_point,
    forbidden,
    names,
)
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    Entry = tuple[int, str, fitting.Take]
    """What a tag does: how it is treated, its name, and the function for the harder ones."""

_REFERENCE: Final = regex(r"&(#?[0-9A-Za-z]*+;?)")

_VALUE: Final = r"""[\t\n\f\r ]*+=[\t\n\f\r ]*+(?:"[^"]*+"|'[^']*+'|[^\t\n\f\r "'<>=`]++)"""
_TAG: Final = regex(
    rf"""([A-Za-z][A-Za-z0-9-]*+)((?:[\t\n\f\r ]++[^\t\n\f\r "'<>/=]++(?:{_VALUE})?+)*+)"""
    r"[\t\n\f\r ]*+(/?)\Z"
)
_ATTRIBUTE: Final = regex(rf"""[\t\n\f\r ]++([^\t\n\f\r "'<>/=]++)(?:{_VALUE})?+""")
_TYPOGRAPHIC: Final = regex(r"=[\t\n\f\r ]*+[\u2000-\u2fff\uff00-\uffff]")
_END_TAG: Final = regex(r"/([A-Za-z][A-Za-z0-9-]*+)[\t\n\f\r ]*+\Z")
_SIMPLE_TAG: Final = regex(r"<([^<>]++)>")
PIECE: Final = regex(
    r"""<!--(?!-?>)[^-]*+(?:-(?!-)[^-]*+)*+-->
      | <((script|style|iframe)(?=[\t\n\f\r >])[^<>]*+)>
            [^<]*+(?:<(?!/\2[\t\n\f\r />]|!--)[^<]*+)*+
        (</\2[\t\n\f\r ]*+>)?+
      | <([^<>]++)>""",
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
_UNUSUAL: Final = regex(r"<(?:!|script|style|iframe)", re.IGNORECASE | re.ASCII)
TEXT_IN_TABLE: Final = regex(
    r"<(?:table|/?t(?:head|body|foot|r)|/?colgroup|col|/t[dh]|/caption)(?:[\t\n\f\r ][^<>]*+)?>"
    r"[\t\n\f\r ]*+[^<\t\n\f\r ]",
    re.IGNORECASE | re.ASCII,
)
_RAW_MARK: Final = "\0"
"""Stands before the start tag of raw text whose end tag was found; no page has it."""
_COMMENT: Final = _RAW_MARK
"""Stands for a comment without faults."""

CLOSE, OPEN, VOID, TAKE, TABLE = range(5)
_TAGS_KEPT: Final = 4000
_LONGEST_KEPT: Final = 200

_tags: dict[str, Entry] = {}


def is_certainly_clean(html: str) -> bool:
    """Tell whether the fragment *html* is known to have no parse error.

    False says that it may have some. Takes time in proportion to the text.
    """
    if not has_legal_characters(html):
        return False
    if "&" in html and not all(map(_is_fine_reference, set(_REFERENCE.findall(html)))):
        return False
    if "<" not in html:
        return True
    if _UNUSUAL.search(html) is None:
        tags = _SIMPLE_TAG.findall(html)
        if len(tags) != html.count("<"):
            return False
    else:
        parts = PIECE.split(html)  # text, the four groups of a piece, text ...
        if any("<" in text for text in parts[::5]):
            return False
        tags = [tag_in(*parts[at : at + 4]) for at in range(1, len(parts), 5)]
    known = list(map(_tags.get, tags))
    entries = known if None not in known else list(map(entry_of, tags))
    return _fit_together(entries, html)


def tag_in(raw: str, _name: str, ending: str, tag: str) -> str:
    """Return the tag that a ``PIECE`` found, or what stands for raw text or for a comment."""
    return tag or (_RAW_MARK + raw if ending else raw) or _COMMENT


def first_faulty_reference(html: str, start: int) -> int:
    """Return where the first reference from *start* on is that may be an error; -1 for none."""
    if html.find("&", start) >= 0:
        for match in _REFERENCE.finditer(html, start):
            if not _is_fine_reference(match[1]):
                return match.start()
    return -1


@lru_cache(maxsize=4096)
def _is_fine_reference(reference: str) -> bool:
    """Tell whether what follows an ampersand is fine in text and in attributes."""
    if not reference or reference == ";":
        return True
    if reference.startswith("#"):
        return _is_fine_number(reference)
    if reference.endswith(";"):
        return reference in names()
    longest = min(len(reference), LONGEST_WITHOUT_SEMICOLON)
    return not any(reference[:length] in names() for length in range(2, longest + 1))


def _is_fine_number(reference: str) -> bool:
    digits = reference[1:-1]
    base = 10
    if digits[:1] in ("x", "X"):
        digits, base = digits[1:], 16
    if not digits or len(digits) > 8 or not reference.endswith(";"):
        return False
    try:
        return not forbidden(code_point(digits, base))
    except ValueError:
        return False


def entry_of(tag: str) -> Entry | None:
    """Return what *tag* does, from memory where it is there."""
    entry = _tags.get(tag)
    if entry is None:
        entry = _read_tag(tag)
        if entry is not None and len(tag) <= _LONGEST_KEPT:
            if len(_tags) >= _TAGS_KEPT:
                _tags.clear()
            _tags[tag] = entry
    return entry


def _read_tag(tag: str) -> Entry | None:  # noqa: C901 - a chain of questions
    """Return what *tag*, without its angle brackets, does; None where it may have an error."""
    if tag == _COMMENT:
        return VOID, "", fitting.never
    if tag.startswith(_RAW_MARK):
        whole = _read_tag(tag[1:])
        return (VOID, "", fitting.never) if whole and whole[1] in fitting.RAW else None
    ending = _END_TAG.match(tag)
    if ending is not None:
        return _read_end_tag(ending[1].lower())
    found = _TAG.match(tag)
    if found is None or _TYPOGRAPHIC.search(tag) is not None:
        return None
    name = found[1].lower()
    if found[3] and name not in fitting.VOID:
        return None
    attributes = [attribute.lower() for attribute in _ATTRIBUTE.findall(found[2])]
    if len(set(attributes)) != len(attributes):
        return None
    if name in fitting.TABLE_START:
        return TABLE, name, fitting.TABLE_START[name]
    if name in fitting.START:
        return TAKE, name, fitting.START[name]
    if name in fitting.VOID:
        return VOID, name, fitting.never
    if name in fitting.INLINE or name == "ruby" or "-" in name:
        return OPEN, name, fitting.never
    return None


def _read_end_tag(name: str) -> Entry | None:
    if name in fitting.TABLE_END:
        return TABLE, name, fitting.TABLE_END[name]
    if name in fitting.END:
        return TAKE, name, fitting.END[name]
    if name in fitting.CLOSED_ALONE or "-" in name:
        return CLOSE, name, fitting.never
    return None


def _fit_together(  # noqa: C901, PLR0912 - one flat loop, for speed
    entries: Sequence[Entry | None], html: str
) -> bool:
    """Tell whether the tags certainly fit together; None is one that may have an error."""
    if None in entries:
        return False
    structure: frozenset[str] = frozenset()
    if any(entry is not None and entry[0] == TABLE for entry in entries):
        if TEXT_IN_TABLE.search(html) is not None:
            return False
        structure = fitting.STRUCTURE
    stack = [""]
    for kind, name, take in entries:  # type: ignore[misc] # none of them is None
        if kind == CLOSE:
            if stack.pop() != name:
                return False
        elif kind == TABLE:
            if not take(stack, name):
                return False
        elif stack[-1] in structure:
            return False
        elif kind == OPEN:
            stack.append(name)
            if len(stack) > fitting.DEEPEST:
                return False
        elif kind == TAKE and not take(stack, name):
            return False
    while stack[-1] in fitting.IMPLIED:
        stack.pop()
    return len(stack) == 1
