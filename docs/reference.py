"""Writes docs/reference.md: all that plugins import, with signatures and docstrings.

``python docs/reference.py`` after a change; tests/test_docs.py says when.
"""

from __future__ import annotations

import ast
import inspect
import re
import sys
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from names import modules, said

import articlelint
from articlelint import testing

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE = Path(__file__).parent / "reference.md"
GROUPS = {
    "Rules": "linting",
    "Findings and fixes": "diagnostic text.edit text.span report",
    "Articles": "article",
    "Front matter": "front_matter schema",
    "Dates": "article.dates dates",
    "Images": "article.images destinations.image_files",
    "Markup": "html markdown templates",
    "Destinations": "destinations generators.claim",
    "Sites": "site recognition generators.layout_words generators.sample",
    "Addresses": "urls online",
    "Words": "text",
    "Programs": "api errors runner",
}
"""What the names are about, by the modules that they are in."""
_WIDTH = 100
_ATTRIBUTES = {"property", "cached_property", "view", "cached_view"}
"""What makes an attribute of a method."""
HEAD = """# Reference for plugins

<!-- Made from the code by `python docs/reference.py`. -->

[Writing rules](writing-rules.md) and [writing generators](writing-generators.md) are the guides;
this page lists every public name with its signature and its docstring.

Import all names from `articlelint`, and those of the test harness from `articlelint.testing`.
Classes that you only get from others are [listed apart](#classes-that-you-get), each with its
module.
"""
FOR_GENERATORS = {
    "articlelint.generators.generator": "Generator",
    "articlelint.generators.settings": "Settings",
    "articlelint.generators.reading": "Reader",
    "articlelint.generators.paths": "resolve rooted without_base",
    "articlelint.generators.id_style": "IdStyle OwnIds",
    "articlelint.generators.named_dialects": "named",
    "articlelint.markdown.common_mark": "CommonMark",
    "articlelint.schema.key": "Text Texts TextList Terms Date Flag LooseFlag Number Mapping"
    " Anything",
    "articlelint.dates.readers.reader": "Reader Written Answer Reading Verdict as_understood",
    "articlelint.templates.model": "TemplateSyntax",
    "articlelint.templates.language": "Language",
    "articlelint.templates.token": "Token TokenKind",
}
"""What generators of plugins import, which rules have no use for."""
GENERATORS = """
## For generators

A generator imports these from the modules that are named, and `Key`, `Form`, `DateRole` and the
like from `articlelint`.
"""
INNER = {
    "articlelint.runner.ground",
    "Judge",
    "Redirects",
    "articlelint.destinations.names",
    "articlelint.templates.jsx.compiler",
}
"""Classes, and modules with classes, of which no plugin needs to know."""
_OF_TREE = re.compile(r"\(node: Any|turbohtml")
"""What attributes have in them that are about the nodes of another library."""
GOT = """
## Classes that you get

Nobody has to import these: attributes and functions above return them, or take them as arguments.
"""


def _shown(text: str) -> str:
    """Return a docstring as Markdown."""
    text = inspect.cleandoc(text).replace("``", "`") if "````" not in text else text
    return re.sub(r"::$", ":", text, flags=re.MULTILINE)


def _arguments(node: ast.FunctionDef) -> list[str]:
    """Return the arguments of a function, those of a method without the first."""
    arguments = node.args
    plain = [*arguments.posonlyargs, *arguments.args]
    defaults = [None] * (len(plain) - len(arguments.defaults)) + list(arguments.defaults)
    found = [_argument(each, value) for each, value in zip(plain, defaults, strict=True)]
    if found[:1] in (["self"], ["cls"]):
        del found[0]
    if arguments.vararg is not None:
        found.append(f"*{_argument(arguments.vararg, None)}")
    elif arguments.kwonlyargs:
        found.append("*")
    found += map(_argument, arguments.kwonlyargs, arguments.kw_defaults)
    return found + ([f"**{_argument(arguments.kwarg, None)}"] if arguments.kwarg else [])


