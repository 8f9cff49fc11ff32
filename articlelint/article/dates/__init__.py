"""An article's dates: of its front matter, its name, its ``<time>`` elements."""

from articlelint.article.dates.article_date import ArticleDate, Origin
from articlelint.article.dates.collect import article_dates

__all__ = ["ArticleDate", "Origin", "article_dates"]
