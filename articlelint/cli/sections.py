"""The help of ``check``, whose many options are listed by what they are for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterator

_SECTIONS = {
    "Fixes": ("fix", "unsafe_fixes", "fix_only", "diff", "exit_non_zero_on_fix"),
    "Rules and configuration": (
        "select",
        "extend_select",
        "ignore",
        "config",
        "isolated",
        "online",
        "now",
    ),
    "Known findings": (
        "baseline",
        "no_baseline",
        "write_baseline",
        "prune_baseline",
        "add_suppressions",
    ),
    "Output": (
        "output_formats",
        "output_file",
        "severity",
        "limit",
        "every_place",
        "statistics",
        "quiet",
        "verbose",
        "color",
        "language",
    ),
    "Exit code": ("fail_on", "exit_zero"),
    "Files": ("stdin_filename", "force_exclude", "watch", "show_files", "show_settings"),
    "Speed": ("jobs", "file_timeout", "no_cache", "cache_dir", "profile_rules"),
    "Tables and stores": (
        "tables",
        "path_column",
        "text_column",
        "front_matter_column",
        "body_column",
        "root",
        "engine",
    ),
}
"""Titles, and the names of options, in the order in which they are listed."""
_REST = "Help"


class Sectioned(click.Command):
    """A command whose help has sections."""

    def sections(self, ctx: click.Context) -> Iterator[tuple[str, list[click.Option]]]:
        """Yield the title of each section, and its options."""
        options = {
            each.name: each for each in self.get_params(ctx) if isinstance(each, click.Option)
        }
        for title, names in _SECTIONS.items():
            yield title, [options.pop(name) for name in names if name in options]
        yield _REST, list(options.values())

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the sections."""
        for title, options in self.sections(ctx):
            rows = [row for each in options if (row := each.get_help_record(ctx))]
            if rows:
                with formatter.section(title):
                    formatter.write_dl(rows)
