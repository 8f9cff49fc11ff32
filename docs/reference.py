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
                default = f" = {ast.unparse(value)}" if value is not None else ""
                line = f"{name}: {ast.unparse(kind)}{default}"
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                line = f"{name} = {ast.unparse(value)}"
            case _:
                continue
        if not name.startswith("_"):
            yield from _item(line, said(after))
    yield from _of_functions(node.body)


def _of_functions(body: list[ast.stmt]) -> Iterator[str]:
    """Yield the public functions in *body*, each with what it says."""
    for each in body:
        if not isinstance(each, ast.FunctionDef) or each.name.startswith("_"):
            continue
        if not any(ast.unparse(kind).endswith(".setter") for kind in each.decorator_list):
            yield from _item(_signature(each), ast.get_docstring(each) or "")


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


def _of_name(name: str, module: str) -> Iterator[str]:
    """Yield the section about *name*, which *module* has or imports."""
    value = inspect.unwrap(getattr(import_module(module), name))
    module = getattr(value, "__module__", module) if callable(value) else module
    module = module if module.startswith("articlelint") else modules().get(name, module)
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
    lines += ["## The test harness, and the fences of a page", ""]
    lines += [_shown(testing.__doc__ or ""), ""]
    for name in testing.__all__:
        lines += _of_name(name, "articlelint.testing")
    return "\n".join(line.rstrip() for line in lines).rstrip() + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    sys.stdout.write(f"{PAGE.name} is written\n")
