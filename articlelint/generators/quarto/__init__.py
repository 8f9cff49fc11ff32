"""Quarto: https://quarto.org/docs/guide/."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.generators.generator import Generator
from articlelint.generators.id_style import IdStyle
from articlelint.generators.paths import resolve, rooted, within
from articlelint.generators.quarto import anchors
from articlelint.generators.reading import Reader, folder, mapping, text, texts
from articlelint.generators.settings import Settings
from articlelint.generators.tree import tree
from articlelint.markdown.pandoc import Pandoc
from articlelint.templates import TemplateSyntax

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from pathlib import Path, PurePath

    from articlelint.templates import TemplateTag

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
        config = _configuration(reader)
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
        """Return Pandoc's way; where another format is read or written, one of which letters count.

        The own one may be neither of these two.
        """
        if anchors.makes_otherwise(_configuration(Reader(root))):
            return IdStyle.GITHUB, IdStyle.KRAMDOWN
        return (IdStyle.PANDOC,)

    def ids_of(
        self, tag: TemplateTag, path: PurePath, settings: Settings, root: Path
    ) -> Collection[str] | None:
        """Return those of the text that ``include`` names; other built-in shortcodes make none."""
        return anchors.ids_of(tag, path, root)

    def layout_ids(self, root: Path) -> Collection[str] | None:
        """Return those of Quarto's templates; None where the configuration names others."""
        config = _configuration(Reader(root))
        return None if anchors.adds(config) or anchors.has_programs(root) else anchors.AROUND

    def layout_makes_ids(
        self, path: PurePath, data: Mapping[str, object], settings: Settings, root: Path
    ) -> bool:
        """Tell whether the document has options that put something into its page."""
        return anchors.adds(data)

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


def _configuration(reader: Reader) -> Mapping[str, object]:
    return next((each for name in _CONFIGURATIONS if (each := reader.yaml(name))), {})
