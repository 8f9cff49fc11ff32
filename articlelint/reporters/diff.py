"""The fixes of a run as a unified diff that ``git apply`` and ``patch`` take."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Literal, TypeAlias

from articlelint.reporters.style import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from articlelint.report.report import Report
    from articlelint.reporters.style import Style

_Opcode: TypeAlias = 'tuple[Literal["replace", "delete", "insert", "equal"], int, int, int, int]'
_CONTEXT = 3
_LOOKS = {"+": "added", "-": "removed", "@": "hunk"}


def render(report: Report, style: Style) -> Iterator[str]:
    r"""Yield the lines of the diff. A carriage return before a line's end is part of the line.

    In colour, on a terminal and in the log of a CI service, control characters are shown, in
    such a log all but that one; otherwise every character is as it is in the file.
    """
    for file in report.changed:
        if file.before is None or file.after is None:
            continue
        for line in diff(file.path, file.before, file.after):
            if style.color or style.is_terminal or style.is_log:
                look = "bold" if line.startswith(("---", "+++")) else _LOOKS.get(line[:1])
                end = "\r" if style.is_log and line.endswith("\r") else ""  # git may read it, too
                text = visible(line.removesuffix(end))
                yield (style.paint(text, look) if look else _no_command(text)) + end
            else:
                yield line


def _no_command(line: str) -> str:
    """Return a line without a sign such that GitHub Actions does not take it for a command."""
    return line.replace("::", "∷", 1) if line.lstrip().startswith("::") else line


def diff(path: Path, before: str, after: str) -> Iterator[str]:
    """Yield the unified diff from *before* to *after*, without line endings."""
    old, new = _lines(before), _lines(after)
    yield f"--- {_name(f'a/{path.as_posix()}')}"
    yield f"+++ {_name(f'b/{path.as_posix()}')}"
    for group in _Matcher(old, new).get_grouped_opcodes(_CONTEXT):
        first, last = group[0], group[-1]
        yield f"@@ -{_range(first[1], last[2])} +{_range(first[3], last[4])} @@"
        for kind, old_start, old_end, new_start, new_end in group:
            if kind == "equal":
                yield from _signed(" ", old[old_start:old_end])
            else:
                yield from _signed("-", old[old_start:old_end])
                yield from _signed("+", new[new_start:new_end])


def _name(name: str) -> str:
    """Return the name of a file as git writes it: in quotes where it has control characters."""
    if any(character < " " or character == "\x7f" for character in name):
        said = (
            chr(byte) if 0x20 <= byte < 0x7F and byte not in b'"\\' else f"\\{byte:03o}"
            for byte in name.encode(errors="surrogateescape")
        )
        return f'"{"".join(said)}"'
    return f"{name}\t" if any(map(str.isspace, name)) else name  # or "patch" ends it at a blank


class _Matcher(SequenceMatcher[str]):
    """Compares only what lies between equal ends: the search is slow on long texts."""

    def __init__(self, old: Sequence[str], new: Sequence[str]) -> None:
        self._head = _alike(old, new)
        self._tail = _alike(old[self._head :][::-1], new[self._head :][::-1])
        self._lengths = len(old), len(new)
        super().__init__(
            None,
            old[self._head : len(old) - self._tail],
            new[self._head : len(new) - self._tail],
        )

    def get_opcodes(self) -> list[_Opcode]:
        """Return the steps from old to new, the equal ends among them."""
        head, tail = self._head, self._tail
        old, new = self._lengths
        steps: list[_Opcode] = [("equal", 0, head, 0, head)] if head else []
        steps += (
            (kind, start + head, stop + head, new_start + head, new_stop + head)
            for kind, start, stop, new_start, new_stop in super().get_opcodes()
        )
        if tail:
            steps.append(("equal", old - tail, old, new - tail, new))
        return steps


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
