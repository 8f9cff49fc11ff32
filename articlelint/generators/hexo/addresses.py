"""Pages of a Hexo site that no file of ``source/`` is certainly the source of.

Plugins are the packages of ``package.json`` that begin with ``hexo-``, and what lies in
``scripts/`` of the site and of its theme: hexo, ``lib/hexo/load_plugins.ts``.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from articlelint.generators.reading import Reader, mapping, package_dependencies, text
from articlelint.generators.tree import tree
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import tzinfo
    from pathlib import Path
    from typing import Any

    from articlelint.generators.settings import Settings

_MOMENT: Final = regex(r"(\d{4})[-/](\d\d?)[-/](\d\d?)(?:[T ]+(\d\d?):(\d\d?))?")
_DAYS: Final = regex(r":(?:i_)?(?:day|month|year)\b")
PLUGIN: Final = regex(r"(?:@[^/]+/)?hexo-(?!theme-).*")
KNOWN: Final = regex(
    r"hexo-(?:renderer|deployer|filter|tag|theme)-.*"
    r"|hexo-(?:all-minifier|asset-image|autonofollow|autoprefixer|browsersync|clean-css|cli"
    r"|excerpt|front-matter|fs|html-minifier|i18n|image-link|katex|lazyload-image|log|math|neat"
    r"|pagination|reading-time|server|symbols-count-time|toc|uglify|util|word-?count(?:er)?)"
    r"|hexo-generator-(?:alias|archive|baidu-sitemap|category|feed|index|json-content|search|searchdb"
    r"|sitemap|seo-friendly-sitemap|tag)"
)
"""Plugins that make no pages, or only the lists and feeds that every site may have, or aliases."""
_MAKES: Final = regex(r"generator\s*\.\s*register|route\s*\.\s*set|writeFile")
_SCRIPTS: Final = (".js", ".cjs", ".mjs", ".ts", ".coffee")
_FOLDERS: Final = (("archive_dir", "archives"), ("category_dir", "categories"), ("tag_dir", "tags"),
                   ("code_dir", "downloads/code"))  # fmt: skip


def unknown(settings: Settings, root: Path) -> str:
    """Return why there may be further pages; "" for no reason."""
    if (
        not (settings.permalink or "")
        .rstrip("/")
        .removesuffix(".html")
        .endswith((":title", ":name"))
    ):
        return "the permalinks of posts do not end with their names"
    for name in sorted(package_dependencies(root)):
        if PLUGIN.fullmatch(name) and not KNOWN.fullmatch(name):
            return f"the plugin {name} may make pages"
    names = tree(root)
    if names is None:
        return "the site has too many files"
    folders = [f"themes/{theme}/" for theme in settings.themes]
    if not all(any(name.startswith(folder) for name in names) for folder in folders):
        return "the theme is not in `themes/`, and may make pages"
    for name, script in scripts(settings.themes, root):
        if not script or _MAKES.search(script):
            return f"{name} may make pages"
    return ""


def scripts(themes: Sequence[str], root: Path) -> Iterator[tuple[str, str]]:
    """Yield the programs of the site and of its themes that Hexo runs, "" for one too large."""
    folders = ("scripts/", *(f"themes/{theme}/scripts/" for theme in themes))
    reader = Reader(root)
    for name in tree(root) or ():
        if name.startswith(folders) and name.endswith(_SCRIPTS):
            yield name, reader.text(name)


def made_folders(config: Mapping[str, Any]) -> Iterator[str]:
    """Yield where lists of posts are: hexo, ``lib/hexo/default_config.ts``."""
    for key, default in _FOLDERS:
        yield (text(config.get(key)) or default).strip("/")


def aliases(config: Mapping[str, Any]) -> Iterator[str]:
    """Yield the addresses from where ``hexo-generator-alias`` leads to pages."""
    for key in ("alias", "aliases"):
        yield from (str(each).strip("/") for each in mapping(config.get(key)))


def hangs_on_machine(pattern: str, date: object, zone: tzinfo | None) -> bool:
    """Tell whether a permalink shows a day that is another one on a machine at UTC.

    Hexo reads a date as one of the site's ``timezone``, and writes the day of the permalink by
    the clock of the machine that builds the site: seen in hexo 8.1, ``post_permalink.ts``.
    """
    match = _MOMENT.match(str(date)) if zone is not None and _DAYS.search(pattern) else None
    if match is None:
        return False
    year, month, day, hour, minute = (int(each or 0) for each in match.groups())
    try:
        local = datetime(year, month, day, hour, minute, tzinfo=zone)
        return local.astimezone(UTC).date() != local.date()
    except (ValueError, OverflowError):
        return False
