"""What kramdown's blocks are read into, before spans are read and events are made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from articlelint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from articlelint.markdown.kramdown.source import Source


class Options(NamedTuple):
    """What ``kramdown:`` in a configuration says, as far as it changes what is read.

    *quirk* is GFM's ``paragraph_end``: lists, headings, quotations and fences end a paragraph.
    *native* is ``html_to_native``. *words_behind_fences* is not kramdown's: a plugin reads fences
    before it does, with whatever stands behind them.
    """

    gfm: bool = True
    hard_wrap: bool = False
    parse_block_html: bool = False
    parse_span_html: bool = True
    quirk: bool = True
    typographic: bool = True
    native: bool = False
    words_behind_fences: bool = False


class AttributeList:
    """What ``{: .class #id key="value" reference}`` says."""

    __slots__ = ("references", "values")

    def __init__(self) -> None:
        self.values: dict[str, str] = {}
        self.references: list[str] = []


class Block:
    """One block: its *kind*, where it stands in its *source*, what is in it.

    *begin* and *finish* are where its inline content stands, of one that has it. *data* is what
    the kind needs besides. *tight* is a paragraph that is none in the page, *place* what *start*
    and *end* are in the whole text.
    """

    __slots__ = (
        "attributes", "begin", "children", "data", "end", "finish", "kind", "place",
        "source", "start", "tight",
    )  # fmt: skip

    def __init__(
        self,
        kind: str,
        source: Source,
        start: int,
        end: int,
        begin: int = 0,
        finish: int = 0,
        data: Any = None,
    ) -> None:
        self.kind = kind
        self.source = source
        self.start = start
        self.end = end
        self.begin = begin
        self.finish = finish
        self.data = data
        self.children: list[Block] = []
        self.attributes: AttributeList | None = None
        self.tight = False
        self.place: tuple[int, int] | None = None
