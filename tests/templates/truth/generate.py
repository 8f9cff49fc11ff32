"""Asks the generators themselves what they make of texts; writes down what they said.

    python generate.py FOLDER [ENGINE ...]

FOLDER has ``hexo7``, ``hexo8`` and ``eleventy`` with the packages that the scripts beside this
one name, and ``py``, an environment of Python with mkdocs-macros-plugin, pelican-jinja2content,
hugo and parsimonious.
Also needed: node, and ruby with jekyll. The texts of each kind of language are in a file of
theirs, and the answers in one of the same name.

Each text is put into a page as PLACES says, and each page is built for itself. An answer is a
line: ``=`` where the page shows what was written, ``~`` and what it shows instead, ``<`` and that
where the page's end is lost, ``!``, the line and the message where the generator stopped.
"""

from __future__ import annotations

import html
import json
import re
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
# The files of texts, and the engines that are asked about them.
KINDS = {
    "snippets": (
        "jekyll", "hexo7", "hexo8", "eleventy-liquid", "eleventy-nunjucks", "mkdocs-macros",
        "jinja2content",
    ),
    "hugo": ("hugo",),
    "mdx": ("mdx", "docusaurus"),
    "zola": ("zola",),
    "vue": ("vitepress",),
}  # fmt: skip


def snippets(name: str) -> list[str]:
    """Return the texts of a file beside this one."""
    text = HERE.joinpath(f"{name}.txt").read_text(encoding="utf-8")
    return text.removesuffix("\n").split("\n====\n")


SNIPPETS = snippets("snippets")
PAGE = "---\ntitle: A\ndate: 2024-05-03 10:00:00\n{}---\n{}\n"
PLACES = {
    "text": "Alpha qqa {} qqz omega.",
    "alone": "Alpha qqa\n\n{}\n\nqqz omega.",
    "code": "Alpha qqa `{}` qqz omega.",
    "fence": "Alpha qqa\n\n```\n{}\n```\n\nqqz omega.",
    "front": "Alpha qqa qqz omega.",
}
_SHOWN = re.compile(r"qqa(.*?)(?:qqz|\Z)", re.DOTALL)
_TAG = re.compile(r"<!--.*?-->|</?[a-zA-Z][^<>]*>", re.DOTALL)
_MESSAGE = re.compile(r"<strong>(.*?)</strong>|<em>(?!File)\w+</em>: ([^<]+)")
_LINE = re.compile(r"Line (\d+) in Markdown")


def page(snippet: str, place: str) -> str | None:
    """Return the page with *snippet*; None where it cannot stand there."""
    if (place == "code" and ("`" in snippet or "\n\n" in snippet)) or (
        place == "fence" and "```" in snippet
    ):
        return None
    if place == "front":
        return PAGE.format(f"description: {json.dumps(snippet)}\n", PLACES[place])
    return PAGE.format("", PLACES[place].format(snippet))


def answer(said: dict[str, str | None], snippet: str, place: str) -> str:
    """Return what a generator said, as a line of the answers."""
    error = said.get("error")
    if error is not None:
        line = said["line"]
        if "Macro " in error:  # the macros plugin puts its message into the page
            found, place_of = _MESSAGE.search(error), _LINE.search(error)
            error = html.unescape((found and (found[1] or found[2])) or error)
            line = place_of[1] if place_of else None
        return f"!{line or ''}:{' '.join(error.split())[:100]}"
    text = said["html"] or ""
    shown = _SHOWN.search(text)
    plain = html.unescape(_TAG.sub("", shown[1])) if shown else ""
    plain = " ".join(plain.split())
    if "qqz" not in text:
        return f"<{plain[:60]}"
    written = "" if place == "front" else snippet
    same = "".join(plain.split()) == "".join(written.split())
    return "=" if same else f"~{plain[:60]}"


def ask(command: list[str], pages: list[str]) -> tuple[list[dict[str, str | None]], str]:
    """Return the answers of a script to *pages*, and the versions of what it ran."""
    output = subprocess.run(
        command, input=json.dumps(pages), check=True, capture_output=True, text=True
    )
    *answers, versions = [json.loads(line) for line in output.stdout.splitlines()]
    return answers, versions["version"]


def commands(folder: str) -> dict[str, list[str]]:
    """Return how each generator is asked."""
    python = f"{folder}/py/bin/python"
    return {
        "jekyll": ["ruby", str(HERE / "jekyll.rb")],
        "hexo7": ["node", str(HERE / "hexo.cjs"), f"{folder}/hexo7"],
        "hexo8": ["node", str(HERE / "hexo.cjs"), f"{folder}/hexo8"],
        "eleventy-liquid": ["node", str(HERE / "eleventy.mjs"), f"{folder}/eleventy", "liquid"],
        "eleventy-nunjucks": ["node", str(HERE / "eleventy.mjs"), f"{folder}/eleventy", "njk"],
        "mkdocs-macros": [python, str(HERE / "macros.py")],
        "jinja2content": [python, str(HERE / "jinja2content.py")],
        "vitepress": ["node", str(HERE / "vue.mjs"), f"{folder}/vitepress"],
        "zola": [python, str(HERE / "zola.py")],
        "mdx": ["node", str(HERE / "mdx.mjs"), f"{folder}/mdx", "mdx"],
        "docusaurus": ["node", str(HERE / "mdx.mjs"), f"{folder}/mdx", "docusaurus"],
        "hugo": [python, str(HERE / "hugo.py"), f"{folder}/py/bin/hugo"],
    }


def main(folder: str, *wanted: str) -> None:
    """Ask, and write the answers; *wanted* names engines, where not all are to be asked."""
    for kind, engines in KINDS.items():
        asked = [engine for engine in engines if not wanted or engine in wanted]
        if asked:
            _ask_all(folder, kind, asked)


def _ask_all(folder: str, kind: str, engines: list[str]) -> None:
    path = HERE / f"{kind}.json"
    known = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    sources, rows = known.get("sources", {}), known.get("rows", {})
    texts = snippets(kind)
    cases = [
        (index, place, text)
        for place in PLACES
        for index, snippet in enumerate(texts)
        if (text := page(snippet, place)) is not None
    ]
    for engine in engines:
        answers, sources[engine] = ask(commands(folder)[engine], [text for _, _, text in cases])
        if len(answers) != len(cases):
            raise SystemExit(f"{engine} answered {len(answers)} of {len(cases)} times")
        table: dict[str, list[str]] = {place: [""] * len(texts) for place in PLACES}
        for (index, place, _), said in zip(cases, answers, strict=True):
            table[place][index] = answer(said, texts[index], place)
        rows[engine] = table
        print(engine, sources[engine], len(answers))  # noqa: T201 - a script
    text = json.dumps({"sources": sources, "rows": rows}, ensure_ascii=False, indent=0)
    path.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
