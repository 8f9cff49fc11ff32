"""What on a page may put out ids that its text does not name: components, scripts, templates."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from articlelint.article import Syntax
from articlelint.destinations.elements import may_be_defined
from articlelint.templates import FILLER
from articlelint.text.regex import regex
from articlelint.text.span import SpanIndex

if TYPE_CHECKING:
    from articlelint.article import Article

_COMPONENT: Final = regex(r"<([A-Z][\w.]*|[a-z]+-[\w-]+)(?=[\s/>])")
_OPENING: Final = regex(
    r"<template\b|\s:id=[\"'`]|\bv-bind:id=|\bv-(?:html|bind)=|\bid=\{|--8<--|\{!.{0,200}!\}",
    re.IGNORECASE,
)
_SIGNS: Final = ("<template", ":id=", "v-html=", "v-bind=", "id={", "--8<--", "{!")
"""Of which each match of ``_OPENING`` holds one: these are found fast."""
_INCLUDING: Final = regex(
    r"\n(?:import\s(?=.*\.mdx?[\"'])|\[TOC\]"  # other files' headings
    r"|<!--[ ]?@include|<<<|!{1,3}[ ]?include\b|@import[ ]+[\"']|\[!(?:include|INCLUDE)\b)"
)
"""Lines of markdown-it-include and others."""
_CONTAINER: Final = regex(
    r"^[ \t]*:::+[ \t]*(?=\S)(?!(?:tip|info|warning|danger|details|note|caution|important|raw"
    r"|code-group|v-pre)\b)",
    re.MULTILINE,
)
_FILLED: Final = regex(
    rf"""(?:\b(?:id|name)\s*=\s*["']?|\{{[^{{}}\n]{{0,200}}#)[^"'\s>{{}}]{{0,60}}{FILLER}"""
)
_SCRIPT: Final = regex(r"<script\b[^<>]*+>((?:[^<]|<(?!/?script\b))*+)</script", re.IGNORECASE)
_WRITES: Final = regex(
    r"createElement|innerHTML|outerHTML|insertAdjacent|document\.write|\.id\s*="
    r"|setAttribute(?!\(\s*[\"'](?!id\b|name\b))|append(?:Child)?\(|\.html\(|attr\("
)


def made_ids(article: Article) -> frozenset[str] | None:
    """Return the ids that template tags of the article put out; None: any may be put out.

    What stands in code puts out none.
    """
    text = without_code(article)
    if any(map(text.__contains__, _SIGNS)) and _OPENING.search(text):
        return None
    if _INCLUDING.search(f"\n{text}"):
        return None
    if ":::" in text and not article.dialect.has_directives and _CONTAINER.search(text):
        return None
    if FILLER in text and _FILLED.search(text):
        return None
    if "</" in text and any(_WRITES.search(match[1]) for match in _SCRIPT.finditer(text)):
        return None
    site = article.site
    if site.generator.summaries_have_ids and "<summary" in text:
        return None
    components = _components(article, text)
    if components and site.component_makes_ids(components, article.path):
        return None
    found: set[str] = set()
    code = SpanIndex(() if article.syntax is Syntax.HTML else article.code_spans)
    for tag in article.masked.tags:
        ids = () if code.has_around(tag.span) else site.ids_of(tag, article.path)
        if ids is None:
            return None
        found.update(ids)
    return frozenset(found)


def _components(article: Article, text: str) -> set[str]:
    """Return the names of components, or of elements that scripts define."""
    found = {match[1] for match in _COMPONENT.finditer(text)}
    if not found or _has_components(article):
        return found
    custom = {name for name in found if "-" in name}
    return custom if custom and may_be_defined(custom, text, article.site.root) else set()


def _has_components(article: Article) -> bool:
    """Tell whether a program makes something of a tag such as ``<Kite>``, unknown to browsers."""
    if article.syntax is Syntax.MDX or article.dialect.tags_are_components:
        return True
    return article.site.generator.capitals_are_components


def without_code(article: Article) -> str:
    """Return the body, templates masked, with blanks in the place of Markdown's code; a view."""
    return article.view(_without_code)


def _without_code(article: Article) -> str:
    text = article.masked.text
    if article.syntax is Syntax.HTML:
        return text
    parts: list[str] = []
    at, start = 0, article.body.start
    for span in article.code_spans:
        begin, end = span.start - start, span.end - start
        if begin < at:
            continue
        parts += [text[at:begin], re.sub(r"[^\n]", " ", text[begin:end])]
        at = end
    return "".join((*parts, text[at:]))
