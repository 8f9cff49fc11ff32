"""Dates: read whatever form they are written in, and judged as the generator reads them."""

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
from articlelint.dates.readers import Reader, Reading, Verdict, Written
from articlelint.dates.role import DateRole
from articlelint.dates.zones import PLACES, offset_text

__all__ = [
    "MONTHS",
    "PLACES",
    "WEEKDAYS",
    "DateRole",
    "Fault",
    "Form",
    "Outcome",
    "ParsedDate",
    "Precision",
    "Reader",
    "Reading",
    "Unreadable",
    "Verdict",
    "Written",
    "Zone",
    "format_as",
    "offset_text",
    "parse",
]
