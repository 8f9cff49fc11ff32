"""Which other pages a configuration of Rspress may make, and which programs are some."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.generators.literals import items, value_of
from articlelint.generators.reading import without_comments
from articlelint.generators.tree import tree
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path, PurePosixPath

_PLAIN_PLUGINS: Final = regex(
    r"plugin(?:Sass|Less|Svgr|OpenGraph|Sitemap|Rss|Algolia|FontOpenSans|MediumZoom|Llms"
    r"|GoogleAnalytics|Shiki|LastUpdated|Twoslash|ContainerSyntax|React|NodePolyfill|CodeBlock"
    r"|Preview|Playground|ApiDocgen|AutoNavSidebar|GoogleFonts|UmiStats|Katex|Mermaid)"
)
"""Plugins that make no pages."""
_DECIDES: Final = regex(r"(?<![\w.$])(?:route|multiVersion|addPages|ssr)\s*[:(](?!\s*false)")
_CALL: Final = regex(r"(\w+)\(")
_PROGRAM: Final = regex(r"(?P<route>.+)\.[jt]sx?")


def unknown(config: str) -> str:
    """Return why there may be pages anywhere; "" for no reason."""
    code = without_comments(config)
    if not code:
        return "the configuration cannot be read"
    if _DECIDES.search(code):
        return "the configuration chooses the pages"
    plugins = value_of(code, "plugins")
    if plugins is None:
        return "the configuration computes `plugins`" if "plugins" in code else ""
    for item in items(plugins):
        call = _CALL.match(item)
        if call is None or not _PLAIN_PLUGINS.fullmatch(call[1]):
            return f"{item[:40]} may make pages"
    return ""


def made(root: Path, source: PurePosixPath, language: str | None) -> Iterator[str]:
    """Yield the routes of programs below *source*."""
    before = "" if str(source) == "." else f"{source}/"
    for name in tree(root) or ():
        match = _PROGRAM.fullmatch(name) if name.startswith(before) else None
        if match is not None:
            route = match["route"][len(before) :].removesuffix("/index")
            yield route.removeprefix(f"{language}/") if language else route
