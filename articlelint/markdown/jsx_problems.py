"""What MDX's compiler refuses: https://mdxjs.com/docs/what-is-mdx/."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final

from articlelint.markdown.common_mark import CommonMark
from articlelint.markdown.events import read_events
from articlelint.markdown.jsx_fixes import fix_of, link_fix, style_fix, text_fix
from articlelint.markdown.jsx_tags import Tags
from articlelint.templates.jsx import PieceKind, read
from articlelint.templates.jsx.blanked import blanked
from articlelint.templates.jsx.javascript import is_object, variable_of
from articlelint.templates.jsx.within import tags_within
from articlelint.templates.problem import ProblemKind, TemplateProblem
from articlelint.templates.protected import fences
from articlelint.templates.words import shown
from articlelint.text.near import nearest
from articlelint.text.regex import regex
from articlelint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from articlelint.markdown.dialect import Dialect
    from articlelint.templates.jsx import Compiler, Piece

_DECLARED: Final = regex(r"(?:^|;)[ \t]*(?:import|export)\b[^;]*?(?=;|\n[ \t]*\n|\Z)", 24)
_SENTENCE: Final = regex(
    r"^(?:import(?=[ ]+(?!from\b)[\w$]+[ ]+(?!from\b)\w)"
    r"|export(?=[ ]+(?!(?:default|const|let|var|function|class|async)\b)\w))",
    re.MULTILINE,
)
_WORD: Final = regex(r"[^\W\d][\w$]*")
_GLOBAL: Final = frozenset(
    {"Array", "Boolean", "Date", "Infinity", "Intl", "JSON", "Map", "Math", "NaN", "Number",
     "Object", "Promise", "Reflect", "RegExp", "Set", "String", "Symbol", "URL", "arguments",
     "components", "console", "document", "false", "fetch", "globalThis", "import", "location",
     "navigator", "null", "process", "props", "this", "true", "undefined", "window"}
)  # fmt: skip
_COMPONENT: Final = regex(r"(?![a-z])[\w$]+")
"""A name that is no element's: @mdx-js/mdx, ``recma-jsx-rewrite.js``."""
_MOST: Final = 100


def problems(
    text: str,
    dialect: Dialect,
    compiler: Compiler,
    components: Callable[[], frozenset[str] | None] = lambda: None,
) -> Iterator[TemplateProblem]:
    """Yield what is wrong with the JSX of *text*, whose Markdown is *dialect*.

    *components* tells which all articles of the site have, None where that is not known.
    """
    yield from _modules(text)
    reading = read(text, compiler)
    pieces = [piece for piece in reading.pieces if piece.start <= reading.unsure]
    if not pieces:
        return
    found = list(_unreadable(text, pieces))
    if reading.unsure == len(text) and any(
        piece.kind is PieceKind.TAG and not piece.alone for piece in pieces
    ):
        options = dialect.options if isinstance(dialect, CommonMark) else 0
        found += Tags(text, read_events(blanked(text, reading), options)).problems(pieces)
    found = sorted(found, key=lambda problem: problem.span)[:_MOST]
    yield from found
    declared = _declared(text)
    yield from islice(_running(text, pieces, compiler, declared), _MOST)
    starts = {problem.span.start for problem in found}
    broken = frozenset(piece.name.partition(".")[0] for piece in pieces if piece.start in starts)
    yield from islice(_undefined(text, pieces, declared | broken, components), _MOST)


def _running(
    text: str, pieces: Sequence[Piece], compiler: Compiler, declared: frozenset[str]
) -> Iterator[TemplateProblem]:
    """Yield what stops the page once its code runs."""
    variables = compiler.variables
    known = None if variables is None else _GLOBAL | variables | declared
    for piece in pieces:
        if piece.fault:
            continue
        if piece.kind is PieceKind.EXPRESSION:
            yield from _expression(text, piece, known, react=compiler.react)
        elif compiler.react and not piece.closing:
            yield from _styles(piece)


def _modules(text: str) -> Iterator[TemplateProblem]:
    """Yield the sentences that are taken for modules, since they begin like one."""
    code: list[tuple[int, int]] | None = None
    first = len(text) - len(text.lstrip())
    for match in _SENTENCE.finditer(text):
        word, at = match[0], match.start()
        if at > first and not text[at - 4 : at].endswith(("\n\n", "\r\n\r\n")):
            continue  # it goes on with what is before it
        if code is None:
            code = fences(text)
        if any(start <= at < end for start, end in code):
            continue
        yield TemplateProblem(
            ProblemKind.INVALID_SYNTAX,
            Span(at, at + len(word)),
            f"MDX reads what begins with `{word}` as JavaScript, and this is not",
            hint="Begin it differently, or with a capital letter",
        )


