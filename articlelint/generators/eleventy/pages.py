"""Pages of an Eleventy site that no article is the source of."""

from __future__ import annotations

import posixpath
from functools import lru_cache
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from articlelint.generators.eleventy.addresses import TEMPLATE, beginning
from articlelint.generators.eleventy.copies import may_copy_pages
from articlelint.generators.eleventy.scripts import UNSEEN, call, permalinks
from articlelint.generators.reading import Reader, without_comments
from articlelint.generators.tree import tree
from articlelint.named_tuple import NamedTuple
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

_SCRIPT: Final = (".11ty.js", ".11ty.cjs", ".11ty.mjs", ".11ty.ts", ".11ty.jsx", ".11ty.tsx",
                  ".jsx", ".tsx")  # fmt: skip
_TEMPLATES: Final = (".njk", ".liquid", ".webc", ".hbs", ".mustache", ".ejs", ".haml", ".pug",
                     ".vto", ".mdx", *_SCRIPT)  # fmt: skip
_PARTS: Final = frozenset({"_includes", "_layouts", "_data", "_site"})
_MODULES_AT_MOST: Final = 100
_HOME: Final = "index.html"
"""The page at the root, below which there is nothing."""
_LAYOUT: Final = "/_includes/"
_PERMALINK: Final = regex(
    r"""(?<![\w.$-])["']?permalink["']?[ \t]*:[ \t]*"""
    r"""(?:(["'`])(?P<quoted>[^"'`\n]*)\1(?=\s*(?:[,}\n;]|\Z))|(?P<bare>[\w/.][^\n]*))"""
)
_SCRIPT_FENCES: Final = ("---js", "---javascript")
_MAKES: Final = regex(
    r"\.addTemplate\(|\.addUrlTransform\(|setDynamicPermalinks\(|setDataFile\w{1,40}\("
    r"|addGlobalData\(\s*[\"'`](?:permalink|pagination)|[\"'`]permalink[\"'`]\s*[,:]"
)
_WRITES: Final = regex(r"(?:\bwriteFile(?:Sync)?|\boutputFile(?:Sync)?|\bcreateWriteStream)\(")
_NO_PAGE: Final = regex(r"[^,;]*\.(?!html?\b)[a-z\d]{2,}[\"'`]")
_COMPUTED: Final = regex(r"addGlobalData\(\s*[\"'`]eleventyComputed(?P<key>\.[\w.]+)?[\"'`]")
_RETURN: Final = regex(r"\breturn\b[ \t]*([^;\n]*)")
_AS_BEFORE: Final = regex(
    r"true|false|undefined||data\.(?:permalink|eleventyExcludeFromCollections)|\(?\w*\)?\s*=>\s*\{"
    r"|function\b.*"
)
_IMPORT: Final = regex(
    r"""(?:\bimport\s++(?P<names>[^;"'`]{1,200}?)\s++from\s*+|"""
    r"""\b(?:const|let|var)\s++(?P<bound>[^=;]{1,200}?)\s*+=\s*+(?:await\s++import|require)\s*+\(\s*+)"""
    r"""["'`](?P<module>[^"'`\n]+)"""
)
_PLUGIN: Final = regex(
    r"""\.addPlugin\(\s*(?:require\(\s*["'](?P<module>[^"']+)["']\s*\)"""
    r"""|(?P<here>(?:async\s+)?(?:function\b|\([^()]*\)\s*=>|\w+\s*=>))|(?P<name>[\w$]+))?"""
)
_LOCAL: Final = regex(
    r"""(?:\brequire\(|\bfrom|\bimport\(?)\s*["'](?P<path>\.{1,2}/[^"'\s]+)["']"""
)
_NAME: Final = regex(r"[\w$]+")
_OWN: Final = regex(
    r"@11ty/(?:eleventy(?:-img|-navigation|-fetch|-plugin-(?:rss|syntaxhighlight|bundle|inclusive-"
    r"language|directory-output|vite|vue|webc))?|is-land)"
)
"""Packages of Eleventy's authors that make no pages."""
_OTHER: Final = regex(r"(?:@[\w-]+/)?(?:eleventy|11ty)-(?:plugin-)?([\w-]+)")
_HARMLESS: Final = frozenset(
    """
    add anchor anchors asset assets auto automatic baseline blank bluesky blur broken bust
    buster busting cache caption clean clipboard cloudcannon code color colors colour colours
    commit component compress contents count counts critical css dart date dates datetime
    definitions description diff directory edit ejs element elements embed embeds emoji entities
    error everything excerpt external favicon favicons feathericons feathers figure figures file
    filter filters find font fontawesome fonts footnote footnotes format formats gettext gist
    git github graph gravatar haml handlebars hash heading headings highlight highlighter
    highlighting hljs html i18n icon icons image images img imgs inline instagram introspector
    js json katex last lazy lazyimages lazyload ld lightningcss link links liquid live local
    lqip markdown mastodon math mathjax mermaid meta metagen minified minifier minify modified
    navigation nesting njk no nofollow noopener nunjucks og on open opengraph openstreetmap
    output overlay page phosphoricons picture plantuml player postcss prefetch preload prism pug
    purge purgecss pwa read reader reading readtime related relative reload remark repos respimg
    responsive rev robots robotstxt rules sass schema screenshot screenshots seo share sharp
    shiki shikiji social soundcloud speculation speech spotify sprite srcset sri stats style
    stylus svg syntax tabler tabs tailwind tailwindcss target ted text tiktok time times to toc
    twitch twitter txt typeset typography unfurl validate validator vento vimeo vite vue w3c web
    webc webmention webmentions width word wordcount words year youtube
    """.split()
)
"""Words that say what a plugin gives templates: filters, shortcodes, and files of styles."""


