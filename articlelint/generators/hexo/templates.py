"""The language of a Hexo site's posts, and the tags that its scripts, theme and plugins add."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.generators.reading import Reader, mapping, package_dependencies, texts
from articlelint.generators.tree import tree
from articlelint.templates import TemplateSyntax
from articlelint.templates.hexo.tags import BEFORE_7
from articlelint.templates.names import ANY, Names
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path
    from typing import Any

_MAJOR: Final = regex(r"(\d+)")
_REGISTER: Final = regex(
    r"""\.tag\.register\(\s*(?:(["'`])(?P<name>[^"'`$]+)\1(?P<rest>[^;\n]*))?"""
)
_ENDS: Final = regex(r"\bends\s*:\s*true|,\s*true\s*\)")
_FILTERS: Final = regex(r"before_post_render|nunjucks|env\.add")

# Packages that add no tags, beside renderers, generators, deployers and their like.
_HARMLESS: Final = regex(
    r"hexo(?:-cli|-server|-util|-fs|-log|-front-matter|-i18n|-pagination|-(?:renderer|generator"
    r"|deployer|injector|browsersync|wordcount|word-counter|symbols-count-time|reading-time"
    r"|abbrlink|permalink-pinyin|filter-(?:nofollow|optimize|github-emojis|emoji)|all-minifier"
    r"|minify|html-minifier|neat|prism-plugin|related-posts|related-popular-posts|admin|toc"
    r"|blog-encrypt|lazyload-image|asset-image|image-link|asset-img|offline|pwa|autonofollow"
    r"|autoprefixer|clean-css|uglify|footnotes|reference|easy-edit|hey|submit-urls-to-search-engine"
    r"|baidu-url-submit|hide-posts|migrator)(?:[-\w]*))?"
)


def syntax(root: Path, config: Mapping[str, Any]) -> TemplateSyntax | None:
    """Return the language of posts; None where it is the usual."""
    for renderer in ("marked", "markdown"):
        options = mapping(config.get(renderer))
        if options.get("disableNunjucks") is True or options.get("disable_nunjucks") is True:
            return TemplateSyntax.NONE
    major = _major(root)
    if major is None or major >= 8:
        return None
    return TemplateSyntax.HEXO7 if major >= 6 else TemplateSyntax.HEXO5


def names(root: Path, configurations: Iterable[str]) -> Names:
    """Return what posts of the site at *root* can call."""
    reader = Reader(root)
    config = next((data for name in configurations if (data := reader.any(name))), {})
    packages = package_dependencies(root)
    paths = tree(root)
    if paths is None:
        return ANY
    theme = next(iter(texts(config.get("theme"))), "landscape")
    scripts = [
        name
        for name in paths
        if name.startswith(("scripts/", f"themes/{theme}/scripts/")) and name.endswith(".js")
    ]
    sources = [reader.text(name) for name in scripts]
    tags, blocks, complete = _registered(sources)
    has_theme = any(name.startswith(f"themes/{theme}/") for name in paths) or theme == "landscape"
    known = has_theme and all(_HARMLESS.fullmatch(name) for name in packages if "hexo" in name)
    major = _major(root)
    if major is None or major < 7 or "hexo-tag-embed" in packages:
        tags |= BEFORE_7
    changes = any(map(_FILTERS.search, sources))
    return Names(
        tags=frozenset(tags) if known and complete else None,
        blocks=frozenset(blocks),
        filters=frozenset() if known and not changes else None,
        variables=frozenset() if known and not changes else None,
        files=frozenset() if known and not changes else None,
        front_matter=True,
    )


def _registered(scripts: Iterable[str]) -> tuple[set[str], set[str], bool]:
    """Return the tags and blocks that scripts register, and whether all names are literals."""
    tags: set[str] = set()
    blocks: set[str] = set()
    complete = True
    for script in scripts:
        for match in _REGISTER.finditer(script):
            if match["name"] is None:
                complete = False
            elif _ENDS.search(script, match.start(), match.end() + 400):
                blocks.add(match["name"])
            else:
                tags.add(match["name"])
        complete = complete and ("tag.register" not in script or bool(tags or blocks))
    return tags, blocks, complete


def _major(root: Path) -> int | None:
    """Return the major version of Hexo that ``package.json`` wants."""
    data = Reader(root).json("package.json")
    for key in ("dependencies", "devDependencies"):
        match = _MAJOR.search(str(mapping(data.get(key)).get("hexo", "")))
        if match:
            return int(match[1])
    return None
