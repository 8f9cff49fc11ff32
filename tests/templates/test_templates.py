from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlelint.templates import FILLER, TemplateSyntax, TemplateTag, is_dynamic, mask
from articlelint.templates.protected import protected_spans
from articlelint.text.span import Span
from tests.growth import assert_linear

LIQUID = TemplateSyntax.LIQUID
NUNJUCKS = TemplateSyntax.NUNJUCKS
HEXO = TemplateSyntax.HEXO
HUGO = TemplateSyntax.HUGO
ZOLA = TemplateSyntax.ZOLA
MDN = TemplateSyntax.MDN

PARTS = [
    "{{", "}}", "{%", "%}", "{#", "#}", "{{<", ">}}", "{{%", "%}}", "/*", "*/", "{", "}", "%", "<",
    ">", " if a ", " else ", " endif ", " elsif b", " case x ", " when y ", " endcase ", " raw ",
    " endraw ", " for a ", " endfor ", "/", " highlight js ", " /highlight ", " end ", "f(a=1)",
    "f()", '"', "'", "`", "``", "```", "\n```\n", "\n~~~\n", "\n", "\r\n", "\r", "\n\n", "  ",
    "    ", "\t", "> ", "\n> ", "- ", "a", "智", "<div ", '<a href="', "<a href=", "</", "<table>",
    "<tr>", "</td>", "<!--", "-->", "{% if a %}", "{% else %}", "{% endif %}", "{{ a }}",
    "{% raw %}", "{% endraw %}", "{{< a >}}", "{{< /a >}}", "{% f() %}", "{% end %}", '{{F("x")}}',
    "\\", "{% set a %}", "{% note %}", "{% endnote %}", "{# c #}", "{{</* a */>}}",
]  # fmt: skip
TEMPLATES = st.lists(st.sampled_from(PARTS), max_size=25).map("".join) | st.text(max_size=30)


def masked(source: str, syntax: TemplateSyntax) -> str:
    """Return the masked text with a visible filler."""
    return mask(source, syntax).text.replace(FILLER, "_")


def tags(source: str, syntax: TemplateSyntax, offset: int = 0) -> list[TemplateTag]:
    return list(mask(source, syntax, offset).tags)


@given(TEMPLATES, st.sampled_from(TemplateSyntax), st.integers(0, 9))
def test_masking_keeps_lengths_and_line_endings(
    source: str, syntax: TemplateSyntax, offset: int
) -> None:
    result = mask(source, syntax, offset)
    assert len(result.text) == len(source)
    for before, after in zip(source, result.text, strict=True):
        assert (before in "\r\n") == (after in "\r\n")
        assert after not in "\r\n" or before == after
    for tag in result.tags:
        assert tag.span.shift(-offset).of(source) == tag.source
        assert tag.arguments_span.shift(-offset).of(source) == tag.arguments
        if tag.content is not None:
            assert Span(offset, offset + len(source)).encloses(tag.content)
            assert tag.content.start == tag.span.end
    starts = [tag.span.start for tag in result.tags]
    assert starts == sorted(starts)