def _unreadable(text: str, pieces: Sequence[Piece]) -> Iterator[TemplateProblem]:
    for piece in pieces:
        span = Span(piece.start, piece.end)
        if piece.kind is PieceKind.COMMENT:
            kind = ProblemKind.INVALID_SYNTAX if piece.closed else ProblemKind.UNCLOSED_TAG
            message = (
                "MDX has no HTML comments" if piece.closed
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
            message = f"`{source}` is read as JavaScript, and cannot be parsed: {piece.fault}"
        return TemplateProblem(kind, span, message, fix=fix_of(text, piece))
    kind = ProblemKind.INVALID_SYNTAX
    following = text[piece.start + 1 : piece.start + 2].strip()
    if not piece.closed:
        kind = ProblemKind.UNCLOSED_TAG
        span = Span(piece.start, piece.start + 1 + len(piece.name))
        why = piece.fault[0].upper() + piece.fault[1:]
        message = why if "closed" in why else f"The tag is never closed: {piece.fault}"
    elif link_fix(text, piece.start) is not None:
        message = f"MDX has no links in angle brackets: `{source}`"
    elif not piece.name and not piece.closing and piece.at == piece.start + 1:
        span = Span(piece.start, piece.start + 1 + len(following))
        what = f"`{following}` does not begin a name" if following else "no name follows"
        message = f"`<` begins a tag in MDX, and {what}"
    else:
        message = f"`{source}` is read as a tag, and cannot be parsed: {piece.fault}"
    return TemplateProblem(kind, span, message, fix=fix_of(text, piece))


def _declared(text: str) -> frozenset[str]:
    """Return the words of modules, among which are all the names that they declare."""
    return frozenset(word for match in _DECLARED.finditer(text) for word in _WORD.findall(match[0]))


def _expression(
    text: str, piece: Piece, known: frozenset[str] | None, *, react: bool
) -> Iterator[TemplateProblem]:
    span = Span(piece.start, piece.end)
    code = text[piece.start + 1 : piece.end - 1]
    name = variable_of(code)
    before = text[max(0, piece.start - 300) : piece.start].rpartition("\n")[2]
    if before.rfind("![") > before.rfind("]"):
        return  # an image's alternative is read and never run
    if name and known is not None and name not in known:
        why = f"there is no `{name}`"
    elif react and is_object(code):
        why = "a page cannot show an object"
    else:
        return
    source = shown(span.of(text))
    message = f"`{source}` is run as JavaScript: {why}"
    yield TemplateProblem(ProblemKind.INVALID_SYNTAX, span, message, fix=fix_of(text, piece))


def _undefined(
    text: str,
    pieces: Sequence[Piece],
    declared: frozenset[str],
    components: Callable[[], frozenset[str] | None],
) -> Iterator[TemplateProblem]:
    """Yield the components that are neither the article's own nor all articles', once each."""
    first: dict[str, Piece] = {}
    within = tags_within(text, pieces)
    for piece in sorted((*pieces, *within), key=lambda piece: piece.start):
        if piece.kind is PieceKind.TAG and not piece.fault and not piece.closing:
            name, dot, _ = piece.name.partition(".")
            if (dot or _COMPONENT.fullmatch(name)) and name not in declared:
                first.setdefault(name, piece)
    known = components() if first else None
    if known is None:
        return
    for name, piece in first.items():
        if name in known:
            continue
        near = nearest(name, sorted(known | declared), likeness=0.75)
        is_text = piece in pieces and piece.alone and not piece.attributes and not near
        yield TemplateProblem(
            ProblemKind.UNKNOWN_TAG,
            Span(piece.start, piece.end),
            f"There is no component `{name}`: nothing imports or defines it",
            hint=f"Did you mean `{near}`?" if near else None,
            fix=text_fix(text, piece.start) if is_text else None,
        )


def _styles(piece: Piece) -> Iterator[TemplateProblem]:
    for attribute in piece.attributes:
        if attribute.name != "style" or attribute.value[:1] not in {'"', "'"}:
            continue
        if not piece.name[:1].islower() or "." in piece.name:
            continue
        yield TemplateProblem(
            ProblemKind.INVALID_SYNTAX,
            Span(attribute.start, attribute.end),
            "React needs an object for `style`, not text",
            fix=style_fix(attribute),
        )
