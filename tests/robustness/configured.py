"""Sites whose configurations switch on what their parsers of Markdown can do, for the fuzzer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.recognition import find_site

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from articlelint.site import Site

_PYTHON_MARKDOWN: Final = (
    "extra", "admonition", "toc", "nl2br", "sane_lists", "codehilite",
    "pymdownx.arithmatex", "pymdownx.betterem", "pymdownx.blocks.admonition",
    "pymdownx.blocks.caption", "pymdownx.blocks.definition", "pymdownx.blocks.details",
    "pymdownx.blocks.html", "pymdownx.blocks.tab", "pymdownx.caret", "pymdownx.details",
    "pymdownx.emoji", "pymdownx.highlight", "pymdownx.inlinehilite", "pymdownx.keys",
    "pymdownx.magiclink", "pymdownx.mark", "pymdownx.saneheaders", "pymdownx.smartsymbols",
    "pymdownx.snippets", "pymdownx.superfences", "pymdownx.tabbed", "pymdownx.tasklist",
    "pymdownx.tilde",
)  # fmt: skip
_LISTED: Final = "".join(f"  - {each}\n" for each in _PYTHON_MARKDOWN)
_SITES: Final[dict[str, tuple[dict[str, str], str]]] = {
    "mkdocs with every extension": (
        {"mkdocs.yml": f"site_name: A\nmarkdown_extensions:\n{_LISTED}"},
        "docs/a.md",
    ),
    "mkdocs with few": (
        {
            "mkdocs.yml": "site_name: A\nmarkdown_extensions:\n  - attr_list\n  - md_in_html\n"
            "  - footnotes\n  - def_list\n  - pymdownx.tabbed:\n      alternate_style: true\n"
            "  - pymdownx.blocks.tab:\n      alternate_style: true\n"
        },
        "docs/a.md",
    ),
    "pelican": (
        {
            "pelicanconf.py": "SITEURL = ''\nPATH = 'content'\nMARKDOWN = {'extensions': "
            "['markdown.extensions.extra', 'markdown.extensions.meta', 'admonition']}\n"
        },
        "content/a.md",
    ),
    "jekyll with Markdown in HTML": (
        {
            "_config.yml": "title: A\nmarkdown: kramdown\nkramdown:\n  input: GFM\n"
            "  hard_wrap: true\n  parse_block_html: true\n  parse_span_html: false\n"
            "  math_engine: mathjax\n  smart_quotes: lsquo,rsquo,ldquo,rdquo\n"
        },
        "_posts/2024-01-01-a.md",
    ),
    "jekyll without GFM": (
        {"_config.yml": "title: A\nkramdown:\n  input: kramdown\n  auto_ids: false\n"},
        "_posts/2024-01-01-a.md",
    ),
    "jekyll with CommonMark": (
        {"_config.yml": "title: A\nmarkdown: CommonMark\ncommonmark:\n  options: [UNSAFE]\n"},
        "_posts/2024-01-01-a.md",
    ),
    "hexo with markdown-it": (
        {
            "_config.yml": "title: A\nmarkdown:\n  render:\n    html: true\n    linkify: true\n"
            "    breaks: true\n    typographer: true\n  plugins:\n    - markdown-it-footnote\n",
            "package.json": '{"hexo": {"version": "7.0.0"}, "dependencies": {"hexo": "^7.0.0",'
            ' "hexo-renderer-markdown-it": "^7.0.0"}}',
        },
        "source/_posts/a.md",
    ),
    "hexo with marked": (
        {
            "_config.yml": "title: A\npost_asset_folder: true\nmarked:\n  prependRoot: true\n"
            "  postAsset: true\n  breaks: false\n  mangle: true\n",
            "package.json": '{"hexo": {"version": "7.0.0"}, "dependencies": {"hexo": "^7.0.0",'
            ' "hexo-renderer-marked": "^6.0.0"}}',
        },
        "source/_posts/a.md",
    ),
    "hugo with all of goldmark": (
        {
            "hugo.toml": "baseURL = 'https://a.example.edu/'\n[markup.goldmark.renderer]\n"
            "unsafe = true\n[markup.goldmark.parser.attribute]\nblock = true\ntitle = true\n"
            "[markup.goldmark.extensions]\ntypographer = false\n"
            "[markup.goldmark.extensions.passthrough]\nenable = true\n"
            "[markup.goldmark.extensions.passthrough.delimiters]\n"
            "block = [['\\\\[', '\\\\]'], ['$$', '$$']]\ninline = [['\\\\(', '\\\\)']]\n"
        },
        "content/posts/a.md",
    ),
    "hugo that shows HTML as text": (
        {"hugo.toml": "baseURL = 'https://a.example.edu/'\n[markup.goldmark.extensions]\n"},
        "content/posts/a.md",
    ),
    "sphinx with MyST": (
        {
            "conf.py": "extensions = ['myst_parser']\nmyst_enable_extensions = ['amsmath', "
            "'attrs_block', 'attrs_inline', 'colon_fence', 'deflist', 'dollarmath', 'fieldlist', "
            "'html_admonition', 'html_image', 'linkify', 'replacements', 'smartquotes', "
            "'strikethrough', 'substitution', 'tasklist']\nmyst_heading_anchors = 3\n",
            "index.md": "# A\n",
        },
        "a.md",
    ),
    "vitepress with attributes": (
        {
            ".vitepress/config.mts": "import { defineConfig } from 'vitepress'\n"
            "export default defineConfig({ markdown: { math: true, linkify: false } })\n",
            "package.json": '{"devDependencies": {"vitepress": "^1.0.0"}}',
        },
        "a.md",
    ),
    "docusaurus that takes CommonMark": (
        {
            "docusaurus.config.js": "module.exports = { title: 'A', markdown: { format: 'detect',"
            " mdx1Compat: { comments: false } }, presets: [['classic', {}]] };\n",
            "package.json": '{"dependencies": {"@docusaurus/core": "3.5.0"}}',
        },
        "docs/a.md",
    ),
    "quarto": ({"_quarto.yml": "project:\n  type: website\n"}, "a.qmd"),
}


def configured(folder: Path) -> Iterator[tuple[Path, Site]]:
    """Yield where an article is in each of these sites, which are made in *folder*, and the site.

    What is looked for on the disk is not there, but for the configuration.
    """
    for number, (files, article) in enumerate(_SITES.values()):
        root = folder / str(number)
        for name, text in files.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text, encoding="utf-8")
        path = root / article
        path.parent.mkdir(parents=True, exist_ok=True)
        yield path, find_site(path)
