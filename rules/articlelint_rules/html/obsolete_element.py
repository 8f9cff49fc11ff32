from articlelint import INFO, UNSAFE, Article, Edit, Element, Findings, Fix, Rule, Span
from articlelint_rules.html._vocabulary import OBSOLETE


class ObsoleteElement(Rule):
    """An element is no longer part of HTML."""

    name = "html/obsolete-element"
    severity = INFO
    fixable = UNSAFE

    def check(self, article: Article) -> Findings:
        if not article.has_html:
            return
        for element, span in article.written(*OBSOLETE):
            instead, rename = OBSOLETE[element.tag]
            yield self.diagnostic(
                span,
                f"`<{element.tag}>` is obsolete",
                hint=f"Use {instead}",
                fix=_renamed(element, span, rename) if rename else None,
            )


def _renamed(element: Element, start_tag: Span, name: str) -> Fix | None:
    """Return the fix that renames both tags; None where the element has no end tag."""
    if element.end_tag is None:
        return None
    length = len(element.tag)
    start, end = start_tag.start + 1, element.end_tag.start + 2
    return Fix.unsafe(
        f"Rename it to `<{name}>`",
        Edit(Span(start, start + length), name),
        Edit(Span(end, end + length), name),
    )
