"""Which components of an Astro site may put out ids: Starlight's that do not, and own ones.

@astrojs/starlight, ``user-components``: only the labels of tabs have ids, which are numbers.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from articlelint.generators import modules
from articlelint.generators.reading import Reader, without_comments
from articlelint.text.files import is_file
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

_PACKAGES: Final = frozenset(
    {"@astrojs/starlight/components", "astro:assets", "astro:components", "astro/components",
     "astro-embed", "@astro-community/astro-embed-youtube", "@lucide/astro", "lucide-react",
     "astro-icon/components", "react", "starlight-image-zoom/components"}
)  # fmt: skip
_MAKES: Final = regex(
    r"\bid\b|set:html|[iI]nnerHTML|\brender\(|\bContent\b|\{\s*\.\.\.|createElement"
)
_FILES: Final = regex(
    r".*\.(?:css|scss|sass|less|json|svg|png|jpe?g|gif|webp|avif|ico|mp4)(?:\?\w+)?"
)
_DEEPEST: Final = 4


def may_make_ids(names: Collection[str], page: PurePosixPath, root: Path) -> bool:
    """Tell whether one of the components of a *page* may put out an id that is not in its text."""
    imported = modules.imports(str(page), root)
    return any(
        name not in imported or _module_makes_ids(imported[name], str(page), root, _DEEPEST)
        for name in {each.partition(".")[0] for each in names}
    )


@lru_cache(maxsize=1024)
def _module_makes_ids(module: str, file: str, root: Path, depth: int) -> bool:
    if module in _PACKAGES or _FILES.fullmatch(module):
        return False
    places = modules.relative(module, PurePosixPath(file), root) or modules.by_paths(module, root)
    found = next(filter(is_file, places), None)
    if found is None or depth == 0 or not found.is_relative_to(root):
        return True
    own = found.relative_to(root).as_posix()
    code = without_comments(Reader(root).text(own))
    if not code or _MAKES.search(code):
        return True
    return any(_module_makes_ids(each, own, root, depth - 1) for each in modules.imported(code))
