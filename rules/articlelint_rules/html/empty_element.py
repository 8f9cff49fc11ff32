"""html/empty-element."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from articlelint import Applicability, Edit, Fix, Rule, Severity, Span
from articlelint.html import Element

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint import Article, Diagnostic

_BLANK = " \t\n\r\f\u00a0\u200b\u3000\ufeff"


@dataclass(frozen=True)
class EmptyElement(Rule):
    """A paragraph has nothing in it."""

    name = "html/empty-element"
    severity = Severity.INFO
    fixable = Applicability.SAFE

    elements: tuple[str, ...] = ("p", "li", "strong", "em", "b", "i", "blockquote", "figure")
    """Elements that should not be empty."""

    def check(self, article: Article) -> Iterator[Diagnostic]:
        """Yield one diagnostic at the first such element; its fix deletes them all."""
        spans = list(self._empty(article))
        if not spans:
            return
        written = spans[0].of(article.text)
        what = f"`{written}` is empty" if len(written) <= 40 else "The element is empty"
        if len(spans) > 1:
            what += f", and {len(spans) - 1} more are in this article"
        title = "Delete it" if len(spans) == 1 else f"Delete all {len(spans)}"
        yield self.diagnostic(
            spans[0], what, fix=Fix.safe(title, *(Edit.delete(span) for span in spans))
        )

    def _empty(self, article: Article) -> Iterator[Span]:
        done = -1
        for element, start_tag in article.written(*self.elements):
            end_tag = element.end_tag
            if end_tag is None or _has_purpose(element):
                continue
            span = Span(start_tag.start, end_tag.end)
            if span.start < done or end_tag.start < start_tag.end or not _is_blank(element):
                continue
            if any(span.encloses(tag.span) for tag in article.masked.tags):
                continue
            done = span.end
            yield span


def _is_blank(element: Element) -> bool:
    """Tell whether nothing but white space, line breaks and empty elements is inside."""
    for child in element.children:
        if isinstance(child, Element):
            if child.tag != "br" and (child.tag not in _WRAPPERS or not _is_blank(child)):
                return False
            if _has_purpose(child):
                return False
        elif child.value.strip(_BLANK):
            return False
    return True


def _has_purpose(element: Element) -> bool:
    """Tell whether an attribute gives the element a use although nothing is in it."""
    if element.tag in _WRAPPERS - {"p"}:  # <i class="icon-home"></i>
        return bool(element.attributes.keys() - {"style"})
    if element.attributes.keys() - {"style", "class", "align", "dir"}:
        return True
    return bool(_DRAWN.search(element.get("style") or ""))


_DRAWN = re.compile(r"\b(?:clear|height|width|background|border|padding|float)", re.IGNORECASE)
_WRAPPERS = frozenset({"b", "em", "font", "i", "p", "span", "strong", "u"})
