"""Measures screen, judge and plain html5lib side by side on the same pages.

``python benchmarks/html_screen.py FOLDER...`` reads the articles of the folders, renders
Markdown, and prints megabytes (of UTF-8) per second and the share of pages that the screen
passes. html5lib gets a sample, evenly spread, of at most a megabyte.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import html5lib
from fuzz_screen import pages_of

from articlelint.html.judge.verdict import judge
from articlelint.html.screen.screen import is_certainly_clean

SAMPLE = 1_000_000


def main(folders: list[str]) -> int:
    """Print one line a folder."""
    for folder in folders:
        pages = pages_of(Path(folder))
        size = sum(len(page.encode()) for page in pages)
        best = None
        for _ in range(3):
            began = time.perf_counter()
            passed = sum(map(is_certainly_clean, pages))
            took = time.perf_counter() - began
            best = took if best is None else min(best, took)
        sample = pages[:: max(1, size // SAMPLE)]
        sample_size = sum(len(page.encode()) for page in sample)
        began = time.perf_counter()
        for page in sample:
            judge(page)
        judged = time.perf_counter() - began
        began = time.perf_counter()
        for page in sample:
            html5lib.parseFragment(page)
        plain = time.perf_counter() - began
        print(
            f"{Path(folder).name}: {len(pages)} pages, {size / 1e6:.1f} MB; "
            f"screen {size / 1e6 / (best or 1):.0f} MB/s, passes {passed / len(pages):.1%}; "
            f"judge {sample_size / 1e6 / judged:.1f} MB/s; "
            f"html5lib {sample_size / 1e6 / plain:.1f} MB/s"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
