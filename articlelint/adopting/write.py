"""Comments that suppress findings, written into the files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from articlelint.adopting.search import suppress
from articlelint.errors import SourceError
from articlelint.runner.check import article_of
from articlelint.text import source

if TYPE_CHECKING:
    from datetime import datetime

    from articlelint.config import Configs
    from articlelint.report.report import FileReport


@dataclass(frozen=True, slots=True)
class Written:
    """How many comments were written into a file, and how many findings no comment can suppress.

    *problem* tells why none was written.
    """

    comments: int = 0
    left: int = 0
    problem: str | None = None


def add_suppressions(configs: Configs, file: FileReport, reason: str, now: datetime) -> Written:
    """Write comments that suppress the findings of *file*, as it is on the disk."""
    path = file.path
    try:
        data = source.read(path)
        config = configs.for_file(path)
        article = article_of(path, data, config, now)
        if article.source.encoding_guess:
            return Written(problem=f"{path} is {article.source.encoding_guess}; not written")
        suppressed = suppress(
            article,
            config.rules,
            [finding.diagnostic for finding in file.findings],
            reason,
            known=config.known,
        )
        if suppressed.edits:
            # Bytes that are no UTF-8 stand as one character each here, as they do in the article.
            text = suppressed.apply(data.decode("utf-8", errors="surrogateescape"))
            source.write(path, text.encode("utf-8", errors="surrogateescape"), expected=data)
    except SourceError as error:
        return Written(problem=str(error))
    return Written(suppressed.comments, len(suppressed.left))