class Made(NamedTuple):
    """Why there may be pages anywhere, "" for no reason, and the URL paths below which some are.

    *pages* are the URL paths of single ones, with the templates of which they are made.
    """

    unknown: str
    below: tuple[str, ...]
    pages: tuple[tuple[str, str], ...] = ()


@lru_cache(maxsize=16)
def made(root: Path, source: PurePosixPath, config: str) -> Made:
    """Return what templates, plugins and the configuration, whose text is *config*, make."""
    names = tree(root)
    if names is None:
        return Made("the site has too many files", ())
    reader = Reader(root)
    reason = _of_code(reader, without_comments(config), names)
    if not any(_LAYOUT in f"/{name}" for name in names):
        reason = "layouts and other templates are not in the site's folder"
    below: list[str] = []
    pages: list[tuple[str, str]] = []
    for name in names:
        path = PurePosixPath(name)
        if not name.endswith(_TEMPLATES) or not path.is_relative_to(source):
            continue
        if not _PARTS.isdisjoint(path.parts):
            continue
        text = reader.text(name)
        found = _of_template(text, path.relative_to(source))
        if found is None:
            reason = reason or f"`{name}` may make pages"
        elif _makes_one(text, name, reader):
            pages.append((found if found != _HOME else "", name))
        elif found != _HOME:
            below.append(found)
    return Made(reason, tuple(below), tuple(pages))


_DATA: Final = (".11tydata.js", ".11tydata.cjs", ".11tydata.mjs", ".11tydata.json", ".json")


@lru_cache(maxsize=64)
def writes(root: Path, source: PurePosixPath, extension: str) -> bool:
    """Tell whether a template, or the data of a folder, names files with that *extension*."""
    reader = Reader(root)
    return any(
        extension in reader.text(name)
        for name in tree(root) or ()
        if name.endswith((*_TEMPLATES, *_DATA)) and PurePosixPath(name).is_relative_to(source)
    )


def _makes_one(text: str, name: str, reader: Reader) -> bool:
    """Tell whether a template makes one page: it is no list of them, and its address is written."""
    head = text if name.endswith(_SCRIPT) else text.partition("\n---")[0]
    stem = name.partition(".")[0]
    data = "".join(reader.text(f"{stem}.11tydata.{each}") for each in ("js", "cjs", "mjs", "json"))
    if "pagination" in head or "pagination" in data or "permalink" in data:
        return False
    found = _PERMALINK.search(head)
    return found is None or not TEMPLATE.search(found["quoted"] or found["bare"] or "")


