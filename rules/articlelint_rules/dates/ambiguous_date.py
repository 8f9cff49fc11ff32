import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date as day_type
from typing import Literal, NamedTuple

from articlelint import (
    MONTHS,
    UNSAFE,
    WARNING,
    Article,
    ArticleDate,
    Diagnostic,
    Edit,
    Facts,
    FindingsByPath,
    Fix,
    Form,
    SiteRule,
    regex,
)

_NUMBERS = regex(r"\s*(\d+)(\D)(\d+)\D(\d+)")
_ORDERS = {"day-first": (2, 1, 0), "month-first": (2, 0, 1), "year-first": (0, 1, 2)}
"""Which of the three numbers are year, month and day."""


class _Numeric(NamedTuple):
    """A date of three numbers, and the orders in which it can be read.

    *custom* tells who writes dates alike: a site, with one mark, with so many digits in the last
    number. *found* is None where nothing is wrong with the date; *edits* make one order of it.
    """

    custom: tuple[str, str, int] | None
    text: str
    orders: Sequence[str]
    found: Diagnostic | None = None
    edits: Mapping[str, Edit] = {}


class AmbiguousDate(SiteRule):
    """A date can be read as different days."""

    name = "dates/ambiguous-date"
    severity = WARNING
    fixable = UNSAFE

    order: Literal["unknown", "day-first", "month-first", "year-first"] = "unknown"
    """The order of dates with a year of two digits, or last; "unknown": as the site's others."""

    def facts(self, article: Article) -> Iterator[_Numeric]:
        for date in article.dates:
            if not date.is_readable or date.of_file_name:
                continue
            parsed = date.parsed
            match = _NUMBERS.match(date.text) if parsed.form is Form.NUMERIC else None
            if parsed.form is not Form.NUMERIC and not parsed.two_digit_year:
                continue
            days = (parsed.day_only, *parsed.alternatives)
            readings = _readings(match, days) if match else {}
            site = str(article.site.root or article.path)
            custom = (site, match[2], len(match[4])) if match else None
            message = _message(date, days)
            if message is None:
                yield _Numeric(custom, date.text, [*readings])
                continue
            hint = f"Write the date like {date.reader.documented}"
            found = self.diagnostic(date.text_span, message, hint=hint)
            written = {order: date.canonical_of(day) for order, day in readings.items()}
            edits = {order: Edit(date.span, text) for order, text in written.items() if text}
            yield _Numeric(custom, date.text, [*readings], found, edits)

    def check_site(self, facts: Facts[_Numeric]) -> FindingsByPath:
        for group in self.grouped(facts, lambda fact: fact.custom):
            order, deciding = _settled([fact for _, fact in group])
            for path, fact in group:
                found = fact.found
                if found is None:
                    continue
                if self.order != "unknown":
                    found = replace(found, fix=_fix(fact, self.order))
                elif len(deciding) > 1:
                    one, other = deciding
                    hint = f"{found.hint}; the site has both `{one}` and `{other}`"
                    found = replace(found, hint=hint)
                elif deciding != [fact.text]:
                    other = f"`{deciding[0]}`" if deciding else "the site's other dates"
                    found = replace(found, fix=_fix(fact, order, f" as in {other}"))
                yield path, found


def _readings(match: re.Match[str], days: Sequence[day_type]) -> dict[str, day_type]:
    """Return the one of *days* that each order makes of the numbers, as far as one does."""
    numbers = [*map(int, match.group(1, 3, 4))]
    readings = {}
    for order, places in _ORDERS.items():
        year, month, day = (numbers[place] for place in places)
        for each in days:
            if year in {each.year, each.year % 100} and (month, day) == (each.month, each.day):
                readings[order] = each
    return readings


def _settled(group: Sequence[_Numeric]) -> tuple[str, list[str]]:
    """Return the only order in which all dates of a custom can be read, else "unknown".

    And a date that alone decides it, or two that contradict each other.
    """
    orders = [order for order in _ORDERS if all(order in fact.orders for fact in group)]
    texts = [
        min(fact.text for fact in group if [*fact.orders] == [order])
        for order in _ORDERS
        if any([*fact.orders] == [order] for fact in group)
    ]
    return (orders[0], texts) if len(orders) == 1 else ("unknown", texts[:2])


def _fix(fact: _Numeric, order: str, example: str = "") -> Fix | None:
    edit = fact.edits.get(order)
    if edit is None:
        return None
    why = f", the {order.partition('-')[0]} first{example}" if example else ""
    return Fix.unsafe(f"Write `{edit.replacement}`{why}", edit)


def _message(date: ArticleDate, days: Sequence[day_type]) -> str | None:
    """Return what is uncertain about *date*, and what becomes of it; None where nothing is."""
    if len(days) > 1:
        message = f"`{date.text}` may be {' or '.join(map(_shown, days))}"
    elif date.parsed.two_digit_year:
        message = f"`{date.text}` has a year of two digits, {date.parsed.year % 100:02}"
    else:
        return None
    if date.reading.consequence:
        return f"{message}; {date.reading.consequence}"
    if date.reading.instant is not None and len(days) > 1:
        read = date.reading.instant.astimezone(date.zone)
        message += f"; {date.reader.title} reads {_shown(read)}"
    return message


def _shown(day: day_type) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
