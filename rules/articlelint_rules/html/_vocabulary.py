"""The elements of HTML: those of today's standard and those that it has given up."""

from typing import Final

from articlelint import Element, regex

CURRENT: Final = frozenset(
    """a abbr address area article aside audio b base bdi bdo blockquote body br button canvas
    caption cite code col colgroup data datalist dd del details dfn dialog div dl dt em embed
    fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe
    img input ins kbd label legend li link main map mark math menu meta meter nav noscript object
    ol optgroup option output p picture pre progress q rp rt ruby s samp script search section
    select selectedcontent slot small source span strong style sub summary sup svg table tbody td
    template textarea tfoot th thead time title tr track u ul var video wbr""".split()  # noqa: SIM905 - a hundred quoted words are hard to read
)
"""HTML, section 3 of the index: "Elements"."""

OBSOLETE: Final = {
    "acronym": ("`<abbr>`", "abbr"),
    "applet": ("`<embed>` or `<object>`", None),
    "basefont": ("CSS", None),
    "bgsound": ("`<audio>`", None),
    "big": ("CSS, or a heading or `<strong>` where that is meant", None),
    "blink": ("CSS", None),
    "center": ("CSS `text-align: center`", None),
    "dir": ("`<ul>`", "ul"),
    "font": ("CSS", None),
    "frame": ("`<iframe>` or CSS", None),
    "frameset": ("`<iframe>` or CSS", None),
    "isindex": ("a form with a text field", None),
    "keygen": ("nothing; browsers no longer know it", None),
    "listing": ("`<pre>` and `<code>`", None),
    "marquee": ("CSS", None),
    "menuitem": ("nothing; browsers no longer know it", None),
    "multicol": ("CSS", None),
    "nextid": ("nothing", None),
    "nobr": ("CSS `white-space: nowrap`", None),
    "noembed": ("`<object>`", None),
    "noframes": ("nothing", None),
    "param": ("`data` of `<object>`", None),
    "plaintext": ("a file of type text/plain", None),
    "rb": ("`<ruby>` with its text directly inside", None),
    "rtc": ("nested `<ruby>`", None),
    "spacer": ("CSS", None),
    "strike": ("`<s>`, or `<del>` for an edit", "s"),
    "tt": ("`<code>`, `<kbd>` or `<samp>`", "code"),
    "xmp": ("`<pre>` and `<code>`", None),
}
"""HTML, 16.2 "Non-conforming features": what to use instead, and the element to rename it to."""

_OTHERS: Final = frozenset({"image", "tbody", "selectedcontent"})
KNOWN: Final = CURRENT | OBSOLETE.keys() | _OTHERS


_NAME: Final = regex(r"[a-z][\w.:-]*")
_WORD_BEFORE: Final = regex(r"[\w\\]\Z")
_GLUED: Final = regex(
    rf"({'|'.join(CURRENT)})((?:href|src|class|id|style|alt|title|width|height|target|rel|name)=)"
)


def is_text(element: Element) -> bool:
    """Tell whether the tag was meant as text: ``Vec<T>``, ``<your name>``.

    That is a tag of no known element, without values and without an end tag, or with a name
    such as ``g1<<endl``. A custom element always has an end tag, and a component of the site
    nearly always.
    """
    if element.namespace != "html" or element.tag in KNOWN:
        return False
    if not _NAME.fullmatch(element.tag):
        return True
    return element.end_tag is None and not has_values(element)


def has_values(element: Element) -> bool:
    """Tell whether any attribute of the tag has a value or an equals sign."""
    return any(
        end - start > len(each.name)
        for each in element.attributes.values()
        for start, end in (each.offsets,)
    )


def follows_word(text: str, start: int) -> bool:
    """Tell whether a tag stands right after a letter or a backslash, as ``List<String>`` does."""
    return _WORD_BEFORE.search(text[max(start - 1, 0) : start]) is not None


def glued(tag: str) -> tuple[str, str] | None:
    """Return the name and the attribute that stand together: ``("a", "href=")``; or None."""
    found = _GLUED.match(tag)
    return (found[1], found[2]) if found else None


def nearest(tag: str) -> str | None:
    """Return the element that *tag* misspells, where it has the length to tell."""
    if len(tag) < 4:
        return None
    from difflib import get_close_matches  # noqa: PLC0415 - only for a tag that is unknown

    return next(iter(get_close_matches(tag, CURRENT, 1, 0.8)), None)
