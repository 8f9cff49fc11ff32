"""Zensical, which reads the sites of Material for MkDocs: https://zensical.org/docs/."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from articlelint.generators.mkdocs import MkDocs
from articlelint.generators.mkdocs.configuration import read_configuration
from articlelint.generators.mkdocs.zensical import FILES, NAMED
from articlelint.generators.reading import Reader, folder

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path, PurePath

    from articlelint.generators.settings import Settings


class Zensical(MkDocs):
    """Zensical publishes what MkDocs does; relative URLs start from the file.

    It reads ``mkdocs.yml`` too: such a site is one of MkDocs.
    """

    name = "zensical"
    title = "Zensical"
    markers = frozenset(FILES)

    def recognises(self, root: Path) -> bool:
        """Look for ``zensical.toml``, or another name beside the folder that the file names."""
        found = next((each for each in FILES if (root / each).exists()), "")
        if found not in NAMED:
            return bool(found)
        config = read_configuration(Reader(root))
        return "site_name" in config and (root / folder(config.get("docs_dir"), "docs")).is_dir()

    def link_folder(self, own: str, path: PurePath) -> str:
        """Return the folder of the file: a page that is a folder has its links led out of it."""
        if path.stem in {"index", "README"}:
            return own
        return posixpath.dirname(own.rstrip("/"))

    def raw_asset_candidates(
        self, url_path: str, article: PurePath, settings: Settings, root: Path | None
    ) -> Sequence[Path]:
        """Look from the file: raw HTML is read too."""
        return self.asset_candidates(url_path, article, settings, root)
