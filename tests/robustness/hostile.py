"""Texts that were made to take for ever, of any length that is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable

Kind: TypeAlias = tuple[str, str]
"""A generator's name, and an article's path in its site."""
Make: TypeAlias = "Callable[[int], str]"

MARKDOWN: Final = ("generic", "a.md")
HTML: Final = ("generic", "a.html")
MDX: Final = ("docusaurus", "docs/a.mdx")
JEKYLL: Final = ("jekyll", "_posts/2024-01-01-a.md")
MKDOCS: Final = ("mkdocs", "docs/a.md")
HUGO: Final = ("hugo", "content/posts/a.md")
HEXO: Final = ("hexo", "source/_posts/a.md")
ZOLA: Final = ("zola", "content/a.md")
VITEPRESS: Final = ("vitepress", "a.md")
ELEVENTY: Final = ("eleventy", "a.md")
PELICAN: Final = ("pelican", "content/a.md")
PELICAN_HTML: Final = ("pelican", "content/a.html")
MDN: Final = ("mdn", "files/en-us/web/a/index.md")


def many(piece: str, head: str = "", tail: str = "") -> Make:
    """Return what makes texts of one piece again and again."""
    return lambda length: head + piece * (length // len(piece)) + tail


def nested(opening: str, closing: str, within: str = "", head: str = "") -> Make:
    """Return what makes texts of as many openings as ends."""
    each = len(opening) + len(closing)
    return lambda length: head + opening * (length // each) + within + closing * (length // each)


def numbered(piece: str, head: str = "", tail: str = "") -> Make:
    """Return what makes texts of pieces that differ in a number, which replaces ``N``."""

    def make(length: int) -> str:
        pieces = (piece.replace("N", str(number)) for number in range(length // (len(piece) + 3)))
        return f"{head}{''.join(pieces)}{tail}"

    return make


def _front(piece: str) -> Make:
    return many(piece, "---\n", "---\n")


def _stairs(length: int) -> str:
    return "".join(f"{' ' * (2 * step)}- a\n" for step in range(int(length**0.5)))


def _runs_of_ticks(length: int) -> str:
    return "".join("`" * width + " " for width in range(int((2 * length) ** 0.5)))


def _ragged_and_wide(length: int) -> str:
    width = length // 8
    head, line = "a|" * width, "-|" * width
    return f"|{head}\n|{line}\n" + "a\n" * (length // 4)


_PIECES: Final[dict[Kind, tuple[str, ...]]] = {
    MARKDOWN: (
        *("<", "\x01", "\0", "[", "![](", "![", "`a``", "*a **b",
          "So ** ab cd ** is\n\n", "|a|b|\n|-|-|\n|`c|d`|e|\n\n", "> ", ">", "*a ", "_a*b"),
        *("- a\n", "# [a](#b)\n", '`a` <p a "b" c="d">\n', "`\x01`\n"),
        *("<!-- articlelint-disable", "articlelint-disable", "<!-- articlelint-disable -->\n"),
        "<!-- articlelint-disable a/b -->\n<!-- articlelint-enable a/c -->\n",
        "<!-- articlelint-disable-next-line html -->\n<p>a</i></p>\n\n",
        *("<b>", "<div>", "<div>\n\n", "![a](b.png)\n", "\u202e", "\ufeff", "\u200b", "Ã©", "\\"),
        *("[a]: b\n", "[^1] ", "# a\n", "[a](#b)\n", "\n", "\r", "-", "---\n", "```\n", "~"),
        *("<http://a.example.edu/>", "a [b](c d) ", "**a**b", "==a", "~~a", "www.", "a@b.c "),
        *("&", "&#0;", "&nbsp", "- - - ", "1. ", "    a\n", "<a href='b", "<!--", "<!-- -->", "<?"),
        *("[a](#) ", "[](#) ", "[](a) ", "</a-b> "),
        *("](a)", "[a](<", "[a](b 'c", "[a][", "[^a]: b\n", "|", "|a|\n|-|\n", "a|b\n-|-\n", "***"),
        *("：", "（", "“", "  \n", "a\\\n", "{", "{{", "{%", "{#", "<br>", "</p>", "\t", "``` a\n"),
    ),
    HTML: (
        *("<", "\x01", "\0", "&", "&#0;", "<!--", "</div>", "<a b='", "<b>", "<div>", "<template>"),
        *("<a><b><p>", "<h1><h2>", '<a b=c"d>', "<p id=a>", "&nbsq;", "<!-- -- "),
        *("<select><option>", "<table><td>"),
        *("<table><tr><td>", "<table><b>a", "<svg><p>", "<p><div></p>", "<a href=x>"),
        "<ul><li>",
        *('<svg><image href="/a.png">', "<td background=a.png>", "<embed src=/a.pdf>"),
        *("<b><i></b></i>", "</br>", "<div/>", '<a b="', "<font color=red>", "<center>a</center>"),
        *("</a-b>", "<dd a=b'>"),
        *("<b></b>", "<h1></h1>", "<img src=a.png>", "<a href=' b '>", "<p></p>", "<li>", "</p>"),
        *("<script>", "<style>a{", "<textarea>", "<title>", "<form>", "<button>", "<math><mi>"),
        *("<dl><dt>", "<ruby><rt>", "<iframe srcdoc='<p>'>", "<a href='http://a b'>", "<frameset>"),
        *("<p style='a:b'>", "<input type=a>", "<label>", "<td>", "<caption>", "<svg><title>"),
        *("<html>", "<body>", "<head>", "<nobr>", "<a name=b>", "<video src=a>", "<?", "</", "<!"),
    ),
    MDX: (
        *("{/*", "{/* articlelint-disable", "www.", "<A>", "{", "{`${", "{/* a */}", "<A b={", "<"),
        *(":::note\n", "a.b@c.", "export const a = 1\n\n", "import a from 'b'\n\n", "<A>\n\n"),
        *("</A>", '<Image src="/a.png" />\n\n', "import('./a.png')"),
        *("<A.b/>", "{a}", "`{", "{'", "{//\n", "<A {...b}>", "<a>*b</a>", "{{ a\n", "$a", "<>"),
    ),
    HEXO: (
        *("www.", "http://", "{% raw %}", "{% codeblock %}", "{{ a | b }}", "a@", "{%", "{{", "{#"),
        *("{% a ", "{% a %}", "`{% raw %}`", "{{ '", "{% img a.png %}", "<!-- {{ ", "{% raw %}{{"),
        '{{ a }}<img src="b.png">',
    ),
    JEKYLL: (
        "{% if a %}\n</p>\n{% endif %}\n",
        *("$$\n\n$$\n- a\n===\n\n", "a </S> ", "[a]: #\n"),
        *("[", "{: .a}", "*a**b", "|a\n", "> ", "- ", "` ", "$$a ", "[^a]: b\n", "a\n: b\n"),
        "{: #a\n",
        *("{:a: .b}\n", '<div markdown="1">\n', "<div>", "<b>", "*", "_a", "<", "&", "[a](", "!["),
        *("{::a}", "{:/}", "<!--", "<a b='", "\\", "(", "a|b\n", "|-\n", "*[a]: b\n", "<<"),
        "---\n",
    ),
    MKDOCS: (
        *("![", "!!! note\n", "*a**b", "<", "&", "[a](", "[", "<div>", "`a``", "> ", "- "),
        '=== "a"\n',
        *("{: .a}", "a\n: b\n", "[^1]: a\n", "++a", "==a", "^^a", "~~a", "{{a", "--8<-- ", "a@b.c"),
        *("*[a]: b\n", "|a|\n|-|\n", "<b>", "</b>", "<!--", "    a\n", "!!! a\n    b\n", "\\"),
        "((",
        *('<div markdown="1">\n', "http://", "#a", "[[a]]", ":a:", "$a", "\\(", "/// a\n", "```\n"),
    ),
    HUGO: (
        *("{{<", "{{< a >}}", "[[a]]", "$a", "{{%", "{{< a", "{{</ a >}}", '{{< a b="', "{{</* a"),
        *("{{< a >}}\n", "> [!a]\n", "{.a}", "# a {#b}\n", "{{< a />}}", "`{{<`", "{{< `"),
    ),
    ZOLA: ("{{ a(b=c) }}", "{% a() %}", "{{", "{%", "{# ", "{% end %}", "{{ a(b='", "@/a.md"),
    VITEPRESS: (
        *("{{ a }}", "{{", '<A :b="', "::: tip\n", "`{{", "<a v-pre>", "<a v-pre ", "`<!--` "),
        *("<A>", "<script>\nimport a from './b'\n</script>\n\n", "<img :src=\"'/a.png'\">"),
        *("::: v-pre\n", "[[toc]]\n", "# a {#b}\n", ":a:", "<a :b='"),
    ),
    ELEVENTY: ("{% if a %}{{ b | c }}", "{%", "{{", "{{ '", "{% raw %}", "{% comment %}", "{% a"),
    PELICAN: ("Title: a\n", "{static}/a ", "{filename}a.md ", "[", "|a|", "a: b\n  c\n"),
    PELICAN_HTML: ('<meta name="a" content="b">', "<html>", "<head>", "<title>", "<meta "),
    MDN: ('{{a("b")}}', "{{a(", "{{", "{{a}}", '{{a("', "> **Note:** a\n\n", "```html\n"),
}  # fmt: skip
_YAML: Final = (
    *("a: b: c\n", "a：b\n", 'a: "b\n', "a: @b\n", "a: %b\n", 'a: "\\q"\n', "k: v\n"),
    "a:\n\tb: c\n",
    *("- a\n", "a\n", "# a\n", "a: [b\n", "a: 'b\n", "a: *b\n", "? a\n", "a: |\n b\n", "a: &b c\n"),
    *("  a: b\n", "a:b\n", ": a\n", "a: {b: c\n", "a: b #c\n", "a: !b c\n", "a: 2024-13-45\n"),
    "%a\n",
    *("a: ‘b’\n", "“a”: b\n", "-a\n", "\ta: b\n", "a: b\r", "<<: *a\n", "a: `b\n", "a: b: 'c\n"),
)  # fmt: skip
_TOML: Final = (
    *("a = b\n", "[[a]]\n", "[a]\n", "a = 'b\n", 'a = """', "a: b\n", "a = [\n", "a = {b = 1}\n"),
    *("a = 1\n", "# a\n", "a\n", "= a\n", "a.b = 1\n", "a = 2024-13-45\n"),
    *('a = "\\q"\n', "a = “b”\n"),
)  # fmt: skip
_HEADS: Final[dict[str, tuple[Kind, Make]]] = {
    "link blanks": (MARKDOWN, many(" ", "[a](<http")),
    "suppression blanks": (MARKDOWN, many(" ", "<!-- articlelint-disable")),
    "suppression of names": (MARKDOWN, many("a/b ", "<!-- articlelint-disable ", "-->")),
    "images in images": (MARKDOWN, nested("![", "](a)")),
    "emphasis in emphasis": (MARKDOWN, nested("*a **", "** b*")),
    "links in brackets": (MARKDOWN, nested("[", "](a)")),
    "blanks": (MARKDOWN, many(" ", "", "a")),
    "tabs": (MARKDOWN, many("\t", "", "a")),
    "schemes": (MARKDOWN, many("https://", "[a](", ")")),
    "percent signs": (MARKDOWN, many("%", "[a](", ")")),
    "dots of a path": (MARKDOWN, many("../", "[a](", "a.md)")),
    "folders of a path": (MARKDOWN, many("b/", "[a](/", "a.pdf)")),
    "folders of an image's path": (MARKDOWN, many("b/", "![a](", "a.png)")),
    "a long word": (MARKDOWN, many("a")),
    "a long number": (MARKDOWN, many("1")),
    "a long heading": (MARKDOWN, many("a ", "# ")),
    "a long entity": (MARKDOWN, many("a", "&")),
    "uses of a reference": (MARKDOWN, many("[a] ", "[a]: b\n\n")),
    "uses of a footnote": (MARKDOWN, many("[^1] ", "", "\n\n[^1]: a\n")),
    "brackets behind backslashes": (MARKDOWN, many("\\[", "[a]: b\n\n[")),
    "headings that differ": (MARKDOWN, numbered("## aN\n")),
    "headings of links that differ": (MARKDOWN, numbered("# [aN](#b)\n")),
    "references that differ": (MARKDOWN, numbered("[aN]: b\n")),
    "footnotes that differ": (MARKDOWN, numbered("[^aN] ")),
    "footnotes that are numbers": (MARKDOWN, many("a [^5] ")),
    "links that differ": (MARKDOWN, numbered("[a](bN.md)\n")),
    "images that differ": (MARKDOWN, numbered("![a](bN.png)\n")),
    "anchors that differ": (MARKDOWN, numbered("[a](#bN)\n")),
    "ids that differ": (HTML, numbered("<p id=aN>")),
    "a stair of lists": (MARKDOWN, _stairs),
    "runs of backticks": (MARKDOWN, _runs_of_ticks),
    "a ragged table": (MARKDOWN, many("|a\n", "|a|b|\n|--|--|\n")),
    "a ragged and wide table": (MARKDOWN, _ragged_and_wide),
    "srcset": (HTML, many("a.png 2x, ", '<img src=a.png srcset="', '">')),
    "attributes alike": (HTML, many(" a=b", "<p", ">")),
    "attributes that differ": (HTML, numbered(" aN=b", "<p", ">")),
    "declarations": (HTML, many("color:red;", '<p style="', '">')),
    "braces in a heading": (MKDOCS, many(" { ", "# a", "} x\n")),
    "classes": (HTML, many("a ", '<p class="', '">')),
    "signs in a tag": (HTML, many("=", "<a =", ">")),
    "less-than in a tag": (HTML, many("<", "<a ", ">")),
    "quotes in a tag": (HTML, many('"', "<a ", ">")),
    "an attribute's blanks": (HTML, many(" ", "<a b", "=c>")),
    "CDATA": (HTML, many("<![CDATA[", "<svg>")),
    "a script's scheme": (HTML, many("java\tscript:", '<a href="', '">')),
    "blanks in a script that does nothing": (
        HTML,
        many(" ", '<a href="javascript:void', 'x">a</a>'),
    ),
    "blanks behind a scheme": (HTML, many(" ", '<a href="http', 'x">a</a>')),
    "blanks behind a fence": (MARKDOWN, many(" ", "```", "x\n---\na: b\n---\n")),
    "elements in elements": (HTML, nested("<div>", "</div>")),
    "formatting in formatting": (HTML, nested("<b>", "</b>")),
    "lists in lists": (HTML, nested("<ul><li>", "</li></ul>")),
    "JSX in JSX": (MDX, nested("<A>", "</A>")),
    "braces in braces": (MDX, nested("{", "}")),
    "blocks in blocks": (JEKYLL, nested("{% if a %}", "{% endif %}", "", "---\na: b\n---\n")),
    "raw in raw": (HEXO, nested("{% raw %}", "{% endraw %}")),
    "unknown tags and raw": (HEXO, many("{% unknown %}{% raw %}")),
    "shortcodes in shortcodes": (HUGO, nested("{{< a >}}", "{{< /a >}}")),
    "YAML aliases": (MARKDOWN, many("- *a\n", "---\na: &a b\nc:\n", "---\n")),
    "YAML aliases of aliases": (
        MARKDOWN,
        numbered("aN: &aN [*a0, *a0]\n", "---\na0: &a0 [x]\n", "---\n"),
    ),
    "YAML keys": (MARKDOWN, numbered("kN: v\n", "---\n", "---\n")),
    "YAML flow": (MARKDOWN, many("[", "---\na: ")),
    "YAML flow pairs": (MARKDOWN, many("{a: ", "---\na: ")),
    "YAML lists in one line": (MARKDOWN, many("- ", "---\n")),
    "YAML terms": (MARKDOWN, many("a,", "---\ntags: [", "]\n---\n")),
    "YAML terms that differ": (MARKDOWN, numbered("aN,", "---\ntags: [", "]\n---\n")),
    "YAML tabs": (MARKDOWN, many("\tb: c\n", "---\na:\n")),
    "categories": (ZOLA, many("- [a, b]\n", "---\ntitle: a\ncategories:\n")),
    "categories that differ": (
        HEXO,
        numbered("- [aN, b]\n", "---\ntitle: a\ncategories:\n", "---\n"),
    ),
    "TOML keys": (HUGO, numbered("kN=1\n", "+++\n", "+++\n")),
    "TOML dots": (HUGO, many("a.", "+++\n", "a=1\n+++\n")),
    "TOML lists": (HUGO, many("[", "+++\na = ", "\n+++\n")),
    "TOML terms": (HUGO, many("'a',", "+++\ntags = [", "]\n+++\n")),
    "JSON": (HUGO, many("1,", '{"a": [', "1]}\n")),
    "JSON braces": (HUGO, many("{")),
    "JSON keys": (HUGO, many('{"a":')),
    "digits of a date": (MARKDOWN, many("1", "---\ndate: ", "\n---\n")),
    "days of a date": (MARKDOWN, many("Mon ", "---\ndate: ", "\n---\n")),
    "dates in a date": (MARKDOWN, many("2024-01-01 ", "---\ndate: ", "\n---\n")),
    "blanks of a date": (MARKDOWN, many(" ", "---\ndate: '2024-01-01", "Z'\n---\n")),
    **{
        f"a long value of {piece!r} in {opening}": (
            MARKDOWN,
            many(piece, f"---\na: {opening}", "\n---\n"),
        )
        for opening in ("[", "{", '"', "'", "*", "@", "-", "!", "|", "[#", "{{")
        for piece in ("a", "a #", ", ")
    },
    "a long title": (MARKDOWN, many("a ", "---\ntitle: ", "\n---\n")),
    "a long slug": (HUGO, many("a/", "---\nslug: ", "\n---\n")),
    "a long alias": (HUGO, many("/a", "---\naliases: [", "]\n---\n")),
    **{
        f"{kind[0]}: blanks in {opening}": (kind, many(" ", opening))
        for kind, opening in (
            *((HEXO, "{%"), (HEXO, "{{ a"), (JEKYLL, "{% a"), (HUGO, "{{< a"), (ZOLA, "{{ a(")),
            *((VITEPRESS, "{{ a"), (MDX, "{a"), (MDX, "<A "), (JEKYLL, "{: a"), (MKDOCS, "{: a")),
        )
    },
}


def _table() -> dict[str, tuple[Kind, Make]]:
    found = dict(_HEADS)
    for kind, pieces in _PIECES.items():
        for piece in pieces:
            found[f"{' '.join(kind)}: {piece!r}"] = (kind, many(piece))
    for piece in _YAML:
        found[f"YAML: {piece!r}"] = (MARKDOWN, _front(piece))
        found[f"YAML of Jekyll: {piece!r}"] = (JEKYLL, _front(piece))
    for piece in _TOML:
        found[f"TOML: {piece!r}"] = (HUGO, many(piece, "+++\n", "+++\n"))
    return found


HOSTILE: Final[dict[str, tuple[Kind, Make]]] = _table()
"""Every pattern by its name."""
