"""The elements of HTML: categories, content models, contexts and tags, one row each.

WHATWG HTML, https://html.spec.whatwg.org/multipage/. It is text, so that a run that asks nothing
reads nothing. The columns stand two blanks and more apart, ``-`` for none:

1. The element; ``dl>div`` is a ``div`` that is a child of a ``dl``.
2. The section that the row was taken from.
3. Its tags (13.1.2): ``void``, ``raw`` text, ``text`` with references alone, ``foreign``; ``end?``
   and ``both?`` where they may be left out (13.1.2.4).
4. Its categories (3.2.5.2, 4.10.2). Phrasing, heading and sectioning content is flow content
   too, and embedded content is phrasing content. In brackets stands what has to be besides: an
   attribute (``input`` without ``type=hidden`` is ``shown``, ``link`` with an ``itemprop`` or
   certain ``rel`` is ``body-ok``), or where (``main`` in ``html body div form`` alone is
   ``outermost``).
5. What it holds, from its first child to its last: elements, categories, ``text``, ``nothing``;
   ``transparent`` is what its parent holds. ``?``, ``*``, ``|`` and parentheses are those of
   regular expressions; ``!`` marks what must not be in it however deep. Script-supporting
   elements may stand between the others. This says too who may have it as a child.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from articlelint.named_tuple import NamedTuple

_TABLE: Final = """
html        4.1.1    both?    -                             head body
head        4.2.1    both?    -                             metadata*
title       4.2.2    text     metadata                      text
base        4.2.3    void     metadata                      nothing
link        4.2.4    void     metadata phrasing[body-ok]    nothing
meta        4.2.5    void     metadata phrasing[itemprop]   nothing
style       4.2.6    raw      metadata                      text

body        4.3.1    both?    -                             flow*
article     4.3.2    -        sectioning                    flow*
section     4.3.3    -        sectioning                    flow*
nav         4.3.4    -        sectioning                    flow*
aside       4.3.5    -        sectioning                    flow*
h1          4.3.6    -        heading                       phrasing*
h2          4.3.6    -        heading                       phrasing*
h3          4.3.6    -        heading                       phrasing*
h4          4.3.6    -        heading                       phrasing*
h5          4.3.6    -        heading                       phrasing*
h6          4.3.6    -        heading                       phrasing*
hgroup      4.3.7    -        heading                       p* (h1|h2|h3|h4|h5|h6) p*
header      4.3.8    -        flow                          flow* !header !footer
footer      4.3.9    -        flow                          flow* !header !footer
address     4.3.10   -        flow               flow* !heading !sectioning !header !footer !address

p           4.4.1    end?     flow                          phrasing*
hr          4.4.2    void     flow                          nothing
pre         4.4.3    -        flow                          phrasing*
blockquote  4.4.4    -        flow                          flow*
ol          4.4.5    -        flow                          li*
ul          4.4.6    -        flow                          li*
menu        4.4.7    -        flow                          li*
li          4.4.8    end?     -                             flow*
dl          4.4.9    -        flow                          (dt|dd|div)*
dl>div      4.4.9    -        -                             (dt|dd)*
dt          4.4.10   end?     -                           flow* !header !footer !sectioning !heading
dd          4.4.11   end?     -                             flow*
figure      4.4.12   -        flow                          figcaption? flow* figcaption?
figcaption  4.4.13   -        -                             flow*
main        4.4.14   -        flow[outermost]               flow*
search      4.4.15   -        flow                          flow*
div         4.4.16   -        flow                          flow*

a           4.5.1    -        phrasing interactive[href]    transparent !interactive !a
em          4.5.2    -        phrasing                      phrasing*
strong      4.5.3    -        phrasing                      phrasing*
small       4.5.4    -        phrasing                      phrasing*
s           4.5.5    -        phrasing                      phrasing*
cite        4.5.6    -        phrasing                      phrasing*
q           4.5.7    -        phrasing                      phrasing*
dfn         4.5.8    -        phrasing                      phrasing* !dfn
abbr        4.5.9    -        phrasing                      phrasing*
ruby        4.5.10   -        phrasing                      (phrasing|rt|rp)*
rt          4.5.11   end?     -                             phrasing*
rp          4.5.12   end?     -                             text
data        4.5.13   -        phrasing                      phrasing*
time        4.5.14   -        phrasing                      phrasing*
code        4.5.15   -        phrasing                      phrasing*
var         4.5.16   -        phrasing                      phrasing*
samp        4.5.17   -        phrasing                      phrasing*
kbd         4.5.18   -        phrasing                      phrasing*
sub         4.5.19   -        phrasing                      phrasing*
sup         4.5.19   -        phrasing                      phrasing*
i           4.5.20   -        phrasing                      phrasing*
b           4.5.21   -        phrasing                      phrasing*
u           4.5.22   -        phrasing                      phrasing*
mark        4.5.23   -        phrasing                      phrasing*
bdi         4.5.24   -        phrasing                      phrasing*
bdo         4.5.25   -        phrasing                      phrasing*
span        4.5.26   -        phrasing                      phrasing*
br          4.5.27   void     phrasing                      nothing
wbr         4.5.28   void     phrasing                      nothing
ins         4.7.1    -        phrasing                      transparent
del         4.7.2    -        phrasing                      transparent

