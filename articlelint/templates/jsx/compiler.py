"""What a generator's compiler of MDX takes besides, and what articles of a site can name."""

from __future__ import annotations

from articlelint.named_tuple import NamedTuple


class Compiler(NamedTuple):
    """How MDX is compiled: it takes *comments* of HTML, and *heading_ids* (``## A {#id}``).

    With *react* the page is put out by React, which takes no text for a style and no object for
    text. *variables* can be named in expressions beside those of an article's own modules, None
    where that is not known. What stands between dollars is JSX, too, unless it may be *math*.
    Where *only_mdx*, files of another extension are none.
    """

    comments: bool = False
    heading_ids: bool = False
    math: bool = True
    react: bool = False
    variables: frozenset[str] | None = frozenset()
    only_mdx: bool = False
