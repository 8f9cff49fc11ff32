"""The languages of an Eleventy site's pages, and the names that its configuration adds."""

from __future__ import annotations

import posixpath
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from articlelint.generators.eleventy import configuration
from articlelint.generators.reading import (
    Reader,
    javascript_string,
    package_dependencies,
    package_major,
    without_comments,
)
from articlelint.generators.tree import tree
from articlelint.named_tuple import NamedTuple
from articlelint.templates import TemplateSyntax
from articlelint.templates.names import ANY, Names
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_ENGINES: Final = {"liquid": TemplateSyntax.LIQUIDJS, "njk": TemplateSyntax.NUNJUCKS}
_CHANGED: Final = regex(
    r"setLibrary\(\s*[\"'`](?:liquid|njk)|setLiquidOptions|setNunjucksEnvironmentOptions"
    r"|addPreprocessor\(\s*(?![\"'`]drafts[\"'`])|amendLibrary\(\s*[\"'`](?:liquid|njk)"
)
_ADDS: Final = regex(
    r"\.add(?P<kind>\w*?)(?P<what>Shortcode|Filter|Tag|GlobalData|Extension|Bundle)\(\s*"
    r"(?:([\"'`])(?P<name>[^\"'`$]+)\3|(?P<other>[^\"'`\s]))"
)
_FRONT_MATTER: Final = regex(r"\A---[^\n]*\n(.*?)^---", 8 | 16)  # MULTILINE, DOTALL
_KEY: Final = regex(r"^[\"']?([\w-]+)[\"']?\s*:", 8)
_LAYS_OUT: Final = regex(r"includes|[lL]ayout|addTemplate|addExtension")
_SCRIPTS: Final = (".js", ".cjs", ".mjs", ".ts")
_DATA: Final = (*_SCRIPTS, ".json", ".yml", ".yaml", ".toml", ".csv")
_SKIPPED: Final = frozenset({"node_modules", "_site", "dist", "public", "assets", "static"})
_MOST: Final = 300
_FILTERS: Final = frozenset(
    {"addPathPrefixToFullUrl", "getCollectionItem", "getCollectionItemIndex",
     "getNextCollectionItem", "getPreviousCollectionItem", "htmlBaseUrl", "inputPathToUrl", "log",
     "renderTransforms", "serverlessUrl", "slug", "slugify", "transformWithHtmlBase", "url"}
)  # fmt: skip
_TAGS: Final = frozenset({"getBundle", "getBundleFileUrl"})

# What packages add: paired shortcodes, filters. A package that is not here may add anything.
_PACKAGES: Final[dict[str, tuple[tuple[str, ...], tuple[str, ...]]]] = {
    "@11ty/eleventy": ((), ()),
    "@11ty/eleventy-cache-assets": ((), ()),
    "@11ty/eleventy-dev-server": ((), ()),
    "@11ty/eleventy-fetch": ((), ()),
    "@11ty/eleventy-img": ((), ()),
    "@11ty/eleventy-navigation": (
        (),
        (
            "eleventyNavigation", "eleventyNavigationBreadcrumb", "eleventyNavigationToHtml",
            "eleventyNavigationToMarkdown",
        ),
    ),
    "@11ty/eleventy-plugin-bundle": (("css", "html", "js", "svg"), ()),
    "@11ty/eleventy-plugin-directory-output": ((), ()),
    "@11ty/eleventy-plugin-inclusive-language": ((), ()),
    "@11ty/eleventy-plugin-rss": (
        (),
        (
            "absoluteUrl", "convertHtmlToAbsoluteUrls", "dateToRfc3339", "dateToRfc822",
            "getNewestCollectionItemDate", "htmlToAbsoluteUrls", "rssDate", "rssLastUpdatedDate",
        ),
    ),
    "@11ty/eleventy-plugin-syntaxhighlight": (("highlight",), ()),
    "@11ty/eleventy-upgrade-help": ((), ()),
    "@11ty/eleventy-utils": ((), ()),
    "@11ty/is-land": ((), ()),
}  # fmt: skip
_BUILT_IN: Final = regex(r"EleventyRenderPlugin|RenderPlugin|I18nPlugin")


