"""The date in an article's file name or in the folders above it, as its generator reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.dates.parse import parse
from articlelint.regex import regex

if TYPE_CHECKING:
    from pathlib import PurePath

    from articlelint.dates.model import Outcome

_NAME = regex(r"([0-9]{4}-[0-9]{1,2}-[0-9]{1,2})(?=[-_. ]|$)")
_FOLDERS = regex(r"(?:^|/)([0-9]{4})/([0-9]{2})(?:/([0-9]{2}))?/[^/]+$")
GENERATORS = frozenset(
    {"hexo", "jekyll", "docusaurus", "eleventy", "zola", "pelican", "hugo", "generic"}
)
"""The generators that take a date from a name, by default or by a common setting.

Jekyll: ``lib/jekyll/document.rb``, DATE_FILENAME_MATCHER; Hexo: ``new_post_name``; Docusaurus:
``src/blogUtils.ts``, DATE_FILENAME_REGEX; Eleventy: ``src/Template.js``; Zola: ``page.rs``,
RFC3339_DATE; Pelican: ``FILENAME_METADATA``; Hugo: ``:filename`` in ``frontmatter.date``.
"""


def file_name_date(path: PurePath, generator: str) -> tuple[str, Outcome] | None:
    """Return the date that begins the file's name or makes up its folders, and its text."""
    if generator not in GENERATORS:
        return None
    match = _NAME.match(path.name)
    if match:
        return match[1], parse(match[1])
    folders = _FOLDERS.search(path.as_posix())
    if folders:
        text = "-".join(part for part in folders.groups() if part)
        return text, parse(text)
    return None
