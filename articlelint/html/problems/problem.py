"""What is wrong with a page's markup, in terms that a message can be made of."""

from __future__ import annotations

from enum import StrEnum

from articlelint.named_tuple import NamedTuple
from articlelint.text.span import Span  # noqa: TC001 - the linter wants annotations of dataclasses


class Cause(StrEnum):
    """What made the parser close an element that the author did not close."""

    END_OF_INPUT = "end-of-input"
    END_TAG = "end-tag"
    START_TAG = "start-tag"
    TEXT = "text"


class TagPlace(NamedTuple):
    """A tag: its name in lower case and its place, in the HTML and in the article.

    ``start == end`` for a tag that nobody wrote.
    """

    tag: str
    start: int
    end: int
    span: Span


class HtmlProblem(NamedTuple):
    """One defect of the markup; errors that merely follow from it are left out.

    *kind* is the name that rules use. *code* is html5lib's name for it, *name* that of the WHATWG
    standard, or "" if the standard has none (as in all of tree construction). *start* and *end* are
    offsets into the page's HTML, *span* is the place in the article. *tag* is the name of the tag
    in question, "" outside of tags. *detail* is what else the kind needs: the name of an attribute,
    a character, a reference. *element* is the start tag of the element in question, *other* the
    second tag involved; *cause* and *closed_at* tell what ended the element and where (an offset
    into the HTML). *open_elements* are the elements open at that point, outermost first.
    """

    kind: str
    code: str
    name: str
    start: int
    end: int
    span: Span
    tag: str = ""
    detail: str = ""
    element: TagPlace | None = None
    other: TagPlace | None = None
    cause: Cause | None = None
    closed_at: int | None = None
    open_elements: tuple[TagPlace, ...] = ()
