"""The article: one text and the views that rules look at."""

from articlelint.article.article import SYNTAXES, Article, Syntax

__all__ = ["SYNTAXES", "Article", "Syntax"]
