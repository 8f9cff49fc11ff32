"""Dates of three numbers: the orders in which they can be read, and the one that a site keeps."""

import re
from collections.abc import Mapping, Sequence
from datetime import date as day_type
from typing import NamedTuple

from articlelint import Diagnostic, Edit, regex

NUMBERS = regex(r"\s*(\d+)(\D)(\d+)\D(\d+)")
_ORDERS = {"day-first": (2, 1, 0), "month-first": (2, 0, 1), "year-first": (0, 1, 2)}
"""Which of the three numbers are year, month and day."""


class NumericDate(NamedTuple):
    """A date of three numbers, and the orders in which it can be read.

    *custom* tells who writes dates alike: a site, with one mark, with so many digits in the last
    number. *found* is None where nothing is wrong with the date; *edits* make one order of it.
    """

    custom: tuple[str, str, int] | None
    text: str
    orders: Sequence[str]
    found: Diagnostic | None = None
    edits: Mapping[str, Edit] = {}


def readings_of(match: re.Match[str], days: Sequence[day_type]) -> dict[str, day_type]:
    """Return the one of *days* that each order makes of the numbers, as far as one does."""
    numbers = [*map(int, match.group(1, 3, 4))]
    readings = {}
    for order, places in _ORDERS.items():
        year, month, day = (numbers[place] for place in places)
        for each in days:
            if year in {each.year, each.year % 100} and (month, day) == (each.month, each.day):
                readings[order] = each
    return readings


def settled(group: Sequence[NumericDate]) -> tuple[str, list[str]]:
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
