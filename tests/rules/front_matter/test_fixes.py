"""Whatever is in the front matter: fixes settle, break nothing, and change only what they say."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articlelint import Applicability, Article
from articlelint.linting.fixing import fix
from articlelint.linting.linter import lint
from articlelint.linting.registry import rules_of
from articlelint.linting.rule import Rule, SiteRule
from articlelint.recognition import site_for
from articlelint_rules.front_matter.key_order import KeyOrder

GENERATORS = ["hexo", "hugo", "zola", "docusaurus", "jekyll", "generic"]
KEYS = ["title", "tags", "slug", "date", "categories", "aliases", "draft", "author", "own", "Title"]
VALUES = [
    "", "a", "A: b", "'a ", '" a "', "[a, b, a]", "[a, '', A]", "[[a], b]", "{a: b}",
    "2024", "007", "no", "1.10", "~", "&amp; b", "'&#39;b'", "**a** b", "Untitled",
    "a b/c?", "a, b", "{{ title }}", "@a", "`a`", '"a" b', "'it's'", r'"\智"', "|\n  a\n  b",
    ">-\n  a",
    "\n  - a\n  - a # b\n  -\n  - - c", "[&y a, &y a]",
    "\n  x: 1\n  y: 2", "2024-03-14", "\ta", "a # b", '"a\\tb"', "true", '"false"', "&x a", "*x",
]  # fmt: skip
LINES = ["# a comment", "", "- a", "<<<<<<< HEAD", "a line", "---", "  indented: 1", "\ttab: 1",
         "-b", "• c",
         "own: \u200b{% raw %}", "slug: a:\u200b",
         "x = 1", "tags", '"k": "v",', "title: A #1 b", "tags: #a #b", "tags: [a，b],",
         "\u200btags: [a]", "tags:\n  -a\n  -b", "top-img: /a.png", "..."]  # fmt: skip

fields = st.tuples(st.sampled_from(KEYS), st.sampled_from(VALUES)).map(
    lambda pair: f"{pair[0]}: {pair[1]}"
)
blocks = st.lists(st.one_of(fields, fields, fields, st.sampled_from(LINES)), max_size=7)


@cache
def rules() -> tuple[Rule, ...]:
    found = (rule for rule in rules_of("articlelint_rules.front_matter"))
    plain = [rule() for rule in found if not issubclass(rule, SiteRule | KeyOrder)]
    return (*plain, KeyOrder(order=("title", "date", "tags", "own")))


@settings(max_examples=150)
@given(
    lines=blocks,
    generator=st.sampled_from(GENERATORS),
    newline=st.sampled_from(["\n", "\r\n"]),
    wanted=st.sampled_from([Applicability.SAFE, Applicability.UNSAFE]),
)
def test_yaml(lines: list[str], generator: str, newline: str, wanted: Applicability) -> None:
    text = "\n".join(["---", *lines, "---", "", "The body.", ""]).replace("\n", newline)
    check(text, generator, wanted)


@pytest.mark.parametrize("generator", GENERATORS)
def test_no_value_crashes_a_rule(generator: str) -> None:
    for value in VALUES:
        text = "".join(f"{key}: {value}\n" for key in KEYS)
        article = Article(f"---\n{text}---\n", site=site_for(Path("/nowhere"), generator))
        assert not lint(article, rules()).crashes, value


TOML = [
    'title = "A &amp; b "', "title = a", 'tags = ["a", "", "a"]', 'tags = "a"', 'author = "b"',
    'slug = "a b"', "date = 2024-3-1", "draft = False", "# a comment", "", "[extra]", 'own = "c"',
    "[[resources]]", 'cover = "d" # e', "[taxonomies]", 'tags = [["a"], "b"]', 'title: "a"',
    "// a comment", "draft = no", "tags = [a, b]", 'tags = "a", "b"', 'title = "a",', "[extra",
    'title = "a\nb"', 'tags = ["a" "b"]', "my key = 1", "cover = {a = 1,\nb = 2}", "title: a",
    "draft = true # yet", "  draft = true", "[menu.main]", "+++",
]  # fmt: skip


@settings(max_examples=100)
@given(
    lines=st.lists(st.sampled_from(TOML), max_size=7),
    generator=st.sampled_from(["hugo", "zola"]),
    wanted=st.sampled_from([Applicability.SAFE, Applicability.UNSAFE]),
)
def test_toml(lines: list[str], generator: str, wanted: Applicability) -> None:
    check("\n".join(["+++", *lines, "+++", "", "The body.", ""]), generator, wanted)


@settings(max_examples=100)
@given(
    members=st.lists(
        st.sampled_from(
            [
                '"title": "A &quot;b "', '"tags": ["a", "", "A"]', '"tags": [["a"]]', "'own': 'c'",
                '"slug": "a b"', '"own": "a "b" c"', '"tags": ["a"',
                ",", "<<<<<<< HEAD", "draft: True", '"date": "2024-03-01"', '"aliases": ["a", "a"]',
            ]
        ),
        max_size=5,
    ),
    separator=st.sampled_from([",\n  ", ", ", "\n  "]),
    wanted=st.sampled_from([Applicability.SAFE, Applicability.UNSAFE]),
)  # fmt: skip
def test_json(members: list[str], separator: str, wanted: Applicability) -> None:
    check("{\n  " + separator.join(members) + "\n}\n\nThe body.\n", "hugo", wanted)


def check(text: str, generator: str, wanted: Applicability) -> None:
    article = Article(text, site=site_for(Path("/nowhere"), generator))
    first = lint(article, rules())
    assert not first.crashes, first.crashes[0].traceback
    result = fix(article, rules(), wanted)
    assert not result.refused
    assert not result.unsettled
    assert not result.result.crashes
    fixed = result.article
    assert fixed.text.endswith(article.text[-11:])
    assert fixed.text.count("#") >= text.count("#") - text.count("&#")
    before, after = article.front_matter, fixed.front_matter
    if before is not None and before.root is not None:
        assert after is not None
        assert after.root is not None
    again = fix(fixed, rules(), wanted)
    assert again.article.text == fixed.text


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: " + "[" * 10_000 + "\n---\n",
        "---\n" + "".join(f"k{i}: A: b\n" for i in range(3_000)) + "---\n",
        "---\ntitle: " + "[a](" * 100_000 + "\n---\n",
        "---\ntitle: " + "**a" * 100_000 + "\n---\n",
        "---\ntags: [" + "a, '' , " * 20_000 + "b]\n---\n",
        "---\ntitle: '" + " " * 1_000_000 + "a'\n---\n",
        "---\ntitle: " + "1" * 1_000_000 + "\n---\n",
        "---\ntitle: " + "{{" * 500_000 + "\n---\n",
        "---\n" + "\ttitle: a\n" * 20_000 + "---\n",
        '---\ntitle: "' + "\\d" * 100_000 + '"\n---\n',
        "---\n" + "<<<<<<< a\n" * 20_000 + "---\n",
    ],
    ids=lambda text: text[4:24],
)
def test_enormous_input(text: str) -> None:
    result = lint(Article(text, site=site_for(Path("/nowhere"), "hexo")), rules())
    assert not result.crashes, result.crashes[0].traceback
