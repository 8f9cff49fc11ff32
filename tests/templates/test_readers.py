"""Every reader, whatever the text: it does not raise, it is quick, and it keeps its promises."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlelint.markdown.common_mark import CommonMark
from articlelint.markdown.jsx_problems import problems as jsx_problems
from articlelint.templates import TemplateSyntax, mask
from articlelint.templates.jsx import Compiler, read
from articlelint.templates.jsx.blanked import blanked
from articlelint.templates.jsx.mask import masked
from articlelint.templates.language import language_of
from articlelint.templates.names import ANY, Names
from articlelint.templates.token import Token, TokenKind
from articlelint.text.span import Span
from tests.growth import assert_linear

NONE: frozenset[str] = frozenset()
NOTHING = Names(NONE, NONE, NONE, NONE, NONE)
SYNTAXES = [syntax for syntax in TemplateSyntax if language_of(syntax) is not None]
PARTS = [
    "{{", "}}", "{%", "%}", "{#", "#}", "{", "}", "%", "<", ">", "-", "<!--", "-->", "`", "```",
    "\n```\n", "\n", "\n\n", "\r\n", "    ", "\t", "> ", "- ", '"', "'", "\\", "$", "a", "智", " ",
    "|", ".", ":", ",", "(", ")", "[", "]", "=", " if a ", " else ", " endif ", " for a in b ",
    " raw ", " endraw ", "{% raw %}", "{% endraw %}", "{{ a }}", "{% if a %}", "{% endif %}",
    "<code>", "</code>", "r/", "{% set a %}", "{% comment %}", "{% endcomment %}", "{% note %}",
    "{% endnote %}", "{{ a.b('c') | d }}", "{% include a.html %}",
    "{% a() %}", "{% end %}", "{{ a(b=1) }}", "{%/* a() */%}", "{%/* end */%}", "a(", ")", "b=[",
    "<a v-pre>", "</script>", "<script>", "::: v-pre\n", ":::\n", "{{ a.b }}", "{{ .a }}",
    "<a>", "</a>", "<a ", "/>", "<br>", "{a}", "{/* ", "](", "](b)", "| a |\n| - |\n", "# ", "* ",
    "{{<", ">}}", "{{%", "%}}", "/*", "*/", "/", "{{< a >}}", "{{< /a >}}", "{{< youtube", "“", "”",
    "{{< highlight go >}}", "{{</* ", " */>}}", "{{< x.inline >}}", "{{< /x.inline >}}", " b=",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PARTS), max_size=25).map("".join) | st.text(max_size=30)


def tokens_of(text: str, syntax: TemplateSyntax) -> list[Token]:
    language = language_of(syntax)
    assert language is not None
    return language.tokens(text)


@given(TEXTS, st.sampled_from(SYNTAXES))
def test_tokens_are_in_order_and_apart(text: str, syntax: TemplateSyntax) -> None:
    at = 0
    for token in tokens_of(text, syntax):
        assert at <= token.start <= token.end <= len(text)
        assert token.kind is TokenKind.RAW or token.start < token.end
        at = token.end


@given(TEXTS, st.sampled_from(SYNTAXES), st.sampled_from([ANY, NOTHING]))
def test_problems_are_in_the_text(text: str, syntax: TemplateSyntax, names: Names) -> None:
    language = language_of(syntax)
    assert language is not None
    whole = Span(0, len(text))
    for problem in language.problems(text, language.tokens(text), names):
        assert whole.encloses(problem.span)
        assert problem.message
        assert all(whole.encloses(each.span) for each in problem.related)
        if problem.fix is not None:
            assert all(whole.encloses(edit.span) for edit in problem.fix.edits)
            assert problem.shifted(5).span == problem.span.shift(5)


@given(TEXTS, st.sampled_from(SYNTAXES))
def test_the_mask_keeps_the_length(text: str, syntax: TemplateSyntax) -> None:
    assert len(mask(text, syntax).text) == len(text)


@given(TEXTS)
def test_jsx_is_read_whatever_stands_there(text: str) -> None:
    reading = read(text, Compiler())
    at = 0
    for piece in reading.pieces:
        assert at <= piece.start <= piece.end <= len(text)
        at = piece.end
    assert len(blanked(text, reading)) == len(masked(text, reading)) == len(text)
    whole = Span(0, len(text))
    for problem in jsx_problems(text, CommonMark(0), Compiler(react=True)):
        assert whole.encloses(problem.span)
        assert problem.message
        if problem.fix is not None:
            assert all(whole.encloses(edit.span) for edit in problem.fix.edits)


def test_nothing_is_said_where_there_are_too_many_tags() -> None:
    text = "<div>\n\n" + "<i>a</i>" * 12_000 + "\n\n<b>c</b>\n\n</div>\n"
    assert read(text, Compiler(react=True)).unsure < len(text)
    assert not list(jsx_problems(text, CommonMark(0), Compiler(react=True)))


@pytest.mark.parametrize(
    "part",
    ["<", "<a ", "<a>", "{", "{a ", "{a}", "{'", "<a b={", '<a b="', "a <", "`<a> ", "`` {", "[a](",
     "\\`{{ ", "<!--", "- <a>\n", "</a>", "\n\n{", "\n<a\n", "| {a |\n", "$a ",
     "import a from 'b'\n\n", "<a b='\n```\n'/>\n", "{//", "{`", "a < b\n", "> <a\n", "{/*",
     "<a>\n\n", "{a && <B c/>} ", "{<A/>,<B/>}\n\n"],
)  # fmt: skip
def test_no_jsx_takes_long(part: str) -> None:
    text = part * (40_000 // len(part))  # in one paragraph, most of them
    assert_linear(lambda text: list(jsx_problems(text, CommonMark(0), Compiler(react=True))), text)


HOSTILE = [
    "{{", "{%", "{#", "{{ a", "{% a", "{{ a }", "{{ 'a", '{{ "', "{{ ((", "{% raw %}", "`{{ ",
    "{{ a }}", "{% if a %}", "{% endif %}", "{% note %}x", "``` ", "{{ a|", "    {{ a\n\n",
    "{{ .a }}", "<a v-pre>", "<script>", "::: v-pre\n", "<a {{ b }} ", "<!-- {{ a }}",
    "`{{ .a }}` ", "{{ “a” }}", "{% if “a” %}", "{% include “a” %}", "{{ “",
    "{{ a(", "{{ a(b=", "{{ a(b=[", "{% a() %}", "{% end %}", "{%/* a() */%}", "{%/* end */%}",
    "{{<", "{{< a ", "{{< a=", '{{< a "', "{{< a `", "{{< a >}}", "{{< /a >}}", "{{</* a",
    "{{< a“b” ", "{{< details a=", "{{< figure src=“a” ",
    "{{< x.inline >}}", "{{< details >}}", "{{% nope %}}", "`{{< nope >}}` ",
]  # fmt: skip


@pytest.mark.parametrize("syntax", SYNTAXES)
@pytest.mark.parametrize("part", HOSTILE)
def test_no_text_takes_long(part: str, syntax: TemplateSyntax) -> None:
    language = language_of(syntax)
    assert language is not None

    def work(parts: str) -> None:
        text = parts + "}} %} #}"
        for _ in language.problems(text, language.tokens(text), NOTHING):
            pass

    assert_linear(work, part * (40_000 // len(part)))


def test_tags_on_one_long_line_are_masked_in_linear_time() -> None:
    assert_linear(lambda text: mask(text, TemplateSyntax.MDN), "$ {{ a }} " * 120_000)


def test_tags_of_many_names_take_linear_time() -> None:
    text = "".join(f"{{% {number:099} %}}" for number in range(9_000)) + "{% end %}"
    assert_linear(lambda text: tokens_of(text, TemplateSyntax.HEXO), text)
