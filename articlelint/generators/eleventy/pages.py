"""Pages of an Eleventy site that no article is the source of."""

from __future__ import annotations

import posixpath
from functools import lru_cache
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final, NamedTuple

from articlelint.generators.eleventy.addresses import TEMPLATE, beginning
from articlelint.generators.eleventy.copies import may_copy_pages
from articlelint.generators.reading import Reader, without_comments
from articlelint.generators.tree import tree
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_SCRIPT: Final = (".11ty.js", ".11ty.cjs", ".11ty.mjs", ".11ty.ts", ".11ty.jsx", ".11ty.tsx",
                  ".jsx", ".tsx")  # fmt: skip
_TEMPLATES: Final = (".njk", ".liquid", ".webc", ".hbs", ".mustache", ".ejs", ".haml", ".pug",
                     ".vto", ".mdx", *_SCRIPT)  # fmt: skip
_PARTS: Final = frozenset({"_includes", "_layouts", "_data", "_site"})
_HOME: Final = "index.html"
"""The page at the root, below which there is nothing."""
_LAYOUT: Final = "/_includes/"
_PERMALINK: Final = regex(
    r"""(?<![\w.$-])["']?permalink["']?[ \t]*:[ \t]*"""
    r"""(?:(["'`])(?P<quoted>[^"'`\n]*)\1(?=\s*(?:[,}\n;]|\Z))|(?P<bare>[\w/.][^\n]*))"""
)
_MAKES: Final = regex(
    r"\.addTemplate\(|\.addUrlTransform\(|setDynamicPermalinks\(|setDataFile\w+\("
    r"|addGlobalData\(\s*[\"'`](?:permalink|eleventyComputed|pagination)|[\"'`]permalink[\"'`]\s*[,:]"
    r"|writeFile|outputFile(?:Sync)?\(|createWriteStream|copyFile|\bcpSync\b|\.cp\("
)
_COMPUTED: Final = regex(r"addGlobalData\(\s*[\"'`]eleventyComputed")
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
    r"""\.addPlugin\(\s*(?:require\(\s*["'](?P<module>[^"']+)["']\s*\)|(?P<name>[\w$]+)(?P<more>[.(])?)?"""
)
_NAME: Final = regex(r"[\w$]+")
_OWN: Final = regex(
    r"@11ty/(?:eleventy(?:-img|-navigation|-fetch|-plugin-(?:rss|syntaxhighlight|bundle|inclusive-"
    r"language|directory-output|vite))?|is-land)"
)
"""Packages of Eleventy's authors that make no pages."""
_OTHER: Final = regex(r"(?:@[\w-]+/)?(?:eleventy|11ty)-(?:plugin-)?([\w-]+)")
_HARMLESS: Final = frozenset(
    """
    add anchor anchors asset assets auto automatic baseline blur bust buster busting cache
    caption clean clipboard code color colors colour colours component compress contents count
    counts css date dates datetime definitions description diff element elements embed embeds
    emoji entities everything excerpt external favicon favicons feathericons feathers figure
    figures file filter filters find font fontawesome fonts footnote footnotes format formats
    gist graph gravatar hash heading headings highlight highlighter highlighting hljs html icon
    icons image images img imgs inline instagram js json katex last lazy lazyimages lazyload ld
    lightningcss link links local lqip markdown mastodon math mathjax mermaid meta metagen
    minifier minify modified navigation nesting no og open opengraph page phosphoricons picture
    plantuml player postcss prism purgecss read reader reading related respimg responsive robots
    rules sass schema seo share shiki shikiji social soundcloud speculation spotify sprite
    srcset sri stats style svg syntax tabs tailwind tailwindcss time times to toc twitter
    typeset typography unfurl vimeo vite web webmention webmentions word wordcount words youtube
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
    reason = _of_code(reader, without_comments(config))
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
    found = list(_PERMALINK.finditer(head))
    if len(found) != 1 or (is_script and found[0]["quoted"] is None):
        return None
    value = found[0]["quoted"] if found[0]["quoted"] is not None else found[0]["bare"].strip()
    return _HOME if value in {"/", "/index.html", "false"} else beginning(value)


def _of_code(reader: Reader, code: str) -> str:
    if not code:
        return "the configuration may make pages"
    imports = dict(_imports(code))
    for module in dict.fromkeys(imports.values()):
        if not module.startswith("."):
            continue
        own = _own(reader, module)
        if own is None or _may_make(own) or _PLUGIN.search(own):
            return f"`{module}` may make pages"
    if _may_make(code):
        return "the configuration may make pages"
    for plugin in _PLUGIN.finditer(code):
        module = plugin["module"] or imports.get(plugin["name"] or "", "")
        if not module.startswith(".") and not _makes_no_pages(module):
            name = module or plugin["name"]
            return f"the plugin {name} may make pages" if name else "a plugin may make pages"
    return "folders that are copied may contain pages" if may_copy_pages(code) else ""


def _may_make(code: str) -> bool:
    found = {match[0] for match in _MAKES.finditer(code)}
    if not all(map(_COMPUTED.fullmatch, found)):
        return True
    # What is computed is none for drafts, and else what it was: so do the starters of Eleventy.
    return bool(found) and not all(map(_AS_BEFORE.fullmatch, _RETURN.findall(code)))


def _makes_no_pages(plugin: str) -> bool:
    if _OWN.fullmatch(plugin):
        return True
    found = _OTHER.fullmatch(plugin)
    return found is not None and _HARMLESS.issuperset(found[1].split("-"))


def _imports(code: str) -> Iterator[tuple[str, str]]:
    for found in _IMPORT.finditer(code):
        for name in _NAME.findall(found["names"] or found["bound"]):
            yield name, found["module"]


def _own(reader: Reader, module: str) -> str | None:
    """Return a module of the site's own, comments left out; None where it is not found."""
    path = posixpath.normpath(module)
    for ending in ("", ".js", ".cjs", ".mjs", ".ts", "/index.js", ".json"):
        text = reader.text(f"{path}{ending}")
        if text:
            return "" if path.endswith(".json") else without_comments(text)
    return None
