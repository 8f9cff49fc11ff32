"""The HTML that stands for Markdown's constructs, as pulldown-cmark writes it (``html.rs``)."""

from __future__ import annotations

from typing import Any, Final
from urllib.parse import quote

INLINE: Final = {
    "Emphasis": "<em>",
    "Strong": "<strong>",
    "Strikethrough": "<del>",
    "Superscript": "<sup>",
    "Subscript": "<sub>",
    "TableRow": "<tr>",
}
BLOCKS: Final = {
    "Paragraph": "<p>",
    "Item": "<li>",
    "DefinitionList": "<dl>\n",
    "DefinitionListTitle": "<dt>",
    "DefinitionListDefinition": "<dd>",
}
ENDS: Final = {
    "Paragraph": "</p>\n",
    "Item": "</li>\n",
    "TableRow": "</tr>\n",
    "Table": "</tbody></table>\n",
    "TableHead": "</tr></thead><tbody>\n",
    "BlockQuote": "</blockquote>\n",
    "CodeBlock": "</code></pre>\n",
    "DefinitionList": "</dl>\n",
    "DefinitionListTitle": "</dt>\n",
    "DefinitionListDefinition": "</dd>\n",
    "Emphasis": "</em>",
    "Superscript": "</sup>",
    "Subscript": "</sub>",
    "Strong": "</strong>",
    "Strikethrough": "</del>",
    "Link": "</a>",
    "FootnoteDefinition": "</div>\n",
}
LEAVES: Final = {"SoftBreak": "\n", "HardBreak": "<br />\n", "Rule": "<hr />\n"}
ALIGNED: Final = {
    "Left": ' style="text-align: left">',
    "Center": ' style="text-align: center">',
    "Right": ' style="text-align: right">',
}
_HREF_SAFE: Final = "!#$%()*+,-./:;=?@^_~&'"

OWN_LINE: Final = frozenset({"Heading", "List", "CodeBlock", "BlockQuote", "FootnoteDefinition"})
"""Constructs whose start tag needs more than their kind, and that begin a line of the HTML."""


def escape_text(text: str) -> str:
    """Return *text* as the content of an element."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def escape(text: str) -> str:
    """Return *text* as an attribute's value."""
    return escape_text(text).replace('"', "&quot;").replace("'", "&#39;")


def escape_href(url: str) -> str:
    """Return *url* as an attribute's value, percent-encoded where it must be."""
    return quote(url, safe=_HREF_SAFE).replace("&", "&amp;").replace("'", "&#x27;")


def title_attribute(data: Any) -> str:
    """Return the title of a link or image, from the quote that ends the attribute before it."""
    return f'" title="{escape(data["title"])}' if data["title"] else ""


def heading_tag(data: Any) -> str:
    """Return the start tag of a heading."""
    parts = [f"<{data['level'].lower()}"]
    if data["id"] is not None:
        parts.append(f' id="{escape(data["id"])}"')
    if data["classes"]:
        parts.append(f' class="{" ".join(map(escape, data["classes"]))}"')
    parts += [f' {escape(name)}="{escape(value or "")}"' for name, value in data["attrs"]]
    return "".join(parts) + ">"
