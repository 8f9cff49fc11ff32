"""The fixes of a run as a unified diff that ``git apply`` and ``patch`` take."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from articlelint.reporters.style import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from articlelint.report import Report
    from articlelint.reporters.style import Style

_CONTEXT = 3
_LOOKS = {"+": "added", "-": "removed", "@": "hunk"}


def render(report: Report, style: Style) -> Iterator[str]:
    r"""Yield the lines of the diff. A carriage return before a line's end is part of the line.

    In colour, for a terminal, control characters are shown; otherwise every character is
    as it is in the file.
    """
    for file in report.changed:
        if file.before is None or file.after is None:
            continue
        for line in diff(file.path, file.before, file.after):
            if style.color:
                look = "bold" if line.startswith(("---", "+++")) else _LOOKS.get(line[:1])
                yield style.paint(visible(line), look) if look else visible(line)
            else:
                yield line


def diff(path: Path, before: str, after: str) -> Iterator[str]:
    """Yield the unified diff from *before* to *after*, without line endings."""
    old, new = _lines(before), _lines(after)
    # What is alike at both ends needs no search, which is slow on long texts.
    head = _alike(old, new)
    tail = _alike(old[head:][::-1], new[head:][::-1])
    start, stop = max(0, head - _CONTEXT), max(0, tail - _CONTEXT)
    old, new = old[start : len(old) - stop], new[start : len(new) - stop]
    name = path.as_posix()
    end = "\t" if any(map(str.isspace, name)) else ""  # or "patch" takes a blank for the end
    yield f"--- a/{name}{end}"
    yield f"+++ b/{name}{end}"
    for group in SequenceMatcher(None, old, new).get_grouped_opcodes(_CONTEXT):
        first, last = group[0], group[-1]
        ours = _range(first[1] + start, last[2] + start)
        theirs = _range(first[3] + start, last[4] + start)
        yield f"@@ -{ours} +{theirs} @@"
        for kind, old_start, old_end, new_start, new_end in group:
            if kind == "equal":
                yield from _signed(" ", old[old_start:old_end])
            else:
                yield from _signed("-", old[old_start:old_end])
                yield from _signed("+", new[new_start:new_end])


def _lines(text: str) -> list[str]:
    """Return the lines of *text* as git counts them, each but perhaps the last with its end."""
    lines = [f"{line}\n" for line in text.split("\n")]
    lines[-1] = lines[-1][:-1]
    return lines if lines[-1] else lines[:-1]


def _signed(sign: str, lines: Sequence[str]) -> Iterator[str]:
    for line in lines:
        yield sign + line.removesuffix("\n")
        if not line.endswith("\n"):
            yield "\\ No newline at end of file"


def _range(start: int, stop: int) -> str:
    """Return lines *start* to *stop*, from zero, half-open, as a hunk's header counts them."""
    length = stop - start
    if length == 1:
        return str(start + 1)
    return f"{start + 1 if length else start},{length}"


def _alike(old: Sequence[str], new: Sequence[str]) -> int:
    count = 0
    for one, other in zip(old, new, strict=False):
        if one != other:
            break
        count += 1
    return count
