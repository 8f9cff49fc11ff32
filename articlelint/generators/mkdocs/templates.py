"""Whether the plugin for macros runs over MkDocs' pages, and the names that it has there."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from articlelint.generators.reading import mapping
from articlelint.generators.tree import tree
from articlelint.templates import TemplateSyntax
from articlelint.templates.names import ANY, Names

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from typing import Any

    from articlelint.templates.language import AnyLanguage

_OWN_DELIMITERS: Final = "j2_"
_VARIABLES: Final = frozenset(
    {"config", "context", "environment", "extra", "files", "filters", "filters_builtin", "fix_url",
     "git", "macros", "macros_info", "navigation", "now", "page", "plugin"}
)  # fmt: skip
_FILTERS: Final = frozenset({"pretty", "relative_url"})
_CODE: Final = ("module_name", "modules", "include_yaml")


def syntax(options: object) -> TemplateSyntax:
    """Return the language of pages, by the options of the plugin; None where it is not there.

    mkdocs-macros, ``plugin.py``.
    """
    given = mapping(options)
    if any(key.startswith(_OWN_DELIMITERS) and value for key, value in given.items()):
        return TemplateSyntax.ANY
    return (
        TemplateSyntax.JINJA
        if given.get("render_by_default") is not False
        else (TemplateSyntax.ANY)
    )


def of_page(data: Mapping[str, object], usual: AnyLanguage) -> AnyLanguage:
    """Return the language of a page, whose front matter can turn the plugin on or off."""
    if data.get("ignore_macros") is True or data.get("render_macros") is False:
        return TemplateSyntax.NONE
    return usual


def names(root: Path, config: Mapping[str, Any], options: object) -> Names:
    """Return what pages can call; anything where Python code adds names."""
    given = mapping(options)
    paths = tree(root)
    has_code = any(given.get(key) for key in _CODE) or bool(config.get("hooks"))
    if paths is None or has_code or any(name.startswith(("main.py", "main/")) for name in paths):
        return ANY
    place = PurePosixPath(str(given.get("include_dir") or config.get("docs_dir") or "docs"))
    files = {
        str(path.relative_to(place))
        for path in map(PurePosixPath, paths)
        if path.is_relative_to(place)
    }
    return Names(
        tags=frozenset(),
        filters=_FILTERS,
        variables=_VARIABLES | mapping(config.get("extra")).keys(),
        files=frozenset(files),
        front_matter=True,
    )
