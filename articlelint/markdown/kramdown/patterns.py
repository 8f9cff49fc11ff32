"""What kramdown 2.4 recognises things by, shared by the readers of blocks and of spans.

White space and word characters are ASCII, as in Ruby; the names of tags are not.
"""

from __future__ import annotations

import re
from typing import Final

from articlelint.text.regex import regex

SPACE: Final = " \t\n\r\f\v"

SPAN_ELEMENTS: Final = frozenset(
    {"a", "abbr", "acronym", "b", "big", "bdo", "br", "button", "cite", "code", "del", "dfn", "em",
     "i", "img", "input", "ins", "kbd", "label", "mark", "option", "q", "rb", "rbc", "rp", "rt",
     "rtc", "ruby", "samp", "select", "small", "span", "strong", "sub", "sup", "tt", "u", "var"}
)  # fmt: skip
BLOCK_ELEMENTS: Final = frozenset(
    {"address", "article", "aside", "applet", "body", "blockquote", "caption", "col", "colgroup",
     "dd", "div", "dl", "dt", "fieldset", "figcaption", "footer", "form", "h1", "h2", "h3", "h4",
     "h5", "h6", "header", "hgroup", "hr", "html", "head", "iframe", "legend", "menu", "li", "main",
     "map", "nav", "ol", "optgroup", "p", "pre", "section", "summary", "table", "tbody", "td",
     "th", "thead", "tfoot", "tr", "ul"}
)  # fmt: skip
VOID_ELEMENTS: Final = frozenset(
    {"area", "base", "br", "col", "command", "embed", "hr", "img", "input", "keygen", "link",
     "meta", "param", "source", "track", "wbr"}
)  # fmt: skip
_BLOCK_CONTENT: Final = (
    "address applet article aside blockquote body dd details div dl fieldset figure figcaption "
    "footer form header hgroup iframe li main map menu nav noscript object section summary td"
)
_SPAN_CONTENT: Final = (
    "a abbr acronym b bdo big button cite caption del dfn dt em h1 h2 h3 h4 h5 h6 i ins label "
    "legend optgroup p q rb rbc rp rt rtc ruby select small span strong sub sup th tt"
)
CONTENT: Final = dict.fromkeys(_BLOCK_CONTENT.split(), "block") | dict.fromkeys(
    _SPAN_CONTENT.split(), "span"
)
"""How an element's content is read where Markdown in HTML is read; that of others is raw."""
KNOWN_ELEMENTS: Final = (
    SPAN_ELEMENTS
    | BLOCK_ELEMENTS
    | VOID_ELEMENTS
    | CONTENT.keys()
    | {"script", "style", "math", "textarea"}
)
"""Those whose names kramdown writes in lower case."""

_NC_NAME: Final = r"(?u:[^\W\d][\w.-]*)"
NAME: Final = rf"{_NC_NAME}(?::{_NC_NAME})?"
_ATTRIBUTE: Final = rf"""{NAME}(?:\s*=\s*(?:(?u:\w)+|"[^"]*"|'[^']*'))?"""
TAG: Final = regex(rf"<((?>{NAME}))\s*((?>\s+{_ATTRIBUTE})*)\s*(/)?>", re.ASCII)
ATTRIBUTE: Final = regex(rf"""({NAME})(?:\s*=\s*(?:((?u:\w)+)|"([^"]*)"|'([^']*)'))?""", re.ASCII)
END_TAG: Final = regex(rf"</({NAME})\s*>", re.ASCII)
_NOT_SPAN: Final = rf"(?!(?:{'|'.join(sorted(SPAN_ELEMENTS | {'script'}))})\b)"
_LAZY_HTML: Final = rf"<(?:{_NOT_SPAN}{NAME}|/{_NOT_SPAN}{NAME}\s*>)"

ID_NAME: Final = r"\w[\w-]*"
ANY: Final = r"(?=[^}]{1,999}\})(?:\\\}|[^}]){1,999}"
"""What stands in an attribute list, looked at where a brace closes it; kramdown has no limit."""
_IAL_SOURCE: Final = rf"\{{:(?![:/]){ANY}\}}\s*?\n"
IAL: Final = regex(rf" {{0,3}}\{{:(?![:/])({ANY})\}}\s*?\n", re.ASCII)
ALD: Final = regex(rf" {{0,3}}\{{:({ID_NAME}):({ANY})\}}\s*?\n", re.ASCII)
ITEM_IAL: Final = regex(rf"\s*\{{:(?!(?:{ID_NAME})?:|/)({ANY})\}}\s*", re.ASCII)
BLANK: Final = regex(r"\s*\n", re.ASCII)
END_OF_BLOCK: Final = regex(r"\^\s*?\n", re.ASCII)
RULE: Final = regex(r" {0,3}([*_-])[ \t]*\1[ \t]*\1(?:\1|[ \t])*\n")
BULLET: Final = regex(r"( {0,3}[+*-])([\t| ].*?\n)")
NUMBER: Final = regex(r"( {0,3}[0-9]+\.)([\t| ].*?\n)")
DEFINITION: Final = regex(r"( {0,3}:)([\t| ].*?\n)")
LIST: Final = regex(r" {0,3}(?:[+*-]|[0-9]+\.)[\t| ].*?\n")
COMMENT: Final = regex(r"<!--.*?-->", re.DOTALL)
TRAILING: Final = regex(r"[ \t]*\n")

_ENDS_LAZINESS: Final = rf"\^\s*?\n| {{0,3}}(?:{_IAL_SOURCE}|{_LAZY_HTML})"
LAZY_END: Final = rf"\s*\n|{_ENDS_LAZINESS}"
"""What ends a paragraph, a quotation or an item whose lines need no marks."""
NO_LAZY_LINE: Final = rf"(?:{_IAL_SOURCE}|{_LAZY_HTML})"
INDENTED_CODE_SOURCE: Final = (
    r"(?:(?:\s*\n)?(?:(?:\t| {4})[ \t]*[^\s].*\n)+"
    rf"(?:(?!{_ENDS_LAZINESS})[ \t]*[^\s].*\n)*)*"
)
INDENTED_CODE: Final = regex(INDENTED_CODE_SOURCE, re.ASCII)
