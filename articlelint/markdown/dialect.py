"""What a dialect of Markdown is: how one parser reads a text, and what it makes of HTML."""

from __future__ import annotations

from abc import ABC, abstractmethod
from copy import copy
from typing import TYPE_CHECKING, ClassVar

from articlelint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from typing import Self

    from articlelint.markdown.events import Event
    from articlelint.markdown.url_library import BareUrls


class DefinitionPlace(NamedTuple):
    """What a link reference definition says, and where it stands in the text."""

    destination: str
    title: str | None
    start: int
    end: int


class Tag(NamedTuple):
    """A tag that the author wrote: its element's name, and where it stands in the text."""

    name: str
    start: int
    end: int


class Slip(NamedTuple):
    """Something in the author's HTML that a parser which reads HTML does not take as he meant it.

    *kind* is ``unclosed``: the element *tag* ends where its surroundings do; ``stray``: the end tag
    *tag* is shown as text; ``shown``: the start tag is. *open* are the elements around it that the
    author opened, outermost first, some thirty at most; *start* and *end* are the text's or the
    block's with it.
    """

    kind: str
    tag: Tag
    open: tuple[Tag, ...]
    start: int
    end: int

    def moved(self, at: Callable[[int], int], end: Callable[[int], int]) -> Slip:
        """Return the same with other places: *at* for what begins, *end* for what ends."""
        tag, *around = [
            Tag(each.name, at(each.start), end(each.end)) for each in (self.tag, *self.open)
        ]
        return Slip(self.kind, tag, tuple(around), at(self.start), end(self.end))


class Dialect(ABC):
    """How one Markdown parser, with its options, reads a text.

    A value: two of one class with the same options are equal, and it travels between processes.
    All places are character offsets into the text that was given. The attributes are what rules
    and fixes ask of it; the defaults are CommonMark's.
    """

    name: ClassVar[str]

    has_optional_end_tags: ClassVar[bool] = True
    """Whether ``<li>`` and ``<p>`` in the author's HTML may go without their end tags."""
    first_attribute_counts: ClassVar[bool] = True
    """Whether the first of two equal attributes is kept, as in HTML; otherwise the last."""

    is_known: ClassVar[bool] = True
    """Whether this is how the parser reads a text. What is not known is read as CommonMark, and
    what depends on the difference is not claimed."""
    tags_are_components: ClassVar[bool] = False
    """Whether tags are those of a framework's templates: any may close itself, and be unknown."""
    has_unknown_constructs: bool = False
    """Whether the site adds constructs of which nothing is known (extensions, hooks): what seems to
    be text may be one."""
    unknown_constructs: tuple[str, ...] = ()
    """The names of what adds them, where these are known."""
    extensions_leave_html: ClassVar[bool] = False
    """Whether what a site adds leaves HTML as it is, as nearly all extensions of the parser do."""
    reads_emphasis_beside_cjk: bool = False
    """Whether a plugin reads ``**“a”**b`` where b is a Chinese, Japanese or Korean letter."""
    may_have_mathematics: bool = False
    """Whether a plugin may read what stands between lines of ``$$``."""
    has_unknown_definitions: bool = False
    """Whether labels may be defined where it is not seen: by a plugin, in a file put in."""
    may_have_wiki_links: bool = True
    """Whether a plugin may read ``[[page|text]]`` and ``![[file]]``."""
    headings_want_space: bool = True
    """Whether ``##Title`` is text."""
    has_footnotes: bool = False
    """Whether ``[^1]`` refers to a footnote."""
    how_to_have_footnotes: str = ""
    """What to do so that it does, where that is known."""
    where_fences_are_read: str = (
        "Put it below a blank line, indented as far as the text that it belongs to"
    )
    """What to do with a fence that stands where none is looked for."""
    nesting_indentation: int = 0
    """How far what belongs to an item is indented; 0 where that is as far as the item's text."""
    url_library: ClassVar[BareUrls | None] = None
    """The library that finds bare URLs, where the parser asks one of its own."""
    links_bare_urls: bool = True
    """Whether a bare URL may become a link, if the site's settings say so."""
    balances_addresses: ClassVar[bool] = True
    """Whether a parenthesis in the address of a link has to be closed before the link is."""
    more_html_blocks: ClassVar[frozenset[str]] = frozenset()
    """Elements that begin a block of HTML with their lines, besides those of CommonMark."""
    leaves_out: ClassVar[frozenset[str]] = frozenset()
    """Characters that the parser takes out of any text before all else."""
    has_directives: ClassVar[bool] = False
    """Whether ``:::`` begins a directive, which ``may_make_ids`` knows."""
    has_citations: ClassVar[bool] = False
    """Whether ``@name`` refers to something."""
    reference_roles: ClassVar[frozenset[str]] = frozenset()
    """Roles whose text between backticks names a page or a target of the site."""
    tabs_have_ids: bool = False
    """Whether a tab has an id that its label and the heading above it make."""
    rewrites_html: ClassVar[bool] = False
    """Whether the parser reads HTML too and writes it anew: an end tag without its element becomes
    text, and ``<a/>`` an element of its own."""
    blank_lines_end_html: ClassVar[bool] = True
    """Whether a blank line ends a block of HTML, in which nothing else is read as Markdown."""
    ignores_markdown_attribute: bool = False
    """Whether ``markdown`` in a start tag does nothing for want of an extension."""
    markdown_in_html: str = "Leave a blank line before and after it, or write it in HTML"
    """What to do so that Markdown in a block of HTML is read."""

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and vars(self) == vars(other)

    def __hash__(self) -> int:
        return hash(type(self))

    def __repr__(self) -> str:
        options = ", ".join(f"{name}={value!r}" for name, value in vars(self).items())
        return f"{type(self).__name__}({options})"

    def opened(self) -> Self:
        """Return the same for a site that adds constructs of which nothing is known."""
        other = copy(self)
        other.has_unknown_constructs = other.has_unknown_definitions = True
        return other

    def without_wiki_links(self) -> Self:
        """Return the same for a site whose plugins are known, and read no wiki links."""
        other = copy(self)
        other.may_have_wiki_links = False
        return other

    def prepared(self, text: str) -> str:
        """Return *text* as ``events`` reads it, at equal length: what is no Markdown is masked."""
        return text

    @abstractmethod
    def events(self, text: str) -> list[Event]:
        """Return what the parser finds in *text*, in reading order; see ``Event``."""

    @abstractmethod
    def definitions(self, text: str) -> Mapping[str, DefinitionPlace]:
        """Return the link reference definitions that count, by label as written."""

    def may_make_ids(self, text: str) -> bool:
        """Tell whether constructs of its own in *text* may put out ids that are not written."""
        return False

    def hidden_headings(self, text: str) -> Iterator[str]:
        """Yield the text of headings in *text* that the tree does not have."""
        yield from ()

    def reads_html_image(self, text: str, start: int) -> bool:
        """Tell whether an image of HTML that stands at *start* in *text* is read as Markdown's."""
        return False

    def slips(self, text: str) -> Sequence[Slip]:
        """Return what of the HTML in *text* becomes something else than the author meant."""
        return ()
