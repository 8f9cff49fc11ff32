"""What the files of a repository tell of who reads its Markdown, where no site is configured."""

from __future__ import annotations

import os
from itertools import islice
from typing import TYPE_CHECKING, Final

from articlelint.generators.built_in import may_be_site
from articlelint.generators.reading import Reader, package_dependencies
from articlelint.generators.tree import SOURCES
from articlelint.generators.unsupported import (
    AZURE_WIKI,
    DOXYGEN,
    GOLLUM,
    GRAV,
    HONKIT,
    unsupported,
)
from articlelint.markdown.common_mark import CommonMark
from articlelint.markdown.options import FOOTNOTES, GFM_OPTIONS
from articlelint.text.files import folders_in, read_beginning
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from articlelint.markdown.dialect import Dialect

_OLD_DOCUSAURUS: Final = "siteConfig.js"
_OWN_PARSERS: Final = frozenset({AZURE_WIKI, DOXYGEN, GOLLUM, GRAV, HONKIT})
"""Commands of Doxygen's, shortcodes in brackets, `::: mermaid`, kramed; a wiki names its parser."""
_BOX: Final = regex(rb"(?m)^(?:!!!|\?\?\?\+?|===\+?) .*\r?\n(?:\r?\n)?(?: {4}|\t)[^\s]")
"""An admonition or a tab of Python-Markdown's, with its content."""
_SIGNS: Final = (b"\n!!!", b"\n???", b"\n===")
_BOXES: Final = 3
"""So many files with boxes tell who reads them: one may speak of them."""
_SOURCES: Final = 100
_FOLDERS: Final = 200
_READ: Final = 20_000


def dialect(root: Path) -> Dialect | None:
    """Return how the Markdown below *root* is read, as far as it tells itself; None: as anywhere.

    A repository may hold the documents alone, and the configuration be in another.
    """
    if _has_old_docusaurus(root):
        from articlelint.markdown.unknown import Unknown

        return Unknown(GFM_OPTIONS).opened()  # Remarkable, which reads Markdown in `<details>`
    name = unsupported(root)
    if name in _OWN_PARSERS:
        from articlelint.generators.named_dialects import unknown

        return unknown()
    if name:
        return CommonMark(GFM_OPTIONS | FOOTNOTES).opened()
    boxes = filter(_has_box, map(_beginning, islice(_sources(root), _SOURCES)))
    if len(list(islice(boxes, _BOXES))) < _BOXES:
        return None
    from articlelint.markdown.python_markdown import MATERIAL, PythonMarkdown

    return PythonMarkdown(MATERIAL).opened()


def _has_box(text: bytes) -> bool:
    if not any(sign in text for sign in _SIGNS):  # a search takes ten times as long
        return False
    return _BOX.search(text) is not None


def _has_old_docusaurus(root: Path) -> bool:
    """Tell whether Docusaurus 1 reads ``docs/``, whose configuration lies in ``website/``."""
    return any(
        (folder / _OLD_DOCUSAURUS).is_file() and "docusaurus" in package_dependencies(folder)
        for folder in (root / "website", root)
    )


def _sources(root: Path) -> Iterator[Path]:
    """Yield the Markdown below *root*, of the first folders alone."""
    for folder, folders, names in islice(os.walk(root), _FOLDERS):
        if folder != str(root) and may_be_site(frozenset((*folders, *names))):
            folders.clear()  # its configuration tells
            continue
        folders[:] = sorted(
            each for each in folders if not each.startswith(".") and each != "node_modules"
        )
        yield from (root / folder / name for name in sorted(names) if name.endswith(SOURCES))


def _beginning(path: Path) -> bytes:
    try:
        return read_beginning(path, _READ)
    except OSError:
        return b""


_WRITERSIDE: Final = "writerside.cfg"
_TOPICS: Final = regex(r"""<topics\s[^<>]*?\bdir\s*=\s*["']([^"'<>*?\[\]]+)["']""")


def unread(root: Path) -> tuple[str, ...]:
    """Return patterns of what is no Markdown but in its name: the topics of Writerside, XML too.

    Its elements, snippets and variables are not known.
    """
    found: list[str] = []
    for folder in ("", *(each.name for each in folders_in(root))):
        for name in _projects(root / folder):
            match = _TOPICS.search(Reader(root / folder).text(name))
            topics = match[1].strip("./") if match else "topics"
            found.append("/" + "/".join(filter(None, (folder, topics, ""))))
    return tuple(dict.fromkeys(found))


def _projects(folder: Path) -> list[str]:
    """Return the names of Writerside's configurations in *folder*: ``project.ihp`` once."""
    try:
        names = sorted(os.listdir(folder))  # noqa: PTH208 - quicker than Path
    except OSError:
        return []
    return [name for name in names if name == _WRITERSIDE or name.endswith(".ihp")]
