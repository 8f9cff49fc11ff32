"""How a report is printed: one module per format, each a pure function from report to lines."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Protocol

from articlelint.reporters.style import Style

if TYPE_CHECKING:
    from collections.abc import Iterable

    from articlelint.report import Report

__all__ = ["FORMATS", "Reporter", "Style", "reporter", "wants_excerpts"]

FORMATS = {
    "full": "articlelint.reporters.full",
    "concise": "articlelint.reporters.concise",
    "json": "articlelint.reporters.json",
}
"""The module of each format, which has a function ``render``; imported when it is used."""

_WITH_EXCERPTS = frozenset({"full"})


class Reporter(Protocol):
    """Turns a report into lines without line endings."""

    def __call__(self, report: Report, style: Style) -> Iterable[str]:
        """Return the lines of *report*."""


def reporter(name: str) -> Reporter:
    """Return the function of the format called *name*, one of FORMATS."""
    render: Reporter = import_module(FORMATS[name]).render
    return render


def wants_excerpts(name: str) -> bool:
    """Tell whether the format shows lines of the article."""
    return name in _WITH_EXCERPTS
