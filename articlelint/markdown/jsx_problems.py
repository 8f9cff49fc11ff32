"""What MDX's compiler refuses: https://mdxjs.com/docs/what-is-mdx/."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from articlelint.diagnostic import Related
from articlelint.markdown.common_mark import CommonMark
from articlelint.markdown.events import END, START, read_events
from articlelint.markdown.jsx_fixes import fix_of, style_fix
from articlelint.templates.jsx import PieceKind, scan
from articlelint.templates.jsx.blanked import blanked
from articlelint.templates.jsx.javascript import is_object, variable_of
from articlelint.templates.problem import ProblemKind, TemplateProblem
from articlelint.templates.words import shown
from articlelint.text.edit import Edit, Fix
from articlelint.text.regex import regex
from articlelint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from articlelint.markdown.dialect import Dialect
    from articlelint.markdown.events import Event
    from articlelint.templates.jsx import Compiler, Piece

_CONTAINERS: Final = frozenset(
    {"Emphasis", "Heading", "Link", "Paragraph", "Strikethrough", "Strong", "TableCell"}
)
_NAMES: Final = {
    "Emphasis": "emphasis", "Heading": "heading", "Link": "link", "Paragraph": "paragraph",
    "Strikethrough": "deletion", "Strong": "emphasis", "TableCell": "cell",
}  # fmt: skip
"""What holds text; tags in lists and quotes are taken as they come."""
VOID: Final = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
     "track", "wbr"}
)  # fmt: skip
_DECLARED: Final = regex(r"^[ \t]*(?:import|export)\b[^;]*?(?=;|\n[ \t]*\n|\Z)", 24)
_WORD: Final = regex(r"[^\W\d][\w$]*")
_GLOBAL: Final = frozenset(
    {"Array", "Boolean", "Date", "Infinity", "Intl", "JSON", "Map", "Math", "NaN", "Number",
     "Object", "Promise", "Reflect", "RegExp", "Set", "String", "Symbol", "URL", "arguments",
     "components", "console", "document", "false", "fetch", "globalThis", "import", "location",
     "navigator", "null", "process", "props", "this", "true", "undefined", "window"}
)  # fmt: skip
_MOST: Final = 100


def problems(text: str, dialect: Dialect, compiler: Compiler) -> Iterator[TemplateProblem]:
    """Yield what is wrong with the JSX of *text*, whose Markdown is *dialect*."""
    pieces = scan(text, comments=compiler.comments, heading_ids=compiler.heading_ids)
    if not pieces:
        return
    options = dialect.options if isinstance(dialect, CommonMark) else 0
    events = read_events(blanked(text, pieces), options)
    found = sorted(
        [*_unreadable(text, pieces), *_Tags(text, events).problems(pieces)],
        key=lambda problem: problem.span,
    )
    yield from found[:_MOST]
    known = _GLOBAL | compiler.variables | _declared(text)
    for piece in pieces:
        if piece.fault:
            continue
        if piece.kind is PieceKind.EXPRESSION:
            yield from _at_run_time(text, piece, known, react=compiler.react)
        elif compiler.react and not piece.closing:
            yield from _styles(piece)


def _unreadable(text: str, pieces: Sequence[Piece]) -> Iterator[TemplateProblem]:
    for piece in pieces:
        span = Span(piece.start, piece.end)
        if piece.kind is PieceKind.COMMENT:
            kind = ProblemKind.INVALID_SYNTAX if piece.closed else ProblemKind.UNCLOSED_TAG
            message = (
                "MDX has no comments of HTML" if piece.closed
                else "The comment is never closed: `-->` is missing"
            )  # fmt: skip
            yield TemplateProblem(kind, span, message, fix=fix_of(text, piece))
        elif piece.fault:
            yield _fault(text, piece)


def _fault(text: str, piece: Piece) -> TemplateProblem:
    span = Span(piece.start, max(piece.end, piece.start + 1))
    source = shown(span.of(text))
    if piece.kind is PieceKind.EXPRESSION:
        if not piece.closed:
            message = "The brace begins an expression, which is never closed: `}` is missing"
            kind = ProblemKind.UNCLOSED_TAG
        else:
            kind = ProblemKind.INVALID_SYNTAX
            message = f"`{source}` is read as JavaScript, and cannot be: {piece.fault}"
        return TemplateProblem(kind, span, message, fix=fix_of(text, piece))
    if not piece.closed:
        span = Span(piece.start, piece.start + 1 + len(piece.name))
        message = f"The tag is never closed: {piece.fault}"
        fix = fix_of(text, piece)
        return TemplateProblem(ProblemKind.UNCLOSED_TAG, span, message, fix=fix)
    following = text[piece.start + 1 : piece.start + 2]
    if not piece.name and not piece.closing and piece.at == piece.start + 1:
        span = Span(piece.start, piece.start + 2)
        message = f"`<` begins a tag in MDX, and `{following}` begins no name"
    elif fix_of(text, piece) is not None and "://" in source:
        message = f"MDX has no links in angle brackets: `{source}`"
    else:
        message = f"`{source}` is read as a tag, and cannot be: {piece.fault}"
    return TemplateProblem(ProblemKind.INVALID_SYNTAX, span, message, fix=fix_of(text, piece))


def _declared(text: str) -> frozenset[str]:
    """Return the words of modules, among which are all the names that they declare."""
    return frozenset(word for match in _DECLARED.finditer(text) for word in _WORD.findall(match[0]))


def _at_run_time(
    text: str, piece: Piece, known: frozenset[str], *, react: bool
) -> Iterator[TemplateProblem]:
    """Yield what stops the page once its code runs."""
    span = Span(piece.start, piece.end)
    code = text[piece.start + 1 : piece.end - 1]
    name = variable_of(code)
    before = text[max(0, piece.start - 300) : piece.start].rpartition("\n")[2]
    if before.rfind("![") > before.rfind("]"):
        return  # an image's alternative is read and never run
    if name and name not in known:
        why = f"there is no `{name}`"
    elif react and is_object(code):
        why = "an object is nothing that a page could show"
    else:
        return
    source = shown(span.of(text))
    message = f"`{source}` is run as JavaScript: {why}"
    yield TemplateProblem(ProblemKind.INVALID_SYNTAX, span, message, fix=fix_of(text, piece))


def _styles(piece: Piece) -> Iterator[TemplateProblem]:
    for attribute in piece.attributes:
        if attribute.name != "style" or attribute.value[:1] not in {'"', "'"}:
            continue
        if not piece.name[:1].islower() or "." in piece.name:
            continue
        yield TemplateProblem(
            ProblemKind.INVALID_SYNTAX,
            Span(attribute.start, attribute.end),
            "React takes no text for a `style`, but an object",
            fix=style_fix(attribute),
        )


class _Tags:
    """Pairs tags; both of a pair stand in the same paragraph, item, emphasis."""

    def __init__(self, text: str, events: Sequence[Event]) -> None:
        self._text = text
        self._starts: list[int] = []
        self._inside: list[tuple[str, int, int]] = []
        open_containers: list[tuple[str, int, int]] = [("", 0, len(text))]
        for role, kind, _, start, end in events:
            if kind not in _CONTAINERS:
                continue
            if role == START:
                open_containers.append((kind, start, end))
                self._note(start, open_containers[-1])
            elif role == END and len(open_containers) > 1:
                open_containers.pop()
                self._note(end, open_containers[-1])

    def _note(self, at: int, container: tuple[str, int, int]) -> None:
        self._starts.append(at)
        self._inside.append(container)

    def _container(self, at: int) -> tuple[str, int, int]:
        index = bisect_right(self._starts, at) - 1
        return self._inside[index] if index >= 0 else ("", 0, len(self._text))

    def problems(self, pieces: Sequence[Piece]) -> Iterator[TemplateProblem]:
        """Yield the tags that are not closed, or close nothing."""
        stack: list[tuple[Piece, tuple[str, int, int]]] = []
        ends = {piece.name for piece in pieces if piece.closing}
        for piece in pieces:
            if piece.kind is not PieceKind.TAG or piece.fault or piece.alone:
                continue
            container = self._container(piece.start)
            if not piece.closing:
                stack.append((piece, container))
                continue
            while stack and stack[-1][0].name != piece.name and self._is_open(stack, piece):
                yield self._unclosed(*stack.pop(), ends, piece)
            if not stack or stack[-1][0].name != piece.name:
                yield self._stray(piece)
                continue
            opener, place = stack.pop()
            if place != container:
                yield self._apart(opener, place, piece, container)
        for opener, place in stack:
            yield self._unclosed(opener, place, ends, None)

    def _is_open(self, stack: Sequence[tuple[Piece, object]], end: Piece) -> bool:
        return any(opener.name == end.name for opener, _ in stack)

    def _unclosed(
        self, opener: Piece, place: tuple[str, int, int], ends: set[str], before: Piece | None
    ) -> TemplateProblem:
        span, name = Span(opener.start, opener.end), opener.name
        related: tuple[Related, ...] = ()
        message = f"`<{name}>` is never closed"
        if before is not None:
            message = f"`<{name}>` is not closed before `</{before.name}>`"
            related = (Related(Span(before.start, before.end), f"`</{before.name}>` is here"),)
        elif place[0] and name in ends:
            message = f"`<{name}>` is not closed in its {_NAMES[place[0]]}"
        if name in VOID and name not in ends:
            at = opener.end - 1
            slash = "/" if self._text[at - 1].isspace() else " /"
            ended = Fix.safe("End it with a slash", Edit.insert(at, slash))
            message = f"`<{name}>` wants a slash at its end"
            return TemplateProblem(ProblemKind.UNCLOSED_BLOCK, span, message, fix=ended)
        fix = None
        if name not in ends and not opener.attributes:
            fix = Fix.unsafe("Show it as text", Edit(Span(span.start, span.start + 1), "&lt;"))
        hint = f"Close it with </{name}>"
        return TemplateProblem(
            ProblemKind.UNCLOSED_BLOCK, span, message, hint=hint, fix=fix, related=related
        )

    def _stray(self, end: Piece) -> TemplateProblem:
        span = Span(end.start, end.end)
        fix = Fix.unsafe("Delete the end tag", Edit(span, ""))
        if end.name in VOID:
            fix = Fix.unsafe("Write a tag that ends itself", Edit(span, f"<{end.name} />"))
        return TemplateProblem(
            ProblemKind.STRAY_END, span, f"`</{end.name}>` ends nothing", fix=fix
        )

    def _apart(
        self,
        opener: Piece,
        place: tuple[str, int, int],
        end: Piece,
        container: tuple[str, int, int],
    ) -> TemplateProblem:
        inner = place if place[0] and (place[1] > container[1] or not container[0]) else container
        where = _NAMES.get(inner[0], "part of the page")
        related = (Related(Span(end.start, end.end), f"`</{end.name}>` is here"),)
        return TemplateProblem(
            ProblemKind.UNCLOSED_BLOCK,
            Span(opener.start, opener.end),
            f"`<{opener.name}>` and `</{end.name}>` do not stand in the same {where}",
            hint="Put both on lines of their own, or both into one line",
            related=related,
        )
