"""docsify: https://docsify.js.org/.

A site is a page that loads Markdown, and makes HTML of it in the browser.
"""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, ClassVar

from articlelint.dates.role import DateRole
from articlelint.generators.generator import Generator
from articlelint.generators.id_style import IdStyle
from articlelint.generators.paths import resolve, rooted, unique, within
from articlelint.generators.reading import javascript_string, without_comments
from articlelint.generators.settings import Settings
from articlelint.markdown.marked import Marked
from articlelint.markdown.options import GFM_OPTIONS
from articlelint.markdown.url_library import BareUrls
from articlelint.text.files import read_beginning
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from pathlib import Path, PurePath

_INDEX = "index.html"
_LONGEST = 200_000
_MOVES = regex(r"(?<![\w.$])(?:alias|basePath|homepage|ext|fallbackLanguages)\s*:")
"""Settings by which a page comes from another file than the one of its name."""
_ADDS = regex(r"(?<![\w.$])(?:plugins|markdown|vueComponents|vueMounts|vueGlobalOptions)\s*:")
_RELATIVE = regex(r"(?<![\w.$])relativePath\s*:\s*true")
_PINNED = regex(r"\bdocsify@4(?![\w])")
"""The fifth version makes boxes of alerts."""
_SCRIPT = regex(r"<script\b[^>]{0,500}\bsrc\s*=\s*[\"']?([^\"'\s>]+)")
_PLAIN_SCRIPT = regex(
    r"(?:docsify(?:\.min)?|docsify@[\w.]+|docsify|search|ga|gtag|matomo|disqus|gitalk|zoom-image|emoji"
    r"|external-script|codefund|prism[\w.-]*|docsify-copy-code|docsify-pagination|docsify-count)"
    r"(?:\.min)?(?:\.js)?"
)
"""Scripts that make nothing of what stands in Markdown."""


class Docsify(Generator):
    """docsify shows each ``.md`` below its ``index.html``."""

    name = "docsify"
    title = "docsify"
    preview_ports = frozenset({"3000"})
    markers = frozenset({_INDEX})
    dialect = Marked(GFM_OPTIONS, breaks=False)
    bare_urls = BareUrls.MARKED
    pages_have_front_matter = False
    links_from_root = True
    shows_title = False  # front matter is text, unless a plugin takes it
    date_roles: ClassVar[Mapping[str, DateRole]] = {"date": DateRole.PUBLISHED}

    def recognises(self, root: Path) -> bool:
        """Look for docsify's settings, or its script, in an ``index.html`` beside Markdown."""
        text = _index(root)
        is_docsify = "$docsify" in text or "/docsify@" in text or "docsify.min.js" in text
        return is_docsify and any(root.glob("*.md"))

    def settings(self, root: Path) -> Settings:
        """Read the literals of ``window.$docsify``: docs, "Configuration"."""
        config = _index(root)
        scripts = [each.rpartition("/")[2] for each in _SCRIPT.findall(config)]
        is_plain = all(_PLAIN_SCRIPT.fullmatch(name.partition("@")[0]) for name in scripts)
        adds = (
            not is_plain
            or _PINNED.search(config) is None
            or _ADDS.search(without_comments(config)) is not None
        )
        return Settings(
            bare_urls=True,
            static=(PurePosixPath(),),
            language=javascript_string(config, "lang"),
            dialect=self.dialect.opened() if adds else None,
        )

    def schema(self, path: PurePath) -> type | None:
        """Return what all generators agree on: plugins alone read front matter."""
        from articlelint.generators.generic import schema as generic

        return generic.Page

    def is_template(self, path: PurePath) -> bool:
        """Tell whether the file is the page that loads the others, or a package's."""
        return path.suffix != ".md" or "node_modules" in path.parts[:-1]

    def takes_for_part(self, path: PurePath, settings: Settings) -> bool:
        """Tell whether it is the sidebar, or another part of all pages."""
        return path.name.startswith("_")

    def knows_addresses(self, settings: Settings) -> bool:
        """Return True: pages are the files."""
        return True

    def unknown_addresses(self, settings: Settings, root: Path) -> str:
        """Tell whether pages may come from elsewhere."""
        moves = _MOVES.search(without_comments(_index(root))) is not None
        return "the configuration gives pages other addresses" if moves else ""

    def address_keys(self, settings: Settings) -> Collection[str]:
        """Return none."""
        return ()

    def permalink(
        self, path: PurePath, data: Mapping[str, object], settings: Settings
    ) -> str | None:
        """Return what stands behind the hash: ``router/history/base.js``, getFile."""
        inner = PurePosixPath(path.as_posix()).with_suffix("")
        if inner.name == "README":
            return "/" if str(inner.parent) == "." else f"/{inner.parent}/"
        return f"/{inner}"

    def also_at(
        self, urls: Collection[str], settings: Settings, root: Path
    ) -> Iterator[tuple[str, str]]:
        """Yield ``/guide/README`` for ``/guide/``: ``.md`` is added to any address."""
        return ((f"{url}README", url) for url in urls if url.endswith("/"))

    def link_candidates(
        self, target: str, place: str, article: Path, settings: Settings, root: Path
    ) -> Sequence[Path] | None:
        """Return none for a source where the configuration says what is shown in its place."""
        is_moved = target.endswith(".md") and self.unknown_addresses(settings, root)
        return () if is_moved else None

    def resolves_links(self, root: Path) -> bool:
        """Tell whether relative links are seen from the root, as they are by default."""
        return _RELATIVE.search(without_comments(_index(root))) is None

    def heading_id_styles(self, root: Path) -> tuple[IdStyle, ...]:
        """Return docsify's own way."""
        return (IdStyle.DOCSIFY,)

    def component_makes_ids(self, names: Collection[str], path: PurePath, root: Path) -> bool:
        """Tell whether Vue may run over the page."""
        return "vue" in _index(root).lower()

    def asset_candidates(
        self, url_path: str, article: PurePath, settings: Settings, root: Path | None
    ) -> Sequence[Path]:
        """Look beside the article, even for ``/a.png``: ``compiler/image.js``.

        In the root too, where authors mean such a one to be.
        """
        relative = within(root, article) if root is not None else None
        if root is None or relative is None or "basePath" in _index(root):
            return ()
        beside = (root / relative).parent
        if url_path.startswith("/"):
            return unique([resolve(beside, rooted(url_path)), resolve(root, rooted(url_path))])
        return (resolve(beside, url_path),)

    def raw_asset_candidates(
        self, url_path: str, article: PurePath, settings: Settings, root: Path | None
    ) -> Sequence[Path]:
        """Look from the page that loads all others: HTML is left as it is."""
        found = self.asset_candidates(url_path, article, settings, root)
        if root is None or not found or "routerMode" in _index(root):
            return found
        return (resolve(root, rooted(url_path)),)


def _index(root: Path) -> str:
    try:
        return read_beginning(root / _INDEX, _LONGEST).decode("utf-8", "replace")
    except OSError:
        return ""
