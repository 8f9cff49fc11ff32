"""What puts out ids on the pages of Quarto besides headings and attributes that are written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.generators.ids import headings_in, ids_in
from articlelint.generators.paths import resolve, rooted
from articlelint.generators.reading import Reader
from articlelint.generators.tree import tree
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path, PurePath

    from articlelint.templates import TemplateTag

AROUND: Final = (
    *("cb*", "ref-*", "refs", "tabset-*", "annotated-cell-*", "code-annotation-*", "listing-*"),
    *("quarto-*", "title-block-header", "TOC", "toc-*", "nav-*", "references", "bibliography"),
)
"""What Pandoc's writer and Quarto's templates give ids: ``src/resources/formats/html``."""
_ADDING: Final = frozenset(
    {
        *("filters", "shortcodes", "template", "template-partials", "metadata-files", "listing"),
        *("include-in-header", "include-before-body", "include-after-body", "about"),
        *("pre-render", "post-render", "ipynb-filters"),
    }
)
"""Options that put files or lists into pages, or let programs change them."""
_OTHERWISE: Final = frozenset({"from", "id-prefix", "identifier-prefix"})
"""Options that decide how ids of headings are made."""
_HTML: Final = frozenset({"html", "html4", "html5", "revealjs", "pdf", "docx", "epub", "typst"})
"""Formats of which the pages of a site keep Pandoc's ids."""
_PROJECTS: Final = frozenset({"default", "website", "book", "manuscript"})
_PLAIN: Final = frozenset(
    {
        *("meta", "var", "env", "pagebreak", "brand", "contents", "kbd", "lipsum", "placeholder"),
        *("version", "fa", "bi", "iconify"),
    }
)
"""Shortcodes that put out text or a picture: ``filters/quarto-pre/shortcodes-handlers.lua``."""
_SHORTCODE: Final = regex(r"<\s*+([\w-]++)\s*+([^\s>]*+)")


def adds(options: object) -> bool:
    """Tell whether *options*, of a site or of a document, may put out ids that nothing shows."""
    return any(key in _ADDING or key in _OTHERWISE for key in _keys(options)) or not _is_html(
        options
    )


def makes_otherwise(config: object) -> bool:
    """Tell whether a site's configuration may make ids of headings another way than Pandoc's."""
    project = config.get("project") if isinstance(config, dict) else None
    kind = project.get("type", "default") if isinstance(project, dict) else "default"
    return kind not in _PROJECTS or any(key in _OTHERWISE for key in _keys(config))


def has_programs(root: Path) -> bool:
    """Tell whether an extension of the site may be a filter of Pandoc."""
    return any("_extensions/" in each and each.endswith(".lua") for each in tree(root) or ())


def ids_of(tag: TemplateTag, path: PurePath, root: Path) -> Collection[str] | None:
    """Return the ids that a shortcode puts out: none, or those of the text that it includes.

    Other tags than ``{{< name >}}`` are text.
    """
    found = _SHORTCODE.match(tag.arguments)
    if found is None or found[1] in _PLAIN:
        return ()
    if found[1] != "include":
        return None
    place = found[2].strip("\"'")
    start = root if place.startswith("/") else (root / path).parent
    text = Reader(root).text(str(resolve(start, rooted(place)).relative_to(root)))
    if not text or "{{<" in text or "```{" in text:
        return None
    ids = ids_in(text, None)
    return None if ids is None else ids | headings_in(text)


def _keys(options: object) -> Iterator[str]:
    if isinstance(options, dict):
        for key, value in options.items():
            yield str(key)
            yield from _keys(value)


def _is_html(options: object) -> bool:
    """Tell whether the formats that are named, if any, are among those that keep ids."""
    named = options.get("format") if isinstance(options, dict) else None
    if isinstance(named, str):
        return named in _HTML
    return not isinstance(named, dict) or all(key in _HTML for key in named)
