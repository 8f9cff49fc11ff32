"""Builds each text of tests/templates/truth that has fixes, once they are made, in its engine.

    python -m tests.oracles.fixed_shortcodes FOLDER [ENGINE ...]

FOLDER is that of tests/templates/truth/generate.py. For the engines that have a file of texts of
their own: Hugo, Zola's grammar, MDX and Docusaurus, VitePress. What still stops is printed;
``template_fixes.py`` does more for the others.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from articlelint import Applicability
from tests.templates.test_engines import cases, problems
from tests.templates.truth import generate

if TYPE_CHECKING:
    from articlelint.templates.problem import TemplateProblem
    from articlelint.text.edit import Edit

ENGINES = ("hugo", "zola", "mdx", "docusaurus", "vitepress")
PLACES = ("text", "alone", "code", "fence")
HEAD = "---\ntitle: A\ndate: 2024-05-03 10:00:00\n---\n"
MOST_PASSES = 4


def main(folder: str, *wanted: str) -> None:
    """Fix, build, and print what stops and how many were built."""
    for engine in wanted or ENGINES:
        work = [
            (place, snippet, body)
            for place in PLACES
            for snippet, _, _ in cases(engine, place)
            if (body := mended(engine, generate.PLACES[place].format(snippet) + "\n"))
        ]
        command = generate.commands(folder)[engine]
        answers, version = generate.ask(command, [HEAD + body for _, _, body in work])
        stopped = 0
        for (place, snippet, body), said in zip(work, answers, strict=True):
            if said.get("error") is not None:
                stopped += 1
                print(f"{engine} {place}: {snippet!r} as {body!r}: {said['error']}")
        print(f"{version}: {len(work)} texts with fixes, {stopped} still stop")


def mended(engine: str, body: str, safety: Applicability = Applicability.UNSAFE) -> str | None:
    """Return *body* with all fixes made; None where it has none, or something is left."""
    text = body
    for _ in range(MOST_PASSES):
        found = problems(engine, text)
        fixed = [each for each in found if each.fix and each.fix.applicability >= safety]
        if not fixed:
            return None if found or text == body else text
        text = _applied(text, fixed)
    raise SystemExit(f"{engine}: the fixes of {body!r} come to no end")


def _applied(text: str, found: list[TemplateProblem]) -> str:
    edits: list[Edit] = []
    end = -1
    for problem in sorted(found, key=lambda each: each.span):
        if problem.fix is not None and problem.fix.edits[0].span.start >= end:
            edits += problem.fix.edits
            end = edits[-1].span.end
    for edit in sorted(edits, key=lambda each: (each.span.start, each.span.end), reverse=True):
        text = text[: edit.span.start] + edit.replacement + text[edit.span.end :]
    return text


if __name__ == "__main__":
    main(*sys.argv[1:])
