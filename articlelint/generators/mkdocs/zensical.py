"""Zensical's configuration, as MkDocs would have it: zensical, ``config.py``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from articlelint.generators.reading import mapping

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from articlelint.generators.reading import Reader

NAMED: Final = ("zensical.yml", "zensical.yaml")
"""Usual names of a file that is named on the command line."""
FILES: Final = ("zensical.toml", *NAMED)
_NESTED: Final = frozenset({"pymdownx", "blocks", "zensical", "extensions"})
"""Parts of names of extensions that TOML makes tables of."""
_FENCES: Final = "pymdownx.superfences"
_DEFAULTS: Final[Sequence[str | Mapping[str, Any]]] = (
    *("abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html"),
    {"pymdownx.arithmatex": {"generic": True}},
    *("pymdownx.betterem", "pymdownx.caret", "pymdownx.details", "pymdownx.emoji"),
    *("pymdownx.inlinehilite", "pymdownx.keys", "pymdownx.magiclink", "pymdownx.mark"),
    *("pymdownx.smartsymbols", "pymdownx.superfences"),
    {"pymdownx.tabbed": {"alternate_style": True, "combine_header_slug": True}},
    *("pymdownx.tasklist", "pymdownx.tilde"),
)
"""The extensions of a site that names none."""


def read(reader: Reader, name: str) -> dict[str, Any]:
    """Return the configuration of Zensical in a file."""
    config = reader.toml(name, newer=True) if name.endswith(".toml") else reader.yaml(name)
    config = dict(mapping(config.get("project")) or config)
    named = config.get("markdown_extensions", list(_DEFAULTS))
    listed = list(_whole(named)) if isinstance(named, dict) else named
    if isinstance(listed, list):
        has_fences = any(each == _FENCES or _FENCES in mapping(each) for each in listed)
        config["markdown_extensions"] = listed if has_fences else [*listed, _FENCES]
    return config


def _whole(named: Mapping[str, Any], prefix: str = "") -> Iterator[dict[str, Any]]:
    """Yield extensions by their whole names, with their options."""
    for name, options in named.items():
        if name in _NESTED and isinstance(options, dict):
            yield from _whole(options, f"{prefix}{name}.")
        else:
            yield {prefix + name: options}
