"""html/obsolete-attribute."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint import Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint import Article, Diagnostic

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


class ObsoleteAttribute(Rule):
    """An attribute is no longer part of HTML."""

    name = "html/obsolete-attribute"
    severity = Severity.INFO
    default = False

    def check(self, article: Article) -> Iterator[Diagnostic]:
        """Yield one diagnostic for each attribute."""
        if not article.has_html:
            return
        for name, (elements, instead) in _OBSOLETE.items():
            for element, attribute in article.written_attributes(name):
                if element.tag in elements and element.namespace == "html":
                    yield self.diagnostic(
                        attribute.span,
                        f"`{name}` of `<{element.tag}>` is obsolete",
                        hint=f"Use {instead}",
                    )
