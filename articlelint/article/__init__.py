"""The article: one text and the views that rules look at."""

from articlelint.article.article import Article
from articlelint.article.document import SYNTAXES, Document, Syntax

__all__ = ["SYNTAXES", "Article", "Document", "Syntax"]
