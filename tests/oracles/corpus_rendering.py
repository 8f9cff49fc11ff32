"""Compare our rendering with pyromark's on every Markdown file below a folder.

Usage: corpus_rendering.py FOLDER. Each file is rendered as it is and, where it has template
tags, masked as each generator would have it; the source map is checked throughout.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pyromark

from articlelint.markdown import CommonMark, Markdown
from articlelint.markdown.options import (
    DEFINITION_LISTS,
    FOOTNOTES,
    GFM,
    GFM_OPTIONS,
    HEADING_ATTRIBUTES,
)
from articlelint.rendering import Rendering, render
from articlelint.templates import TemplateSyntax, mask
from articlelint.text.span import Span

EXTENSIONS = frozenset({".md", ".markdown", ".mdown", ".mkd", ".mdx"})
OPTIONS = (
    0,
    GFM_OPTIONS | FOOTNOTES,
    GFM_OPTIONS | FOOTNOTES | HEADING_ATTRIBUTES | GFM | DEFINITION_LISTS,
)


def main(arguments: list[str]) -> int:
    """Print how many renderings were compared; return 1 where one differs."""
    files = sorted(
        path
        for path in Path(arguments[0]).rglob("*")
        if path.suffix.lower() in EXTENSIONS and path.is_file()
    )
    compared = wrong = 0
    seconds = 0.0
    for path in files:
        text = path.read_bytes().decode("utf-8", errors="replace")
        for source in dict.fromkeys(
            [text, *(mask(text, syntax).text for syntax in TemplateSyntax)]
        ):
            for options in OPTIONS:
                begin = time.perf_counter()
                markdown = Markdown(source, 0, CommonMark(options))
                rendering = render(markdown)
                seconds += time.perf_counter() - begin
                compared += 1
                if rendering.html != pyromark.html(source, options=pyromark.Options(options)):
                    wrong += 1
                    print(f"{path}: rendered otherwise with options {options}")
                elif (problem := _map_problem(rendering, source)) is not None:
                    wrong += 1
                    print(f"{path}: {problem}")
    print(
        f"{len(files)} files, {compared} renderings, {wrong} wrong, "
        f"{seconds / max(compared, 1) * 1000:.3f} ms each"
    )
    return 1 if wrong or not files else 0


def _map_problem(rendering: Rendering, source: str) -> str | None:
    """Return what is wrong with the source map at a hundred places of the HTML, or None."""
    html, source_map = rendering.html, rendering.source_map
    whole = Span(0, len(source))
    step = len(html) // 100 + 1
    for start in range(0, len(html), step):
        for end in (start + 1, min(start + step, len(html))):
            span = source_map.span(start, end)
            if not whole.encloses(span):
                return f"{span} lies outside the text"
            verbatim = end == start + 1 and source_map.is_verbatim(start, end)
            if verbatim and span.of(source) not in {html[start:end], ""}:
                return f"{span} is not verbatim"
    return None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
