"""Builds each text of tests/templates/truth before and after our fixes, in the real engines.

    python tests/oracles/template_fixes.py FOLDER [ENGINE ...]

FOLDER is that of tests/templates/truth/generate.py. A text with a fix has to build once it is made,
and the page has to show what the author wrote; what does not is printed, and what only a reader
can tell: where something was written otherwise, so that it works.
"""

from __future__ import annotations

import html
import re
import sys
import tempfile
from collections import Counter
from importlib import import_module
from pathlib import Path

from articlelint import Applicability, Article
from articlelint.linting.fixing import fix
from articlelint.linting.registry import rules_of
from articlelint.recognition import find_site

TRUTH = Path(__file__).parents[1] / "templates" / "truth"
SITES = {
    "jekyll": {"_config.yml": "baseurl: ''\n", "_includes/note.html": "NOTE"},
    "hexo7": {"package.json": '{"dependencies": {"hexo": "^7.3.0"}}', "_config.yml": "url: x\n"},
    "hexo8": {"package.json": '{"dependencies": {"hexo": "^8.0.0"}}', "_config.yml": "url: x\n"},
    "eleventy-liquid": {".eleventy.js": "module.exports = (c) => {};", "_includes/note.html": ""},
    "eleventy-nunjucks": {
        "eleventy.config.mjs": 'export default () => ({ markdownTemplateEngine: "njk" });',
        "_includes/note.html": "",
    },
    "jinja2content": {"pelicanconf.py": "PATH = 'content'\nPLUGINS = ['jinja2content']\n"},
    "vitepress": {".vitepress/config.ts": "export default {};\n"},
    "zola": {
        "config.toml": "base_url = 'https://example.org'\n",
        "templates/index.html": "",
        "templates/shortcodes/note.html": "{{ body }}",
        "templates/shortcodes/plain.html": "",
        "templates/shortcodes/youtube.md": "{{ id }}",
    },
    "mdx": {"astro.config.mjs": "export default {};\n"},
    "docusaurus": {
        "docusaurus.config.js": "module.exports = {title: 'x', url: 'https://example.org'};\n",
        "package.json": '{"dependencies": {"@docusaurus/core": "3.7.0"}}',
    },
    "hugo": {
        "hugo.toml": "title = 'x'\n",
        "layouts/single.html": "",
        "layouts/shortcodes/note.html": "{{ .Inner }}",
        "layouts/shortcodes/plain.html": "PLAIN",
        "layouts/shortcodes/my-own_2.html": "",
        "layouts/shortcodes/sub/deep.html": "",
    },
    "mkdocs-macros": {"mkdocs.yml": "site_name: x\nplugins:\n- macros\n", "docs/note.html": ""},
}
FILES = {
    "hexo7": "source/_posts/page.md", "hexo8": "source/_posts/page.md",
    "mkdocs-macros": "docs/page.md", "jinja2content": "content/page.md",
    "zola": "content/page.md", "hugo": "content/page.md", "docusaurus": "docs/page.md",
    "mdx": "src/content/docs/page.mdx",
}  # fmt: skip
PLACES = ("text", "alone", "code", "fence")
HELD = re.compile(r"\{% raw %\}(.*?)\{% endraw %\}", re.DOTALL)
HIDDEN = re.compile(r"\{% (if|comment) .*?\{% end\1 %\}", re.DOTALL)
TAG = re.compile(r"</?(?:span|code|pre|figure|table|tr|td|b|a)\b[^<>{}]*>|<br ?/?>")
MARKS = re.compile(r"[\s`]+|\d+(?=<)|(?<=[-–—])-")
QUOTES = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "..."})


def main(folder: str, *wanted: str) -> None:
    """Fix, build, compare, and print what was compared."""
    sys.path.insert(0, str(TRUTH))
    generate = import_module("generate")
    rules = [rule() for rule in rules_of("articlelint_rules") if rule.name.startswith("templates/")]
    kinds = {engine: kind for kind, engines in generate.KINDS.items() for engine in engines}
    for engine, command in generate.commands(folder).items():
        if wanted and engine not in wanted:
            continue
        with tempfile.TemporaryDirectory() as name:
            root = Path(name)
            for file, text in SITES[engine].items():
                (root / file).parent.mkdir(parents=True, exist_ok=True)
                (root / file).write_text(text, encoding="utf-8")
            path = root / FILES.get(engine, "page.md")
            site = find_site(path, root)
            fixed = []
            for place in PLACES:
                for snippet in generate.snippets(kinds[engine]):
                    page = generate.page(snippet, place)
                    if page is None:
                        continue
                    result = fix(Article(page, path, site=site), rules, Applicability.UNSAFE)
                    if result.applied:
                        rest = len(result.result.diagnostics)
                        fixed.append((place, snippet, result.article.text, rest))
        answers, version = generate.ask(command, [text for _, _, text, _ in fixed])
        counted: Counter[str] = Counter()
        for (place, snippet, text, rest), said in zip(fixed, answers, strict=True):
            answer = generate.answer(said, snippet, place)
            kind = _kind(answer, said.get("html") or "", text, rest)
            counted[kind] += 1
            if kind in {"stops", "shows something else", "to be read"}:
                print(f"{engine} {place}: {snippet!r} as {text.partition('qqa')[2]!r}: {answer}")
        print(f"{version}: {len(fixed)} texts with fixes, {dict(counted)}")


def _kind(answer: str, page: str, text: str, rest: int) -> str:
    if rest:  # what only the author can fix is left in it
        return "left with a finding"
    if answer[0] == "!":
        return "stops"
    if answer == "=":
        return "shows what was written"
    plain = _plain(page)
    wanted = [_plain(each) for each in HELD.findall(HIDDEN.sub("", text))]
    if not wanted:
        return "to be read"
    shown = all(each in plain for each in wanted)
    return "shows what was written" if shown else "shows something else"


def _plain(text: str) -> str:
    """Return what is shown of *text*, be it HTML or Markdown, quotes and blanks left aside."""
    bare = html.unescape(TAG.sub("", text)).translate(QUOTES)
    return MARKS.sub("", bare)


if __name__ == "__main__":
    main(*sys.argv[1:])
