from articlelint import INFO, UNSAFE, Article, Attribute, Edit, Findings, Fix, Rule, Span, on

_CELLS = frozenset({"td", "th", "tr", "tbody", "thead", "tfoot", "col", "colgroup"})
_BLOCKS = frozenset({"div", "p", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "caption", "legend"})
_OBSOLETE: dict[str, tuple[frozenset[str], str]] = {
    "align": (
        _CELLS | _BLOCKS | {"table", "img", "iframe", "embed", "object", "input"},
        "CSS `text-align` or `float`",
    ),
    "valign": (_CELLS, "CSS `vertical-align`"),
    "bgcolor": (_CELLS | {"body", "table"}, "CSS `background-color`"),
    "background": (_CELLS | {"body", "table"}, "CSS `background-image`"),
    "border": (frozenset({"img", "object"}), "CSS `border`"),
    "cellpadding": (frozenset({"table"}), "CSS `padding` of the cells"),
    "cellspacing": (frozenset({"table"}), "CSS `border-spacing`"),
    "clear": (frozenset({"br"}), "CSS `clear`"),
    "compact": (frozenset({"ul", "ol", "dl"}), "CSS"),
    "frame": (frozenset({"table"}), "CSS `border`"),
    "frameborder": (frozenset({"iframe"}), "CSS `border: 0`"),
    "height": (_CELLS | {"table"}, "CSS `height`"),
    "hspace": (frozenset({"img", "object", "embed", "iframe"}), "CSS `margin`"),
    "language": (frozenset({"script"}), "nothing"),
    "longdesc": (frozenset({"img", "iframe"}), "a link to the description"),
    "marginheight": (frozenset({"iframe", "body"}), "CSS `padding`"),
    "marginwidth": (frozenset({"iframe", "body"}), "CSS `padding`"),
    "name": (frozenset({"a", "img", "option"}), "`id`"),
    "noshade": (frozenset({"hr"}), "CSS"),
    "nowrap": (_CELLS, "CSS `white-space: nowrap`"),
    "rules": (frozenset({"table"}), "CSS `border`"),
    "scrolling": (frozenset({"iframe"}), "CSS `overflow`"),
    "size": (frozenset({"hr"}), "CSS"),
    "summary": (frozenset({"table"}), "a `<caption>`"),
    "type": (frozenset({"ul"}), "CSS `list-style-type`"),
    "vspace": (frozenset({"img", "object", "embed", "iframe"}), "CSS `margin`"),
    "width": (_CELLS | {"table", "pre", "hr"}, "CSS `width`"),
}
"""HTML, 16.2 "Non-conforming features": on which elements, and what to use instead."""


_STYLED: dict[str, dict[str, str]] = {
    "align": dict.fromkeys(("left", "right", "center", "justify"), "text-align"),
    "valign": dict.fromkeys(("top", "middle", "bottom", "baseline"), "vertical-align"),
}
"""The property of CSS that says the same of a block's or cell's text, for each value."""
_TEXTS = frozenset({"div", "p", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "tr"})


class ObsoleteAttribute(Rule):
    """An attribute is no longer part of HTML."""

    name = "html/obsolete-attribute"
    severity = INFO
    fixable = UNSAFE
    default = False
    many_are_one = True

    @on.attribute(*_OBSOLETE)
    def check(self, attribute: Attribute, article: Article) -> Findings:
        elements, instead = _OBSOLETE[attribute.name]
        element = attribute.element
        if element.tag in elements and element.namespace == "html":
            yield self.diagnostic(
                attribute.span,
                f"`{attribute.name}` of `<{element.tag}>` is obsolete",
                hint=f"Use {instead}",
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
        return Fix.unsafe("Rename it to `id`", Edit(Span(span.start, span.start + 4), "id"))
    value = attribute.value.strip().lower()
    style = _STYLED.get(attribute.name, {}).get(value)
    if style is None or element.tag not in _TEXTS or "style" in element.attributes:
        return None
    if {"align", "valign"} <= element.attributes.keys():
        return None
    return Fix.unsafe(f"Write `style` with `{style}`", Edit(span, f'style="{style}: {value}"'))
