"""``::: module.Class`` and the options below it, for which mkdocstrings puts documentation.

The rules are those of its ``AutoDocProcessor`` (mkdocstrings/_internal/extension.py).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.markdown.python_markdown.blocks.lists import outdented
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from articlelint.markdown.python_markdown.blocks.parser import BlockParser
    from articlelint.markdown.python_markdown.element import Element
    from articlelint.markdown.python_markdown.mapped import Mapped

_LINE: Final = regex(r"^(?:#{1,6} *+|):::.+$", 8)  # MULTILINE
_OPTIONS: Final = ("    handler:", "    options:")


def autodoc(parser: BlockParser, parent: Element, blocks: list[Mapped]) -> bool:
    """Take the line, and the options that are indented below it: nothing of them is shown."""
    block = blocks[-1]
    found = _LINE.search(block.text)
    if found is None:
        return False
    blocks.pop()
    if found.start():
        parser.read(parent, [block.slice(0, found.start())])
    options, rest = outdented(block.after(found.end()), parser.tab)
    if not options.text and blocks and blocks[-1].text.startswith(_OPTIONS):
        blocks.pop()
    place = parent.add("div", block.at(found.start()), block.end(found.end()))
    place.attributes["class"] = "mkdocstrings"
    if rest is not None and rest.text:
        blocks.append(rest)
    return True
