"""What a configuration of Python-Markdown switches on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from articlelint.markdown.python_markdown.inline.delimiters import Delimiter
from articlelint.named_tuple import NamedTuple

ESCAPED: Final = frozenset("\\`*_{}[]()>#+-.!")
"""``Markdown.ESCAPED_CHARS``."""
EMPHASIS: Final = (
    Delimiter("*", "Strong", "Emphasis"),
    Delimiter("_", "Strong", "Emphasis", smart=True),
)


class Repositories(NamedTuple):
    """Whose short names are known, and what is meant where none is named."""

    provider: str = "github"
    user: str = ""
    repository: str = ""
    projects: bool = False
    people: bool = False


class BlockKind(NamedTuple):
    """What ``///`` blocks of a name are: *kind* is the extension that makes them.

    *title* is what an admonition of a type is called where it is not said, and what the number of
    a figure is put into. *modes* say how the content of elements is read, *prepend* is where a
    caption stands, *numbered* tells whether every figure has a number, down to *depth*.
    """

    name: str
    kind: str
    class_name: str = ""
    title: str = ""
    modes: tuple[tuple[str, str], ...] = ()
    prepend: bool = False
    numbered: bool = False
    depth: int = 0


@dataclass(frozen=True)
class Features:
    """The extensions that change what is read, and their options.

    *fences* are "plain" (``fenced_code``) or "nested" (``superfences``), *tabs* "plain" or
    "alternate", both "" where there are none. *emphasis* are the delimiters that are read
    together, *marks* others that are read after them. *unknown* are extensions of which nothing
    is known.
    """

    tab_length: int = 4
    abbreviations: bool = False
    admonitions: bool = False
    attribute_lists: bool = False
    autodoc: bool = False
    block_tabs: str = ""
    blocks: tuple[BlockKind, ...] = ()
    code_headers: bool = False
    definition_lists: bool = False
    details: bool = False
    emoji: bool = False
    emphasis: tuple[Delimiter, ...] = EMPHASIS
    escaped: frozenset[str] = ESCAPED
    fences: str = ""
    footnotes: bool = False
    indented_code: bool = True
    inline_highlight: bool = False
    keys: bool = False
    line_breaks: bool = False
    magic_links: bool = False
    marks: tuple[Delimiter, ...] = ()
    markdown_in_html: bool = False
    math: frozenset[str] = frozenset()
    relaxed_fences: bool = False
    repositories: Repositories | None = None
    sane_headings: bool = False
    sane_lists: bool = False
    snippets: bool = False
    smart_symbols: tuple[str, ...] = ()
    smarty: frozenset[str] = frozenset()
    tables: bool = False
    tab_ids: bool = False
    tabs: str = ""
    task_lists: bool = False
    toc: bool = False
    unknown: frozenset[str] = frozenset()

    def __hash__(self) -> int:
        """Return what is quick to tell; equal ones are mostly the same."""
        return hash((self.fences, self.tabs, self.tables))

    @property
    def nested_fences(self) -> bool:
        """Tell whether fences are found in lists and quotes."""
        return self.fences == "nested"


EXTRA: Final = Features(
    abbreviations=True,
    attribute_lists=True,
    definition_lists=True,
    escaped=ESCAPED | {"|"},
    fences="plain",
    footnotes=True,
    markdown_in_html=True,
    tables=True,
)
"""What the extension ``extra`` of Python-Markdown brings."""

MATERIAL: Final = replace(
    EXTRA,
    admonitions=True,
    details=True,
    emoji=True,
    fences="nested",
    inline_highlight=True,
    keys=True,
    relaxed_fences=True,
    snippets=True,
    tabs="alternate",
    task_lists=True,
    toc=True,
)
"""What Material for MkDocs recommends: its "Python Markdown Extensions".

Without its configuration: a program of the site may read what stands behind a fence's language.
"""
