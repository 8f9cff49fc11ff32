"""Options of extensions as features, and those of the blocks between slashes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from articlelint.markdown.python_markdown.features import BlockKind, Features

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_ADMONITION_BLOCKS: Final = (
    *("note", "attention", "caution", "danger", "error", "tip", "hint", "warning", "important"),
)
_CAPTIONS: Final = (
    "caption",
    {"name": "figure-caption", "prefix": "Figure {}."},
    {"name": "table-caption", "prefix": "Table {}."},
)


def is_on(options: Mapping[str, Any], name: str, *, default: bool) -> bool:
    """Tell whether an option is on, which may be written as a word."""
    value = options.get(name, default)
    if isinstance(value, str):
        return value.lower() in {"true", "yes", "y", "on", "1"}
    return bool(value)


def escaping(found: Features, characters: str, **changes: Any) -> Features:
    """Return features with changes, and with more characters that a backslash escapes."""
    return replace(found, escaped=found.escaped | set(characters), **changes)


def _blocks(found: Features, *kinds: BlockKind, **changes: Any) -> Features:
    return escaping(found, "/", blocks=(*found.blocks, *kinds), **changes)


def _typed_blocks(kind: str) -> Callable[[Features, Mapping[str, Any]], Features]:
    """Return what adds a block and those that are called by its types."""

    def add(found: Features, options: Mapping[str, Any]) -> Features:
        types = options.get("types", _ADMONITION_BLOCKS if kind == "admonition" else ())
        return _blocks(found, BlockKind(kind, kind), *_types(kind, types))

    return add


def _types(
    kind: str, types: object, title: str = "title", classes: str = "class"
) -> list[BlockKind]:
    listed = types if isinstance(types, (list, tuple)) else ()
    given = [each if isinstance(each, dict) else {"name": each} for each in listed]
    return [
        BlockKind(
            each["name"],
            kind,
            str(each.get(classes) or ("" if kind == "caption" else each["name"])),
            str(each.get(title) or ""),
        )
        for each in given
        if isinstance(each.get("name"), str)
    ]


def _html_blocks(found: Features, options: Mapping[str, Any]) -> Features:
    custom = options.get("custom")
    modes = tuple(
        (str(each.get("tag")), str(each.get("mode", "auto")))
        for each in (custom if isinstance(custom, list) else ())
        if isinstance(each, dict)
    )
    return _blocks(found, BlockKind("html", "html", modes=modes))


def _tab_blocks(found: Features, options: Mapping[str, Any]) -> Features:
    style = "alternate" if is_on(options, "alternate_style", default=False) else "plain"
    ids = found.tab_ids or "slugify" in options
    return _blocks(found, BlockKind("tab", "tab"), block_tabs=style, tab_ids=ids)


def _caption_blocks(found: Features, options: Mapping[str, Any]) -> Features:
    depth = options.get("auto_level", 0)
    kinds = [
        each._replace(
            prepend=is_on(options, "prepend", default=False),
            numbered=is_on(options, "auto", default=True),
            depth=max(depth, 0) if isinstance(depth, int) else 0,
        )
        for each in _types("caption", options.get("types", _CAPTIONS), "prefix", "classes")
    ]
    return _blocks(found, *kinds)


BLOCKS: Final[Mapping[str, Callable[[Features, Mapping[str, Any]], Features]]] = {
    "pymdownx.blocks.admonition": _typed_blocks("admonition"),
    "pymdownx.blocks.caption": _caption_blocks,
    "pymdownx.blocks.definition": lambda found, _: _blocks(found, BlockKind("define", "define")),
    "pymdownx.blocks.details": _typed_blocks("details"),
    "pymdownx.blocks.html": _html_blocks,
    "pymdownx.blocks.tab": _tab_blocks,
}
"""What each extension of ``pymdownx.blocks`` switches on."""
