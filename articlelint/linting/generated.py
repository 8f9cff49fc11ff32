"""Whether an article says that a program made it, so that no author has written it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from articlelint.text.regex import regex

if TYPE_CHECKING:
    from articlelint.article import Article

_READ: Final = 1_500
_COMMENT: Final = regex(r"<!--(.*?)-->|\{/\*(.*?)\*/\}|^\[//\]: # (.*?)$", re.MULTILINE | re.DOTALL)
_YAML_COMMENT: Final = regex(r"^[ \t]*#(.*)$", re.MULTILINE)
_MADE: Final = regex(
    r"\bauto[- ]?generated\b|\bautomatically[ ](?:generated|created)\b"
    r"|\bgenerated[ ]automatically\b|\b(?:do[ ]not|don'?t)[ ](?:edit|modify)\b|@generated\b",
    re.IGNORECASE,
)
_PART: Final = regex(
    r"\b(?:start|begin|end|section|block|toc|table of contents|above|below|between)\b|content:",
    re.IGNORECASE,
)
"""What a comment about a part of an article has in it."""
_CHANGELOGS: Final = ("changelog", "changes", "history", "release")
_ENTRY: Final = regex(
    r"^[-*] (?:[^\n]{0,300}?)(?:\bby \[?@[\w-]{1,60}[^\n]{0,100} in (?:\[#\d|#\d|https?://)"
    r"|\[(?:(?:PR|Issue|MR|pull request) )?#\d{1,6}\]\(https?://|(?:\(|(?<=[-*] ))\[`?[0-9a-f]{7,40}`?\]\(https?://"
    r"|\(#\d{1,6}(?:\)(?:[ \t]*|[ ][^\W\d_][\w'. -]{1,40})$|,[ ]\[?@))",
    re.MULTILINE,
)
"""A change with its author and request, or its commit, as git-cliff and its like write it."""
_ENOUGH: Final = 10
_READ_OF_CHANGELOG: Final = 20_000


def is_generated(article: Article) -> bool:
    """Tell whether a program made *article*: a comment near its beginning says so."""
    return _says_so(article)


def lists_changes(article: Article) -> bool:
    """Tell whether *article* is a changelog of the titles of changes.

    Nobody writes it again; what it links was there at its time, and a tag in a title is a name.
    """
    name = article.path.stem.lower()
    if not name.startswith(_CHANGELOGS):
        return False
    entries = _ENTRY.finditer(article.text, 0, _READ_OF_CHANGELOG)
    return sum(1 for _ in entries) >= _ENOUGH


def _says_so(article: Article) -> bool:
    beginning = article.text[:_READ]
    if not _MADE.search(beginning):
        return False
    comments = ["".join(filter(None, found)) for found in _COMMENT.findall(beginning)]
    if article.front_matter is not None:
        comments += _YAML_COMMENT.findall(beginning, 0, article.body.start)
    return any(_MADE.search(each) and not _PART.search(each) for each in comments)
