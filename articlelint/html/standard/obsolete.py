"""What the HTML standard has given up (16.2, "Non-conforming features"): elements, attributes.

Tables as in ``elements``: columns two blanks and more apart, ``-`` for none.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

from articlelint.html.standard.elements import element_names

_ELEMENTS: Final = """
acronym    abbr  `<abbr>`
applet     -     `<embed>` or `<object>`
basefont   -     CSS
bgsound    -     `<audio>`
big        -     CSS, or a heading or `<strong>` where that is meant
blink      -     CSS
center     -     CSS `text-align: center`
dir        ul    `<ul>`
font       -     CSS
frame      -     `<iframe>` or CSS
frameset   -     `<iframe>` or CSS
isindex    -     a form with a text field
keygen     -     nothing; browsers no longer know it
listing    -     `<pre>` and `<code>`
marquee    -     CSS
menuitem   -     nothing; browsers no longer know it
multicol   -     CSS
nextid     -     nothing
nobr       -     CSS `white-space: nowrap`
noembed    -     `<object>`
noframes   -     nothing
param      -     `data` of `<object>`
plaintext  -     a file of type text/plain
rb         -     `<ruby>` with its text directly inside
rtc        -     nested `<ruby>`
spacer     -     CSS
strike     s     `<s>`, or `<del>` for an edit
tt         code  `<code>`, `<kbd>` or `<samp>`
xmp        -     `<pre>` and `<code>`
"""
"""The element, the one that it may simply be renamed to, what to use instead."""

_TABLE_PARTS: Final = "td th tr tbody thead tfoot col colgroup"
_ATTRIBUTES: Final = f"""
align         {_TABLE_PARTS} div p h1 h2 h3 h4 h5 h6 hr caption legend table img iframe embed \
object input  CSS `text-align` or `float`
valign        {_TABLE_PARTS}  CSS `vertical-align`
bgcolor       {_TABLE_PARTS} body table  CSS `background-color`
background    {_TABLE_PARTS} body table  CSS `background-image`
border        img object  CSS `border`
cellpadding   table  CSS `padding` of the cells
cellspacing   table  CSS `border-spacing`
clear         br  CSS `clear`
compact       ul ol dl  CSS
contextmenu   *  a script
frame         table  CSS `border`
frameborder   iframe  CSS `border: 0`
height        {_TABLE_PARTS} table  CSS `height`
hspace        img object embed iframe  CSS `margin`
language      script  nothing
longdesc      img iframe  a link to the description
marginheight  iframe body  CSS `padding`
marginwidth   iframe body  CSS `padding`
name          a img option  `id`
noshade       hr  CSS
nowrap        {_TABLE_PARTS}  CSS `white-space: nowrap`
rules         table  CSS `border`
scrolling     iframe  CSS `overflow`
size          hr  CSS
summary       table  a `<caption>`
type          ul  CSS `list-style-type`
vspace        img object embed iframe  CSS `margin`
width         {_TABLE_PARTS} table pre hr  CSS `width`
"""
"""The attribute, the elements on which it is obsolete (``*`` for all), what to use instead."""

VOID: Final = frozenset({"basefont", "bgsound", "frame", "keygen", "param"})
"""The elements that had no end tag (13.3, "Serializing HTML fragments")."""


class ObsoleteElement(NamedTuple):
    """What to write in place of an element: *instead* in words, *renamed* where a name will do."""

    renamed: str | None
    instead: str


class ObsoleteAttribute(NamedTuple):
    """On which elements an attribute is obsolete, and what to use instead."""

    elements: frozenset[str]
    instead: str


@lru_cache(maxsize=1)
def obsolete_elements() -> dict[str, ObsoleteElement]:
    """Return the obsolete elements by their name."""
    return {
        name: ObsoleteElement(None if renamed == "-" else renamed, instead)
        for name, renamed, instead in map(_cells, _ELEMENTS.split("\n")[1:-1])
    }


@lru_cache(maxsize=1)
def obsolete_attributes() -> dict[str, ObsoleteAttribute]:
    """Return the obsolete attributes by their name."""
    return {
        name: ObsoleteAttribute(
            element_names() if elements == "*" else frozenset(elements.split()), instead
        )
        for name, elements, instead in map(_cells, _ATTRIBUTES.split("\n")[1:-1])
    }


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.split("  ") if cell]
