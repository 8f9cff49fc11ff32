"""How a Hexo site's Markdown is read: by which renderer, with which options and plugins."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from articlelint.generators.reading import Reader, mapping, package_dependencies, texts
from articlelint.markdown.markdown_it import WITHOUT_BLOCKS, MarkdownIt
from articlelint.markdown.marked import Marked
from articlelint.markdown.options import FOOTNOTES, GFM_OPTIONS, STRIKETHROUGH, TABLES
from articlelint.markdown.unknown import Unknown
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from articlelint.markdown.dialect import Dialect

_OTHERS: Final = frozenset(
    """babel coffeescript dart-sass dartsass ejs esbuild handlebars haml inferno jade json5 jsx less
    mustache njks nunjucks postcss pug react sass sass-next scss stylus swig ts typescript
    vue""".split()
)
"""Renderers of ``hexo-renderer-`` that render no Markdown."""
_RENDERER: Final = regex(r"(?:@[^/]+/)?hexo-renderer-(?P<name>.+)")
_ADDING: Final = regex(
    r"(?:@[^/]+/)?hexo-(?!renderer-).*(?:admonition|callout|obsidian|wiki-?link|markdown|marked)"
)
"""Plugins that add constructs to Markdown, by their names."""
_FILTERS: Final = regex(r"marked:(?:use|tokenizer|extensions)|markdown-it:renderer")
"""How a script changes the parser: the READMEs of hexo-renderer-marked and -markdown-it."""
_PLAIN: Final = regex(r"[\w-][\w.-]*")
_MAJOR: Final = regex(r"\D*(\d+)")
_OLD: Final = 5
_OLDER_EMPHASIS: Final = 7


def dialect(root: Path, config: Mapping[str, Any]) -> Dialect:
    """Return how Markdown is read at *root*; unknown where more than one renderer is there."""
    packages = package_dependencies(root)
    found = {match["name"] for name in packages if (match := _RENDERER.fullmatch(name))}
    renderers = found - _OTHERS
    if renderers <= {"marked"}:
        made = _marked(_major(root), mapping(config.get("marked")))
    elif renderers == {"markdown-it"}:
        made = _markdown_it(config.get("markdown"))
    elif renderers == {"markdown-it-plus"}:
        made = _plus(mapping(config.get("markdown_it_plus")))
    else:
        names = (f"hexo-renderer-{each}" for each in renderers)
        return Unknown.named(names, GFM_OPTIONS, breaks=True)
    adds = any(map(_ADDING.fullmatch, packages)) or _has_filters(root, texts(config.get("theme")))
    return made.opened() if adds else made


def finds_urls(root: Path, config: Mapping[str, Any]) -> bool:
    """Tell whether bare URLs become links.

    hexo-renderer-marked, ``gfm`` and ``autolink``; hexo-renderer-markdown-it, ``render.linkify``.
    """
    packages = package_dependencies(root)
    if "hexo-renderer-markdown-it" in packages:
        options = config.get("markdown")
        is_plain = options == "commonmark" or mapping(options).get("preset") == "commonmark"
        return not is_plain and mapping(mapping(options).get("render")).get("linkify") is not False
    marked = mapping(config.get("marked"))
    return (not packages or "hexo-renderer-marked" in packages) and not (
        marked.get("gfm") is False or marked.get("autolink") is False
    )


def _marked(major: int | None, options: Mapping[str, Any]) -> Dialect:
    """Return marked with the options of ``marked:``: lib/renderer.js.

    Before version 5 the renderer came with marked 0.3 to 2, whose lists and blocks of HTML are of
    their own kind; 5 and 6 came with marked 4.
    """
    if options.get("pedantic") is True or (major is not None and major < _OLD):
        return Unknown(GFM_OPTIONS, breaks=True)
    gfm = options.get("gfm") is not False
    made = Marked(
        GFM_OPTIONS if gfm else 0,
        breaks=gfm and options.get("breaks") is not False,
        urls=gfm and options.get("autolink") is not False,
        descriptions=options.get("descriptionLists") is not False,
        old_emphasis=major is not None and major < _OLDER_EMPHASIS,
    )
    return made.opened() if options.get("dompurify") else made


def _markdown_it(value: object) -> Dialect:
    """Return markdown-it with the options of ``markdown:``: its index.js and lib/renderer.js."""
    options = mapping(value)
    preset = value if isinstance(value, str) else options.get("preset", "default")
    rules = (options.get("enable_rules"), options.get("disable_rules"))
    if preset not in {"default", "commonmark"} or any(rules):
        return Unknown(GFM_OPTIONS, breaks=True)
    plugins = options.get("plugins") or ()
    names = {text if isinstance(text, str) else mapping(text).get("name") for text in plugins}
    extensions = TABLES | STRIKETHROUGH if preset == "default" else 0
    render = mapping(options.get("render"))
    made = MarkdownIt(
        extensions | (FOOTNOTES if "markdown-it-footnote" in names else 0),
        breaks=render.get("breaks") is not False,
        html=render.get("html") is not False,
    )
    return made if names <= WITHOUT_BLOCKS else made.opened()


def _plus(options: Mapping[str, Any]) -> Dialect:
    """Return markdown-it with the options of ``markdown_it_plus:``, which has ten plugins."""
    return MarkdownIt(
        TABLES | STRIKETHROUGH | FOOTNOTES,
        breaks=options.get("breaks", True) is True,
        html=options.get("html", True) is True,
    ).opened()


def _major(root: Path) -> int | None:
    """Return the major version of hexo-renderer-marked that ``package.json`` wants."""
    data = Reader(root).json("package.json")
    for key in ("dependencies", "devDependencies"):
        wanted = mapping(data.get(key)).get("hexo-renderer-marked")
        match = _MAJOR.match(str(wanted or ""))
        if match:
            return int(match[1])
    return None


def _has_filters(root: Path, themes: Iterable[str]) -> bool:
    """Tell whether a script of the site or its theme changes the parser."""
    folders = [
        root / "scripts",
        *(root / "themes" / theme / "scripts" for theme in themes if _PLAIN.fullmatch(theme)),
    ]
    reader = Reader(root)
    return any(
        _FILTERS.search(reader.text(str(path.relative_to(root))))
        for folder in folders
        for path in folder.rglob("*.js")
    )
