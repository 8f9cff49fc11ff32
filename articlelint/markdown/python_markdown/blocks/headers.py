"""The line that opens a ``///`` block, with its options: ``pymdownx/blocks/block.py``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from articlelint.markdown.python_markdown.blocks.selectors import Attributes, selected
from articlelint.markdown.python_markdown.tags import BLOCK_TAGS, RAW_TAGS, SPAN_TAGS
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Mapping

    from articlelint.markdown.python_markdown.element import Element
    from articlelint.markdown.python_markdown.features import BlockKind
    from articlelint.markdown.python_markdown.mapped import Mapped

_IDENTIFIER: Final = regex(
    r"(?:-?[^\x00-\x2f\x30-\x40\x5B-\x5E\x60\x7B-\x9f]++|--)"
    r"[^\x00-\x2c\x2e\x2f\x3A-\x40\x5B-\x5E\x60\x7B-\x9f]*+",
    re.IGNORECASE,
)
_BOOLEANS: Final = frozenset({"open", "new", "select"})
_CONTENT: Final[Mapping[str, str]] = {
    "block": "blocks",
    "inline": "text",
    "raw": "raw",
    "html": "html",
}
_MODES: Final = frozenset({"auto", *_CONTENT})
_RAW: Final = (RAW_TAGS - {"hr"}) | {"code"}
_OPTIONS: Final[Mapping[str, frozenset[str]]] = {
    "details": frozenset({"open"}),
    "html": frozenset({"markdown"}),
    "tab": frozenset({"new", "select"}),
}
_WITH_TYPE: Final = frozenset({"admonition", "details"})
"""The blocks, by name, whose type is an option; of others it is their name."""
_WANTS_ARGUMENT: Final[Mapping[str, bool]] = {"html": True, "tab": True, "define": False}
_FIGURE_NUMBER: Final = regex(r"(\^)?([1-9][0-9]*(?:\.[1-9][0-9]*)*)(?= |$)")


class Header:
    """The line that opens a block, and its options: *argument* stands behind the ``|``."""

    __slots__ = ("argument", "attributes", "kind", "options", "place", "tag", "title")

    def __init__(self, kind: BlockKind, title: Mapped | None, place: int) -> None:
        self.kind = kind
        self.title = title
        self.argument = None if title is None else title.text
        self.place = place
        self.options: dict[str, Any] = {}
        self.tag = ""
        self.attributes: Attributes = {}

    def take(self, options: Mapping[str, Any]) -> bool:
        """Tell whether argument and options are such that there is a block."""
        wants = _WANTS_ARGUMENT.get(self.kind.kind)
        if wants is not None and bool(self.argument) != wants:
            return False
        for name, value in options.items():
            if name == "attrs":
                if not _are_attributes(value):
                    return False
            elif not self._takes(name, value):
                return False
            self.options[name] = value
        return self._names_element()

    def _takes(self, name: str, value: object) -> bool:
        kind = self.kind
        if name == "type":
            return kind.name in _WITH_TYPE and _is_identifier(value)
        if name not in _OPTIONS.get(kind.kind, ()):
            return False
        if name in _BOOLEANS:
            return isinstance(value, bool)
        return isinstance(value, str) and value.lower() in _MODES

    def _names_element(self) -> bool:
        argument = self.argument or ""
        if self.kind.kind == "html":
            found = selected(argument, with_tag=True)
        elif self.kind.kind == "caption":
            found = selected(self._figure(argument), with_tag=False)
        else:
            return True
        if found is None:
            return False
        self.tag, self.attributes = found
        return True

    def _figure(self, argument: str) -> str:
        """Read on which side of a figure its caption stands, and its number."""
        if argument[:1] in {"<", ">"}:
            self.options["prepend"] = argument[0] == "<"
            argument = argument[1:].lstrip()
        number = _FIGURE_NUMBER.match(argument)
        if number is None:
            return argument
        self.options["level" if number[1] else "number"] = number[2]
        return argument[number.end() :].lstrip()

    @property
    def content(self) -> str:
        """Return what the content is: ``blocks``, ``text``, or as it stands ``raw`` or ``html``."""
        if self.kind.kind != "html":
            return "blocks"
        mode = str(self.options.get("markdown", "auto")).lower()
        if mode == "auto":
            mode = dict(self.kind.modes).get(self.tag, mode)
        if mode in _CONTENT:
            return _CONTENT[mode]
        if self.tag in {"script", "style"}:
            return "html"
        if self.tag in _RAW:
            return "raw"
        is_block = self.tag in BLOCK_TAGS and self.tag not in SPAN_TAGS and self.tag != "hr"
        return "blocks" if is_block else "text"


def _is_identifier(value: object) -> bool:
    return isinstance(value, str) and _IDENTIFIER.fullmatch(value) is not None


def _are_attributes(value: object) -> bool:
    if not isinstance(value, dict):
        return False
    for name, each in value.items():
        if not _is_identifier(name) or not isinstance(each, str):
            return False
        if name.lower() == "class" and not all(map(_is_identifier, each.split())):
            return False
        if name.lower() == "id" and not _is_identifier(each):
            return False
    return True


class Open:
    """A block that is being read; *target* is what in its *element* holds what is read."""

    __slots__ = ("element", "header", "is_hungry", "length", "parent", "target")

    def __init__(self, header: Header, length: int, parent: Element) -> None:
        self.header = header
        self.length = length
        self.parent = parent
        self.is_hungry = False
        self.element = self.target = parent
