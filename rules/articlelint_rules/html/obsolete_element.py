from articlelint import (
    INFO,
    UNSAFE,
    Article,
    Element,
    Findings,
    Fix,
    Rule,
    Span,
    obsolete_elements,
    on,
)


class ObsoleteElement(Rule):
    """An element is no longer part of HTML."""

    name = "html/obsolete-element"
    severity = INFO
    default = False
    fixable = UNSAFE

    @on.element(*obsolete_elements())
    def check(self, element: Element, article: Article) -> Findings:
        renamed, instead = obsolete_elements()[element.tag]
        yield self.diagnostic(
            element.tag_span,
            f"`<{element.tag}>` is obsolete",
            hint=f"Use {instead}",
            fix=_renamed(element, renamed) if renamed else None,
        )


def _renamed(element: Element, name: str) -> Fix | None:
    """Return the fix that renames both tags; None where the element has no end tag."""
    if element.end_tag is None:
        return None
    length = len(element.tag)
    start, end = element.tag_span.start + 1, element.end_tag.start + 2
    return Fix.unsafe(
        f"Rename it to `<{name}>`",
        (Span(start, start + length), name),
        (Span(end, end + length), name),
    )
