"""MyST: CommonMark with roles, directives and targets, https://myst-parser.readthedocs.io/."""

from __future__ import annotations

import re
from bisect import bisect_right
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
        *("figure-md", "footbibliography", "rst-class", "tags", "tab", "tabs", "versionremoved"),
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


_HOLDS_MARKDOWN: Final = frozenset(
    {
        *("admonition", "attention", "caution", "danger", "error", "hint", "important", "note"),
        *("seealso", "tip", "warning", "todo", "versionadded", "versionchanged", "deprecated"),
        *("card", "dropdown", "grid", "grid-item", "grid-item-card", "tab-set", "tab-item"),
        *("aside", "container", "div", "epigraph", "figure", "figure-md", "glossary", "margin"),
        *("only", "pull-quote", "sidebar", "topic", "versionremoved", "list-table"),
    }
)
"""Directives whose text is Markdown, between backticks too."""
_FENCE: Final = regex(
    r"[ \t>]*(?P<items>(?:(?:[*+-]|\d{1,9}[.)])[ \t]+)*)"
    r"(?P<fence>`{3,}|~{3,})[ \t]*(?P<info>[^`\n]*)"
)
_NAME: Final = regex(r"\{([\w:.+-]+)\}")
_OPTION: Final = regex(r"[ \t>]*:[\w-]+:.*")
_LONGEST: Final = 12
"""Marks of a fence that are counted."""
_DEEPEST: Final = 20
_FARTHEST: Final = 1_000_000


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])


def _without_fences(text: str) -> str:
    """Return *text* with blanks for the fences of directives whose text is Markdown."""
    lines = text.split("\n")
    written = list(lines)
    closing = _Closing(lines)
    at = 0
    ends: list[int] = []  # the lines that end the directives around this one
    while at < len(lines):
        while ends and at >= ends[-1]:
            ends.pop()
        found = _FENCE.match(lines[at])
        if found is None:
            at += 1
            continue
        last = ends[-1] if ends else len(lines)
        end = closing.after(at, found["fence"], found.start("fence"), last)
        name = _NAME.match(found["info"])
        if name is None or name[1] not in _HOLDS_MARKDOWN:
            if ends and end == last:
                lines[end : end + 1] = written[end : end + 1]  # code ends with the directive
            at = end + 1
            continue
        if end < last:
            lines[end] = " " * len(lines[end])
        ends.append(end)
        kept = found.end("items") if found["items"] else 0  # the mark of an item stays one
        lines[at] = lines[at][:kept] + " " * (len(lines[at]) - kept)
        at += 1
        while at < end and _OPTION.fullmatch(lines[at]):
            lines[at] = " " * len(lines[at])
            at += 1
    return "\n".join(lines)


class _Closing:
    """The lines that may close a fence, by its character, its length and how far it stands in."""

    def __init__(self, lines: list[str]) -> None:
        self._all: dict[str, list[tuple[int, int, int]]] = {"`": [], "~": []}
        self._found: dict[tuple[str, int, int], list[int]] = {}
        for number, line in enumerate(lines):
            marks = line.strip(" \t>\r")
            if marks[:3] in {"```", "~~~"} and not marks.strip(marks[0]):
                self._all[marks[0]].append((number, len(marks), line.index(marks)))

    def after(self, line: int, fence: str, indented: int, last: int) -> int:
        """Return the line that closes the *fence* in *line*; *last* where none before it does."""
        key = fence[0], min(len(fence), _LONGEST), min(indented, _DEEPEST)
        if key not in self._found:
            most = indented + 3 if indented <= _DEEPEST else _FARTHEST  # CommonMark, 4.5
            self._found[key] = [
                each
                for each, length, place in self._all[key[0]]
                if length >= key[1] and place <= most
            ]
        found = self._found[key]
        at = bisect_right(found, line)
        return min(found[at], last) if at < len(found) else last


_FIGURE: Final = regex(r"^[ \t>]*[`:]{3,}[ \t]*\{figure-md\}(?!(?s:.)*^[ \t>]*[`:]{3,}[ \t]*$)", 8)
"""One that is still open at the end of the text."""
_LONGEST_FIGURE: Final = 1_000


class Myst(CommonMark):
    """MyST: what it adds is not read, and nothing is claimed of what may be a part of it."""

    name = "myst"
    has_directives = True
    reference_roles = frozenset({"doc", "ref", "numref"})
    has_unknown_constructs = True
    has_unknown_definitions = True

    def prepared(self, text: str) -> str:
        """Return *text* with blanks for what is no text of a paragraph."""
        if "```{" in text or "~~~{" in text:
            text = _without_fences(text)
        if ":::" not in text and ")=" not in text and "%" not in text:
            return text
        return _NO_TEXT.sub(_blank, text)

    def may_make_ids(self, text: str) -> bool:
        """Tell whether there is a directive that may put out ids: of an API, of a file put in."""
        if "{" not in text:
            return False
        return any(match[1] not in _PLAIN for match in _DIRECTIVE.finditer(text))

    def reads_html_image(self, text: str, start: int) -> bool:
        """Look for ``figure-md`` around it: MyST-Parser, "Markdown figures"."""
        return bool(_FIGURE.search(text[max(0, start - _LONGEST_FIGURE) : start]))