@given(TEMPLATES, st.sampled_from(TemplateSyntax))
def test_only_what_is_masked_changes(source: str, syntax: TemplateSyntax) -> None:
    result = mask(source, syntax)
    if not any(character != other for character, other in zip(source, result.text, strict=True)):
        assert result.text == source
    if syntax is TemplateSyntax.NONE or "{" not in source:
        assert result.text == source
        assert result.tags == ()


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("a {{ b }} c", "a _______ c", id="an expression is a word"),
        pytest.param("a {{ b c", "a {{ b c", id="an unclosed one is text"),
        pytest.param("a {% b c", "a {% b c", id="an unclosed tag is text"),
        pytest.param("a {{ b } c }}", "a {{ b } c }}", id="one brace ends an expression too early"),
        pytest.param("a {% b %} c", "a _______ c", id="a tag in a line is a word"),
        pytest.param("[a]({% link b.md %})", "[a](_______________)", id="a destination"),
        pytest.param("a\n{% if b %}\nc", "a\n<!--___-->\nc", id="alone on its line, a comment"),
        pytest.param("  {% if b %} \nc", "  <!--___--> \nc", id="indented"),
        pytest.param("> {% if b %}\nc", "> <!--___-->\nc", id="in a quote"),
        pytest.param("{% a %}{% b %}", "<!--_______-->", id="two alone on one line"),
        pytest.param("{%a%}", "     ", id="too short for a comment"),
        pytest.param("a\n{{ b }}\nc", "a\n_______\nc", id="an expression alone on its line"),
        pytest.param(
            "<table>{{ rows }}</table>", "<table><!--___--></table>", id="rows of a table"
        ),
        pytest.param('<a href="{{ b }}/c">', '<a href="_______/c">', id="an attribute's value"),
        pytest.param("<a href={{ b }}>", "<a href=_______>", id="without quotes"),
        pytest.param("<a {{ b }} c>", "<a x3      c>", id="attributes"),
        pytest.param("<h{{ level }}>", "<hxxxxxxxxxxx>", id="a part of a tag's name"),
        pytest.param("<{{ a }}></{{ a }}>", "<xxxxxxx></xxxxxxx>", id="a tag's name"),
        pytest.param("<{{ a.url }}>", "<xx:________>", id="an autolink"),
        pytest.param("<https://a/{{ b }}>", "<https://a/_______>", id="a part of an autolink"),
        pytest.param("<!-- {% if a %} -->", "<!-- __________ -->", id="in a comment"),
        pytest.param("<!--\n{% if a %}\n-->", "<!--\n__________\n-->", id="alone in a comment"),
        pytest.param("a {% raw %}{{ b }}{% endraw %}", "a _________{{ b }}____________", id="raw"),
        pytest.param(
            "{% highlight a %}\nb <c>\n\n  d  e f\n{% endhighlight %}",
            "<!--__________-->\n     \n\n<!--_-->\n<!--___________-->",
            id="code, line by line",
        ),
        pytest.param(
            "a {% if b %}c{% else %}d{% endif %}",
            "a __________c______________________",
            id="the first branch counts",
        ),
        pytest.param(
            "{% if b %}\nc\n{% elsif d %}\ne\n{% endif %}\n",
            "<!--___-->\nc\n<!--______-->\n \n<!--____-->\n",
            id="branches on lines",
        ),
        pytest.param(
            "{% case a %}{% when b %}c{% when d %}e{% endcase %}",
            "________________________c__________________________",
            id="cases",
        ),
        pytest.param(
            "{% capture a %}<b>{% endcapture %}",
            "<!--___________________________-->",
            id="captured",
        ),
    ],
)
def test_liquid(source: str, expected: str) -> None:
    assert masked(source, LIQUID) == expected


def test_a_tag_s_parts() -> None:
    source = "智{%- include figure.html a='b' -%}"
    (tag,) = tags(source, LIQUID, offset=10)
    assert tag == TemplateTag(
        "include", Span(11, 11 + len(source) - 1), source[1:], "figure.html a='b'"
    )
    assert tag.arguments_span.shift(-10).of(source) == "figure.html a='b'"


def test_an_expression_has_no_name() -> None:
    (tag,) = tags("{{ page.title | upcase }}", LIQUID)
    assert (tag.name, tag.arguments) == ("", "page.title | upcase")


