from articlelint import (
    INFO,
    UNSAFE,
    Article,
    Element,
    Findings,
    Fix,
    Rule,
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
            hint=f"Use {instead}" if instead else "Delete it; nothing replaces it",
            fix=_renamed(element, renamed, article) if renamed else None,
        )


def _renamed(element: Element, name: str, article: Article) -> Fix | None:
    """Return the fix that renames both tags; None where the author did not write both."""
    if element.start_offsets is None or element.end_offsets is None:
        return None
    edits = [
        edit
        for at in (element.start_offsets[0] + len("<"), element.end_offsets[0] + len("</"))
        for edit in article.replace_html(at, at + len(element.tag), name)
    ]
    return Fix.unsafe(f"Rename it to `<{name}>`", *edits) if len(edits) == 2 else None
