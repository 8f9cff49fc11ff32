"""Articles that are checked again and again while they are written, beside the rest of their site.

What other articles say is read once, and again when their files change: a check of one article
then looks at nothing but that one.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from articlelint.article import SYNTAXES
from articlelint.config import Configs
from articlelint.errors import ArticlelintError
from articlelint.named_tuple import NamedTuple
from articlelint.report.report import FileReport
from articlelint.runner.check import Outcome, article_of, check_bytes, with_site_findings
from articlelint.runner.compare import compare
from articlelint.runner.discovery import discover, is_ignored, would_find
from articlelint.runner.forgetting import forget_files
from articlelint.runner.ground import MEDIA
from articlelint.runner.job import Job
from articlelint.runner.site_fixes import fixing_rules, foresee
from articlelint.text.edit import SAFE
from articlelint.text.files import read_bytes

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence
    from pathlib import Path

    from articlelint.article import Article
    from articlelint.diagnostic import Diagnostic
    from articlelint.linting.linter import Crash
    from articlelint.text.edit import Applicability

_OF_NOTHING: Final = b""
_MOST_CHANGED: Final = 200
"""Files; where more have changed at once, another revision was checked out, say."""


class _Compared(NamedTuple):
    """What site rules found in an article when it had these *facts*, and others what they had."""

    facts: object
    others: int
    diagnostics: Sequence[Diagnostic]
    crashes: tuple[Crash, ...]


class Session:
    """Checks texts as articles at absolute paths, and remembers what it has seen, for an editor.

    *config* is the configuration, which is read again when it changes. Call ``changed`` when files
    change on disk.
    """

    def __init__(self, config: Configs | None = None) -> None:
        self.configs = config or Configs()
        self._facts: dict[Path, Outcome] = {}
        self._fronts: dict[Path, bytes] = {}
        self._written: set[Path] = set()
        self._surveyed: set[Path] = set()
        self._compared: dict[Path, _Compared] = {}
        self._others = 0

    def check(self, path: Path, text: str) -> FileReport:
        """Return the findings for *text*, compared with the known articles.

        From now on the article is *text*, not what is on the disk; see ``close``. Raises
        ConfigError and PluginError.
        """
        data = text.encode()
        job = self._job()
        outcome = check_bytes(job, path, data)[0]
        self._written.add(path)
        self._learn(path, outcome)
        return self._beside_others(job, path, outcome, data)

    def fix(self, path: Path, text: str, wanted: Applicability = SAFE) -> str:
        """Return *text* with all fixes made that are at least as safe as *wanted*."""
        data = text.encode()
        job = replace(self._job(), fix=wanted)
        names = fixing_rules(job, [path])
        if names:
            facts = check_bytes(replace(job, fix=None, facts_of=names), path, data)[0]
            job = foresee(job, [facts], self._others_of(path, facts))
        fixed = check_bytes(job, path, data)[1]
        return text if fixed is None else fixed

    def article(self, path: Path, text: str) -> Article:
        """Return *text* as the article at *path*."""
        return article_of(path, text.encode(), self.configs.for_file(path), datetime.now(UTC))

    def close(self, path: Path) -> None:
        """Use the text on disk for the article at *path* again."""
        self._written.discard(path)
        self._compared.pop(path, None)
        if would_find(path, self.configs):
            self._read(path)

    def check_files(self, paths: Iterable[Path]) -> Iterator[Path | FileReport]:
        """Yield each of *paths* when it has been checked, then the report of each.

        Articles that are open in the editor are left out.
        """
        job = self._job()
        done: list[tuple[Outcome, bytes]] = []
        for path in paths:
            if path not in self._written:
                try:
                    data = read_bytes(path)
                except OSError:  # gone in the meantime
                    continue
                outcome = check_bytes(job, path, data)[0]
                self._learn(path, outcome)
                done.append((outcome, data))
            yield path
        outcomes = [outcome for outcome, _ in done]
        ours = {outcome.report.path for outcome in outcomes}
        others = [each for path, each in self._facts.items() if path not in ours]
        found, crashes = compare(job, outcomes, others)
        for outcome, data in done:
            diagnostics = found.get(outcome.report.path, ())
            if diagnostics or outcome.has_suppressions:
                outcome = with_site_findings(job, outcome, diagnostics, data)  # noqa: PLW2901
            yield replace(outcome.report, crashes=(*outcome.report.crashes, *crashes))

    def survey(self, path: Path) -> Iterator[Path]:
        """Read the unknown articles of the site of *path*; yield each one after reading it."""
        root = self.configs.for_file(path).site.root
        if root is None or root in self._surveyed:
            return
        self._surveyed.add(root)
        for found in discover([str(root)], self.configs).files:
            other = found.absolute()
            if other not in self._facts:
                self._read(other)
                yield other

    def changed(self, paths: Collection[Path]) -> bool:
        """Tell the session that files were changed, created or deleted.

        Tell whether the sites have to be surveyed again: settings may have changed, or a program.
        """
        try:
            forgets, renews = self._weigh(paths)
        except ArticlelintError:  # of a configuration that is broken as yet
            forgets = renews = True
        if renews:
            self._facts.clear()
            self._fronts.clear()
            self._surveyed.clear()
            self._others += 1
        if forgets or renews:
            forget_files()
            self.configs = replace(self.configs)
            self._compared.clear()
        return renews

    def _weigh(self, paths: Collection[Path]) -> tuple[bool, bool]:
        """Tell whether what was read is to be forgotten, and whether articles are to be read again.

        Articles among *paths* are read here. Where there are many, somebody else has been at work.
        """
        if len(paths) > _MOST_CHANGED:
            return True, True
        forgets = False
        for path in paths:
            if is_ignored(path):
                continue
            if path.name.lower().endswith(MEDIA):
                forgets = True
            elif path.suffix.lower() not in SYNTAXES or not would_find(path, self.configs):
                return True, True
            else:
                before = self._fronts.get(path)
                self._read(path)
                forgets = forgets or self._fronts.get(path) != before
        return forgets, False

    def _job(self) -> Job:
        return Job(self.configs, datetime.now(UTC), write=False)

    def _read(self, path: Path) -> None:
        """Learn what the file at *path* says to others."""
        try:
            data = read_bytes(path)
        except OSError:
            self._fronts.pop(path, None)
            if path not in self._written and self._facts.pop(path, None) is not None:
                self._others += 1
            return
        names = frozenset(rule.name for rule in self.configs.for_file(path).rules.site_rules)
        job = replace(self._job(), facts_of=names, traced=True)
        outcome = check_bytes(job, path, data)[0]
        self._fronts[path] = outcome.trace.front if outcome.trace else _OF_NOTHING
        if path not in self._written:
            self._learn(path, outcome)

    def _learn(self, path: Path, outcome: Outcome) -> None:
        before = self._facts.get(path)
        if before is None or before.facts != outcome.facts:
            self._facts[path] = Outcome(FileReport(path), outcome.facts)
            self._others += 1

    def _others_of(self, path: Path, outcome: Outcome) -> list[Outcome]:
        """Return what other articles say that the rules compare with what *outcome* says."""
        wanted = outcome.facts.keys()
        return [
            replace(each, facts={name: each.facts[name] for name in wanted & each.facts.keys()})
            for other, each in self._facts.items()
            if other != path and not wanted.isdisjoint(each.facts)
        ]

    def _beside_others(self, job: Job, path: Path, outcome: Outcome, data: bytes) -> FileReport:
        last = self._compared.get(path)
        if last is None or last.facts != outcome.facts or last.others != self._others:
            found, crashes = compare(job, [outcome], self._others_of(path, outcome))
            diagnostics = found.get(path, ())
            last = _Compared(outcome.facts, self._others, diagnostics, crashes)
            self._compared[path] = last
        if last.diagnostics or outcome.has_suppressions:
            outcome = with_site_findings(job, outcome, last.diagnostics, data)
        report = outcome.report
        return replace(report, crashes=(*report.crashes, *last.crashes))
