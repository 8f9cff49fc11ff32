"""Makes a site of Quarto's sources with Pandoc, for Quarto itself is in no registry.

    python tests/oracles/quarto.py OUTPUT

run in the site's folder, with ``pandoc`` on the path. It does what Quarto does before and after:
``include`` puts files in, other shortcodes become text, links to sources lead to the pages, files
that are no sources are copied. Cells are not run: their labels become ids all the same.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

_INCLUDE = re.compile(r"^\{\{<\s*include\s+(\S+)\s*>\}\}", re.MULTILINE)
_SHORTCODE = re.compile(r"\{\{<.*?>\}\}")
_CELL = re.compile(
    r"^```\{\w+\}\n(?:#\|[^\n]*\n)*?#\| label: ([^\n]+)\n.*?^```$", re.MULTILINE | re.DOTALL
)
_SOURCE = re.compile(r'(href="[^":#?]*)\.q?md(?=["#?])')
_SOURCES = {".qmd", ".md"}


def expanded(path: Path, root: Path) -> str:
    """Return the text of a source with what it includes."""

    def included(match: re.Match[str]) -> str:
        start = root if match[1].startswith("/") else path.parent
        part = start / match[1].strip("\"'/")
        return expanded(part, root) if part.is_file() else ""

    text = _INCLUDE.sub(included, path.read_text(encoding="utf-8"))
    return _CELL.sub(r"::: {#\1}\nA figure.\n:::", _SHORTCODE.sub("shortcode", text))


def page(text: str) -> str:
    """Return the page that Pandoc makes of a text, with links to pages."""
    command = ["pandoc", "--from=markdown", "--to=html", "--standalone", "--section-divs"]
    done = subprocess.run(command, input=text.encode(), check=True, capture_output=True)
    return _SOURCE.sub(r"\1.html", done.stdout.decode())


def make(root: Path, output: Path) -> None:
    """Write the pages and files of the site at *root* to *output*."""
    for path in sorted(root.rglob("*")):
        inside = path.relative_to(root)
        if not path.is_file() or any(part[0] in "._" for part in inside.parts):
            continue
        if path.is_relative_to(output):
            continue
        place = output / inside
        place.parent.mkdir(parents=True, exist_ok=True)
        if path.suffix in _SOURCES:
            html = page(expanded(path, root))
            # A link from the root is one from the project.
            up = "../" * (len(inside.parts) - 1) or "./"
            html = re.sub(r'((?:href|src)=")/(?!/)', rf"\g<1>{up}", html)
            place.with_suffix(".html").write_text(html, encoding="utf-8")
        else:
            shutil.copyfile(path, place)


if __name__ == "__main__":
    make(Path.cwd(), Path(sys.argv[1]).absolute())