def _argument(argument: ast.arg, value: ast.expr | None) -> str:
    kind = f": {ast.unparse(argument.annotation)}" if argument.annotation else ""
    equals = " = " if kind else "="
    return f"{argument.arg}{kind}" + (f"{equals}{ast.unparse(value)}" if value else "").replace(
        "'", '"'
    )


def _signature(node: ast.FunctionDef) -> str:
    returns = f" -> {ast.unparse(node.returns)}" if node.returns else ""
    kinds = [ast.unparse(each) for each in node.decorator_list]
    if _ATTRIBUTES.intersection(kinds):
        return f"{node.name}: {returns.removeprefix(' -> ')}"
    mark = "classmethod " if "classmethod" in kinds else ""
    return f"{mark}{node.name}({', '.join(_arguments(node))}){returns}"


def _definition(node: ast.FunctionDef) -> str:
    """Return the head of a function, in lines as ruff lays them out."""
    returns = f" -> {ast.unparse(node.returns)}" if node.returns else ""
    arguments = _arguments(node)
    within = ", ".join(arguments)
    if len(whole := f"def {node.name}({within}){returns}: ...") <= _WIDTH:
        return whole
    lines = [f"    {within}"]
    if len(lines[0]) > _WIDTH:
        lines = [f"    {each}," for each in arguments]
    return "\n".join((f"def {node.name}(", *lines, f"){returns}: ..."))


def _of_class(node: ast.ClassDef) -> Iterator[str]:
    """Yield what a class has: attributes, then methods, each with what it says."""
    for each, after in pairwise([*node.body, ast.Pass()]):
        match each:
            case ast.AnnAssign(target=ast.Name(id=name), annotation=kind, value=value):
                default, about = _default(value)
                line = f"{name}: {ast.unparse(kind)}{default}"
                if about and not name.startswith("_"):
                    yield from _item(line, about)
                    continue
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                line = f"{name} = {ast.unparse(value)}"
            case _:
                continue
        if not name.startswith("_"):
            yield from _item(line, said(after))
    for each in node.body:
        if isinstance(each, ast.FunctionDef) and each.name == "__init__":
            yield from _of_init(each)
    yield from _of_functions(node.body)


def _of_init(node: ast.FunctionDef) -> Iterator[str]:
    """Yield the attributes that ``__init__`` sets, each with its type where that is evident."""
    kinds = {
        each.arg: ast.unparse(each.annotation)
        for each in (*node.args.args, *node.args.kwonlyargs)
        if each.annotation is not None
    }
    for each in node.body:
        match each:
            case ast.AnnAssign(target=ast.Attribute(attr=name), annotation=annotation):
                kind = ast.unparse(annotation)
            case ast.Assign(targets=[ast.Attribute(attr=name)], value=ast.Name(id=given)):
                kind = kinds.get(given, "")
            case ast.Assign(
                targets=[ast.Attribute(attr=name)], value=ast.Call(func=ast.Name(id=made))
            ):
                kind = made if made[0].isupper() else ""
            case _:
                continue
        if not name.startswith("_"):
            yield from _item(f"{name}: {kind}" if kind else name, "")


def _default(value: ast.expr | None) -> tuple[str, str]:
    """Return the default of an attribute, and what an option of a configuration says of it."""
    match value:
        case None:
            return "", ""
        case ast.Call(
            func=ast.Name(id="option"), args=[_, default, ast.Constant(value=str() as said), *_]
        ):
            return f" = {ast.unparse(default)}", said
        case ast.Call(func=ast.Name(id="field"), keywords=[ast.keyword("default_factory", made)]):
            return f" = {ast.unparse(made)}()", ""
    return f" = {ast.unparse(value)}", ""


