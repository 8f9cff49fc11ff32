"""The private parts of html5lib 1.1 that the judge is built on; its stubs leave them out."""

from __future__ import annotations

from typing import Any, Final

from html5lib import constants, html5parser
from html5lib._utils import MethodDispatcher
from html5lib.treebuilders import base

from articlelint.html.standard import parsing

TreeBuilder: Any = base.TreeBuilder
HTMLParser: Any = html5parser.HTMLParser
implied: Any = html5parser.impliedTagToken
"""Makes the token of a tag that nobody wrote; an end tag unless told otherwise."""

PHASES: Final[dict[str, Any]] = dict(vars(html5parser)["getPhases"](debug=False))
"""The insertion modes by html5lib's names for them."""

InHeadBase: Any = PHASES["inHead"]
AfterHeadBase: Any = PHASES["afterHead"]
InBodyBase: Any = PHASES["inBody"]
InTableBase: Any = PHASES["inTable"]
InTableTextBase: Any = PHASES["inTableText"]
InCaptionBase: Any = PHASES["inCaption"]
InColumnGroupBase: Any = PHASES["inColumnGroup"]
InTableBodyBase: Any = PHASES["inTableBody"]
InRowBase: Any = PHASES["inRow"]
InForeignContentBase: Any = PHASES["inForeignContent"]

Handlers: Any = MethodDispatcher
Token = dict[str, Any]

HTML: Final[str] = constants.namespaces["html"]
SVG: Final[str] = constants.namespaces["svg"]
MATHML: Final[str] = constants.namespaces["mathml"]

_FOREIGN: Final = {(MATHML, name) for name in parsing.MATHML_SPECIAL} | {
    (SVG, name) for name in parsing.SVG_SPECIAL
}
SPECIAL: Final = _FOREIGN | {(HTML, name) for name in parsing.SPECIAL}
SCOPE: Final = _FOREIGN | {(HTML, name) for name in parsing.SCOPE}


def handlers(phase: str, which: str, *changes: tuple[Any, Any]) -> Any:
    """Return a copy of a phase's ``startTagHandler`` or ``endTagHandler`` with *changes*.

    A change is the name of a tag, or a tuple of them, and the method that takes its place.
    """
    base_handlers = vars(PHASES[phase])[which]
    table = Handlers(changes)
    for name, handler in base_handlers.items():
        table.setdefault(name, handler)
    table.default = base_handlers.default
    return table


def start_in_head(phase: Any, token: Token) -> Token | None:
    """Take a start tag as in the head; like all handlers, return it to be looked at again."""
    again: Token | None = phase.parser.phases["inHead"].processStartTag(token)
    return again


def end_in_head(phase: Any, token: Token) -> Token | None:
    """Take an end tag as in the head."""
    again: Token | None = phase.parser.phases["inHead"].processEndTag(token)
    return again
