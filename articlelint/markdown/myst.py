"""MyST: CommonMark with roles, directives and targets, https://myst-parser.readthedocs.io/."""

from __future__ import annotations

import re
from typing import Final

from articlelint.markdown.common_mark import CommonMark
from articlelint.text.regex import regex

_DIRECTIVE: Final = regex(r"^[ \t>]*(?:`{3,}|~{3,}|:{3,})[ \t]*\{([\w:.+-]+)\}", re.MULTILINE)
_PLAIN: Final = frozenset(
    {
        *("admonition", "attention", "caution", "danger", "error", "hint", "important", "note"),
        *("seealso", "tip", "warning", "todo", "versionadded", "versionchanged", "deprecated"),
        *("code", "code-block", "code-cell", "literalinclude", "sourcecode", "parsed-literal"),
        *("image", "figure", "table", "list-table", "csv-table", "margin", "sidebar", "topic"),
        *("toctree", "contents", "tableofcontents", "only", "highlight", "index", "mermaid"),
        *("dropdown", "grid", "grid-item", "grid-item-card", "card", "tab-set", "tab-item"),
        *("button-link", "button-ref", "div", "container", "epigraph", "pull-quote", "youtube"),
        *("raw", "math", "embed", "iframe", "aside", "rubric", "centered", "hlist"),
    }
)
"""Directives that put out no id but what ``:name:`` and ``:label:`` say."""


_NO_TEXT: Final = regex(
    r"^[ \t]*(?::{3,}[ \t]*(?:\{[^{}\n]{1,80}\}.*(?:\n[ \t]*:[\w-]+:.*)*)?"
    r"|\([^()\n]{1,200}\)=[ \t]*|%.*)$",
    re.MULTILINE,
)
"""Where a directive begins, with its options, and where it ends; a target; a comment."""


class Myst(CommonMark):
    """MyST: what it adds is not read, and nothing is claimed of what may be a part of it."""

    name = "myst"
    has_unknown_constructs = True
    has_unknown_definitions = True

    def prepared(self, text: str) -> str:
        """Return *text* with blanks for what is no text of a paragraph."""
        if ":::" not in text and ")=" not in text and "%" not in text:
            return text
        return _NO_TEXT.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)

    def may_make_ids(self, text: str) -> bool:
        """Tell whether there is a directive that may put out ids: of an API, of a file put in."""
        if "{" not in text:
            return False
        return any(match[1] not in _PLAIN for match in _DIRECTIVE.finditer(text))