def _of_functions(body: list[ast.stmt]) -> Iterator[str]:
    """Yield the public functions in *body*, each with what it says."""
    for each in body:
        if not isinstance(each, ast.FunctionDef) or each.name.startswith("_"):
            continue
        kinds = [ast.unparse(kind) for kind in each.decorator_list]
        if not any(kind.endswith(".setter") for kind in kinds):
            about = ast.get_docstring(each) or ""
            yield from _item(
                _signature(each), _as_noun(about) if _ATTRIBUTES.intersection(kinds) else about
            )


def _as_noun(about: str) -> str:
    """Return what a property returns, without the verb, as of any other attribute."""
    for verb, noun in (("Tell whether ", "Whether "), ("Return ", ""), ("Yield ", "")):
        if about.startswith(verb):
            text = noun + about.removeprefix(verb)
            return text[0].upper() + text[1:]
    return about


def _inherited(kind: type) -> Iterator[str]:
    """Yield what a class has of bases that nobody imports."""
    for base in kind.__mro__[1:]:
        if base.__module__.startswith("articlelint.") and base.__name__ not in articlelint.__all__:
            tree = ast.parse(inspect.getsource(sys.modules[base.__module__]))
            yield from next(
                _of_class(each)
                for each in tree.body
                if isinstance(each, ast.ClassDef) and each.name == base.__name__
            )


def _item(line: str, about: str) -> Iterator[str]:
    text = " ".join(_shown(about).split())
    yield f"- `{line}`" + (f": {text}" if text else "")


def _tree(module: str) -> ast.Module:
    return ast.parse(Path(import_module(module).__file__ or "").read_text("utf-8"))


def _kinds_in(name: str, module: str) -> Iterator[tuple[str, str]]:
    """Yield the classes in the signatures of *name*, which *module* defines, with their modules.

    Those that everybody can import are left out.
    """
    body = _tree(module).body
    places = {each.name: module for each in body if isinstance(each, ast.ClassDef)}
    for each in ast.walk(ast.Module(body, [])):
        if isinstance(each, ast.ImportFrom) and (each.module or "").startswith("articlelint"):
            places |= {alias.name: each.module or "" for alias in each.names if not alias.asname}
    own = [each for each in body if getattr(each, "name", "") == name]
    for each in own:
        for kind in _annotations(each):
            if kind in places and kind not in articlelint.__all__:
                yield kind, places[kind]


def _annotations(node: ast.stmt) -> Iterator[str]:
    """Yield the names in the annotations of a class or a function that are no secret of it."""
    inner = node.body if isinstance(node, ast.ClassDef) else [node]
    for each in inner:
        found: list[ast.expr | None] = []
        if isinstance(each, ast.AnnAssign):
            found = [each.annotation] if not ast.unparse(each.target).startswith("_") else []
        elif isinstance(each, ast.FunctionDef) and not each.name.startswith("_"):
            arguments = (*each.args.posonlyargs, *each.args.args, *each.args.kwonlyargs)
            found = [each.returns, *(argument.annotation for argument in arguments)]
        for annotation in filter(None, found):
            text = ast.unparse(annotation)
            yield from re.findall(r"\b[A-Z]\w*[a-z]\w*", text)


def _is_class(name: str, module: str) -> bool:
    return any(isinstance(each, ast.ClassDef) and each.name == name for each in _tree(module).body)


def _defined(name: str, module: str) -> str:
    """Return the module that defines the class *name*, which *module* has or imports."""
    return getattr(getattr(import_module(module), name, None), "__module__", module)


def _got(names: list[str], found: dict[str, str]) -> Iterator[str]:
    """Yield the section about classes that only occur in what *names* are."""
    classes: dict[tuple[str, str], None] = {}
    for name in names:
        value = getattr(articlelint, name)
        module = getattr(value, "__module__", None) or found[name]
        places = [(name, module)]
        if isinstance(value, type):  # what it has of bases that nobody imports is shown there, too
            places += [
                (base.__name__, base.__module__)
                for base in value.__mro__[1:]
                if base.__name__ not in articlelint.__all__
            ]
        for each, place in places:
            if place.startswith("articlelint"):
                classes |= dict.fromkeys(
                    (kind, _defined(kind, there)) for kind, there in _kinds_in(each, place)
                )
    classes = {
        each: None for each in classes if each[0] not in FOR_GENERATORS.get(each[1], "").split()
    }
    yield from GOT.split("\n")[1:]
    for kind, place in sorted(classes, key=lambda each: (each[0].lower(), each[1])):
        if INNER.isdisjoint({kind, place}) and _is_class(kind, place):
            yield from (line for line in _from_module(kind, place) if not _OF_TREE.search(line))


