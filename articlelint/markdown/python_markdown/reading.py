"""A text through every step, from white space to events."""

from __future__ import annotations

import re
from functools import lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from articlelint.markdown.dialect import DefinitionPlace
from articlelint.markdown.python_markdown.blocks.captions import number_figures
from articlelint.markdown.python_markdown.blocks.parser import BlockParser
from articlelint.markdown.python_markdown.element import Fence
from articlelint.markdown.python_markdown.extents import settle
from articlelint.markdown.python_markdown.fences import take_nested_fences, take_plain_fences
from articlelint.markdown.python_markdown.inline.reader import Context
from articlelint.markdown.python_markdown.inline.symbols import symbols_in
from articlelint.markdown.python_markdown.md_in_html import Island, MarkdownExtractor
from articlelint.markdown.python_markdown.raw_html import Extractor
from articlelint.markdown.python_markdown.snippets import unescaped
from articlelint.markdown.python_markdown.steps import (
    notable,
    passes_for,
    processors_for,
    special,
    steps,
)
from articlelint.markdown.python_markdown.whitespace import normalised
from articlelint.markdown.python_markdown.writer import Writer
from articlelint.named_tuple import NamedTuple
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Mapping

    from articlelint.markdown.events import Event
    from articlelint.markdown.python_markdown.element import Definition
    from articlelint.markdown.python_markdown.features import Features
    from articlelint.markdown.python_markdown.mapped import Mapped


class Reading(NamedTuple):
    """What was found in a text."""

    events: list[Event]
    definitions: Mapping[str, DefinitionPlace]


class _Defined(NamedTuple):
    """What a text defines that is put to the end of every article."""

    references: Mapping[str, Definition]
    abbreviations: Mapping[str, str]


_END: Final = itemgetter(4)
_WITH_ADDRESS: Final = frozenset({"Link", "Image"})
"""What has the place of its address beside its own."""
_NOTHING: Final = _Defined({}, {})


@lru_cache(maxsize=128)  # an article is read for itself, and for the links that lead to it
def read(features: Features, appended: str, source: str) -> Reading:
    """Return what Python-Markdown makes of *source* and of what is *appended* to it."""
    size = len(source)
    known = _defined(features, appended) if appended else _NOTHING
    found = _read(features, source, size, known) if known is not None else None
    if found is None:
        found = _read(features, f"{source}\n\n\n{appended}\n", size, None) or Reading([], {})
    events = found.events
    if events and max(map(_END, events)) > size:  # what is put in has a place of its own
        events = [
            (role, kind, data, min(start, size), min(end, size))
            for role, kind, data, start, end in events
            if start < size or end <= size or kind not in _WITH_ADDRESS
        ]
        found = found._replace(events=events)
    return found


@lru_cache(maxsize=8)
def _defined(features: Features, appended: str) -> _Defined | None:
    """Return what a text defines; None where it shows something as well."""
    text, stash, _ = _without_html(features, appended)
    parser = BlockParser(features, processors_for(steps(features), _whole(text, stash)), stash)
    root = parser.document(text)
    if stash or root.children or parser.footnotes:
        return None
    return _Defined(_elsewhere(parser.references, 0), parser.abbreviations)


def _elsewhere(references: Mapping[str, Definition], size: int) -> dict[str, Definition]:
    """Return *references*, those that stand behind the article's end without their places."""
    return {
        label: each
        if each.span is not None and each.span[1] <= size
        else each._replace(span=None, url_span=None, title_span=None)
        for label, each in references.items()
    }


def _without_html(features: Features, source: str) -> tuple[Mapped, list[object], bool]:
    """Return the text without code and HTML, those, and whether a block of HTML has no end."""
    stash: list[object] = []
    text = normalised(source, features.tab_length)
    if features.snippets:
        text = unescaped(text)
    if features.fences == "nested":
        text = take_nested_fences(text, stash, relaxed=features.relaxed_fences)
    elif features.fences:
        text = take_plain_fences(text, stash)
    if "<" not in text.text and "&#" not in text.text:
        return text, stash, False
    extractor = (MarkdownExtractor if features.markdown_in_html else Extractor)(text, stash)
    return extractor.run(), stash, extractor.is_open


def _read(features: Features, source: str, size: int, known: _Defined | None) -> Reading | None:
    """Read *source*, of which the article are *size* characters.

    What is *known* is defined behind its end. None where that is part of HTML that has no end.
    """
    if not source.strip():
        return Reading([], {})
    text, stash, is_open = _without_html(features, source)
    if is_open and known:
        return None
    islands = [each.content.text for each in stash if isinstance(each, Island)]
    plan = steps(features)
    parser = BlockParser(features, processors_for(plan, _whole(text, stash)), stash)
    root = parser.document(text)
    footnotes = parser.all_footnotes()
    if any(kind.kind == "caption" for kind in features.blocks):
        number_figures(root)
    settle(root)
    for _, note in footnotes:
        settle(note)
    whole = "".join([text.text, *islands, *parser.restored])
    references: Mapping[str, Definition] = parser.references
    abbreviations: Mapping[str, str] = parser.abbreviations
    if known is None:
        references = _elsewhere(references, size)
    elif known is not _NOTHING:
        references = {**references, **known.references}
        abbreviations = {**abbreviations, **known.abbreviations}
    passes = passes_for(plan, whole, references=bool(references))
    symbols = symbols_in(features, whole)
    lists = features.attribute_lists and "{" in whole
    context = Context(
        features,
        plan,
        passes,
        special(passes),
        notable(passes, symbols, abbreviations, lists=lists),
        symbols,
        lists,
        references,
        parser.footnotes,
        _words(abbreviations) if abbreviations else None,
        abbreviations,
    )
    writer = Writer(context, source, stash)
    writer.document(root, footnotes)
    definitions = {
        each.label: DefinitionPlace(each.url, each.title, *each.span)
        for each in references.values()
        if each.span is not None
    }
    return Reading(writer.events, definitions)


def _whole(text: Mapped, stash: list[object]) -> str:
    """Return all that may be read as blocks."""
    parts = [text.text]
    for taken in stash:
        if isinstance(taken, Island):
            parts.append(taken.content.text)
        elif isinstance(taken, Fence):
            parts.append(taken.lines.text)
    return "".join(parts)


def _words(names: Mapping[str, str]) -> re.Pattern[str]:
    longest = sorted(names, key=len, reverse=True)
    return regex(rf"\b(?:{'|'.join(map(re.escape, longest))})\b")
