from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date as day_type
from pathlib import Path
from typing import Literal

from articlelint import (
    MONTHS,
    UNSAFE,
    WARNING,
    Article,
    ArticleDate,
    Edit,
    Facts,
    FindingsByPath,
    Fix,
    Form,
    SiteRule,
)
from articlelint_rules.dates._numeric import NUMBERS, NumericDate, readings_of, settled


class AmbiguousDate(SiteRule):
    """A date can be read as different days."""

    name = "dates/ambiguous-date"
    severity = WARNING
    fixable = UNSAFE

    order: Literal["unknown", "day-first", "month-first", "year-first"] = "unknown"
    """The order of dates that end in the year or have a two-digit year; "unknown" follows the
    site's other dates."""

    def facts(self, article: Article) -> Iterator[NumericDate]:
        named = {each.parsed.day_only for each in article.dates if _names_day(each)}
        for date in article.dates:
            if not date.is_readable or date.of_file_name:
                continue
            parsed = date.parsed
            match = NUMBERS.match(date.text) if parsed.form is Form.NUMERIC else None
            if parsed.form is not Form.NUMERIC and not parsed.two_digit_year:
                continue
            days = (parsed.day_only, *parsed.alternatives)
            if not named.isdisjoint(days):
                continue
            readings = readings_of(match, days) if match else {}
            site = str(article.site.root or article.path)
            custom = (site, match[2], len(match[4])) if match else None
            message = _message(date, days)
            if message is None:
                yield NumericDate(custom, date.text, [*readings])
                continue
            hint = f"Write the date like {date.reader.documented}"
            found = self.diagnostic(date.text_span, message, hint=hint)
            written = {order: date.canonical_of(day) for order, day in readings.items()}
            edits = {order: Edit(date.span, text) for order, text in written.items() if text}
            yield NumericDate(custom, date.text, [*readings], found, edits)

    def key(self, fact: NumericDate) -> tuple[str, str, int] | None:
        return fact.custom

    def may_find(self, fact: NumericDate) -> bool:
        return fact.found is not None

    def combine(self, facts: Facts[NumericDate]) -> Facts[NumericDate]:
        fine: dict[tuple[str, ...], tuple[Path, NumericDate]] = {}
        for path, fact in facts:
            orders = tuple(fact.orders)
            if fact.found is None and (orders not in fine or fact.text < fine[orders][1].text):
                fine[orders] = path, fact  # what is fine decides about the others
        return [*fine.values(), *(each for each in facts if each[1].found is not None)]

    def check_site(self, facts: Facts[NumericDate]) -> FindingsByPath:
        order, deciding = settled([fact for _, fact in facts])
        for path, fact in facts:
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


def _fix(fact: NumericDate, order: str, example: str = "") -> Fix | None:
    edit = fact.edits.get(order)
    if edit is None:
        return None
    why = f", the {order.partition('-')[0]} first{example}" if example else ""
    return Fix.unsafe(f"Write `{edit.replacement}`{why}", edit)


def _names_day(date: ArticleDate) -> bool:
    """Tell whether it is the day in the file's name, which settles what the others mean."""
    return date.is_readable and date.of_file_name


def _message(date: ArticleDate, days: Sequence[day_type]) -> str | None:
    """Return what is uncertain about *date*, and what becomes of it; None where nothing is."""
    if len(days) > 1:
        message = f"`{date.text}` may be {' or '.join(map(_shown, days))}"
    elif date.parsed.two_digit_year:
        message = f"`{date.text}` has a two-digit year, {date.parsed.year % 100:02}"
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
