from articlelint import (
    HEADINGS,
    INFO,
    UNSAFE,
    Article,
    Attribute,
    Findings,
    Fix,
    Rule,
    Span,
    obsolete_attributes,
    on,
)

_STYLED: dict[str, dict[str, str]] = {
    "align": dict.fromkeys(("left", "right", "center", "justify"), "text-align"),
    "valign": dict.fromkeys(("top", "middle", "bottom", "baseline"), "vertical-align"),
}
"""The property of CSS that says the same of a block's or cell's text, for each value."""
_TEXTS = frozenset({"div", "p", *HEADINGS, "td", "th", "tr"})


class ObsoleteAttribute(Rule):
    """An attribute is no longer part of HTML."""

    name = "html/obsolete-attribute"
    severity = INFO
    fixable = UNSAFE
    default = False
    many_are_one = True

    @on.attribute(*obsolete_attributes())
    def check(self, attribute: Attribute, article: Article) -> Findings:
        elements, instead = obsolete_attributes()[attribute.name]
        element = attribute.element
        if element.tag in elements and element.namespace == "html":
            yield self.diagnostic(
                attribute.span,
                f"`{attribute.name}` of `<{element.tag}>` is obsolete",
                hint=f"Use {instead}" if instead else "Delete it; nothing replaces it",
                fix=_fix(attribute, article.view(_ids)),
            )


def _ids(article: Article) -> set[str]:
    """Return the page's ids; a fix adds the one that it makes."""
    return {attribute.value for attribute in article.attributes("id")}


def _fix(attribute: Attribute, taken: set[str]) -> Fix | None:
    """Return the fix that writes today's attribute; None where the element has that already."""
    element, span = attribute.element, attribute.span
    if attribute.name == "name" and element.tag in {"a", "img"}:
        if "id" in element.attributes or attribute.value in taken or not attribute.value:
            return None
        taken.add(attribute.value)
        return Fix.unsafe("Rename it to `id`", (Span(span.start, span.start + 4), "id"))
    value = attribute.value.strip().lower()
    style = _STYLED.get(attribute.name, {}).get(value)
    if style is None or element.tag not in _TEXTS or "style" in element.attributes:
        return None
    if {"align", "valign"} <= element.attributes.keys():
        return None
    return Fix.unsafe(f"Write `style` with `{style}`", (span, f'style="{style}: {value}"'))
