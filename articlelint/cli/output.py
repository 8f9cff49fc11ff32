"""Where output goes and how it may look; the closing line."""

from __future__ import annotations

import os
import stat
import sys
from io import TextIOWrapper
from typing import TYPE_CHECKING, TextIO

from articlelint.diagnostic import Severity
from articlelint.errors import ArticlelintError
from articlelint.language import said
from articlelint.reporters.style import Style, visible
from articlelint.text.edit import Applicability
from articlelint.text.files import is_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from articlelint.config import Configs
    from articlelint.report.report import Report
    from articlelint.reporters.statistics import Count

_WIDTH = 100
_SERVICES = ("CI", "GITHUB_ACTIONS", "GITLAB_CI", "TF_BUILD")
_CHUNK = 512
_LINKS = "links/missing-target"
_MANY = 100
"""So many findings nobody fixes in one go."""
_NAMED = 3
"""So many rules are named where there are more."""


def is_terminal(stream: TextIO) -> bool:
    """Tell whether *stream* is a terminal."""
    return stream.isatty()


_when_colored = "auto"


def color_option(_context: object, _parameter: object, value: str) -> None:
    """Take note of what the flag ``--color`` says."""
    global _when_colored  # noqa: PLW0603 - a process has one terminal
    _when_colored = value


def wants_color(stream: TextIO) -> bool:
    """Tell whether *stream* shows colours: --color, NO_COLOR and FORCE_COLOR, then what it is."""
    if _when_colored != "auto":
        return _when_colored == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return is_terminal(stream) and os.environ.get("TERM") != "dumb"


def style_of(stream: TextIO | None, fixes: Applicability = Applicability.SAFE) -> Style:
    """Return the style for *stream*, or for a file where it is None."""
    if stream is None:
        return Style(fixes=fixes)
    return Style(
        color=wants_color(stream),
        width=_width(stream),
        is_terminal=is_terminal(stream),
        is_log=_is_log(stream),
        fixes=fixes,
    )


def _is_log(stream: TextIO) -> bool:
    """Tell whether a CI service reads *stream*, and may obey what is in it."""
    if not any(os.environ.get(name) for name in _SERVICES):
        return False
    try:  # a file is a patch perhaps
        return not stat.S_ISREG(os.fstat(stream.fileno()).st_mode)
    except OSError:  # no file at all
        return True


def _width(stream: TextIO) -> int:
    if not is_terminal(stream):
        return _WIDTH
    import shutil  # 2 ms, for terminals

    return shutil.get_terminal_size((_WIDTH, 24)).columns


def print_lines(lines: Iterable[str], stream: TextIO, *, utf8: bool = False) -> None:
    """Print *lines*, with *utf8* whatever the stream's own encoding is.

    A reader that stops reading is no error.
    """
    if utf8 and isinstance(stream, TextIOWrapper):
        stream.reconfigure(encoding="utf-8")
    chunk: list[str] = []
    try:
        for line in lines:
            chunk.append(line)
            if len(chunk) == _CHUNK:
                stream.write("".join(f"{each}\n" for each in chunk))
                chunk.clear()
        stream.write("".join(f"{each}\n" for each in chunk))
        stream.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def write_lines(lines: Iterable[str], path: Path) -> None:
    """Write *lines* to the file at *path*; raises ArticlelintError where that fails."""
    try:
        with path.open("w", encoding="utf-8", errors="backslashreplace", newline="") as file:
            file.writelines(f"{line}\n" for line in lines)
    except OSError as error:
        raise ArticlelintError(f"cannot write {path}: {error.strerror}") from error


