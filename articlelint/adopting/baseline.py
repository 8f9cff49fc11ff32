"""Findings that were there before: a file of them, so that only new ones count.

The file (JSON) has for each article and rule a list of marks, one a finding: short hashes of
the message and the line's text. Their number decides: as many findings of a rule in an article
as there are marks are known. The marks decide only *which* are, where there are more findings
than marks; so the file survives moved lines and new wording.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from typing import TYPE_CHECKING

from articlelint.errors import ConfigError
from articlelint.text.files import read_bytes
from articlelint.text.files import replace as put
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping
    from pathlib import Path
    from typing import TypeGuard

    from articlelint.report.finding import Finding
    from articlelint.report.report import FileReport, Report

VERSION = 1

_SPACE = regex(r"\s+")
_NUMBER = regex(r"\b(line|lines) \d+")

Known = dict[str, dict[str, list[str]]]
"""The marks by rule, by path; paths are relative to the file's folder, with slashes."""


@dataclass(frozen=True)
class Stale:
    """An entry that knows *surplus* findings more than there are; *gone*: the file is not there."""

    path: str
    rule: str
    surplus: int
    gone: bool = False

    def __str__(self) -> str:
        if self.gone:
            return f"{self.path} is gone"
        return f"{self.path}: {self.surplus} fewer of {self.rule} than it lists"


@dataclass(frozen=True)
class Compared:
    """What became of a report: *report* has the new findings only, *known* counts the others.

    *kept* are the marks that still have a finding, by which a baseline is pruned.
    """

    report: Report
    known: int
    stale: tuple[Stale, ...]
    kept: Known


@dataclass(frozen=True)
class Baseline:
    """The known findings that the file at *path* lists."""

    path: Path
    known: Known = field(default_factory=dict)

    @classmethod
    def read(cls, path: Path) -> Baseline:
        """Return the baseline at *path*; raises ConfigError where it is none."""
        try:
            document = json.loads(read_bytes(path))
        except OSError as error:
            said = f"cannot read the baseline {path}: {error.strerror}; --write-baseline writes one"
            raise ConfigError(said) from error
        except (ValueError, RecursionError) as error:
            raise ConfigError(f"the baseline {path} is not JSON: {error}") from error
        if not isinstance(document, dict) or document.get("version") != VERSION:
            raise ConfigError(f"{path} is not a baseline of version {VERSION}")
        known = document.get("findings")
        if not _is_known(known):
            raise ConfigError(f"the baseline {path} is damaged; --write-baseline rewrites it")
        return cls(path, known)

    def key(self, path: Path) -> str:
        """Return the name of the article at *path* in this baseline."""
        relative = os.path.relpath(os.path.abspath(path), os.path.abspath(self.path.parent))
        return relative.replace(os.sep, "/")

    def compare(
        self, report: Report, checked: Iterable[Path], ran: Callable[[Path], Collection[str]]
    ) -> Compared:
        """Take what is known out of *report*.

        *checked* are all articles of the run, and *ran* returns the rules that ran on one:
        what was not looked for is not called stale. Findings have to come with excerpts.
        """
        by_path = {file.path: file for file in report.files}
        stale: list[Stale] = []
        kept = dict(self.known)
        fresh: dict[Path, FileReport] = {}
        total = 0
        seen = set()
        for path in checked:
            key = self.key(path)
            seen.add(key)
            marks = self.known.get(key)
            file = by_path.get(path)
            if marks is None or (file is not None and (file.problem or file.crashes)):
                continue
            new, matched = _match(file.findings if file else (), marks)
            if file is not None:
                fresh[path] = replace(file, findings=new)
                total += len(file.findings) - len(new)
            looked = set(ran(path))
            kept[key] = {}
            for rule, known in marks.items():
                surplus = len(known) - len(matched.get(rule, ()))
                if rule not in looked:
                    kept[key][rule] = known
                    continue
                if surplus:
                    stale.append(Stale(key, rule, surplus))
                if rule in matched:
                    kept[key][rule] = matched[rule]
        for key, rules in self.known.items():
            if key not in seen and not os.path.lexists(self.path.parent / key):
                stale += (Stale(key, rule, len(marks), gone=True) for rule, marks in rules.items())
                kept[key] = {}
        files = tuple(fresh.get(file.path, file) for file in report.files)
        return Compared(replace(report, files=files), total, tuple(stale), kept)

    def updated(
        self, report: Report, checked: Iterable[Path], ran: Callable[[Path], Collection[str]]
    ) -> Baseline:
        """Return the baseline that knows all of *report*.

        What it says of articles and rules that were not looked at stays, unless the article
        is gone.
        """
        known = {
            key: rules
            for key, rules in self.known.items()
            if os.path.lexists(self.path.parent / key)
        }
        by_path = {file.path: file for file in report.files}
        for path in checked:
            file = by_path.get(path)
            if file is not None and (file.problem or file.crashes):
                continue
            key, looked = self.key(path), set(ran(path))
            rules = {
                rule: marks for rule, marks in known.get(key, {}).items() if rule not in looked
            }
            for finding in file.findings if file else ():
                rules.setdefault(finding.diagnostic.rule, []).append(mark(finding))
            known[key] = rules
        return replace(self, known=known)

    def write(self) -> None:
        """Write the file, one line a rule, sorted; raises ConfigError where that fails."""
        known = {
            path: {rule: sorted(marks) for rule, marks in sorted(rules.items()) if marks}
            for path, rules in sorted(self.known.items())
        }
        lines = [f'{{\n"version": {VERSION},\n"findings": {{']
        entries = [(path, rules) for path, rules in known.items() if rules]
        for index, (path, rules) in enumerate(entries):
            said = ",\n".join(f" {_dump(rule)}: {_dump(marks)}" for rule, marks in rules.items())
            comma = "," if index + 1 < len(entries) else ""
            lines.append(f"{_dump(path)}: {{\n{said}\n}}{comma}")
        lines.append("}\n}\n")
        text = "\n".join(lines)
        try:
            put(self.path, text.encode("utf-8"))
        except OSError as error:
            raise ConfigError(f"cannot write {self.path}: {error.strerror}") from error

    @property
    def size(self) -> int:
        """Return how many findings are known."""
        return sum(len(marks) for rules in self.known.values() for marks in rules.values())


