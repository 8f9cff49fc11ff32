"""Admonitions, details and tabs: a line that opens a box, and indented blocks that it holds.

The rules are ``markdown/extensions/admonition.py``, ``pymdownx/details.py`` and
``pymdownx/tabbed.py``, which are much alike.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.markdown.python_markdown.blocks.lists import outdented
from articlelint.markdown.python_markdown.element import Element
from articlelint.text.regex import regex

if TYPE_CHECKING:
    import re

    from articlelint.markdown.python_markdown.blocks.parser import BlockParser
    from articlelint.markdown.python_markdown.mapped import Mapped

_ADMONITION: Final = regex(
    r"(?:^|\n)!!! ?(?P<classes>[\w\-]+(?: +[\w\-]+)*+)(?: +\"(?P<title>.*?)\")? *(?:\n|$)"
)
_DETAILS: Final = regex(
    r"(?:^|\n)\?{3}(?P<open>\+)? ?"
    r"(?:(?P<classes>[\w\-]+(?: +[\w\-]+)*?)?(?: +\"(?P<title>.*?)\")"
    r"|(?P<type>[\w\-]+(?: +[\w\-]+)*?)) *(?:\n|$)"
)
_TAB: Final = regex(r"(?:^|\n)={3}(?P<marks>\+|\+!|!\+|!)? +\"(?P<title>.*?)\" *(?:\n|$)")
_HEADING: Final = regex(
    r"(?P<level>#{1,6})(?P<header>(?:\\.|[^\\#\n]|\n(?!\Z)|#++(?!\n?\Z))*+)#*+$"
)
_LISTS: Final = ("ul", "ol", "dl")
TABS: Final = "tabbed-set"
ALTERNATE_TABS: Final = "tabbed-set tabbed-alternate"


def admonition(parser: BlockParser, parent: Element, blocks: list[Mapped]) -> bool:
    """Take ``!!! note``, or what is indented below one."""
    block = blocks[-1]
    found = _ADMONITION.search(block.text) if "!!!" in block.text else None
    if found is None:
        sibling = parent.last
        if sibling is None or sibling.tag != "div" or "admonition" not in _class(sibling):
            return False
        return _continued(parser, blocks, *_innermost(parser, sibling, sibling.last, block))
    content = _opened(parser, parent, blocks, found)
    classes = " ".join(found["classes"].lower().split(" "))
    classes = " ".join(classes.split())
    box = parent.add("div", block.at(_marker(found)), block.end(len(block.text)))
    box.attributes["class"] = f"admonition {classes}"
    title = found["title"]
    if title is None:
        title = classes.split(" ", 1)[0].capitalize()
        heading = box.add("p", block.at(found.start("classes")), block.end(found.end("classes")))
        heading.data = title
    elif title:
        heading = box.add("p", block.at(found.start("title")), block.end(found.end("title")))
        heading.text = block.slice(*found.span("title"))
    if title:
        heading.attributes["class"] = "admonition-title"
    parser.chunk(box, content)
    return True


def details(parser: BlockParser, parent: Element, blocks: list[Mapped]) -> bool:
    """Take ``??? note``, or what is indented below one."""
    block = blocks[-1]
    found = _DETAILS.search(block.text) if "???" in block.text else None
    if found is None:
        sibling = parent.last
        if sibling is None or sibling.tag != "details":
            return False
        return _continued(parser, blocks, *_innermost(parser, sibling, sibling.last, block))
    content = _opened(parser, parent, blocks, found)
    box = parent.add("details", block.at(_marker(found)), block.end(len(block.text)))
    if found["open"]:
        box.attributes["open"] = "open"
    name = "type" if found["type"] else "classes"
    classes = " ".join((found[name] or "").lower().split())
    if classes:
        box.attributes["class"] = classes
    if found["type"]:
        summary = box.add("summary", block.at(found.start("type")), block.end(found.end("type")))
        summary.data = classes.split(" ")[0].capitalize()
    else:
        span = found.span("title")
        summary = box.add("summary", block.at(span[0]), block.end(span[1]))
        put_title(summary, block.slice(*span))
    parser.chunk(box, content)
    return True


def put_title(holder: Element, title: Mapped, *, becomes_heading: bool = False) -> None:
    """Put a title into what holds it; it may be a heading, which the holder may become."""
    heading = _HEADING.match(title.text)
    if heading is None:
        holder.text = title
        return
    tag = f"h{len(heading['level'])}"
    if becomes_heading:
        holder.tag = tag
    inner = holder if becomes_heading else holder.add(tag, holder.start, holder.end)
    inner.text = title.slice(*heading.span("header")).stripped()


def tab(parser: BlockParser, parent: Element, blocks: list[Mapped]) -> bool:
    """Take ``=== "Title"``, or what is indented below one."""
    block = blocks[-1]
    kind = ALTERNATE_TABS if parser.features.tabs == "alternate" else TABS
    found = _TAB.search(block.text) if "===" in block.text else None
    sibling = parent.last
    if found is None:
        if sibling is None or sibling.tag != "div" or _class(sibling) != kind:
            return False
        holder, indent = _innermost(parser, sibling, _last_of_tabs(sibling, kind), block)
        if holder is sibling:
            holder = newest_page(sibling)
        return _continued(parser, blocks, holder, indent)
    content = _opened(parser, parent, blocks, found)
    sibling = parent.last
    span = found.span("title")
    group = sibling
    if (
        group is None
        or group.tag != "div"
        or _class(group) != kind
        or "!" in (found["marks"] or "")
    ):
        group = new_tabs(parser, parent, kind, block.at(_marker(found)))
    group.end = block.end(len(block.text))
    page = new_tab(group, block.slice(*span), selected="+" in (found["marks"] or ""))
    parser.chunk(page, content)
    return True


def new_tabs(parser: BlockParser, parent: Element, kind: str, start: int) -> Element:
    """Add a group of tabs."""
    parser.tab_groups += 1
    group = parent.add("div", start, start, [parser.tab_groups, 0])
    group.attributes["class"] = kind
    if kind == ALTERNATE_TABS:
        for name in ("tabbed-labels", "tabbed-content"):
            group.add("div", start, start).attributes["class"] = name
    return group


def new_tab(group: Element, title: Mapped, *, selected: bool) -> Element:
    """Add a tab to its group; return what holds its blocks."""
    numbers = group.data
    numbers[1] += 1
    start, end = title.starts[0], title.end(len(title.text))
    name = f"__tabbed_{numbers[0]}"
    button = Element("input", start, start)
    button.attributes |= {"id": f"{name}_{numbers[1]}", "name": name, "type": "radio"}
    if selected or numbers[1] == 1:
        for other in group.children:
            other.attributes.pop("checked", None)
        button.attributes["checked"] = "checked"
    label = Element("label", start, end)
    label.attributes["for"] = f"{name}_{numbers[1]}"
    label.text = title
    page = Element("div", end, end)
    if _class(group) == ALTERNATE_TABS:
        group.children.insert(numbers[1] - 1, button)
        labels, pages = group.children[-2:]
        labels.children.append(label)
        page.attributes["class"] = "tabbed-block"
        pages.children.append(page)
    else:
        page.attributes["class"] = "tabbed-content"
        group.children += [button, label, page]
    return page


def newest_page(group: Element) -> Element:
    """Return what holds the blocks of the last tab."""
    last = group.children[-1]
    return last.children[-1] if _class(group) == ALTERNATE_TABS else last


def _last_of_tabs(group: Element, kind: str) -> Element | None:
    last = group.last
    return last.last if last is not None and kind == ALTERNATE_TABS else last


def _class(element: Element) -> str:
    return element.attributes.get("class") or ""


def _marker(found: re.Match[str]) -> int:
    return found.start() + (found[0].startswith("\n"))


def _opened(
    parser: BlockParser, parent: Element, blocks: list[Mapped], found: re.Match[str]
) -> Mapped:
    """Read what is before the opening line; return what it holds, and put back what it does not."""
    block = blocks.pop()
    if found.start():
        parser.read(parent, [block.slice(0, found.start())])
    content, rest = outdented(block.after(found.end()), parser.tab)
    if rest is not None and rest.text:
        blocks.append(rest)
    return content


def _innermost(
    parser: BlockParser, box: Element, last: Element | None, block: Mapped
) -> tuple[Element | None, int]:
    """Return what in *box* an indented block belongs to, and by how much it is indented.

    That is an item of a list where it is indented enough.
    """
    text = block.text
    holder: Element | None = box
    indent = 0
    while last is not None and text.startswith(parser.indent * 2, indent):
        if last.tag == "div" and _class(last) in {"tabbed-block", "tabbed-content"}:
            inner = last.last
            if inner is None or inner.tag not in _LISTS:
                break
            last = inner
        elif last.tag not in _LISTS:
            break
        holder = last.last
        if holder is None:
            break
        last = holder.last
        indent += parser.tab
    if holder is None or not text.startswith(parser.indent, indent):
        return None, 0
    return holder, indent + parser.tab


def _continued(
    parser: BlockParser, blocks: list[Mapped], holder: Element | None, indent: int
) -> bool:
    """Read an indented block into what it belongs to."""
    if holder is None:
        return False
    content, rest = outdented(blocks.pop(), indent)
    if holder.tag in {"li", "dd"} and holder.text is not None and holder.text.text:
        text, holder.text = holder.text, None
        holder.add("p", text.starts[0], text.end(len(text.text))).text = text  # behind the rest
    parser.chunk(holder, content)
    if rest is not None and rest.text:
        blocks.append(rest)
    return True