def print_bytes(data: bytes) -> None:
    """Print *data* as it is."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def print_warnings(report: Report) -> None:
    """Print, to standard error, what kept the run from being whole."""
    problems = [str(problem) for problem in report.problems]
    problems += [file.problem for file in report.files if file.problem]
    print_lines((f"articlelint: {visible(said(problem))}" for problem in problems), sys.stderr)
    if report.has_defects:
        from articlelint.cli.crash import describe_all

        print_lines(describe_all(report), sys.stderr)


def closing_lines(
    report: Report,
    *,
    fixes: Applicability | None,
    dry: bool,
    fix_only: bool,
    unsafe: int,
    can_fix: bool = True,
) -> Iterator[str]:
    """Yield what was done: the fixes made, the files checked, the findings left.

    *fixes* is how sure the fixes made had to be (None: none were to be made); *dry* tells
    that they were only shown, *fix_only* that findings were not asked for. *unsafe* counts
    the findings, asked for or not, that have a fix that needs a look. Without *can_fix* there are
    no files that could be fixed.
    """
    applied = report.applied().total()
    if fixes is not None:
        made = "Would make" if dry else "Made"
        files = counted(len(report.changed), "file")
        yield (
            f"{made} {counted(applied, 'fix', 'fixes')} in {files}" if applied else "Nothing to fix"
        )
    if fix_only:
        yield f"Checked {counted(report.checked, 'file')}"
        if unsafe and fixes is not Applicability.UNSAFE:
            yield f"{unsafe}{' more' * bool(applied)} can be fixed with --unsafe-fixes"
        return
    suppressed = sum(file.suppressed for file in report.files)
    comments = f" ({suppressed} suppressed by comments)" if suppressed else ""
    crashed = report.crashes or any(file.crashes for file in report.files)
    failed = "; a rule failed, see above" if crashed else ""
    yield f"Checked {counted(report.checked, 'file')}: {_findings(report)}{comments}{failed}"
    if report.others:
        yield f"{report.others} more are like these; --every-place lists them"
    safe = report.fixable()
    if not can_fix:
        return
    if fixes is None and safe:
        yield f"{safe} can be fixed with --fix" + (
            f", {unsafe} more with --unsafe-fixes" if unsafe else ""
        )
    elif unsafe and fixes is not Applicability.UNSAFE:
        yield f"{unsafe} can be fixed with --fix --unsafe-fixes"


def tell(lines: Iterable[str]) -> None:
    """Print *lines* for people, in their language, to standard error."""
    print_lines((visible(said(line)) for line in lines), sys.stderr)


def unlinked(configs: Configs, place: Path) -> Iterator[str]:
    """Yield why links between the articles at *place* are not checked, where they are not.

    That is for people: of what a program prints nobody looks for a reason.
    """
    if not is_terminal(sys.stderr):
        return
    config = configs.for_file(place / "article.md" if is_folder(place) else place)
    if config.site.root is None and _LINKS in config.rules.names:
        yield (
            "Links between articles are not checked: no site or repository was recognised "
            "here; set `root` in the table `[site]` of the configuration to the site's folder"
        )


def unheard(configs: Configs, place: Path) -> Iterator[str]:
    """Yield why rules about Markdown report nothing at *place*, where they do not; for people."""
    if not is_terminal(sys.stderr):
        return
    path = place / "article.md" if is_folder(place) else place
    found = configs.of(path).site_for(path)
    inner = found.settings.content
    if is_folder(place) and found.root is not None and inner:
        path = found.root / inner[0] / "article.md"  # what lies at the root may be none of its
    site = configs.for_file(path).site
    if site.dialect.has_unknown_constructs or not site.dialect.is_known:
        yield (
            "Rules that depend on how the site reads Markdown may report nothing; articlelint "
            "config show says why"
        )


def left_out(counts: Mapping[str, int]) -> Iterator[str]:
    """Yield how many findings of which rules a terminal does not show, and how to see them."""
    if not counts:
        return
    first = sorted(counts.items(), key=lambda each: (-each[1], each[0]))[:_NAMED]
    names = [f"{number} {rule}" for rule, number in first]
    others = len(counts) - len(first)
    if others:
        names.append(f"and those of {counted(others, 'other rule')}")
    total = sum(counts.values())
    yield f"Not shown: {counted(total, 'more finding')} ({', '.join(names)}); --limit 0 shows all"


def advice(report: Report, *, is_configured: bool) -> Iterator[str]:
    """Yield where to go from here, for people who look at the findings of *report*."""
    from articlelint.reporters.statistics import counts

    found = counts(report)
    total = sum(each.findings for each in found)
    if not total:
        return
    first = found[:_NAMED]
    if total > _MANY and sum(each.findings for each in first) > total / 2:
        yield "Most findings come from a few rules:"
        yield from map(_about, first)
    yield "articlelint rule NAME explains a finding"
    if total > _MANY and not is_configured:
        yield "articlelint init shows how to start with so many"


def _about(count: Count) -> str:
    """Return how often a rule found something, and what to do about that."""
    said = f"  {count.findings} {count.rule}"
    if count.safe:
        return f"{said}: --select {count.rule} --fix fixes {count.safe}"
    if count.unsafe:
        return f"{said}: look at --select {count.rule} --fix --unsafe-fixes --diff"
    return f"{said}: --ignore {count.rule} leaves them out"


def _findings(report: Report) -> str:
    number = report.counts()
    names = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "info"}
    parts = [counted(number[each], name) for each, name in names.items() if number[each]]
    return ", ".join(parts) or "nothing found"


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """Return *number* with its noun."""
    return f"{number} {noun if number == 1 else plural or f'{noun}s'}"
