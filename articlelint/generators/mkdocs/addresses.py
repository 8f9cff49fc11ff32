"""Pages of a MkDocs site that no file of ``docs/`` is the source of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.generators.mkdocs.configuration import (
    HARMLESS,
    is_part,
    plugins,
    read_configuration,
)
from articlelint.generators.reading import Reader, mapping, text, texts
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_MAKING: Final = frozenset(
    {"gen-files", "monorepo", "multirepo", "projects", "print-site", "mike", "group"}
)
_KNOWN: Final = (HARMLESS - _MAKING) | {"autorefs", "macros", "mkdocstrings"}
_ADDS_FILES: Final = regex(r"\bon_files\b|\bFile[.(]|\bon_post_build\b|\bwrite|[\"']w")


def unknown(root: Path) -> str:
    """Return why there may be further pages; "" for no reason."""
    reader = Reader(root)
    config = read_configuration(reader)
    if is_part(root):
        return "the site is part of another one"
    for name in sorted(plugins(config).keys() - _KNOWN):
        return f"the plugin {name} may make pages"
    for name in texts(config.get("hooks")):
        source = reader.text(name)
        if not source or _ADDS_FILES.search(source):
            return f"the hook {name} may make pages"
    return ""


def made_folders(root: Path) -> Iterator[str]:
    """Yield the folders of blogs and translations, and redirected pages."""
    config = read_configuration(Reader(root))
    for name, options in plugins(config).items():
        if name == "blog":
            yield (text(mapping(options).get("blog_dir")) or "blog").strip("/.")
        elif name == "tags":
            yield (text(mapping(options).get("tags_file")) or "tags").removesuffix(".md")
        elif name == "redirects":
            for source in mapping(mapping(options).get("redirect_maps")):
                yield source.removesuffix(".md").removesuffix("index").strip("/")
        elif name in {"i18n", "static-i18n"}:
            languages = mapping(options).get("languages")
            listed = languages if isinstance(languages, list) else list(mapping(languages))
            for each in listed:
                locale = text(mapping(each).get("locale")) if isinstance(each, dict) else each
                if isinstance(locale, str):
                    yield locale
