"""kramdown, the parser of Jekyll: https://kramdown.gettalong.org/syntax.html."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from articlelint.markdown.dialect import DefinitionPlace, Dialect, Slip
from articlelint.markdown.kramdown.model import Options
from articlelint.named_tuple import NamedTuple
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Mapping

    from articlelint.markdown.events import Event

__all__ = ["Kramdown", "Options"]


class Kramdown(Dialect):
    """kramdown 2 with the options of a site."""

    name = "kramdown"
    has_optional_end_tags = False
    first_attribute_counts = False
    rewrites_html = True
    blank_lines_end_html = False
    has_footnotes = True
    markdown_in_html = 'Write `markdown="1"` in the start tag of the element, or write it in HTML'

    def __init__(self, options: Options = Options()) -> None:  # noqa: B008 - it never changes
        self.options = options

    @staticmethod
    def configured(options: Mapping[str, object], *, words_behind_fences: bool = False) -> Kramdown:
        """Return kramdown with the options that ``kramdown:`` of a configuration gives it."""
        gfm = str(options.get("input", "GFM")).upper() == "GFM"
        quirks = options.get("gfm_quirks", "paragraph_end")
        names = quirks.split(",") if isinstance(quirks, str) else quirks
        given = {str(each).strip() for each in names} if isinstance(names, (list, tuple)) else set()
        return Kramdown(
            Options(
                gfm=gfm,
                hard_wrap=gfm and options.get("hard_wrap", False) is True,
                parse_block_html=options.get("parse_block_html", False) is True,
                parse_span_html=options.get("parse_span_html", True) is not False,
                quirk="paragraph_end" in given,
                typographic="no_auto_typographic" not in given,
                native=options.get("html_to_native", False) is True,
                words_behind_fences=words_behind_fences,
            )
        )

    def events(self, text: str) -> list[Event]:
        """Return kramdown's blocks and spans as events."""
        return _read(text, self.options).events

    def definitions(self, text: str) -> Mapping[str, DefinitionPlace]:
        """Return the definitions; of two with one label the last counts."""
        return _read(text, self.options).definitions

    def slips(self, text: str) -> tuple[Slip, ...]:
        """Return what of the HTML in *text* becomes something else than the author meant."""
        return _read(text, self.options).slips


_WORDS_BEHIND_FENCE: Final = regex(r"^([ ]{0,3}`{3,}[ \t]*[^\s`]+)([ \t]+[^\n`]+)$", re.MULTILINE)


def _blanked(match: re.Match[str]) -> str:
    return match[1] + " " * len(match[2])


class _Reading(NamedTuple):
    events: list[Event]
    definitions: Mapping[str, DefinitionPlace]
    slips: tuple[Slip, ...]


@lru_cache(maxsize=4)
def _read(text: str, options: Options) -> _Reading:
    from articlelint.markdown.kramdown.blocks import run
    from articlelint.markdown.kramdown.emit import Emitter
    from articlelint.markdown.kramdown.model import Block
    from articlelint.markdown.kramdown.scope import Scope, Text
    from articlelint.markdown.kramdown.source import Source

    if options.words_behind_fences:
        text = _WORDS_BEHIND_FENCE.sub(_blanked, text)
    known = Text(options, run)
    blocks: list[Block] = []
    run(Scope(known, Source.of(text), 0, blocks, 0))
    emitter = Emitter(known)
    emitter.blocks(blocks)
    emitter.footnotes()
    definitions = {label: place for label, place, _ in known.links.values()}
    return _Reading(emitter.events, definitions, tuple(known.slips))
