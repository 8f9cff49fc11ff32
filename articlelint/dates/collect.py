"""The dates of an article, gathered once: front matter, file name, ``<time>``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, tzinfo
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from articlelint.dates.model import ParsedDate, Unreadable
from articlelint.dates.parse import parse
from articlelint.dates.readers import Reader, Reading, Written, reader_of
from articlelint.front_matter.model import Scalar, Style
from articlelint.span import Span

if TYPE_CHECKING:
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
        """Return the moment meant, in UTC: the generator's zone stands in for one not written."""
        if not isinstance(self.outcome, ParsedDate):
            return None
        return self.outcome.instant(self.reader.zone(self.zone))

    @cached_property
    def canonical(self) -> str | None:
        """Return the generator's documented way to write the date, quotes included.

        None where the text is no date, means several, or cannot be said so.
        """
        if not isinstance(self.outcome, ParsedDate) or self.outcome.alternatives:
            return None
        if self.outcome.zone is not None and not self.outcome.zone.known:
            return None
        return self.reader.canonical(self.outcome, self.written, self.zone)

    @property
    def source(self) -> str:
        """Return the value as written, quotes included."""
        return self.written.source or self.text

    def locate(self, part: Span | None) -> Span:
        """Return the place in the article of *part* of the text; the whole text's for None."""
        if part is None or self.text_span.length != len(self.text):
            return self.text_span
        return part.shift(self.text_span.start)


_QUOTED = frozenset({Style.SINGLE_QUOTED, Style.DOUBLE_QUOTED, Style.LITERAL, Style.FOLDED})


def article_dates(article: Article) -> tuple[ArticleDate, ...]:
    """Return every date of *article* that its generator reads, in reading order."""
    front_matter = article.front_matter
    if front_matter is None or front_matter.root is None:
        return ()
    generator = article.site.generator
    reader = reader_of(generator.name)
    zone = article.site.settings.time_zone
    found: list[ArticleDate] = []
    for key, role in generator.date_roles.items():
        for path, scalar in _scalars(front_matter, key, ignores_case=generator.ignores_key_case):
            date = _front_matter_date(key, path, role, scalar, front_matter, reader, zone)
            if date is not None:
                found.append(date)
    if len(found) > 1:
        found.sort(key=lambda date: date.span)
    return tuple(found)


def _scalars(
    front_matter: FrontMatter, key: str, *, ignores_case: bool
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


def _front_matter_date(  # noqa: PLR0913, PLR0917 - what a date is made of
    key: str,
    path: Path,
    role: DateRole,
    scalar: Scalar,
    front_matter: FrontMatter,
    reader: Reader,
    zone: tzinfo | None,
) -> ArticleDate | None:
    if scalar.value is None or isinstance(scalar.value, bool):
        return None  # left empty, or no date at all: the schema's matter
    quoted = scalar.style in _QUOTED
    text, span = scalar.source, scalar.span
    text_span = span
    if quoted:
        inner = text[1:-1]
        if isinstance(scalar.value, str) and scalar.value != inner:
            text = scalar.value  # escapes, or a block: no place for its parts
        else:
            text, text_span = inner, Span(span.start + 1, span.end - 1)
    if not text.strip():
        return None
    written = Written(text, quoted, front_matter.format, scalar.source)
    return ArticleDate(
        str(path[-1]) if len(path) == 1 else ".".join(map(str, path)),
        path,
        Origin.FRONT_MATTER,
        span,
        text_span,
        text,
        role,
        parse(text),
        written,
        reader,
        zone,
    )
