"""The metadata of an HTML article: ``<title>`` and ``<meta name content>``, as Pelican reads them.

Pelican (``readers.py``, HTMLReader) takes what stands in ``<head>``: names in any case,
``keywords`` for ``tags``, and ``contents`` where ``content`` was meant.
"""

from __future__ import annotations

import html
import re

from articlelint.front_matter.model import (
    Field,
    Format,
    FrontMatter,
    Mapping,
    Scalar,
    Style,
)
from articlelint.text.regex import regex
from articlelint.text.span import Span

_HEAD = regex(r"<head(?=[\s>])[^<>]*>", re.IGNORECASE)
_END_OF_HEAD = regex(r"</head\s*>|<body(?=[\s>])", re.IGNORECASE)
_PART = regex(
    r"<!--.*?(?:-->|\Z)"
    r"|<(?P<raw>script|style|template|noscript)(?=[\s>/]).*?(?:</(?P=raw)\s*>|\Z)"
    r"|<(?P<title>title)(?:\s[^<>]*)?>(?P<words>[^<]*)"
    r"|<meta(?P<attributes>(?:\s|/)(?:\"[^\"]*\"|'[^']*'|[^\"'<>])*+)>",
    re.IGNORECASE | re.DOTALL,
)
_ATTRIBUTE = regex(
    r"(?<![^\s\"'<>/=])(?P<name>[^\s\"'<>/=]++)\s*+=\s*+(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<plain>[^\s\"'<>=]+))"
)


def read(text: str) -> FrontMatter | None:
    """Return the metadata in the head of *text*, or None where there is none."""
    head = _HEAD.search(text)
    if head is None:
        return None
    end = _END_OF_HEAD.search(text, head.end())
    stop = end.start() if end else len(text)
    fields = [
        field
        for part in _PART.finditer(text, head.end(), stop)
        if (field := _field(text, part)) is not None
    ]
    if not fields:
        return None
    span = Span(fields[0].key_span.start, fields[-1].span.end)
    return FrontMatter(
        format=Format.META,
        span=span,
        content=span,
        opening=None,
        closing=None,
        root=Mapping(span, tuple(fields)),
    )


def _field(text: str, part: re.Match[str]) -> Field | None:
    if part["title"]:
        words = part["words"]
        start = part.start("words") + len(words) - len(words.lstrip())
        span = Span(start, start + len(words.strip()))
        return Field("title", Span(*part.span("title")), _scalar(text, span, Style.PLAIN))
    if not part["attributes"]:
        return None
    attributes: dict[str, tuple[Span, Style]] = {}
    for match in _ATTRIBUTE.finditer(text, *part.span("attributes")):
        kind = match.lastgroup or "plain"
        style = {"double": Style.DOUBLE_QUOTED, "single": Style.SINGLE_QUOTED}.get(
            kind, Style.PLAIN
        )
        attributes.setdefault(match["name"].lower(), (Span(*match.span(kind)), style))
    name = attributes.get("name")
    content = attributes.get("content") or attributes.get("contents")
    if name is None or content is None:
        return None
    key = html.unescape(name[0].of(text)).lower()
    return Field("tags" if key == "keywords" else key, name[0], _scalar(text, *content))


def _scalar(text: str, span: Span, style: Style) -> Scalar:
    source = span.of(text)
    return Scalar(span, html.unescape(source), source, style)
