"""What is shown over a place in an article: the page of a rule, the meaning of a key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from articlelint.language import said_page
from articlelint.server.front_matter import meaning

if TYPE_CHECKING:
    from articlelint.runner.session import Session
    from articlelint.server.documents import Document


def hover(session: Session, document: Document, position: types.Position) -> types.Hover | None:
    """Return the pages of the rules that found something at *position*, or what a key means."""
    offset = document.positions.offset(position)
    findings = document.report.findings if document.report is not None else ()
    found = [
        each.diagnostic
        for each in findings
        if each.diagnostic.span.start <= offset <= each.diagnostic.span.end
    ]
    if found:
        registry = session.configs.of(document.path).registry
        names = dict.fromkeys(each.rule for each in found)
        pages = "\n\n---\n\n".join(said_page(registry.page(name)).strip() for name in names)
        smallest = min((each.span for each in found), key=lambda span: span.length)
        return types.Hover(_markdown(pages), document.positions.range(smallest))
    article = session.article(document.path, document.text)
    matter = article.front_matter
    field = next(
        (f for f in (matter.fields if matter else ()) if f.key_span.start <= offset < f.span.end),
        None,
    )
    if field is None or offset > field.key_span.end:
        return None
    text = meaning(article, field.key)
    if text is None:
        return None
    return types.Hover(_markdown(text), document.positions.range(field.key_span))


def _markdown(text: str) -> types.MarkupContent:
    return types.MarkupContent(types.MarkupKind.Markdown, text)