def syntaxes(config: str, root: Path) -> tuple[TemplateSyntax, TemplateSyntax]:
    """Return the languages that run over Markdown and over HTML; ANY where that is not clear.

    A project with packages and without a configuration has it somewhere else. Before Eleventy 1
    there was an older LiquidJS, which is not strict: docs, "Liquid", "Quoted Include Paths".
    """
    if not config and package_dependencies(root):
        return TemplateSyntax.ANY, TemplateSyntax.ANY
    markdown, html = (
        _engine(config, "markdownTemplateEngine"),
        _engine(config, "htmlTemplateEngine"),
    )
    if package_major(root, "@11ty/eleventy") == 0:
        return _if_strict(markdown), _if_strict(html)
    return markdown, html


def _if_strict(syntax: TemplateSyntax) -> TemplateSyntax:
    return TemplateSyntax.ANY if syntax is TemplateSyntax.LIQUIDJS else syntax


def override(value: object, usual: TemplateSyntax) -> TemplateSyntax:
    """Return the language that ``templateEngineOverride`` names."""
    if value is None:
        return usual
    engines = [word.strip() for word in str(value).split(",")] if value is not False else []
    found = next((engine for engine in engines if engine in _ENGINES), None)
    return _ENGINES[found] if found else TemplateSyntax.NONE


def names(root: Path, source: PurePosixPath, config: str) -> Names:
    """Return what pages of the site at *root* can call; *config* is the configuration's text."""
    paths = tree(root)
    if paths is None:
        return ANY
    reader = Reader(root)
    scripts = [name for name in paths if name.endswith(_SCRIPTS) and _may_configure(name)]
    sources = {name: reader.text(name) for name in scripts[:_MOST]}
    inside = f"{source}/"  # scripts of the pages, and what a configuration may import
    code = without_comments(
        "\n".join(
            text
            for name, text in sources.items()
            if not name.startswith(inside) or "eleventyConfig" in text
        )
    )
    data = [name for name in paths if _is_data(name)]
    overridden = any("templateEngineOverride" in reader.text(name) for name in data)
    if len(scripts) > _MOST or overridden:
        return ANY
    found = _Added(code)
    for package in package_dependencies(root):
        if package in _PACKAGES:
            found.blocks.update(_PACKAGES[package][0])
            found.filters.update(_PACKAGES[package][1])
        elif "eleventy" in package or "11ty" in package:
            found.unclear.update({"tags", "filters"})
    if _BUILT_IN.search(code):
        found.blocks.add("renderTemplate")
        found.tags.add("renderFile")
        found.filters.update({"locale_links", "locale_url", "renderContent"})
    return Names(
        tags=None if "tags" in found.unclear else frozenset(found.tags | _TAGS),
        blocks=frozenset(found.blocks),
        filters=None if "filters" in found.unclear else frozenset(found.filters | _FILTERS),
        variables=_variables(reader, _Folders.of(source, config), paths, data, found),
        files=_files(source, paths, code),
        layouts=None if "tags" in found.unclear else _layouts(source, paths, code),
        front_matter=True,
    )


class _Added:
    """What calls in a configuration add; of what is in *unclear* there may be more."""

    def __init__(self, code: str) -> None:
        self.tags: set[str] = set()
        self.blocks: set[str] = set()
        self.filters: set[str] = set()
        self.data: set[str] = set()
        self.unclear: set[str] = set()
        for match in _ADDS.finditer(code):
            what, name = match["what"], match["name"]
            if what == "Extension":
                continue
            place = {"Filter": "filters", "GlobalData": "data"}.get(what, "tags")
            if name is None:
                self.unclear.add(place)
            elif place != "tags":
                getattr(self, place).add(name)
            elif "Paired" in match["kind"] or what == "Bundle":
                self.blocks.add(name)
            elif what == "Tag":
                self.unclear.add("tags")  # whether it has an end hangs on its code
            else:
                self.tags.add(name)


