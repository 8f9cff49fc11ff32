"""The tree of a page: elements, attributes and text, each at its place in the article.

turbohtml parses in C; the objects here are thin and made only for what a rule asks for.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, Final

from articlelint.html.standard.elements import with_tags
from articlelint.html.standard.parsing import FORMATTING
from articlelint.html.tree.nodes import Element, Text
from articlelint.html.tree.turbohtml import parser
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from articlelint.html.problems.problem import HtmlProblem
    from articlelint.markdown.dialect import Slip
    from articlelint.rendering import Rendering, SourceMap
    from articlelint.text.span import Span

_SURROGATE: Final = regex("[\ud800-\udfff]")
_SIMPLE_NAME: Final = regex(r"[a-z][a-z0-9-]*\Z")
_START_TAG: Final = regex(r"<([a-z][^\t\n\f\r />]*)")
_AFTER_TEXT: Final = regex(r"<(?=[A-Za-z/!?])")
_COMMENT: Final = regex(r"<!--.*?-->|<[!?][^>]*>", re.DOTALL)
_LEAVES: Final = frozenset({"Text", "Comment", "CData", "ProcessingInstruction"})

_FORMATTING_TAG: Final = regex(rf"<(/?)(?:{'|'.join(sorted(FORMATTING))})(?=[\s/>])", re.IGNORECASE)
_REOPENED_AT_MOST: Final = 2000
_SMALL: Final = 50_000


class HtmlDocument:
    """A page's HTML as a tree, with what is wrong with it.

    *document* tells a whole HTML document from a fragment, which is parsed as the content of
    a ``div``: no ``html``, ``head`` or ``body`` is added then. *slips* are what the Markdown
    parser had to say about HTML that it read and wrote anew.
    """

    def __init__(self, rendering: Rendering, *, document: bool, slips: Sequence[Slip] = ()) -> None:
        self._slips = slips
        self.html: str = rendering.html
        self.source_map: SourceMap = rendering.source_map
        self.document = document
        self._elements: dict[Any, Element] = {}
        self._ends: dict[Any, int] = {}
        self._by_tags: dict[tuple[str, ...], Sequence[Element]] = {}
        self._by_attribute: dict[str, Sequence[Element]] = {}

    def elements(self, *tags: str) -> Sequence[Element]:
        """Return the elements with one of *tags* in document order; all of them without tags.

        Tags are in lower case. Elements of SVG and MathML are among them, as are those that
        the parser implied.
        """
        found = self._by_tags.get(tags)
        if found is None:
            written = self.tag_names
            possible = [tag for tag in tags if tag in written or tag in _IMPLIED]
            if tags and not possible:
                found = ()
            else:
                wrap = self.wrap
                nodes = self._tree.iter_elements(tuple(possible) or None)
                found = tuple([wrap(node) for node in nodes])
            self._by_tags[tags] = found
        return found

    @cached_property
    def tag_names(self) -> frozenset[str]:
        """Return the names of all start tags, in lower case; found without making the tree."""
        return frozenset(_START_TAG.findall(self._lower))

    def with_attribute(self, name: str) -> Sequence[Element]:
        """Return the elements that have the attribute *name* (in lower case), in document order."""
        found = self._by_attribute.get(name)
        if found is None:
            if name not in self._lower or _attribute(name).search(self._lower) is None:
                found = ()
            elif _SIMPLE_NAME.match(name):
                found = tuple([self.wrap(node) for node in self._tree.select(f"[{name}]")])
            else:
                found = tuple([each for each in self.elements() if name in each.attributes])
            self._by_attribute[name] = found
        return found

    @cached_property
    def problems(self) -> tuple[HtmlProblem, ...]:
        """Return what is wrong with the markup, in reading order.

        Most pages pass a quick look; only the others are parsed once more, by html5lib.
        """
        from articlelint.html.screen.screen import is_certainly_clean

        if self._slips:
            return self._problems_with_slips()
        if not self.document and is_certainly_clean(self.html):
            return ()
        return self._judged()

    def _problems_with_slips(self) -> tuple[HtmlProblem, ...]:
        from articlelint.html.problems import slips

        found = slips.explain_slips(self.html, self._slips, self.source_map)
        found += slips.without_follow_ups(self._judged(), self._slips)
        return tuple(sorted(found, key=_place))

    def _judged(self) -> tuple[HtmlProblem, ...]:
        from articlelint.html.judge.verdict import judge
        from articlelint.html.problems.explain import explain  # html5lib takes 35 ms

        errors = judge(self.html, document=self.document)
        return explain(self.html, errors, self.source_map) if errors else ()

    @cached_property
    def _problems_by_kind(self) -> dict[str, tuple[HtmlProblem, ...]]:
        found: dict[str, list[HtmlProblem]] = {}
        for problem in self.problems:
            found.setdefault(problem.kind, []).append(problem)
        return {kind: tuple(problems) for kind, problems in found.items()}

    def problems_of(self, kind: str) -> tuple[HtmlProblem, ...]:
        """Return the problems of one kind, in reading order."""
        return self._problems_by_kind.get(kind, ())

    def span(self, start: int, end: int) -> Span:
        """Return the article's span of ``html[start:end]``."""
        return self.source_map.span(start, end)

    def offset(self, folded: int) -> int:
        r"""Return the offset in ``html`` of turbohtml's, which counts each ``\r\n`` once."""
        pairs = self._crlf
        return folded + bisect_left(pairs, folded) if pairs else folded

    def wrap(self, node: Any) -> Element:
        """Return the element that stands for turbohtml's *node*, always the same one."""
        element = self._elements.get(node)
        if element is None:
            element = self._elements[node] = Element(self, node)
        return element

    def parent_of(self, node: Any) -> Element | None:
        """Return the element that holds *node*, past a template's own fragment."""
        parent = node.parent
        while parent is not None and not hasattr(parent, "tag"):
            parent = parent.parent
        if parent is None or parent == self._tree:
            return None
        return self.wrap(parent)

    def children_of(self, node: Any) -> list[Element | Text]:
        """Return the elements and texts directly in *node*, or in a template's fragment."""
        found: list[Element | Text] = []
        for child in node.children:
            if hasattr(child, "tag"):
                found.append(self.wrap(child))
            elif type(child).__name__ == "Text":
                found.append(Text(self, child))
            elif type(child).__name__ == "DocumentFragment":
                found += self.children_of(child)
        return found

    def offsets_of(self, node: Any) -> tuple[int, int]:
        """Return where an element stands, from its start tag to the end of what it holds."""
        location = node.source_location
        if location is not None:
            start = self.offset(location.start_tag.start_offset)
        else:
            first = next((each for each in node.descendants if _is_placed(each)), None)
            if first is None:
                return 0, 0
            start = self.offset(first.source_location.start_tag.start_offset)
        return start, max(start, self._end_of(node))

    def _end_of(self, node: Any) -> int:
        """Return where *node* ends: at its end tag, else where the last thing in it ends."""
        ends = self._ends
        passed = []
        while (end := ends.get(node)) is None:
            if type(node).__name__ in _LEAVES:
                start = self.start_of_text(node)
                is_comment = type(node).__name__ == "Comment"
                end = self._end_of_comment(start) if is_comment else self.end_of_text(start)
                break
            location = getattr(node, "source_location", None)
            place = location and (location.end_tag or location.start_tag)
            own = self.offset(place.end_offset) if place else 0
            passed.append((node, own))
            children = () if location and location.end_tag else node.children
            if not children:
                end = own
                break
            node = children[-1]
        for around, own in reversed(passed):
            end = ends[around] = max(own, end)
        return end

    def end_of_text(self, start: int) -> int:
        """Return where the text that begins at *start* ends: before the next markup."""
        after = _AFTER_TEXT.search(self.html, start)
        return after.start() if after else len(self.html)

    def _end_of_comment(self, start: int) -> int:
        comment = _COMMENT.search(self.html, start)
        return start if comment is None else comment.end()

    def start_of_text(self, node: Any) -> int:
        """Return where the text of *node* begins: after the tag or comment before it."""
        comments = 0
        before = node.previous_sibling
        while before is not None and type(before).__name__ in _LEAVES:
            comments += type(before).__name__ == "Comment"
            before = before.previous_sibling
        if before is not None:
            start = self.offsets_of(before)[1]
        else:
            parent = self.parent_of(node)
            place = None if parent is None else parent.start_offsets
            start = 0 if place is None else place[1]
        for _ in range(comments):
            start = self._end_of_comment(start)
        return start

    @cached_property
    def _lower(self) -> str:
        return self.html.lower()

    @cached_property
    def _tree(self) -> Any:
        tree = parse(self.html, document=self.document)
        return parse("", document=self.document) if tree is None else tree

    @cached_property
    def _crlf(self) -> list[int]:
        r"""Return where each ``\r\n`` stands for turbohtml, which sees one character there."""
        if "\r\n" not in self.html:
            return []
        return [found.start() - i for i, found in enumerate(re.finditer("\r\n", self.html))]


