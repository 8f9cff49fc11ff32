"""The sets of elements that the parser of the HTML standard names (13.2)."""

from __future__ import annotations

from typing import Final

from articlelint.html.standard.elements import HEADINGS

FORMATTING: Final = frozenset(
    {"a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt",
     "u"}
)  # fmt: skip
"""Elements that are opened again in each block until they are closed (13.2.4.3)."""

SPECIAL: Final = frozenset(
    {"address", "applet", "area", "article", "aside", "base", "basefont", "bgsound", "blockquote",
     "body", "br", "button", "caption", "center", "col", "colgroup", "dd", "details", "dir", "div",
     "dl", "dt", "embed", "fieldset", "figcaption", "figure", "footer", "form", "frame",
     "frameset", *HEADINGS, "head", "header", "hgroup", "hr", "html", "iframe", "img", "input",
     "keygen", "li", "link", "listing", "main", "marquee", "menu", "meta", "nav", "noembed",
     "noframes", "noscript", "object", "ol", "p", "param", "plaintext", "pre", "script", "search",
     "section", "select", "source", "style", "summary", "table", "tbody", "td", "template",
     "textarea", "tfoot", "th", "thead", "title", "tr", "track", "ul", "wbr", "xmp"}
)  # fmt: skip
"""The "special" category (13.2.4.2); of MathML and SVG it has those below."""

MATHML_SPECIAL: Final = frozenset({"annotation-xml", "mi", "mn", "mo", "ms", "mtext"})
SVG_SPECIAL: Final = frozenset({"desc", "foreignObject", "title"})

SCOPE: Final = frozenset(
    {"applet", "caption", "html", "marquee", "object", "select", "table", "td", "template", "th"}
)
"""Elements past which nothing is "in scope" (13.2.4.2), and the special ones of MathML and SVG."""

IN_HEAD: Final = frozenset(
    {"base", "basefont", "bgsound", "link", "meta", "noframes", "script", "style", "template",
     "title"}
)  # fmt: skip
"""Elements whose start tags are everywhere taken as in the head (13.2.6.4.7)."""

BLOCKS: Final = frozenset(
    {"address", "article", "aside", "blockquote", "center", "details", "dialog", "dir", "div", "dl",
     "fieldset", "figcaption", "figure", "footer", "header", "hgroup", "main", "menu", "nav", "ol",
     "search", "section", "summary", "ul"}
)  # fmt: skip
"""Elements whose start tag closes a paragraph and whose end tag closes what is open in them and
needs no end tag of its own (13.2.6.4.7); ``pre`` and others do that and more."""

IMPLIED: Final = frozenset({"dd", "dt", "li", "optgroup", "option", "p", "rb", "rp", "rt", "rtc"})
"""Elements that "generate implied end tags" closes (13.2.6.3)."""

TABLE_PARTS: Final = frozenset(
    {"caption", "col", "colgroup", "tbody", "td", "tfoot", "th", "thead", "tr"}
)
"""Elements whose tags are ignored outside of a table (13.2.6.4.7)."""

IMPLIED_THOROUGHLY: Final = IMPLIED | TABLE_PARTS - {"col"}
"""Elements that "generate all implied end tags thoroughly" closes (13.2.6.3)."""

MAY_STAY_OPEN: Final = IMPLIED_THOROUGHLY - {"caption", "colgroup"} | {"body", "html"}
"""Elements that may be open where the text ends (13.2.6.4.7)."""
