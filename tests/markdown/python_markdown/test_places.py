"""Every stretch of the HTML has its place in the text, whatever the text."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from articlelint.markdown import END, LEAF, START, Markdown
from articlelint.markdown.parts import link_parts
from articlelint.markdown.python_markdown import PythonMarkdown
from articlelint.markdown.python_markdown.configuration import features
from articlelint.rendering import render
from articlelint.text.span import Span
from tests.growth import assert_linear

EVERYTHING = [
    *("toc", "tables", "abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html"),
    *("smarty", "pymdownx.arithmatex", "pymdownx.betterem", "pymdownx.caret", "pymdownx.details"),
    *("pymdownx.emoji", "pymdownx.inlinehilite", "pymdownx.keys", "pymdownx.mark"),
    *("pymdownx.smartsymbols", "pymdownx.snippets", "pymdownx.superfences", "pymdownx.tilde"),
    *("pymdownx.tasklist", "pymdownx.blocks.admonition", "pymdownx.blocks.details"),
    *("pymdownx.blocks.html", "pymdownx.blocks.tab", "pymdownx.blocks.definition"),
    "pymdownx.blocks.caption",
]
CONFIGURATIONS = [
    [],
    ["extra", "codehilite", "sane_lists", "nl2br"],
    EVERYTHING,
    [*EVERYTHING, "pymdownx.magiclink", "pymdownx.tabbed"],
]
OPTIONS: dict[str, dict[str, object]] = {
    "pymdownx.magiclink": {"repo_url_shorthand": True, "user": "me", "repo": "it"},
    "pymdownx.tabbed": {"alternate_style": True},
}
DIALECTS = [
    PythonMarkdown(features([(name, OPTIONS.get(name, {})) for name in names]), appended)
    for names, appended in zip(
        CONFIGURATIONS, ["", "", "*[HTML]: Markup\n\n[a]: /x", "Text [^1]\n\n[^1]: b"], strict=True
    )
]
WORDS = [
    "a", "word", "智", "😀", "é", "\ue000", " ", "  ", "    ", "\t", "\n", "\n\n", "\n\n\n", "\r\n",
    "\r", "\x00", "\x02", "\x03", "\x0b", "\xa0", "*", "**", "***", "_", "__", "~~", "~", "^", "^^",
    "==", "`", "``", "```", "\n```\n", "\n~~~ py\n", "\n    ```\n", "\n``` { .py hl_lines='1' }\n",
    "$", "$$", "\\", "\\\n", "|", "\n|-|-|\n", "\na | b\n--|:-:\n1 | `x|y`\n", "[", "]", "](", "![",
    ")", "(", "<", ">", '"', "'", "[a]", "[a][b]", "[b][]", "[a] [b]", "![i](u 't')",
    "[x](a b 'c')", "[x](<u r>)", "\n[b]: <u r l> \"t'<\"\n", "\n\n[a]:\n  /x\n\n", "[^1]",
    "\n\n[^1]: note\n\n    more\n\n", "[[w]]", "<http://e.x/?a=1&b='>", "<m@e.x>",
    "https://e.x/a_b).", "me@e.x", "@me", "me/it#12", "<b>", "</b>", "<b\nc='1'>", "\n\n<div>\n",
    "</div>\n", "\n<div markdown>\n", "\n<p markdown='1'>", "</p>", "<hr>", "\n<!-- c -->\n",
    "<!--\n", "-->", "<?p?>", "<![CDATA[x]]>", "\n<script>\n", "</script>", "<pre>", "&amp;",
    "&lt;", "&#0;", "&#39", "&#x41;", "&nope;", "&", "\n# ", "\n## h { #i .c k=v }\n", "\n===\n",
    "\n---\n", "\n***\n", "\n\n- ", "\n* ", "\n1. ", "\n    - ", "\n7. ", "- [ ] ", "- [x] ",
    "\n\n> ", "\n> > ", "\n\n: ", "\nTerm\n:   def\n", "--", "...", "  \n", "\n\n    code\n",
    "\n\n\tcode\n", "\n\n!!! note\n    ", '\n\n??? tip "T"\n    ', '\n\n=== "A"\n    ',
    '\n=== "B"\n\n    ', "\n\n/// note\n", "\n///\n", "\n/// html | div.a\n", "\n/// tab | T\n",
    "\n/// define\n", "\n/// caption | <\n", "\n/// html | pre\n", "\n/// html | p\n",
    "\n/// figure-caption\n", "\n////\n", "\n    open: true\n",
    "\n\n*[HTML]: Language\n\n", "HTML", "{: .a }", "{ .a }", "\n{: #b title='x' }\n", ":smile:",
    "++ctrl+c++", '++"a"++', "1/2", "2nd", "(c)", "-->", "`:::py a`", "\\(x\\)",
    "\n\n$$\nx\n$$\n\n", "[TOC]", ';--8<-- "a"', '\n--8<-- "a"\n',
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(WORDS), max_size=30).map("".join) | st.text(max_size=40)


@given(TEXTS, st.sampled_from(DIALECTS))
@example("&#39", DIALECTS[0])
@example("\n\n<div>\n&#39", DIALECTS[1])
@example("- a\n\n    <div>\n\tb\n", DIALECTS[1])
def test_events_are_in_pairs_and_within_the_text(text: str, dialect: PythonMarkdown) -> None:
    opened = []
    for role, kind, data, start, end in dialect.events(text):
        assert 0 <= start <= end <= len(text), (kind, data, start, end)
        if role == START:
            opened.append((kind, start, end))
        elif role == END:
            assert opened.pop() == (kind, start, end)
        else:
            assert role == LEAF
    assert not opened


@given(TEXTS, st.sampled_from(DIALECTS), st.integers(0, 50), st.data())
def test_every_stretch_of_html_has_its_place(
    text: str, dialect: PythonMarkdown, offset: int, data: st.DataObject
) -> None:
    rendering = render(Markdown(text, offset, dialect))
    start = data.draw(st.integers(0, len(rendering.html)))
    end = data.draw(st.integers(start, len(rendering.html)))
    whole = Span(offset, offset + len(text))
    span = rendering.source_map.span(start, end)
    assert whole.encloses(span)
    assert span.start <= span.end
    assert whole.start <= rendering.source_map.offset(start) <= whole.end


@given(TEXTS, st.sampled_from(DIALECTS))
def test_what_is_verbatim_equals_the_text(text: str, dialect: PythonMarkdown) -> None:
    rendering = render(Markdown(text, 0, dialect))
    for index, character in enumerate(rendering.html):
        if rendering.source_map.is_verbatim(index, index + 1):
            assert text[rendering.source_map.offset(index)] == character


@given(TEXTS, st.sampled_from(DIALECTS))
def test_parts_of_links_stand_in_the_text(text: str, dialect: PythonMarkdown) -> None:
    markdown = Markdown(text, 7, dialect)
    whole = Span(7, 7 + len(text))
    for node in markdown.nodes("Link", "Image"):
        for part in link_parts(markdown, node):
            assert part is None or whole.encloses(part)
    for definition in markdown.reference_definitions.values():
        assert whole.encloses(definition.span)


@given(TEXTS, st.sampled_from(DIALECTS))
def test_no_mark_of_ours_is_left(text: str, dialect: PythonMarkdown) -> None:
    clean = text.replace("\x02", "").replace("\x03", "")
    html = render(Markdown(clean, 0, dialect)).html
    assert "\x02" not in html
    assert "\x03" not in html


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("x" * 2_000_000, id="one long line"),
        pytest.param("智<b " * 100_000, id="open tags"),
        pytest.param("a <b\n" * 50_000, id="open tags on lines"),
        pytest.param("<b x='" * 50_000, id="open values"),
        pytest.param("<!-- " * 50_000, id="open comments"),
        pytest.param("> " * 10_000 + "a", id="nested quotes"),
        pytest.param("*a **b " * 50_000, id="open emphasis"),
        pytest.param("*a **b* " * 30_000, id="emphasis that overlaps"),
        pytest.param("[a](" * 50_000, id="open links"),
        pytest.param('[a](b "' * 30_000, id="open titles"),
        pytest.param("[" * 100_000, id="open brackets"),
        pytest.param("![a] [b" * 30_000, id="open references"),
        pytest.param("`a" * 50_001, id="open code"),
        pytest.param("".join("`" * (n % 300) + " " for n in range(3_000)), id="runs of backticks"),
        pytest.param("\\(a" * 30_000 + " $a" * 30_000, id="open formulas"),
        pytest.param("<div>" * 50_000, id="nested HTML"),
        pytest.param("<div markdown>\n" * 10_000, id="nested Markdown in HTML"),
        pytest.param("\n- a" * 50_000, id="a long list"),
        pytest.param(
            "".join("\n" + "    " * (n % 500) + "- a" for n in range(5_000)), id="deep lists"
        ),
        pytest.param("# a\n" * 20_000, id="headings without empty lines"),
        pytest.param("---\n" * 20_000, id="rules without empty lines"),
        pytest.param("a\n: b\n" * 10_000, id="definitions without empty lines"),
        pytest.param("[a]: b\n" * 20_000, id="references without empty lines"),
        pytest.param("[^a]: b\n" * 20_000, id="footnotes without empty lines"),
        pytest.param("*[a]: b\n" * 10_000, id="abbreviations without empty lines"),
        pytest.param("a|b\n-|-\n" + "`|" * 50_000, id="a long row"),
        pytest.param("```a\n" * 30_000, id="open fences"),
        pytest.param('!!! a\n=== "b"\n' * 10_000, id="boxes without empty lines"),
        pytest.param("/// note\n" * 10_000, id="open blocks"),
        pytest.param("/// note\n\n" * 10_000, id="open blocks with empty lines"),
        pytest.param("/// note\n///\n" * 10_000, id="blocks without empty lines"),
        pytest.param("a\n\n/// caption\nb\n///\n" * 5_000, id="captions"),
        pytest.param("a\n\n" + "/// caption\nb\n///\n" * 5_000, id="captions of captions"),
        pytest.param("a_b_" * 50_000 + "a@b." * 30_000, id="words with marks"),
        pytest.param("\ta\t\n" * 50_000, id="tabs"),
        pytest.param("a@" * 30_000 + "/#1" * 30_000, id="short names"),
        pytest.param("{ .a" * 30_000 + "x}" * 10_000, id="open attributes"),
    ],
)  # fmt: skip
def test_no_text_takes_long(text: str) -> None:
    def work(text: str) -> None:
        rendering = render(Markdown(text, 0, DIALECTS[3]))
        rendering.source_map.span(0, len(rendering.html))

    assert_linear(work, text)
