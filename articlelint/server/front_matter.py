"""Completion in front matter: keys, and what can stand under one."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final

from lsprotocol import types

from articlelint.front_matter.model import Format
from articlelint.language import said
from articlelint.named_tuple import NamedTuple
from articlelint.server import links
from articlelint.text.regex import regex
from articlelint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint.article import Article
    from articlelint.schema.model import FieldSpec, Schema, Shape
    from articlelint.server.documents import Document
    from articlelint.server.words import Words

_KEY: Final = regex(r"(?P<indent>[ ]*)(?P<typed>[\w.-]*)")
_VALUE: Final = regex(
    r"""(?P<indent>[ ]*)(?:-[ ]+)?["']?(?P<key>[\w.-]+)["']?[ ]*"""
    r"(?::[ \t]|=)[ \t]*+(?P<value>.*)"
)
_ITEM: Final = regex(r"(?P<indent>[ ]*)-[ \t]++(?P<value>.*)")
_OPEN: Final = regex(r"""(?P<indent>[ ]*)["']?(?P<key>[\w.-]+)["']?[ ]*:[ \t]*(?:#.*)?""")
_AT_TOP: Final = regex(r"""^["']?([\w.-]+)["']?[ ]*[:=]""", re.MULTILINE)
_TABLE: Final = regex(r"^\[(?P<key>[\w.-]+)\][ \t]*\r?$")
_TYPED: Final = regex(r"""(?:^|.*[\[,])[ \t]*(?P<typed>["']?[^"'\[\],]*)""")
_PLAIN: Final = regex(r"[^\W\d_][\w .+/]*(?<! )")
_FLAGS: Final = ("true", "false")
_LITERALS: Final = frozenset({*_FLAGS, "null", "yes", "no", "on", "off", "y", "n"})


class _Place(NamedTuple):
    """Where the cursor is: below the keys *path*, behind *typed*; at a value, or else at a key."""

    path: tuple[str, ...]
    typed: str
    is_value: bool


def complete(
    article: Article, document: Document, offset: int, words: Words
) -> list[types.CompletionItem] | None:
    """Return what can be written at *offset*; None where that is not in front matter."""
    matter = article.front_matter
    if matter is None or matter.format not in {Format.YAML, Format.TOML}:
        return None
    if not matter.content.start <= offset <= matter.content.end:
        return None
    before = article.text[matter.content.start : offset]
    place = _place(before, matter.format)
    if place is None:
        return []
    if place.is_value and ".".join(place.path) in article.site.generator.image_keys:
        return links.images(article, document, place.typed.lstrip("\"'"), offset)
    replaced = document.positions.range(Span(offset - len(place.typed), offset))
    if place.is_value:
        others = words.values(place.path[0], article, but=document.path)
        found = others if len(place.path) == 1 else []
        return list(_values(article, place, replaced, found, matter.format))
    return list(_keys(article, place, replaced, words, matter.format))


def meaning(article: Article, key: str) -> str | None:
    """Return what *key* means at the top of the front matter, as Markdown; None: not known."""
    schema = article.schema
    spec = schema.names.get(key) if schema is not None else None
    return _about(spec) if spec is not None else None


def _place(before: str, form: Format) -> _Place | None:
    lines = before.replace("\r\n", "\n").split("\n")
    line, above = lines[-1], lines[:-1]
    if form is Format.TOML:
        tables = [match["key"] for each in above if (match := _TABLE.fullmatch(each))]
        path = tuple(tables[-1].split(".")) if tables else ()
    if (match := _VALUE.fullmatch(line)) is not None:
        outer = path if form is Format.TOML else _parents(above, len(match["indent"]))
        typed = _TYPED.fullmatch(match["value"])
        return _Place((*outer, match["key"]), typed["typed"], is_value=True) if typed else None
    if form is Format.YAML and (match := _ITEM.fullmatch(line)) is not None:
        return _Place(_parents(above, len(match["indent"]) + 1), match["value"], is_value=True)
    if (match := _KEY.fullmatch(line)) is not None:
        outer = path if form is Format.TOML else _parents(above, len(match["indent"]))
        return _Place(outer, match["typed"], is_value=False)
    return None


