"""One date of an article: where it stands, what we read in it, and what its generator reads."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from articlelint.dates.model import Fault, ParsedDate, Unreadable, Zone
from articlelint.dates.parse import parse
from articlelint.dates.readers import Reader, Reading, Verdict, Written
from articlelint.front_matter.model import Format

if TYPE_CHECKING:
    from datetime import date as day_type
    from datetime import timedelta, tzinfo

    from articlelint.dates.role import DateRole
    from articlelint.front_matter import Path
    from articlelint.text.span import Span


class Origin(StrEnum):
    """Where a date stands."""

    FRONT_MATTER = "front matter"
    FILE_NAME = "file name"
    TIME_ELEMENT = "time element"


class ArticleDate:
    """One date of an article.

    *text* is the date without quotes, *text_span* its characters in the article, *span* the value
    as written, including quotes. For a date in the file name both spans are empty, at the start of
    the article. *outcome* is what articlelint reads, ``reading`` what the generator reads. If only
    a schema calls it a date, *role* and *zone* are None, since nobody knows which time zone a theme
    assumes.
    """

    def __init__(  # noqa: PLR0913 - what a date is made of
        self,
        *,
        key: str,
        origin: Origin,
        span: Span,
        text_span: Span,
        role: DateRole | None,
        written: Written,
        reader: Reader,
        zone: tzinfo | None,
        path: Path = (),
    ) -> None:
        self.key = key
        self.path = path
        self.origin = origin
        self.span = span
        self.text_span = text_span
        self.text = written.text
        self.role = role
        self.written = written
        self.reader = reader
        self.zone = zone
        self.outcome = parse(written.text)

    def __repr__(self) -> str:
        return f"<{self.origin} {self.key} {self.text!r}>"

    @property
    def by_schema(self) -> bool:
        """Tell whether only a schema calls this a date, so that it is not known what reads it."""
        return self.role is None and self.origin is Origin.FRONT_MATTER

    @cached_property
    def is_plain(self) -> bool:
        """Tell whether its format is certainly fine, so that no rule needs to look closer."""
        date = self.outcome
        return (
            isinstance(date, ParsedDate)
            and date.strict
            and self.reader.is_plain(date, self.written)
        )

    @property
    def of_file_name(self) -> bool:
        """Tell whether it is in the name of the file or of a folder, not in the text."""
        return self.origin is Origin.FILE_NAME

    @property
    def is_readable(self) -> bool:
        """Tell whether articlelint can read the text as a date."""
        return isinstance(self.outcome, ParsedDate)

    @property
    def is_moment(self) -> bool:
        """Tell whether it is in the front matter and means a single moment."""
        date = self.outcome
        is_certain = isinstance(date, ParsedDate) and not date.alternatives
        return is_certain and self.origin is Origin.FRONT_MATTER

    @property
    def parsed(self) -> ParsedDate:
        """Return the date; raises ValueError if it cannot be read: see ``unreadable``."""
        if isinstance(self.outcome, ParsedDate):
            return self.outcome
        raise ValueError(self.outcome.message)

    @property
    def is_invalid(self) -> bool:
        """Tell whether nobody can read the text as a date, and no template makes one of it."""
        unreadable = self.unreadable
        if unreadable is None or unreadable.fault is Fault.TEMPLATE:
            return False
        return not self.reading.is_right

    @property
    def unreadable(self) -> Unreadable | None:
        """Return why the text cannot be read as a date; None if it can."""
        return self.outcome if isinstance(self.outcome, Unreadable) else None

    @cached_property
    def reading(self) -> Reading:
        """Return what the generator makes of the date."""
        reading = self.reader.read(self.written, self.outcome, self.zone)
        if self.by_schema and reading.verdict is Verdict.REJECTED:
            return reading._replace(consequence="")  # it is not one of the generator's keys
        return reading

    @cached_property
    def instant(self) -> datetime | None:
        """Return the moment in UTC, as the generator reads it or else as the author meant it.

        If it depends on the time zone of the machine, UTC is assumed.
        """
        if not isinstance(self.outcome, ParsedDate):
            return None
        if self.reading.is_right and self.reading.instant is not None:
            return self.reading.instant
        return self.outcome.instant(self.reader.zone(self.zone) or UTC)

    @cached_property
    def canonical(self) -> str | None:
        """Return the generator's documented way to write the date, quotes included.

        None if the text is no date, means several, or cannot be said so.
        """
        if not isinstance(self.outcome, ParsedDate) or self.outcome.alternatives:
            return None
        if self.outcome.zone is not None and not self.outcome.zone.known:
            return None
        if self.outcome.two_digit_year or self.outcome.year < 100:
            return None
        date = self.outcome
        if date.hour == 24:  # few read it; midnight of the next day is the same
            day = date.local
            date = date._replace(year=day.year, month=day.month, day=day.day, hour=0)
        return self.reader.canonical(date, self.written, self.zone)

    @property
    def source(self) -> str:
        """Return the value as written, quotes included."""
        return self.written.source or self.text

    def canonical_of(self, day: day_type) -> str | None:
        """Return the canonical text of this date on *day*, one of its readings."""
        if not isinstance(self.outcome, ParsedDate):
            return None
        certain = self.outcome._replace(
            year=day.year,
            month=day.month,
            day=day.day,
            alternatives=(),
            two_digit_year=False,
        )
        return self.reader.canonical(certain, self.written, self.zone)

    def canonical_with(self, offset: timedelta) -> str | None:
        """Return the canonical text of this date with *offset* as its missing time zone."""
        if not isinstance(self.outcome, ParsedDate):
            return None
        zoned = self.outcome._replace(zone=Zone(offset))
        return self.reader.canonical(zoned, self.written, self.zone)

    def reading_of(self, source: str) -> Reading:
        """Return what the generator would make of *source*, quotes included, in this place."""
        is_quoted = source[:1] in {"'", '"'}
        text = source[1:-1] if is_quoted else source
        is_text = is_quoted or self.written.format in {Format.METADATA, Format.META}
        written = self.written._replace(text=text, quoted=is_text, source=source)
        return self.reader.read(written, parse(text), self.zone)

    def locate(self, part: Span | None) -> Span:
        """Return the span in the article of *part* of the text; with None, of the whole text."""
        if part is None or self.text_span.length != len(self.text):
            return self.text_span
        return part.shift(self.text_span.start)
