"""All regular expressions of engine and rules, pumped: those are told whose time is no line.

As a command it prints each with the texts that it is slow on; those that are known to see short
texts alone stand in a list below, with the reason::

    python -m tests.robustness.regexes [NAME ...]

An expression that is used to match at one place of a text is pumped there, others are pumped as
they go over all of a text.
"""

from __future__ import annotations

import gc
import importlib
import pkgutil
import re
import signal
import sys
import time
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import articlelint
import articlelint_rules
from articlelint.text.regex import _Pattern
from tests.robustness.pumps import Pump, pumps

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from types import FrameType, ModuleType

_GLANCE: Final = 500
_NOTHING: Final = 0.00006
"""Seconds on such a text, on which a square takes longer."""
_SHORT: Final = 1_500
_LONG: Final = 15_000
_QUICK: Final = 0.0005
_SLOW: Final = 0.04
"""Seconds of the processor: what takes less on the short text, or on the long one, is linear."""
_LEAST_GROWTH: Final = 25
"""A line takes ten times as long on the long text, a square a hundred times."""
_GIVEN_UP: Final = 0.4
BOUNDED: Final = {  # by the beginnings of their names, with what they are tried on
    "articlelint.article.links:_OVERRUN": "it looks 60 characters ahead",
    "articlelint.destinations.made_ids:_FILLED": "it looks 60 characters ahead",
    "articlelint.destinations.made_ids:_OPENING": "it looks 200 characters ahead",
    "articlelint.front_matter.toml.words:_INLINE": "it looks 200 characters ahead",
    "articlelint.front_matter.toml.words:_TWICE": "a message of the parser's, with its end",
    "articlelint.destinations.hooks:_COMMENT": "up to the last end of a comment",
    "articlelint.generators.eleventy.markdown:_MADE": "it looks 2,000 characters ahead",
    "articlelint.generators.hexo.links:_REWRITES": "names of packages",
    "articlelint.generators.hugo.ids:_DATA": "paths of files",
    "articlelint.markdown.kramdown.definitions:_FOOTNOTE": "it looks 999 characters ahead",
    "articlelint.generators.vue_components:_TEMPLATE": "up to the last end of a template",
    "articlelint.generators.hugo.assets:_FROM_SOURCE": "it looks 2,000 characters ahead",
    "articlelint.markdown.kramdown.tables:_CODE_ELEMENT": "up to the last end of code",
    "articlelint.markdown.python_markdown.raw_html:_INLINE_END": "5,000 characters",
    "articlelint.destinations.glance:_COMMENT": "up to the last end of a comment",
    "articlelint.generators.hugo.templates:_COMMENT": "up to the last end of a comment",
    "articlelint.destinations.heading_ids.hexo:_TAG": "up to the last end of a tag",
    "articlelint.front_matter.yaml.lines:_COMMENT": "one line",
    "articlelint.front_matter.yaml.lines:_QUOTED": "from where a quote opens",
    "articlelint.generators.astro.collections:_MARK": "it looks 2,000 characters ahead",
    "articlelint.generators.fumadocs.source:_LOADER": "it looks 300 characters ahead",
    "articlelint.generators.generic.mdx:_FENCES": "100,000 characters, of fences that differ",
    "articlelint.cli.rule:_FENCE": "pages of rules",
    "articlelint.html.tree.document:_COMMENT": "from where a comment begins",
    "articlelint.templates.hexo.spared:_TO_END": "4,000 characters, some hundred times",
    "articlelint.destinations.image_files:_SIGNATURES": "at the beginning of a file",
    "articlelint.templates.hugo.fixes:_HALF_END": "1,000 characters",
    "articlelint.templates.hugo.fixes:_QUOTES": "1,000 characters",
    "articlelint.templates.hugo.lexer:_QUOTED": "from where a quote opens",
    "articlelint.generators.jekyll.ids:_INCLUDE": "up to the last end of a tag",
    "articlelint.generators.mdbook.configuration:_COMMENT": "up to the last end of a comment",
    "articlelint.generators.reading:_COMMENT": "up to the last end of a comment",
    "articlelint.generators.next_site:_GROUP": "names of folders",
    "articlelint.schema.limits:_EMAIL": "all of a value, from its beginning",
    "articlelint.templates.jsx.within:_TAG": "5,000 characters",
    "articlelint.templates.liquid.markup:_DYNAMIC": "up to the last end of an expression",
    "articlelint.templates.liquid.values:_SEGMENT": "up to the last bracket",
    "articlelint.testing:FENCE": "pages of rules",
    "articlelint.urls.flaws:_LEFTOVER": "it looks 200 characters ahead",
    "articlelint.generators.eleventy.addresses:_DATE": "names of files",
    "articlelint.generators.docusaurus.claims:_DATED": "names of files",
    "articlelint.generators.jekyll.ids:_TAGS": "it looks 2,000 characters ahead",
    "articlelint.generators.eleventy.tag_ids:_TAGS": "it looks 2,000 characters ahead",
    "articlelint.language.templates:_PROSE": "our own sentences",
    "articlelint.markdown.kramdown.patterns:INDENTED_CODE": "it looks 999 characters ahead",
    "articlelint.linting.generated:_COMMENT": "1,500 characters",
    "articlelint.markdown.python_markdown.attribute_lists:_AT_END": "a line that ends with a brace",
    "articlelint.markdown.python_markdown.blocks.leaves:_FORMULAS": "from the beginning of a block",
    "articlelint.markdown.python_markdown.blocks.lists": "from the beginning of a line",
    "articlelint.markdown.python_markdown.inline.markup:_FOOTNOTE": "up to the last bracket",
    "articlelint.markdown.python_markdown.inline.markup:_ROUND": "it looks 2,000 characters ahead",
    "articlelint.markdown.marked.addresses:_OPEN": "it looks 2,000 characters ahead",
    "articlelint.markdown.vue.closing:_TAG": "some 10,000 characters",
    "articlelint.markdown.cut_html:_TAG": "it looks 2,000 characters ahead",
    "articlelint.markdown.jsx_fixes:_BARE_URL": "2,000 characters",
    "articlelint.templates.jsx.javascript:_WORD": "2,000 characters",
    "articlelint.dates": "200 characters at most",
    "articlelint.front_matter.fences.slips:TOP": "at the beginning of an article",
    "articlelint_rules.images.junk_alt:_NUMBERED": "200 characters",
    "articlelint_rules.images.lazy_placeholder:_PLACEHOLDER": "500 characters",
}
PARSERS: Final = ("articlelint.markdown.kramdown.", "articlelint.templates.liquid")
"""Where expressions in tables, variables and classes are matched where the parser has come to."""
_AT_ONE_PLACE: Final = frozenset({"match", "fullmatch"})
_IMPORTED: Final = re.compile(r"^from .*(?:\((?:\n .*)*\n\))?", re.MULTILINE)


