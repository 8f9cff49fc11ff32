"""Broken YAML: what is said, where. Each case shows the words that the span covers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from articlelint.front_matter import Format, SyntaxProblem, parse

if TYPE_CHECKING:
    from collections.abc import Callable


def problems(source: str) -> list[SyntaxProblem]:
    front_matter = parse(f"---\n{source}\n---\nbody\n", formats={Format.YAML})
    assert front_matter is not None
    assert front_matter.root is None
    return list(front_matter.problems)


def found(source: str) -> list[tuple[str, str]]:
    text = f"---\n{source}\n---\nbody\n"
    return [(problem.code, problem.span.of(text)) for problem in problems(source)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("a: B: C\nd: 1", ("unquoted-colon", "B: C"), id="a colon in the value"),
        pytest.param("a: B:\nd: 1", ("unquoted-colon", "B:"), id="a colon at the end"),
        pytest.param("- a: b: c", ("unquoted-colon", "b: c"), id="a colon in an item's value"),
        pytest.param("a: b: c # d", ("unquoted-colon", "b: c"), id="a comment is not at fault"),
        pytest.param("“a”: b: c", ("unquoted-colon", "b: c"), id="a key in typographic quotes"),
        pytest.param("a: @b", ("reserved-character", "@b"), id="at sign"),
        pytest.param("a: `b` c", ("reserved-character", "`b` c"), id="backtick"),
        pytest.param("a: %b", ("reserved-character", "%b"), id="percent sign"),
        pytest.param("a: *b* c", ("reserved-character", "*b* c"), id="asterisk"),
        pytest.param("a: *b", ("reserved-character", "*b"), id="no such anchor"),
        pytest.param("a: &nbsp; b", ("reserved-character", "&nbsp; b"), id="entity"),
        pytest.param("a: & b", ("reserved-character", "& b"), id="ampersand"),
        pytest.param("a: !b!c d", ("reserved-character", "!b!c d"), id="exclamation marks"),
        pytest.param("a: > b", ("reserved-character", "> b"), id="greater-than sign"),
        pytest.param("a: |b", ("reserved-character", "|b"), id="bar"),
        pytest.param("a: ]", ("reserved-character", "]"), id="bracket"),
        pytest.param("a: - b", ("reserved-character", "- b"), id="dash"),
        pytest.param("a: ? b", ("reserved-character", "? b"), id="question mark"),
        pytest.param("a: [@b, c]", ("reserved-character", "@b"), id="at sign in a list"),
        pytest.param("@a: b", ("reserved-character", "@a: b"), id="at sign before the key"),
        pytest.param("a: !b c", ("tag", "!b c"), id="unknown tag"),
        pytest.param("a: {{ b }}", ("template", "{{ b }}"), id="template tag"),
        pytest.param("a: { { b } }", ("template", "{ { b } }"), id="reformatted template tag"),
        pytest.param("a: {{ b }} c", ("template", "{{ b }} c"), id="template tag and more"),
        pytest.param("a: {% b %}", ("template", "{% b %}"), id="Liquid tag"),
        pytest.param('a: "{{ b "c" }}"', ("template", '"{{ b "c" }}"'), id="quotes in a tag"),
        pytest.param("a: [b] c\nd: 1", ("flow", "[b] c"), id="text after a list"),
        pytest.param("a: [b\nc: 1", ("flow", "[b"), id="open list"),
        pytest.param("a: {b: c\nd: 1", ("flow", "{b: c"), id="open mapping"),
        pytest.param("a: [b]]", ("flow", "[b]]"), id="a bracket too many"),
        pytest.param("a: 1\n\tb: 2", ("tab-indentation", "\t"), id="tab"),
        pytest.param("a:\n\t- b\n\t- c", ("tab-indentation", "\t"), id="several tabs, one cause"),
        pytest.param('a: "b\nc: 1', ("unterminated-quote", '"b'), id="open quote"),
        pytest.param('a: "b\nc: "d"\ne: 1', ("unterminated-quote", '"b'), id="quote closed later"),
        pytest.param("a: 'b", ("unterminated-quote", "'b"), id="open single quote"),
        pytest.param("a: 'it's'", ("text-after-quote", "'it's'"), id="apostrophe"),
        pytest.param('a: "b" c', ("text-after-quote", '"b" c'), id="text after a quote"),
        pytest.param('a: "b": c', ("text-after-quote", '"b": c'), id="colon after a quote"),
        pytest.param('a: "\\智"', ("bad-escape", "\\智"), id="bad escape"),
        pytest.param('a: "C:\\dir\\pic"', ("bad-escape", "\\d"), id="Windows path, one cause"),
        pytest.param('a: "\\x1g"', ("bad-escape", "\\x1"), id="short escape"),
        pytest.param("a: b\x08c", ("control-character", "\x08"), id="control character"),
        pytest.param("a: b\nc\u2028d: e", ("control-character", "\u2028"), id="line separator"),
        pytest.param("a: 1\n\ufeffb: 2", ("control-character", "\ufeff"), id="byte order mark"),
        pytest.param("a:B", ("missing-space-after-colon", ":"), id="no space, one line"),
        pytest.param("a:B\nc: 1", ("missing-space-after-colon", ":"), id="no space, first line"),
        pytest.param("c: 1\na:B", ("missing-space-after-colon", ":"), id="no space, last line"),
        pytest.param("c: 1\na:\u00a0B", ("missing-space-after-colon", ":"), id="no-break space"),
        pytest.param("a： b\nc: 1", ("fullwidth-colon", "："), id="full-width colon"),
        pytest.param("a:\n\u3000- b\nc: 1", ("odd-space", "\u3000"), id="ideographic space"),
        pytest.param("a: b\nc d\ne: 1", ("not-key-value", "c d"), id="a line of words"),
        pytest.param("a: b\n  c: d", ("indented-key", "  "), id="indented below a value"),
        pytest.param(" a: b\nc: d", ("indented-key", " "), id="only the first one is indented"),
        pytest.param('a = "b"\nc: d', ("equals-sign", " = "), id="equals sign"),
        pytest.param("a:\n- b\n-c\nd: e", ("item", "-"), id="item without a space"),
        pytest.param("a:\n– b\nd: e", ("item", "– "), id="item behind a typographic dash"),
        pytest.param("a:\n- b\n* c\nd: e", ("item", "* "), id="item behind an asterisk"),
        pytest.param("a: [#b, #c]\nd: e", ("flow", "[#b,"), id="comment in a list"),
        pytest.param("  a: 1\n b: 2", ("bad-indentation", " "), id="indented less"),
        pytest.param("a:\n  - b\n - c", ("bad-indentation", " "), id="items not in line"),
        pytest.param("a:\n  - b\n  c: d", ("bad-indentation", "c: d"), id="a key among items"),
        pytest.param("a: b\n- c", ("bad-indentation", "- c"), id="an item among keys"),
        pytest.param(
            "a: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> x",
            ("conflict-marker", "<<<<<<< HEAD"),
            id="conflict",
        ),
        pytest.param("<<: a\nb: c", ("merge", "a"), id="merge of no mapping"),
        pytest.param("[a]: b", ("complex-key", "[a]"), id="a list for a key"),
        pytest.param('a: "b\nc: [d]\ne: "f"', ("unterminated-quote", '"b'), id="closed far below"),
        pytest.param('a: "b"\u3000\nc: 1', ("odd-space", "\u3000"), id="wide space at the end"),
        pytest.param(
            ">a: b\nc: 1", ("reserved-character", ">a: b"), id="greater-than before a key"
        ),
        pytest.param("}a: b", ("reserved-character", "}a: b"), id="brace before a key"),
        pytest.param("!a: b\nc: d", ("reserved-character", "!a: b"), id="a tag before a key"),
        pytest.param("[a: b\nc: d", ("flow", "[a: b"), id="bracket before a key"),
        pytest.param("a: [b{{ c }}]", ("template", "{{ c }}"), id="template tag in a list"),
        pytest.param("a: >--\nb: 1", ("reserved-character", ">--"), id="no block header"),
        pytest.param(
            'a: "b\n  c"\nd: [e,\n  f]\nwords\ng: 1', ("not-key-value", "words"), id="closed above"
        ),
    ],
)
def test_a_cause_is_named_and_placed(source: str, expected: tuple[str, str]) -> None:
    assert found(source) == [expected]


def test_each_broken_line_is_found() -> None:
    source = 'a: b: c\nd: @e\nf:G\nh: 1\ni: "\\j"\nk l'
    assert found(source) == [
        ("unquoted-colon", "b: c"),
        ("reserved-character", "@e"),
        ("missing-space-after-colon", ":"),
        ("bad-escape", "\\j"),
        ("not-key-value", "k l"),
    ]


def test_what_is_not_recognised_is_still_placed() -> None:
    (problem,) = problems(": a")
    assert problem.span == (4, 7)
    assert problem.message == "A key is missing before the colon"


NESTED: dict[str, Callable[[int], str]] = {
    "lists": lambda depth: f"a: {'[' * depth}{']' * depth}",
    "mappings": lambda depth: f"a: {'{a: ' * depth}1{'}' * depth}",
    "pairs": lambda depth: f"a: {'[a: ' * (depth // 2)}1{']' * (depth // 2)}",
    "blocks": lambda depth: "".join(f"{' ' * level}a:\n" for level in range(depth + 1)),
    "dashes": lambda depth: "a:\n" + "- " * depth + "x",
    "dashes below keys": lambda depth: "".join(
        f"{' ' * level}a:\n{' ' * level}-\n" for level in range(depth // 2)
    ),
    "blocks of lists": lambda depth: (
        "".join(f"{' ' * level}a:\n" for level in range(depth // 2))
        + f"{' ' * depth}{'[' * (depth // 2)}{']' * (depth // 2)}"
    ),
    "aliases": lambda depth: (
        "a0: &a0 [x]\n"
        + "".join(f"a{level}: &a{level} [*a{level - 1}]\n" for level in range(1, depth))
    ),
}


@pytest.mark.parametrize("nested", NESTED.values(), ids=NESTED)
def test_too_deep(nested: Callable[[int], str]) -> None:
    for depth in (104, 330, 400, 2000):
        (problem,) = problems(nested(depth))
        assert problem.code in {"too-deep", "alias"}
        assert "100 deep" in problem.message or "20000 values" in problem.message
    front_matter = parse(f"---\n{nested(90)}\n---\n", formats={Format.YAML})
    assert front_matter is not None
    assert not front_matter.problems


def test_lists_within_repeated_lists_are_too_deep() -> None:
    inner, outer = f"{'[' * 60}x{']' * 60}", f"{'[' * 60}*a{']' * 60}"
    (problem,) = problems(f"a: &a {inner}\nb: {outer}")
    assert problem.message == "`*a` and other aliases expand to lists more than 100 deep"


def test_messages_are_sentences_for_an_author() -> None:
    (problem,) = problems("title: A: B")
    assert problem.message == (
        "The colon in this value is read as the end of another key; the value needs quotes"
    )
    assert problem.hint == "Put quotes around the value"
    assert problem.related == (((12, 13), "this colon"),)
