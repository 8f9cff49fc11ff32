"""Which file a link of a translation means: mkdocs-static-i18n, "Choose the docs structure"."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from articlelint.generators.mkdocs.configuration import plugins, read_configuration
from articlelint.generators.paths import unique
from articlelint.generators.reading import Reader, mapping, text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path, PurePath

_NAMES: Final = ("i18n", "static-i18n")


class Translations(NamedTuple):
    """The languages of a site, the default one first, and whether each has a folder.

    If not, the files bear them in their names: ``kites.fr.md``.
    """

    languages: tuple[str, ...]
    by_folder: bool

    def of_name(self, path: PurePath) -> str:
        """Return the language in the name of the file at *path*; "" for none."""
        name = path.stem.rpartition(".")[2]
        return name if name in self.languages and name != path.stem else ""

    def meant_by(self, files: Iterable[Path], article: Path, docs: Path) -> Sequence[Path]:
        """Return what *files*, which *article* names, are in its language, the default, or none."""
        places = self._by_folder if self.by_folder else self._by_suffix
        return unique([found for file in files for found in places(file, article, docs)])

    def _by_suffix(self, file: Path, article: Path, docs: Path) -> Iterator[Path]:
        if not self.of_name(file):
            for language in (self.of_name(article) or self.languages[0], self.languages[0]):
                yield file.with_name(f"{file.stem}.{language}{file.suffix}")
        yield file

    def _by_folder(self, file: Path, article: Path, docs: Path) -> Iterator[Path]:
        yield file
        if not (file.is_relative_to(docs) and article.is_relative_to(docs)):
            return
        own, inner = article.relative_to(docs).parts[0], file.relative_to(docs).parts
        if inner and inner[0] in self.languages:
            inner = inner[1:]
        for language in (own, self.languages[0]):
            if language in self.languages:
                yield docs.joinpath(language, *inner)
        yield docs.joinpath(*inner)


@lru_cache(maxsize=64)
def translations(root: Path) -> Translations | None:
    """Return the languages of the site at *root*; None where it has no plugin for them."""
    found = plugins(read_configuration(Reader(root)))
    options = next((mapping(found[name]) for name in _NAMES if name in found), None)
    if options is None:
        return None
    listed = options.get("languages")
    each = listed if isinstance(listed, list) else list(mapping(listed))
    names = [text(mapping(one).get("locale")) or text(one) or "" for one in each]
    # Until version 1 the default had a key of its own.
    default = text(options.get("default_language")) or next(
        (text(mapping(one).get("locale")) for one in each if mapping(one).get("default") is True),
        None,
    )
    languages = tuple(dict.fromkeys(filter(None, (default, *names))))
    if not languages:
        return None
    return Translations(languages, by_folder=options.get("docs_structure") == "folder")
