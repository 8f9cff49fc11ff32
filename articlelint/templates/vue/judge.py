"""What stops Vue, and what it shows nothing of."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from articlelint.templates.code import code_of
from articlelint.templates.jsx.javascript import fault_of
from articlelint.templates.problem import ProblemKind, TemplateProblem
from articlelint.templates.words import shown, vanishing
from articlelint.text.edit import Edit, Fix
from articlelint.text.regex import regex
from articlelint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from articlelint.templates.code import Code
    from articlelint.templates.names import Names
    from articlelint.templates.token import Token

_MOST: Final = 300
_NAME: Final = regex(r"[^\W\d][\w]*")
_LOOKED_INTO: Final = regex(r"([^\W\d]\w*)(?:\.[^\W\d][\w$]*|\[[^\[\]]*\]|\()")
_SCRIPT: Final = regex(r"<script\b[^<>]*>(.*?)(?:</script>|\Z)", 18)  # DOTALL, IGNORECASE
_SCOPE: Final = regex(r"""(?:v-for|v-slot(?::[\w.-]+)?|#[\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_WORD: Final = regex(r"[^\W\d][\w$]*")
# vue, ``packages/shared/src/globalsAllowList.ts``.
_GLOBAL: Final = frozenset(
    {"Array", "BigInt", "Boolean", "Date", "Error", "Infinity", "Intl", "JSON", "Map", "Math",
     "NaN", "Number", "Object", "RegExp", "Set", "String", "Symbol", "console", "decodeURI",
     "decodeURIComponent", "encodeURI", "encodeURIComponent", "false", "isFinite", "isNaN", "new",
     "null", "parseFloat", "parseInt", "this", "true", "typeof", "undefined", "void"}
)  # fmt: skip
_ATTRIBUTES: Final = regex(r"[^\r\n{}]*\}")


def problems(text: str, tokens: Sequence[Token], names: Names) -> Iterator[TemplateProblem]:
    """Yield what is wrong with *tokens*, each with its fix."""
    known = None if names.variables is None else names.variables | _GLOBAL | _made(text)
    code = [each for each in code_of(text) if not each.fence]
    for token in tokens[:_MOST]:
        problem = _problem(text, token, known)
        if problem is not None:
            fix = _fix(text, token, code) if token.closed else None
            yield problem._replace(fix=fix)


def _made(text: str) -> frozenset[str]:
    """Return the words of scripts, loops and slots, among which is all that they define."""
    sources = [match[1] for match in _SCRIPT.finditer(text)]
    sources += [match[1] or match[2] or "" for match in _SCOPE.finditer(text)]
    return frozenset(word for source in sources for word in _WORD.findall(source))


def _problem(text: str, token: Token, known: frozenset[str] | None) -> TemplateProblem | None:
    span = Span(token.start, token.end)
    if not token.closed:
        if _ATTRIBUTES.match(text, token.end):
            return None  # what ends with one brace may be attributes
        message = "The expression is never closed: `}}` is missing"
        return TemplateProblem(ProblemKind.UNCLOSED_TAG, span, message)
    expression = token.arguments
    before = text[max(0, token.start - 300) : token.start].rpartition("\n")[2]
    if "`" in expression or before.rfind("![") > before.rfind("]"):
        return None  # it may be code, or goes into an attribute
    source = shown(span.of(text))
    fault = fault_of(expression)
    if fault:
        message = f"`{source}` is read as JavaScript, and cannot be parsed: {fault}"
        return TemplateProblem(ProblemKind.INVALID_SYNTAX, span, message)
    if known is None:
        return None
    if _NAME.fullmatch(expression) and expression not in known:
        return vanishing(text, token, expression)
    match = _LOOKED_INTO.match(expression)
    if match and match[1] not in known:
        message = f"`{source}` is run as JavaScript: there is no `{match[1]}`"
        return TemplateProblem(ProblemKind.INVALID_SYNTAX, span, message)
    return None


def _fix(text: str, token: Token, code: Sequence[Code]) -> Fix | None:
    """Return the fix that shows *token* as it stands.

    There is none before a brace, which VitePress takes for attributes of the element, nor in
    what may be indented code, where a tag is shown.
    """
    title = "Show it literally, with v-pre"
    for each in code:
        if each.start <= token.start < each.end:
            source = text[each.start : each.end]
            inner = source.strip("`")
            plain = inner[1:-1] if inner[:1] == inner[-1:] == " " and inner.strip() else inner
            written = f"<code v-pre>{escape(plain, quote=False)}</code>"
            return Fix.safe(title, Edit(Span(each.start, each.end), written))
    line = text.rfind("\n", 0, token.start) + 1
    if text.startswith("{", token.end) or text.startswith(("    ", "\t"), line):
        return None
    start = token.start - text.endswith("\\", 0, token.start)
    before = Edit(Span(start, token.start), "<span v-pre>")
    return Fix.unsafe(title, before, Edit.insert(token.end, "</span>"))
