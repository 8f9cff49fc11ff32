"""How tags fit together in plain markup: what the screen knows of tree construction.

A function here takes a tag given the names of the open elements, ``""`` below them all, and
changes that stack. It answers False where the tag may be an error: "don't know".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.html.standard.elements import HEADINGS, elements_in, with_tags
from articlelint.html.standard.parsing import BLOCKS, FORMATTING, SPECIAL, TABLE_PARTS

if TYPE_CHECKING:
    from collections.abc import Callable

    Stack = list[str]
    Take = Callable[[Stack, str], bool]

DEEPEST: Final = 400
"""More open elements than this are left to the judge, which has a limit too."""

IMPLIED: Final = frozenset({"p", "li", "dd", "dt"})
"""Elements in plain markup whose end tag may be left out."""
STRUCTURE: Final = TABLE_PARTS - {"caption", "col", "td", "th"} | {"table"}
"""Elements directly in which only white space and their own parts may stand."""

_ROW_GROUPS: Final = ("tbody", "thead", "tfoot")
_CELLS: Final = ("td", "th")
_LIST_STOPS: Final = SPECIAL - {"address", "div", "p"}
"""Elements past which a list item does not look for the one before it."""
_RIVALS: Final = {"li": ("li",), "dd": ("dd", "dt"), "dt": ("dd", "dt")}


def open_block(stack: Stack, name: str) -> bool:
    """Open an element that closes a paragraph."""
    if not open_rule(stack, name):
        return False
    stack.append(name)
    return len(stack) <= DEEPEST


def open_rule(stack: Stack, name: str) -> bool:
    """Close a paragraph, as a block or ``hr`` does."""
    if stack[-1] == "p":
        stack.pop()
        return True
    return "p" not in stack


def open_heading(stack: Stack, name: str) -> bool:
    """Open a heading, not directly in another."""
    if not open_rule(stack, name) or stack[-1] in HEADINGS:
        return False
    stack.append(name)
    return True


def open_once(stack: Stack, name: str) -> bool:
    """Open an element that must not be in another of its name."""
    if name in stack:
        return False
    stack.append(name)
    return True


def open_item(stack: Stack, name: str) -> bool:
    """Open a list item; the one before it needs no end tag."""
    rivals = _RIVALS[name]
    if stack[-1] == "p":
        stack.pop()
    if stack[-1] in rivals:
        stack.pop()
    else:
        for open_name in reversed(stack):
            if open_name in rivals:
                return False
            if open_name in _LIST_STOPS:
                break
    if "p" in stack:
        return False
    stack.append(name)
    return len(stack) <= DEEPEST


def open_annotation(stack: Stack, name: str) -> bool:
    """Open ``rt`` or ``rp`` directly in ``ruby``."""
    if stack[-1] in ("rt", "rp"):
        stack.pop()
    if stack[-1] != "ruby":
        return False
    stack.append(name)
    return True


def close_ruby(stack: Stack, name: str) -> bool:
    """Close ``ruby``, and an annotation whose end tag was left out."""
    if stack[-1] in ("rt", "rp"):
        stack.pop()
    return stack.pop() == name


def close_block(stack: Stack, name: str) -> bool:
    """Close a block, and the items and paragraphs in it whose end tags were left out."""
    while stack[-1] != name:
        if stack[-1] not in IMPLIED:
            return False
        stack.pop()
    stack.pop()
    return True


def never(stack: Stack, name: str) -> bool:
    """Take nothing."""
    return False


def open_table(stack: Stack, name: str) -> bool:
    """Open a table anywhere but directly in one."""
    return stack[-1] not in STRUCTURE and open_block(stack, name)


def open_cell(stack: Stack, name: str) -> bool:
    """Open a cell in a row."""
    if stack[-1] in _CELLS:
        stack.pop()
    if stack[-1] != "tr":
        return False
    stack.append(name)
    return len(stack) <= DEEPEST


def open_row(stack: Stack, name: str) -> bool:
    """Open a row in a table or in a group of rows."""
    if stack[-1] in _CELLS:
        stack.pop()
    if stack[-1] == "tr":
        stack.pop()
    _close_columns(stack)
    if stack[-1] == "table":
        stack.append("tbody")
    if stack[-1] not in _ROW_GROUPS:
        return False
    stack.append(name)
    return True


def open_row_group(stack: Stack, name: str) -> bool:
    """Open a group of rows in a table."""
    if stack[-1] == "tr":
        stack.pop()
    if stack[-1] in _ROW_GROUPS:
        stack.pop()
    return open_table_head(stack, name)


def open_table_head(stack: Stack, name: str) -> bool:
    """Open a caption or a group of columns in a table."""
    _close_columns(stack)
    if stack[-1] != "table":
        return False
    stack.append(name)
    return True


def insert_column(stack: Stack, name: str) -> bool:
    """Insert a column in a table or in a group of columns."""
    if stack[-1] == "table":
        stack.append("colgroup")
    return stack[-1] == "colgroup"


def _close_columns(stack: Stack) -> None:
    if stack[-1] == "colgroup":
        stack.pop()


def close_cell(stack: Stack, name: str) -> bool:
    """Close a cell or a caption, and the paragraph or item in it."""
    while stack[-1] in IMPLIED:
        stack.pop()
    return stack.pop() == name


def close_rows(stack: Stack, name: str) -> bool:
    """Close a table, a group of rows or a row, with what is in it and needs no end tag."""
    while stack[-1] in IMPLIED:
        stack.pop()
    if stack[-1] in _CELLS:
        stack.pop()
    if name != "tr" and stack[-1] == "tr":
        stack.pop()
    if name == "table" and (stack[-1] in _ROW_GROUPS or stack[-1] == "colgroup"):
        stack.pop()
    return stack.pop() == name


def close_columns(stack: Stack, name: str) -> bool:
    """Close a group of columns."""
    return stack.pop() == name


VOID: Final = with_tags("void")
INLINE: Final = (
    elements_in("phrasing") - VOID - SPECIAL - {"a", "math", "ruby", "selectedcontent", "svg"}
) | (FORMATTING - {"a", "nobr"} | {"legend", "noscript"})
"""Elements that close nothing and are closed by their own end tag alone."""
_BLOCKS: Final = BLOCKS | {"pre"}
RAW: Final = with_tags("raw")
"""Elements whose content is no markup."""

START: Final[dict[str, Take]] = {
    **dict.fromkeys(_BLOCKS, open_block),
    "p": open_block,
    **dict.fromkeys(_RIVALS, open_item),
    **dict.fromkeys(HEADINGS, open_heading),
    "a": open_once,
    "button": open_once,
    "hr": open_rule,
    "rt": open_annotation,
    "rp": open_annotation,
    **dict.fromkeys(RAW, never),
}
"""What start tags do that do more than open an element."""
END: Final[dict[str, Take]] = {
    **dict.fromkeys(_BLOCKS, close_block),
    **dict.fromkeys(_RIVALS, close_block),
    "ruby": close_ruby,
    **dict.fromkeys(RAW, never),
}
"""What end tags do that close more than the innermost element."""
TABLE_START: Final[dict[str, Take]] = {
    "table": open_table,
    "caption": open_table_head,
    "colgroup": open_table_head,
    "col": insert_column,
    **dict.fromkeys(_ROW_GROUPS, open_row_group),
    "tr": open_row,
    "td": open_cell,
    "th": open_cell,
}
"""What the start tags of tables do."""
TABLE_END: Final[dict[str, Take]] = {
    "table": close_rows,
    "caption": close_cell,
    "colgroup": close_columns,
    **dict.fromkeys(_ROW_GROUPS, close_rows),
    "tr": close_rows,
    "td": close_cell,
    "th": close_cell,
}
"""What the end tags of tables do."""
CLOSED_ALONE: Final = INLINE | {*HEADINGS, "p", "a", "button", "rt", "rp"}
"""Elements whose end tag must match the innermost open element."""
