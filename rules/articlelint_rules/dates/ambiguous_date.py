import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date as day_type
from pathlib import Path
from typing import Literal, NamedTuple

from articlelint import (
    MONTHS,
    UNSAFE,
    WARNING,
    Article,
    ArticleDate,
    Diagnostic,
    Edit,
    Fix,
    Form,
    Origin,
    SiteRule,
    Span,
    regex,
)

_NUMBERS = regex(r"\s*(\d+)(\D)(\d+)\D(\d+)")
_ORDERS = {"day-first": (2, 1, 0), "month-first": (2, 0, 1), "year-first": (0, 1, 2)}
"""Which of the three numbers are year, month and day."""


class _Custom(NamedTuple):
    """Who writes dates alike: a site, with one mark, with so many digits in the last number."""

    site: str
    mark: str
    digits: int


class _Numeric(NamedTuple):
    """A date of three numbers, the day by each order in which it can be read.

    *message* is None where nothing is wrong with it; *written* is how to write each day.
    """

    custom: _Custom | None
    text: str
    readings: Mapping[str, day_type]
    message: str | None = None
    hint: str = ""
    span: Span | None = None
    edited: Span | None = None
    written: Mapping[str, str | None] = {}


class AmbiguousDate(SiteRule):
    """A date can be read as different days."""

    name = "dates/ambiguous-date"
    severity = WARNING
    fixable = UNSAFE

    order: Literal["unknown", "day-first", "month-first", "year-first"] = "unknown"
    """The order of dates with a year of two digits, or last; "unknown": as the site's others."""

    def facts(self, article: Article) -> Iterator[_Numeric]:
        for date in article.dates:
            parsed = date.parsed
            if parsed is None or date.origin is Origin.FILE_NAME:
                continue
            if parsed.form is not Form.NUMERIC and not parsed.two_digit_year:
                continue
            match = _NUMBERS.match(date.text) if parsed.form is Form.NUMERIC else None
            days = (parsed.day_only, *parsed.alternatives)
            readings = _readings(match, days)
            message = _message(date, days)
            written = {order: date.canonical_of(day) for order, day in readings.items()}
            custom = None
            if match is not None:
                site = str(article.site.root or article.path)
                custom = _Custom(site, match[2], len(match[4]))
            yield _Numeric(
                custom,
                date.text,
                readings,
                message,
                f"Write the date like {date.reader.documented}",
                date.text_span,
                date.span,
                written if message else {},
            )

    def check_site(self, facts: Iterable[tuple[Path, object]]) -> Iterator[tuple[Path, Diagnostic]]:
        dates = [(path, fact) for path, fact in facts if isinstance(fact, _Numeric)]
        customs: dict[_Custom, list[_Numeric]] = {}
        for _, fact in dates:
            if fact.custom is not None:
                customs.setdefault(fact.custom, []).append(fact)
        known = {custom: _settled(group) for custom, group in customs.items()}
        for path, fact in dates:
            if fact.message is None or fact.span is None:
                continue
            order: str = self.order
            hint = fact.hint
            other = ""
            if fact.custom is not None and order == "unknown":
                order, example, contradiction = known[fact.custom]
                if contradiction:
                    hint += f"; the site has both `{example}` and `{contradiction}`"
                elif example != fact.text:
                    other = f"`{example}`" if example else "the site's other dates"
                else:
                    order = "unknown"  # nothing but this very date decides
            fix = _fix(fact, order, other)
            yield path, self.diagnostic(fact.span, fact.message, hint=hint, fix=fix)


def _readings(match: re.Match[str] | None, days: tuple[day_type, ...]) -> dict[str, day_type]:
    """Return the one of *days* that each order makes of the numbers, as far as one does."""
    if match is None:
        return {}
    numbers = int(match[1]), int(match[3]), int(match[4])
    readings = {}
    for order, places in _ORDERS.items():
        year, month, day = (numbers[place] for place in places)
        for each in days:
            years = {each.year, each.year % 100}
            if year in years and (month, day) == (each.month, each.day):
                readings[order] = each
    return readings


class _Settled(NamedTuple):
    """The only order in which all dates of a custom can be read; "unknown" where there is none.

    *example* is a date that alone decides it, *contradiction* one that decides for another.
    """

    order: str
    example: str = ""
    contradiction: str = ""


def _settled(group: list[_Numeric]) -> _Settled:
    texts = {
        order: min((fact.text for fact in group if [*fact.readings] == [order]), default="")
        for order in _ORDERS
    }
    orders = [o for o in _ORDERS if all(o in fact.readings for fact in group)]
    if len(orders) == 1:
        return _Settled(orders[0], texts[orders[0]])
    decisive = [text for text in texts.values() if text]
    if len(decisive) > 1:
        return _Settled("unknown", decisive[0], decisive[1])
    return _Settled("unknown")


def _fix(fact: _Numeric, order: str, other: str) -> Fix | None:
    """Return the fix for *order*, which *other* dates of the site show; "" for the option."""
    right = fact.written.get(order)
    if right is None or fact.edited is None:
        return None
    part = order.partition("-")[0]
    title = f"Write `{right}`, the {part} first as in {other}" if other else f"Write `{right}`"
    return Fix.unsafe(title, Edit(fact.edited, right))


def _message(date: ArticleDate, days: tuple[day_type, ...]) -> str | None:
    """Return what is uncertain about *date*, and what becomes of it; None where nothing is."""
    if len(days) > 1:
        readings = " or ".join(f"{day.day} {_month(day)} {day.year}" for day in days)
        message = f"`{date.text}` may be {readings}"
    elif date.parsed is not None and date.parsed.two_digit_year:
        message = f"`{date.text}` has a year of two digits, {date.parsed.year % 100:02}"
    else:
        return None
    if date.reading.consequence:
        return f"{message}; {date.reading.consequence}"
    if date.reading.instant is not None and len(days) > 1:
        read = date.reading.instant.astimezone(date.zone)
        message += f"; {date.reader.title} reads {read.day} {_month(read)} {read.year}"
    return message


def _month(day: day_type) -> str:
    return MONTHS[day.month - 1]