def _parents(above: list[str], indent: int) -> tuple[str, ...]:
    """Return the keys of YAML, each on a line of its own, below which so much indented lies."""
    found: list[str] = []
    for line in reversed(above):
        if not indent:
            break
        match = _OPEN.fullmatch(line)
        if match is not None and len(match["indent"]) < indent:
            found.append(match["key"])
            indent = len(match["indent"])
    return tuple(reversed(found))


def _schema_at(article: Article, path: tuple[str, ...]) -> Schema | None:
    schema = article.schema
    for key in path:
        spec = schema.names.get(key) if schema is not None else None
        shape = spec.shape if spec is not None else None
        if shape is not None and shape.items is not None and shape.schema is None:
            shape = shape.items
        schema = shape.schema if shape is not None else None
    return schema


def _keys(
    article: Article,
    place: _Place,
    replaced: types.Range,
    words: Words,
    form: Format,
) -> Iterator[types.CompletionItem]:
    there = set(_AT_TOP.findall(article.text, 0, article.body.start)) if not place.path else set()
    used = words.keys() if not place.path else {}
    schema = _schema_at(article, place.path)
    specs = dict(schema.fields) if schema is not None else {}
    mark = ":" if form is Format.YAML else " ="
    for name in sorted({*specs, *used} - (there - {place.typed})):
        spec = specs.get(name)
        count = used.get(name, 0)
        yield types.CompletionItem(
            label=name,
            kind=types.CompletionItemKind.Property,
            detail=said(spec.shape.describe() if spec is not None else f"used {count} times here"),
            documentation=_markdown(_about(spec)) if spec is not None else None,
            tags=[types.CompletionItemTag.Deprecated] if spec and spec.key.deprecated else None,
            sort_text=f"{9_999_999 - count:07}{name}",
            text_edit=types.TextEdit(replaced, f"{name}{mark} "),
        )


def _values(
    article: Article, place: _Place, replaced: types.Range, used: list[str], form: Format
) -> Iterator[types.CompletionItem]:
    schema = _schema_at(article, place.path[:-1])
    spec = schema.names.get(place.path[-1]) if schema is not None else None
    choices = list(dict.fromkeys(_choices(spec.shape))) if spec is not None else []
    quote = place.typed[:1] if place.typed[:1] in {'"', "'"} else ""
    for number, text in enumerate((*choices, *(each for each in used if each not in choices))):
        kind = types.CompletionItemKind.EnumMember
        if text not in choices or spec is None:
            kind = types.CompletionItemKind.Value
        if quote and quote not in text:
            written = f"{quote}{text}"
        else:
            written = text if text in _FLAGS else _written(text, form)
        yield _value(text, written, kind, replaced, number)


def _value(
    label: str, text: str, kind: types.CompletionItemKind, replaced: types.Range, number: int
) -> types.CompletionItem:
    return types.CompletionItem(
        label=label,
        kind=kind,
        sort_text=f"{number:05}",
        filter_text=text,
        text_edit=types.TextEdit(replaced, text),
    )


def _choices(shape: Shape) -> Iterator[str]:
    if bool in shape.scalars and str not in shape.scalars:  # a term may be `true`, too
        yield from _FLAGS
    yield from sorted(value for _, value in shape.literals if isinstance(value, str))
    if shape.items is not None:
        yield from _choices(shape.items)


def _written(text: str, form: Format) -> str:
    """Return *text* as a value: without quotes where that is the same text in YAML."""
    if form is Format.YAML and _PLAIN.fullmatch(text) and text.lower() not in _LITERALS:
        return text
    return json.dumps(text, ensure_ascii=False)


def _about(spec: FieldSpec) -> str:
    key = spec.key
    parts = [f"`{spec.name}`{said(': ')}{said(spec.shape.describe())}"]
    parts += (said(text) for text in (key.doc, key.deprecated) if text)
    if key.source:
        parts.append(f"*{key.source}*")
    return "\n\n".join(parts)


def _markdown(text: str) -> types.MarkupContent:
    return types.MarkupContent(types.MarkupKind.Markdown, text)
