"""The tags and filters of Liquid and Jekyll, and how each tag is used."""

from __future__ import annotations

from typing import Final

from articlelint.templates.blocks import ALONE, TagUse

_ELSE: Final = frozenset({"else"})
_IF: Final = frozenset({"else", "elsif"})
BRANCHES: Final = frozenset({"else", "elsif", "when"})

# liquid 4.0 and 5.4, ``tags/``; jekyll 4.3, ``tags/``. What is in one of them is known.
TAGS: Final[dict[str, TagUse]] = {
    "#": ALONE,
    "assign": ALONE,
    "break": ALONE,
    "capture": TagUse("endcapture"),
    "case": TagUse("endcase", frozenset({"else", "when"})),
    "comment": TagUse("endcomment", forgives=True),
    "continue": ALONE,
    "cycle": ALONE,
    "decrement": ALONE,
    "echo": ALONE,
    "for": TagUse("endfor", _ELSE),
    "highlight": TagUse("endhighlight"),
    "if": TagUse("endif", _IF),
    "ifchanged": TagUse("endifchanged"),
    "include": ALONE,
    "include_relative": ALONE,
    "increment": ALONE,
    "link": ALONE,
    "liquid": ALONE,
    "post_url": ALONE,
    "raw": TagUse("endraw"),
    "tablerow": TagUse("endtablerow"),
    "unless": TagUse("endunless", _IF),
}

EMPTY_STAYS_EMPTY: Final = frozenset(
    {"capitalize", "cgi_escape", "date", "date_to_long_string", "date_to_rfc822", "date_to_string",
     "date_to_xmlschema", "downcase", "escape", "escape_once", "first", "h", "last", "lstrip",
     "newline_to_br", "normalize_whitespace", "remove", "remove_first", "replace", "replace_first",
     "rstrip", "slugify", "smartify", "strip", "strip_html", "strip_newlines", "upcase",
     "uri_escape", "url_encode", "xml_escape"}
)  # fmt: skip
"""Filters that make nothing of nothing."""

FILTERS: Final = EMPTY_STAYS_EMPTY | frozenset(
    {"abs", "absolute_url", "append", "array_to_sentence_string", "asset_url", "at_least",
     "at_most", "base64_decode", "base64_encode", "base64_url_safe_decode",
     "base64_url_safe_encode", "ceil", "compact", "concat", "default", "divided_by", "find",
     "find_exp", "floor", "group_by", "group_by_exp", "inspect", "join", "jsonify", "map",
     "markdownify", "minus", "modulo", "number_of_words", "plus", "pop", "prepend", "push",
     "relative_url", "remove_last", "replace_last", "reverse", "round", "sample", "sassify",
     "scssify", "shift", "size", "slice", "sort", "sort_natural", "split", "strip_index", "sum",
     "times", "to_integer", "truncate", "truncatewords", "uniq", "unshift", "url_decode", "where",
     "where_exp"}
)  # fmt: skip
