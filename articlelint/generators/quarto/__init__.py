"""Quarto: https://quarto.org/docs/guide/."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.generators.generator import Generator
from articlelint.generators.id_style import IdStyle
from articlelint.generators.paths import resolve, rooted, within
from articlelint.generators.reading import Reader, folder, mapping, text, texts
from articlelint.generators.settings import Settings
from articlelint.generators.tree import tree
from articlelint.markdown.pandoc import Pandoc
from articlelint.templates import TemplateSyntax

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path, PurePath

_CONFIGURATIONS = ("_quarto.yml", "_quarto.yaml")
_OUTPUTS = ("_site", "_book", "_manuscript")


class Quarto(Generator):
    """Quarto publishes every document of a project; Markdown is Pandoc's."""

    name = "quarto"
    title = "Quarto"
    markers = frozenset(_CONFIGURATIONS)
    closing_dots = True  # Pandoc's manual, "Extension: yaml_metadata_block"
    pages_have_front_matter = False
    bundles_images = True
    embeds_files = True  # Pandoc makes `<video>`, `<audio>` or `<embed>` of an image of their kind
    other_sources = frozenset({".qmd", ".rmd"})
    dialect = Pandoc()
    template_syntax = TemplateSyntax.ANY
    image_keys = ("image",)
    front_matter_images_are_relative = True
    tag_keys = ("categories", "keywords")
    description_keys = ("description", "abstract")

    def recognises(self, root: Path) -> bool:
        """Look for ``_quarto.yml``."""
        return any((root / name).is_file() for name in _CONFIGURATIONS)

    def settings(self, root: Path) -> Settings:
        """Read ``_quarto.yml``: "Project Options"."""
        reader = Reader(root)
        config = next((each for name in _CONFIGURATIONS if (each := reader.yaml(name))), {})
        project = mapping(config.get("project"))
        site = {**mapping(config.get("website")), **mapping(config.get("book"))}
        output = text(project.get("output-dir"))
        left_out = [each[1:] for each in texts(project.get("render")) if each.startswith("!")]
        outputs = (*_OUTPUTS, str(folder(output, "_site")))
        # Options of a folder may name filters, and texts to put in.
        filtered = "filters" in config or any("_metadata.y" in each for each in tree(root) or ())
        settings = Settings(
            dialect=Pandoc(filtered=filtered),
            language=text(config.get("lang")),
            unread=tuple(f"/{each.lstrip('/')}" for each in (*outputs, *left_out) if each != "."),
        ).with_base_url(text(site.get("site-url")))
        return reader.with_problems(settings)

    def schema(self, path: PurePath) -> type | None:
        """Return the front matter of a document."""
        from articlelint.generators.quarto import schema as quarto

        return quarto.Document

    def is_template(self, path: PurePath) -> bool:
        """Tell that HTML is copied, or put in; or that a name begins with an underscore.

        "Project Basics", "Render Targets".
        """
        is_html = path.suffix.lower() in {".html", ".htm"}
        return is_html or any(part.startswith("_") for part in path.parts)

    def heading_id_styles(self, root: Path) -> tuple[IdStyle, ...]:
        """Return two ways, of which letters and digits count: the own one is neither."""
        return IdStyle.GITHUB, IdStyle.KRAMDOWN

    def asset_candidates(
        self, url_path: str, article: PurePath, settings: Settings, root: Path | None
    ) -> Sequence[Path]:
        """Look beside the document, or in the project for ``/a.png``; it is copied.

        "Websites", "Linking".
        """
        if root is None:
            return ()
        if url_path.startswith("/"):
            return (resolve(root, rooted(url_path)),)
        relative = within(root, article)
        return () if relative is None else (resolve((root / relative).parent, url_path),)
