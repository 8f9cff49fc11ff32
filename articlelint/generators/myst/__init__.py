"""mystmd, which Jupyter Book is since version 2: https://mystmd.org/guide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.generators.reading import Reader, mapping, text, texts
from articlelint.generators.settings import Settings
from articlelint.generators.sphinx import NEVER, Sphinx
from articlelint.markdown.myst import Myst
from articlelint.markdown.options import FOOTNOTES, STRIKETHROUGH, TABLES
from articlelint.templates import TemplateSyntax

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path, PurePath


class MystMd(Sphinx):
    """mystmd publishes the sources below ``myst.yml``, or those that it lists."""

    name = "myst"
    title = "MyST"
    markers = frozenset({"myst.yml"})
    shows_title = True  # from the front matter, or else the first heading
    embeds_files = True  # "Images & Figures": a video in an image or a figure is played
    # "Images & Figures": what browsers do not show becomes PNG
    converted_images = frozenset({"eps", "pdf", "tif", "tiff"})
    dialect = Myst(TABLES | FOOTNOTES | STRIKETHROUGH)

    def recognises(self, root: Path) -> bool:
        """Look for ``myst.yml`` with a project or a site in it."""
        config = Reader(root).yaml("myst.yml")
        return "project" in config or "site" in config

    def settings(self, root: Path) -> Settings:
        """Read ``myst.yml``: "Frontmatter", "Project settings"."""
        reader = Reader(root)
        project = mapping(reader.yaml("myst.yml").get("project"))
        excluded = (*NEVER, *texts(project.get("exclude")))
        settings = Settings(
            language=text(project.get("language")),
            unread=tuple(f"/{each.removeprefix('./').lstrip('/')}" for each in excluded),
        )
        return reader.with_problems(settings)

    def template_language(
        self, path: PurePath, data: Mapping[str, object] | None, settings: Settings
    ) -> TemplateSyntax:
        """Return that expressions may stand anywhere: "Substitutions"."""
        return TemplateSyntax.ANY

    def schema(self, path: PurePath) -> type | None:
        """Return the front matter of a page."""
        from articlelint.generators.myst import schema as myst

        return myst.Page

    def may_be_named(self, name: str, root: Path) -> bool:
        """Return True: it is not known what all may be named."""
        return True

    def raw_asset_candidates(
        self, url_path: str, article: PurePath, settings: Settings, root: Path | None
    ) -> Sequence[Path]:
        """Look from the article: HTML is read as MyST's own images and links are."""
        return self.asset_candidates(url_path, article, settings, root)
