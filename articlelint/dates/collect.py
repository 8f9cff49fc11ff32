"""The dates of an article, gathered once: front matter, file name, ``<time>``."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from enum import StrEnum
from functools import cache, cached_property
from typing import TYPE_CHECKING

from articlelint.dates.model import ParsedDate, Unreadable, Zone
from articlelint.dates.parse import parse
from articlelint.dates.readers import Reader, Reading, Written, reader_of
from articlelint.front_matter.model import Format, Mapping, Scalar, Style
from articlelint.span import Span

if TYPE_CHECKING:
    from datetime import date as day_type
    from datetime import timedelta, tzinfo

    from articlelint.article import Article
    from articlelint.front_matter import FrontMatter, Path
    from articlelint.generators.base import DateRole, Generator


class Origin(StrEnum):
    """Where a date stands."""

    FRONT_MATTER = "front matter"
    FILE_NAME = "file name"
    TIME_ELEMENT = "time element"


class ArticleDate:
    """One date of an article.

    *text* is the date without quotes, *text_span* its characters in the article, *span* the
    value as written, quotes included. Of a date in the file's name both spans are empty, at
    the article's start. *outcome* is what we read, ``reading`` what the generator reads.
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

    @cached_property
    def is_plain(self) -> bool:
        """Tell whether nothing can be wrong with the form: no rule about it need look closer."""
        date = self.outcome
        return (
            isinstance(date, ParsedDate)
            and date.strict
            and self.reader.is_plain(date, self.written)
        )

    @property
    def parsed(self) -> ParsedDate | None:
        """Return the date, None where the text is none."""
        return self.outcome if isinstance(self.outcome, ParsedDate) else None

    @property
    def unreadable(self) -> Unreadable | None:
        """Return why the text is no date, None where it is one."""
        return self.outcome if isinstance(self.outcome, Unreadable) else None

    @cached_property
    def reading(self) -> Reading:
        """Return what the generator makes of the date."""
        return self.reader.read(self.written, self.outcome, self.zone)

    @cached_property
    def instant(self) -> datetime | None:
        """Return the moment in UTC: the generator's, or, where it has none, the one meant.

        Of a date that hangs on the machine's zone it is the one in UTC.
        """
        if not isinstance(self.outcome, ParsedDate):
            return None
        if self.reading.is_right and self.reading.instant is not None:
            return self.reading.instant
        return self.outcome.instant(self.reader.zone(self.zone) or UTC)

    @cached_property
    def canonical(self) -> str | None:
        """Return the generator's documented way to write the date, quotes included.

        None where the text is no date, means several, or cannot be said so.
        """
        if not isinstance(self.outcome, ParsedDate) or self.outcome.alternatives:
            return None
        if self.outcome.zone is not None and not self.outcome.zone.known:
            return None
        if self.outcome.two_digit_year or self.outcome.year < 100:
            return None
        return self.reader.canonical(self.outcome, self.written, self.zone)

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
        """Return the canonical text of this date with *offset* for the zone it has not."""
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
        """Return the place in the article of *part* of the text; the whole text's for None."""
        if part is None or self.text_span.length != len(self.text):
            return self.text_span
        return part.shift(self.text_span.start)


_YEAR_IN_PATH = re.compile(r"(?:^|[/\\])[0-9]{4}[-/\\]")
_QUOTED = frozenset({Style.SINGLE_QUOTED, Style.DOUBLE_QUOTED, Style.LITERAL, Style.FOLDED})


def article_dates(article: Article) -> tuple[ArticleDate, ...]:
    """Return every date of *article*: file name, front matter, ``<time>`` elements."""
    found: list[ArticleDate] = []
    front_matter = article.front_matter
    if front_matter is not None and front_matter.root is not None:
        _take_front_matter(article, front_matter, found)
        if len(found) > 1:
            found.sort(key=lambda date: date.span)
    if _YEAR_IN_PATH.search(str(article.path)):
        found[:0] = _of_file_name(article)
    if "<time" in article.text:
        found += _of_elements(article)
    return tuple(found)


