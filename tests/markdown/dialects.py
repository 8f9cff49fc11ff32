"""Every dialect with any options, and texts made of what its parser takes for more than text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from hypothesis import strategies as st

from articlelint.markdown import CommonMark
from articlelint.markdown.goldmark import Goldmark
from articlelint.markdown.kramdown import Kramdown, Options
from articlelint.markdown.markdown_it import MarkdownIt
from articlelint.markdown.marked import Marked
from articlelint.markdown.vue import Vue

if TYPE_CHECKING:
    from articlelint.markdown import Dialect

EVERY_OPTION: Final = sum(1 << bit for bit in range(1, 16))
PULLDOWN: Final = st.sampled_from(
    [0, 0b11110, EVERY_OPTION, EVERY_OPTION & ~(1 << 5)]
) | st.integers(0, (1 << 16) - 1).map(lambda bits: bits & EVERY_OPTION)
"""Options of pulldown-cmark."""

_SHARED: Final = [
    "a", "word", "智", "😀", "é", "\ue000", " ", "  ", "    ", "\t", "\n", "\n\n", "\r\n", "\r",
    "\x00", "\ufeff", "\x0b", "\x0c", "\xa0", "\u2028", "*", "**", "_", "__", "~~", "~", "^", "`",
    "``", "```", "\n```\n", "\n~~~ py\n", "$$", "\\", "\\\n", "|", "\n|-|-|\n", "[", "]", "](",
    "\n| a | b |\n|---|:-:|\n| c `x\\|y` | *d* |\n", "![", ")", "(", "<", ">", '"', "'", "[a]",
    "[a][b]", "[b][]", "![i](u 't')", "\n[b]: <u r l> \"t'<\"\n", "\n[a]:\n  /x\n", "[^1]",
    "\n[^1]: note\n", "<http://e.x/?a=1&b='>", "<m@e.x>", "<b>", "</b>", "<b\nc='1'>",
    "<b\r\nc>", "\n<div>\n", "</div>\n", "<p>", "</p>", "<!-- c -->", "<!--\n", "-->", "<?p?>",
    "<script>\n", "</script>", "&amp;", "&lt;", "&#0;", "&#x41;", "&nope;", "&", "\n# ", "\n===\n",
    "\n## h {#i .c k=v}\n", "\n---\n", "\n***\n", "\n- ", "\n* ", "\n1. ", "\n7) ", "- [ ] ",
    "- [x] ", "\n> ", "> ", "\n: ", "--", "...", "  \n", "\n    code\n", "\n\tcode\n",
]  # fmt: skip
_PULLDOWN: Final = [
    "$", "\n|:-:|\n", "[[w|x]]", "![[w]]", "<![CDATA[x]]>", "---\nt: x\n---\n", "\n+++\n",
    "\n> [!NOTE]\n> ",
]  # fmt: skip
_KRAMDOWN: Final = [
    "\n$$\n", "\\\\\n", "\n|=|\n", "\n[^1]: a\n\n    b\n", '\n<div markdown="1">\n', "<table>",
    '<p markdown="span">', "<td markdown=1>", "</td>", "<code>", "</code>", "<br/>", "<a/>",
    "<pre>", "\n## h {#i}\n", "<<", ">>", "\n{: .a #b c='d'}\n", "{: .a}", "\n{:x: .y}\n",
    "{::comment}", "{:/}", "\n{::nomarkdown}\n", "\n{:/}\n", "\n^\n", "\n*[a]: b\n", "{:toc}",
]  # fmt: skip
_MARKED: Final = [
    "https://e.x/", "www.e.x", "http://e.x/a_b_*c*", "\n- \n", "\n* \n", "\n1. \n", "\n12. ",
    "\n  <p>\n", "\n  </p>\n", "\n<p>a</p>\n", "\n</div>\n", "\n \t\n", "\n\t\n", "\n  - ", "\n>\n",
    "\n   > ", "~~a~~", "\n```", "\n~~~",
]  # fmt: skip
_MARKDOWN_IT: Final = ["<http:", "</", "<a@b", "     ", "\n     ", "\n\t\t", "~a~", "(<", "\\<"]
_VUE: Final = [
    "\n::: tip\n", "\n:::\n", "\n::: details *t* {open}\n", "\n:::: code-group\n", "\n::::\n",
    "\n> ::: warning a\n", "\n> :::\n", "\n  ::: raw\n", "\n> [!TIP] a\n> ", "\n[[toc]]\n",
    "\n<Box>\n", "\n<Box />\n", "</Box>\n", '<Box @a="b" :c.d="e" v-f>', "\n<A>b</A>\n", "\n<a-b",
    "\n<script setup>\n", "\n</script>\n", "\n<style>\n", "\n</style>\n", "{{ a }}", " {.a #b c=d}",
    "{open}\n", "{", "}", "\n@[code](a)\n",
]  # fmt: skip


class Case(NamedTuple):
    """A dialect with any options, and texts for it."""

    dialects: st.SearchStrategy[Dialect]
    texts: st.SearchStrategy[str]


def _texts(*words: str) -> st.SearchStrategy[str]:
    marks = st.sampled_from([*_SHARED, *words])
    return st.lists(marks, max_size=30).map("".join) | st.text(max_size=40)


CASES: Final = {
    "commonmark": Case(st.builds(CommonMark, PULLDOWN, breaks=st.booleans()), _texts(*_PULLDOWN)),
    "goldmark": Case(st.builds(Goldmark, PULLDOWN), _texts(*_PULLDOWN)),
    "marked": Case(
        st.builds(
            Marked,
            PULLDOWN,
            breaks=st.booleans(),
            urls=st.booleans(),
            descriptions=st.booleans(),
        ),
        _texts(*_MARKED),
    ),
    "markdown-it": Case(
        st.builds(
            MarkdownIt,
            PULLDOWN,
            breaks=st.booleans(),
            html=st.booleans(),
            indented_code=st.booleans(),
        ),
        _texts(*_MARKDOWN_IT),
    ),
    "vue": Case(st.builds(Vue), _texts(*_VUE)),
    "kramdown": Case(
        st.builds(
            Kramdown,
            st.builds(
                Options,
                gfm=st.booleans(),
                hard_wrap=st.booleans(),
                parse_block_html=st.booleans(),
                parse_span_html=st.booleans(),
                quirk=st.booleans(),
                typographic=st.booleans(),
                native=st.booleans(),
            ),
        ),
        _texts(*_KRAMDOWN),
    ),
}
"""By the names of dialects."""
