"""Which processors and passes a configuration has, in which order."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from articlelint.markdown.python_markdown.blocks import (
    containers,
    definition_lists,
    definitions,
    leaves,
    lists,
    parser,
    tables,
)
from articlelint.markdown.python_markdown.blocks.autodoc import autodoc
from articlelint.markdown.python_markdown.blocks.generic import generic
from articlelint.markdown.python_markdown.blocks.islands import islands
from articlelint.markdown.python_markdown.blocks.parser import BlockStep
from articlelint.markdown.python_markdown.inline import code, links, magic, markup, repositories
from articlelint.markdown.python_markdown.inline.reader import Step, Steps
from articlelint.markdown.python_markdown.inline.symbols import signs_of
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from articlelint.markdown.python_markdown.features import Features


_NUMBERS: Final = "|".join(
    ["@", *(rf"{kind}{n}" for kind in (r"\#", "!", r"\?") for n in range(1, 10))]
)
"""What repositories are looked for at; patterns that begin with a character are quick."""


@lru_cache(maxsize=64)
def steps(features: Features) -> Steps:
    """Return the steps of a configuration."""
    return Steps(
        tuple(_processors(features)),
        tuple(_passes(features)),
        {delimiter.token: delimiter for delimiter in features.emphasis},
        {delimiter.token: delimiter for delimiter in features.marks},
    )


def passes_for(plan: Steps, text: str, *, references: bool) -> tuple[Step, ...]:
    """Return the passes that may find something in a whole text."""
    return tuple(
        [
            step
            for step in plan.passes
            if (references or not step.needs_references)
            and any(sign in text for sign in step.signs)
        ]
    )


def special(passes: tuple[Step, ...]) -> re.Pattern[str]:
    """Return what finds something in a block for one of *passes*."""
    return any_of(frozenset(_patterns(passes)))


def notable(
    passes: tuple[Step, ...], symbols: Iterable[str], names: Iterable[str], *, lists: bool
) -> re.Pattern[str]:
    """Return what finds something in a block that is more than plain text.

    That is something for a pass, for one of *symbols* or of *names* that are abbreviations, for
    *lists* of attributes, and what was taken out, or would be a link if it were defined.
    """
    signs = {*_patterns(passes), *map(signs_of, symbols), *map(re.escape, names), "\x02", r"\]\["}
    return any_of(frozenset(signs | {r"\{"} if lists else signs))


def _patterns(passes: tuple[Step, ...]) -> Iterator[str]:
    for step in passes:
        if step.pattern:
            yield step.pattern
        else:
            yield from map(re.escape, step.signs)


@lru_cache(maxsize=256)
def any_of(patterns: frozenset[str]) -> re.Pattern[str]:
    """Return what finds one of *patterns*."""
    return regex("|".join(sorted(patterns)) or r"(?!)")


def processors_for(plan: Steps, text: str) -> list[BlockStep]:
    """Return the processors that may find something in a whole text."""
    return [
        step
        for step in plan.processors
        if not step.signs or any(sign in text for sign in step.signs)
    ]


def _processors(features: Features) -> list[BlockStep]:
    """Return the processors of blocks, the first to be asked first."""
    indent = " " * features.tab_length
    found: list[tuple[object, BlockStep]] = [
        (features.admonitions, BlockStep(containers.admonition, ("!!!",), "!!!", indent)),
        (features.details, BlockStep(containers.details, ("???",), "???", indent)),
        (features.tabs, BlockStep(containers.tab, ("===",), "===", indent)),
        (features.markdown_in_html, BlockStep(islands, ("\x02",), "\x02")),
        (True, BlockStep(parser.empty, (), "\n")),
        (True, BlockStep(lists.indented, (), indent)),
        (features.blocks, BlockStep(generic, ("///",))),
        (features.definition_lists, BlockStep(lists.indented_in_any, (":", "///"), indent)),
        (True, BlockStep(leaves.code, (), indent)),
        (features.math, BlockStep(leaves.formula, ("$$", "\\[", "\\begin{"))),
        (features.tables, BlockStep(tables.table, ("|",), "|")),
        (features.autodoc, BlockStep(autodoc, (":::",), ":::")),
        (True, BlockStep(leaves.heading, ("#",), "#")),
        (True, BlockStep(leaves.underlined_heading, ("==", "--", "=\n", "-\n"), "\n")),
        (True, BlockStep(leaves.rule)),
        (True, BlockStep(lists.numbered_list, (". ",), ". ")),
        (True, BlockStep(lists.bullet_list, (), " ")),
        (features.definition_lists, BlockStep(definition_lists.definition_list, (":",), ":")),
        (True, BlockStep(leaves.quote, (">",), ">")),
        (features.footnotes, BlockStep(definitions.footnotes, ("[^",), "[^")),
        (features.abbreviations, BlockStep(definitions.abbreviations, ("*[",), "*[")),
        (True, BlockStep(definitions.references, ("]:",), "]:")),
        (True, BlockStep(parser.paragraphs)),
    ]
    return [step for wanted, step in found if wanted]


def _passes(features: Features) -> list[Step]:
    """Return the passes over text, the first to be made first."""
    tokens = tuple(delimiter.token for delimiter in features.emphasis)
    marks = tuple(delimiter.token for delimiter in features.marks)
    found: list[tuple[object, Step]] = [
        (True, Step(code.code, ("`",))),
        ("dollar" in features.math, Step(markup.dollar_math, ("$",))),
        ("round" in features.math, Step(markup.round_math, ("\\(",))),
        (features.keys, Step(magic.quoted_keys, ("++",))),
        (True, Step(code.escapes, ("\\",))),
        (features.footnotes, Step(markup.footnotes, ("[^",))),
        (True, Step(links.reference_links, ("][", "] [", "]\n["), needs_references=True)),
        (True, Step(links.links, ("](",))),
        (True, Step(links.images, ("![",))),
        (True, Step(links.reference_images, ("![",), needs_references=True)),
        (True, Step(links.short_links, ("[",), needs_references=True)),
        (True, Step(links.short_images, ("![",), needs_references=True)),
        (True, Step(links.autolinks, ("://",))),
        (True, Step(links.automails, ("@",))),
        (True, Step(markup.breaks, ("  \n",))),
        (True, Step(markup.html_tags, ("<",))),
        (features.magic_links, Step(magic.links, ("://", "www.", "WWW.", "Www."))),
        (features.magic_links, Step(magic.mails, ("@",))),
        (True, Step(markup.references, ("&",))),
        (
            features.repositories,
            Step(repositories.repositories, ("@", "#", "!", "?"), pattern=_NUMBERS),
        ),
        (features.emoji, Step(magic.emoji, (":",), pattern=r":[^\s:]+:")),
        (features.keys, Step(magic.keys, ("++",))),
        (True, Step(markup.emphasis, tokens)),
        (features.marks, Step(markup.marks, marks)),
        (features.line_breaks, Step(markup.newlines, ("\n",))),
    ]
    return [step for wanted, step in found if wanted]
