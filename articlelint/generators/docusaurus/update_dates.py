"""Docusaurus's ``last_update``: a YAML date, or ``new Date`` of a string as it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.dates.model import Form
from articlelint.dates.readers.reader import Answer, Written, at, offset_by
from articlelint.generators.docusaurus.dates import Docusaurus, from_yaml

if TYPE_CHECKING:
    from datetime import tzinfo

    from articlelint.dates.model import Outcome


class DocusaurusUpdate(Docusaurus):
    """Documented: what ``Date.parse`` takes, such as ``1/1/2000``."""

    sources = (
        "https://docusaurus.io/docs/api/plugins/@docusaurus/plugin-content-docs#markdown-front-matter",
        "utils 3, src/lastUpdateUtils.ts, readLastUpdateData",
    )
    documented_forms = Docusaurus.documented_forms | {Form.NUMERIC}
    default_zone = None

    def answer(self, written: Written, outcome: Outcome, zone: tzinfo | None) -> Answer | None:
        """Follow gray-matter and ``new Date``, to which no zone is the machine's."""
        if answer := from_yaml(written):
            return answer
        from articlelint.dates.readers.javascript import script_date

        date = script_date(written.text)
        if date is None:
            return None
        return at(date.local, None) if date.offset is None else offset_by(date.local, date.offset)
