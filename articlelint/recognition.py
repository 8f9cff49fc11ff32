"""Which site a file belongs to: the nearest folder above it that is known for one."""

# ruff: noqa: PTH100, PTH118, PTH120, PTH208 - abspath keeps symbolic links, and text is quicker than Path
from __future__ import annotations

import os
from dataclasses import replace
from functools import lru_cache
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from articlelint.errors import ConfigError, named
from articlelint.generators import GENERIC, all_recognised_at, by_name, settings_of
from articlelint.generators.reading import UNPARSED, package_dependencies
from articlelint.generators.settings import Settings
from articlelint.markdown.packages import with_packages
from articlelint.options import fits, in_words, options_of
from articlelint.site import GENERIC_SITE, Site
from articlelint.text.languages import LANGUAGE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from articlelint.generators.generator import Generator


def find_site(path: Path | str, stop: Path | None = None, *, plugins: bool = True) -> Site:
    """Return the site of the file at *path*: the nearest folder above it that is recognised.

    *stop* is the topmost folder to look at; with *plugins* the generators of installed packages
    are recognised too. If nothing is recognised, the site is GENERIC, and its root is that of the
    repository, or *stop*.
    """
    folder = os.path.dirname(os.path.abspath(path))
    return _site_of(folder, os.path.abspath(stop) if stop is not None else None, plugins=plugins)


def site_for(
    root: Path | str, generator_name: str, overrides: Mapping[str, object] | None = None
) -> Site:
    """Return the site at *root* as a configuration names it, with *overrides* of its settings.

    Raises ConfigError for an unknown generator or setting, or a value that does not fit.
    """
    generator = by_name(generator_name)
    folder = Path(os.path.abspath(root))
    settings = override(settings_of(generator, folder), overrides or {})
    if "permalink" not in (overrides or {}) and not generator.may_be_at(_names_in(folder)):
        settings = replace(settings, is_assumed=True)
    return Site(folder, generator, settings)


def _names_in(folder: Path) -> list[str]:
    try:
        return os.listdir(folder)
    except (OSError, ValueError):
        return []


@lru_cache(maxsize=65536)
def _site_of(folder: str, stop: str | None, *, plugins: bool) -> Site:
    repository: str | None = None
    inner: Site | None = None
    while True:
        site, is_repository = _site_at(folder, plugins=plugins)
        if site is not None and not (
            _is_theme(folder, stop, plugins=plugins)
            or (folder != stop and not is_repository and _is_left_out(site, folder))
        ):
            if not site.generator.gives_way:
                site = site if inner is None or _reads(site, inner) else inner
                return site if is_repository else _within_another(site, folder, stop, plugins)
            inner = inner or site
        if site is None and inner is None:
            inner = _translation_of_site(folder, plugins=plugins)
        if is_repository and repository is None:
            repository = folder
        parent = os.path.dirname(folder)
        if folder in {stop, parent}:
            break
        folder = parent
    if inner is not None:
        return inner
    root = repository or stop
    return _generic_at(root) if root else GENERIC_SITE


def _within_another(site: Site, folder: str, stop: str | None, plugins: bool) -> Site:  # noqa: FBT001 - as it was given
    """Return *site*, found in *folder*, with whether another one around it publishes it."""
    above = os.path.dirname(folder)
    if folder in {stop, above} or site.settings.base_url or site.settings.base_path != "/":
        return site
    around = _site_of(above, stop, plugins=plugins)
    if around.generator in {GENERIC, site.generator} or around.generator.gives_way:
        return site
    return replace(site, settings=replace(site.settings, is_within=True))


@lru_cache(maxsize=64)
def _generic_at(folder: str) -> Site:
    """Return the site at *folder*, where no generator is recognised; its folders share it."""
    root = Path(folder)
    return Site(root, GENERIC, GENERIC.settings(root))


def _translation_of_site(folder: str, *, plugins: bool) -> Site | None:
    """Return what is known of a *folder* of a language, where one beside it is a site.

    A script builds its articles with that site's configuration: how Markdown is read is known,
    and nothing of where they are published.
    """
    above, name = os.path.split(folder)
    if not LANGUAGE.fullmatch(name):
        return None
    for each in _names_of_languages(above):
        site, _ = _site_at(os.path.join(above, each), plugins=plugins)
        if site is not None and not site.generator.gives_way:
            settings = Settings(dialect=site.dialect, bare_urls=site.settings.bare_urls)
            return Site(None, GENERIC, settings)
    return None


