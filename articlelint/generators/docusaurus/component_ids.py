"""Which components of a Docusaurus site may put out ids: those of the theme that do not, and own.

docusaurus-theme-classic, ``theme/Tabs``, ``theme/Details``, ``theme/Admonition``: their children
have the ids that they have in Markdown, and they add none.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final

from articlelint.generators import modules
from articlelint.generators.paths import resolve
from articlelint.generators.reading import Reader, without_comments
from articlelint.text.files import exists, is_file
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Collection

_THEME: Final = frozenset(
    {"Admonition", "CodeBlock", "CodeInline", "Details", "DocCard", "DocCardList", "IdealImage",
     "Mermaid", "TabItem", "Tabs", "ThemedImage", "TOCInline"}
)  # fmt: skip
"""Of ``@theme/``."""
_LIBRARY: Final = frozenset(
    {"BrowserOnly", "Head", "Interpolate", "Link", "Redirect", "Translate", "constants",
     "isInternalUrl", "router", "useBaseUrl", "useDocusaurusContext", "useGlobalData",
     "useIsBrowser"}
)  # fmt: skip
"""Of ``@docusaurus/``."""
_GLOBAL: Final = frozenset({"Details", "Head"})
"""Without an import: docusaurus-theme-classic, ``theme/MDXComponents``."""
_PACKAGES: Final = frozenset(
    {"react", "react-dom", "prop-types", "clsx", "classnames", "react-player", "react-player/lazy",
     "react-lite-youtube-embed", "@docusaurus/theme-common"}
)  # fmt: skip
_MAKES: Final = regex(
    r"\bid\b|\bHeading\b|[iI]nnerHTML|\brequire\(|\bimport\(|\{\s*\.\.\.|createElement"
)
_OF_PROPERTIES: Final = regex(r"\bprops\b|\brest\b")
_FILES: Final = regex(r".*\.(?:css|scss|sass|less|json|svg|png|jpe?g|gif|webp|avif|ico|mp4)")
_DEEPEST: Final = 4


def may_make_ids(names: Collection[str], page: PurePosixPath, root: Path, home: Path) -> bool:
    """Tell whether one of the components of a *page* may put out an id that is not in its text.

    *home* is the folder of the configuration.
    """
    imported = modules.imports(str(page), root)
    return any(
        _module_makes_ids(imported[name], str(page.parent), root, home, _DEEPEST)
        if name in imported
        else name not in _GLOBAL or _has_own_theme("MDXComponents", home)
        for name in {each.partition(".")[0] for each in names}
    )


@lru_cache(maxsize=1024)
def _module_makes_ids(module: str, folder: str, root: Path, home: Path, depth: int) -> bool:
    space, _, name = module.partition("/")
    if space == "@theme":
        return name not in _THEME or _has_own_theme(name, home)
    if space == "@docusaurus" and name in _LIBRARY:
        return False
    if module in _PACKAGES or _FILES.fullmatch(module):
        return False
    if module.startswith("@site/"):
        places = modules.candidates(resolve(home, module[6:]))
    else:
        places = tuple(modules.relative(module, PurePosixPath(folder, "x"), root))
    found = next(filter(is_file, places), None)
    if found is None or depth == 0 or not found.is_relative_to(root):
        return True
    file = found.relative_to(root).as_posix()
    code = without_comments(Reader(root).text(file))
    if not code or _MAKES.search(code) or _OF_PROPERTIES.search(code):
        return True
    around = str(PurePosixPath(file).parent)
    return any(
        _module_makes_ids(each, around, root, home, depth - 1) for each in modules.imported(code)
    )


def _has_own_theme(name: str, home: Path) -> bool:
    """Tell whether the site has a component in the place of the theme's: "Swizzling"."""
    return any(map(exists, modules.candidates(home / "src" / "theme" / name)))
