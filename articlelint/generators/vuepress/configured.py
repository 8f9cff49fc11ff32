"""What a configuration of VuePress, a program, may change; it is not run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.generators.literals import items, pairs, text_of, value_of
from articlelint.generators.reading import without_comments
from articlelint.text.regex import regex

if TYPE_CHECKING:
    import re

_PLAIN_PLUGINS: Final = regex(
    r"(?:@vuepress/)?(?:plugin-|vuepress-plugin-)?(?:active-header-links|back-to-top|clipboard"
    r"|code-copy|docsearch|git|google-analytics|google-tag-manager|last-updated|medium-zoom"
    r"|nprogress|palette|pwa|register-components|search|seo|shiki|prismjs|sitemap"
    r"|slimsearch|smooth-scroll|zooming|copy-code|copyright|links-check)"
)
"""Plugins that make no pages and change no Markdown."""
_MARKDOWN_PLUGINS: Final = regex(
    r"(?:@vuepress/)?(?:plugin-|vuepress-plugin-)?(?:container|markdown-[\w-]+|mathjax|katex|mermaid"
    r"|md-enhance|flowchart|mermaidjs|tabs)"
)
"""Plugins that change nothing but Markdown."""
_PAGES: Final = regex(
    r"(?<![\w.$])(?:extendsPage\w*|extendPageData|additionalPages|onInitialized|permalink\w*"
    r"|pagePatterns|patterns|extends)\b"
)
_MARKDOWN: Final = regex(
    r"(?<![\w.$])(?:extends?Markdown\w*|chainMarkdown|markdown|extends)\b(?!\s*:\s*\{\s*\})"
)
_IDS: Final = regex(r"\bslugify\b|(?<![\w.$])anchor\s*:|markdown-it-anchor")
_THEME: Final = regex(r"(?<![\w.$])theme\s*(?::\s*(?P<value>[\w.@/\"'-]+)|[,}])")
_DEFAULT_THEME: Final = regex(r"defaultTheme|[\"'](?:@vuepress/(?:theme-)?)?default[\"']")
_CALL: Final = regex(r"(\w+)\(")


def unknown(config: str) -> str:
    """Return why there may be other pages, or others' addresses; "" for no reason."""
    code = without_comments(config)
    if not code:
        return "the configuration cannot be read"
    if _PAGES.search(code):
        return "the configuration chooses the pages"
    return _strange(code, _MARKDOWN_PLUGINS)


def adds_markdown(config: str) -> bool:
    """Tell whether there may be Markdown of which nothing is known."""
    code = without_comments(config)
    return not code or _MARKDOWN.search(code) is not None or _strange(code) != ""


def runs_markdown(config: str) -> bool:
    """Tell whether a program of the site changes how Markdown is put out: code too, maybe."""
    return _PROGRAM.search(without_comments(config)) is not None


_PROGRAM: Final = regex(r"(?<![\w.$])(?:extends?Markdown\w*|chainMarkdown)\b")


def changes_ids(config: str) -> bool:
    """Tell whether headings may have other ids."""
    code = without_comments(config)
    return _IDS.search(code) is not None or "themeHope" in code or "vuepress-theme-" in code


def _strange(code: str, others: re.Pattern[str] | None = None) -> str:
    """Return which theme or plugin may make anything; "" for none.

    *others* are plugins that it does not matter what they do.
    """
    theme = _THEME.search(code)
    if theme is not None and not _DEFAULT_THEME.match(theme["value"] or ""):
        return "the theme may make pages"
    plugins = value_of(code, "plugins")
    if plugins is None:
        return "the configuration computes `plugins`" if "plugins" in code else ""
    written = (
        list(pairs(plugins).items())
        if plugins[0] == "{"
        else [(each, "") for each in items(plugins)]
    )
    for item, _ in written:
        name = _name(item)
        if not _PLAIN_PLUGINS.fullmatch(name) and not (others and others.fullmatch(name)):
            return f"the plugin {name} may make pages"
    return ""


def _name(item: str) -> str:
    """Return a plugin's name, that of a function without "Plugin" at its end and with hyphens."""
    first = items(item)[0] if item.startswith("[") and items(item) else item
    plain = text_of(first)
    if plain is not None:
        return plain
    call = _CALL.match(first)
    name = call[1].removesuffix("Plugin") if call is not None else first
    return "".join(f"-{each.lower()}" if each.isupper() else each for each in name)