def _take_front_matter(
    article: Article, front_matter: FrontMatter, found: list[ArticleDate]
) -> None:
    """Add the dates of the generator's keys; all of duplicates, since each is a claim."""
    generator = article.site.generator
    keys = _keys(type(generator))
    for field in front_matter.fields:
        entries = keys.get(field.key.lower() if generator.ignores_key_case else field.key)
        for steps, role in entries or ():
            content = field.content
            for step in steps:
                inner = content.get(step) if isinstance(content, Mapping) else None
                if inner is None:
                    break
                content = inner.content
            else:
                if isinstance(content, Scalar) and content.source.strip("'\" \t"):
                    path = (field.key, *steps)
                    date = _of_scalar(article, path, role, content, front_matter.format)
                    found += [date] if date else []


@cache
def _keys(generator: type[Generator]) -> dict[str, list[tuple[tuple[str, ...], DateRole]]]:
    """Return the date keys of *generator*: by the first step, the others and the role."""
    keys: dict[str, list[tuple[tuple[str, ...], DateRole]]] = {}
    for key, role in generator.date_roles.items():
        head, *rest = key.split(".")
        if generator.ignores_key_case:
            head = head.lower()
        keys.setdefault(head, []).append((tuple(rest), role))
    return keys


def _of_scalar(
    article: Article, path: Path, role: DateRole, scalar: Scalar, kind: Format
) -> ArticleDate | None:
    """Return the date of *scalar*; None where it is no value, which is the schema's matter."""
    value, span = scalar.value, scalar.span
    if value is None or value is True or value is False:
        return None
    text, text_span = scalar.source, span
    quoted = scalar.style in _QUOTED
    if quoted:
        inner = text[1:-1]
        if isinstance(value, str) and value != inner:
            text = value  # escapes, or a block: no place for its parts
        else:
            text, text_span = inner, Span(span.start + 1, span.end - 1)
    site = article.site
    return ArticleDate(
        key=".".join(map(str, path)) if len(path) > 1 else str(path[0]),
        path=path,
        origin=Origin.FRONT_MATTER,
        span=span,
        text_span=text_span,
        role=role,
        written=Written(text, quoted, kind, scalar.source),
        reader=reader_of(site.generator.name),
        zone=site.settings.time_zone,
    )


def _of_file_name(article: Article) -> list[ArticleDate]:
    """Return the date of the file's name, placed at the article's start."""
    from articlelint.dates.file_names import file_name_date  # noqa: PLC0415 - few names have one

    site = article.site
    date = file_name_date(site.relative(article.path), site.generator.name)
    if date is None:
        return []
    place = Span.at(article.body.start)
    return [
        ArticleDate(
            key="",
            origin=Origin.FILE_NAME,
            span=place,
            text_span=place,
            role=None,
            written=Written(date[0], quoted=True),
            reader=reader_of(site.generator.name),
            zone=site.settings.time_zone,
        )
    ]


def _of_elements(article: Article) -> list[ArticleDate]:
    """Return the dates of the ``datetime`` attributes that nothing fills in later."""
    from articlelint.templates import is_dynamic  # noqa: PLC0415 - with the tree, for few articles

    reader, zone = reader_of("html_time"), article.site.settings.time_zone
    found: list[ArticleDate] = []
    for element in article.html.elements("time"):
        attribute = element.attributes.get("datetime")
        if attribute is None or not element.authored or is_dynamic(attribute.value):
            continue
        span = attribute.value_span
        text, shown = attribute.value, span.of(article.text)
        bare = shown[1:-1] if shown[:1] in {'"', "'"} else shown
        if bare == text and bare != shown:
            span = Span(span.start + 1, span.end - 1)
        written = Written(text, quoted=True, format=Format.META, source=span.of(article.text))
        found.append(
            ArticleDate(
                key="datetime",
                origin=Origin.TIME_ELEMENT,
                span=span,
                text_span=span,
                role=None,
                written=written,
                reader=reader,
                zone=zone,
            )
        )
    return found
