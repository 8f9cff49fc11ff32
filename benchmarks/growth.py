"""How what a check costs grows: each quantity is doubled, the rest stays as it is.

    python benchmarks/growth.py [--times 5] [NAME ...]

Processor time of the whole command, by default rules and without a cache, less what it costs to
check one article: the median of so many runs. A line's growth is two, a square's four.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from articles import article, write

if TYPE_CHECKING:
    from collections.abc import Callable

_HEAD: Final = "---\ntitle: Kites\ndate: 2024-05-03 10:00:00\n---\n\n"


def _prose(number: int) -> str:
    return _HEAD + "".join(article(each)[1].rpartition("---")[2] for each in range(number))


def _numbered(line: str) -> Callable[[int], str]:
    return lambda number: _HEAD + "".join(line.format(n=each) for each in range(number))


def _keys(number: int) -> str:
    keys = "".join(f"key{each}: value {each}\n" for each in range(number))
    return _HEAD.replace("---\n\n", f"{keys}---\n\n")


ONE_ARTICLE: Final[dict[str, tuple[int, Callable[[int], str]]]] = {
    "bytes of an article": (250, _prose),
    "an article in one line": (250, lambda number: _prose(number).replace("\n\n", "<br>")),
    "links": (8_000, _numbered("[a](https://pages.edu/{n}/) ")),
    "links of the site": (8_000, _numbered("[a](/{n}.html) ")),
    "headings": (30_000, _numbered("## Wind {n}\n\n")),
    "images": (8_000, _numbered("![a](/images/{n}.png)\n\n")),
    "elements": (40_000, _numbered('<p class="a">Wind <b>{n}</b></p>\n')),
    "keys of front matter": (20_000, _keys),
    "findings": (2_400, _numbered("<p>Wind {n}</b></p>\n\n")),
}
"""By what is doubled: how many there are at first, and the article."""
FILES: Final = 1_000


def seconds(folder: Path) -> float:
    """Return the processor's seconds that a check of *folder* takes."""
    flags = ["--no-cache", "--jobs", "1", "--isolated", "--exit-zero", "-q"]
    process = subprocess.Popen([sys.executable, "-m", "articlelint", "check", ".", *flags],
                               cwd=folder, stdout=subprocess.DEVNULL)  # fmt: skip
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"the check of {folder} ended with {process.returncode}")
    return usage.ru_utime + usage.ru_stime


def site(folder: Path, text: str) -> Path:
    """Return a site of Hexo with one article."""
    write(0, str(folder))
    place = folder / "source/_posts/a.md"
    place.parent.mkdir(parents=True)
    place.write_text(text, encoding="utf-8")
    return folder


def main() -> None:
    """Print how each quantity grows."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="parts of the quantities' names")
    parser.add_argument("--times", type=int, default=5)
    given = parser.parse_args()

    def is_wanted(name: str) -> bool:
        return not given.names or any(part in name for part in given.names)

    with tempfile.TemporaryDirectory() as name:
        folders = {"nothing": [site(Path(name, "nothing"), _HEAD)]}
        if is_wanted("files"):
            folders["files"] = [Path(name, f"files{number}") for number in (FILES, 2 * FILES)]
            for number, folder in zip((FILES, 2 * FILES), folders["files"], strict=True):
                write(number, str(folder))
        for quantity, (number, make) in ONE_ARTICLE.items():
            if is_wanted(quantity):
                folders[quantity] = [
                    site(Path(name, f"{quantity} {each}"), make(each))
                    for each in (number, 2 * number)
                ]
        took: dict[Path, list[float]] = {}
        for _ in range(given.times):
            for folder in (each for pair in folders.values() for each in pair):
                took.setdefault(folder, []).append(seconds(folder))
        least = statistics.median(took[folders.pop("nothing")[0]])
        print("| doubled | seconds | growth |\n| --- | ---: | ---: |")
        for quantity, pair in folders.items():
            half, whole = (statistics.median(took[folder]) - least for folder in pair)
            print(f"| {quantity} | {whole:.2f} | {whole / half:.2f} |")


if __name__ == "__main__":
    main()
