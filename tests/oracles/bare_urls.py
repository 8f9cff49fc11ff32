"""Compares the bare URLs that become links with those that the generators' libraries find.

    python tests/oracles/bare_urls.py CORPUS LIBRARIES [LIBRARY ...]

CORPUS is a folder of articles. LIBRARIES is a folder with a ``node_modules`` (unified,
remark-parse, remark-gfm, marked, hexo-renderer-markdown-it); ``hugo`` is on the path. A LIBRARY is
``gfm``, ``marked``, ``goldmark`` or ``linkify-it``, of whose links those without a scheme are left
out.

Every library gets the whole body of every article, the angle brackets of autolinks taken apart
and the destinations of other links changed, so that none is equal to its text.
Compared is what is written in each link, character by character; e-mail addresses are left out.
Only theirs are the URLs between the author's own ``<a>`` and ``</a>``, which articlelint passes
over, and what the parsers do not agree to be text.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from difflib import SequenceMatcher
from html import unescape
from pathlib import Path
from urllib.parse import unquote

from articlelint.article import Article
from articlelint.markdown.url_library import BareUrls
from articlelint.recognition import site_for
from tests.oracles.heading_ids import bodies

_GENERATORS = {
    BareUrls.GFM: "astro",
    BareUrls.MARKED: "hexo",
    BareUrls.GOLDMARK: "hugo",
    BareUrls.LINKIFY: "vitepress",
}
_NODE = """
import fs from 'fs';
import { createRequire } from 'module';
const require = createRequire(process.argv[2] + '/node_modules/');
const load = name => import(require.resolve(name));
const texts = JSON.parse(fs.readFileSync(process.argv[3]));
const out = [];
"""
_GFM = """
const {unified} = await load('unified');
const parse = (await load('remark-parse')).default, gfm = (await load('remark-gfm')).default;
const pipeline = unified().use(parse).use(gfm);
for (const text of texts) {
  const walk = (node, found) => {
    if (node.type === 'link') {
      const at = node.position;
      const source = at ? text.slice(at.start.offset, at.end.offset) : node.children[0].value;
      if (!/^[[<]/.test(source)) found.push(source);
    }
    for (const child of node.children ?? []) walk(child, found);
    return found;
  };
  out.push(walk(pipeline.runSync(pipeline.parse(text)), []));
}
"""
_MARKED = """
const {Lexer} = require('marked');
for (const text of texts) {
  const found = [];
  const walk = tokens => {
    for (const token of tokens ?? []) {
      if (token.type === 'link' && !/^[[<]/.test(token.raw)) found.push(token.raw);
      walk(token.tokens);
      for (const item of token.items ?? []) walk(item.tokens);
      for (const cell of token.header ?? []) walk(cell.tokens);
      for (const row of token.rows ?? []) for (const cell of row) walk(cell.tokens);
    }
  };
  walk(new Lexer({gfm: true, breaks: true}).lex(text));
  out.push(found);
}
"""
_LINKIFY = """
const MarkdownIt = createRequire(require.resolve('hexo-renderer-markdown-it'))('markdown-it');
const md = new MarkdownIt({html: true, linkify: true});
md.normalizeLinkText = text => text;
for (const text of texts) {
  const found = [];
  const walk = tokens => tokens.forEach((token, at) => {
    if (token.markup === 'linkify' && token.nesting > 0 && /:\\/\\//.test(tokens[at + 1].content)) {
      found.push(tokens[at + 1].content);
    }
    walk(token.children ?? []);
  });
  walk(md.parse(text, {}));
  out.push(found);
}
"""
_URL = re.compile(r"(?:https?|ftp)://|www\.", re.IGNORECASE)
_SCRIPTS = {BareUrls.MARKED: _MARKED, BareUrls.GFM: _GFM, BareUrls.LINKIFY: _LINKIFY}
_POINTED = re.compile(r"<(?=https?:|ftp:|www\.)", re.IGNORECASE)
_DESTINATION = re.compile(r"(?<=\]\()(?=https?:)|(?<=\]:)\s*(?=https?:)", re.IGNORECASE)
_LINK = re.compile(r'<a href="([^"]*)">([^<]*)</a>')


def ours(text: str, library: BareUrls) -> list[str]:
    """Return what articlelint finds."""
    article = Article(text, "a.md", site=site_for(Path("nowhere"), _GENERATORS[library]))
    return [each.span.of(text) for each in article.links if each.place == "bare"]


def theirs(texts: list[str], library: BareUrls, libraries: Path) -> list[list[str] | None]:
    """Return what the library finds; None for a text that it fails on."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if library is BareUrls.GOLDMARK:
            return _hugo(texts, folder)
        source, result, script = folder / "in.json", folder / "out.json", folder / "script.mjs"
        source.write_text(json.dumps(texts), encoding="utf-8")
        write = "fs.writeFileSync(process.argv[4], JSON.stringify(out));"
        body = _SCRIPTS[library]
        script.write_text(_NODE + body + write, encoding="utf-8")
        subprocess.run(["node", script, libraries, source, result], check=True)
        found = json.loads(result.read_text(encoding="utf-8"))
    return [[each for each in urls if _URL.match(each)] for urls in found]


def _hugo(texts: list[str], folder: Path) -> list[list[str] | None]:
    layouts = folder / "layouts/_default"
    layouts.mkdir(parents=True)
    (layouts / "single.html").write_text("{{ .Content }}", encoding="utf-8")
    (folder / "config.toml").write_text("", encoding="utf-8")
    for index, text in enumerate(texts):
        path = folder / f"content/p{index}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"---\ntitle: x\n---\n{text}", encoding="utf-8")
    subprocess.run(["hugo", "--quiet", "--source", folder], check=False)
    found: list[list[str] | None] = []
    for index in range(len(texts)):
        page = folder / f"public/p{index}/index.html"
        if page.is_file():
            links = _LINK.findall(page.read_text("utf-8"))
            pairs = [(unquote(unescape(url)), unescape(text)) for url, text in links]
            urls = [
                text
                for url, text in pairs
                if url.endswith(unquote(text)) and not url.startswith("y:")
            ]
            found.append([each for each in urls if _URL.match(each)])
        else:
            found.append(None)
    return found


def compare(corpus: Path, libraries: Path, chosen: list[BareUrls]) -> None:
    """Print for each library how many are the same, and where they are not."""
    documents = [
        (path, _DESTINATION.sub("y:", _POINTED.sub("< ", text)))
        for path, text in bodies(corpus)
        if _URL.search(text)
    ]
    for library in chosen:
        same = only_ours = only_theirs = 0
        shown: list[str] = []
        other = theirs([text for _, text in documents], library, libraries)
        for (path, text), expected in zip(documents, other, strict=True):
            if expected is None:
                continue
            made = ours(text, library)
            for kind, start, end, first, last in SequenceMatcher(
                None, made, expected, autojunk=False
            ).get_opcodes():
                if kind == "equal":
                    same += end - start
                    continue
                only_ours += end - start
                only_theirs += last - first
                shown.append(f"  {path}: {made[start:end]}, not {expected[first:last]}")
        print(f"{library}: {same} the same, {only_ours} only ours, {only_theirs} only theirs")
        print("\n".join(shown[:: max(1, len(shown) // 40)]))


if __name__ == "__main__":
    compare(
        Path(sys.argv[1]),
        Path(sys.argv[2]).absolute(),
        [BareUrls(name) for name in sys.argv[3:]] or list(BareUrls),
    )
