"""Passes pages that certainly have no parse error, a hundred times faster than the judge.

Sound, not complete: what is accepted has no error; what is not is "don't know". Only plain
markup is looked at: end tags that match the innermost element, tables by a strict grammar.
SVG, forms, templates and whatever else has rules of its own is left to the judge.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from articlelint.html.references import NAMES, code_point, forbidden

_CONTROLS: Final = bytes([*range(9), 0x0B, *range(0x0E, 0x20), 0x7F])
_FORBIDDEN: Final = re.compile(
    "[\x80-\x9f\ufdd0-\ufdef\ufffe\uffff"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}"
              for plane in range(0x10000, 0x110000, 0x10000))
    + "]"
)  # fmt: skip
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
    **dict.fromkeys("area br embed img input wbr link meta source track".split(), _VOID),
    **dict.fromkeys(
        "abbr audio b bdi bdo big canvas cite code data datalist del dfn em font i ins "
        "kbd label legend map mark meter noscript output picture progress q ruby s samp slot "
        "small span strike strong sub sup time tt u var video".split(),
        _OPEN,
    ),
    **dict.fromkeys(
        "address article aside blockquote center details dir div dl fieldset figcaption figure "
        "footer header hgroup main menu nav ol p pre section summary ul".split(),
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

_tags: dict[str, tuple[int, str]] = {}


def is_certainly_clean(html: str) -> bool:
    """Tell whether the fragment *html* is known to have no parse error.

    False says that it may have some. Takes time in proportion to the text.
    """
    if not _has_legal_characters(html):
        return False
    if "&" in html and not all(map(_is_fine_reference, set(_REFERENCE.findall(html)))):
        return False
    parts = html.split("<")
    return len(parts) == 1 or _Page().is_clean(parts)


def _has_legal_characters(html: str) -> bool:
    try:
        data = html.encode()
    except UnicodeEncodeError:
        return False
    if len(data.translate(None, _CONTROLS)) != len(data):
        return False
    return len(data) == len(html) or _FORBIDDEN.search(html) is None


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


class _Page:
    """Reads a page's tags with the stack of what is open."""

    def __init__(self) -> None:
        self._stack = [""]
        self._parts: list[str] = []
        self._index = 0

    def is_clean(self, parts: list[str]) -> bool:
        """Tell whether the tags in *parts*, the text split at ``<``, certainly fit together."""
        self._parts = parts
        stack = self._stack
        known = _tags
        last = len(parts)
        index = self._index = 1
        while index < last:
            part = parts[index]
            tag, closed, text = part.partition(">")
            entry = known.get(tag)
            if not closed or entry is None:
                if part.startswith("!--"):
                    self._index = index
                    if not self._comment():
                        return False
                    index = self._index
                    continue
                entry = _read_tag(tag) if closed else None
                if entry is None:
                    return False
                if len(tag) <= _LONGEST_KEPT:
                    if len(known) >= _TAGS_KEPT:
                        known.clear()
                    known[tag] = entry
            action, name = entry
            index += 1
            top = stack[-1]
            if action == _CLOSE:
                if top != name:
                    if name != "ruby" or top not in ("rt", "rp") or stack[-2] != "ruby":
                        return False
                    stack.pop()
                stack.pop()
            elif top in _STRUCTURE and action not in (_TABLE_PART, _COLUMN, _CLOSE_TABLE_PART):
                return False
            elif action == _OPEN:
                if len(stack) > _DEEPEST:
                    return False
                stack.append(name)
            elif action == _RAW:
                self._index = index
                if not self._raw(name):
                    return False
                index = self._index
                continue
            elif action != _VOID and not self._other(action, name):
                return False
            if stack[-1] in _STRUCTURE and text.strip(_SPACE):
                return False
        while stack[-1] in _IMPLIED:
            stack.pop()
        return len(stack) == 1

    def _comment(self) -> bool:
        """Go past the comment at the present part; tell whether it is a plain one."""
        parts = self._parts
        first = parts[self._index][3:]
        if first.startswith((">", "->")):
            return False
        text = first
        while True:
            content, closed, rest = text.partition("-->")
            if "--" in content:
                return False
            self._index += 1
            if closed:
                return self._stack[-1] not in _STRUCTURE or not rest.strip(_SPACE)
            if self._index == len(parts) or content.endswith("-"):
                return False
            text = parts[self._index]

    def _raw(self, name: str) -> bool:
        """Go past raw text to its end tag; tell whether there is one, and no comment before."""
        parts = self._parts
        ending = f"/{name}"
        length = len(ending)
        while self._index < len(parts):
            part = parts[self._index]
            self._index += 1
            if part.startswith("!--"):
                return False
            if part[:length].lower() == ending:
                return part[length:].lstrip(_SPACE).startswith(">")
        return False

    def _other(self, action: int, name: str) -> bool:
        """Take a tag that may close others; False where one would be closed wrongly."""
        stack = self._stack
        if action == _CLOSE_BLOCK:
            while stack[-1] != name:
                if stack[-1] not in _IMPLIED:
                    return False
                stack.pop()
            stack.pop()
            return True
        if action in (_TABLE_PART, _COLUMN):
            return self._table_part(name)
        if action == _CLOSE_TABLE_PART:
            return self._close_table_part(name)
        if len(stack) > _DEEPEST:
            return False
        if action == _ONCE:
            if name in stack:
                return False
        elif action == _ANNOTATION:
            if stack[-1] in ("rt", "rp"):
                stack.pop()
            if stack[-1] != "ruby":
                return False
        elif action == _ITEM and not self._close_item(name):
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

    def _close_item(self, name: str) -> bool:
        """Close the list item before this one and a paragraph; False where more is in the way."""
        stack = self._stack
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

    def _table_part(self, name: str) -> bool:
        """Open a part of a table where it may stand."""
        stack = self._stack
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

    def _close_table_part(self, name: str) -> bool:
        """Close a table or a part of one, with the parts in it whose end tags may be left out."""
        stack = self._stack
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