@lru_cache(maxsize=1024)
def _names_of_languages(folder: str) -> tuple[str, ...]:
    try:
        return tuple(sorted(filter(LANGUAGE.fullmatch, os.listdir(folder))))
    except (OSError, ValueError):
        return ()


def _reads(site: Site, inner: Site) -> bool:
    """Tell whether articles in the folder of *inner*, within *site*, are articles of *site*."""
    relative = site.relative(PurePath(inner.root or "", "a.md"))
    hidden = any(part.startswith(".") for part in relative.parts[:-1])
    return site.is_content(relative) and not hidden and not site.takes_for_template(relative)


def _is_theme(folder: str, stop: str | None, *, plugins: bool) -> bool:
    """Tell whether the *folder*, recognised as a site, is a theme of the site around it."""
    themes, _, inner = folder.rpartition(f"{os.sep}themes{os.sep}")
    if not inner or folder == stop:
        return False
    around = _site_of(themes, stop, plugins=plugins)  # with its example site
    return around.generator.is_template(around.relative(PurePath(folder, "a.md")))


def _is_left_out(site: Site, folder: str) -> bool:
    """Tell whether the blog around the *folder* leaves it out: the demonstration of its theme."""
    above, name = os.path.split(folder)
    around, _ = _site_at(above, plugins=False)
    if not name or around is None or around.generator.name != site.generator.name:
        return False
    return Path(above, "_posts").is_dir() and around.leaves_out(name)


@lru_cache(maxsize=65536)
def _site_at(folder: str, *, plugins: bool) -> tuple[Site | None, bool]:
    """Return the site whose root *folder* is, and whether it is a repository's root."""
    try:
        names = frozenset(os.listdir(folder))
    except (OSError, ValueError):  # not there, not readable, a loop of symbolic links, NUL
        return None, False
    is_repository = ".git" in names or ".hg" in names
    root = Path(folder)
    found = _reader_of(root, names, plugins=plugins)
    if found is None:
        return None, is_repository
    generator, settings = found
    if any(map(UNPARSED.search, settings.problems)):
        # What its configuration adds to Markdown is not known.
        dialect = (settings.dialect or generator.dialect).opened()
        settings = replace(settings, dialect=dialect)
    if "package.json" in names:
        usual = settings.dialect or generator.dialect
        dialect = with_packages(usual, package_dependencies(root))
        settings = settings if dialect == usual else replace(settings, dialect=dialect)
    return Site(root, generator, settings), is_repository


def _reader_of(
    root: Path, names: frozenset[str], *, plugins: bool
) -> tuple[Generator, Settings] | None:
    """Return the generator of the site at *root*, and how it is configured.

    Where the folders that it reads are not there, those of another that is recognised count: one
    of the two publishes what the other has made.
    """
    recognised = all_recognised_at(root, names, plugins=plugins)
    first = next(recognised, None)
    if first is None:
        return None
    settings = settings_of(first, root)
    if _has_content(root, settings):
        return first, settings
    for other in recognised:
        own = settings_of(other, root)
        if not other.gives_way and _has_content(root, own):
            return other, own
    return first, settings


def _has_content(root: Path, settings: Settings) -> bool:
    return any((root / folder).is_dir() for folder in settings.content)


def override(settings: Settings, overrides: Mapping[str, object]) -> Settings:
    """Return *settings* with some replaced, given by their keys as a configuration has them.

    Raises ConfigError for an unknown setting, or a value that does not fit.
    """
    options = options_of(Settings)
    changes: dict[str, object] = {}
    for key, value in overrides.items():
        if key not in options:
            raise ConfigError(f"there is no site setting `{key}`; choose from {named(options)}")
        each = options[key]
        if not fits(value, each.kind):
            raise ConfigError(f"site setting `{key}` must be {in_words(each.kind)}, not `{value}`")
        try:
            changes[each.name] = each.value(value)
        except ValueError as error:
            raise ConfigError(str(error)) from error
    given = "base_url" in changes or "base_path" in changes
    url = changes.pop("base_url", settings.base_url)
    path = changes.pop("base_path", None)
    settings = replace(settings, **changes)  # type: ignore[arg-type] # they fit
    return settings.with_base_url(url, path) if given else settings  # type: ignore[arg-type] # likewise
