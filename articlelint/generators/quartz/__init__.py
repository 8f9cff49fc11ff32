"""Quartz, which publishes vaults of Obsidian: https://quartz.jzhao.xyz/."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, ClassVar

from articlelint.dates.role import DateRole
from articlelint.generators.obsidian import Obsidian
from articlelint.generators.reading import (
    Reader,
    has_any,
    javascript_list,
    javascript_string,
)
from articlelint.generators.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path, PurePath

_CONFIGURATIONS = ("quartz.config.ts", "quartz.config.yaml", "quartz.config.default.yaml")
_CONTENT = PurePosixPath("content")


class Quartz(Obsidian):
    """Quartz publishes ``content/``; links are Obsidian's."""

    name = "quartz"
    title = "Quartz"
    embeds_bring_anchors = True  # the text is put into the page
    gives_way = False
    publishes_drafts = False
    embeds_files = False
    equal_keys = "the build stops"  # js-yaml: duplicated mapping key
    markers = frozenset(_CONFIGURATIONS)
    date_roles: ClassVar[Mapping[str, DateRole]] = {
        "date": DateRole.PUBLISHED,
        "created": DateRole.PUBLISHED,
        "published": DateRole.PUBLISHED,
        "publishDate": DateRole.PUBLISHED,
        "modified": DateRole.UPDATED,
        "lastmod": DateRole.UPDATED,
        "updated": DateRole.UPDATED,
        "last-modified": DateRole.UPDATED,
    }
    image_keys: ClassVar[tuple[str, ...]] = ()
    tag_keys = ("tags",)

    def recognises(self, root: Path) -> bool:
        """Look for Quartz' configuration file."""
        return has_any(_CONFIGURATIONS, root)

    def settings(self, root: Path) -> Settings:
        """Read the literals of ``quartz.config.ts``: "Configuration"."""
        reader = Reader(root)
        config = reader.text("quartz.config.ts")
        url = javascript_string(config, "baseUrl")
        ignored = javascript_list(config, "ignorePatterns") or ()
        settings = Settings(
            bare_urls=True,
            content=(_CONTENT,),
            language=javascript_string(config, "locale"),
            unread=tuple(f"/{_CONTENT}/{pattern.lstrip('/')}" for pattern in ignored),
        ).with_base_url(f"https://{url}/" if url else None)
        return reader.with_problems(settings)

    def is_draft(self, data: Mapping[str, object]) -> bool:
        """Take the word, too: ``plugins/filters/draft.ts``."""
        draft = data.get("draft")
        return draft is True or draft == "true"

    def schema(self, path: PurePath) -> type | None:
        """Return the front matter of a page."""
        from articlelint.generators.quartz import schema as quartz

        return quartz.Page
