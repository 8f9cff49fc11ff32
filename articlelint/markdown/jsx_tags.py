"""Which tags of MDX belong together: mdast-util-mdx-jsx."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from typing import TYPE_CHECKING, Final

from articlelint.diagnostic import Related
from articlelint.markdown.events import END, START
from articlelint.markdown.jsx_fixes import text_fix
from articlelint.templates.jsx import PieceKind
from articlelint.templates.problem import ProblemKind, TemplateProblem
from articlelint.text.edit import Edit, Fix
from articlelint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from articlelint.markdown.events import Event
    from articlelint.templates.jsx import Piece

Container = tuple[str, int, int]
"""What a tag stands in: its kind, "" for none, and its place."""

_CONTAINERS: Final = frozenset(
    {"Emphasis", "Heading", "Link", "Paragraph", "Strikethrough", "Strong", "TableCell"}
)
_NAMES: Final = {
    "Emphasis": "emphasis", "Heading": "heading", "Link": "link", "Paragraph": "paragraph",
    "Strikethrough": "deletion", "Strong": "emphasis", "TableCell": "cell",
}  # fmt: skip
"""What holds text; tags in lists and quotes are taken as they come."""
_ENDS_BY_ITSELF: Final = frozenset(
    {"dd", "dt", "li", "option", "p", "tbody", "td", "tfoot", "th", "thead", "tr"}
)
"""Elements whose end tag HTML does not want, so that an author may have left it out."""
VOID: Final = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
     "track", "wbr"}
)  # fmt: skip


class Tags:
    """Pairs tags; both of a pair stand in the same paragraph, item, emphasis."""

    def __init__(self, text: str, events: Sequence[Event]) -> None:
        self._text = text
        self._starts: list[int] = []
        self._inside: list[Container] = []
        self._ends: set[str] = set()
        open_containers: list[Container] = [("", 0, len(text))]
        for role, kind, _, start, end in events:
            if kind not in _CONTAINERS:
                continue
            if role == START:
                open_containers.append((kind, start, end))
                self._note(start, open_containers[-1])
            elif role == END and len(open_containers) > 1:
                open_containers.pop()
                self._note(end, open_containers[-1])

    def _note(self, at: int, container: Container) -> None:
        self._starts.append(at)
        self._inside.append(container)

    def _container(self, at: int) -> Container:
        index = bisect_right(self._starts, at) - 1
        return self._inside[index] if index >= 0 else ("", 0, len(self._text))

    def problems(self, pieces: Sequence[Piece]) -> Iterator[TemplateProblem]:
        """Yield the tags that are not closed, or close nothing."""
        self._ends = {piece.name for piece in pieces if piece.closing}
        stack: list[tuple[Piece, Container]] = []
        dropped: Counter[str] = Counter()  # the ends of these are follow-ups
        for piece in pieces:
            if piece.kind is not PieceKind.TAG or piece.alone or (piece.fault and not piece.name):
                continue
            if piece.closing:
                yield from self._close(piece, stack, dropped)
            else:
                stack.append((piece, self._container(piece.start)))
        for opener, place in stack:
            if not opener.fault:
                yield self._unclosed(opener, place, None)

    def _close(
        self, end: Piece, stack: list[tuple[Piece, Container]], dropped: Counter[str]
    ) -> Iterator[TemplateProblem]:
        """Take from the stack what *end* closes, and what is still open within."""
        while stack and stack[-1][0].name != end.name and self._is_open(stack, end):
            opener, place = stack.pop()
            dropped[opener.name] += 1
            if not opener.fault:
                yield self._unclosed(opener, place, end)
        if stack and stack[-1][0].name == end.name:
            opener, place = stack.pop()
            container = self._container(end.start)
            if place != container and not opener.fault:
                yield self._apart(opener, place, end, container)
        elif dropped[end.name]:
            dropped[end.name] -= 1
        else:
            wrong = stack.pop()[0] if stack and stack[-1][0].name not in self._ends else None
            yield self._stray(end, wrong)

    def _is_open(self, stack: Sequence[tuple[Piece, object]], end: Piece) -> bool:
        return any(opener.name == end.name for opener, _ in stack)

    def _unclosed(self, opener: Piece, place: Container, before: Piece | None) -> TemplateProblem:
        span, name = Span(opener.start, opener.end), opener.name
        related: tuple[Related, ...] = ()
        message = f"`<{name}>` is never closed"
        if before is not None:
            message = f"`<{name}>` is not closed before `</{before.name}>`"
            related = (Related(Span(before.start, before.end), f"`</{before.name}>` is here"),)
        elif place[0] and name in self._ends:
            message = f"`<{name}>` is not closed in its {_NAMES[place[0]]}"
        if name in VOID and name not in self._ends:
            at = opener.end - 1
            slash = "/" if self._text[at - 1].isspace() else " /"
            ended = Fix.safe("End it with a slash", Edit.insert(at, slash))
            message = f"`<{name}>` needs a slash at the end"
            return TemplateProblem(ProblemKind.UNCLOSED_BLOCK, span, message, fix=ended)
        fix = None
        if name not in self._ends and not opener.attributes and not self._is_markup(opener):
            fix = text_fix(self._text, span.start)
        hint = f"Close it with </{name}>"
        return TemplateProblem(
            ProblemKind.UNCLOSED_BLOCK, span, message, hint=hint, fix=fix, related=related
        )

    def _is_markup(self, opener: Piece) -> bool:
        """Tell whether a tag is one whose end HTML lets go, on a line of its own or before text."""
        before = self._text[self._text.rfind("\n", 0, opener.start) + 1 : opener.start]
        return opener.name in _ENDS_BY_ITSELF and not before.strip()

    def _stray(self, end: Piece, opener: Piece | None) -> TemplateProblem:
        span, message = Span(end.start, end.end), f"`</{end.name}>` ends nothing"
        fix = Fix.unsafe("Delete the end tag", Edit(span, ""))
        related: tuple[Related, ...] = ()
        if opener is not None:
            message = f"`</{end.name}>` does not match `<{opener.name}>`"
            related = (Related(Span(opener.start, opener.end), f"`<{opener.name}>` is here"),)
            fix = Fix.unsafe(f"Write </{opener.name}>", Edit(span, f"</{opener.name}>"))
        elif end.name in VOID:
            fix = Fix.unsafe("Write a self-closing tag", Edit(span, f"<{end.name} />"))
        return TemplateProblem(ProblemKind.STRAY_END, span, message, fix=fix, related=related)

    def _apart(
        self,
        opener: Piece,
        place: Container,
        end: Piece,
        container: Container,
    ) -> TemplateProblem:
        inner = place if place[0] and (place[1] > container[1] or not container[0]) else container
        where = _NAMES.get(inner[0], "part of the page")
        related = (Related(Span(end.start, end.end), f"`</{end.name}>` is here"),)
        return TemplateProblem(
            ProblemKind.UNCLOSED_BLOCK,
            Span(opener.start, opener.end),
            f"`<{opener.name}>` and `</{end.name}>` are not in the same {where}",
            hint="Put each on a line of its own, or both on one line",
            related=related,
        )
