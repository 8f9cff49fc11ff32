"""The texts of a source file: what its strings and f-strings say, as templates of a catalogue.

An f-string is a template with a place for each expression, named after it. Where an expression
only chooses between texts (``{'is' if one else 'are'}``), each choice makes a template of its own.
What is no prose is no text: keys, patterns, markup.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import singledispatch
from itertools import product
from typing import TYPE_CHECKING, TypeAlias

from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterable

_MOST_CHOICES = 16

_PROSE = regex(r"[A-Za-z]{2,}[,;:]? [a-z`{(&]|[`}] [a-z(]{2}|^[;,] \w")
_OTHER = regex(
    r"^\s*<[\w!]"  # markup
    r"|^[a-z-]+ [a-z-]+="
    r"|^(?!.* (?:the|is|a) )[a-z-]+(?: [a-z0-9-]+){9,}$"  # a list of names
    r"|\.(?:ts|js|go|rs|rb|py|json),|\.(?:ts|js|go|rs|rb)\b|^https?:"  # what was read
    r"|\n|\\s|^##vso|^\(\("
)
"""What looks like prose and is none."""
_SILENT = (ast.Name, ast.expr_context, ast.operator, ast.arguments, ast.alias, ast.Import)
"""Nodes without a text; most of all there are."""
_FORMAT = regex(r"(?<![{$])\{([a-z_]*)\}(?!\})")
_LETTERS = regex(r"[A-Za-z]{2}")

_METHODS = frozenset(
    """startswith endswith removeprefix removesuffix partition rpartition find rfind replace split
    rsplit strip lstrip rstrip count index pop encode sub search match fullmatch finditer
    execute""".split()
)
"""Methods whose arguments nobody reads."""
_FUNCTIONS = frozenset(
    "regex frozenset set cast TypeVar getattr import_module option spread".split()
)
"""Functions, likewise."""
_CLICK_SAYS = frozenset({"BadParameter", "ClickException", "UsageError", "confirm", "echo"})
"""Functions of click whose arguments are said."""
_NOT_READ = frozenset({"metavar", "sources", "message", "type", "prog_name"})
"""Arguments by name, likewise."""

_Parts: TypeAlias = "tuple[str | ast.expr, ...]"


def texts_of(source: str) -> list[str]:
    """Return the texts of a Python module, in the order of its lines, each once."""
    return list(dict.fromkeys(_texts(ast.parse(source))))


@singledispatch
def _texts(node: ast.AST) -> Iterator[str]:
    """Yield the texts in *node*."""
    yield from _all(ast.iter_child_nodes(node))


@_texts.register(ast.Compare)
@_texts.register(ast.Set)
@_texts.register(ast.MatchValue)
def _(_: ast.AST) -> Iterator[str]:
    return iter(())


@_texts.register
def _(node: ast.Expr) -> Iterator[str]:
    if not isinstance(node.value, ast.Constant):  # a docstring
        yield from _texts(node.value)


@_texts.register
def _(node: ast.ClassDef) -> Iterator[str]:
    if any(map(_names_a_rule, node.body)):
        yield _escaped((ast.get_docstring(node) or "").partition("\n")[0])
    yield from _all(node.body)


@_texts.register
def _(node: ast.FunctionDef) -> Iterator[str]:
    decorators = " ".join(map(ast.unparse, node.decorator_list))
    if "click." in decorators or ".command(" in decorators:
        yield from map(_escaped, _paragraphs(node))
        yield from _all(node.decorator_list)
    yield from _all(node.body)


@_texts.register
def _(node: ast.Subscript) -> Iterator[str]:
    yield from _texts(node.value)
    yield from _calls(node.slice)


@_texts.register
def _(node: ast.AnnAssign) -> Iterator[str]:
    yield from _calls(node.annotation)
    if node.value is not None:
        yield from _texts(node.value)


@_texts.register
def _(node: ast.Dict) -> Iterator[str]:
    yield from _all(node.values)


@_texts.register
def _(node: ast.keyword) -> Iterator[str]:
    if node.arg not in _NOT_READ:
        yield from _texts(node.value)


@_texts.register(ast.Constant)
@_texts.register(ast.JoinedStr)
def _(node: ast.expr) -> Iterator[str]:
    yield from _texts_of_text(node)


@_texts.register
def _(node: ast.BinOp) -> Iterator[str]:
    yield from (
        _texts_of_text(node) if isinstance(node.op, ast.Add) else _all((node.left, node.right))
    )


@_texts.register
def _(node: ast.Call) -> Iterator[str]:
    match node.func:
        case ast.Name(id="said" | "template") if node.args:
            yield from _texts_of_said(node.args[0])
        case ast.Name(id=name) if name in _FUNCTIONS:
            pass
        case ast.Attribute(value=value, attr=name):
            yield from _texts_of_method(node, value, name)
        case _:
            yield from _all((*node.args, *node.keywords))


def _all(nodes: Iterable[ast.AST]) -> Iterator[str]:
    for each in nodes:
        if not isinstance(each, _SILENT):
            yield from _texts(each)


def _calls(node: ast.AST) -> Iterator[str]:
    """Yield the texts in the calls of an annotation: ``Annotated[str, Key("...")]``."""
    if isinstance(node, ast.Call):
        yield from _texts(node)
    else:
        for each in ast.iter_child_nodes(node):
            yield from _calls(each)


def _names_a_rule(node: ast.stmt) -> bool:
    match node:
        case ast.Assign(targets=[ast.Name(id="name")], value=ast.Constant(value=str(name))):
            return "/" in name
    return False


def _paragraphs(node: ast.FunctionDef) -> list[str]:
    about = ast.get_docstring(node) or ""
    return [" ".join(part.split()) for part in about.split("\n\n") if part]


def _texts_of_said(node: ast.expr) -> Iterator[str]:
    for parts in _choices(node):
        if _LETTERS.search(_plain(parts)):
            yield _template(parts)
    yield from _all(_places(node))


def _texts_of_method(node: ast.Call, value: ast.expr, name: str) -> Iterator[str]:
    match value:
        case ast.Name(id="on"):  # what a rule looks at
            return
        case ast.Name(id="click") if name not in _CLICK_SAYS:
            yield from _all(node.keywords)
            return
        case ast.Constant(value=str(between)) if name == "join":
            if _LETTERS.search(between):
                yield f"{{first}}{_escaped(between)}{{rest}}"
        case _:
            yield from _texts(value)
    if name in {"get", "setdefault"}:  # the key is no text
        yield from _all(node.args[1:])
    elif name not in _METHODS:
        yield from _all((*node.args, *node.keywords))


def _texts_of_text(node: ast.expr) -> Iterator[str]:
    for parts in _choices(node):
        text = _plain(parts)
        if _PROSE.search(text) and not _OTHER.search(text):
            yield _template(parts)
    for place in _places(node):
        match place:  # a word that a sentence is made with is one, however short
            case ast.IfExp(body=body, orelse=orelse):
                for arm in (body, orelse):
                    if isinstance(arm, ast.Constant) and _LETTERS.search(str(arm.value)):
                        yield _escaped(str(arm.value))
        yield from _texts(place)


def _choices(node: ast.expr) -> list[_Parts]:
    """Return what *node* may come to: texts, and the expressions between them."""
    found = _possible(node)
    return found if len(found) <= _MOST_CHOICES else [(node,)]


def _possible(node: ast.expr) -> list[_Parts]:
    match node:
        case ast.Constant(value=str(text)):
            return [_formatted(text)]
        case ast.JoinedStr(values=values):
            return _joined(map(_choices, values))
        case ast.FormattedValue(value=value):
            return _choices(value) if _is_choice(value) else [(value,)]
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            return _joined((_choices(left), _choices(right)))
        case ast.BinOp(left=ast.Constant(value=str(text)), op=ast.Mult()):
            return [(text,), ()]
        case ast.IfExp(body=body, orelse=orelse) if _is_choice(node):
            return _choices(body) + _choices(orelse)
    return [(node,)]


def _formatted(text: str) -> _Parts:
    """Return *text* with the places that ``str.format`` would fill."""
    parts = _FORMAT.split(text)
    return tuple(ast.Name(part or "x") if number % 2 else part for number, part in enumerate(parts))


def _is_choice(node: ast.expr) -> bool:
    """Tell whether *node* is one of several texts that are written down."""
    match node:
        case ast.IfExp(body=body, orelse=orelse):
            return _is_text(body) and _is_text(orelse)
        case ast.BinOp(left=ast.Constant(value=str()), op=ast.Mult()):
            return True
    return False


def _is_text(node: ast.expr) -> bool:
    match node:
        case ast.Constant(value=str()) | ast.JoinedStr():
            return True
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            return _is_text(left) or _is_text(right)
    return _is_choice(node)


def _joined(parts: Iterable[list[_Parts]]) -> list[_Parts]:
    return [sum(each, ()) for each in product(*parts)]


def _places(node: ast.expr) -> list[ast.expr]:
    """Return the expressions in a text, each once."""
    found = {id(part): part for parts in _choices(node) for part in parts if part is not node}
    return [part for part in found.values() if isinstance(part, ast.expr)]


def _plain(parts: _Parts) -> str:
    return "".join(part if isinstance(part, str) else "{}" for part in parts)


def _template(parts: _Parts) -> str:
    """Return *parts* with a place for each expression, each with a name of its own."""
    names: list[str] = []
    text = ""
    for part in parts:
        if isinstance(part, str):
            text += _escaped(part)
            continue
        name = _name(part)
        number = sum(each.rstrip("0123456789") == name for each in names)
        names.append(f"{name}{number + 1}" if number else name)
        text += f"{{{names[-1]}}}"
    return text


def _name(node: ast.expr) -> str:
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name.strip("_") or "x"
        case ast.Call(func=ast.Name(id="len")):
            return "number"
        case ast.Call(func=ast.Name(id="str" | "visible" | "shown"), args=[first, *_]):
            return _name(first)
        case ast.Call(func=function):
            return _name(function)
        case ast.Subscript(slice=ast.Constant(value=str(name))) if name.isidentifier():
            return name
        case ast.Subscript(value=value):
            return _name(value)
        case ast.BinOp(left=left):
            return _name(left)
    return "x"


def _escaped(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")
