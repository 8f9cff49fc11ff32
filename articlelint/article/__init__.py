"""The article: one text and the views that rules look at.

Who only wants to know which files are articles, as a run does that finds all as it was, need not
import what reads them.
"""

from typing import TYPE_CHECKING

from articlelint.article.syntax import SYNTAXES, Syntax

if TYPE_CHECKING:
    from articlelint.article.article import Article
    from articlelint.article.document import Document

__all__ = ["SYNTAXES", "Article", "Document", "Syntax"]


def __getattr__(name: str) -> object:
    """Import ``Article`` or ``Document``; raises AttributeError for any other name."""
    if name == "Article":
        from articlelint.article.article import Article

        return Article
    if name == "Document":
        from articlelint.article.document import Document

        return Document
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
