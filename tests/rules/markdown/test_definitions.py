"""Definitions that nobody meant, footnotes that nobody wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from articlelint_rules.links.duplicate_definition import DuplicateDefinition
from articlelint_rules.links.unused_definition import UnusedDefinition
from articlelint_rules.markdown.accidental_definition import AccidentalDefinition
from articlelint_rules.markdown.undefined_footnote import UndefinedFootnote

if TYPE_CHECKING:
    from collections.abc import Callable

ALL = ("hugo", "hexo", "jekyll", "mkdocs", "pelican", "generic")


@pytest.mark.parametrize(
    ("before", "label", "after"),
    [
        ("- ", "[Fast]:", " quick"),
        ("1. ", "[The-Link]:", " first"),
        ("> * ", "[A b]:", " https://example.org/"),
        ("- a\n\n    - ", "[x y]:", ' /b "title"'),
        ("- **bold**\n- ", "[`code`]:", " c"),
    ],
)
def test_an_item_is_a_definition(
    before: str,
    label: str,
    after: str,
    heard: Callable[..., list[str]],
    fixed: Callable[..., str],
) -> None:
    text = f"{before}{label}{after}\n"
    for generator in ALL:
        assert heard(AccidentalDefinition, text, generator) == [label]
        mended = fixed(AccidentalDefinition, text, generator)
        assert mended == f"{before}\\{label}{after}\n"
        assert heard(AccidentalDefinition, mended, generator) == []


def test_several_words_are_an_address_to_kramdown(heard: Callable[..., list[str]]) -> None:
    text = "- [Fast]: quick and loud\n"
    assert heard(AccidentalDefinition, text, "jekyll") == ["[Fast]:"]
    assert heard(AccidentalDefinition, text, "hugo") == []


def test_no_fix_where_the_definition_is_used(fixed: Callable[..., str]) -> None:
    text = "- [Fast]: quick\n\nSee [fast].\n"
    assert fixed(AccidentalDefinition, text, "hugo") == text


@pytest.mark.parametrize(
    "text",
    [
        "[Fast]: quick",
        "- a\n\n[Fast]: quick",
        "- `[Fast]: quick`",
        "- \\[Fast]: quick",
        "- [Fast](a): quick",
        "- **[Fast]**: quick",
        "- [^1]: quick",
        "```\n- [Fast]: quick\n```",
        "- see [Fast]: quick",
        "- [the-link]: the first kind\n\n[the-link]: /a",
    ],
)
def test_no_definition(text: str, heard: Callable[..., list[str]]) -> None:
    assert heard(AccidentalDefinition, f"{text}\n", "hugo") == []


USED = """See a [class-private name] and the [`Bound<'_, PyAny>`] function.

A footnote.[^f]

[^f]:
    This footnote is long.
    Here is my [website][web].

- [The-Link]: first
- **[bold]**

[the-link]: https://example.com/
[web]: https://example.net/
[Class-Private Name]: https://example.org/x
[`Bound<'_, PyAny>`]: https://example.org/y
[Bold]: https://example.org/z
"""


@pytest.mark.parametrize("generator", ["hugo", "jekyll", "generic", "pelican", "hexo", "mkdocs"])
def test_no_definition_is_unused(generator: str, heard: Callable[..., list[str]]) -> None:
    assert heard(UnusedDefinition, USED, generator) == []


@pytest.mark.parametrize(
    "text",
    [
        "x[^1]\n\n[^1]:\n\n    Long.\n\n    See [A  b].\n\n[a b]: /x",
        "x[^1]\n\n[^1]: See [it][web]\n\n[WEB]: /x",
        "See [`a`][] and ![][b].\n\n[`a`]: /x\n[b]: /y.png",
        "- [x]: one\n\n[X]: /x",
        "> [q]\n\n[Q]: /x",
    ],
)
def test_no_definition_is_unused_in_variants(text: str, heard: Callable[..., list[str]]) -> None:
    for generator in ("hugo", "jekyll", "pelican"):
        assert heard(UnusedDefinition, f"{text}\n", generator) == []


def test_an_unused_definition(heard: Callable[..., list[str]]) -> None:
    assert heard(UnusedDefinition, "Text.\n\n[x]: /x\n", "hugo") == ["[x]: /x"]
    assert heard(DuplicateDefinition, USED, "hugo") == []


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("a[^1] b[^2]\n\n[^1]: x", "[^2]"),
        ("a[^2]", "[^2]"),
        ("> a[^note]\n\nb[^1]\n\n[^1]: x", "[^note]"),
        ("- a [^12]", "[^12]"),
        ("**a[^3]**", "[^3]"),
        ("Is it a[^3]?", "[^3]"),
        ("| a |\n|---|\n| b[^1] |", "[^1]"),
    ],
)
def test_a_footnote_is_missing(text: str, note: str, heard: Callable[..., list[str]]) -> None:
    for generator in ("hugo", "jekyll", "pelican", "zola", "generic"):
        assert heard(UndefinedFootnote, f"{text}\n", generator) == [note]
    assert heard(UndefinedFootnote, f"{text}\n", "hexo") == []  # it knows none


def test_footnotes_that_want_an_extension(heard: Callable[..., list[str]]) -> None:
    text = "a[^1] b[^2]\n\n[^1]: A long note.\n[^2]: Another one.\n"
    assert heard(UndefinedFootnote, text, "mkdocs") == ["[^1]"]
    assert heard(UndefinedFootnote, text, "pelican") == []
    assert heard(UndefinedFootnote, "`a[^1]`\n\n    [^1]: A long note.\n", "mkdocs") == []


@pytest.mark.parametrize(
    "text",
    [
        "a[^1]\n\n[^1]: x",
        "a[^A]\n\n[^a]: x",
        "`[^1]`",
        "    [^1]",
        "\\[^1]",
        "a [^a-z] b[^1]\n\n[^1]: x",
        "a[^word]",
        "a[^1]\n\n{{< include a >}}",
        "<p>\n[^1]\n</p>",
    ],
)
def test_no_footnote_is_missing(text: str, heard: Callable[..., list[str]]) -> None:
    assert heard(UndefinedFootnote, f"{text}\n", "hugo") == []


@pytest.mark.parametrize("rule", [AccidentalDefinition, UndefinedFootnote, UnusedDefinition])
@pytest.mark.parametrize("unit", ["- [a]: b\n", "[^1]", "[^", "- [", "[a]: b\n"])
def test_hostile_text_takes_linear_time(
    rule: type, unit: str, grows_linearly: Callable[..., None]
) -> None:
    grows_linearly(rule, unit * (50_000 // len(unit)), "hugo")
