"""Front matter that does not parse: what is fixed, how surely, and what is left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from articlelint import Applicability, Article
from articlelint.linting.fixing import fix
from articlelint.linting.linter import lint
from articlelint.recognition import site_for
from articlelint_rules.front_matter.invalid_syntax import InvalidSyntax

if TYPE_CHECKING:
    from pathlib import Path

    from articlelint.site import Site

SAFE, UNSAFE = Applicability.SAFE, Applicability.UNSAFE

YAML = [
    pytest.param("title: A: b", {"title": "A: b"}, SAFE, id="colon"),
    pytest.param('title: A: "b"', {"title": 'A: "b"'}, SAFE, id="colon and double quotes"),
    pytest.param('title: A\'s: "b"', {"title": 'A\'s: "b"'}, SAFE, id="colon and both quotes"),
    pytest.param("title: A: b # c", {"title": "A: b"}, SAFE, id="colon before a comment"),
    pytest.param("tags:\n  - a: b: c", {"tags": [{"a": "b: c"}]}, SAFE, id="colon in an item"),
    pytest.param("title: `a` b", {"title": "`a` b"}, SAFE, id="backtick"),
    pytest.param("title: %a", {"title": "%a"}, SAFE, id="percent sign"),
    pytest.param("title: *a* b", {"title": "*a* b"}, SAFE, id="asterisk"),
    pytest.param("title: [a] b", {"title": "[a] b"}, SAFE, id="brackets before a title"),
    pytest.param("other: [a] b", {"other": "[a] b"}, UNSAFE, id="brackets before another text"),
    pytest.param("tags: [a] b, c", {"tags": "[a] b, c"}, UNSAFE, id="brackets before terms"),
    pytest.param("tags: [a], [b]", None, SAFE, id="two lists"),
    pytest.param("tags: [a, b", None, SAFE, id="list without an end"),
    pytest.param("tags: - a", None, SAFE, id="item behind a key"),
    pytest.param('title: "a" b', {"title": '"a" b'}, SAFE, id="quoted word first"),
    pytest.param('title: "a" and "b"', {"title": '"a" and "b"'}, SAFE, id="quoted words"),
    pytest.param('title: "a "b" c"', {"title": 'a "b" c'}, SAFE, id="quotes in quotes"),
    pytest.param('title: "a "b""', {"title": 'a "b"'}, SAFE, id="quotes in quotes at the end"),
    pytest.param('title: "a" b "c', None, SAFE, id="three quotes"),
    pytest.param("title: 'it's'", {"title": "it's"}, SAFE, id="apostrophe"),
    pytest.param("title: 'the boys' a'", None, SAFE, id="apostrophe at the end of a word"),
    pytest.param('title: "a', {"title": "a"}, SAFE, id="double quote not closed"),
    pytest.param("title: 'a", {"title": "a"}, UNSAFE, id="single quote not closed"),
    pytest.param("title: 'tis a", {"title": "'tis a"}, SAFE, id="elided letter"),
    pytest.param(r'title: "\智 \d"', {"title": r"\智 \d"}, SAFE, id="bad escapes"),
    pytest.param(r'title: "\智 \" b"', {"title": r"\智 " + '" b'}, SAFE, id="bad escape, quote"),
    pytest.param(r'title: "\智 \n"', None, SAFE, id="bad escape beside a good one"),
    pytest.param("title:a", {"title": "a"}, SAFE, id="no space"),
    pytest.param("title：a\ndate: 1", {"title": "a", "date": 1}, SAFE, id="full-width colon"),
    pytest.param("a:\n\tb: 1\n\tc: 2", {"a": {"b": 1, "c": 2}}, SAFE, id="tabs"),
    pytest.param("a:\n  b: 1\n\tc: 2", {"a": {"b": 1, "c": 2}}, SAFE, id="tabs beside spaces"),
    pytest.param("title: a\x07", {"title": "a"}, SAFE, id="control character"),
    pytest.param("title: A: b\ntags:\n - a\n- b", None, SAFE, id="one of two"),
    pytest.param("a: *b", {"a": "*b"}, SAFE, id="alias of nothing"),
    pytest.param("title: !a b", {"title": "!a b"}, UNSAFE, id="unknown tag"),
    pytest.param('"title": "a",\ntags: b', {"title": "a", "tags": "b"}, SAFE, id="comma of JSON"),
    pytest.param('tags: "a", "b"', {"tags": ["a", "b"]}, UNSAFE, id="list without brackets"),
    pytest.param('title: "a", "b"', {"title": '"a", "b"'}, SAFE, id="title of quoted words"),
    pytest.param('title = "a"\ntags: b', {"title": "a", "tags": "b"}, SAFE, id="equals sign"),
    pytest.param("tags: [a, b],", {"tags": ["a", "b"]}, SAFE, id="comma behind a list"),
    pytest.param("x: 1\ntags\n- a", {"x": 1, "tags": ["a"]}, UNSAFE, id="no colon"),
    pytest.param("x: 1\ntags;\n  - a", {"x": 1, "tags": ["a"]}, UNSAFE, id="semicolon for a colon"),
    pytest.param("tags:\n-a\n-b\nx: 1", {"tags": ["a", "b"], "x": 1}, SAFE, id="items glued"),
    pytest.param("tags:\n– a\n– b\nx: 1", {"tags": ["a", "b"], "x": 1}, SAFE, id="other dashes"),
    pytest.param("title: a\n tags: b", {"title": "a", "tags": "b"}, UNSAFE, id="indented key"),
    pytest.param(" title: a\ntags: b", {"title": "a", "tags": "b"}, UNSAFE, id="first indented"),
    pytest.param("\ttitle: a\ntags: b", {"title": "a", "tags": "b"}, UNSAFE, id="tab before a key"),
]
TOML = [
    pytest.param('title: "a"\nb = 1', {"title": "a", "b": 1}, SAFE, id="colon"),
    pytest.param("title = a b", {"title": "a b"}, SAFE, id="no quotes"),
    pytest.param("title = a # b", None, SAFE, id="no quotes before a comment"),
    pytest.param('title = "a "b" c"', {"title": 'a "b" c'}, SAFE, id="quotes in quotes"),
    pytest.param("title = “a”", {"title": "a"}, SAFE, id="typographic quotes"),
    pytest.param("draft = True", {"draft": True}, SAFE, id="capital letter"),
    pytest.param("version = 1.2.3", {"version": "1.2.3"}, SAFE, id="version"),
    pytest.param("version = 1,000", None, SAFE, id="number with a comma"),
    pytest.param(r'path = "D:\d"', {"path": r"D:\d"}, SAFE, id="bad escape"),
    pytest.param('title = "a', {"title": "a"}, SAFE, id="quote not closed"),
    pytest.param("title =", None, SAFE, id="no value"),
    pytest.param('title = "a",', {"title": "a"}, SAFE, id="comma at the end"),
    pytest.param('title = "a";', {"title": "a"}, SAFE, id="semicolon at the end"),
    pytest.param('tags = "a", "b"', {"tags": ["a", "b"]}, UNSAFE, id="list without brackets"),
    pytest.param("tags = [a, b c, 1]", {"tags": ["a", "b c", 1]}, SAFE, id="list without quotes"),
    pytest.param('tags = ["a" "b"]', {"tags": ["a", "b"]}, SAFE, id="list without a comma"),
    pytest.param("draft = no", {"draft": False}, UNSAFE, id="no for false"),
    pytest.param('title = "a\nb"', {"title": "a\nb"}, UNSAFE, id="text of two lines"),
    pytest.param("[a\nb = 1", {"a": {"b": 1}}, SAFE, id="header not closed"),
    pytest.param("// a\nb = 1", {"b": 1}, SAFE, id="slashes"),
]
JSON = [
    pytest.param('{"a": 1,}', {"a": 1}, SAFE, id="trailing comma"),
    pytest.param('{"a": 1\n"b": 2}', {"a": 1, "b": 2}, SAFE, id="missing comma"),
    pytest.param("{'a': 'b'}", {"a": "b"}, SAFE, id="single quotes"),
    pytest.param('{"a": True}', {"a": True}, SAFE, id="capital letter"),
    pytest.param('{"a": "b\tc"}', {"a": "b\tc"}, SAFE, id="tab in quotes"),
    pytest.param('{"a": "\\d"}', {"a": "\\d"}, SAFE, id="bad escape"),
    pytest.param('{"a": 1 // b\n}', {"a": 1}, UNSAFE, id="comment"),
    pytest.param('{"a": 1, "b" = 2}', {"a": 1, "b": 2}, SAFE, id="equals sign"),
    pytest.param('{\n"a": 1,\n"b": [2]\n', {"a": 1, "b": [2]}, UNSAFE, id="no closing brace"),
    pytest.param('{"a": 1,, "b": 2}', {"a": 1, "b": 2}, SAFE, id="two commas"),
    pytest.param('{\n"a": "b "c" d"\n}', {"a": 'b "c" d'}, SAFE, id="quotes in quotes"),
    pytest.param('{\n"a": ["b",\n"c": 1\n}', None, UNSAFE, id="list without an end"),
]


@pytest.fixture
def hugo(tmp_path: Path) -> Site:
    return site_for(tmp_path, "hugo")


def fixed(text: str, site: Site, wanted: Applicability) -> dict[str, object] | None:
    """Return the data after the fixes; None where nothing can be read even then."""
    rule = InvalidSyntax()
    article = Article(text, site=site)
    assert lint(article, [rule]).diagnostics
    result = fix(article, [rule], wanted)
    assert not result.refused
    assert not result.unsettled
    assert result.article.text.endswith("\nBody: text\n")
    front_matter = result.article.front_matter
    return dict(front_matter.data) if front_matter and front_matter.root else None


def check(text: str, data: dict[str, object] | None, how: Applicability, site: Site) -> None:
    assert fixed(text, site, how) == data
    if how is UNSAFE:
        assert fixed(text, site, SAFE) is None


@pytest.mark.parametrize(("block", "data", "how"), YAML)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_yaml(
    block: str, data: dict[str, object] | None, how: Applicability, newline: str, hugo: Site
) -> None:
    text = f"---\n{block}\n---\n".replace("\n", newline) + "\nBody: text\n"
    check(text, data, how, hugo)


@pytest.mark.parametrize(("block", "data", "how"), TOML)
def test_toml(block: str, data: dict[str, object] | None, how: Applicability, hugo: Site) -> None:
    check(f"+++\n{block}\n+++\n\nBody: text\n", data, how, hugo)


@pytest.mark.parametrize(("block", "data", "how"), JSON)
def test_json(block: str, data: dict[str, object] | None, how: Applicability, hugo: Site) -> None:
    check(f"{block}\n\nBody: text\n", data, how, hugo)


def test_dates_of_toml_are_padded(hugo: Site) -> None:
    article = Article("+++\ndate = 2024/3/4 5:06\n+++\n", site=hugo)
    assert "date = 2024-03-04T05:06:00\n" in fix(article, [InvalidSyntax()], SAFE).article.text


def test_what_cannot_be_fixed_keeps_its_hint(hugo: Site) -> None:
    article = Article("---\ntitle: a\nb\ntags: c\n---\n", site=hugo)
    (found,) = lint(article, [InvalidSyntax()]).diagnostics
    assert found.fix is None
    assert found.hint