def test_content_reaches_to_the_closing_tag() -> None:
    source = "{% a %}b{% c %}d{% enda %}e{% f %}"
    assert [(tag.name, tag.closing, tag.content) for tag in tags(source, LIQUID)] == [
        ("a", False, Span(7, 16)),
        ("c", False, None),
        ("a", True, None),
        ("f", False, None),
    ]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("a {# b #} c", "a _______ c", id="a comment"),
        pytest.param("a {{ {b: {c: 1} } }}", "a __________________", id="braces in an expression"),
        pytest.param('a {% b "%}" %} c', "a ____________ c", id="the end of a tag in quotes"),
        pytest.param(
            "{% set a = 1 %}b{% set c %}d{% endset %}",
            "_______________b________________________",
            id="set",
        ),
        pytest.param(
            "{% set a %}\nb{% endset %}", "<!--____-->\n<!--______-->", id="set with content"
        ),
    ],
)
def test_nunjucks(source: str, expected: str) -> None:
    assert masked(source, NUNJUCKS) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("`{{ a }}` {{ b }}", "`{{ a }}` _______", id="inline code is text"),
        pytest.param("``{% a %}`` {{ b }}", "``{% a %}`` _______", id="in two ticks"),
        pytest.param("\\`{{ a }}` {{ b }}", "\\`_______` _______", id="an escaped tick"),
        pytest.param("`a\n\n{{ b }}`", "`a\n\n_______`", id="a blank line ends inline code"),
        pytest.param(
            "```\n{% raw %}\n```\n{{ a }}", "```\n{% raw %}\n```\n_______", id="a fence is text"
        ),
        pytest.param("~~~js\n{{ a }}\n~~~", "~~~js\n{{ a }}\n~~~", id="a fence of tildes"),
        pytest.param("> ```\n> {{ a }}\n> ```", "> ```\n> {{ a }}\n> ```", id="a fence in a quote"),
        pytest.param("- ```\n  {{ a }}\n  ```", "- ```\n  {{ a }}\n  ```", id="a fence in a list"),
        pytest.param("```\n{{ a }}", "```\n_______", id="an open fence is none"),
        pytest.param(
            "<!-- {{ a }} --> {{ b }}", "<!-- {{ a }} --> _______", id="a comment is text"
        ),
        pytest.param("a {{ b } }} c", "a _________ c", id="one brace ends an expression"),
        pytest.param(
            "{% codeblock %}\n```\n{% endcodeblock %}\n{{ a }}",
            "<!--________-->\n   \n<!--___________-->\n_______",
            id="a fence in a tag",
        ),
    ],
)
def test_hexo(source: str, expected: str) -> None:
    assert masked(source, HEXO) == expected


def test_hexo_s_tag_plugins() -> None:
    source = '{% img left /a.png 10 20 "b" %} {% asset_img c.png %} {% post_link d %}'
    assert [(tag.name, tag.arguments) for tag in tags(source, HEXO)] == [
        ("img", 'left /a.png 10 20 "b"'),
        ("asset_img", "c.png"),
        ("post_link", "d"),
    ]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("a {{< b >}} c", "a _________ c", id="a shortcode is a word"),
        pytest.param("{{< figure src=a >}}\n", "<!--_____________-->\n", id="alone on its line"),
        pytest.param("a\n{{< b >}}\nc", "a\n_________\nc", id="in a paragraph, it is a word of it"),
        pytest.param("<div>\n{{< b >}}\n", "<div>\n<!--__-->\n", id="after a block of HTML"),
        pytest.param('a {{< b ">}}" >}} c', "a _______________ c", id="quotes"),
        pytest.param("a {{< b `>}}` >}} c", "a _______________ c", id="a raw string"),
        pytest.param("a {{</* b */>}} c", "a _____________ c", id="one that is shown"),
        pytest.param("a {{ .Title }} c", "a {{ .Title }} c", id="templates are text"),
        pytest.param(
            "{{% note %}}\n*a*\n{{% /note %}}", "<!--_____-->\n*a*\n<!--______-->", id="paired"
        ),
        pytest.param(
            "{{< highlight go >}}\n<a>\n{{< /highlight >}}",
            "<!--_____________-->\n   \n<!--___________-->",
            id="code",
        ),
        pytest.param("a {{< b c", "a {{< b c", id="an unclosed one is text"),
    ],
)
def test_hugo(source: str, expected: str) -> None:
    assert masked(source, HUGO) == expected


