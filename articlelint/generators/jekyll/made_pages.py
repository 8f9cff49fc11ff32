"""The pages that plugins of Jekyll may make.

Which plugins are loaded: jekyll, ``lib/jekyll/plugin_manager.rb``.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from articlelint.generators.reading import Reader, texts
from articlelint.generators.tree import tree
from articlelint.named_tuple import NamedTuple
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_GEM: Final = regex(r"""gem[ \t(]+["']([\w-]+)["']""")
_OPENS: Final = regex(r"(?:if|unless|case|begin|def)\b|[^#\n]*+(?<=\bdo)[ \t]*+(?:#|$)")
_GROUP: Final = "jekyll_plugins"
_REQUIRES: Final = regex(r"^[ \t]*require[ \t(]+[\"'](?!(?:set|yaml|json|time|date|uri)[\"'])", 8)
_MAKING: Final = frozenset({"jekyll-archives", "jekyll-paginate-v2", "jekyll-compose"})
_IN_FOLDER: Final = regex(
    r"\b(?:Page|PageWithoutAFile)\.new\(\s*+\w++\s*+,\s*+[\w.@]++\s*+,"
    r"""\s*+(["'])/?(\w[\w-]*+(?:/[\w-]++)*+)/?\1\s*+,"""
)
"""A page that is made in a folder of which the name is written there."""
_ADDS: Final = regex(r"\.pages(?=\s*(?:<<|\.push\b|\.concat\b))")
_MAKES: Final = regex(r"\bPage\b|PageWithoutAFile|StaticFile|\bDocument\b|\.pages\b|\.docs\b")
_RUNS_BEFORE: Final = regex(r"\bGenerator\b|\bHooks\b|\bclass_eval\b")
_WRITES: Final = regex(
    r"permalink|[\"']slug[\"']\]?\s*=|\bFile\.(?:open|write)|FileUtils|\.write\b|UrlDrop"
    r"|\bsystem\b|\bOpen3\b|%x\b"
)


class MadePages(NamedTuple):
    """Why there may be further pages anywhere, "" for no reason, and in which folders."""

    unknown: str
    folders: frozenset[str]


@lru_cache(maxsize=16)
def made_pages(root: Path, configurations: tuple[str, ...]) -> MadePages:
    """Return what is known of pages that no file of the site is the source of."""
    from articlelint.generators.jekyll.templates import KNOWN_GEMS

    reader = Reader(root)
    config = next((data for name in configurations if (data := reader.any(name))), {})
    scripts = {
        name: reader.text(name)
        for name in tree(root) or ()
        if "_plugins/" in name and name.endswith(".rb")
    }
    every = any(map(_REQUIRES.search, scripts.values()))
    for gem in sorted(loaded_gems(reader, config, every=every)):
        if gem in _MAKING or gem not in KNOWN_GEMS:
            return MadePages(f"the plugin {gem} may make pages", frozenset())
    folders: set[str] = set()
    for name, script in scripts.items():
        rest, literal = _IN_FOLDER.subn("", script)
        if literal:
            rest = _ADDS.sub("", rest, literal)
        runs = rest != script or _RUNS_BEFORE.search(script)
        if _MAKES.search(rest) or (runs and _WRITES.search(script)):
            return MadePages(f"{name} may make pages", frozenset())
        folders.update(match[2] for match in _IN_FOLDER.finditer(script))
    return MadePages("", frozenset(folders))


def loaded_gems(reader: Reader, config: Mapping[str, object], *, every: bool) -> set[str]:
    """Return the gems that the configuration names, and those of Bundler's group for plugins.

    Those of other groups and of none are not loaded, unless a script requires some: then it is
    *every* gem. "gemspec" stands for what a theme in the making depends on.
    """
    themes = {*texts(config.get("theme")), *texts(config.get("remote_theme"))}
    gems = {*texts(config.get("plugins")), *texts(config.get("gems"))}
    for name, is_plugin in _listed(reader.text("Gemfile")):
        if every or is_plugin or (name == "gemspec" and themes):
            gems.add(name)
    return gems - themes


def _listed(gemfile: str) -> Iterator[tuple[str, bool]]:
    """Yield the gems of a ``Gemfile``, and whether each is in the group for plugins."""
    blocks: list[bool] = []
    statement = ""
    for line in gemfile.splitlines():
        statement += line.strip()
        if statement.endswith((",", "\\")):
            continue
        code, statement = statement, ""
        if code.startswith("#"):
            continue
        if match := _GEM.match(code):
            yield match[1], _GROUP in code or any(blocks)
        elif code.startswith("gemspec"):
            yield "gemspec", _GROUP in code or any(blocks)
        elif code == "end":
            del blocks[-1:]
        elif _OPENS.match(code):
            blocks.append(code.startswith("group") and _GROUP in code)
