"""MkDocs with Material's blog: a YAML date without quotes, read by PyYAML."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING

from articlelint.dates.formats import iso
from articlelint.dates.model import Form, ParsedDate
from articlelint.dates.readers.base import Answer, Reader, Written, as_understood, plain

if TYPE_CHECKING:
    from datetime import tzinfo

    from articlelint.dates.model import Outcome


class MkDocs(Reader):
    """Documented: ``date: 2023-01-31``, and ``created``, ``updated`` below ``date``.

    Without the blog plugin a date is any text, which is why a date in quotes passes.
    """

    title = "Material for MkDocs"
    sources = (
        "https://squidfunk.github.io/mkdocs-material/plugins/blog/#meta.date",
        "mkdocs-material, material/plugins/blog/structure/options.py, PostDate",
    )
    documented = "`2022-02-02` or `2022-02-02T14:07:16`, without quotes"
    failure = "the blog plugin stops the build"

    def is_plain(self, date: ParsedDate, written: Written) -> bool:
        """Take every one."""
        return not written.quoted

    def answer(self, written: Written, outcome: Outcome, zone: tzinfo | None) -> Answer | None:
        """Take what PyYAML makes a date of."""
        if not isinstance(outcome, ParsedDate) or outcome.form is not Form.ISO:
            return None
        return as_understood(outcome, UTC)

    def canonical(self, date: ParsedDate, written: Written, zone: tzinfo | None) -> str | None:
        """Return ISO 8601."""
        return plain(iso(date, seconds=True), written)
