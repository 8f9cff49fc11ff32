"""mdBook: https://rust-lang.github.io/mdBook/."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from articlelint.generators.generator import Generator
from articlelint.generators.id_style import IdStyle
from articlelint.generators.mdbook import configuration
from articlelint.generators.mdbook.includes import Includes
from articlelint.generators.paths import posix, resolve, rooted, unique, within, without_base
from articlelint.generators.reading import Reader, text
from articlelint.generators.settings import Settings
from articlelint.generators.tree import ending
from articlelint.text.files import exists

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from pathlib import Path, PurePath


class MdBook(Generator):
    """mdBook publishes the chapters that ``src/SUMMARY.md`` lists, and every other file."""

    name = "mdbook"
    title = "mdBook"
    preview_ports = frozenset({"3000"})
    markers = frozenset({"book.toml"})
    pages_have_front_matter = False
    passes_over_summary = False
    shows_title = False  # the chapter begins with its own heading
    dialect = configuration.DIALECT
    template_syntax = Includes()
    tag_keys = ()

    def recognises(self, root: Path) -> bool:
        """Look for the ``SUMMARY.md`` of a book with a ``book.toml``."""
        return (root / configuration.source(Reader(root)) / configuration.SUMMARY).is_file()

    def settings(self, root: Path) -> Settings:
        """Read ``book.toml`` and the summary: "Format", "Configuration"."""
        reader = Reader(root)
        source = configuration.source(reader)
        config = reader.toml("book.toml")
        settings = Settings(
            content=(source,),
            static=(source,),
            language=text(configuration.table(config, "book").get("language")),
            dialect=configuration.dialect(config),
            sources=configuration.chapters(reader, source, config),
        ).with_base_url(None, text(configuration.table(config, "output", "html").get("site-url")))
        return reader.with_problems(settings)

    def schema(self, path: PurePath) -> type | None:
        """Return that no key is mdBook's."""
        from articlelint.generators.mdbook import schema as mdbook

        return mdbook.Chapter

    def unlisted(self, path: PurePath, settings: Settings) -> str | None:
        """Return that the summary does not list the file: a part of others, perhaps."""
        relative = posix(path)
        if not relative.is_relative_to(settings.content[0]):
            return None
        if settings.sources is None:  # the summary is no chapter itself
            is_listed = relative != settings.content[0] / configuration.SUMMARY
        else:
            is_listed = relative in settings.sources
        return None if is_listed else f"`{configuration.SUMMARY}` does not list it"

    def takes_for_part(self, path: PurePath, settings: Settings) -> bool:
        """Return False: underscores mean nothing."""
        return False

    def knows_addresses(self, settings: Settings) -> bool:
        """Return True: paths tell."""
        return True

    def address_keys(self, settings: Settings) -> Collection[str]:
        """Return none: there is no front matter."""
        return ()

    def unknown_addresses(self, settings: Settings, root: Path) -> str:
        """Return what preprocessors may do, and renderers of the site's own."""
        if settings.sources is None:
            return "a preprocessor may add chapters"
        return ""

    def made_folders(self, settings: Settings, root: Path) -> Collection[str]:
        """Return the pages of mdBook's own, and those that are sent elsewhere."""
        return (*configuration.OWN_PAGES, *configuration.redirects(Reader(root).toml("book.toml")))

    def permalink(
        self, path: PurePath, data: Mapping[str, object], settings: Settings
    ) -> str | None:
        """Return the path, with ``README`` for ``index``."""
        relative, source = posix(path), settings.content[0]
        if not relative.is_relative_to(source) or self.unlisted(relative, settings) is not None:
            return None
        inner = relative.relative_to(source).with_suffix("")
        if inner.name.lower() in {"index", "readme"}:
            folder = "" if str(inner.parent) == "." else f"{inner.parent}/"
            return settings.base_path + folder
        return f"{settings.base_path}{inner}.html"

    def layout_ids(self, root: Path) -> Collection[str] | None:
        """Return what ``output.html.redirect`` makes of fragments: a script sends them on.

        None where a preprocessor may make ids.
        """
        config = Reader(root).toml("book.toml")
        if configuration.may_make_ids(config):
            return None
        return tuple(configuration.redirected_ids(config))

    def heading_id_styles(self, root: Path) -> tuple[IdStyle, ...]:
        """Return mdBook's way."""
        return (IdStyle.MDBOOK,)

    def link_candidates(
        self, target: str, place: str, article: Path, settings: Settings, root: Path
    ) -> Sequence[Path] | None:
        """Return nothing for what is of another book, or is sent elsewhere.

        ``index.md`` is a ``README.md``, of which mdBook makes the index: docs, "Preprocessors".
        """
        beside, source = resolve(article.parent, target), root / settings.content[0]
        if target.startswith("/") or exists(beside):
            return None
        if not beside.is_relative_to(source):
            return ()  # published beside this one
        readme = beside.with_name("README.md")
        if beside.name == "index.md" and exists(readme):
            return (readme,)
        config = Reader(root).toml("book.toml")
        if beside.suffix not in {".md", ".html"} and configuration.may_make_ids(config):
            return ()  # what is no file may name a rule, or an item of the code
        page = beside.relative_to(source).with_suffix("").as_posix()
        sent = configuration.redirects(config)
        return () if page in sent else None

    def asset_candidates(
        self, url_path: str, article: PurePath, settings: Settings, root: Path | None
    ) -> Sequence[Path]:
        """Look beside the article, or in the source folder for ``/a.png``.

        A program of the repository may put the book into a site that has ``/a.png``. Of what is no
        Markdown all is copied: ``src/utils/fs.rs``, copy_files_except_ext.
        """
        if root is None:
            return ()
        if url_path.startswith("/"):
            names = without_base(url_path, settings)
            found = unique([resolve(root / p, name) for name in names for p in settings.static])
            return found if any(map(exists, found)) or not _is_of_another(url_path, root) else ()
        relative = within(root, article)
        source = settings.content[0]
        if relative is None or not relative.is_relative_to(source):
            return ()
        # A browser does not leave the root of the host.
        inner = str(relative.relative_to(source).parent / url_path)
        return unique([resolve((root / relative).parent, url_path), root / source / rooted(inner)])


def _is_of_another(url_path: str, root: Path) -> bool:
    """Tell whether the repository around the book has a file with that path elsewhere."""
    repository = next((each for each in root.parents if exists(each / ".git")), None)
    if repository is None or exists(root / ".git"):
        return False
    wanted = PurePosixPath(url_path.lstrip("/"))
    return any(each.name == wanted.name for each in ending(repository, wanted))
