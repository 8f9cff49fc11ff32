"""Docusaurus: a YAML date, or ``new Date`` of a string, to which the blog adds a "Z"."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, ClassVar

from articlelint.dates.formats import iso
from articlelint.dates.model import Form
from articlelint.dates.readers.reader import Answer, Reader, Written, at, offset_by, plain
from articlelint.dates.readers.yaml_timestamp import is_timestamp, timestamp
from articlelint.generators.hexo.dates import NUMBER, epoch_milliseconds

if TYPE_CHECKING:
    from datetime import tzinfo

    from articlelint.dates.model import Outcome, ParsedDate


class Docusaurus(Reader):
    """Documented: ``2021-09-13``, ``2021-09-13T18:00``, and what JavaScript reads."""

    title = "Docusaurus"
    sources: ClassVar[tuple[str, ...]] = (
        "https://docusaurus.io/docs/api/plugins/@docusaurus/plugin-content-blog#markdown-front-matter",
        "plugin-content-blog 3, src/blogUtils.ts, getDate; src/frontMatter.ts",
        "@11ty/gray-matter with js-yaml 4 (before 3.10: js-yaml 3), lib/type/timestamp.js",
    )
    documented = "`2022-02-02` or, without quotes, `2022-02-02T14:07:16Z`"
    documented_forms = frozenset({Form.ISO, Form.SLASHES, Form.MONTH_NAME})
    failure = "the build stops"

    def is_plain(self, date: ParsedDate, written: Written) -> bool:
        """Take YAML's own timestamps."""
        return written.plain_yaml and is_timestamp(date, written.text)

    def answer(self, written: Written, outcome: Outcome, zone: tzinfo | None) -> Answer | None:
        """Follow gray-matter, the schema, and the blog's ``new Date(`${date}Z`)``."""
        if answer := from_yaml(written):
            return answer
        text = written.text
        from articlelint.dates.readers.javascript import script_date

        if script_date(text) is None:
            return None
        date = script_date(f"{text}Z")
        if date is None:
            return None
        return at(date.local, None) if date.offset is None else offset_by(date.local, date.offset)

    def canonical(self, date: ParsedDate, written: Written, zone: tzinfo | None) -> str | None:
        """Return ISO 8601 without quotes."""
        return plain(iso(date, seconds=True), written)


def from_yaml(written: Written) -> Answer | None:
    """Return the moment of a timestamp or number of YAML; None for what is a string to it."""
    if not written.plain_yaml:
        return None
    stamp = timestamp(written.text)
    if stamp is not None:
        return offset_by(stamp.local, stamp.offset or timedelta(0))
    return epoch_milliseconds(written.text) if NUMBER.fullmatch(written.text) else None