@dataclass(frozen=True)
class Expression:
    """A regular expression; *name* is ``module:NAME`` where it has one."""

    name: str
    source: str | bytes
    flags: int

    @property
    def scans(self) -> bool:
        """Tell whether it is tried at more than one place of a text."""
        at_one = _AT_ONE_PLACE | ({""} if self.name.startswith(PARSERS) else set())
        return any(method not in at_one for method in _uses(self.name))

    @property
    def fits(self) -> bool:
        """Tell whether all of a text is to match."""
        return "fullmatch" in _uses(self.name)


@cache
def expressions() -> list[Expression]:
    """Return every expression there is once all modules are imported."""
    names = {
        id(each): f"{module.__name__}:{name}"
        for module in _modules()
        for name, each in _named(module)
    }
    found = {
        Expression(names.get(id(each), ""), each.pattern, each._flags)
        for each in gc.get_objects()
        if type(each) is _Pattern
    }
    return sorted(found, key=lambda each: (each.name, str(each.source), each.flags))


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


@cache
def _uses(name: str) -> list[str]:
    """Return which method of an expression is used, each time; "" where it is handed on.

    A name that is public is looked for in all modules.
    """
    module, _, own = name.partition(":")
    if not own:
        return [""]
    modules = (module,) if own[0] == "_" else tuple(sys.modules)
    use = re.compile(rf"(?<!\w){own}\b(?!:| =)(?:\[[^]\n]*\])?(?:\.(\w+))?")
    texts = (text for text in map(_text, modules) if own in text)
    return [found[1] or "" for text in texts for found in use.finditer(text)] or [""]


@cache
def _text(module: str) -> str:
    """Return a module's source, but for what it imports."""
    if module.partition(".")[0] not in {"articlelint", "articlelint_rules"}:
        return ""
    text = Path(sys.modules[module].__file__ or "").read_text("utf-8")
    return _IMPORTED.sub("", text)


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
    began = time.thread_time()
    try:
        if expression.scans:
            for _ in compiled.finditer(subject):
                pass
        else:
            compiled.match(subject)
        if expression.fits:
            compiled.fullmatch(subject)
        return time.thread_time() - began
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
        if _seconds(expression, pump.text(_GLANCE)) < _NOTHING:
            continue
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


def is_bounded(name: str) -> bool:
    return any(name.startswith(known) for known in BOUNDED)


def main(names: Sequence[str]) -> int:
    """Run as a command; 1 where an expression is slow that is not known to see short texts."""
    wrong = count = tried = 0
    for each in expressions():
        if is_bounded(each.name) or (names and not any(name in each.name for name in names)):
            continue
        count += 1
        number, slow = slow_on(each)
        tried += number
        if slow:
            wrong += 1
            print(each.name, repr(each.source)[:200])
            for pump in slow:
                print(f"    {pump.before!r} {pump.again!r} ... {pump.after!r}", flush=True)
    print(f"{count} expressions, {tried} texts, {wrong} expressions are slow")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
