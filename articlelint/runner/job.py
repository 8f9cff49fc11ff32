"""What is to be done with the files of a run."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from articlelint.dataclass import dataclass
from articlelint.named_tuple import NamedTuple
from articlelint.report.places import Detail

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

    from articlelint.config import Configs
    from articlelint.diagnostic import Diagnostic
    from articlelint.online import Answers
    from articlelint.text.edit import Applicability


class SiteFindings(NamedTuple):
    """What site rules found in a file, which had these bytes when they were given facts."""

    content: bytes
    diagnostics: Sequence[Diagnostic]


@dataclass(frozen=True, eq=False, repr=False)
class Job:
    """What is to be done with every file; can be sent to another process.

    *fix* is how sure a fix must be to be made (None: none is). With *write*, fixed files
    are written; without, their texts before and after are kept. *excerpts* are the lines
    around findings, for reporters that show them. With *asking*, nothing is looked for but what
    the rules want asked of the network, whose *answers* a later job has; with *facts_of*, for
    nothing but the facts of these site rules. *site_findings* are what these found in files as
    they are, to be fixed with the rest where they still are so. With *traced*, outcomes say what
    they hang on. *file_timeout* is how many seconds of the processor one file may take; see
    ``timed``.
    """

    configs: Configs
    now: datetime
    fix: Applicability | None = None
    write: bool = True
    details: Detail = Detail.NONE
    asking: bool = False
    answers: Answers | None = None
    facts_of: frozenset[str] | None = None
    site_findings: Mapping[Path, SiteFindings] = field(default_factory=dict)
    file_timeout: float | None = None
    traced: bool = False
