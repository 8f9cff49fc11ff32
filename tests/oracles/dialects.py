"""Compares the pages that articlelint makes of Markdown with those of the real parsers.

    dialects.py DIALECT LIBRARIES FOLDER ... [--mutated N] [--seed S] [--show N]

DIALECT is a parser that ``dialects.mjs`` knows, or ``goldmark``, for which ``hugo`` is on the path.
LIBRARIES is a folder with a ``node_modules`` (hexo-renderer-marked, hexo-renderer-markdown-it,
kramed, markdown-it, vitepress, unified with remark-parse, remark-gfm, remark-rehype and
rehype-stringify). FOLDER holds articles of sites; each is read in its site's dialect, its template
tags masked for both. With ``--mutated`` N articles are compared in which lines were deleted,
indented, joined, or given tags.

Compared are html5lib's trees; see ``seen_trees.py``. Prints the share of articles with the same
tree, and where others part.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from mutations import mutated_lines  # type: ignore[import-not-found] # a script beside this one
from seen_trees import difference, tree_of  # type: ignore[import-not-found] # likewise

from articlelint.article import Article, Syntax
from articlelint.generators.hugo.markdown import DEFAULT as HUGO
from articlelint.markdown import Dialect, Markdown
from articlelint.markdown.markdown_it import MarkdownIt
from articlelint.markdown.marked import Marked
from articlelint.markdown.options import GFM_OPTIONS, STRIKETHROUGH, TABLES
from articlelint.markdown.vue import Vue
from articlelint.recognition import find_site, site_for
from articlelint.rendering import render
from articlelint.text.source import decode

if TYPE_CHECKING:
    from collections.abc import Callable

_LARGEST: Final = 200_000
_LARGEST_MUTATED: Final = 20_000
_BATCH: Final = 100
_GENERATORS: Final = {
    "marked": "hexo",
    "hexo-markdown-it": "hexo",
    "goldmark": "hugo",
    "eleventy": "eleventy",
    "vitepress": "generic",
    "remark": "astro",
}
"""Whose articles they are where the folder does not say so."""
_HUGO: Final = {
    "markup": {"goldmark": {"renderer": {"unsafe": True}}, "highlight": {"codeFences": False}},
    "disableKinds": ["taxonomy", "term", "RSS", "sitemap", "home", "section", "404"],
}

USUAL: Final[dict[str, Dialect]] = {
    "marked": Marked(GFM_OPTIONS),
    "goldmark": HUGO,
    "eleventy": MarkdownIt(TABLES | STRIKETHROUGH, indented_code=False),
    "vitepress": Vue(),
}
"""How ``dialects.mjs`` and Hugo are set up here, whatever the sites have."""
_SELF_CLOSED: Final = re.compile(
    r"""<([A-Za-z][\w.:-]*)((?:[^<>"'/]++|"[^"]*+"|'[^']*+'|/(?!>))*+)/>"""
)
_HEADING_END: Final = re.compile(r"</h[1-6]>")
_ADDED: Final = re.compile(
    r"""<button title="Copy Code" class="copy"></button><span class="lang">[^<]*</span>"""
    r"""|<a class="header-anchor"[^>]*>&ZeroWidthSpace;</a>"""
)
_VOID: Final = frozenset("br hr img input col wbr link meta source track".split())

Case = tuple[str, str, Dialect]
"""Where a text is from, the text, and how its site reads it."""


def articles(folders: list[Path], generator: str) -> list[Case]:
    """Return the Markdown articles in *folders*; of *generator* where none is recognised."""
    found = []
    for path in sorted(path for folder in folders for path in folder.rglob("*")):
        if path.suffix.lower() not in {".md", ".markdown"} or not path.is_file():
            continue
        data = path.read_bytes()
        if len(data) > _LARGEST:
            continue
        site = find_site(path)
        if site.generator.name == "generic":
            site = site_for(path.parent, generator)
        article = Article(decode(data), path, site=site)
        if (
            article.syntax is Syntax.MARKDOWN
            and not article.site.generator.is_template(article.site.relative(path))
            and article.dialect.is_known
        ):
            # Hugo takes the mark out that ends a summary.
            text = article.masked.text.replace("<!--more-->", "<!--mark-->")
            found.append((str(path), text, article.dialect))
    return found


def mutations(cases: list[Case], count: int, seed: int) -> list[Case]:
    """Return *count* of *cases*, mutated."""
    pick = random.Random(seed)
    small = [case for case in cases if len(case[1]) < _LARGEST_MUTATED]
    found = []
    for number in range(count):
        path, text, dialect = pick.choice(small)
        changed = mutated_lines(pick, text, pick.randrange(1, 6))
        # A tag within braces would be a shortcode.
        changed = changed.replace("{{<", "{<").replace("{{%", "{%")
        found.append((f"{path} ({number})", changed, dialect))
    return found


def theirs(dialect: str, libraries: Path, texts: list[str]) -> list[str | None]:
    """Return the pages that the real parser makes; None for a text that it fails on."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if dialect == "goldmark":
            return _hugo(texts, folder)
        source, result = folder / "in.json", folder / "out.json"
        source.write_text(json.dumps(texts), encoding="utf-8")
        script = Path(__file__).with_suffix(".mjs")
        subprocess.run(["node", script, libraries, dialect, source, result], check=True)
        pages: list[str | None] = json.loads(result.read_text(encoding="utf-8"))
        return pages


def one_by_one(dialect: str, libraries: Path) -> Callable[[str], str | None]:
    """Return what gives the page that the real parser makes of a text."""
    if dialect == "goldmark":

        def built(text: str) -> str | None:
            with tempfile.TemporaryDirectory() as name:
                return _hugo([text], Path(name))[0]

        return built
    script = Path(__file__).with_suffix(".mjs")
    process = subprocess.Popen(
        ["node", script, libraries, dialect], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )

    def answered(text: str) -> str | None:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(json.dumps(text).encode() + b"\n")
        process.stdin.flush()
        page: str | None = json.loads(process.stdout.readline())
        return page

    return answered


def _hugo(texts: list[str], folder: Path) -> list[str | None]:
    layouts = folder / "layouts/_default"
    layouts.mkdir(parents=True)
    (layouts / "single.html").write_text("{{ .Content }}", encoding="utf-8")
    (folder / "hugo.json").write_text(json.dumps(_HUGO), encoding="utf-8")
    (folder / "content").mkdir()
    for index, text in enumerate(texts):
        page = folder / f"content/p{index}.md"
        page.write_text(f"---\ntitle: x\n---\n{text}", encoding="utf-8", newline="")
    subprocess.run(["hugo", "--quiet", "--source", folder], check=False)
    pages = [folder / f"public/p{index}/index.html" for index in range(len(texts))]
    return [page.read_text("utf-8") if page.is_file() else None for page in pages]


def _as_html(template: str) -> str:
    """Return a template of Vue, in which any element may close itself, as HTML.

    Without VitePress's buttons beside code and links in headings.
    """
    parts = re.split(r"(<svg\b.*?</svg>)", _ADDED.sub("", template), flags=re.DOTALL)
    parts[::2] = [_SELF_CLOSED.sub(_closed, part) for part in parts[::2]]
    return "".join(parts)


def _closed(tag: re.Match[str]) -> str:
    return tag[0] if tag[1] in _VOID else f"<{tag[1]}{tag[2]}/></{tag[1]}>"


def ours(text: str, dialect: Dialect) -> str:
    """Return the page that articlelint makes of *text*."""
    return render(Markdown(text, 0, dialect)).html


def main(arguments: list[str]) -> int:
    """Compare, and print what differs."""
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("dialect")
    parser.add_argument("libraries", type=Path)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--mutated", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=40)
    options = parser.parse_args(arguments)
    generator = _GENERATORS.get(options.dialect, "generic")
    cases = articles([folder.absolute() for folder in options.folders], generator)
    usual = USUAL.get(options.dialect)
    if usual is not None:
        cases = [(path, text, usual) for path, text, _ in cases]
    if options.mutated:
        cases = mutations(cases, options.mutated, options.seed)
    same = compared = 0
    shown = []
    for begin in range(0, len(cases), _BATCH):
        batch = cases[begin : begin + _BATCH]
        pages = theirs(options.dialect, options.libraries.absolute(), [each[1] for each in batch])
        for (path, text, dialect), page in zip(batch, pages, strict=True):
            if page is None:
                continue
            compared += 1
            real = _as_html(page) if options.dialect == "vitepress" else page
            # hexo-renderer-marked leaves out the line endings that others write behind headings.
            own = ours(text, dialect)
            if options.dialect == "marked":
                own, real = (_HEADING_END.sub(r"\g<0>\n", each) for each in (own, real))
            place = difference(tree_of(own), tree_of(real))
            same += not place
            if place:
                shown.append(f"{path}\n    {place}")
    print("\n".join(shown[: options.show]))
    print(f"{options.dialect}: {same} of {compared} articles ({same / max(compared, 1):.2%}) alike")
    return 0 if compared else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
