"""How Docusaurus compiles MDX: docs, "MDX and React", and ``markdown`` in the configuration."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.generators.reading import mapping, package_major, without_comments
from articlelint.templates.jsx import Compiler
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path, PurePath

_FORMAT: Final = regex(r"""\bformat\s*:\s*["'](mdx|md|detect)["']""")
_PREPROCESSOR: Final = regex(r"\bpreprocessor\b")
_NO_COMMENTS: Final = regex(r"\bcomments\s*:\s*false")
_NO_IDS: Final = regex(r"\bheadingIds\s*:\s*false")
_MATH: Final = regex(r"math|katex", 2)  # IGNORECASE
_FIRST: Final = 3
# docusaurus-mdx-loader, ``loader.ts``: what each article exports.
_VARIABLES: Final = frozenset({"assets", "contentTitle", "frontMatter", "metadata", "toc"})


def compiler(home: Path, config: str) -> Compiler | None:
    """Return how MDX is compiled; None before Docusaurus 3, and where texts are changed before."""
    plain = without_comments(config)
    major = package_major(home, "@docusaurus/core")
    if (major is not None and major < _FIRST) or _PREPROCESSOR.search(plain):
        return None
    formats = set(_FORMAT.findall(plain))
    return Compiler(
        comments=_NO_COMMENTS.search(plain) is None,
        heading_ids=_NO_IDS.search(plain) is None,
        math=_MATH.search(plain) is not None,
        react=True,
        variables=_VARIABLES,
        only_mdx=bool(formats) and formats != {"mdx"},
    )


def is_compiled(
    path: PurePath, data: Mapping[str, object] | None, settings: Compiler | None
) -> bool:
    """Tell whether an article is MDX: docusaurus-mdx-loader, ``format.ts``."""
    named = mapping((data or {}).get("mdx")).get("format")
    by_name = path.suffix == ".mdx"
    if isinstance(named, str):
        return by_name if named == "detect" else named == "mdx"
    return by_name or (settings is not None and not settings.only_mdx)