def test_hugo_s_tags() -> None:
    source = '{{< figure src="a.png" alt="b" />}}{{% c %}}d{{% /c %}}{{</* e */>}}'
    assert [(tag.name, tag.arguments, tag.closing, tag.content) for tag in tags(source, HUGO)] == [
        ("figure", 'src="a.png" alt="b"', False, None),
        ("c", "", False, Span(44, 45)),
        ("c", "", True, None),
    ]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param('a {{ b(c="d") }} e', "a ______________ e", id="a shortcode"),
        pytest.param("a {{ b }} c", "a {{ b }} c", id="no call is text"),
        pytest.param("{% b() %}\n*c*\n{% end %}", "<!--__-->\n*c*\n<!--__-->", id="with a body"),
        pytest.param("a {{/* b() */}} c", "a _____________ c", id="one that is shown"),
        pytest.param("{% if a %}", "{% if a %}", id="no control tags"),
        pytest.param(
            "{% mermaid() %}\n<a>\n{% end %}", "<!--________-->\n   \n<!--__-->", id="code"
        ),
    ],
)
def test_zola(source: str, expected: str) -> None:
    assert masked(source, ZOLA) == expected


@pytest.mark.parametrize(
    ("source", "names"),
    [
        pytest.param('{{CSSRef}} {{domxref("A.b", "c}}d")}}', ["CSSRef", "domxref"], id="macros"),
        pytest.param("{{ Compat }}", ["Compat"], id="with blanks"),
        pytest.param('{{Foo({"a": 1})}}', ["Foo"], id="with an object"),
        pytest.param("\\{{a}} {{}} {{ 1 }} {{a", [], id="what is none"),
    ],
)
def test_mdn(source: str, names: list[str]) -> None:
    assert [tag.name for tag in tags(source, MDN)] == names


def test_without_templates_nothing_is_masked() -> None:
    source = "{{ a }}{% b %}{{< c >}}"
    assert mask(source, TemplateSyntax.NONE).text == source


@pytest.mark.parametrize(
    ("text", "dynamic"),
    [
        pytest.param("a/b", False, id="plain"),
        pytest.param(f"{FILLER * 5}/a", True, id="masked"),
        pytest.param("{{ a }}/b", True, id="an expression"),
        pytest.param("{% a %}", True, id="a tag"),
        pytest.param("{a}", False, id="a brace"),
    ],
)
def test_what_is_dynamic(text: str, dynamic: bool) -> None:
    assert is_dynamic(text) is dynamic


HOSTILE = [
    "{{", "{%", "{{<", "{{%", "{#", "{% raw %}", "{{ a }", "{% if a %}", "{% else %}", "{{< a",
    "{{</*", '{{a("', "{{a(", '{{ "}}" ', '{% "%}" ', "{{a('", "```\n{{ a }}\n", "`{{ ",
    "<a {{ b }} ", "<table>\n{{ a }}\n", "{% a %}{% endb %}", "{% a %} {% else %}",
    "{% highlight %}", '{{<"', "{% f( ", "{% raw ", "{% case %}{% when %}",
]  # fmt: skip


@pytest.mark.parametrize("syntax", TemplateSyntax)
@pytest.mark.parametrize("part", HOSTILE)
def test_no_text_takes_long(part: str, syntax: TemplateSyntax) -> None:
    for ending in ("", "}} %} >}} */>}} {% endraw %}"):

        def work(source: str, ending: str = ending) -> None:
            assert len(mask(source + ending, syntax).text) == len(source + ending)

        assert_linear(work, part * (10_000 // len(part)))


def test_newlines_of_all_kinds_stay() -> None:
    source = "{% raw %}a\r\nb\rc\nd{% endraw %}"
    assert re.findall(r"\r\n|\r|\n", mask(source, LIQUID).text) == ["\r\n", "\r", "\n"]


def test_an_escaped_tick_begins_no_code() -> None:
    text = "\\`a `b` <!-- `c` --> \\``d` \\`"
    found = [text[start:end] for start, end in protected_spans(text).spans]
    assert found == ["`b`", "<!-- `c` -->", "`d`"]
