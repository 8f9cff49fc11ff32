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


def is_generated(article: Article) -> bool:
    """Tell whether a comment near the beginning of *article* says that a program made it."""
    beginning = article.text[:_READ]
    if not _MADE.search(beginning):
        return False
    comments = ["".join(filter(None, found)) for found in _COMMENT.findall(beginning)]
    if article.front_matter is not None:
        comments += _YAML_COMMENT.findall(beginning, 0, article.body.start)
    return any(_MADE.search(each) and not _PART.search(each) for each in comments)