def _from_module(name: str, module: str) -> Iterator[str]:
    """Yield the section about *name* with the module that it is in."""
    head, blank, *rest = _of_name(name, module)
    yield from (head, blank, f"In `{module}`.", "", *rest)


def _of_name(name: str, module: str) -> Iterator[str]:
    """Yield the section about *name*, which *module* has or imports."""
    value = inspect.unwrap(getattr(import_module(module), name))
    own = getattr(value, "__module__", "") if callable(value) else ""
    if own.startswith("articlelint"):
        module = own
    body = ast.parse(Path(import_module(module).__file__ or "").read_text("utf-8")).body
    yield f"### {name}"
    yield ""
    for each, after in pairwise([*body, ast.Pass()]):
        match each:
            case ast.ClassDef(name=own) if own == name:
                bases = ", ".join(map(ast.unparse, each.bases))
                head = f"class {name}({bases}): ..." if bases else f"class {name}: ..."
                yield from (f"```python\n{head}\n```", "")
                yield from (_shown(ast.get_docstring(each) or ""), "")
                if items := [*_of_class(each), *_inherited(value)]:
                    yield from (*items, "")
                return
            case ast.FunctionDef(name=own) if own == name:
                yield from (f"```python\n{_definition(each)}\n```", "")
                yield from (_shown(ast.get_docstring(each) or ""), "")
                return
            case ast.Assign(targets=[ast.Name(id=own)]) | ast.AnnAssign(target=ast.Name(id=own)):
                if own == name:
                    yield from (_shown(said(after)), "")
                    return
            case ast.Assign(targets=[ast.Tuple(elts=names)]):
                if name in map(ast.unparse, names):
                    yield from (_shown(said(after)), "")
                    return
    raise LookupError(f"{module} does not define {name}")


def _of_module(name: str, module: str) -> Iterator[str]:
    """Yield the section about the functions of a module that is called *name*."""
    tree = ast.parse(Path(import_module(module).__file__ or "").read_text("utf-8"))
    yield from (f"### {name}", "", _shown(ast.get_docstring(tree) or ""), "")
    yield from (re.sub(r" -> Callable\b.*?`", "`", item) for item in _of_functions(tree.body))
    yield ""


def _group(module: str) -> str:
    inner = f"{module.removeprefix('articlelint.')}."
    fitting = {
        place: title
        for title, places in GROUPS.items()
        for place in places.split()
        if inner.startswith(f"{place}.")
    }
    return fitting[max(fitting, key=len)]


def page() -> str:
    """Return the page."""
    found = modules()
    lines = HEAD.split("\n")
    names = [name for name in articlelint.__all__ if not name.startswith("__")]
    names.sort(key=str.lower)
    for title in GROUPS:
        lines += [f"## {title}", ""]
        for name in names:
            if _group(found[name]) != title:
                continue
            if name == "on":
                lines += _of_module(name, f"{found[name]}.{name}")
            else:
                lines += _of_name(name, found[name])
    lines += GENERATORS.split("\n")[1:]
    for module, several in FOR_GENERATORS.items():
        for name in several.split():
            lines += _from_module(name, module)
    lines += _got(names, found)
    lines += ["## The test harness, and the fences of a page", ""]
    lines += [_shown(testing.__doc__ or ""), ""]
    for name in testing.__all__:
        lines += _of_name(name, "articlelint.testing")
    return "\n".join(line.rstrip() for line in lines).rstrip() + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    sys.stdout.write(f"{PAGE.name} is written\n")