def _engine(config: str, key: str) -> TemplateSyntax:
    code = without_comments(config)
    if _CHANGED.search(code):
        return TemplateSyntax.ANY
    if key not in code:
        return TemplateSyntax.LIQUIDJS
    name = javascript_string(config, key)
    if name is not None:
        return _ENGINES.get(name, TemplateSyntax.NONE)
    is_off = regex(rf"{key}[\"']?\s*[:=(]\s*false").search(code)
    return TemplateSyntax.NONE if is_off else TemplateSyntax.ANY


def _may_configure(name: str) -> bool:
    """Tell whether a script may be a part of the configuration."""
    return _SKIPPED.isdisjoint(PurePosixPath(name).parts) and ".min." not in name


def _is_data(name: str) -> bool:
    path = PurePosixPath(name)
    if ".11tydata." in path.name:
        return True
    return path.suffix in {".json", ".js", ".cjs", ".mjs"} and path.stem == path.parent.name


class _Folders(NamedTuple):
    """Where the data files are, and the folders of includes and layouts."""

    data: str
    parts: tuple[str, ...]

    @classmethod
    def of(cls, source: PurePosixPath, config: str) -> _Folders | None:
        """Return what the configuration says, seen from the root; None where code does."""
        data = configuration.folder(config, "data")
        parts = [configuration.folder(config, name) for name in ("includes", "layouts")]
        if data is None or None in parts:
            return None
        places = [posixpath.normpath(f"{source}/{name}") for name in parts if name]
        return cls(posixpath.normpath(f"{source}/{data}"), tuple(places))


def _variables(
    reader: Reader, folders: _Folders | None, paths: Iterable[str], data: list[str], added: _Added
) -> frozenset[str] | None:
    """Return the names of the data cascade; None where code makes some of them."""
    if folders is None or "data" in added.unclear or any(name.endswith(_SCRIPTS) for name in data):
        return None
    found = set(added.data)
    for name in data:
        found.update(reader.json(name))
    for name in paths:
        path = PurePosixPath(name)
        if path.is_relative_to(folders.data) and path.suffix in _DATA:
            inner = path.relative_to(folders.data)
            found.add(inner.parts[0].partition(".")[0])
        elif any(path.is_relative_to(part) for part in folders.parts):
            head = _FRONT_MATTER.match(reader.text(name))
            found.update(_KEY.findall(head[1]) if head else ())
    return frozenset(found)


def _layouts(source: PurePosixPath, paths: Iterable[str], code: str) -> frozenset[str] | None:
    """Return the layouts, with and without their extensions; None where code may add others."""
    place = source / "_includes"
    inside = [path for path in map(PurePosixPath, paths) if path.is_relative_to(place)]
    if not inside or _LAYS_OUT.search(code):
        return None
    found: set[str] = set()
    for path in inside:
        below = path.relative_to(place)
        bare = below.with_name(below.name.partition(".")[0] or below.name)
        found.update({str(below), str(below.with_suffix("")), str(bare)})
    return frozenset(found)


def _files(source: PurePosixPath, paths: Iterable[str], code: str) -> frozenset[str] | None:
    """Return what can be included by its path in ``_includes``, or below the input folder."""
    if "includes" in code or "layouts" in code:
        return None
    found: set[str] = set()
    for path in map(PurePosixPath, paths):
        found.add(str(path))
        if path.is_relative_to(source):
            inner = path.relative_to(source)
            found.add(str(inner))
            if inner.parts[0] == "_includes":
                below = inner.relative_to("_includes")
                found.update({str(below), str(below.with_suffix(""))})
    return frozenset(found)
