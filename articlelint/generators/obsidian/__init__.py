"""Vaults of Obsidian: https://help.obsidian.md/."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, ClassVar

from articlelint.generators.generator import Generator
from articlelint.generators.id_style import IdStyle
from articlelint.generators.obsidian.vault import named
from articlelint.generators.paths import resolve, rooted, unique, within
from articlelint.generators.reading import Reader, text
from articlelint.generators.settings import Settings
from articlelint.generators.tree import SOURCES
from articlelint.markdown.obsidian import Obsidian as Dialect
from articlelint.markdown.url_library import BareUrls
from articlelint.templates import TemplateSyntax
from articlelint.text.files import exists

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path, PurePath


class Obsidian(Generator):
    """Obsidian shows every note of a vault; a link finds a file by its name, wherever it is."""

    name = "obsidian"
    title = "Obsidian"
    gives_way = True  # the content of another site may be edited in it
    markers = frozenset({".obsidian"})
    pages_have_front_matter = False
    shows_title = True  # the file's name
    publishes_drafts = True
    embeds_files = True
    embeds_bring_anchors = False  # `resolveSubpath` looks at the note's own
    bare_urls = BareUrls.GFM
    dialect = Dialect()
    template_syntax = TemplateSyntax.NONE
    image_keys: ClassVar[tuple[str, ...]] = ("cover", "image")
    tag_keys = ("tags",)

    def recognises(self, root: Path) -> bool:
        """Look for ``.obsidian``, the folder of the vault's settings."""
        return (root / ".obsidian").is_dir()

    def settings(self, root: Path) -> Settings:
        """Read where templates lie: ``.obsidian/templates.json``."""
        reader = Reader(root)
        templates = text(reader.json(".obsidian/templates.json").get("folder"))
        settings = Settings(
            bare_urls=True,
            template_folders=(PurePosixPath(templates.strip("/")),) if templates else (),
        )
        return reader.with_problems(settings)

    def schema(self, path: PurePath) -> type | None:
        """Return the properties that Obsidian has by itself."""
        from articlelint.generators.obsidian import schema as obsidian

        return obsidian.Note

    def takes_for_part(self, path: PurePath, settings: Settings) -> bool:
        """Return False: underscores mean nothing."""
        return False

    def link_candidates(
        self, target: str, place: str, article: Path, settings: Settings, root: Path
    ) -> Sequence[Path] | None:
        """Look beside the note, from the vault's root, and for that name anywhere in it.

        A note that is not there is one to be written, where a wiki link names it.
        """
        if ":" in target or "\\" in target or PurePosixPath(target).is_absolute():
            return None
        extension = PurePosixPath(target).suffix.lower()
        name = target if extension in {*SOURCES, ".canvas", ".base"} else f"{target}.md"
        found = [each for each in self._places(name, article, settings, root) if exists(each)]
        if found:
            return found[:1]
        return None if place != "wiki" and extension else ()

    def heading_id_styles(self, root: Path) -> tuple[IdStyle, ...]:
        """Return two ways, of which letters and digits count: the own one is neither."""
        return IdStyle.GITHUB, IdStyle.KRAMDOWN

    def asset_candidates(
        self, url_path: str, article: PurePath, settings: Settings, root: Path | None
    ) -> Sequence[Path]:
        """Look in the same places."""
        return () if root is None else self._places(url_path, article, settings, root)

    def _places(
        self, name: str, article: PurePath, settings: Settings, root: Path
    ) -> Sequence[Path]:
        relative = within(root, article)
        vault = root / settings.content[0]
        if relative is None:
            return ()
        near = (resolve((root / relative).parent, name), resolve(vault, rooted(name)))
        return unique((*near, *named(name, vault)))
