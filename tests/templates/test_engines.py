"""What our readers say of texts, against what the engines did with them (see truth/generate.py)."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from articlelint.markdown.common_mark import CommonMark
from articlelint.markdown.jsx_problems import problems as jsx_problems
from articlelint.markdown.options import FOOTNOTES, GFM_OPTIONS
from articlelint.templates.hexo import Hexo, Hexo7
from articlelint.templates.hugo import Hugo
from articlelint.templates.jinja import Jinja, PlainJinja
from articlelint.templates.jsx import Compiler
from articlelint.templates.liquid import Liquid
from articlelint.templates.liquidjs import LiquidJs
from articlelint.templates.names import Names
from articlelint.templates.nunjucks import Nunjucks
from articlelint.templates.problem import ProblemKind, TemplateProblem
from articlelint.templates.vue import Vue
from articlelint.templates.zola import Zola
from tests.templates.truth.generate import KINDS, PLACES, page, snippets

if TYPE_CHECKING:
    from articlelint.templates.language import Language

FOLDER = Path(__file__).parent / "truth"
TRUTH = {
    engine: json.loads((FOLDER / f"{kind}.json").read_text(encoding="utf-8"))
    for kind, engines in KINDS.items()
    for engine in engines
}
SNIPPETS = {engine: snippets(kind) for kind, engines in KINDS.items() for engine in engines}
NONE: frozenset[str] = frozenset()
KEYS = frozenset({"title", "date", "description"})
ENGINES: dict[str, tuple[Language, Names]] = {
    "jekyll": (
        Liquid(), Names(NONE, NONE, NONE, NONE, frozenset({"note.html"}), folder=FOLDER),
    ),
    "eleventy-liquid": (
        LiquidJs(),
        Names(NONE, NONE, frozenset({"url"}), KEYS, frozenset({"note.html"})),
    ),
    "eleventy-nunjucks": (
        Nunjucks(),
        Names(NONE, NONE, frozenset({"url"}), KEYS | {"page"}, frozenset({"note.html"})),
    ),
    "hexo7": (Hexo7(), Names(NONE, NONE, NONE, KEYS, NONE)),
    "hexo8": (Hexo(), Names(NONE, NONE, NONE, KEYS, NONE)),
    "mkdocs-macros": (
        Jinja(),
        Names(
            NONE, NONE, frozenset({"relative_url"}), KEYS | {"page", "config"},
            frozenset({"note.html"}),
        ),
    ),
    "jinja2content": (PlainJinja(), Names(NONE, NONE, NONE, NONE, frozenset({"note.html"}))),
    "vitepress": (Vue(), Names(variables=NONE)),
    "zola": (Zola(), Names(frozenset({"note", "plain", "youtube"}))),
    "hugo": (
        Hugo(), Names(frozenset({"plain", "sub/deep", "my-own_2"}), frozenset({"note"})),
    ),
}  # fmt: skip
MDX = CommonMark(GFM_OPTIONS | FOOTNOTES)
COMPILERS = {
    "mdx": Compiler(math=False, react=True),
    "docusaurus": Compiler(comments=True, heading_ids=True, math=False, react=True),
}
# What we do not follow, and why that does no harm.
RULE_OF_LINKS = "which rules of the family links look for"
NEEDS_VALUES = "it stops at a value, which only a run knows"
GONE = "it went with a later version than many sites have"
LEFT_OUT = {
    ("jekyll", "{% include {{ x }} %}"): "the name of a file that only a run knows",
    ("jekyll", "{% post_url 2024-01-01-gone %}"): RULE_OF_LINKS,
    ("jekyll", "{% post_url bad %}"): RULE_OF_LINKS,
    ("jekyll", "{% link gone.md %}"): RULE_OF_LINKS,
    ("jekyll", "{%- raw -%}{{ a }}{%- endraw -%}"): "Liquid 4, which most sites have, takes it",
    ("jekyll", '{{ x.y | sort("a") }}'): NEEDS_VALUES,
    ("eleventy-nunjucks", '{% from "note.html" import y %}'): "what an included file defines",
    ("eleventy-nunjucks", '{{ x | join(", ") | upper }}'): NEEDS_VALUES,
    ("hexo7", '{{ x | join(", ") | upper }}'): NEEDS_VALUES,
    ("hexo8", '{{ x | join(", ") | upper }}'): NEEDS_VALUES,
    ("hexo7", "{% post_link known %}"): RULE_OF_LINKS,
    ("hexo8", "{% post_link known %}"): RULE_OF_LINKS,
    ("hexo7", "{% post_link “known” %}"): RULE_OF_LINKS,
    ("hexo8", "{% post_link “known” %}"): RULE_OF_LINKS,
    ("hexo7", "{{ '{{ x }}' }}"): "Markdown changes the quotes of what ends in a string",
    ("hexo7", '{{ "}}" }}'): "likewise",
    ("hexo7", '{{ "a }}'): "likewise",
    ("jinja2content", '{% extends "base.html" %}'): "a template of the theme",
    ("zola", "{%/* note() */%}{%/* end */%}"): "nothing is to be shown as it stands",
    ("hugo", "{{< param nope >}}"): NEEDS_VALUES,
    ("hugo", '{{< relref path="other.md" lang="de" >}}'): RULE_OF_LINKS,
    ("hugo", "{{< tweet 1 >}}"): GONE,
    ("hugo", "{{< twitter 1 >}}"): GONE,
    ("hugo", "{{< gist a b >}}"): GONE,
    ("hugo", "{{< instagram_simple abc >}}"): GONE,
    ("hugo", "{{< twitter_simple 1 >}}"): GONE,
}
SHORTCODE = re.compile(r"\{[{%] *(?:note|plain|youtube) *\(")
NO_COMPONENTS = "what a site gives all its articles cannot be told"
MISSED = "it takes a parser of JavaScript to tell"
LEFT_OUT |= {
    (engine, snippet): why
    for engine in COMPILERS
    for snippet, why in {
        "<Foo />": NO_COMPONENTS,
        "<Foo>a</Foo>": NO_COMPONENTS,
        "<Foo.Bar />": NO_COMPONENTS,
        "<a.b.c />": NO_COMPONENTS,
        "<$a />": NO_COMPONENTS,
        "<_a />": NO_COMPONENTS,
        "<é />": NO_COMPONENTS,
        '<Tabs>\n<TabItem value="a">\n\na\n\n</TabItem>\n</Tabs>': NO_COMPONENTS,
        "<details>\n<summary>A</summary>\n\nText.\n\n</details>": NO_COMPONENTS,
        "<details><summary>A</summary>Text.</details>": NO_COMPONENTS,
        'import a from "b"': "a package that is not there",
        "<a {b}>a</a>": MISSED,
        "{/a/}": MISSED,
        "{<b>a}": MISSED,
        "{await 1}": MISSED,
        "{a = 1}": MISSED,
        "{JSON}": MISSED,
        "export const a = ": MISSED,
        "import {a} from ": MISSED,
        'import "a': MISSED,
        "- <b>a\n- b</b>": "paragraphs of tight lists are not told apart",
        "> <div>\na\n</div>": "a paragraph that goes on behind its quote",
        "> {1\n+ 1}": "likewise",
        "| a | b |\n|---|---|\n| {1 | 2} | c |": "an expression that a cell cuts",
        '<a\n  href="x"\n>a</a>': "the last line is read as a quote",
    }.items()
}
OF_THE_THEME = "a theme may give it"
AS_ATTRIBUTES = "what a plugin for attributes makes of it"
LEFT_OUT |= {
    ("vitepress", snippet): why
    for snippet, why in {
        "{{ $x.y }}": OF_THE_THEME,
        "{{ $t('a') }}": OF_THE_THEME,
        "{{ $params.a }}": OF_THE_THEME,
        "{{ message }": AS_ATTRIBUTES,
        "{{ a } }": AS_ATTRIBUTES,
        "{% raw %}{{ a }}{% endraw %}": AS_ATTRIBUTES,
        '{% include "a" %}': AS_ATTRIBUTES,
        "{# note #}": AS_ATTRIBUTES,
        "{{ range .Items }}": MISSED,
        "{{ `a` }}": MISSED,
        "{{ await a }}": MISSED,
        "{{ 'a'\n+ 'b' }}": MISSED,
        "{{< youtube abc >}}": MISSED,
        '{{ x | default("y") }}': MISSED,
    }.items()
}
# Expressions that show nothing, and are not said to.
SILENT = {
    "{{ page.title }}": "a variable that is there",
    "{{ page.missing }}": "likewise; a layout's default may fill it",
    "{{ site.missing }}": "likewise",
    "{{ content }}": "likewise",
    "{{ nil }}": "means nothing",
    "{{ null }}": "likewise",
    "{{ x if y else z }}": "what hangs on a condition may show something",
    "{{ x if y }}": "likewise",
    "{{ a and b }}": "likewise",
    '{{ x | join(", ") | upper }}': "a filter that may show something",
    '{{ x.y | sort("a") }}': "likewise",
    '{{ x | default("y") }}': "likewise",
    '{{ include "x" . | nindent 4 }}': "likewise",
    "{{ '<b>' }}": "shows a tag, which has no text",
    "{{ {a: 1}.a }}": "what is looked up in a literal",
    "{# note #}": "a comment is meant to show nothing",
    "{# {{ a }} #}": "likewise",
    "<!-- {{ message }} -->": "an HTML comment shows nothing anyway",
    "<!-- {{ message -->": "likewise",
    "{\\{ message }}": "Markdown makes braces of what is read as an expression then",
}


def problems(engine: str, body: str) -> list[TemplateProblem]:
    if engine in COMPILERS:
        return list(jsx_problems(body, MDX, COMPILERS[engine]))
    language, names = ENGINES[engine]
    return list(language.problems(body, language.tokens(body), names))


def read_by(engine: str, snippet: str, place: str) -> str:
    """Return what of a page an engine reads."""
    takes_front_matter = engine in ENGINES and ENGINES[engine][0].takes_front_matter
    whole = page(snippet, place) if takes_front_matter else None
    return whole or f"{PLACES[place].format(snippet)}\n"


def cases(engine: str, place: str) -> list[tuple[str, str, list[TemplateProblem]]]:
    rows = zip(SNIPPETS[engine], TRUTH[engine]["rows"][engine][place], strict=True)
    return [
        (snippet, said, problems(engine, read_by(engine, snippet, place)))
        for snippet, said in rows
        if said and (engine, snippet) not in LEFT_OUT
        # What is code to us in a text of blocks may be none.
        if engine not in COMPILERS or place != "code" or "\n" not in snippet
        if engine != "vitepress" or place != "code" or snippet[0] not in "<!"  # nor a tag
    ]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("engine", TRUTH)
def test_what_stops_the_engine_is_said_to_stop_it(engine: str, place: str) -> None:
    found = cases(engine, place)
    wrong = [
        (snippet, said, stops)
        for snippet, said, all_found in found
        if (said[0] == "!") != bool(stops := [each.message for each in all_found if each.stops])
    ]
    assert not wrong
    assert len(found) > 0.75 * len(SNIPPETS[engine])


@pytest.mark.parametrize("engine", TRUTH)
def test_what_the_page_shows_as_it_stands_is_no_problem(engine: str) -> None:
    for place in ("text", "alone", "code", "fence"):
        for snippet, said, found in cases(engine, place):
            meant = engine == "zola" and SHORTCODE.search(snippet)  # and shown as it stands
            assert said != "=" or not found or meant, (place, snippet, found)


@pytest.mark.parametrize("engine", KINDS["snippets"])
def test_what_vanishes_is_said_to_vanish(engine: str) -> None:
    for snippet, said, found in cases(engine, "text"):
        kinds = {each.kind for each in found}
        if said == "~" and "{%" not in snippet and snippet not in SILENT:
            assert kinds, snippet
        if ProblemKind.VANISHING_EXPRESSION in kinds:
            assert said != "=", snippet


@pytest.mark.parametrize(
    "engine",
    sorted({"jekyll", "eleventy-liquid", "eleventy-nunjucks", "hugo", "mdx", "docusaurus"}),
)
def test_the_first_problem_is_in_the_line_that_the_engine_names(engine: str) -> None:
    for place in ("text", "alone", "fence"):
        for snippet, said, found in cases(engine, place):
            line = said.partition(":")[0].removeprefix("!")
            first = next((each for each in found if each.stops), None)
            if said[0] != "!" or not line or first is None or first.kind in ENDS_LATER:
                continue
            body = PLACES[place].format(snippet)
            own = FRONT_MATTER.get(engine, 0) + body.count("\n", 0, first.span.start) + 1
            lines = body.count("\n", first.span.start, first.span.end)
            if engine in FRONT_MATTER and first.kind is ProblemKind.INVALID_SYNTAX:
                lines += 2  # what runs on into its end is given up later
            assert own <= int(line) <= own + lines, (place, snippet, said, first)


FRONT_MATTER = {"hugo": 4, "mdx": 4, "docusaurus": 4}
"""How many lines stand before the body, for engines that count them."""
ENDS_LATER = {ProblemKind.UNCLOSED_BLOCK, ProblemKind.UNCLOSED_TAG}
"""Of what is not closed an engine may name the line where it gave up."""


def test_the_rows_are_from_runs() -> None:
    assert TRUTH.keys() == ENGINES.keys() | COMPILERS.keys()
    for engine, truth in TRUTH.items():
        assert truth["sources"][engine]
        assert len(SNIPPETS[engine]) == len(set(SNIPPETS[engine])) > 150
        said = [answer[:1] for place in truth["rows"][engine].values() for answer in place]
        assert min(said.count(sign) for sign in "=~!") > 50
