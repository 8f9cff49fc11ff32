"""MkDocs with Material's blog: a YAML date without quotes, read by PyYAML."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING

from articlelint.dates.formats import iso
from articlelint.dates.model import ParsedDate
from articlelint.dates.readers.reader import (
    Answer,
    Reader,
    Reading,
    Written,
    as_understood,
    plain,
)
from articlelint.dates.readers.yaml_timestamp import is_timestamp, timestamp

if TYPE_CHECKING:
    from datetime import tzinfo

    from articlelint.dates.model import Outcome


class MkDocs(Reader):
    """Documented: ``date: 2023-01-31``, and ``created``, ``updated`` below ``date``.

    Of posts of the blog plugin; in a page of another kind a date is any text.
    """

    title = "Material for MkDocs"
    sources = (
        "https://squidfunk.github.io/mkdocs-material/plugins/blog/#meta.date",
        "mkdocs-material, material/plugins/blog/structure/options.py, PostDate",
        "PyYAML, lib/yaml/resolver.py and constructor.py, construct_yaml_timestamp",
    )
    documented = "`2022-02-02` or `2022-02-02T14:07:16`, without quotes"
    failure = "the blog plugin stops the build"

    def is_plain(self, date: ParsedDate, written: Written) -> bool:
        """Take YAML's own timestamps."""
        return not written.quoted and is_timestamp(date, written.text)

    def why_plain(self, reading: Reading) -> str:
        """Say what becomes of the page."""
        return "Material's blog plugin does not read text as a date, and stops the build"

    def answer(self, written: Written, outcome: Outcome, zone: tzinfo | None) -> Answer | None:
        """Take what PyYAML makes a date of; it refuses numbers that no calendar has."""
        if written.quoted or timestamp(written.text) is None:
            return None
        if not isinstance(outcome, ParsedDate) or outcome.hour == 24 or outcome.second == 60:
            return None
        return as_understood(outcome, UTC)

    def canonical(self, date: ParsedDate, written: Written, zone: tzinfo | None) -> str | None:
        """Return ISO 8601, where a day is written."""
        return plain(iso(date, seconds=True), written) if date.day else None
