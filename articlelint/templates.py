"""Template tags in article bodies: found, and masked at equal length."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from articlelint.span import Span

FILLER = "\ue000"
"""The private-use character that stands for each character of a masked tag."""

_DYNAMIC = re.compile(r"\ue000|\{\{|\{%")
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_INNER = re.compile(r"[{<%#/*\-\s]*([\w.]*)\s*(.*?)[-\s>%#}*/]*\Z", re.DOTALL)
_NOT_NEWLINE = re.compile(r"[^\r\n]")


class TemplateSyntax(StrEnum):
    """The template language that a generator runs over an article's body."""

    NONE = "none"
    LIQUID = "liquid"
    NUNJUCKS = "nunjucks"
    HEXO = "hexo"
    HUGO = "hugo"
    ZOLA = "zola"
    MDN = "mdn"


@dataclass(frozen=True, slots=True)
class TemplateTag:
    """One tag, with its span in the article."""

    name: str
    span: Span
    source: str
    arguments: str = ""
    closing: bool = False
    content: Span | None = None


@dataclass(frozen=True, slots=True)
class Masked:
    """A text of which the template tags are masked, and the tags, in reading order."""

    text: str
    tags: tuple[TemplateTag, ...] = ()


def is_dynamic(text: str) -> bool:
    """Tell whether a part of *text* comes out of a template, so that it is not known."""
    return _DYNAMIC.search(text) is not None


def mask(text: str, syntax: TemplateSyntax, offset: int = 0) -> Masked:
    """Return *text* with its template tags masked; *offset* is where it begins in the article."""
    if syntax is TemplateSyntax.NONE or "{" not in text:
        return Masked(text)
    tags = []
    pieces = []
    end = 0
    for match in _TAG.finditer(text):
        inner = _INNER.match(match[0])
        name, arguments = (inner[1], inner[2]) if inner else ("", "")
        closing = name.startswith("end") or match[0].startswith(("{{< /", "{{% /", "{{</", "{{%/"))
        tags.append(
            TemplateTag(
                name, Span(*match.span()).shift(offset), match[0], arguments, closing=closing
            )
        )
        pieces += [text[end : match.start()], _NOT_NEWLINE.sub(FILLER, match[0])]
        end = match.end()
    pieces.append(text[end:])
    return Masked("".join(pieces), tuple(tags))
