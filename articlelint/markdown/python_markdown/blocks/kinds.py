"""What each kind of ``///`` block makes: the elements, and which of them holds what is in it.

The rules are the modules of ``pymdownx/blocks/``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.markdown.python_markdown.blocks.containers import (
    ALTERNATE_TABS,
    TABS,
    new_tab,
    new_tabs,
    newest_page,
    put_title,
)
from articlelint.markdown.python_markdown.element import Custom, Element, Figure
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from articlelint.markdown.python_markdown.blocks.headers import Header
    from articlelint.markdown.python_markdown.blocks.parser import BlockParser

_WORDS: Final = regex(r"[_-]+")
_DEEPEST: Final = 60


def create(parser: BlockParser, parent: Element, header: Header) -> tuple[Element, Element]:
    """Return the element of a block, put into *parent*, and what its content belongs in."""
    kind, place = header.kind.kind, header.place
    if kind == "tab":
        return _tab(parser, parent, header)
    if kind == "caption":
        return _caption(parent, header)
    if kind == "html":
        element = parent.add(header.tag, place, place, Custom(header.content))
        element.attributes |= header.attributes
    elif kind == "define":
        element = parent.add("dl", place, place)
    else:
        element = _box(parent, header)
    _add_attributes(element, header)
    return element, element


def _add_attributes(element: Element, header: Header) -> None:
    for name, value in header.options.get("attrs", {}).items():
        key = name.lower() if name.lower() in {"class", "id"} else name
        before = element.attributes.get(key) if key == "class" else None
        element.attributes[key] = f"{before} {value}" if before else value


def _box(parent: Element, header: Header) -> Element:
    """Add an admonition or details, with a title or without one."""
    kind, options, place = header.kind, header.options, header.place
    own = options.get("type") or kind.class_name
    title = kind.title or _titled(own)
    if kind.kind == "details":
        box = parent.add("details", place, place)
        if options.get("open"):
            box.attributes["open"] = "open"
        if own:
            box.attributes["class"] = own
        heading = "summary"
    else:
        box = parent.add("div", place, place)
        box.attributes["class"] = f"admonition {own}".rstrip() if own != kind.kind else own
        heading = "p"
    if header.title is None and own:
        inner = box.add(heading, place, place)
        inner.data = title
    elif header.argument and header.title is not None:
        start = header.title.starts[0]
        inner = box.add(heading, start, header.title.end(len(header.argument)))
        put_title(inner, header.title, becomes_heading=kind.kind == "admonition")
    else:
        return box
    if kind.kind == "admonition":
        inner.attributes["class"] = "admonition-title"
    return box


def _titled(name: str) -> str:
    return _WORDS.sub(" ", name).title()


def _tab(parser: BlockParser, parent: Element, header: Header) -> tuple[Element, Element]:
    kind = ALTERNATE_TABS if parser.features.block_tabs == "alternate" else TABS
    group = parent.last
    if (
        group is None
        or group.tag != "div"
        or (group.attributes.get("class") or "") != kind
        or header.options.get("new")
    ):
        group = new_tabs(parser, parent, kind, header.place)
    if header.title is not None:
        new_tab(group, header.title, selected=bool(header.options.get("select")))
    _add_attributes(group, header)
    return group, newest_page(group)


def _figures(element: Element) -> int:
    """Tell how many figures begin with *element*, one in the other."""
    found = 0
    while element.tag == "figure" and element.children and found < _DEEPEST:
        element = element.children[0]
        found += 1
    return found


def _caption(parent: Element, header: Header) -> tuple[Element, Element]:
    """Put what is before the block into a figure, unless it is one, and a caption beside it."""
    kind, place = header.kind, header.place
    before = parent.last
    figure = before
    is_new = (
        figure is None
        or figure.tag != "figure"
        or any(each.tag == "figcaption" for each in figure.children)
    )
    if figure is None or (is_new and _figures(figure) < _DEEPEST):
        figure = Element("figure", place, place)
        if before is not None:
            parent.children.pop()
            figure.children.append(before)
            figure.tail, before.tail = before.tail, None
        parent.children.append(figure)
    classes = (figure.attributes.get("class") or "").split()
    classes += [each for each in kind.class_name.split() if each not in classes]
    attributes = dict(header.attributes)
    given = header.options.get("attrs", {})
    own = {*(attributes.pop("class", None) or "").split(), *str(given.get("class", "")).split()}
    classes += sorted(own)
    figure.attributes |= attributes
    _add_attributes(figure, header)
    if classes:
        figure.attributes["class"] = " ".join(classes)
    caption = Element("figcaption", place, place)
    prepend = header.options.get("prepend", kind.prepend)
    figure.children.insert(0 if prepend else len(figure.children), caption)
    if kind.title:
        figure.data = Figure(kind, header.options.get("level"), header.options.get("number"))
    return figure, caption
