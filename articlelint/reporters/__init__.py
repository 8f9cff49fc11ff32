"""How a report is printed: one module per format, each a pure function from report to lines.

A module of a format has ``render(report, style)``; ``DETAILS``, what it wants to know of
findings (none where it is missing); and ``DOCUMENT``, true where programs read the output,
which is UTF-8 then whatever the terminal speaks.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol

from articlelint.dataclass import dataclass
from articlelint.errors import PluginError
from articlelint.plugins import entry_points
from articlelint.report.places import Detail
from articlelint.reporters.style import Style

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from importlib.metadata import EntryPoint
    from pathlib import Path

    from articlelint.report.report import Report

__all__ = ["ENTRY_POINT_GROUP", "FORMATS", "Detail", "Format", "Reporter", "Style", "load", "names"]

ENTRY_POINT_GROUP = "articlelint.reporters"

FORMATS = {
    "full": "articlelint.reporters.full",
    "concise": "articlelint.reporters.concise",
    "grouped": "articlelint.reporters.grouped",
    "json": "articlelint.reporters.json",
    "json-lines": "articlelint.reporters.json_lines",
    "sarif": "articlelint.reporters.sarif",
    "github": "articlelint.reporters.github",
    "gitlab": "articlelint.reporters.gitlab",
    "junit": "articlelint.reporters.junit",
    "checkstyle": "articlelint.reporters.checkstyle",
    "rdjson": "articlelint.reporters.rdjson",
    "azure": "articlelint.reporters.azure",
    "markdown": "articlelint.reporters.markdown",
    "html": "articlelint.reporters.html",
}
"""The module of each built-in format; imported when it is used."""

FOLDERS = {"parquet": "articlelint.reporters.parquet"}
"""Formats that are no lines but a folder of files, each with the module that writes it."""


class Reporter(Protocol):
    """Turns a report into lines without line endings."""

    def __call__(self, report: Report, style: Style) -> Iterable[str]:
        """Return the lines of *report*."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format that was loaded; see the module's docstring for what it says of itself.

    *write* is what writes reports, one after another, to a folder, where the format is no lines.
    """

    name: str
    render: Reporter
    details: Detail = Detail.NONE
    document: bool = False
    write: Callable[[Iterable[Report], Path], None] | None = None


def names(*, plugins: bool = True) -> tuple[str, ...]:
    """Return the names of all formats, with *plugins* those of installed packages too."""
    return (*FORMATS, *FOLDERS, *(_plugins() if plugins else ()))


def load(name: str, *, plugins: bool = True) -> Format | None:
    """Return the format called *name*, or None where there is none.

    A built-in format comes before a plugin's of the same name. Raises PluginError where a
    plugin cannot be imported or has nothing to call.
    """
    if name in FORMATS:
        return _format(name, import_module(FORMATS[name]))
    if name in FOLDERS:
        return Format(name, _no_lines, write=import_module(FOLDERS[name]).write)
    point = _plugins().get(name) if plugins else None
    if point is None:
        return None
    label = f"plugin `{name}` ({point.value})"
    try:
        value = point.load()
    except Exception as error:
        said = f"{type(error).__name__}: {error}"
        raise PluginError(f"{label} cannot be loaded: {said}") from error
    loaded = _format(name, value)
    if not callable(loaded.render):
        raise PluginError(f"{label} is neither a function nor a module with `render`")
    return loaded


def _no_lines(report: Report, style: Style) -> tuple[str, ...]:
    return ()


def _format(name: str, value: Any) -> Format:
    """Return the format that *value* is: a module, or a function with the same attributes."""
    return Format(
        name,
        getattr(value, "render", value),
        getattr(value, "DETAILS", Detail.NONE),
        getattr(value, "DOCUMENT", False),
    )


def _plugins() -> dict[str, EntryPoint]:
    return {point.name: point for point in entry_points(ENTRY_POINT_GROUP)}
