"""MDN Web Docs' content: https://developer.mozilla.org/en-US/docs/MDN/Writing_guidelines."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from articlelint.generators.generator import Generator
from articlelint.generators.id_style import IdStyle
from articlelint.generators.paths import resolve, within
from articlelint.markdown.common_mark import CommonMark
from articlelint.markdown.options import GFM_OPTIONS
from articlelint.markdown.url_library import BareUrls
from articlelint.templates import TemplateSyntax

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path, PurePath

    from articlelint.dates.role import DateRole
    from articlelint.generators.settings import Settings

_LOCALES = ("en-us", "es", "fr", "ja", "ko", "pt-br", "ru", "zh-cn", "zh-tw", "de")


class Mdn(Generator):
    """The renderers of MDN (yari, rari) read ``files/LOCALE/.../index.md`` with macros."""

    name = "mdn"
    title = "MDN Web Docs"
    links_to_sources = False
    markers = frozenset({"files"})
    template_syntax = TemplateSyntax.MDN
    # GFM; a definition list is a list whose items start with ": ".
    dialect = CommonMark(GFM_OPTIONS)
    bare_urls = BareUrls.GFM
    date_roles: ClassVar[Mapping[str, DateRole]] = {}
    tag_keys = ("status",)

    def recognises(self, root: Path) -> bool:
        """Look for ``web``, ``mdn`` or ``glossary`` in the folder of a locale in ``files``."""
        return any(
            (root / "files" / name / section).is_dir()
            for name in _LOCALES
            for section in ("web", "mdn", "glossary")
        )

    def schema(self, path: PurePath) -> type | None:
        """Return the front matter of a page."""
        from articlelint.generators.mdn import schema as mdn

        return mdn.Page

    def heading_id_styles(self, root: Path) -> tuple[IdStyle, ...]:
        """Return yari's way."""
        return (IdStyle.MDN,)

    def asset_candidates(
        self,
        url_path: str,
        article: PurePath,
        settings: Settings,
        root: Path | None,
    ) -> Sequence[Path]:
        """Look beside the article; ``/shared-assets/`` and others come from elsewhere.

        A translation shows the English page's images where it has none of its own.
        """
        if root is None or url_path.startswith("/"):
            return ()
        relative = within(root, article)
        if relative is None or relative.parts[:1] != ("files",) or len(relative.parts) < 3:
            return ()
        if relative.parts[1] != "en-us":  # the English files are in another repository
            return ()
        return (resolve((root / relative).parent, url_path),)
