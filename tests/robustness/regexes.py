"""All regular expressions of engine and rules, pumped: those are told whose time is no line.

As a command it prints each with the texts that it is slow on; those that are known to see short
texts alone stand in a list below, with the reason::

    python -m tests.robustness.regexes [NAME ...]

An expression that is used to match at one place of a text is pumped there, others are pumped as
they go over all of a text.
"""

from __future__ import annotations

import ast
import gc
import importlib
import pkgutil
import re
import signal
import sys
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import articlelint
import articlelint_rules
from articlelint.text.regex import _Pattern
from tests.robustness.pumps import Pump, pumps

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from types import FrameType, ModuleType

_SHORT: Final = 1_500
_LONG: Final = 15_000
_QUICK: Final = 0.0005
_SLOW: Final = 0.04
"""Seconds of the processor: what takes less on the short text, or on the long one, is linear."""
_LEAST_GROWTH: Final = 25
"""A line takes ten times as long on the long text, a square a hundred times."""
_GIVEN_UP: Final = 0.4
_BOUNDED: Final = {
    "articlelint.article.links:_OVERRUN": "it looks 60 characters ahead",
    "articlelint.destinations.made_ids:_FILLED": "it looks 60 characters ahead",
    "articlelint.destinations.made_ids:_OPENING": "it looks 200 characters ahead",
    "articlelint.front_matter.toml.words:_INLINE": "it looks 200 characters ahead",
    "articlelint.front_matter.toml.words:_TWICE": "a message of the parser's, with its end",
    "articlelint.destinations.anchors:_COMMENT": "up to the last end of a comment",
    "articlelint.destinations.glance:_COMMENT": "up to the last end of a comment",
    "articlelint.generators.hugo.templates:_COMMENT": "up to the last end of a comment",
    "articlelint.destinations.heading_ids:_TAG": "up to the last end of a tag",
    "articlelint.front_matter.yaml.lines:_COMMENT": "one line",
    "articlelint.cli.rule:_FENCE": "pages of rules",
    "articlelint.html.tree.document:_COMMENT": "from where a comment begins",
    "articlelint.templates.hexo.spared:_TO_END": "4,000 characters, some hundred times",
    "articlelint.destinations.image_files:_SIGNATURES": "at the beginning of a file",
    "articlelint.templates.hugo.fixes:_HALF_END": "1,000 characters",
    "articlelint.templates.hugo.fixes:_QUOTES": "1,000 characters",
    "articlelint.templates.hugo.lexer:_QUOTED": "from where a quote opens",
    "articlelint.report.alike:_VERSION": "names of folders",
    "articlelint.generators.docusaurus.claims:_DATED": "names of files",
    "articlelint.markdown.cut_html:_TAG": "it looks 2,000 characters ahead",
    "articlelint.markdown.jsx_fixes:_BARE_URL": "2,000 characters",
    "articlelint.templates.jsx.javascript:_WORD": "2,000 characters",
    "articlelint.dates": "200 characters at most",
}


@dataclass(frozen=True)
class Expression:
    """A regular expression; *name* is ``module:NAME`` where it has one."""

    name: str
    source: str | bytes
    flags: int
    scans: bool
    """Whether it is tried at more than one place of a text."""
    fits: bool
    """Whether all of a text is to match."""


def expressions() -> list[Expression]:
    """Return every expression there is once all modules are imported."""
    modules = list(_modules())
    names = {
        id(each): f"{module.__name__}:{name}" for module in modules for name, each in _named(module)
    }
    public, anchored = _anchored(modules)
    fitting = {name for module in modules for name in _fitting(module)}
    found = {}
    for each in gc.get_objects():
        if type(each) is _Pattern:
            name = names.get(id(each), "")
            key = name, each.pattern, each._flags
            scans = not (name in anchored or name.rpartition(":")[2] in public)
            found[key] = Expression(*key, scans, name.rpartition(":")[2] in fitting)
    return sorted(found.values(), key=lambda each: (each.name, str(each.source)))


def _modules() -> Iterator[ModuleType]:
    for package in (articlelint, articlelint_rules):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if not module.name.endswith("__main__"):
                yield importlib.import_module(module.name)


def _named(module: ModuleType) -> Iterator[tuple[str, object]]:
    """Yield the expressions of a module, those in its tables and classes too."""
    for name, value in vars(module).items():
        if isinstance(value, type) and value.__module__ == module.__name__:
            yield from ((name, each) for each in _within(tuple(vars(value).values())))
        else:
            yield from ((name, each) for each in _within(value))


