"""What the judge hands to the explanation: errors with their places and the open elements."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True, eq=False)
class AttributePlace:
    """Where an attribute stands in a tag; its name is in lower case.

    *quote* is ``"``, ``'``, "" for an unquoted value, None without a value.
    """

    name: str
    start: int
    end: int
    value_start: int
    value_end: int
    quote: str | None


@dataclass(slots=True, eq=False)
class Tag:
    """A tag as it stands in the text, complete or cut off by the end of input."""

    name: str
    start: int
    end: int
    closing: bool
    attributes: list[AttributePlace] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Opening:
    """One start tag and what became of its element.

    ``start == end`` where the parser implied the tag. *parent* is the element it was put in.
    *closer* is the token that closed it otherwise than by its own end tag, *surroundings* the
    innermost element still open after that. *end_tag* is its own end tag, also where that
    came too late.
    """

    name: str
    start: int
    end: int
    parent: Opening | None
    closer: Token | None = None
    surroundings: Opening | None = None
    end_tag: tuple[int, int] | None = None


@dataclass(slots=True, eq=False)
class Token:
    """The tag, text or end of input at which the parser changed its stack.

    *kind* is "start", "end", "text", "comment", "doctype" or "eof". *before* and *after* are
    the start tags of the open elements, outermost first.
    """

    kind: str
    name: str
    start: int
    end: int
    before: tuple[Opening, ...] = ()
    after: tuple[Opening, ...] = ()


@dataclass(slots=True, eq=False)
class MarkupError:
    """One parse error.

    *code* is html5lib's name for an error of tree construction, the standard's for one of
    the tokenizer, which is in *name* too. *at* is the offset where the standard reports it,
    ``[start, end)`` the tag, attribute, reference or character concerned.

    An error of the tokenizer inside of a tag has *tag* and perhaps *attribute*. An error of
    tree construction has the *token* at which it arose; *orphan* is the start tag that a
    stray end tag very likely belongs to, *previous* the last one of its name with an end tag.
    """

    code: str
    name: str
    at: int
    start: int
    end: int
    detail: str = ""
    tag: Tag | None = None
    attribute: AttributePlace | None = None
    token: Token | None = None
    orphan: Opening | None = None
    previous: Opening | None = None
