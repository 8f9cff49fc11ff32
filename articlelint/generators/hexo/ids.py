"""The ids that Hexo's tags put out: hexo, ``lib/plugins/tag``; docs, "Tag Plugins"."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from articlelint.generators.hexo.addresses import scripts
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

    from articlelint.generators.settings import Settings
    from articlelint.templates import TemplateTag

_NONE: Final = frozenset(
    {"asset_img", "asset_link", "asset_path", "blockquote", "code", "codeblock", "full_url_for",
     "gist", "iframe", "img", "include_code", "jsfiddle", "link", "post_link", "post_path",
     "pullquote", "quote", "url_for", "vimeo", "youtube",
     "elif", "else", "elseif", "for", "if", "raw", "set", "verbatim"}
)  # fmt: skip
"""Hexo's own, then those of Nunjucks that put out nothing themselves."""
_OPEN: Final = regex(r"\b(?:content|excerpt|more|markdown|render|toc|partial)\b")
_REGISTERED: Final = regex(r"""\btag\s*\.\s*register\(\s*["'`]([\w-]+)["'`]""")
_MAKES: Final = regex(r"\bid\s*[:=]|['\"`]id['\"`]|\.toc\b|innerHTML")


def ids_of(tag: TemplateTag, settings: Settings, root: Path) -> Collection[str] | None:
    """Return the ids that *tag* may put out; None: any."""
    if not tag.name:
        return None if _OPEN.search(tag.source) else ()
    if tag.closing:
        return ()
    own = _own(settings.themes, root).get(tag.name)
    return () if own is False or (own is None and tag.name in _NONE) else None


@lru_cache(maxsize=16)
def _own(themes: tuple[str, ...], root: Path) -> Mapping[str, bool]:
    """Return the tags that scripts of the site add, and whether one may put out ids."""
    found: dict[str, bool] = {}
    for _, script in scripts(themes, root):
        makes = _MAKES.search(script) is not None
        for name in _REGISTERED.findall(script):
            found[name] = makes or found.get(name, False)
    return found
