"""Gatsby: https://www.gatsbyjs.com/docs/. Which pages there are, a site's programs say."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, ClassVar

from articlelint.dates.role import DateRole
from articlelint.generators.components import WITH_COMPONENTS
from articlelint.generators.generator import Generator
from articlelint.generators.paths import resolve, unique, within, without_base
from articlelint.generators.reading import Reader, javascript_string, without_comments
from articlelint.generators.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path, PurePath

    from articlelint.templates.jsx import Compiler

_CONFIGURATIONS = tuple(f"gatsby-config.{each}" for each in ("js", "ts", "mjs"))
_STATIC = PurePosixPath("static")


class Gatsby(Generator):
    """Gatsby reads the folders that its plugins name; ``static/`` is copied."""

    name = "gatsby"
    title = "Gatsby"
    preview_ports = frozenset({"8000"})
    equal_keys = "the front matter cannot be read"  # js-yaml: duplicated mapping key
    bundles_images = True
    front_matter_images_are_relative = True
    # What becomes of a link to `notes.md` a site's plugins say, but nothing where it is not there.
    links_to_sources = True
    shows_title = False  # nothing is known of the site's components
    pages_have_front_matter = False
    skips_byte_order_mark = True  # gray-matter, lib/to-file.js, stripBom
    end_closes_front_matter = True  # gray-matter, index.js, closeIndex
    capitals_are_components = True
    markers = frozenset(_CONFIGURATIONS)
    # remark, with plugins that a site has many of.
    dialect = WITH_COMPONENTS.opened()
    date_roles: ClassVar[Mapping[str, DateRole]] = {"date": DateRole.PUBLISHED}
    image_keys = (
        "featuredImage", "featuredimage", "featured_image", "cover", "thumbnail", "heroImage",
        "hero_image", "coverImage", "socialImage",
    )  # fmt: skip

    def recognises(self, root: Path) -> bool:
        """Look for ``gatsby-config``."""
        return True

    def settings(self, root: Path) -> Settings:
        """Read what ``gatsby-config`` puts before addresses, and the folders that it names."""
        from articlelint.generators.gatsby.sources import content_folders

        reader = Reader(root)
        names = (text for name in _CONFIGURATIONS if (text := reader.text(name)))
        config = without_comments(next(names, ""))
        settings = Settings(
            static=(_STATIC,), content=content_folders(config, reader)
        ).with_base_url(None, javascript_string(config, "pathPrefix") or "/")
        return reader.with_problems(settings)

    def schema(self, path: PurePath) -> type | None:
        """Return what all generators agree on: a site's queries say the rest."""
        from articlelint.generators.generic import schema as generic

        return generic.Page

    def mdx_compiler(
        self,
        path: PurePath,
        data: Mapping[str, object] | None,
        settings: Settings,
        root: Path | None,
    ) -> Compiler | None:
        """Return MDX since its second version, unless the plugin is older."""
        from pathlib import Path as File

        from articlelint.generators.generic import mdx

        return mdx.compiler(root / path if root is not None else File(path), root)

    def is_template(self, path: PurePath) -> bool:
        """Tell whether the file was built, or belongs to packages; HTML is no article."""
        if path.suffix in {".html", ".htm"}:
            return True
        return not {"node_modules", ".cache", "public"}.isdisjoint(path.parts[:1])

    def passes_over(self, path: PurePath, settings: Settings) -> bool:
        """Tell whether the file is served as it is."""
        return path.is_relative_to(_STATIC)

    def asset_candidates(
        self, url_path: str, article: PurePath, settings: Settings, root: Path | None
    ) -> Sequence[Path]:
        """Look beside the article, ``/a.png`` in ``static/``."""
        if root is None or url_path.startswith(("@", "~", "#")):
            return ()
        if url_path.startswith("/"):
            return unique(
                [resolve(root / _STATIC, each) for each in without_base(url_path, settings)]
            )
        relative = within(root, article)
        if relative is None:
            return ()
        return (resolve(root / relative.parent, url_path), resolve(root / _STATIC, url_path))
