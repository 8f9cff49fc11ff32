"""Names of findings that stay the same while lines move."""

from __future__ import annotations

from collections import Counter
from hashlib import blake2b
from typing import TYPE_CHECKING

from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint.report.finding import Finding
    from articlelint.report.report import FileReport

_SPACE = regex(r"\s+")
_LINE = regex(r"\bline \d+")


def fingerprints(file: FileReport, path: str) -> Iterator[tuple[Finding, str]]:
    """Yield each finding of *file*, at *path*, with its fingerprint, 32 hexadecimal digits.

    It is made of path, rule, message and the text of the line, white space folded; findings
    that agree in all of these are numbered in their order. Wants excerpts.
    """
    seen: Counter[str] = Counter()
    for finding in file.findings:
        item, excerpts = finding.diagnostic, finding.place.excerpts
        message = _LINE.sub("line", item.message)
        line = _SPACE.sub(" ", excerpts[0].text).strip() if excerpts else ""
        key = f"{path}\0{item.rule}\0{message}\0{line}"
        seen[key] += 1
        data = f"{key}\0{seen[key]}".encode(errors="surrogatepass")
        yield finding, blake2b(data, digest_size=16).hexdigest()
