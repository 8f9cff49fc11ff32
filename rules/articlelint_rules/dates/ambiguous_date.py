"""dates/ambiguous-date."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from articlelint import Applicability, Edit, Fix, Rule, Severity
from articlelint.dates import MONTHS, Origin

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date as day_type

    from articlelint import Article, Diagnostic
    from articlelint.dates import ArticleDate


class AmbiguousDate(Rule):
    """A date can be read as different days."""

    name = "dates/ambiguous-date"
    severity = Severity.WARNING
    fixable = Applicability.UNSAFE

    order: Literal["unknown", "day-first", "month-first", "year-first"] = "unknown"

    def check(self, article: Article) -> Iterator[Diagnostic]:
        """Yield a diagnostic for each date with several readings, or a year of two digits."""
        for date in article.dates:
            parsed = date.parsed
            if parsed is None or date.origin is Origin.FILE_NAME:
                continue
            days = (parsed.day_only, *parsed.alternatives)
            if parsed.alternatives:
                readings = " or ".join(f"{day.day} {_month(day)} {day.year}" for day in days)
                message = f"`{date.text}` may be {readings}"
            elif parsed.two_digit_year:
                message = f"`{date.text}` has a year of two digits, {parsed.year % 100:02}"
            else:
                continue
            if date.reading.consequence:
                message += f"; {date.reading.consequence}"
            elif date.reading.instant is not None and parsed.alternatives:
                read = date.reading.instant.astimezone(date.zone)
                message += f"; {date.reader.title} reads {read.day} {_month(read)} {read.year}"
            yield self.diagnostic(
                date.text_span,
                message,
                hint=f"Write the date like {date.reader.documented}",
                fix=self._fix(date, days),
            )

    def _fix(self, date: ArticleDate, days: tuple[day_type, ...]) -> Fix | None:
        """Return the fix by the order of the option, where that leaves one reading."""
        parsed = date.parsed
        if parsed is None or self.order == "unknown":
            return None
        numbers = [int(part) for part in _parts(date.text)]
        wanted = {"day-first": (2, 1, 0), "month-first": (2, 0, 1), "year-first": (0, 1, 2)}
        year, month, day = (numbers[i] for i in wanted[self.order])
        for each in days:
            if (each.year % 100, each.month, each.day) == (year % 100, month, day):
                right = date.canonical_of(each)
                return Fix.unsafe(f"Write `{right}`", Edit(date.span, right)) if right else None
        return None


def _month(day: day_type) -> str:
    return MONTHS[day.month - 1]


def _parts(text: str) -> list[str]:
    """Return the three numbers that a numeric date begins with."""
    numbers: list[str] = [""]
    for character in text.strip():
        if character.isdecimal():
            numbers[-1] += character
        elif len(numbers) == 3:
            break
        else:
            numbers.append("")
    return [*numbers, "0", "0"][:3] if all(numbers) else ["0", "0", "0"]