def _of_template(text: str, inner: PurePosixPath) -> str | None:
    """Return the URL path at which, or below which, a template makes its pages; None: anywhere."""
    is_script = inner.name.endswith(_SCRIPT)
    head = without_comments(text) if is_script else text.partition("\n---")[0]
    if "permalink" not in head:
        stem = inner.name.partition(".")[0]
        around = inner.parent
        return str(around if stem == "index" else around / stem).strip("./") or (
            None if "pagination" in head else _HOME
        )
    if is_script or head.startswith(_SCRIPT_FENCES):
        given = permalinks(without_comments(head)) or frozenset()
        seen = given - {UNSEEN}
        value = next(iter(seen)) if len(seen) == 1 else "" if seen or not given else "false"
    else:
        found = list(_PERMALINK.finditer(head))
        if len(found) != 1:
            return None
        value = found[0]["quoted"] if found[0]["quoted"] is not None else found[0]["bare"].strip()
    return _HOME if value in {"/", "/index.html", "false"} else beginning(value)


def _of_code(reader: Reader, code: str, names: Sequence[str]) -> str:
    """Return why the configuration, or what it takes of the site's own, may make pages."""
    if not code:
        return "the configuration may make pages"
    waiting, seen = [("", code)], {""}
    while waiting:
        module, text = waiting.pop()
        if _may_make(text):
            return f"`{module}` may make pages" if module else "the configuration may make pages"
        for each in _LOCAL.finditer(text):
            if module.startswith("../"):
                break  # what lies outside of the site is a library, and so is what it takes
            name = posixpath.normpath(posixpath.join(posixpath.dirname(module), each["path"]))
            if name in seen:
                continue
            own = _own(reader, name)
            if own is None or len(seen) > _MODULES_AT_MOST:
                return f"`{each['path']}` may make pages"
            seen.add(name)
            waiting.append(own)
        if reason := _of_plugins(text):
            return reason
        if may_copy_pages(text, names):
            return "folders that are copied may contain pages"
    return ""


def _of_plugins(code: str) -> str:
    imports = dict(_imports(code))
    for plugin in _PLUGIN.finditer(code):
        name = plugin["name"] or ""
        module = plugin["module"] or imports.get(name, "")
        if plugin["here"] or module.startswith(".") or _makes_no_pages(module):
            continue
        if (
            module
            or not name
            or not regex(rf"\b(?:function|const|let|class)\s+{name}\b").search(code)
        ):
            name = module or name
            return f"the plugin {name} may make pages" if name else "a plugin may make pages"
    return ""


def _may_make(code: str) -> bool:
    if _MAKES.search(code):
        return True
    if any(not _NO_PAGE.match(code, found.end()) for found in _WRITES.finditer(code)):
        return True
    return any(
        _changes(call(code, found.end()))
        for found in _COMPUTED.finditer(code)
        if (found["key"] or ".permalink") == ".permalink"
    )


def _changes(computed: str) -> bool:
    """Tell whether what is computed is more than none for drafts, and else what it was.

    So do the starters of Eleventy.
    """
    if computed.lstrip(", \n").startswith("{") and "permalink" not in computed:
        return False
    return not all(map(_AS_BEFORE.fullmatch, _RETURN.findall(computed)))


def _makes_no_pages(plugin: str) -> bool:
    if _OWN.fullmatch(plugin):
        return True
    found = _OTHER.fullmatch(plugin)
    return found is not None and _HARMLESS.issuperset(found[1].split("-"))


def _imports(code: str) -> Iterator[tuple[str, str]]:
    for found in _IMPORT.finditer(code):
        for name in _NAME.findall(found["names"] or found["bound"]):
            yield name, found["module"]


def _own(reader: Reader, module: str) -> tuple[str, str] | None:
    """Return the file of a module of the site's own and its text, comments left out.

    None where it is not found.
    """
    for ending in ("", ".js", ".cjs", ".mjs", ".ts", "/index.js", ".json"):
        path = f"{module}{ending}"
        text = reader.text(path)
        if text:
            return path, "" if path.endswith(".json") else without_comments(text)
    return None
