"""html/unknown-element."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from articlelint import Applicability, Edit, Fix, Rule, Severity, Span
from articlelint_rules.html._vocabulary import CURRENT, KNOWN, is_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint import Article, Diagnostic
    from articlelint.html import Element


@dataclass(frozen=True)
class UnknownElement(Rule):
    """A tag is none of HTML's; often it is text that was meant to be read."""

    name = "html/unknown-element"
    severity = Severity.WARNING
    fixable = Applicability.UNSAFE

    elements: tuple[str, ...] = ()
    """The site's own elements, in lower case."""

    def check(self, article: Article) -> Iterator[Diagnostic]:
        """Yield one diagnostic for each start tag; custom elements with an end tag are fine."""
        if not article.has_html:
            return
        unknown = article.html.tag_names - KNOWN - set(self.elements)
        if not unknown:
            return
        for element, span in article.written(*unknown):
            if element.namespace != "html":
                continue
            if is_text(element):
                yield self._text(article, element, span)
            elif "-" not in element.tag and ":" not in element.tag:
                near = _nearest(element.tag)
                yield self.diagnostic(
                    span,
                    f"`<{element.tag}>` is no element of HTML",
                    hint=f"Did you mean `<{near}>`?" if near else None,
                )

    def _text(self, article: Article, element: Element, span: Span) -> Diagnostic:
        written = span.of(article.text)
        near = _nearest(element.tag)
        if near is not None:
            return self.diagnostic(
                span, f"`{written}` is no element of HTML", hint=f"Did you mean `<{near}>`?"
            )
        edit = Edit(Span(span.start, span.start + 1), "&lt;")
        return self.diagnostic(
            span,
            f"`{written}` became a tag; readers do not see it",
            hint="Write `&lt;` for the `<`, or put it between backticks",
            fix=Fix.unsafe("Write `&lt;`", edit),
        )


def _nearest(tag: str) -> str | None:
    """Return the element that *tag* misspells, where it has the length to tell."""
    if len(tag) < 4:
        return None
    from difflib import get_close_matches  # noqa: PLC0415 - only for a tag that is unknown

    return next(iter(get_close_matches(tag, CURRENT, 1, 0.8)), None)