picture     4.8.1    -        embedded                      source* img
source      4.8.2    void     -                             nothing
img         4.8.3    void     embedded interactive[usemap]  nothing
iframe      4.8.5    raw      embedded interactive          nothing
embed       4.8.6    void     embedded interactive          nothing
object      4.8.7    -        embedded                      transparent
video       4.8.8  -  embedded interactive[controls]  source* track* transparent !audio !video
audio       4.8.9  -  embedded interactive[controls]  source* track* transparent !audio !video
track       4.8.10   void     -                             nothing
map         4.8.12   -        phrasing                      transparent
area        4.8.13   void     phrasing[in-map]              nothing
math        4.8.15   foreign  embedded                      -
svg         4.8.16   foreign  embedded                      -

table       4.9.1    -        flow                      caption? colgroup* thead? (tbody|tr)* tfoot?
caption     4.9.2    end?     -                             flow* !table
colgroup    4.9.3    both?    -                             col*
col         4.9.4    void     -                             nothing
tbody       4.9.5    both?    -                             tr*
thead       4.9.6    end?     -                             tr*
tfoot       4.9.7    end?     -                             tr*
tr          4.9.8    end?     -                             (td|th)*
td          4.9.9    end?     -                             flow*
th          4.9.10   end?     -                           flow* !header !footer !sectioning !heading

form        4.10.3   -        flow                          flow* !form
label       4.10.4   -        phrasing interactive          phrasing* !label
input       4.10.5   void     phrasing interactive[shown] labelable[shown]  nothing
button      4.10.6   -        phrasing interactive labelable  phrasing* !interactive
select      4.10.7  -  phrasing interactive labelable  button? (option|optgroup|hr|noscript|div)*
select>div  4.10.7   -        -                             (option|optgroup|hr|noscript|div)*
datalist    4.10.8   -        phrasing                      (phrasing|option)*
optgroup    4.10.9   end?     -                             legend? (option|noscript|div)*
optgroup>div  4.10.9   -      -                             (option|noscript|div)*
option      4.10.10  end?     -                       (phrasing|div)* !interactive !datalist !object
textarea    4.10.11  text     phrasing interactive labelable  text
output      4.10.12  -        phrasing labelable            phrasing*
progress    4.10.13  -        phrasing labelable            phrasing* !progress
meter       4.10.14  -        phrasing labelable            phrasing* !meter
fieldset    4.10.15  -        flow                          legend? flow*
legend      4.10.16  -        -                             (phrasing|heading)*
selectedcontent  4.10.17  -        phrasing[in-select]           nothing
details     4.11.1   -        flow interactive              summary flow*
summary     4.11.2   -        -                             (phrasing|heading)*
dialog      4.11.4   -        flow                          flow*

script      4.12.1   raw      metadata phrasing script-supporting  text
noscript    4.12.2   -        metadata phrasing             transparent !noscript
template    4.12.3   -        metadata phrasing script-supporting  -
slot        4.12.4   -        phrasing                      transparent
canvas      4.12.5   -        embedded                      transparent
"""

HEADINGS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")
"""The elements `h1` to `h6` (4.3.6)."""

_ALSO: Final = {
    "embedded": "phrasing",
    "heading": "flow",
    "phrasing": "flow",
    "sectioning": "flow",
}
"""The category that all of another one are in (3.2.5.2)."""


class Row(NamedTuple):
    """What the standard says of one element."""

    name: str
    section: str
    tags: str
    categories: dict[str, str]
    """Each category, and what has to be besides: ``{"interactive": "href", "phrasing": ""}``."""
    content: str


@lru_cache(maxsize=1)
def element_rows() -> dict[str, Row]:
    """Return the rows of the standard's table of elements, by their names."""
    found = {}
    for line in filter(None, _TABLE.splitlines()):
        cells = [cell.strip() for cell in line.split("  ") if cell]
        name, section, tags, categories, content = [cell if cell != "-" else "" for cell in cells]
        found[name] = Row(name, section, tags, _categories(categories), content)
    return found


@lru_cache(maxsize=1)
def element_names() -> frozenset[str]:
    """Return the names of all elements."""
    return frozenset([name for name in element_rows() if ">" not in name])


@lru_cache(maxsize=16)
def elements_in(category: str) -> frozenset[str]:
    """Return the elements of *category*, including those that only sometimes belong to it."""
    return frozenset([row.name for row in element_rows().values() if category in row.categories])


@lru_cache(maxsize=16)
def with_tags(*kinds: str) -> frozenset[str]:
    """Return the elements whose tags are of one of *kinds*: ``void``, ``end?`` and so on."""
    return frozenset([row.name for row in element_rows().values() if row.tags in kinds])


@lru_cache
def _categories(cell: str) -> dict[str, str]:
    found = {}
    for word in cell.split():
        category, _, condition = word.rstrip("]").partition("[")
        while category:
            found[category] = condition
            category = _ALSO.get(category, "")
    return found
