"""Which addresses an Astro site has: docs, "Routing"; Starlight: "Pages", "Internationalization".

Files of ``src/pages`` are pages; those with a bracket in their names make pages of collections,
below the folder that stands before it. Starlight publishes ``src/content/docs`` at the root.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.generators.literals import items, pairs, text_of, value_of
from articlelint.generators.reading import (
    Reader,
    javascript_string,
    package_dependencies,
    text,
    without_comments,
)
from articlelint.generators.tree import tree
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from pathlib import Path, PurePosixPath

STARLIGHT: Final = "@astrojs/starlight"
_HARMLESS: Final = frozenset(
    {"alpinejs", "compress", "db", "expressiveCode", "icon", "lit", "mdx", "partytown", "preact",
     "react", "sitemap", "solid", "solidJs", "starlight", "svelte", "tailwind", "vue"}
)  # fmt: skip
_PLUGINS: Final = frozenset(
    {"starlightLinksValidator", "starlightImageZoom", "starlightScrollToTop", "starlightLlmsTxt",
     "starlightHeadingBadges", "starlightSidebarTopics", "starlightGitHubAlerts"}
)  # fmt: skip
_CALL: Final = regex(r"(?<!\w)(\w++)\(")
_NAMED: Final = regex(r"(?<![\w.$])locales(?:\s*:\s*locales)?(?=\s*[,}])")
_CONSTANT: Final = regex(r"\bconst\s+locales\b[^={]{0,99}=\s*(?=\{)")
_ROUTE: Final = regex(r"(?P<name>.+?)\.(?:astro|mdx?|markdown|html|jsx?|tsx?)")
_PLAIN: Final = regex(r"[\w -]+(?:/[\w -]+)*")
_LOADER: Final = regex(
    r"\bdocs\s*:\s*defineCollection\(\s*\{\s*(?:loader\s*:\s*docsLoader\(\s*\)|schema\b|type\b)"
)
_CONFIGURATIONS: Final = ("src/content.config.ts", "src/content.config.mjs",
                          "src/content.config.js", "src/content/config.ts")  # fmt: skip


def has_starlight(root: Path, config: str) -> bool:
    """Tell whether the site is one of Starlight, its folders the usual ones."""
    if STARLIGHT not in package_dependencies(root) or "starlight(" not in config:
        return False
    if "srcDir" in config:
        return False
    reader = Reader(root)
    collections = next((each for name in _CONFIGURATIONS if (each := reader.text(name))), "")
    return bool(_LOADER.search(without_comments(collections)))


def address(path: PurePosixPath, data: Mapping[str, object], *, docs: bool) -> str | None:
    """Return the URL path, without the base path, of the file at *path*; None: it is not known.

    *docs* tells that it is a site of Starlight.
    """
    if path.is_relative_to("src/pages"):
        inner = str(path.relative_to("src/pages").with_suffix(""))
        return None if "[" in inner else _without_index(inner)
    if not docs or not path.is_relative_to("src/content/docs"):
        return None
    slug = text(data.get("slug"))
    if slug:
        return slug.strip("/")
    inner = str(path.relative_to("src/content/docs").with_suffix(""))
    return _without_index(inner.lower().replace(" ", "-")) if _PLAIN.fullmatch(inner) else None


def _without_index(inner: str) -> str:
    return "" if inner == "index" else inner.removesuffix("/index")


def unknown(root: Path, config: str) -> str:
    """Return why there may be pages anywhere; "" for no reason."""
    code = without_comments(config)
    names = tree(root)
    if names is None:
        return "the site has too many files"
    if not code or "srcDir" in code or "injectRoute" in code or "...common" in code:
        return "the configuration may add pages"
    strange = _strange(code, "integrations", _HARMLESS)
    options = _starlight(code)
    if not strange and options:
        strange = _strange(options, "plugins", _PLUGINS)
    languages = value_of(options, "locales")
    if not strange and ("..." in pairs(languages) if languages else "locales" in options):
        strange = "the configuration computes `locales`"
    if strange:
        return strange
    if any(name.startswith("src/pages/[") for name in names):
        return "a page at the root may have any address"
    if not any(name.startswith("src/pages/") for name in names) and not has_starlight(root, code):
        return "nothing in `src/pages/` publishes the articles"
    return ""


def _strange(code: str, key: str, known: frozenset[str]) -> str:
    """Return what of the calls in an array is not among those *known*, a reason; "" for none."""
    written = value_of(code, key)
    if written is None:
        return f"the configuration computes `{key}`" if key in code else ""
    for item in items(written):
        calls = _CALL.findall(item) if item.startswith("...(") else _CALL.match(item)
        names = calls if isinstance(calls, list) else [calls[1]] if calls else []
        if not names or not known.issuperset(names):
            return f"{item[:40]} of `{key}` may make pages"
    return ""


def made(root: Path, config: str, languages: tuple[str, ...]) -> Iterator[str]:
    """Yield the URL paths of what is made otherwise, or below which something is."""
    code = without_comments(config)
    for name in tree(root) or ():
        if name.startswith("src/pages/"):
            before, bracket, _ = name.removeprefix("src/pages/").partition("[")
            route = _ROUTE.fullmatch(before)
            if bracket:
                yield before.rpartition("/")[0]
            elif route is not None:
                yield _without_index(route["name"]) or "index"
    for source in pairs(value_of(code, "redirects") or "{}"):
        yield source.partition("[")[0].strip("/") or "index"
    if not _locales(code):
        yield from languages


def languages_of(config: str) -> tuple[str, ...]:
    """Return the folders of the languages of Starlight, without that of the root."""
    return tuple(each for each in _locales(without_comments(config)) if each != "root")


def untranslated(urls: Collection[str], base: str, config: str) -> Iterator[tuple[str, str]]:
    """Yield where Starlight shows a document that is not translated, with its own URL path."""
    code = without_comments(config)
    own = _folder(javascript_string(_starlight(code), "defaultLocale") or "root")
    others = tuple(each for name in _locales(code) if (each := _folder(name)) != own)
    for url in urls if others else ():
        inner = url[len(base) :]
        if inner.startswith(own) and not inner.startswith(tuple(filter(None, others))):
            for other in others:
                yield f"{base}{other}{inner.removeprefix(own)}", url


def _locales(code: str) -> Collection[str]:
    """Return the languages of Starlight, whose values are objects, not texts as the sitemap's."""
    written = value_of(_starlight(code), "locales") or ""
    found = pairs(written) if written.startswith("{") else {}
    return [each for each, value in found.items() if text_of(value) is None]


def _starlight(code: str) -> str:
    """Return the options of Starlight, as they are written, with the constant ``locales``."""
    _, call, rest = code.partition("starlight(")
    options = next(iter(items(f"({rest}")), "") if call else ""
    constant = _CONSTANT.search(code) if _NAMED.search(options) else None
    if constant is None:
        return options
    written = value_of("locales:" + code[constant.end() :], "locales")
    return _NAMED.sub(lambda _: f"locales: {written}", options) if written else options


def _folder(language: str) -> str:
    return "" if language == "root" else f"{language}/"
