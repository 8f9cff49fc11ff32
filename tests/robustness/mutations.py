"""Articles made of others by accident and malice: spliced, doubled, cut, nested, made odd."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import random
    from collections.abc import Sequence

_ODD: Final = (
    "\0", "\x01", "\x1b[31m", "\x7f", "\x85", "\xa0", "\xad", "\u0130", "\u200b", "\u200d",
    "\u2028", "\u2029", "\u202e", "\u2066", "\u3000", "\ufeff", "\ufffd", "\uffff", "\uff1a",
    "\uff03", "\U0001f600", "\U000e0001", "e\u0301", "\u0345", "智", "\r", "\r\n", "\n\r", "\t",
    "\v", "\f", "\udc80", "\udcff", "ß", "ſ", "K", "½", "²", "٣", "\ud7ff", "İ",
)  # fmt: skip
"""Characters that break assumptions; a lone surrogate stands for a byte that is not UTF-8."""
_MARKUP: Final = (
    "<", ">", "</", "/>", "<!--", "-->", "<!", "<?", "]]>", "<div>", "</div>", "<p>", "</p>",
    "<b>", "</b>", "<a href=x>", "</a>", "<table>", "<tr>", "<td>", "</table>", "<li>", "<ul>",
    "</ul>", "<h1>", "</h2>", "<img src=a.png>", "<img src='a b.png' alt>", "<br/>", "</br>",
    "<script>", "</script>", "<style>", "<template>", "<select>", "<option>", "<svg>", "<math>",
    "<title>", "<textarea>", "<pre>", "<html>", "<body>", "<frameset>", "<form>", "<details>",
    "<summary>", "<iframe srcdoc='<p>'>", "&nbsp;", "&nbsp", "&#0;", "&#x110000;", "&#x80;", "&",
    "&lt;", " id=a", " class='a' class=b", " style='color:red;", "=", '"', "'", "`", "```\n",
    "~~~\n", "*", "**", "_", "#", "# ", "## ", "\n===\n", "\n---\n", "---\n", "+++\n", "- ",
    "1. ", "> ", "    ", "|", "|--|\n", "[", "](", ")", "![", "[^1]", "[^1]: a\n", "[a]: b\n",
    "[[a]]", "(", "\\", "$$", "==", "++", ":::note\n", "!!! note\n", '=== "Tab"\n', "{: .a #b}",
    "{#id}", "{% raw %}", "{% endraw %}", "{% if a %}", "{% endif %}", "{%", "%}", "{{", "}}",
    "{{<", ">}}", "{{%", "%}}", "{{< figure src=a.png >}}", "{% img a.png %}", "{{ a | b }}",
    "{#", "#}", "{/*", "*/}", "{`", "{", "}", "<A.B c={d}/>", "export const a = 1\n",
    "import a from 'b'\n", "<>", "</>", "<!-- articlelint-disable -->",
    "<!-- articlelint-disable-next-line html -->", "# articlelint-disable-line\n",
    "<!-- articlelint-enable -->", "http://a.example.edu/%zz", "https://[::1", "//",
    "javascript:alert(1)", "data:image/png;base64,", "mailto:a", "https://https://",
    "www.a.example.edu", "#", "?", "%", "file:///etc", "C:\\a.png", "../../../a.png",
    "a.png 2x, b.png", "&copy=1", "<https://a.example.edu>", "::before", "\n\n", "\n", "\n \n",
    "/// note | a\n", "///\n", "/// tab | # a\n", '=== "# a"\n', "??? note\n", "--8<-- ", "^^a^^",
    "~~", ":a:", "\\(", "\\)", "\\[", "\\]", "```{note} a\n", ":::{note}\n", ":::\n", "(a)=\n",
    "{ref}`a`", "%% a\n", "[[a|b]]", "![[a.png]]", "<div markdown>\n", '<div markdown="1">\n',
    "{::nomarkdown}", "{:/}", "{: .a}\n", "a\n: b\n", "*[a]: b\n", "    a\n", "[a]{.b}",
    "  \n", "2024-02-30", "1st", "08:99",
)  # fmt: skip
_YAML_VALUES: Final = (
    "[a, b]", "[]", "{a: b}", "{}", "[[a], {b: c}]", "null", "~", "", ".nan", ".inf", "-.inf",
    "1", "-1", "1.5", "0x1F", "012", "1e400", "99999999999999999999999", "true", "no",
    "2024-01-01", "2024-01-01T00:00:00Z", "2024-13-45", "0000-00-00", "0001-01-01T00:00:00-14:00",
    "9999-12-31T23:59:59-12:00", "12:30", "''", "' '", '"\\0"', '"\\ud800"', '"\\n"',
    "!!binary aGk=", "!!set {a}", "!a b", "&a [*a]", "*a", "|\n  a\n", ">-\n  a\n",
    "\n  - a\n  - [b]\n  - {c: d}\n  -", "\n  a: b", "? a", "@a", "a: b", "- a", "%a", "a #b",
    "'a", '"a', "[a", "{a", ".", "..", "/", "/a/b/", "a/../b", "//a", "a%2fb",
    "http://a.example.edu/", "a\u2028b", "\u200b", "٣", "{{ a }}", "{% a %}", "<b>a</b>",
    "Wed, 32 Feb 2022", "#", "<<: *a", "!!timestamp x",
)  # fmt: skip
_TOML_VALUES: Final = (
    "['a', 1]", "[]", "{a = 'b'}", "{}", "[[1], ['a']]", "nan", "inf", "-inf", "1", "1.5", "0x1F",
    "1e400", "true", "''", '"\\u0000"', "2024-01-01", "2024-01-01T00:00:00Z", "07:30:00",
    "2024-13-45", "'''a'''", '"a', "a", "", "'/'", "'.'", "'a/b'", "99999999999999999999999",
    '"""\na"""', "[{a = 1}, {a = 1}]",
)  # fmt: skip
_HEAD: Final = 800
_REST: Final = 1_600
_WHOLE: Final = 0.04
"""How often a long text is taken as it is."""
_JSON_VALUES: Final = (
    '["a", 1]', "[]", '{"a": "b"}', "{}", "null", "1", "1e400", "-0", "true", '""', '"\\u0000"',
    '"\\ud800"', "NaN", "'a'", "a", "", '"/"', '"."', '"a/b"', '{"a": 1, "a": 2}', "[[[]]]",
)  # fmt: skip
_KEYS: Final = (
    "title", "date", "updated", "lastmod", "slug", "url", "aliases", "permalink", "tags",
    "categories", "category", "layout", "type", "draft", "published", "lang", "description",
    "image", "cover", "thumbnail", "weight", "authors", "author", "id", "sidebar_position",
    "template", "extra", "taxonomies", "redirect_to", "path", "save_as", "status", "keywords",
    "publishDate", "expiryDate", "linkTitle", "summary", "resources", "images", "head", "mdx",
    "toc", "1", "true", "null", "<<", "=", "a.b", "page-type",
)  # fmt: skip
_YAML_LINE: Final = re.compile(r"^([\w-]+)[ \t]*:.*(?:\n[ \t]+.*)*", re.MULTILINE)
_TOML_LINE: Final = re.compile(r"^([\w-]+)[ \t]*=.*", re.MULTILINE)
_JSON_LINE: Final = re.compile(r'("[\w-]+")[ \t]*:[ \t]*(?:"[^"\n]*"|[\w.-]+|\[[^\]\n]*\])')
_PIECE: Final = re.compile(r"(<[^<>\n]*>|&[^;\s]*;|\{[%{].*?[%}]\}|\w+|\s+|.)", re.DOTALL)
_LONGEST: Final = 6000
_LENGTHS: Final = (200, 300, 300, 600, 600, 600, 1200, 1200, 1200, _LONGEST)
"""Longer texts are cut: what breaks, breaks in a small place, and small ones are tried sooner."""

_Mutation = "Callable[[random.Random, str, Sequence[str]], str]"


def excerpt(pick: random.Random, text: str) -> str:
    """Return the beginning of a long text and some of the rest, mostly: it is tried sooner."""
    if len(text) <= _HEAD + _REST or pick.random() < _WHOLE:
        return text
    at = pick.randrange(_HEAD, len(text) - _REST + 1)
    return text[:_HEAD] + text[at : at + _REST]


def mutated(pick: random.Random, text: str, others: Sequence[str]) -> str:
    """Return *text* after one to six accidents; *others* are texts that get mixed in."""
    text = _excerpt(pick, text)
    for _ in range(pick.choice((1, 1, 2, 2, 3, 4, 6))):
        text = pick.choice(_MUTATIONS)(pick, text, others)
    return text[: 3 * _LONGEST]


def _excerpt(pick: random.Random, text: str) -> str:
    """Return *text* if it is short, else its beginning and a stretch of the rest."""
    length = pick.choice(_LENGTHS)
    if len(text) <= length:
        return text
    half = length // 2
    start = pick.randrange(half, len(text))
    return text[:half] + text[start : start + half]


def _place(pick: random.Random, text: str) -> int:
    """Return a place in *text*; every second one in its beginning, where front matter is."""
    return pick.randrange(min(len(text), 400) + 1 if pick.random() < 0.5 else len(text) + 1)


def _stretch(pick: random.Random, text: str) -> tuple[int, int]:
    start = _place(pick, text)
    return start, min(len(text), start + pick.choice((1, 1, 3, 10, 40, 200)))


def _with_character(pick: random.Random, text: str, others: Sequence[str]) -> str:
    at = _place(pick, text)
    return text[:at] + pick.choice(_ODD) * pick.choice((1, 1, 1, 2, 5)) + text[at:]


def _with_markup(pick: random.Random, text: str, others: Sequence[str]) -> str:
    at = _place(pick, text)
    return text[:at] + pick.choice(_MARKUP) * pick.choice((1, 1, 1, 1, 2, 3, 30)) + text[at:]


def _without_stretch(pick: random.Random, text: str, others: Sequence[str]) -> str:
    start, end = _stretch(pick, text)
    return text[:start] + text[end:]


def _doubled(pick: random.Random, text: str, others: Sequence[str]) -> str:
    start, end = _stretch(pick, text)
    return text[:end] + text[start:end] * pick.choice((1, 1, 2, 20)) + text[end:]


def _spliced(pick: random.Random, text: str, others: Sequence[str]) -> str:
    other = pick.choice(others)
    start, end = _stretch(pick, other)
    at = _place(pick, text)
    return text[:at] + other[start:end] + text[at:]


def _crossed(pick: random.Random, text: str, others: Sequence[str]) -> str:
    other = _excerpt(pick, pick.choice(others))
    return text[: _place(pick, text)] + other[_place(pick, other) :]


def _nested(pick: random.Random, text: str, others: Sequence[str]) -> str:
    opening, closing = pick.choice(
        (
            ("<div>", "</div>"), ("> ", ""), ("- ", ""), ("[", "](a)"), ("**", "**"), ("{", "}"),
            ("<b>", "</b>"), ("(", ")"), ("<!-- ", " -->"), ("```\n", "\n```\n"),
            ("{% raw %}", "{% endraw %}"), ("<a href=x>", "</a>"), ("<table><tr><td>", ""),
        )
    )  # fmt: skip
    start, end = _stretch(pick, text)
    times = pick.choice((1, 2, 3, 12))
    return text[:start] + opening * times + text[start:end] + closing * times + text[end:]


def _lines_moved(pick: random.Random, text: str, others: Sequence[str]) -> str:
    lines = text.split("\n")
    at = pick.randrange(len(lines))
    match pick.randrange(6):
        case 0:
            lines[at] = pick.choice(("    ", "  ", "\t", " ", "> ", "- ", "  - ", "# ")) + lines[at]
        case 1:
            lines[at] = lines[at].strip()
        case 2:
            lines[at : at + 2] = ["".join(lines[at : at + 2])]
        case 3:
            lines.insert(pick.randrange(len(lines) + 1), lines[at])
        case 4:
            del lines[at]
        case _:
            lines.insert(at, "")
    return "\n".join(lines)


def _pieces_swapped(pick: random.Random, text: str, others: Sequence[str]) -> str:
    start = _place(pick, text)
    pieces = _PIECE.findall(text[start : start + 300])
    if len(pieces) < 2:
        return text
    first, second = pick.randrange(len(pieces)), pick.randrange(len(pieces))
    pieces[first], pieces[second] = pieces[second], pieces[first]
    return text[:start] + "".join(pieces) + text[start + 300 :]


def _other_newlines(pick: random.Random, text: str, others: Sequence[str]) -> str:
    match pick.randrange(4):
        case 0:
            return text.replace("\r\n", "\n").replace("\n", "\r\n")
        case 1:
            return text.replace("\n", "\r")
        case 2:
            return text.rstrip("\n")
        case _:
            return "\ufeff" + text


def _value_replaced(pick: random.Random, text: str, others: Sequence[str]) -> str:
    """Return *text* with an odd value behind one key of its front matter, or of a new key."""
    head = text[:1500]
    for pattern, values, sign in (
        (_JSON_LINE, _JSON_VALUES, ": "),
        (_TOML_LINE, _TOML_VALUES, " = "),
        (_YAML_LINE, _YAML_VALUES, ": "),
    ):
        found = list(pattern.finditer(head))
        if found:
            match, value = pick.choice(found), pick.choice(values)
            if pick.random() < 0.6:
                return f"{text[: match.start()]}{match[1]}{sign}{value}{text[match.end() :]}"
            key = pick.choice(_KEYS)
            key = f'"{key}"' if pattern is _JSON_LINE else key
            separator = ",\n" if pattern is _JSON_LINE else "\n"
            return f"{text[: match.start()]}{key}{sign}{value}{separator}{text[match.start() :]}"
    key, value = pick.choice(_KEYS), pick.choice(_YAML_VALUES)
    return f"---\n{key}: {value}\n---\n{text}"


_MUTATIONS: Final = (
    *(_with_character, _with_markup, _with_markup, _without_stretch, _doubled, _spliced, _crossed),
    *(_nested, _lines_moved, _pieces_swapped, _other_newlines, _value_replaced, _value_replaced),
)
