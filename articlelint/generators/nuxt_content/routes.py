"""Which pages a site of Nuxt has besides those of Nuxt Content: docs, "pages", "modules"."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from articlelint.generators.reading import Reader, without_comments
from articlelint.generators.tree import tree
from articlelint.named_tuple import NamedTuple
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from pathlib import Path

SHOWS_ALL: Final = regex(r"(?:app/)?pages/\[\[?\.\.\.\w+\]?\]\.vue")
_PAGE: Final = regex(r"(?:app/)?pages/(.+)\.(?:vue|jsx|tsx)")
_PROGRAMS: Final = regex(
    r"(?:app/)?(?:layers|modules|server/(?:routes|middleware|plugins))/"
    r"|(?:app/)?(?:middleware/.*\.global\.|router\.options\.)"
)
"""Files that may add pages, or lead elsewhere."""
_ADDS: Final = regex(
    r"\b(?:extends|hooks|pages|router|routeRules|serverHandlers|handlers|extendPages)\b\s*[:(]"
)
_MODULES: Final = regex(r"\bmodules\s*:\s*\[([^\]]*+)")
_STRING: Final = regex(r"""["'`]([^"'`]*)["'`]""")
_HARMLESS: Final = regex(
    r"(?:docus|@nuxt/(?:content|eslint|fonts|icon|image|scripts|test-utils|ui|ui-pro)"
    r"|@nuxtjs/(?:color-mode|fontaine|google-fonts|mdc|plausible|robots|seo|sitemap|tailwindcss)"
    r"|nuxt-(?:gtag|icon|link-checker|llms|og-image|schema-org|seo-utils)"
    r"|@pinia/nuxt|@unocss/nuxt|@vueuse/nuxt)"
)
"""Modules that make no pages that an article would link to."""


class Routes(NamedTuple):
    """Why there may be further pages, "" for no reason; single ones, and where others are."""

    unknown: str
    pages: tuple[tuple[str, str], ...] = ()
    below: tuple[str, ...] = ()


@lru_cache(maxsize=16)
def routes(root: Path, config: str) -> Routes:
    """Return what pages, modules and the configuration, whose text is *config*, add."""
    names = tree(root) or ()
    pages: list[tuple[str, str]] = []
    below: list[str] = []
    for name in names:
        if _PROGRAMS.match(name):
            return Routes(f"`{name}` may make pages")
        if SHOWS_ALL.fullmatch(name):
            if not _refuses(Reader(root).text(name)):
                return Routes(f"`{name}` may show any page")
        elif page := _PAGE.fullmatch(name):
            route = page[1].removesuffix("index").rstrip("/")
            if "[" in route:
                below.append(route.partition("[")[0].rpartition("/")[0])
            else:
                pages.append((route, name))
    return Routes(_of_configuration(without_comments(config)), tuple(pages), tuple(below))


def _refuses(page: str) -> bool:
    """Tell whether a page that looks articles up by their paths says that one is not there."""
    return "queryCollection" in page and ".path(" in page and "404" in page


def _of_configuration(config: str) -> str:
    if _ADDS.search(config):
        return "the configuration may make pages"
    for listed in _MODULES.finditer(config):
        for module in _STRING.findall(listed[1]):
            if not _HARMLESS.fullmatch(module):
                return f"the module {module} may make pages"
        if _STRING.sub("", listed[1]).strip(", \n\t"):
            return "a module may make pages"
    return ""
