"""The ids that partials put out, with what the templates that call them give."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.generators.hugo.templates import partial_source, without_comments
from articlelint.generators.ids import ids_in
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from pathlib import Path

_OPEN: Final = regex(r"\.(?:Content|RawContent|Summary)\b|\b[rR]eadFile\b")
"""Texts from elsewhere."""
_RESOURCES: Final = regex(
    r"\b(?:resources\.(?:Get(?:Match|Remote)?|Match|ByType)|GetPage|Resources)\b[^{}]*"
)
_DRAWING: Final = regex(r"resources\.Get\s[^{}\"`]*[\"`][\w./%-]*\.(?:svg|css|js)[\"`][^{}\"`]*")
_CALLS: Final = regex(r"\bpartial(?:Cached)?\b")
_CALL: Final = regex(r"""\bpartial(?:Cached)?\s+["`]([\w./-]+)["`]\s*+([^{}]*)""")
_DEEPEST: Final = 4
_TOKEN: Final = regex(r"\"(?:[^\"\\\n]|\\.)*+\"?|`[^`]*+`?|[()]|[^\s()\"`]++")
"""A word of a template; a string that is never closed ends with its line, or with the template."""
_ID: Final = regex(r"""\bid\s*=\s*["']?\{\{-?\s*([.$][\w.]*+)[^{}]*+\}\}""")
_WITH: Final = regex(r"\{\{-?\s*(?:else\s+)?with\s+(?:\$\w+\s*:=\s*)?\.(\w+)\s*-?\}\}")
_ASSIGNED: Final = regex(r"\{\{-?\s*(\$\w+)\s*:?=\s*+([^{}]*?)-?\}\}")
_WORD: Final = regex(r"""[^\s"'=,]+""")
_SAFE: Final = frozenset(
    {
        *(".Get", "$.Get", ".IsNamedParams", "$.IsNamedParams", "default", "cond", "or", "and"),
        *("eq", "ne", "not", "lower", "urlize", "anchorize", "trim", "slice", "index", ":=", "="),
        *("true", "false", "|", "(", ")"),
    }
)
"""What makes of parameters nothing but themselves."""
_CONTEXT: Final[Mapping[str, list[str]]] = {".": ["."]}
"""What a partial is given where that is what its caller was given."""


def ids_of_partials(
    source: str, root: Path, arguments: str, deepest: int = _DEEPEST
) -> Collection[str] | None:
    """Return the ids that the partials put out which the template *source* calls; None: any.

    *arguments* are those of the shortcode whose template calls them, or their caller.
    """
    source = without_comments(source)
    if _brings_text(source):
        return None
    calls = list(_CALL.finditer(source))
    if len(calls) != len(_CALLS.findall(source)) or (calls and not deepest):
        return None
    found: set[str] = set()
    for call in calls:
        inner = partial_source(root, call[1])
        if inner is None:
            return None
        inner = without_comments(inner)
        ids = ids_in(_without_given(inner), None)
        given = _given(inner, _values(call[2]), source, arguments)
        nested = ids_of_partials(inner, root, arguments, deepest - 1)
        if ids is None or given is None or nested is None:
            return None
        found.update(ids, given, nested)
    return found


def _brings_text(source: str) -> bool:
    """Tell whether there may be a text in it that has ids: no drawing and no style sheet has."""
    if not _OPEN.search(source):
        return False
    asked = _RESOURCES.findall(source)
    return not asked or not all(map(_DRAWING.fullmatch, asked)) or "readFile" in source


def _without_given(source: str) -> str:
    return _ID.sub("", source)


def _given(
    inner: str, values: Mapping[str, list[str]] | None, source: str, arguments: str
) -> Collection[str] | None:
    """Return what the ids may be that *inner* has from its caller; None: anything."""
    found: set[str] = set()
    for match in _ID.finditer(inner):
        name = match[1]
        if values is _CONTEXT and name in {".Get", "$.Get"}:
            found.update(_WORD.findall(arguments))
            continue
        key = name[1:]
        if name == ".":
            before = _WITH.findall(inner[: match.start()])
            key = before[-1] if before else ""
        if values is None or values is _CONTEXT or name[0] == "$" or not key.isidentifier():
            return None
        ids = _of_value(values.get(key, []), source, arguments)
        if ids is None:
            return None
        found |= ids
    return found


def _values(written: str) -> Mapping[str, list[str]] | None:
    """Return the tokens of each value of a ``dict``; None where something else is given."""
    tokens = _TOKEN.findall(written)
    if tokens[:2] != ["(", "dict"]:
        return _CONTEXT if tokens[:1] in (["."], ["$"]) else None
    items = _items(tokens[2:])
    return {key[0].strip('"`'): value for key, value in zip(items, items, strict=False)}


def _items(tokens: list[str]) -> Iterator[list[str]]:
    """Yield what stands at the top level: words, strings and what parentheses hold."""
    item: list[str] = []
    depth = 0
    for part in tokens:
        depth += (part == "(") - (part == ")")
        if depth < 0:
            return
        item.append(part)
        if not depth:
            yield item
            item = []


def _of_value(tokens: list[str], source: str, arguments: str) -> set[str] | None:
    """Return what a value may be that *tokens* stand for in the template *source*."""
    parts: list[str] = []
    for each in tokens:
        if each[0] != "$" or not each[1:].isidentifier():
            parts.append(each)
            continue
        assigned = [written for name, written in _ASSIGNED.findall(source) if name == each]
        if not assigned:
            return None  # a loop makes it
        parts += [part for written in assigned for part in _TOKEN.findall(written)]
    words = [part for part in parts if part[0] not in '"`']
    if not all(part in _SAFE or part.isdigit() for part in words):
        return None
    found = {part[1:-1] for part in parts if part[0] in '"`'}
    if words:
        found.update(_WORD.findall(arguments))
        found.add("".join(_WORD.findall(arguments)))
    return found
