"""Compares heading ids with those that the generators' own libraries make.

    python tests/oracles/heading_ids.py CORPUS LIBRARIES [STYLE ...]

CORPUS is a folder of articles. LIBRARIES is a folder with a ``node_modules`` (unified,
remark-parse, remark-gfm, remark-rehype, rehype-raw, rehype-slug, mdast-util-to-string,
github-slugger, hexo-renderer-marked, markdown-it, markdown-it-anchor) and a ``venv`` with
python-markdown; ``ruby`` with kramdown and kramdown-parser-gfm, ``hugo`` and ``pandoc`` are on the
path.

Every library gets the whole body of every article. Counted are the headings whose id is the
same, as a share of those on which the parsers agree that there is a heading at all.
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

from articlelint.article import SYNTAXES, Article, Syntax
from articlelint.destinations.heading_ids import heading_ids
from articlelint.generators import by_name
from articlelint.generators.id_style import IdStyle
from articlelint.recognition import find_site
from articlelint.site import Site
from articlelint.templates import FILLER
from articlelint.text.source import decode

_NODE = """
import fs from 'fs';
import { createRequire } from 'module';
const require = createRequire(process.argv[2] + '/node_modules/');
const load = name => import(require.resolve(name));
const texts = JSON.parse(fs.readFileSync(process.argv[3]));
const out = [];
const ids = html => [...html.matchAll(/<h([1-6])(?:\\s+id="([^"]*)")?/g)].map(m => m[2] ?? '');
"""
_GITHUB = """
const {unified} = await load('unified');
const parse = (await load('remark-parse')).default, gfm = (await load('remark-gfm')).default;
const toHast = (await load('remark-rehype')).default, slug = (await load('rehype-slug')).default;
const pipeline = unified().use(parse).use(gfm).use(toHast).use(slug);
const walk = (node, found) => {
  if (/^h[1-6]$/.test(node.tagName ?? '') && node.properties.id !== 'footnote-label')
    found.push(node.properties.id ?? '');
  for (const child of node.children ?? []) walk(child, found);
  return found;
};
for (const text of texts) out.push(walk(pipeline.runSync(pipeline.parse(text)), []));
"""
_DOCUSAURUS = """
const {unified} = await load('unified');
const parse = (await load('remark-parse')).default, gfm = (await load('remark-gfm')).default;
const {toString} = await load('mdast-util-to-string');
const Slugger = (await load('github-slugger')).default;
// As @docusaurus/mdx-loader does in src/remark/headings and parseMarkdownHeadingId.
for (const text of texts) {
  const slugs = new Slugger(), found = [];
  const walk = node => {
    if (node.type === 'heading') {
      const kept = node.children.filter(each => each.type !== 'html');
      const heading = toString(kept.length ? kept : node);
      const own = /\\s*\\{#(?<id>(?:.(?!\\{#|\\}))*.)\\}$/.exec(heading);
      found.push(own ? own.groups.id : slugs.slug(heading));
    } else for (const child of node.children ?? []) walk(child);
  };
  walk(unified().use(parse).use(gfm).parse(text));
  out.push(found);
}
"""
_HEXO = """
const render = require('hexo-renderer-marked/lib/renderer.js');
const marked = {gfm: true, breaks: true, smartypants: true, modifyAnchors: 0, autolink: true,
                headerIds: true, prependRoot: true, external_link: {}, descriptionLists: true};
const hexo = {config: {marked, url: 'http://x.test', root: '/', source_dir: 'source/'},
              execFilterSync() {}};
for (const text of texts) {
  try { out.push(ids(render.call(hexo, {text}, {mangle: false}))); } catch { out.push(null); }
}
"""
_MARKDOWN_IT = """
const MarkdownIt = (await load('markdown-it')).default;
const anchor = (await load('markdown-it-anchor')).default;
const md = new MarkdownIt({html: true}).use(anchor);
for (const text of texts) out.push(ids(md.render(text)));
"""
_RUBY = """
require 'json'; require 'kramdown'; require 'kramdown-parser-gfm'
texts = JSON.parse(File.read(ARGV[0]))
ids = texts.map { |text|
  html = Kramdown::Document.new(text, input: ARGV[2]).to_html
  html.scan(/<h[1-6](?: class="[^"]*")?(?: id="([^"]*)")?/).map { |m| m[0] || '' } }
File.write(ARGV[1], JSON.generate(ids))
"""
_PYTHON = """
import json, re, sys, markdown
texts = json.load(open(sys.argv[1]))
extensions = ['toc', 'extra', 'sane_lists']
found = []
for text in texts:
    try:
        html = markdown.markdown(text, extensions=extensions)
    except Exception:
        found.append(None)
        continue
    headings = re.finditer(r'<h[1-6](?: class="[^"]*")?(?: id="([^"]*)")?', html)
    found.append([match[1] or '' for match in headings])
json.dump(found, open(sys.argv[2], 'w'))
"""
_NODE_SCRIPTS = {
    IdStyle.GITHUB: ("generic", _GITHUB),
    IdStyle.DOCUSAURUS: ("docusaurus", _DOCUSAURUS),
    IdStyle.HEXO_MARKED: ("hexo", _HEXO),
    IdStyle.MARKDOWN_IT_ANCHOR: ("eleventy", _MARKDOWN_IT),
}
_GENERATORS = {style: generator for style, (generator, _) in _NODE_SCRIPTS.items()} | {
    IdStyle.KRAMDOWN_GFM: "jekyll",
    IdStyle.KRAMDOWN: "jekyll",
    IdStyle.GOLDMARK: "hugo",
    IdStyle.GOLDMARK_ASCII: "hugo",
    IdStyle.PYTHON_MARKDOWN: "mkdocs",
    IdStyle.PANDOC: "quarto",
}
_TAG_MARK = re.compile(r"\{(?=[{%#<])")
_HEADING = re.compile(r'<h[1-6](?:\s+class="[^"]*")?(?:\s+id="([^"]*)")?')


def bodies(corpus: Path) -> list[tuple[Path, str]]:
    """Return the Markdown bodies below *corpus*, template tags and raw headings taken out."""
    found = []
    for path in sorted(corpus.rglob("*")):
        if SYNTAXES.get(path.suffix.lower()) is Syntax.MARKDOWN and path.is_file():
            article = Article(decode(path.read_bytes()), path, site=find_site(path))
            text = _TAG_MARK.sub("x", article.masked.text.replace(FILLER, "x"))
            text = re.sub(r"<(/?)[hH]([1-6])\b", r"<\1x\2", text).replace("\r\n", "\n")
            found.append((path, "x\n\n" + text.lstrip("\ufeff")))
    return found


def ours(text: str, style: IdStyle) -> list[str]:
    """Return the ids that articlelint makes."""
    site = Site(None, by_name(_GENERATORS[style]))
    headings = Article(text, "a.md", site=site).headings
    return [each or "" for each in heading_ids(headings, style)]


def theirs(texts: list[str], style: IdStyle, libraries: Path) -> list[list[str] | None]:
    """Return the ids that the library makes; None for a text that it fails on."""
    if style is IdStyle.PANDOC:
        return [_pandoc(text) for text in texts]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source, result, script = folder / "in.json", folder / "out.json", folder / "script"
        source.write_text(json.dumps(texts), encoding="utf-8")
        if style in _NODE_SCRIPTS:
            script = folder / "script.mjs"
            write = "fs.writeFileSync(process.argv[4], JSON.stringify(out));"
            script.write_text(_NODE + _NODE_SCRIPTS[style][1] + write, encoding="utf-8")
            command: list[str | Path] = ["node", script, libraries, source, result]
        elif style in {IdStyle.KRAMDOWN, IdStyle.KRAMDOWN_GFM}:
            script.write_text(_RUBY, encoding="utf-8")
            kind = "GFM" if style is IdStyle.KRAMDOWN_GFM else "kramdown"
            command = ["ruby", script, source, result, kind]
        elif style is IdStyle.PYTHON_MARKDOWN:
            script.write_text(_PYTHON, encoding="utf-8")
            command = [libraries / "venv/bin/python", script, source, result]
        else:
            return _hugo(texts, folder, ascii_only=style is IdStyle.GOLDMARK_ASCII)
        subprocess.run(command, check=True)
        found = json.loads(result.read_text(encoding="utf-8"))
    return [None if ids is None else [unescape(each) for each in ids] for ids in found]


def _pandoc(text: str) -> list[str]:
    done = subprocess.run(
        ["pandoc", "--from=markdown", "--to=html", "--wrap=none"],
        input=text.encode(), check=True, capture_output=True,
    )  # fmt: skip
    html = done.stdout.decode()
    return [unescape(match[1] or "") for match in _HEADING.finditer(html)]


def _hugo(texts: list[str], folder: Path, *, ascii_only: bool) -> list[list[str] | None]:
    (folder / "layouts/_default").mkdir(parents=True)
    (folder / "layouts/_default/single.html").write_text("{{ .Content }}", encoding="utf-8")
    kind = "github-ascii" if ascii_only else "github"
    (folder / "config.toml").write_text(
        f'[markup.goldmark.parser]\nautoHeadingIDType = "{kind}"\n', encoding="utf-8"
    )
    for index, text in enumerate(texts):
        path = folder / f"content/p{index}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"---\ntitle: x\n---\n{text}", encoding="utf-8")
    subprocess.run(["hugo", "--quiet", "--source", folder], check=False)
    found: list[list[str] | None] = []
    for index in range(len(texts)):
        page = folder / f"public/p{index}/index.html"
        found.append(
            [unescape(match[1] or "") for match in _HEADING.finditer(page.read_text("utf-8"))]
            if page.is_file()
            else None
        )
    return found


def compare(corpus: Path, libraries: Path, styles: list[IdStyle]) -> None:
    """Print the agreement for each style, and where it fails."""
    documents = bodies(corpus)
    for style in styles:
        same = different = 0
        shown: list[str] = []
        other = theirs([text for _, text in documents], style, libraries)
        for (path, text), expected in zip(documents, other, strict=True):
            if expected is None:
                continue
            made = ours(text, style)
            if len(made) == len(expected):
                pairs = list(zip(made, expected, strict=True))
            else:  # the parsers do not agree what is a heading: count what lies between
                blocks = SequenceMatcher(None, made, expected, autojunk=False).get_opcodes()
                pairs = []
                for kind, start, end, first, last in blocks:
                    if kind == "equal" or end - start == last - first:
                        pairs += zip(made[start:end], expected[first:last], strict=True)
            same += sum(mine == theirs for mine, theirs in pairs)
            different += sum(mine != theirs for mine, theirs in pairs)
            shown += [
                f"  {path}: {mine!r}, not {their!r}" for mine, their in pairs if mine != their
            ]
        share = same / (same + different or 1)
        print(f"{style}: {same} of {same + different} the same ({share:.3%})")
        print("\n".join(shown[:: max(1, len(shown) // 25)][:30]))


if __name__ == "__main__":
    chosen = [IdStyle(name) for name in sys.argv[3:]] or list(_GENERATORS)
    compare(Path(sys.argv[1]), Path(sys.argv[2]).absolute(), chosen)
