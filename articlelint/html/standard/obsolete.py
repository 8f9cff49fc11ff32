"""What the HTML standard has given up (16.2, "Non-conforming features"): elements, attributes.

Tables as in ``elements``: columns two blanks and more apart, ``-`` for none.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from articlelint.html.standard.elements import element_names
from articlelint.named_tuple import NamedTuple

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
keygen     -     -
listing    -     `<pre>` and `<code>`
marquee    -     CSS
menuitem   -     -
multicol   -     CSS
nextid     -     -
nobr       -     CSS `white-space: nowrap`
noembed    -     `<object>`
noframes   -     -
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

_BOUND: Final = (
    "a button div fieldset iframe img input label legend object option select span table textarea"
)
_TABLE_PARTS: Final = "td th tr tbody thead tfoot col colgroup"
_ATTRIBUTES: Final = f"""
accept             form  `accept` of its fields for files
align              {_TABLE_PARTS} div p h1 h2 h3 h4 h5 h6 hr caption legend table img \
iframe embed object input  CSS `text-align` or `float`
alink              body  CSS `:active`
allowtransparency  iframe  -
archive            object  -
axis               td th  `scope` of its header cell
background         {_TABLE_PARTS} body table  CSS `background-image`
bgcolor            {_TABLE_PARTS} body table  CSS `background-color`
border             img object  CSS `border`
bordercolor        table  CSS `border-color`
cellpadding        table  CSS `padding` of the cells
cellspacing        table  CSS `border-spacing`
char               {_TABLE_PARTS}  CSS
charoff            {_TABLE_PARTS}  CSS
charset            a link  -
classid            object  `data` and `type`
clear              br  CSS `clear`
code               object  `data` and `type`
codebase           object  `data` and `type`
codetype           object  `data` and `type`
color              hr  CSS `color`
compact            ul ol dl  CSS
contextmenu        *  a script
coords             a  `<area>`
datafld            {_BOUND}  a script
dataformatas       {_BOUND}  a script
datapagesize       table  -
datasrc            {_BOUND}  a script
declare            object  -
event              script  a script that listens to the event
for                script  a script that listens to the event
frame              table  CSS `border`
frameborder        iframe  CSS `border: 0`
height             {_TABLE_PARTS} table  CSS `height`
hspace             img object embed iframe input  CSS `margin`
ismap              input  -
language           script  -
link               body  CSS `:link`
longdesc           img iframe  a link to the description
lowsrc             img  a progressive image
manifest           html  a service worker
marginbottom       body  CSS `margin`
marginheight       iframe body  CSS `padding`
marginleft         body  CSS `margin`
marginright        body  CSS `margin`
margintop          body  CSS `margin`
marginwidth        iframe body  CSS `padding`
methods            a link  -
name               a img option  `id`
nohref             area  an `<area>` without `href`
noshade            hr  CSS
nowrap             {_TABLE_PARTS}  CSS `white-space: nowrap`
profile            head  -
rev                a link  `rel` with the opposite word
rules              table  CSS `border`
scheme             meta  -
scope              td  `<th>`
scrolling          iframe  CSS `overflow`
shape              a  `<area>`
size               hr  CSS
standby            object  -
summary            table  a `<caption>`
target             link  -
text               body  CSS `color`
type               ul li  CSS `list-style-type`
urn                a link  `href`
usemap             input  `<img usemap>`
valign             {_TABLE_PARTS}  CSS `vertical-align`
version            html  -
vlink              body  CSS `:visited`
vspace             img object embed iframe input  CSS `margin`
width              {_TABLE_PARTS} table pre hr  CSS `width`
"""
"""The attribute, the elements on which it is obsolete (``*`` for all), what to use instead."""

VOID: Final = frozenset({"basefont", "bgsound", "frame", "keygen", "param"})
"""The elements that had no end tag (13.3, "Serializing HTML fragments")."""


class ObsoleteElement(NamedTuple):
    """What to write in place of an element: *instead* in words, *renamed* if a name will do.

    Without words, nothing replaces it.
    """

    renamed: str | None
    instead: str


class ObsoleteAttribute(NamedTuple):
    """On which elements an attribute is obsolete, and what to use instead; "" for nothing."""

    elements: frozenset[str]
    instead: str


@lru_cache(maxsize=1)
def obsolete_elements() -> dict[str, ObsoleteElement]:
    """Return the obsolete elements by their name."""
    return {
        name: ObsoleteElement(None if renamed == "-" else renamed, _words(instead))
        for name, renamed, instead in map(_cells, _ELEMENTS.split("\n")[1:-1])
    }


@lru_cache(maxsize=1)
def obsolete_attributes() -> dict[str, ObsoleteAttribute]:
    """Return the obsolete attributes by their name."""
    return {
        name: ObsoleteAttribute(
            element_names() if elements == "*" else frozenset(elements.split()), _words(instead)
        )
        for name, elements, instead in map(_cells, _ATTRIBUTES.split("\n")[1:-1])
    }


def _words(cell: str) -> str:
    return "" if cell == "-" else cell


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.split("  ") if cell]
