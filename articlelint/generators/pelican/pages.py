"""Pages of a Pelican site that no article is the source of: docs, "Settings", "URL settings"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from articlelint.generators.reading import mapping, python_literal, texts
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

_SAVED: Final = regex(
    r"^[ \t]*(?!ARTICLE_|PAGE_|DRAFT_)[A-Z_]+_(?:SAVE_AS|URL)[ \t]*=[ \t]*(?P<value>[^\n#]*)",
    re.MULTILINE,
)
_LITERAL: Final = regex(r"""(["'])(?P<text>[^"'\n]*)\1[ \t]*""")
_LISTS: Final = ("archives", "author", "authors", "categories", "category", "index", "tag", "tags")
_MORE: Final = tuple(f"index{number}" for number in range(2, 100))
_HARMLESS: Final = frozenset(
    {"assets", "better_codeblock_line_numbering", "code_include", "deadlinks", "extract_toc",
     "feed_summary", "gravatar", "i18n", "image_process", "jinja2content", "liquid_tags", "markup",
     "minify", "more_categories", "neighbors", "open_graph", "optimize_images", "post_stats",
     "read_more", "related_posts", "render_math", "representative_image", "seo", "share_post",
     "similar_posts", "simple_footnotes", "sitemap", "statistics", "summary", "thumbnailer",
     "tipue_search", "webassets", "yaml_metadata"}
)  # fmt: skip
"""Plugins that make no pages, but lists of what there is."""


def unknown(configuration: str, packages: str) -> str:
    """Return why there may be pages anywhere; "" for no reason.

    *packages* is what names the packages that are installed: those called ``pelican-`` are plugins
    where the settings name none.
    """
    plugins = python_literal(configuration, "PLUGINS")
    if "PLUGINS" in configuration and not isinstance(plugins, (list, tuple)):
        return "the configuration computes `PLUGINS`"
    for name in texts(plugins):
        if name.rpartition(".")[2] not in _HARMLESS:
            return f"the plugin {name} may make pages"
    if "PLUGINS" not in configuration and re.search(r"pelican-(?!themes\b)\w", packages):
        return "plugins that are installed may make pages"
    for key in ("TEMPLATE_PAGES", "DIRECT_TEMPLATES"):
        if key in configuration and python_literal(configuration, key) is None:
            return f"the configuration computes `{key}`"
    if any(_beginning(match["value"]) is None for match in _SAVED.finditer(configuration)):
        return "a list may be at any address"
    return ""


def made(configuration: str) -> Iterator[str]:
    """Yield where lists and pages of templates are."""
    yield from _LISTS
    if "DEFAULT_PAGINATION" in configuration:
        yield from _MORE
    yield from texts(python_literal(configuration, "DIRECT_TEMPLATES"))
    for target in mapping(python_literal(configuration, "TEMPLATE_PAGES")).values():
        if isinstance(target, str):
            yield target
    for match in _SAVED.finditer(configuration):
        yield _beginning(match["value"]) or "index"


def _beginning(value: str) -> str | None:
    """Return the folder with which an address begins, or all of it; "" where there is none of it.

    None where it may be anywhere.
    """
    found = _LITERAL.fullmatch(value.strip())
    if found is None:
        return None
    before, brace, _ = found["text"].partition("{")
    return (before.rpartition("/")[0].strip("/") or None) if brace else before.strip("/")
