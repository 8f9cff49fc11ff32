"""Time and memory of every output format for 100,000 findings in 10,000 files.

    python benchmarks/output_formats.py [FORMAT ...]

Each format runs in a process of its own. The report is made of articles of 120 lines, half of
them Chinese; *place* is the time to find places, columns and excerpts, *render* the time to
write the report to a file, *memory* how much rendering adds to the report's own peak.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from articlelint.article import Article
from articlelint.cli.output import write_lines
from articlelint.diagnostic import Diagnostic, Related, Severity
from articlelint.report.report import FileReport, Report, RuleInfo, findings_of
from articlelint.reporters import FORMATS, Style, load
from articlelint.text.edit import Edit, Fix
from articlelint.text.span import Span

FILES = 10_000
FINDINGS = 10
LINES = {
    0: "The bridge over the river is open again, <b>at last.\n",
    1: "桥重新开放了，<b>终于。👩\n",
}
RULES = [f"family-{number // 10}/rule-{number}" for number in range(100)]
SEVERITIES = list(Severity)


def article(number: int) -> Article:
    """Return one of the articles."""
    return Article("---\ntitle: A bridge\n---\n" + LINES[number % 2] * 120)


def diagnostics(text: str, number: int) -> list[Diagnostic]:
    """Return ten findings in *text*, some with fixes and related places."""
    found = []
    step = len(text) // (FINDINGS + 1)
    for index in range(FINDINGS):
        start = step * (index + 1)
        span = Span(start, start + 3)
        found.append(
            Diagnostic(
                RULES[(number + index) % len(RULES)],
                span,
                f"`{span.of(text)}` opens an element that nothing closes",
                SEVERITIES[index % 3],
                fix=Fix.safe("Delete the tag", Edit.delete(span)) if index % 2 else None,
                related=(Related(Span(0, 3), "begun here"),) if index % 4 == 0 else (),
            )
        )
    return found


def peak() -> float:
    """Return the most memory that this process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure(name: str) -> str:
    """Return the line of the table for a format."""
    form = load(name)
    if form is None:
        raise SystemExit(f"there is no format {name}")
    start = time.perf_counter()
    files = []
    for number in range(FILES):
        each = article(number)
        found = findings_of(each, diagnostics(each.text, number), form.details)
        files.append(FileReport(Path(f"posts/{number:05}.md"), found))
    page = RuleInfo("A sentence.", "# A page\n\n" + "Why this matters. " * 100)
    report = Report(tuple(files), checked=FILES, rules=dict.fromkeys(RULES, page))
    placed, before = time.perf_counter(), peak()
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder, "report")
        here = Path.cwd()
        write_lines(form.render(report, Style(here=here, root=here)), target)
        size = target.stat().st_size / 1e6
    done = time.perf_counter()
    return (
        f"{name:12} {placed - start:7.1f} s {done - placed:7.1f} s {size:8.1f} MB "
        f"{peak() - before:7.1f} MB {before:8.0f} MB"
    )


def main() -> None:
    """Print the table."""
    if sys.argv[1:2] == ["--one"]:
        print(measure(sys.argv[2]))
        return
    print(f"{'format':12} {'place':>9} {'render':>9} {'size':>11} {'memory':>10} {'report':>11}")
    for name in sys.argv[1:] or FORMATS:
        subprocess.run([sys.executable, __file__, "--one", name], check=True)


if __name__ == "__main__":
    main()
