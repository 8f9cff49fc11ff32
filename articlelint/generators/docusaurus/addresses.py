"""Where Docusaurus publishes documents, posts and pages, and what else has an address.

``@docusaurus/plugin-content-docs``, ``-blog`` and ``-pages``: the options ``path`` and
``routeBasePath``; ``slug.ts`` and ``blogUtils.ts`` for the rest (``claims.py``).
"""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Final

from articlelint.generators.docusaurus.claims import claims
from articlelint.generators.literals import items, pairs, text_of, value_of
from articlelint.generators.reading import Reader, without_comments
from articlelint.generators.tree import tree
from articlelint.named_tuple import NamedTuple
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path, PurePosixPath

    from articlelint.generators.settings import Settings

_USUAL: Final = {"docs": ("docs", "docs"), "blog": ("blog", "blog"), "pages": ("src/pages", "/")}
_HARMLESS: Final = regex(
    r"(?:@docusaurus/)?(?:plugin-)?(?:sitemap|google-\w+|google-tag-manager|pwa|ideal-image|svgr"
    r"|vercel-analytics|rsdoctor|css-cascade-layers|debug)"
    r"|docusaurus-plugin-(?:sass|less|image-zoom|zooming|matomo|plausible|hotjar|remote-content"
    r"|google-gtag|copy-page-button|llms(?:-txt)?|mixpanel|segment|clarity|posthog)"
    r"|docusaurus2-dotenv|@docusaurus/theme-(?:mermaid|live-codeblock|search-algolia|classic)"
    r"|@easyops-cn/docusaurus-search-local|docusaurus-lunr-search|@cmfcmf/docusaurus-search-local"
)
_SOURCE: Final = regex(r"(?P<name>.+)\.(?:jsx?|tsx?|mdx?)")
_INDEX_SLUG: Final = regex(r"""\bslug["']?\s*:\s*["'`]?([\w./-]+)""")
_LISTS: Final = {"docs": ("category", "tags"), "blog": ("archive", "authors", "page", "tags")}


class Part(NamedTuple):
    """What a plugin publishes: the folder, relative to the site's own, and its URL path."""

    kind: str
    folder: str
    route: str


class Parts(NamedTuple):
    """The parts of a site, and why there may be others, "" for no reason."""

    parts: tuple[Part, ...]
    unknown: str


def parts(config: str) -> Parts:
    """Return what the literals of a configuration publish."""
    code = without_comments(config)
    found: list[Part] = []
    unknown = (
        ""
        if value_of(code, "presets")
        else "the configuration names no preset that articlelint knows"
    )
    for key in ("presets", "plugins", "themes"):
        array = value_of(code, key)
        if array is None and f"{key}:" in code:
            unknown = f"the configuration computes `{key}`"
        for item in items(array or "[]"):
            first, *others = items(item) if item.startswith("[") else [item]
            name = text_of(first) or text_of(first.removeprefix("require.resolve(").rstrip(")"))
            options = _options(others[0] if others else "{}")
            if name is None or options is None:
                unknown = unknown or f"the configuration computes a part of `{key}`"
            elif name in {"classic", "@docusaurus/preset-classic"}:
                for kind in _USUAL:
                    own = options.get(kind, "{}")
                    if own != "false":
                        unknown = _add(found, kind, _options(own)) or unknown
            elif (kind := name.rpartition("-content-")[2]) in _USUAL:
                unknown = _add(found, kind, options) or unknown
            elif not _HARMLESS.fullmatch(name):
                unknown = unknown or f"the plugin {name} may make pages"
    return Parts(tuple(found), unknown)


def _options(written: str) -> dict[str, str] | None:
    """Return an object's keys and what is after each; None where it is none, or spreads others."""
    if not written.startswith("{"):
        return None
    end = written.rfind("}") + 1
    found = pairs(written[:end])
    return None if "..." in found else found


def _add(found: list[Part], kind: str, options: Mapping[str, str] | None) -> str:
    """Add what a plugin publishes; return why it is not known, "" where it is."""
    folder, route = _USUAL[kind]
    if options is not None:
        place = text_of(options.get("path", f'"{folder}"'))
        base = text_of(options.get("routeBasePath", f'"{route}"'))
        if kind == "blog" and not posixpath.basename(place or "").startswith("blog"):
            return f"articlelint does not know where posts of `{place}` are published"
        if place is not None and base is not None:
            found.append(Part(kind, posixpath.normpath(place), base.strip("/")))
            return ""
    return f"the configuration computes where {kind} are published"


def address(path: PurePosixPath, data: Mapping[str, object], settings: Settings) -> str | None:
    """Return the URL path, without the base path, of the file at *path*; None: it is not known."""
    for folder, route in settings.patterns:
        if not path.is_relative_to(folder):
            continue
        before = f"{route}/" if route else ""
        if folder.endswith("src/pages"):
            inner = str(path.relative_to(folder).with_suffix(""))
            slug = f"/{'' if inner == 'index' else inner.removesuffix('/index')}"
        else:
            found = [each for each in claims(path, data, settings) if each.key[0] == "slug"]
            if not found:
                return None
            slug = found[0].name
        return before + slug.strip("/")
    return None


def unknown(config: str, home: Path) -> str:
    """Return why there may be pages anywhere; "" for no reason."""
    known = parts(config)
    if known.unknown:
        return known.unknown
    names = tree(home)
    if names is None:
        return "the site has too many files"
    has_versions = any(name.endswith("versions.json") and "/" not in name for name in names)
    return "the site has versions" if has_versions else ""


def made(config: str, home: Path, languages: tuple[str, ...], usual: str) -> Iterator[str]:
    """Yield the URL paths of lists, of generated indexes, of translations and of React pages."""
    yield from (language for language in languages if language != usual)
    yield "search"
    names = tree(home) or ()
    reader = Reader(home)
    for part in parts(config).parts:
        before = f"{part.route}/" if part.route else ""
        yield from (before + each for each in _LISTS.get(part.kind, ()))
        for name in names:
            if part.kind == "pages" and name.startswith(f"{part.folder}/"):
                source = _SOURCE.fullmatch(name[len(part.folder) + 1 :])
                if source is not None:
                    yield before + (source["name"].removesuffix("/index"))
            is_category = name.startswith(f"{part.folder}/") and "/_category_." in name
            if part.kind == "docs" and (is_category or name.startswith("sidebars")):
                for match in _INDEX_SLUG.finditer(reader.text(name)):
                    yield before + match[1].strip("/")
