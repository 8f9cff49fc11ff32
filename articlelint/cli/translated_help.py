"""The help of commands in another language than English, click's own words included."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from articlelint.language import said
from articlelint.reporters.style import folded, width

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_WIDEST_TERM = 30
_LEAST_WIDTH = 10


class Formatter(click.HelpFormatter):
    """Writes what click writes, said in the language that is used, in lines of that many cells."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the line that shows how a command is called."""
        super().write_usage(prog, args, said("Usage: ") if prefix is None else prefix)

    def write_heading(self, heading: str) -> None:
        """Write the title of a list."""
        self.write(f"{'':>{self.current_indent}}{said(f'{heading}:')}\n")

    def write_text(self, text: str) -> None:
        """Write paragraphs, as a docstring has them."""
        indent = " " * self.current_indent
        room = max(self.width - self.current_indent, _LEAST_WIDTH)
        texts = (" ".join(part.split()) for part in text.split("\n\n"))
        parts = ("".join(_lines(each, indent, room)) for each in texts)
        self.write("\n".join(parts))

    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = _WIDEST_TERM, col_spacing: int = 2
    ) -> None:
        """Write terms, each with what it means beside it, or below where it is long."""
        rows = list(rows)
        first = min(max(width(term) for term, _ in rows), col_max) + col_spacing
        room = max(self.width - first - self.current_indent, _LEAST_WIDTH)
        indent = " " * (self.current_indent + first)
        for term, meaning in rows:
            head = f"{'':>{self.current_indent}}{term}"
            lines = "".join(_lines(meaning, indent, room))
            if width(term) > first - col_spacing or not meaning:
                self.write(f"{head}\n{lines if meaning else ''}")
            else:
                self.write(head + lines[width(head) :])


def _lines(text: str, indent: str, room: int) -> Iterator[str]:
    for line in folded(said(text), room, room):
        yield f"{indent}{line}".rstrip() + "\n"


class Context(click.Context):
    """A context whose help is said in the language that is used."""

    formatter_class = Formatter
