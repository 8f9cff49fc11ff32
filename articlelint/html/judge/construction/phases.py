"""All insertion modes by html5lib's names: its own where they still hold, ours where not."""

from __future__ import annotations

from typing import Any, Final

from articlelint.html.judge.construction import body, others, parts, tables

PHASES: Final[dict[str, Any]] = parts.PHASES | {
    "inHead": others.InHead,
    "afterHead": others.AfterHead,
    "inBody": body.InBody,
    "inTable": tables.InTable,
    "inTableText": tables.InTableText,
    "inCaption": tables.InCaption,
    "inColumnGroup": tables.InColumnGroup,
    "inTableBody": tables.InTableBody,
    "inRow": tables.InRow,
    "inTemplate": others.InTemplate,
    "inForeignContent": others.InForeignContent,
}
