"""The components that all MDX of a Docusaurus site has: ``@theme/MDXComponents``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.generators.reading import Reader, package_dependencies, without_comments
from articlelint.generators.tree import tree
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from pathlib import Path

# docusaurus-theme-classic, ``theme/MDXComponents/index.tsx``.
_DEFAULT: Final = frozenset({"Details", "Head"})
_NAME: Final = regex(r"\b[A-Z][\w$]*")
_SPREAD: Final = regex(r"\.\.\.([\w$]+)")
_ORIGINAL: Final = regex(
    r"import\s+([\w$]+)\s+from\s*[\"']@theme-(?:original|init)/MDXComponents[\"']"
)
_PLUGIN: Final = regex(r"[\"'`]([^\"'`\n]*(?:remark|rehype|recma)[^\"'`\n]*)[\"'`]")
_ANY_PLUGIN: Final = regex(r"\b(?:[a-z]\w*)?(?:[rR]emark|[rR]ehype|[rR]ecma)Plugins\b")
_HARMLESS: Final = frozenset(
    {"@docusaurus/remark-plugin-npm2yarn", "rehype-katex", "remark-gfm", "remark-math"}
)


def components(home: Path, config: str) -> frozenset[str] | None:
    """Return their names; None where anything may add others, or no configuration is there."""
    if not config or _has_plugins(config) or _has_other_preset(config):
        return None
    if any(map(_is_theme, package_dependencies(home))):
        return None
    found = set(_DEFAULT)
    reader = Reader(home)
    for path in tree(home) or ():
        if "MDXComponents" not in path or not path.endswith((".js", ".jsx", ".ts", ".tsx")):
            continue
        code = without_comments(reader.text(path))
        if not set(_SPREAD.findall(code)) <= set(_ORIGINAL.findall(code)) | {"props"}:
            return None
        found.update(_NAME.findall(code))
    return frozenset(found)


_PRESET: Final = regex(r"[\"'`]([@\w./-]*preset[\w./-]*)[\"'`]")
_OWN: Final = regex(r"@docusaurus/|@theme/|\./")


def _has_other_preset(config: str) -> bool:
    """Tell whether a preset of others may bring a theme, which has components of its own."""
    named = _PRESET.findall(without_comments(config))
    return any(_OWN.match(name) is None for name in named)


def _is_theme(name: str) -> bool:
    return "theme" in name and not name.startswith("@docusaurus/")


def _has_plugins(config: str) -> bool:
    """Tell whether plugins run that may import components by themselves."""
    code = without_comments(config)
    if _ANY_PLUGIN.search(code) is None:
        return False
    named = set(_PLUGIN.findall(code))
    return not named or not named <= _HARMLESS
