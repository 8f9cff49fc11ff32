from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articlelint.report.report import FileReport, Report
from articlelint.reporters import Style
from articlelint.reporters.diff import diff, render


def apply_with_git(folder: Path, name: str, before: str, after: str) -> str:
    """Return what ``git apply`` makes of *before* with our diff to *after*."""
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / name
    target.write_bytes(before.encode())
    lines = diff(Path(name), before, after)
    patch = "".join(f"{line}\n" for line in lines).encode()
    subprocess.run(
        ["git", "apply", "--whitespace=nowarn", "-"], cwd=folder, input=patch, check=True
    )
    return target.read_bytes().decode()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a\nb\nc\n", "a\nB\nc\n"),
        ("a\r\nb\r\nc\r\n", "a\r\nB\r\nc\r\n"),
        ("a\r\nb\n", "a\nb\n"),
        ("a\nb", "a\nB"),
        ("a\nb", "a\nb\n"),
        ("a\nb\n", "a\nb"),
        ("\ufeffa\n", "a\n"),
        ("\na\n", "a\n"),
        ("a\n", "a\n\n"),
        ("\n".join(map(str, range(100))), "\n".join(map(str, [*range(10), "x", *range(10, 99)]))),
        ("a\u2028b\x0bc\n", "a\u2028b\x0bd\n"),
        ("old\rmac\rlines", "old\rMAC\rlines"),
    ],
)
@pytest.mark.parametrize("name", ["a.md", "with blank.md", "文.md", '\n文\t"\\\x1b.md'])
def test_git_apply_makes_the_same_of_it(tmp_path: Path, name: str, before: str, after: str) -> None:
    assert apply_with_git(tmp_path, name, before, after) == after


lines = st.lists(st.sampled_from(["a", "b", "", "c\r", "城"]), min_size=1, max_size=12)


@settings(max_examples=40)
@given(lines, lines)
def test_git_apply_makes_the_same_of_any(
    tmp_path_factory: pytest.TempPathFactory, before: list[str], after: list[str]
) -> None:
    old, new = "\n".join(before), "\n".join(after)
    if old and new and old != new:
        folder = tmp_path_factory.mktemp("apply")
        assert apply_with_git(folder, "a.md", old, new) == new


def test_only_changed_files_are_shown_and_colour_shows_controls() -> None:
    files = (
        FileReport(Path("same.md")),
        FileReport(Path("a.md"), changed=True, before="\x1b[2Jold\n", after="new\n"),
    )
    plain = list(render(Report(files), Style()))
    assert plain == ["--- a/a.md", "+++ b/a.md", "@@ -1 +1 @@", "-\x1b[2Jold", "+new"]
    assert list(render(Report(files), Style(is_terminal=True)))[3] == "-␛[2Jold"
    colored = list(render(Report(files), Style(color=True)))
    assert colored[3] == "\x1b[31m-␛[2Jold\x1b[0m"


def test_a_line_ending_stays_one_in_a_log() -> None:
    file = FileReport(Path("a.md"), changed=True, before="x\r\n\x1b", after="y\r\n\x1b")
    lines = list(render(Report(files=(file,)), Style(is_log=True)))
    assert lines[3:6] == ["-x\r", "+y\r", " ␛"]
