"""Dates: read whatever form they are written in, and judged as the generator reads them."""

from articlelint.dates.article_date import ArticleDate, Origin
from articlelint.dates.collect import article_dates
from articlelint.dates.formats import format_as
from articlelint.dates.model import (
    MONTHS,
    WEEKDAYS,
    Fault,
    Form,
    Outcome,
    ParsedDate,
    Precision,
    Unreadable,
    Zone,
)
from articlelint.dates.parse import parse
from articlelint.dates.readers import Reader, Reading, Verdict, Written, reader_of
from articlelint.dates.zones import PLACES, offset_text

__all__ = [
    "MONTHS",
    "PLACES",
    "WEEKDAYS",
    "ArticleDate",
    "Fault",
    "Form",
    "Origin",
    "Outcome",
    "ParsedDate",
    "Precision",
    "Reader",
    "Reading",
    "Unreadable",
    "Verdict",
    "Written",
    "Zone",
    "article_dates",
    "format_as",
    "offset_text",
    "parse",
    "reader_of",
]
