"""Asks the engines about the texts of tests/templates/cases.py, before and after our fixes.

    python -m tests.oracles.template_cases FOLDER [ENGINE ...]

FOLDER is that of tests/templates/truth/generate.py. What the engines make of each text is written
to tests/templates/truth/cases.json. Printed is each text that does not build though all that is
wrong with it has a fix which was made, and each whose page then lacks a word of the author's, or
shows a tag that was to run.
"""

from __future__ import annotations

import html
import json
import re
import sys
from collections import Counter

from articlelint import Applicability
from tests.oracles.fixed_shortcodes import HEAD, mended
from tests.templates.cases import CASES
from tests.templates.truth import generate

PATH = generate.HERE / "cases.json"
BRACE = re.compile(r"\{\{|\{%")
WORD = re.compile(r"\w+")
AROUND = generate.PLACES["alone"]


def main(folder: str, *wanted: str) -> None:
    """Ask, write, fix, ask again, and print."""
    known = json.loads(PATH.read_text(encoding="utf-8")) if PATH.exists() else {}
    sources, rows = known.get("sources", {}), known.get("rows", {})
    engines = dict.fromkeys(engine for case in CASES.values() for engine in case.engines)
    for engine in engines:
        if wanted and engine not in wanted:
            continue
        command = generate.commands(folder)[engine]
        work = [
            (name, text)
            for name, case in CASES.items()
            if engine in case.engines
            for text in case.texts
        ]
        answers, sources[engine] = generate.ask(
            command, [HEAD + AROUND.format(text) + "\n" for _, text in work]
        )
        for (name, text), said in zip(work, answers, strict=True):
            rows.setdefault(name, {}).setdefault(engine, {})[text] = generate.answer(
                said, text, "alone"
            )
        for safety in (Applicability.SAFE, Applicability.UNSAFE):
            _fixed(engine, command, work, safety)
    text = json.dumps({"sources": sources, "rows": rows}, ensure_ascii=False, indent=0)
    PATH.write_text(text + "\n", encoding="utf-8")


def _fixed(
    engine: str, command: list[str], work: list[tuple[str, str]], safety: Applicability
) -> None:
    fixed = [
        (name, text, body)
        for name, text in work
        if (body := mended(engine, AROUND.format(text) + "\n", safety))
    ]
    answers, version = generate.ask(command, [HEAD + body for _, _, body in fixed])
    counted: Counter[str] = Counter()
    for (name, text, body), said in zip(fixed, answers, strict=True):
        page = said.get("html") or ""
        lost = BRACE.findall(page) if CASES[name].runs else _lost(text, page)
        kind = "stops" if said.get("error") is not None else "shows else" if lost else "right"
        counted[kind] += 1
        if kind != "right":
            why = said.get("error") or f"{lost} in {page!r}"
            print(f"{engine}, {name}: {text!r} as {body!r}: {kind}: {why}")
    print(f"{version}, {safety.name}: {len(fixed)} texts fixed, {dict(counted)}")


def _lost(text: str, page: str) -> list[str]:
    """Return the words of *text* that the page does not show, in its attributes either."""
    shown = Counter(WORD.findall(html.unescape(page)))
    return [word for word, times in Counter(WORD.findall(text)).items() if shown[word] < times]


if __name__ == "__main__":
    main(*sys.argv[1:])
