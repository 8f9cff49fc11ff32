"""Hexo: https://hexo.io/docs/."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, ClassVar

from articlelint.front_matter.model import Format
from articlelint.generators.base import (
    GFM_OPTIONS,
    DateRole,
    Generator,
    Mount,
    Settings,
    resolve,
    rooted,
    unique,
    within,
    without_base,
)
from articlelint.generators.configuration import (
    Reader,
    folder,
    package_dependencies,
    text,
    texts,
)
from articlelint.templates import TemplateSyntax

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path, PurePath

_HEXO_ONLY = re.compile(
    r"^(?:source_dir|public_dir|new_post_name|post_asset_folder|skip_render|i18n_dir)[ \t]*:",
    re.MULTILINE,
)
_IMAGE_PLUGIN = re.compile(r"asset|image|img|pic")
_BESIDE = Mount(PurePosixPath(), PurePosixPath(), "beside")
_TITLES = ("use_filename_as_post_title", "use_slug_as_post_title")
_CONFIGURATIONS = ("_config.yml", "_config.yaml", "_config.json")


class Hexo(Generator):
    """Hexo reads ``source/``, posts from ``source/_posts``."""

    name = "hexo"
    title = "Hexo"
    markers = frozenset({*_CONFIGURATIONS, "package.json"})
    template_syntax = TemplateSyntax.HEXO
    markdown_options = GFM_OPTIONS
    optional_opening_fence = True
    front_matter_formats = frozenset({Format.YAML, Format.JSON})
    date_roles: ClassVar[Mapping[str, DateRole]] = {
        "date": DateRole.PUBLISHED,
        "updated": DateRole.UPDATED,
    }
    image_keys = (
        "photos",
        "photo",
        "cover",
        "thumbnail",
        "headimg",
        "banner",
        "top_img",
        "index_img",
        "banner_img",
        "image",
        "og_image",
        "featured_image",
        "cover_image",
    )
    tag_keys = ("tags", "tag", "categories", "category")

    def recognises(self, root: Path) -> bool:
        """Look for the npm package, or for a ``_config.yml`` with keys of Hexo alone."""
        if "hexo" in package_dependencies(root):
            return True
        if any(_HEXO_ONLY.search(Reader(root).text(name)) for name in _CONFIGURATIONS):
            return True
        # Octopress, a Jekyll, has source/_posts too.
        has_posts = (root / "source" / "_posts").is_dir()
        is_jekyll = any((root / name).exists() for name in ("Gemfile", "Rakefile", "_layouts"))
        return (
            has_posts and not is_jekyll and any((root / name).is_file() for name in _CONFIGURATIONS)
        )

    def settings(self, root: Path) -> Settings:
        """Read ``_config.yml``.

        Defaults: hexo, ``lib/hexo/default_config.ts``.
        """
        reader = Reader(root)
        config = next((data for name in _CONFIGURATIONS if (data := reader.any(name))), {})
        source = folder(config.get("source_dir"), "source")
        theme = config.get("theme")
        static = [source]
        if isinstance(theme, str) and theme:
            static += [PurePosixPath("themes", theme, "source")]
            static += [PurePosixPath("node_modules", f"hexo-theme-{theme}", "source")]
        own_folder = config.get("post_asset_folder") is True
        settings = Settings(
            time_zone=reader.time_zone(config.get("timezone")),
            future=config.get("future", True) is not False,
            content=(source,),
            static=tuple(static),
            permalink=text(config.get("permalink")) or ":year/:month/:day/:title/",
            mounts=(_BESIDE,) if own_folder or _may_look_beside(root) else (),
            post_asset_folder=own_folder,
            language=next(iter(texts(config.get("language"))), None),
            languages=texts(config.get("language")),
            themes=texts(theme),
            filled_keys=("title",) if any(config.get(key) is True for key in _TITLES) else (),
        ).with_base_url(text(config.get("url")), text(config.get("root")))
        return reader.with_problems(settings)

    def schema(self, path: PurePath) -> type | None:
        """Return the front matter of a post or a page."""
        from articlelint.generators.schemas import hexo  # noqa: PLC0415 - only when asked for

        return hexo.Post if "_posts" in path.parts or "_drafts" in path.parts else hexo.Page

    def is_template(self, path: PurePath) -> bool:
        """Scaffolds are what ``hexo new`` makes posts of; themes hold layouts."""
        return path.parts[:1] in {("scaffolds",), ("themes",), ("node_modules",)}

    def is_draft(self, data: Mapping[str, object]) -> bool:
        """Tell whether ``published: false`` hides the post: hexo, ``processor/post.ts``."""
        return data.get("published") is False

    def permalink(
        self,
        path: PurePath,  # noqa: ARG002 - the rest hangs on settings
        data: Mapping[str, object],
        settings: Settings,
    ) -> str | None:
        """Return ``permalink`` of the front matter; the rest hangs on dates and settings."""
        value = data.get("permalink")
        if not isinstance(value, str) or not value.strip() or ":" in value:
            return None
        return settings.base_path + value.strip().lstrip("/")

    def asset_candidates(
        self, url_path: str, article: PurePath, settings: Settings, root: Path | None
    ) -> Sequence[Path]:
        """Look in the source folders, from where hexo-renderer-marked takes a relative URL too.

        With ``post_asset_folder`` or a plugin for images (hexo-asset-img, hexo-image-link) a
        relative URL is looked for in the post's own folder and beside the post. A page lies
        where its file does.
        """
        if root is None:
            return ()
        folders = [root / name for name in settings.static or ("source",)]
        if url_path.startswith("/"):
            names = without_base(url_path, settings)
            return unique([resolve(folder, name) for name in names for folder in folders])
        relative = within(root, article)
        if relative is None:
            return ()
        beside = (root / relative).parent
        own = beside / relative.stem
        source = [resolve(folders[0], rooted(url_path))]
        if _BESIDE in settings.mounts:
            return unique([resolve(own, url_path), resolve(beside, url_path), *source])
        is_post = "_posts" in relative.parts or "_drafts" in relative.parts
        return unique(source if is_post else [resolve(beside, url_path), *source])


def _may_look_beside(root: Path) -> bool:
    """Tell whether a plugin may find images beside a post; True where plugins are unknown."""
    packages = package_dependencies(root)
    return not packages or any(_IMAGE_PLUGIN.search(name) for name in packages)
