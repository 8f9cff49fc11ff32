"""Where Zola publishes a page: docs, "Page", "Section", "Configuration".

zola, ``components/content/src/page.rs``, ``file_info.rs``, ``components/utils/src/slugs.rs``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from articlelint.generators.reading import mapping, text
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import PurePosixPath

    from articlelint.generators.settings import Settings

CONTENT: Final = "content"
_DATE: Final = regex(
    r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:T[0-9:.]+(?:Z|[+-][0-9:]+))?\s?[_-](?=.)"
)
_NO_SLUG: Final = regex(r"[^a-z0-9]+")
_UNSAFE: Final = regex(r'[<>:"/\\|?*]+')
_SLUGS: Final = "slugify.paths"
_DATES: Final = "slugify.paths_keep_dates"


def patterns(config: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """Return how names of files become those of pages, as the configuration says."""
    slugify = mapping(config.get("slugify"))
    old = config.get("slugify_paths")  # before 0.11
    usual = "on" if old is None or old is True else "safe"
    keeps = slugify.get("paths_keep_dates") is True
    return ((_SLUGS, text(slugify.get("paths")) or usual), *(((_DATES, "true"),) if keeps else ()))


def address(path: PurePosixPath, data: Mapping[str, object], settings: Settings) -> str | None:
    """Return the URL path, without the base path, of the page at *path*; None: it is not known."""
    folders, name, language = _parts(path, settings)
    if name is None or name.startswith("index."):
        return None
    before = f"{language}/" if language else ""
    if name.partition(".")[0] == "_index":
        return before + "".join(f"{each}/" for each in folders)
    explicit = data.get("path")
    if isinstance(explicit, str) and explicit.strip("/ "):
        return f"{explicit.strip('/ ')}/"
    if name == "index":
        if not folders:
            return before
        *folders, name = folders
    slug = _slug(data.get("slug"), name, dict(settings.patterns))
    return None if not slug else before + "".join(f"{each}/" for each in (*folders, slug))


def folder(path: PurePosixPath, settings: Settings) -> str | None:
    """Return the URL path, without the base path, below which the page at *path* is."""
    folders, name, language = _parts(path, settings)
    if name is None:
        return None
    if name == "index":
        folders = folders[:-1]
    return "/".join((*([language] if language else ()), *folders))


def _parts(path: PurePosixPath, settings: Settings) -> tuple[list[str], str | None, str]:
    """Return the folders of a page, its name and its language, "" for the usual one.

    There is no name where it is no page.
    """
    first, *folders = path.parts[:-1] or ("",)
    if first != CONTENT or path.suffix != ".md":
        return folders, None, ""
    name, dot, language = path.stem.partition(".")
    others = [each for each in settings.languages if each != settings.language]
    if not dot or not others:
        return folders, path.stem, ""
    if language == settings.language:
        return folders, path.stem, ""  # ``find_language`` leaves the name as it is
    return (folders, name, language) if language in others else (folders, None, "")


def _slug(given: object, name: str, how: Mapping[str, str]) -> str | None:
    """Return the last part of an address; None where that is not known."""
    if isinstance(given, str) and given:
        name = given
    elif _DATES not in how:
        name = _DATE.sub("", name, count=1) if _DATE.match(name) else name
    match how.get(_SLUGS, "on"):
        case "on" if name.isascii():
            return _NO_SLUG.sub("-", name.lower()).strip("-")
        case "safe":
            return _UNSAFE.sub("", name.rstrip(" ."))
        case "off":
            return name
    return None


def made(config: Mapping[str, Any], settings: Settings) -> Iterator[str]:
    """Yield where lists of terms are, and the pages of Zola's own."""
    yield from ("404", "search_index")
    listed = config.get("taxonomies")
    for each in listed if isinstance(listed, list) else ():
        name = text(mapping(each).get("name")) or ""
        slug = _slug(None, name, dict(settings.patterns)) or name
        yield from (slug, *(f"{language}/{slug}" for language in settings.languages))
