"""Articles with a defect or two: lines deleted, indented or joined, tags and marks inserted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import random

_TAGS: Final = (
    "<div>", "</div>", "<p>", "</p>", "<b>", "</b>", "<em>", "</em>", "<span>", "</span>", "<li>",
    "<ul>", "</ul>", "<br>", "</br>", "<img src='a.png'>", "<td>", "<table>", "</table>", "<a>",
    "<a href='x'>", "</a>", "<pre>", "</pre>", "<code>", "<div markdown='1'>", "<hr>", "<!-- ",
    " -->", "<blockquote>", "</blockquote>", "<h2>", "<font color='red'>", "<x>", "<center>",
)  # fmt: skip
_MARKS: Final = (
    "*", "**", "_", "`", "```", "~~~", "[", "]", "(", ")", "![", "](", "|", "> ", "- ", "1. ",
    "# ", "\\", "&", "<", ">", "{: .a}", "  ", "$$", "---", "===", ": ", "~~", "--", "'", '"',
)  # fmt: skip


def mutated(pick: random.Random, text: str) -> str:
    """Return *text* with one to three defects."""
    lines = text.split("\n")
    for _ in range(pick.randrange(1, 4)):
        at = pick.randrange(len(lines))
        line = lines[at]
        place = pick.randrange(len(line) + 1)
        match pick.randrange(8):
            case 0:
                del lines[at]
            case 1:
                lines[at] = " " * pick.choice((1, 2, 3, 4)) + line
            case 2:
                lines[at] = "\t" + line
            case 3 if at + 1 < len(lines):
                lines[at : at + 2] = [line + lines[at + 1]]
            case 4:
                lines[at] = line[:place] + pick.choice(_MARKS) + line[place:]
            case 5:
                lines.insert(at, pick.choice((*_TAGS, *_MARKS, "")))
            case _:
                lines[at] = line[:place] + pick.choice(_TAGS) + line[place:]
        if not lines:
            lines = [""]
    return "\n".join(lines)
