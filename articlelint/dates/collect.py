"""The dates of an article, gathered once: front matter, file name, ``<time>``."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from articlelint.dates.model import ParsedDate, Unreadable, Zone
from articlelint.dates.parse import parse
from articlelint.dates.readers import Reader, Reading, Written, reader_of
from articlelint.front_matter.model import Format, Scalar, Style
from articlelint.span import Span

if TYPE_CHECKING:
    from datetime import date as day_type
    from datetime import timedelta, tzinfo

    from articlelint.article import Article
    from articlelint.dates.model import Outcome
    from articlelint.front_matter import FrontMatter, Path
    from articlelint.generators.base import DateRole


class Origin(StrEnum):
    """Where a date stands."""

    FRONT_MATTER = "front matter"
    FILE_NAME = "file name"
    TIME_ELEMENT = "time element"


@dataclass(frozen=True)
class ArticleDate:
    """One date of an article.

    *text* is the date without quotes, *text_span* its characters in the article, *span* the
    value as written, quotes included. Of a date in the file's name both spans are empty, at
    the article's start. *outcome* is what we read, ``reading`` what the generator reads.
    """

    key: str
    path: Path
    origin: Origin
    span: Span
    text_span: Span
    text: str
    role: DateRole | None
    outcome: Outcome
    written: Written
    reader: Reader
    zone: tzinfo | None

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
        certain = replace(
            self.outcome,
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
        zoned = replace(self.outcome, zone=Zone(offset))
        return self.reader.canonical(zoned, self.written, self.zone)

    def reading_of(self, source: str) -> Reading:
        """Return what the generator would make of *source*, quotes included, in this place."""
        is_quoted = source[:1] in {"'", '"'}
        text = source[1:-1] if is_quoted else source
        is_text = is_quoted or self.written.format in {Format.METADATA, Format.META}
        written = replace(self.written, text=text, quoted=is_text, source=source)
        return self.reader.read(written, parse(text), self.zone)

    def locate(self, part: Span | None) -> Span:
        """Return the place in the article of *part* of the text; the whole text's for None."""
        if part is None or self.text_span.length != len(self.text):
            return self.text_span
        return part.shift(self.text_span.start)


_QUOTED = frozenset({Style.SINGLE_QUOTED, Style.DOUBLE_QUOTED, Style.LITERAL, Style.FOLDED})


def article_dates(article: Article) -> tuple[ArticleDate, ...]:
    """Return every date of *article*: file name, front matter, ``<time>`` elements."""
    generator = article.site.generator
    zone = article.site.settings.time_zone
    found: list[ArticleDate] = []
    front_matter = article.front_matter
    if front_matter is not None and front_matter.root is not None:
        reader = reader_of(generator.name)
        for key, role in generator.date_roles.items():
            for path, scalar in _scalars(front_matter, key, generator.ignores_key_case):
                if scalar.value is None or isinstance(scalar.value, bool):
                    continue  # left empty, or no date at all: the schema's matter
                found.append(_of_scalar(path, role, scalar, front_matter, reader, zone))
        if len(found) > 1:
            found.sort(key=lambda date: date.span)
    if "2" in article.path.name or "/2" in article.path.as_posix():
        found[:0] = _of_file_name(article)
    if "<time" in article.text:
        found += _of_elements(article)
    return tuple(date for date in found if date.text.strip())


def _scalars(
    front_matter: FrontMatter,
    key: str,
    ignores_case: bool,  # noqa: FBT001 - a property of the generator, passed on
) -> list[tuple[Path, Scalar]]:
    """Return the scalars at the dotted *key*; all of duplicates, since each is a claim."""
    head, _, rest = key.partition(".")
    found: list[tuple[Path, Scalar]] = []
    for field in front_matter.fields:
        if field.key != head and not (ignores_case and field.key.lower() == head.lower()):
            continue
        content = field.content
        path: Path = (field.key,)
        for step in rest.split(".") if rest else ():
            inner = content.get(step) if hasattr(content, "get") else None
            if inner is None:
                break
            content, path = inner.content, (*path, step)
        else:
            if isinstance(content, Scalar):
                found.append((path, content))
    return found


def _of_scalar(
    path: Path,
    role: DateRole,
    scalar: Scalar,
    front_matter: FrontMatter,
    reader: Reader,
    zone: tzinfo | None,
) -> ArticleDate:
    quoted = scalar.style in _QUOTED
    text, span = scalar.source, scalar.span
    text_span = span
    if quoted:
        inner = text[1:-1]
        if isinstance(scalar.value, str) and scalar.value != inner:
            text = scalar.value  # escapes, or a block: no place for its parts
        else:
            text, text_span = inner, Span(span.start + 1, span.end - 1)
    return ArticleDate(
        key=".".join(map(str, path)),
        path=path,
        origin=Origin.FRONT_MATTER,
        span=span,
        text_span=text_span,
        text=text,
        role=role,
        outcome=parse(text),
        written=Written(text, quoted, front_matter.format, scalar.source),
        reader=reader,
        zone=zone,
    )


def _of_file_name(article: Article) -> list[ArticleDate]:
    """Return the date of the file's name, placed at the article's start."""
    from articlelint.dates.file_names import file_name_date  # noqa: PLC0415 - few names have one

    site = article.site
    date = file_name_date(site.relative(article.path), site.generator.name)
    if date is None:
        return []
    text, outcome = date
    place = Span.at(article.body.start)
    reader, zone = reader_of(site.generator.name), site.settings.time_zone
    written = Written(text, quoted=True)
    origin = Origin.FILE_NAME
    return [ArticleDate("", (), origin, place, place, text, None, outcome, written, reader, zone)]


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
        origin = Origin.TIME_ELEMENT
        outcome = parse(text)
        found.append(
            ArticleDate(
                "datetime", (), origin, span, span, text, None, outcome, written, reader, zone
            )
        )
    return found
