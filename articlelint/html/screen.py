"""Passes pages that certainly have no parse error, a hundred times faster than the judge.

Sound, not complete: what is accepted has no error; what is not is "don't know". Only plain
markup is looked at: end tags that match the innermost element, tables by a strict grammar.
SVG, forms, templates and whatever else has rules of its own is left to the judge.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from articlelint.html.references import NAMES, code_point, forbidden

if TYPE_CHECKING:
    from collections.abc import Sequence

_CONTROLS: Final = bytes([*range(9), 0x0B, *range(0x0E, 0x20), 0x7F])
_C1_CONTROL: Final = re.compile(rb"\xc2[\x80-\x9f]")
_NONCHARACTER: Final = re.compile(
    rb"\xef\xb7[\x90-\xaf]|\xef\xbf[\xbe\xbf]|[\xf0-\xf4][\x8f\x9f\xaf\xbf]\xbf[\xbe\xbf]"
)
_NONCHARACTER_TRAITS: Final = (b"\xef\xb7", b"\xbf\xbe", b"\xbf\xbf")
_REFERENCE: Final = re.compile(r"&(#?[0-9A-Za-z]*+;?)")
_SPACE: Final = "\t\n\f\r "
_TAG: Final = re.compile(
    r"""([A-Za-z][A-Za-z0-9-]*+)
        ((?:[\t\n\f\r ]++[^\t\n\f\r "'<>/=]++
            (?:[\t\n\f\r ]*+=[\t\n\f\r ]*+
                (?:"[^"]*+"|'[^']*+'|[^\t\n\f\r "'<>=`\u2000-\u2fff\uff00-\uffff][^\t\n\f\r "'<>=`]*+)
            )?+)*+)
        [\t\n\f\r ]*+(/?)\Z""",
    re.VERBOSE,
)
_ATTRIBUTE: Final = re.compile(
    r"""[\t\n\f\r ]++([^\t\n\f\r "'<>/=]++)
        (?:[\t\n\f\r ]*+=[\t\n\f\r ]*+(?:"[^"]*+"|'[^']*+'|[^\t\n\f\r "'<>=`]++))?+""",
    re.VERBOSE,
)
_END_TAG: Final = re.compile(r"/([A-Za-z][A-Za-z0-9-]*+)[\t\n\f\r ]*+\Z")

# What a tag does; the names of start tags' actions come first.
_VOID, _OPEN, _BLOCK, _ITEM, _HEADING, _ONCE, _RULE, _TABLE, _RAW, _ANNOTATION = range(10)
_TABLE_PART, _COLUMN, _CLOSE, _CLOSE_BLOCK, _CLOSE_TABLE_PART = range(10, 15)

_ACTIONS: Final[dict[str, int]] = {
    **dict.fromkeys(["area", "br", "embed", "img", "input", "wbr", "link", "meta", "source", "track"], _VOID),
    **dict.fromkeys(
        ["abbr", "audio", "b", "bdi", "bdo", "big", "canvas", "cite", "code", "data", "datalist", "del", "dfn", "em", "font", "i", "ins", "kbd", "label", "legend", "map", "mark", "meter", "noscript", "output", "picture", "progress", "q", "ruby", "s", "samp", "slot", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "video"],
        _OPEN,
    ),
    **dict.fromkeys(
        ["address", "article", "aside", "blockquote", "center", "details", "dir", "div", "dl", "fieldset", "figcaption", "figure", "footer", "header", "hgroup", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "ul"],
        _BLOCK,
    ),
    **dict.fromkeys(("li", "dd", "dt"), _ITEM),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), _HEADING),
    **dict.fromkeys(("a", "button"), _ONCE),
    "hr": _RULE,
    "table": _TABLE,
    **dict.fromkeys(("script", "style", "iframe"), _RAW),
    **dict.fromkeys(("rt", "rp"), _ANNOTATION),
    **dict.fromkeys(("caption", "colgroup", "tbody", "thead", "tfoot", "tr", "td", "th"),
                    _TABLE_PART),
    "col": _COLUMN,
}  # fmt: skip
_VOID_ACTIONS: Final = frozenset({_VOID, _RULE, _COLUMN})
_IMPLIED: Final = frozenset({"p", "li", "dd", "dt"})
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_ROW_GROUPS: Final = ("tbody", "thead", "tfoot")
_CELLS: Final = ("td", "th")
_STRUCTURE: Final = frozenset({"table", "tr", "colgroup", *_ROW_GROUPS})
"""Elements directly in which only white space and their own parts may stand."""
_LIST_STOPS: Final = frozenset(
    {"article", "aside", "blockquote", "button", "caption", "center", "details", "dir", "dl",
     "fieldset", "figure", "footer", "header", "hgroup", "menu", "nav", "noscript", "ol", "pre",
     "section", "table", "td", "th", "ul", *_HEADINGS}
)  # fmt: skip
"""Elements past which a list item does not look for the one before it."""
_RIVALS: Final = {"li": ("li",), "dd": ("dd", "dt"), "dt": ("dd", "dt")}
_DEEPEST: Final = 400
_TAGS_KEPT: Final = 4000
_LONGEST_KEPT: Final = 200

_SIMPLE_TAG: Final = re.compile(r"<([^<>]++)>")
_PIECE: Final = re.compile(
    r"""<!--(?!-?>)[^-]*+(?:-(?!-)[^-]*+)*+-->
      | <((script|style|iframe)(?=[\t\n\f\r >])[^<>]*+)>
            [^<]*+(?:<(?!/\2[\t\n\f\r />]|!--)[^<]*+)*+
        </\2[\t\n\f\r ]*+>
      | <([^<>]++)>""",
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
_UNUSUAL: Final = re.compile(r"<(?:!|script|style|iframe)", re.IGNORECASE | re.ASCII)
_TEXT_IN_TABLE: Final = re.compile(
    r"<(?:table|/?t(?:head|body|foot|r)|/?colgroup|col|/t[dh]|/caption)(?:[\t\n\f\r ][^<>]*+)?>"
    r"[\t\n\f\r ]*+[^<\t\n\f\r ]",
    re.IGNORECASE | re.ASCII,
)
_RAW_MARK: Final = "\0"
"""Stands before the start tag of raw text whose end tag was found; no page has it."""

_tags: dict[str, tuple[int, str]] = {}


def is_certainly_clean(html: str) -> bool:
    """Tell whether the fragment *html* is known to have no parse error.

    False says that it may have some. Takes time in proportion to the text.
    """
    if not _has_legal_characters(html):
        return False
    if "&" in html and not all(map(_is_fine_reference, set(_REFERENCE.findall(html)))):
        return False
    if "<" not in html:
        return True
    if _UNUSUAL.search(html) is None:
        tags = _SIMPLE_TAG.findall(html)
        if len(tags) != html.count("<"):
            return False
    else:
        if "<" in _PIECE.sub("", html):
            return False
        tags = [tag or (raw and _RAW_MARK + raw) or "!" for raw, _, tag in _PIECE.findall(html)]
    entries = list(map(_tags.get, tags))
    if None in entries:
        entries = [_entry(tag) for tag in tags]
    return _fits_together(entries, has_tables=(_TABLE, "table") in entries, html=html)


def _entry(tag: str) -> tuple[int, str] | None:
    """Return what *tag* does, from memory where it is there."""
    entry = _tags.get(tag)
    if entry is None:
        entry = _read_tag(tag)
        if entry is not None and len(tag) <= _LONGEST_KEPT:
            if len(_tags) >= _TAGS_KEPT:
                _tags.clear()
            _tags[tag] = entry
    return entry


def _has_legal_characters(html: str) -> bool:
    try:
        data = html.encode()
    except UnicodeEncodeError:
        return False
    if len(data.translate(None, _CONTROLS)) != len(data):
        return False
    if len(data) == len(html):
        return True
    if b"\xc2" in data and _C1_CONTROL.search(data) is not None:
        return False
    if any(trait in data for trait in _NONCHARACTER_TRAITS):
        return _NONCHARACTER.search(data) is None
    return True


@cache
def _longest_legacy_name() -> int:
    return max(len(name) for name in NAMES if not name.endswith(";"))


def _is_fine_reference(reference: str) -> bool:
    """Tell whether what follows an ampersand is fine in text and in attributes."""
    if not reference or reference == ";":
        return True
    if reference.startswith("#"):
        digits = reference[1:-1]
        if not reference.endswith(";") or len(digits) > 9:
            return False
        base = 10
        if digits[:1] in ("x", "X"):
            digits, base = digits[1:], 16
        try:
            return not forbidden(code_point(digits, base)) if digits else False
        except ValueError:
            return False
    if reference.endswith(";"):
        return reference in NAMES
    longest = min(len(reference), _longest_legacy_name())
    return not any(reference[:length] in NAMES for length in range(2, longest + 1))


def _read_tag(tag: str) -> tuple[int, str] | None:
    """Return what *tag*, without its angle brackets, does; None where it may have an error."""
    if tag == "!":  # a comment without faults
        return _VOID, ""
    if tag.startswith(_RAW_MARK):
        whole = _read_tag(tag[1:])
        return (_VOID, "") if whole is not None and whole[0] == _RAW else None
    ending = _END_TAG.match(tag)
    if ending is not None:
        name = ending[1].lower()
        action = _ACTIONS.get(name, _OPEN if "-" in name else None)
        if action is None or action in _VOID_ACTIONS:
            return None
        if action in (_BLOCK, _ITEM) and name != "p":
            return _CLOSE_BLOCK, name
        return (_CLOSE_TABLE_PART if action in (_TABLE, _TABLE_PART) else _CLOSE), name
    found = _TAG.match(tag)
    if found is None:
        return None
    name = found[1].lower()
    action = _ACTIONS.get(name, _OPEN if "-" in name else None)
    if action is None or (found[3] and action not in _VOID_ACTIONS):
        return None
    attributes = [attribute.lower() for attribute in _ATTRIBUTE.findall(found[2])]
    if len(set(attributes)) != len(attributes):
        return None
    return action, name


def _fits_together(
    entries: Sequence[tuple[int, str] | None], *, has_tables: bool, html: str
) -> bool:
    """Tell whether the tags certainly fit together; None is one that may have an error."""
    if has_tables and _TEXT_IN_TABLE.search(html) is not None:
        return False
    structure = _STRUCTURE if has_tables else frozenset()
    stack = [""]
    for entry in entries:
        if entry is None:
            return False
        action, name = entry
        top = stack[-1]
        if action == _CLOSE:
            if top != name:
                if name != "ruby" or top not in ("rt", "rp") or stack[-2] != "ruby":
                    return False
                stack.pop()
            stack.pop()
        elif action == _OPEN:
            if top in structure or len(stack) > _DEEPEST:
                return False
            stack.append(name)
        elif top in structure:
            if action < _TABLE_PART or action == _CLOSE_BLOCK or not _take(stack, action, name):
                return False
        elif action != _VOID and not _take(stack, action, name):
            return False
    while stack[-1] in _IMPLIED:
        stack.pop()
    return len(stack) == 1


def _take(stack: list[str], action: int, name: str) -> bool:
    """Take a tag that may close others; False where one would be closed wrongly."""
    if action == _CLOSE_BLOCK:
        while stack[-1] != name:
            if stack[-1] not in _IMPLIED:
                return False
            stack.pop()
        stack.pop()
        return True
    if action in (_TABLE_PART, _COLUMN):
        return _open_table_part(stack, name)
    if action == _CLOSE_TABLE_PART:
        return _close_table_part(stack, name)
    if len(stack) > _DEEPEST or action == _RAW:
        return False
    if action == _ONCE:
        if name in stack:
            return False
    elif action == _ANNOTATION:
        if stack[-1] in ("rt", "rp"):
            stack.pop()
        if stack[-1] != "ruby":
            return False
    elif action == _ITEM and not _close_item(stack, name):
        return False
    elif stack[-1] == "p":
        stack.pop()
    elif "p" in stack:
        return False
    if action == _HEADING and stack[-1] in _HEADINGS:
        return False
    if action != _RULE:
        stack.append(name)
    return True


def _close_item(stack: list[str], name: str) -> bool:
    """Close the list item before this one and a paragraph; False where more is in the way."""
    rivals = _RIVALS[name]
    if stack[-1] == "p":
        stack.pop()
    if stack[-1] in rivals:
        stack.pop()
        return True
    for open_name in reversed(stack):
        if open_name in rivals:
            return False
        if open_name in _LIST_STOPS:
            break
    return "p" not in stack


def _open_table_part(stack: list[str], name: str) -> bool:
    """Open a part of a table where it may stand."""
    top = stack[-1]
    if top in _CELLS and name in ("td", "th", "tr"):
        stack.pop()
        top = stack[-1]
    if top == "colgroup" and name != "col":
        stack.pop()
        top = stack[-1]
    if name in _CELLS:
        if top != "tr":
            return False
    elif name == "tr":
        if top == "tr":
            stack.pop()
        elif top == "table":
            stack.append("tbody")
        elif top not in _ROW_GROUPS:
            return False
    elif name == "col":
        if top == "table":
            stack.append("colgroup")
        return top in ("table", "colgroup")
    else:
        if name in _ROW_GROUPS and top == "tr":
            stack.pop()
            top = stack[-1]
        if name in _ROW_GROUPS and top in _ROW_GROUPS:
            stack.pop()
            top = stack[-1]
        if top != "table":
            return False
    stack.append(name)
    return True


def _close_table_part(stack: list[str], name: str) -> bool:
    """Close a table or a part of one, with the parts in it whose end tags may be left out."""
    if name in ("td", "th", "caption"):
        while stack[-1] in _IMPLIED:
            stack.pop()
    elif stack[-1] in _CELLS and name != "colgroup":
        stack.pop()
    if name in ("table", *_ROW_GROUPS) and stack[-1] == "tr":
        stack.pop()
    if name == "table" and (stack[-1] in _ROW_GROUPS or stack[-1] == "colgroup"):
        stack.pop()
    if stack[-1] != name:
        return False
    stack.pop()
    return True