def _dump(value: object) -> str:
    return json.dumps(value)


def mark(finding: Finding) -> str:
    """Return the mark of *finding*, which has to come with excerpts."""
    excerpts = finding.place.excerpts
    line = _SPACE.sub(" ", excerpts[0].text).strip() if excerpts else ""
    message = _NUMBER.sub(r"\1", finding.diagnostic.message)
    return blake2b(f"{message}\0{line}".encode(errors="surrogatepass"), digest_size=4).hexdigest()


def _match(
    findings: Iterable[Finding], known: Mapping[str, list[str]]
) -> tuple[tuple[Finding, ...], dict[str, list[str]]]:
    """Return the findings that are not *known*, and the marks of those that are.

    Marks that agree come first; then, as long as there are marks left, any finding of the
    same rule is known.
    """
    left = {rule: Counter(marks) for rule, marks in known.items()}
    budget = {rule: len(marks) for rule, marks in known.items()}
    kept: dict[str, list[str]] = {}
    strangers: list[tuple[Finding, str]] = []
    for finding in findings:
        rule = finding.diagnostic.rule
        own = mark(finding) if rule in left else ""
        if own and left[rule][own]:
            left[rule][own] -= 1
            budget[rule] -= 1
            kept.setdefault(rule, []).append(own)
        else:
            strangers.append((finding, own))
    new = []
    for finding, own in strangers:
        rule = finding.diagnostic.rule
        if budget.get(rule):
            budget[rule] -= 1
            kept.setdefault(rule, []).append(own)
        else:
            new.append(finding)
    return tuple(new), kept


def _is_known(value: object) -> TypeGuard[Known]:
    return isinstance(value, dict) and all(
        isinstance(rules, dict)
        and all(
            isinstance(marks, list) and all(isinstance(each, str) for each in marks)
            for marks in rules.values()
        )
        for rules in value.values()
    )
