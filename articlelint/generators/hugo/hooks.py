"""What Hugo's render hooks do with links: docs, "Link render hooks"."""

from __future__ import annotations

import os
from enum import Enum, auto
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from articlelint.generators.hugo.configuration import configuration, table
from articlelint.generators.hugo.templates import without_comments
from articlelint.generators.reading import Reader, folder, has_any, texts
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_LOOKS_UP: Final = regex(r"\.(?:GetPage|Ref|RelRef)\b|\b(?:rel)?ref\b")
_KEEPS: Final = regex(r"ragment|[\"`]#")
_ACTION: Final = regex(r"\{\{((?:[^{}]|\{(?!\{)|\}(?!\}))*+)\}\}")
_STRING: Final = regex(r"\"(?:[^\"\\\n]|\\.)*+\"?|`[^`]*+`")
_WORD: Final = regex(r"(?<![$.])[$.]*+[A-Za-z][\w.]*+")
_PLAIN_WORDS: Final = frozenset(
    {
        *("and", "cond", "default", "define", "dict", "else", "end", "eq", "errorf", "hasPrefix"),
        *("hugo.IsDevelopment", "if", "in", "lower", "merge", "ne", "not", "or", "printf", "range"),
        *("resources.Get", "return", "safeHTML", "safeHTMLAttr", "safeURL", "strings.Contains"),
        *("strings.HasPrefix", "strings.HasSuffix", "transform.HTMLEscape", "urls.Parse"),
        *("warnf", "with", "htmlEscape", "true", "false"),
    }
)
"""Functions of templates that change no address."""
_TRIMMING: Final = frozenset({"strings.TrimPrefix", "strings.TrimSuffix"})
_TRIMMED: Final = frozenset({"./", "/", ".md", "/index.md", "/_index.md", "index.md", "_index.md"})
_FIELDS: Final = frozenset(
    {
        *("Attributes", "Destination", "File", "Fragment", "GetPage", "Get", "Host", "IsAbs"),
        *("Page", "PageInner", "Path", "Permalink", "PlainText", "Position", "RawQuery"),
        *("RelPermalink", "Resources", "Scheme", "String", "Text", "Title"),
    }
)
_FORMATS: Final = regex(r"""%s[#?]?%s|[#?]%s|[^%]*+|[^/]*=(?:%q|\"?%s\"?)""")


class LinkHook(Enum):
    """What becomes of where a link of Markdown leads."""

    NONE = auto()
    """It is left as it is."""
    LOOKS_UP = auto()
    """It is looked up as the path of a page; what is not found is left as it is."""
    UNKNOWN = auto()


def may_have_hooks(config: Mapping[str, Any], root: Path) -> bool:
    """Tell whether the site, a theme or a module of it may have render hooks.

    Sites of several languages have Hugo's own: docs, "Image render hooks".
    """
    module = table(config, "module")
    if config.get("theme") or module.get("imports") or has_any(("go.mod",), root):
        return True
    if len(table(config, "languages")) > 1 or not (root / "layouts").is_dir():
        return True  # a site without theme and layouts is not wholly there
    goldmark = table(config, "markup", "goldmark")
    return "renderhooks" in goldmark or any((root / "layouts").rglob("_markup/render-*"))


@lru_cache(maxsize=64)
def drops_fragments(root: Path) -> bool:
    """Tell whether a hook of the site, or of its theme, writes the page's address and no more."""
    return any(
        _LOOKS_UP.search(source) and "Permalink" in source and not _KEEPS.search(source)
        for source in map(without_comments, _hooks(root))
    )


def _hooks(root: Path) -> list[str]:
    """Return the hooks for links that the site at *root* has, and its themes that are there."""
    reader = Reader(root)
    config = configuration(root, reader)
    themes = folder(config.get("themesdir"), "themes")
    return [
        reader.text(str(hook.relative_to(root)))
        for place in (root, *(root / themes / name for name in texts(config.get("theme"))))
        for hook in (place / "layouts").rglob("_markup/render-link*.html")
    ]


@lru_cache(maxsize=64)
def link_hook(root: Path) -> LinkHook:
    """Return what the site at *root* does with links: hooks of its own, of its theme, or Hugo's.

    Hugo's own is at work in sites of several languages, unless the configuration says otherwise:
    docs, "Link render hooks". Nothing is known of a theme that is not there.
    """
    reader = Reader(root)
    config = configuration(root, reader)
    themes = folder(config.get("themesdir"), "themes")
    places = [root / themes / name for name in texts(config.get("theme"))]
    if table(config, "module").get("imports") or not all(map(os.path.isdir, places)):
        return LinkHook.UNKNOWN
    embedded = str(table(config, "markup", "goldmark", "renderhooks", "link").get("useembedded"))
    kinds = set() if embedded == "always" else set(map(_kind, _hooks(root)))
    if embedded in {"always", "fallback"} or (
        embedded != "never" and len(table(config, "languages")) > 1
    ):
        kinds.add(LinkHook.LOOKS_UP)
    for kind in (LinkHook.UNKNOWN, LinkHook.LOOKS_UP):
        if kind in kinds:
            return kind
    return LinkHook.NONE


def _kind(template: str) -> LinkHook:
    source = without_comments(template)
    if not _LOOKS_UP.search(source):
        return LinkHook.NONE
    return LinkHook.LOOKS_UP if _only_looks_up(source) else LinkHook.UNKNOWN


def _only_looks_up(source: str) -> bool:
    """Tell whether a template has no function that might make another address of one."""
    for action in _ACTION.findall(source):
        strings = [each[1:-1] for each in _STRING.findall(action)]
        words = _WORD.findall(_STRING.sub(" ", action))
        if "printf" in words and not all(map(_FORMATS.fullmatch, strings)):
            return False
        if "%s%s" in strings and "Permalink" not in action and "Fragment" not in action:
            return False
        if not _TRIMMING.isdisjoint(words) and not _TRIMMED.issuperset(strings):
            return False
        for word in words:
            if word[0] in ".$":
                if not _FIELDS.issuperset(word.split(".")[1:]):
                    return False
            elif word not in _PLAIN_WORDS and word not in _TRIMMING:
                return False
    return True
