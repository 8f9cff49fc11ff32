"""The extensions of a configuration, by name, as features."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from articlelint.markdown.python_markdown.features import Features, Repositories
from articlelint.markdown.python_markdown.inline.delimiters import Delimiter
from articlelint.markdown.python_markdown.options import BLOCKS, escaping, is_on

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

_EXTRA: Final = (
    "fenced_code",
    "footnotes",
    "attr_list",
    "def_list",
    "tables",
    "abbr",
    "md_in_html",
)
_PYMDOWN_EXTRA: Final = (
    *("pymdownx.betterem", "pymdownx.superfences", "footnotes", "attr_list", "def_list"),
    *("tables", "abbr", "md_in_html"),
)
_NO_EFFECT: Final = frozenset(
    {"meta", "pymdownx.highlight", "pymdownx.pathconverter", "pymdownx.striphtml", "pymdownx.b64"}
)
"""What changes nothing of what is read."""
_FLAGS: Final[Mapping[str, Mapping[str, Any]]] = {
    "abbr": {"abbreviations": True},
    "admonition": {"admonitions": True},
    "attr_list": {"attribute_lists": True},
    "codehilite": {"code_headers": True},
    "def_list": {"definition_lists": True},
    "fenced_code": {"fences": "plain"},
    "footnotes": {"footnotes": True},
    "md_in_html": {"markdown_in_html": True},
    "nl2br": {"line_breaks": True},
    "sane_lists": {"sane_lists": True},
    "toc": {"toc": True},
    "pymdownx.details": {"details": True},
    "pymdownx.inlinehilite": {"inline_highlight": True},
    "pymdownx.saneheaders": {"sane_headings": True},
    "pymdownx.snippets": {"snippets": True},
    "pymdownx.tasklist": {"task_lists": True},
}
_SYMBOLS: Final = (
    *("trademark", "copyright", "registered", "plusminus", "arrows", "notequal"),
    *("fractions", "ordinal_numbers", "care_of"),
)
_QUOTES: Final = {
    "smart_quotes": True,
    "smart_angled_quotes": False,
    "smart_dashes": True,
    "smart_ellipses": True,
}


def features(
    extensions: Iterable[tuple[str, Mapping[str, Any]]], others: frozenset[str] = frozenset()
) -> Features:
    """Return what *extensions*, names with their options, switch on; a later one counts.

    *others* are what else may change what is read, of which nothing is known.
    """
    found = Features(unknown=others)
    better = False
    marks: dict[str, Delimiter] = {}
    for name, options in _unpacked(extensions):
        if name in _FLAGS:
            found = replace(found, **_FLAGS[name])
        elif name in _MORE:
            found = _MORE[name](found, options)
        elif name in _MARKS:
            marks |= {each.token: each for each in _MARKS[name](options)}
        elif name == "pymdownx.betterem":
            better = True
            found = replace(found, emphasis=_better(options))
        elif name not in _NO_EFFECT:
            found = replace(found, unknown=found.unknown | {name})
    escaped = found.escaped | set(marks)
    if any(each.no_space for each in marks.values()):
        escaped |= {" "}
    if better:
        return replace(found, emphasis=(*found.emphasis, *marks.values()), escaped=escaped)
    return replace(found, marks=tuple(marks.values()), escaped=escaped)


def _unpacked(
    extensions: Iterable[tuple[str, Mapping[str, Any]]],
) -> Iterable[tuple[str, Mapping[str, Any]]]:
    """Yield *extensions* by their short names, bundles as what is in them."""
    for given, options in extensions:
        name = given.removeprefix("markdown.extensions.").partition(":")[0]
        if name == "smart_strong":
            continue
        bundle = {"extra": _EXTRA, "pymdownx.extra": _PYMDOWN_EXTRA}.get(name)
        if bundle is None:
            yield name, options
            continue
        for each in bundle:
            inner = options.get(each) or options.get(f"markdown.extensions.{each}")
            yield each, inner if isinstance(inner, dict) else {}


def _better(options: Mapping[str, Any]) -> tuple[Delimiter, ...]:
    smart = options.get("smart_enable", "underscore")
    punctuation = is_on(options, "punctuation", default=True)
    return (
        Delimiter("*", "Strong", "Emphasis", smart in {"asterisk", "all"}, punctuation, whole=True),
        Delimiter(
            "_", "Strong", "Emphasis", smart in {"underscore", "all"}, punctuation, whole=True
        ),
    )


def _caret(options: Mapping[str, Any]) -> list[Delimiter]:
    return _two(options, "^", ("insert", "ins"), ("superscript", "Superscript"))


def _tilde(options: Mapping[str, Any]) -> list[Delimiter]:
    return _two(options, "~", ("delete", "Strikethrough"), ("subscript", "Subscript"))


def _two(
    options: Mapping[str, Any], token: str, twice: tuple[str, str], once: tuple[str, str]
) -> list[Delimiter]:
    double = twice[1] if is_on(options, twice[0], default=True) else ""
    single = once[1] if is_on(options, once[0], default=True) else ""
    if not double and not single:
        return []
    return [
        Delimiter(
            token,
            double,
            single,
            smart=is_on(options, f"smart_{twice[0]}", default=False),
            punctuation=is_on(options, "punctuation", default=False) or not single,
            no_space=bool(single) and is_on(options, "no_space", default=True),
            whole=True,
        )
    ]


def _mark(options: Mapping[str, Any]) -> list[Delimiter]:
    smart = is_on(options, "smart_mark", default=False)
    return [Delimiter("=", "mark", "", smart, punctuation=True, whole=True)]


_MARKS: Final[Mapping[str, Callable[[Mapping[str, Any]], list[Delimiter]]]] = {
    "pymdownx.caret": _caret,
    "pymdownx.mark": _mark,
    "pymdownx.tilde": _tilde,
}


def _fences(found: Features, options: Mapping[str, Any]) -> Features:
    return replace(
        found,
        fences="nested",
        indented_code=not is_on(options, "disable_indented_code_blocks", default=False),
        relaxed_fences=is_on(options, "relaxed_headers", default=False),
    )


def _math(found: Features, options: Mapping[str, Any]) -> Features:
    inline = options.get("inline_syntax", ["dollar", "round"])
    block = options.get("block_syntax", ["dollar", "square", "begin"])
    names = {*inline, *(f"block-{name}" for name in block)}
    if not is_on(options, "smart_dollar", default=True):
        names.add("plain-dollar")
    return escaping(found, "$", math=frozenset(names))


def _tabs(found: Features, options: Mapping[str, Any]) -> Features:
    alternate = is_on(options, "alternate_style", default=False)
    ids = found.tab_ids or "slugify" in options
    return replace(found, tabs="alternate" if alternate else "plain", tab_ids=ids)


def _symbols(found: Features, options: Mapping[str, Any]) -> Features:
    names = tuple(name for name in _SYMBOLS if is_on(options, name, default=True))
    return replace(found, smart_symbols=names)


def _smarty(found: Features, options: Mapping[str, Any]) -> Features:
    names = frozenset(
        name for name, default in _QUOTES.items() if is_on(options, name, default=default)
    )
    return escaping(found, "\"'", smarty=names)


def _magic_links(found: Features, options: Mapping[str, Any]) -> Features:
    known = Repositories(
        str(options.get("provider", "github")),
        str(options.get("user") or ""),
        str(options.get("repo") or ""),
        is_on(options, "repo_url_shorthand", default=False),
        is_on(options, "social_url_shorthand", default=False),
    )
    if not known.projects and not known.people:
        return replace(found, magic_links=True)
    return escaping(found, "@", magic_links=True, repositories=known)


_MORE: Final[Mapping[str, Callable[[Features, Mapping[str, Any]], Features]]] = {
    **BLOCKS,
    "tables": lambda found, _: escaping(found, "|", tables=True),
    "smarty": _smarty,
    "legacy_em": lambda found, _: replace(
        found,
        emphasis=(Delimiter("*", "Strong", "Emphasis"), Delimiter("_", "Strong", "Emphasis")),
    ),
    "pymdownx.arithmatex": _math,
    "pymdownx.emoji": lambda found, _: escaping(found, ":", emoji=True),
    "pymdownx.keys": lambda found, _: escaping(found, "+", keys=True),
    "pymdownx.magiclink": _magic_links,
    "pymdownx.smartsymbols": _symbols,
    "pymdownx.superfences": _fences,
    "pymdownx.tabbed": _tabs,
}