def _within(value: object) -> Iterator[object]:
    """Yield what stands in a table, and in the tables in it; else the value itself."""
    if isinstance(value, dict):
        value = tuple(value.values())
    if isinstance(value, (list, tuple)):
        for each in value:
            yield from _within(each)
    else:
        yield value


def _anchored(modules: Sequence[ModuleType]) -> tuple[set[str], set[str]]:
    """Return the names that are only used to match at one place: public ones, and with modules."""
    public: Counter[str] = Counter()
    anchored = set()
    for module in modules:
        left = _other_uses(ast.parse(Path(module.__file__ or "").read_bytes()))
        public.update({name: count for name, count in left.items() if name[0] != "_"})
        anchored |= {
            f"{module.__name__}:{name}"
            for name, count in left.items()
            if name[0] == "_" and not count
        }
    return {name for name, count in public.items() if not count}, anchored


def _fitting(module: ModuleType) -> Iterator[str]:
    """Yield the names of expressions that a whole text has to match."""
    for node in ast.walk(ast.parse(Path(module.__file__ or "").read_bytes())):
        match node:
            case ast.Attribute(
                value=ast.Name(id=name) | ast.Attribute(attr=name), attr="fullmatch"
            ):
                yield name
            case ast.Attribute(value=ast.Subscript(value=ast.Name(id=name)), attr="fullmatch"):
                yield name


def _other_uses(tree: ast.AST) -> Counter[str]:
    """Return how often each name is read, but for what matches at one place."""
    uses: Counter[str] = Counter()
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name, ctx=ast.Load()) | ast.Attribute(attr=name, ctx=ast.Load()):
                uses[name] += 1
        match node:
            case ast.Attribute(
                value=ast.Name(id=name)
                | ast.Attribute(attr=name)
                | ast.Subscript(value=ast.Name(id=name)),
                attr="match" | "fullmatch",
            ):
                uses[name] -= 1
    return uses


class _TooLongError(BaseException):
    pass


def _seconds(expression: Expression, text: str) -> float:
    """Return how long an expression takes on *text*, or so long that it does not matter."""

    def ring(_number: int, _frame: FrameType | None) -> None:
        raise _TooLongError

    compiled: re.Pattern[Any] = re.compile(expression.source, expression.flags)
    subject = text.encode("latin-1", "replace") if isinstance(expression.source, bytes) else text
    before = signal.signal(signal.SIGVTALRM, ring)
    signal.setitimer(signal.ITIMER_VIRTUAL, _GIVEN_UP)
    began = time.process_time()
    try:
        if expression.scans:
            for _ in compiled.finditer(subject):
                pass
        else:
            compiled.match(subject)
        if expression.fits:
            compiled.fullmatch(subject)
        return time.process_time() - began
    except _TooLongError:
        return _GIVEN_UP
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def slow_on(expression: Expression) -> tuple[int, list[Pump]]:
    """Return on how many texts an expression was tried, and some on which it is slow."""
    found = []
    candidates = pumps(expression.source, expression.flags)
    for pump in candidates:
        short, long = pump.text(_SHORT), pump.text(_LONG)
        if _seconds(expression, short) < _QUICK:
            continue
        least = min(_seconds(expression, short) for _ in range(4))
        if least > _QUICK and min(_seconds(expression, long) for _ in range(2)) > max(
            _SLOW, _LEAST_GROWTH * least
        ):
            found.append(pump)
            if len(found) == 3:
                break
    return len(candidates), found


def _is_bounded(name: str) -> bool:
    return any(name.startswith(known) for known in _BOUNDED)


def main(names: Sequence[str]) -> int:
    """Run as a command; 1 where an expression is slow that is not known to see short texts."""
    wrong = count = tried = 0
    for each in expressions():
        if names and not any(name in each.name for name in names):
            continue
        count += 1
        number, slow = slow_on(each)
        tried += number
        if slow and not _is_bounded(each.name):
            wrong += 1
            print(each.name, repr(each.source)[:200])
            for pump in slow:
                print(f"    {pump.before!r} {pump.again!r} ... {pump.after!r}", flush=True)
    print(f"{count} expressions, {tried} texts, {wrong} expressions are slow")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