_IMPLIED: Final = with_tags("both?") | {"tr", "p", "br", "img"}
"""Tags whose elements the parser makes without a start tag of that name."""


@lru_cache
def _attribute(name: str) -> re.Pattern[str]:
    """Return what finds *name* where an attribute of a tag may be called so."""
    written = re.escape(name)
    return regex(rf"{written}(?<=[\s/\"']{written})(?=[\s/>=])")


def _place(problem: HtmlProblem) -> tuple[int, int]:
    return problem.start, problem.end


def _is_placed(node: Any) -> bool:
    return hasattr(node, "tag") and node.source_location is not None


def parse(html: str, *, document: bool) -> Any:
    """Return turbohtml's tree of *html*; None where it would be far larger than the text."""
    if _is_explosive(html):
        return None
    try:
        html.encode()
    except UnicodeEncodeError:
        html = _SURROGATE.sub("\ufffd", html)  # turbohtml fails on them in a name
    if document:
        return parser().parse(html, source_locations=True)
    return parser().parse_fragment(html, "div", source_locations=True)


def _is_explosive(html: str) -> bool:
    """Tell whether the tree would be far larger than the text.

    A formatting element left open is opened again in every block that follows, as the
    standard wants it: a hundred kilobytes of ``<p><b id=1><p><b id=2>...`` become millions of
    elements.
    """
    if len(html) < _SMALL:
        return False
    slashes = _FORMATTING_TAG.findall(html)
    starts = slashes.count("")
    return starts - (len(slashes) - starts) > _REOPENED_AT_MOST
