"""Where Hugo publishes a page: docs, "URL management", "Multilingual mode"."""

from __future__ import annotations

from functools import lru_cache
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from articlelint.generators.hugo.claims import address_of
from articlelint.generators.hugo.configuration import configuration, lower, table
from articlelint.generators.reading import Reader
from articlelint.generators.tree import tree
from articlelint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from articlelint.generators.settings import Mount, Settings

IN_FOLDER: Final = "subdir"
"""The kind of mount that says that the default language has a folder, too."""
_ROOT: Final = PurePosixPath()
_ADAPTER: Final = "_content.gotmpl"


class Place(NamedTuple):
    """Where a page lies: its path within a content folder, less extension and language."""

    inner: str
    language: str


def place_of(path: PurePosixPath, settings: Settings) -> Place | None:
    """Return where the page at *path* lies; None where that is in no content folder."""
    whole = str(path)
    for inside, target, language, endings in _folders(settings):
        if whole.startswith(inside):
            inner = target + whole[len(inside) :]
            folder, slash, name = inner.rpartition("/")
            dot = name.rfind(".")
            stem = name[:dot] if dot > 0 else name
            name, _, ending = stem.rpartition(".")
            if name and ending.lower() in endings:
                return Place(f"{folder}{slash}{name}", ending.lower())
            return Place(f"{folder}{slash}{stem}", language)
    return None


@lru_cache(maxsize=16)
def _folders(settings: Settings) -> tuple[tuple[str, str, str, frozenset[str]], ...]:
    """Return what paths in each content folder begin with, and in place of that on the site.

    Then come its language, and all languages. The innermost folder is the first.
    """
    spoken = {
        mount.source: mount.language
        for mount in reversed(settings.mounts)
        if mount.kind == "content" and mount.language
    }
    targets = {mount.source: mount.target for mount in reversed(content_mounts(settings))}
    known = frozenset(map(str.lower, settings.languages))
    usual = settings.language or ""
    return tuple(
        (
            _beginning(folder),
            _beginning(targets.get(folder, PurePosixPath())),
            spoken.get(folder, usual).lower(),
            known,
        )
        for folder in sorted(settings.content, key=lambda each: -len(each.parts))
    )


def content_mounts(settings: Settings) -> list[Mount]:
    """Return what is mounted as content."""
    return [mount for mount in settings.mounts if mount.kind == "content"]


def _beginning(folder: PurePosixPath) -> str:
    return "" if str(folder) == "." else f"{folder}/"


def address(path: PurePosixPath, data: Mapping[str, object], settings: Settings) -> str | None:
    """Return the URL path, without the base path, of the page at *path*; None: it is not known."""
    place = place_of(path, settings)
    if place is None:
        return None
    keys = {key.lower(): value for key, value in data.items()}
    before = language_folder(place.language, settings)
    url = keys.get("url")
    if isinstance(url, str) and url.strip():
        if ":" in url:
            return None
        return url.strip().lstrip("/") if url.startswith("/") else before + url.strip()
    own = address_of(place.inner, keys, settings)
    return None if own is None else before + own


def folder_of(path: PurePosixPath, data: Mapping[str, object], settings: Settings) -> str | None:
    """Return the folder below which a list's page is that has a ``slug``; None: it is not known."""
    place = place_of(path, settings)
    if place is None or settings.permalink or any(key.lower() == "url" for key in data):
        return None
    folder, _, name = place.inner.rpartition("/")
    around = address_of(f"{folder.rpartition('/')[0]}/_index", {}, settings)
    if name != "_index" or not around:
        return None
    return language_folder(place.language, settings) + around


def language_folder(language: str, settings: Settings) -> str:
    """Return the folder of a language's pages with its slash, "" for none."""
    if len(settings.languages) < 2 and not _in_folder(settings):
        return ""
    if language == (settings.language or "").lower() and not _in_folder(settings):
        return ""
    return f"{language}/" if language in map(str.lower, settings.languages) else ""


def _in_folder(settings: Settings) -> bool:
    return IN_FOLDER in settings.kinds


def unknown(settings: Settings, root: Path) -> str:
    """Return why there may be pages that no file of the site is the source of; "" for no reason."""
    reader = Reader(root)
    config = configuration(root, reader)
    if table(config, "module").get("imports"):
        return "modules of Hugo may add pages"
    formats = table(config, "outputformats")
    if any(lower(each).get("path") for each in formats.values()):
        return "an output format has pages of its own"
    if "hosts" in settings.kinds:
        return "languages have hosts of their own"
    names = tree(root)
    if names is None:
        return "the site has too many files"
    spoken = [folder / each for folder in settings.content for each in settings.languages]
    folders = [each for each in spoken if (root / each).is_dir()]
    if len(folders) > 1 and not set(folders) & set(settings.content):
        return "languages have content folders that the configuration does not mount"
    themes = {f"themes/{name}/content/" for name in settings.themes}
    if any(name.startswith(tuple(themes)) for name in names if themes):
        return "the theme has pages"
    return ""


def made_folders(settings: Settings, root: Path) -> Iterator[str]:
    """Yield the folders that a content adapter fills: docs, "Content adapters".

    So are the places of a file that is mounted, of a folder that is mounted in several, and of what
    is mounted from elsewhere or is not there, such as a submodule of Git.
    """
    taken: dict[tuple[PurePosixPath, str | None], PurePosixPath] = {}
    for mount in content_mounts(settings):
        source, target = root / mount.source, mount.target
        first = taken.setdefault((mount.source, mount.language), target)
        if source.is_file():
            target = target.with_suffix("")
        elif first == target and ".." not in mount.source.parts and source.is_dir():
            continue
        folder = language_folder((mount.language or settings.language or "").lower(), settings)
        yield folder + ("" if target == _ROOT else str(target))
    for name in tree(root) or ():
        if name.endswith(_ADAPTER):
            place = place_of(PurePosixPath(name), settings)
            if place is not None:
                inner = place.inner.rpartition("/")[0]
                yield language_folder(place.language, settings) + inner
