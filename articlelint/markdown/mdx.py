"""MDX: CommonMark whose tags are components and whose indentation makes no code."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from articlelint.markdown.common_mark import CommonMark
from articlelint.markdown.events import START, read_events
from articlelint.templates import FILLER
from articlelint.templates.jsx import Compiler, read
from articlelint.templates.protected import fences
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint.markdown.dialect import Dialect
    from articlelint.templates.protected import ProtectedSpans

_CODE: Final = regex(r"^(?: {4}| {0,3}\t)[ \t]*+[^ \t\n]", re.MULTILINE)
"""No line but such a one may be indented code, for all that the containers around it take off."""
_DEEP_HEADING: Final = regex(
    r"^(?: {4}| {0,3}\t)[ \t]*+#{1,6}[ \t]++([^ \t\r\n][^\r\n]*+)", re.MULTILINE
)
_INDENTED: Final = regex(r"(?:^|(?<=\r))[ \t](?=[ \t]*[^ \t\r\n])", re.MULTILINE)


class Mdx(CommonMark):
    """MDX with the extensions that *options* name, as a *compiler* takes it."""

    name = "mdx"

    def __init__(self, options: int = 0, compiler: Compiler | None = None) -> None:
        super().__init__(options)
        self._compiler = compiler or Compiler(comments=True, heading_ids=True)

    @classmethod
    def like(cls, dialect: Dialect, compiler: Compiler | None) -> Mdx:
        """Return MDX with the extensions of *dialect*, as far as CommonMark's parsers have them."""
        made = cls(dialect.options if isinstance(dialect, CommonMark) else 0, compiler)
        made.reads_emphasis_beside_cjk = dialect.reads_emphasis_beside_cjk
        made.may_have_mathematics = dialect.may_have_mathematics
        return made

    def may_make_ids(self, text: str) -> bool:
        """Look for a fence that Docusaurus takes away: ``unwrapMdxCodeBlocks``."""
        return "mdx-code-block" in text

    def hidden_headings(self, text: str) -> Iterator[str]:
        """Yield what is indented as far as code: ``prepared`` makes text of it."""
        yield from (match[1] for match in _DEEP_HEADING.finditer(text))

    def prepared(self, text: str) -> str:
        """Return MDX as Markdown that pulldown-cmark reads alike, at equal length.

        Modules, components and expressions are masked. Indentation makes no code in MDX, so that
        the content of components can be indented; what the parser took for such code is given a
        letter at the beginning of each line.
        """
        from articlelint.templates.jsx.mask import masked
        from articlelint.templates.protected import protected_spans

        text = masked(text, read(text, self._compiler))
        if not _may_hold_indented_code(text):
            return text
        code: ProtectedSpans | None = None
        characters = list(text)
        for role, kind, data, start, end in read_events(text, self.options):
            if role == START and kind == "CodeBlock" and data == "Indented":
                code = code or protected_spans(text)
                begin = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
                for match in _INDENTED.finditer(text, begin, end):
                    if not code.beyond(_text_start(text, match.start())):
                        characters[match.start()] = FILLER
        return "".join(characters)


def _may_hold_indented_code(text: str) -> bool:
    """Tell whether a line outside of fences is indented as far as code is."""
    places = [match.start() for match in _CODE.finditer(text.replace("\r", "\n"))]
    fenced = iter(fences(text) if places else ())
    start, end = next(fenced, (len(text), len(text)))
    for place in places:
        while end <= place < len(text):
            start, end = next(fenced, (len(text), len(text)))
        if place < start:
            return True
    return False


def _text_start(text: str, at: int) -> int:
    while text[at] in " \t":
        at += 1
    return at
