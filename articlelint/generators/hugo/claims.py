"""The addresses of Hugo's pages, as far as two that are the same can be told.

hugo, ``common/paths/path.go``, Sanitize; ``resources/page/permalinks.go``; docs, "URL management".
"""

from __future__ import annotations

import posixpath
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from unicodedata import category

from articlelint.generators.claim import Claim
from articlelint.generators.reading import mapping, texts
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import PurePosixPath

    from articlelint.generators.settings import Settings

_DAY = regex(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)")
_TOKEN = regex(r":([a-z]+)")
_SLASHES = regex("//+")
_CLEAN = regex(r"[A-Za-z0-9./_+-]*+")
_ALLOWED = frozenset("./\\_#+~-@%")


def claims(path: PurePosixPath, data: Mapping[str, object], settings: Settings) -> Iterator[Claim]:
    """Yield the address of the page at *path* and its aliases.

    Two pages are compared where they are in one language: ``a.md`` and ``a.fr.md`` are not.
    """
    name = str(path)
    folders = [
        each
        for each in settings.content
        if name.startswith(f"{each}/") or (str(each) == "." != name and not path.is_absolute())
    ]
    keys = {key.lower(): value for key, value in data.items()}
    if not folders or not keys.keys().isdisjoint({"build", "_build", "headless"}):
        return
    folder = max(folders, key=lambda each: len(each.parts))
    inner = path.relative_to(folder).with_suffix("")
    languages = {each.lower() for each in settings.languages}
    if len(inner.parts) > 1 and inner.parts[0].lower() in languages:
        return  # a folder of a language, or of whatever a module makes of it
    stem, _, language = inner.name.rpartition(".")
    if not stem or language.lower() not in languages:
        stem, language = inner.name, settings.language or ""
    place = (str(folder), language.lower())
    url = keys.get("url")
    if isinstance(url, str) and url.strip():
        if ":" in url:
            return
        own = url.strip()
        # With several languages a slash at the beginning leads to the base URL.
        everywhere = (
            own.startswith("/") and len(settings.languages) > 1 and not _has_hosts(settings)
        )
        where = ("", "") if everywhere else place
        yield Claim((*where, _folded(own)), f"/{own.lstrip('/')}", field="url")
    else:
        found = address_of(str(inner.parent / stem), keys, settings)
        if found is None:
            return
        own = found
        yield Claim((*place, _folded(own)), f"/{own}", field="slug" if "slug" in keys else "")
    outer = posixpath.dirname(own.strip("/"))
    for alias in texts(keys.get("aliases")):
        if alias.strip() and "://" not in alias:
            whole = posixpath.normpath(posixpath.join("/", outer, alias.strip()))
            yield Claim((*place, _folded(whole)), whole, field="aliases")


def address_of(inner: str, keys: Mapping[str, object], settings: Settings) -> str | None:
    """Return the address, within its language, of the page at *inner* with *keys* in lower case."""
    slug = keys.get("slug")
    if isinstance(slug, int) and not isinstance(slug, bool):
        slug = str(slug)  # spf13/cast, ToString
    if slug is not None and not isinstance(slug, str):
        return None
    folder, _, name = inner.rpartition("/")
    if name == "_index":
        return _of_list(folder, slug, settings)
    if name == "index":
        inner = folder
        folder, _, name = inner.rpartition("/")
    if not name:
        return None
    ending = ".html" if settings.ugly_urls else "/"
    pattern = _pattern(inner, settings)
    if pattern is None:
        return None
    if not pattern:
        if slug and slug.strip():
            inner = posixpath.normpath(posixpath.join(folder, slug.strip("/ ")))
        return f"{_sanitized(inner)}{ending}"
    found = _filled(pattern, inner, keys, slug)
    return found and f"{found.strip('/')}{ending}"


def _of_list(folder: str, slug: str | None, settings: Settings) -> str | None:
    if "section" in _permalinks(settings.permalink):
        return None
    if slug and slug != posixpath.basename(folder):
        return None  # newer versions of Hugo take it for the folder's name, older ones do not
    return f"{_sanitized(folder)}/" if folder else ""


def lies_at_its_path(inner: str, settings: Settings) -> bool:
    """Tell whether no pattern of ``permalinks`` is for the page at *inner*."""
    return _pattern(inner, settings) == ""


def _pattern(inner: str, settings: Settings) -> str | None:
    """Return the pattern of ``permalinks`` for the page, "" for none; None: it is not known."""
    permalinks = _permalinks(settings.permalink)
    if not permalinks:
        return ""
    section = inner.partition("/")[0].lower() if "/" in inner else ""
    pages = permalinks.get("page")
    patterns = {**permalinks, **(pages if isinstance(pages, dict) else {})}
    if not section:
        return None if {"/", "page"} & patterns.keys() else ""
    pattern = patterns.get(section, "")
    return pattern if isinstance(pattern, str) else ""


@lru_cache(maxsize=16)
def _permalinks(written: str | None) -> dict[str, Any]:
    """Return the table of the configuration; where articlelint's own names a pattern, that."""
    if not written:
        return {}
    try:
        import json  # 3 ms

        return mapping(json.loads(written))
    except ValueError:
        return {"/": written, "section": written}


def _filled(pattern: str, inner: str, keys: Mapping[str, object], slug: str | None) -> str | None:
    title = keys.get("title")
    folder, _, last = inner.rpartition("/")
    name = _sanitized(last)
    values = {
        "title": _sanitized(title) if isinstance(title, str) else "",
        "filename": name,
        "contentbasename": name,
        "section": _sanitized(inner.partition("/")[0]),
        "sections": _sanitized(folder),
    }
    wanted = _sanitized(slug) if slug else ""
    values["slug"] = wanted or values["title"]
    values["slugorfilename"] = values["slugorcontentbasename"] = wanted or name
    if day := _DAY.match(str(keys.get("date"))):
        values |= day.groupdict()
    tokens = set(_TOKEN.findall(pattern))
    if "[" in pattern or not all(values.get(token) for token in tokens):
        return None
    return _SLASHES.sub("/", _sanitized(_TOKEN.sub(lambda match: values[match[1]], pattern)))


def _sanitized(name: str) -> str:
    """Return *name* as it stands in a URL: without punctuation, hyphens for blanks."""
    if _CLEAN.fullmatch(name):
        return name.lower()
    found: list[str] = []
    blank = False
    for character in name:
        kind = category(character)
        if character in _ALLOWED or kind[0] in "LM" or kind == "Nd":
            if blank and character != "-" and found[-1] != "-":
                found.append("-")
            blank = False
            found.append(character)
        elif found and character.isspace():
            blank = True
    return "".join(found).lower()


def _folded(url: str) -> str:
    return url.removesuffix("index.html").strip("/").lower()


def _has_hosts(settings: Settings) -> bool:
    return "hosts" in settings.kinds
