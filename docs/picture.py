"""Draws what `articlelint check` prints on a terminal, for the README.

``python docs/picture.py`` writes docs/example.svg; the tests compare it with a run.
"""

from __future__ import annotations

import html
import os
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

ROOT = Path(__file__).parent.parent
COMMAND = "check examples/hugo-docs --today 2024-06-01"
_LINES = 44
_WIDTH, _HEIGHT, _PADDING = 8.4, 19, 18
_SGR = re.compile(r"\x1b\[([\d;]*)m")
_COLOURS = {"31": "#ff7b72", "32": "#7ee787", "33": "#f2cc60", "34": "#79c0ff", "35": "#d2a8ff",
            "36": "#76e3ea", "90": "#8b949e", "91": "#ff7b72", "92": "#7ee787", "93": "#f2cc60",
            "94": "#79c0ff", "95": "#d2a8ff", "96": "#76e3ea"}  # fmt: skip


def output() -> str:
    """Return what the program prints on a terminal, colours included, cut after some lines."""
    environment = {**os.environ, "FORCE_COLOR": "1", "COLUMNS": "100"}
    environment.pop("NO_COLOR", None)
    environment["PYTHONPATH"] = os.pathsep.join([str(ROOT), str(ROOT / "rules")])
    run = subprocess.run(
        [
            sys.executable,
            "-m",
            "articlelint",
            *COMMAND.split(),
            *("--isolated", "--output-format", "full"),  # as on a terminal, in a clone
        ],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if run.returncode != 1:
        raise RuntimeError(run.stderr)
    lines = run.stdout.rstrip("\n").split("\n")
    if len(lines) > _LINES:
        last = max(index for index, line in enumerate(lines[: _LINES + 1]) if not line.strip())
        lines = lines[:last]
    return "\n".join([f"$ articlelint {COMMAND}", "", *lines])


def plain(text: str) -> str:
    """Return *text* without its colours."""
    return _SGR.sub("", text)


def draw(text: str) -> str:
    """Return *text* as an SVG picture of a terminal."""
    lines = text.split("\n")
    columns = max(len(plain(line)) for line in lines)
    width = columns * _WIDTH + 2 * _PADDING
    height = len(lines) * _HEIGHT + 2 * _PADDING
    rows = []
    for number, line in enumerate(lines):
        y = _PADDING + number * _HEIGHT + 14
        rows.append(f'<text x="{_PADDING}" y="{y}" xml:space="preserve">{_spans(line)}</text>')
    body = "\n".join(rows)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}" height="{height}"'
        f' viewBox="0 0 {width:.0f} {height}" role="img"'
        ' aria-label="Findings of articlelint on the example blog">\n'
        f'<rect width="100%" height="100%" rx="8" fill="#0d1117"/>\n'
        '<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, monospace" font-size="14"'
        f' fill="#e6edf3">\n{body}\n</g>\n</svg>\n'
    )


def _spans(line: str) -> str:
    """Return one line's coloured stretches as tspan elements."""
    pieces = []
    style: set[str] = set()
    done = 0
    for match in [*_SGR.finditer(line), None]:
        stretch = line[done : match.start() if match else len(line)]
        if stretch:
            fill = next(
                (f' fill="{_COLOURS[code]}"' for code in sorted(style) if code in _COLOURS), ""
            )
            weight = ' font-weight="bold"' if "1" in style else ""
            escaped = html.escape(stretch, quote=False)
            pieces.append(f"<tspan{fill}{weight}>{escaped}</tspan>" if fill or weight else escaped)
        if match:
            codes = match[1].split(";")
            style = set() if codes in ([""], ["0"]) else style | set(codes)
            done = match.end()
    return "".join(pieces)


def text_of(svg: str) -> str:
    """Return the text that a picture shows, line by line."""
    root = ET.fromstring(svg)  # noqa: S314 - our own picture
    return "\n".join(
        "".join(row.itertext()) for row in root.iter("{http://www.w3.org/2000/svg}text")
    )


if __name__ == "__main__":
    (ROOT / "docs" / "example.svg").write_text(draw(output()), encoding="utf-8")
