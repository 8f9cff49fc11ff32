"""What git ignores is what pathspec says, which is asked about few paths."""

from __future__ import annotations

import random
import subprocess
import sys

import pytest
from pathspec import GitIgnoreSpec

from articlelint.text.gitignore import Ignored

PARTS = ("a", "log", "*", "**", "?", "_drafts", "b.md", "*.log", "[ab]", r"\#x", " ", "#", "!", "é")
PATHS = tuple(
    f"{first}{second}{end}"
    for first in ("", "a/", "_drafts/", "x/a/", "#x/", "é/")
    for second in ("b.md", "c.log", "log/", "_drafts/d.md", "a", "aa/b.md", " b")
    for end in ("", "/a")
    if not (second.endswith("/") and end)
)


def lines_of(chance: random.Random) -> list[str]:
    """Return some lines, most of which are patterns."""
    return [
        chance.choice(("", "", "!", "/"))
        + "/".join(chance.choices(PARTS, k=chance.randint(1, 3)))
        + chance.choice(("", "", "/", " "))
        for _ in range(chance.randint(1, 3))
    ]


@pytest.mark.parametrize("seed", range(300))
def test_it_says_what_pathspec_says(seed: int) -> None:
    lines = lines_of(random.Random(seed))
    try:
        spec = GitIgnoreSpec.from_lines(lines)
    except ValueError:
        pytest.skip("a line that is no pattern")
    ignored = Ignored(lines)
    expected = {path: spec.check_file(path).include for path in PATHS}
    assert {path: ignored.verdict(path) for path in PATHS} == expected


def test_a_line_that_is_no_pattern_ignores_nothing() -> None:
    ignored = Ignored(["!", "*.log", "a\\"])
    assert [path in ignored for path in ("a", "b.log")] == [False, True]


def test_pathspec_is_not_imported_for_paths_in_which_no_word_of_a_pattern_stands() -> None:
    code = (
        "import sys; from articlelint.text.gitignore import Ignored;"
        "ignored = Ignored(['# built', 'node_modules/', '*.log', '!keep.me', 'abc/**/b?d', '']);"
        "assert not any(path in ignored for path in ('source/post.md', 'a.md', 'logs/x.md'));"
        "assert 'pathspec' not in sys.modules; assert 'x/y.log' in ignored"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
