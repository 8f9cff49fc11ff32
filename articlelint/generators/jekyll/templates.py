"""The names that a Jekyll site adds to Liquid: its gems, ``_plugins`` and ``_includes``."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from articlelint.generators.reading import Reader, folder, text, texts
from articlelint.generators.tree import tree
from articlelint.templates.names import ANY, Names
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from typing import Any

_GEM: Final = regex(r"""^[ \t]*gem[ \t(]+["']([\w-]+)["']""", 8)  # MULTILINE
_REGISTERS: Final = regex(
    r"register_tag[ (]\s*(?:([\"'])(?P<name>[\w-]+)\1|:(?P<symbol>\w+))"
    r"(?:\s*,\s*(?:::)?(?:\w+::)*(?P<made>\w+))?"
)
_CLASS: Final = regex(r"\bclass\s+(?:\w+::)*(\w+)\s*<\s*(?:::)?(?:\w+::)*(\w+)")
_ANY_REGISTERS: Final = regex(r"register_tag|register_filter")
_IS_BLOCK: Final = regex(r"<\s*(?:::)?Liquid::Block|HighlightBlock|Block\b")
_ASSIGNS: Final = regex(r"\{%-?\s*(?:assign|capture)\s+([\w-]+)")

# The tags of each gem that is known to add no others; a gem that is not here may add any.
_GEMS: Final[dict[str, tuple[str, ...]]] = {
    "github-pages": ("seo", "feed_meta", "gist", "avatar", "github_edit_link"),
    "jekyll-avatar": ("avatar",),
    "jekyll-feed": ("feed_meta",),
    "jekyll-gist": ("gist",),
    "jekyll-github-metadata": ("github_edit_link",),
    "jekyll-include-cache": ("include_cached",),
    "jekyll-last-modified-at": ("last_modified_at",),
    "jekyll-seo-tag": ("seo",),
    "jekyll-toc": ("toc",),
}
_HARMLESS: Final = frozenset(
    {"base64", "bigdecimal", "bundler", "csv", "dotenv", "fiddle", "html-proofer", "http_parser",
     "jekyll", "jekyll-archives", "jekyll-coffeescript", "jekyll-commonmark",
     "jekyll-commonmark-ghpages", "jekyll-compose", "jekyll-default-layout", "jekyll-mentions",
     "jekyll-optional-front-matter", "jekyll-paginate", "jekyll-paginate-v2",
     "jekyll-readme-index", "jekyll-redirect-from", "jekyll-relative-links",
     "jekyll-remote-theme", "jekyll-sass-converter", "jekyll-sitemap", "jekyll-swiss",
     "jekyll-titles-from-headings", "jekyll-watch", "jemoji", "json", "kramdown",
     "kramdown-math-katex", "kramdown-parser-gfm", "liquid", "listen", "logger", "minima",
     "nokogiri", "ostruct", "racc", "rack", "rake", "rdoc", "rexml", "rouge", "rubocop",
     "sass-embedded", "tzinfo", "tzinfo-data", "wdm", "webrick"}
)  # fmt: skip
KNOWN_GEMS: Final = _HARMLESS | _GEMS.keys()
_NO_THEME: Final = frozenset({"default", "home", "nil", "none", "null", "page", "post"})
"""No layout, and those of the theme that GitHub Pages takes where none is named."""
_THEME_FILES: Final = ("theme", "remote_theme")


def names(root: Path, configurations: Iterable[str]) -> Names:
    """Return what articles of the site at *root* can call."""
    reader = Reader(root)
    config = next((data for name in configurations if (data := reader.any(name))), {})
    paths = tree(root)
    if paths is None:
        return ANY
    source = folder(config.get("source"), ".")
    plugins = [name for name in paths if _within(name, source, "_plugins") and name.endswith(".rb")]
    scripts = [reader.text(name) for name in plugins]
    tags, blocks = _registered(scripts)
    gems = {*_GEM.findall(reader.text("Gemfile")), *_plugins(config)}
    known = (
        not is_without_configuration(reader)
        and gems <= _GEMS.keys() | _HARMLESS | _themes(config)
        and tags is not None
    )
    own = {tag for gem in {*gems, "github-pages"} & _GEMS.keys() for tag in _GEMS[gem]}
    includes = _includes(config, source, paths)
    return Names(
        tags=frozenset(own | (tags or set())) if known else None,
        blocks=frozenset(blocks),
        filters=None,  # Liquid takes those that it does not know
        variables=_variables(reader, source, paths, scripts) if known else None,
        files=includes,
        layouts=_layouts(config, source, paths),
    )


def is_without_configuration(reader: Reader) -> bool:
    """Tell whether it is the source folder of a site whose configuration and plugins lie above."""
    files = ("Gemfile", "_config.yml", "_config.yaml", "_config.toml")
    return (reader.root / "_layouts").is_dir() and not any(map(reader.text, files))


def _within(name: str, source: PurePosixPath, folder_name: str) -> bool:
    return PurePosixPath(name).is_relative_to(source / folder_name)


def _plugins(config: dict[str, Any]) -> Iterator[str]:
    for key in ("plugins", "gems"):
        yield from texts(config.get(key))


def _themes(config: dict[str, Any]) -> set[str]:
    return {name for key in _THEME_FILES if (name := text(config.get(key)))}


def _registered(scripts: Iterable[str]) -> tuple[set[str] | None, set[str]]:
    """Return the tags and blocks that Ruby sources register; None where a name is no literal."""
    tags: set[str] = set()
    blocks: set[str] = set()
    for script in scripts:
        found = list(_REGISTERS.finditer(script))
        if len(found) < script.count("register_tag"):
            return None, blocks
        parents = dict(_CLASS.findall(script))
        for match in found:
            name = match["name"] or match["symbol"]
            parent = parents.get(match["made"] or "", "")
            is_tag = parent == "Tag" or (parent != "Block" and not _IS_BLOCK.search(script))
            (tags if is_tag else blocks).add(name)
    return tags - blocks, blocks


def _includes(
    config: dict[str, Any], source: PurePosixPath, paths: Iterable[str]
) -> frozenset[str] | None:
    """Return the files of ``_includes``; None where a theme may have more of them."""
    if _themes(config):
        return None
    place = source / (text(config.get("includes_dir")) or "_includes")
    return frozenset(
        str(path.relative_to(place))
        for path in map(PurePosixPath, paths)
        if path.is_relative_to(place)
    )


def _layouts(
    config: dict[str, Any], source: PurePosixPath, paths: Iterable[str]
) -> frozenset[str] | None:
    """Return the layouts; None where a theme may have more of them, or all."""
    place = source / (text(config.get("layouts_dir")) or "_layouts")
    found = {
        str(path.relative_to(place).with_suffix(""))
        for path in map(PurePosixPath, paths)
        if path.is_relative_to(place)
    }
    return frozenset(found | _NO_THEME) if found and not _themes(config) else None


def _variables(
    reader: Reader, source: PurePosixPath, paths: Iterable[str], scripts: Iterable[str]
) -> frozenset[str] | None:
    """Return the variables that includes make; None where a plugin may add others."""
    if any("payload" in script or "environments" in script for script in scripts):
        return None
    found: set[str] = set()
    for name in paths:
        if _within(name, source, "_includes"):
            found.update(_ASSIGNS.findall(reader.text(name)))
    return frozenset(found)
