"""Versions and translations of an article, as far as paths tell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.text.languages import LANGUAGE
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from pathlib import PurePath

_VERSION: Final = regex(
    r"v\d[\w.-]*|\d++(?:\.[\dx]++)++[\w.-]*|\d+-(?:edge|lts|beta)|version-.+"
    r"|latest|next|current|stable|edge|nightly|main|master|dev|developing|unreleased"
)
"""Names of folders that hold one version of many."""
_AT_END: Final = regex(
    r"(?<=[^\W\d])[-_ .]?v?\d{1,4}(?:\.\d{1,4}){1,4}(?=(?:\.[a-zA-Z]\w{0,9}+){1,2}\Z)"
)
"""The version that a file has at the end of its name: ``terms-v1.3.html``."""
_OF_VERSIONS: Final = frozenset(
    {"docs", "i18n", "translated", "translations", "versioned_docs", "versions"}
)
"""Folders of versions and translations."""
_OF_PLUGIN: Final = "-plugin-content-"
"""Stands in the name of a folder of translations before the name of the folder translated."""


def without_variant(path: PurePath) -> tuple[str, ...]:
    """Return what *path* has in common with other versions and translations of the article."""
    *folders, name = without_language(path)
    kept = [each for each in folders if not _VERSION.fullmatch(each)]
    return (*kept, _AT_END.sub("", name))


def without_language(path: PurePath) -> tuple[str, ...]:
    """Return what *path* has in common with other translations of this version of the article."""
    *named, name = path.parts
    folders = [_without_language(_translated(each)) for each in named]
    first, *endings = name.split(".")
    if len(endings) > 1 and LANGUAGE.fullmatch(endings[-2]):
        del endings[-2]
    kept = [each for each in folders if not (each in _OF_VERSIONS or LANGUAGE.fullmatch(each))]
    return (*kept, ".".join((first, *endings)))


def _translated(folder: str) -> str:
    """Return the folder that *folder* holds the translations of, by its name."""
    kind = folder.rpartition(_OF_PLUGIN)[2]
    if kind == folder:
        return folder
    plugin, _, name = kind.partition("-")
    return name or plugin


def _without_language(folder: str) -> str:
    """Return the name of a folder without the language behind it: ``docs-zh``."""
    first, mark, rest = folder.partition("-")
    return first if mark and LANGUAGE.fullmatch(rest) else folder
