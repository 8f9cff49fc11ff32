"""Sites of docsify 4.13.1, shown by jsdom: ``tests/oracles/docsify.mjs``."""

from __future__ import annotations

from tests.sample_sites.model import RESOLVES, UNJUDGED, SampleSite

_INDEX = (
    "<!doctype html>\n<html><head><meta charset='utf-8'></head><body><div id='app'></div>\n"
    "<script>window.$docsify = { name: 'Kites'%s }</script>\n"
    "<script src='//cdn.jsdelivr.net/npm/docsify@4'></script></body></html>\n"
)
_PAGES = {
    "img/kite.png": "",
    "guide/owl.png": "",
    "slides.pdf": "slides",
    "README.md": "# Home\n",
    "guide/README.md": "# Guide\n",
    "guide/owl.md": "# Owls\n\n## Wings of 2 :id=two\n\n## 3 Tails, “Ä”\n\n## Same\n\n## Same\n\n"
    "## `Code` of *crows* {docsify-ignore}\n\n## It's 1 & 2\n",
}
_REFERENCES = {
    "![x](owl.png)": RESOLVES,
    "![x](./owl.png)": RESOLVES,
    "![x](../img/kite.png)": RESOLVES,
    "![x](/owl.png)": RESOLVES,  # beside the article all the same
    "![x](/img/kite.png)": UNJUDGED,  # so that it is not in the root
    "![x](kite.png)": "missing-file",
    "![x](/img/crow.png)": "missing-file",
    "![x](../img/Kite.png)": "wrong-case",
    '<img src="img/kite.png" alt="">': RESOLVES,
    '<img src="./img/kite.png" alt="">': RESOLVES,
    '<img src="owl.png" alt="">': "missing-file",
    "[x](/guide/owl.md)": RESOLVES,
    "[x](/guide/owl)": RESOLVES,
    "[x](/guide/)": RESOLVES,
    "[x](/guide/README)": RESOLVES,
    "[x](/README)": RESOLVES,
    "[x](/guide/READMES)": "missing-page",
    "[x](/)": RESOLVES,
    "[x](/guide/owls)": "missing-page",
    "[x](/withdrawn)": "missing-page",
    "[x](/guide/owls.md)": "missing-target",
    "[x](/slides.pdf ':ignore')": RESOLVES,
    "[x](/slide.pdf ':ignore')": "missing-target",
    "[x](/guide/owl#two)": RESOLVES,
    "[x](/guide/owl.md#_3-tails-Ä)": RESOLVES,
    "[x](/guide/owl.md#code-of-crows)": RESOLVES,
    "[x](/guide/owl.md#same-1)": RESOLVES,
    "[x](/guide/owl#wings-of-2)": "missing-anchor",
    "[x](/guide/owl.md#withdrawn)": "missing-anchor",
    "[x](/guide/owl.md#its-1-2)": UNJUDGED,  # markup becomes letters
    "[x](#tails)": RESOLVES,
    "[x](#tail)": "missing-anchor",
    "[x](#withdrawn)": "missing-anchor",
}

SITES = (
    SampleSite(
        "docsify",
        "docsify",
        {**_PAGES, "index.html": _INDEX % ""},
        "guide/kite.md",
        {
            **_REFERENCES,
            "[x](guide/owl.md)": RESOLVES,
            "[x](guide/owl)": RESOLVES,
            "[x](guide/owls.md)": "missing-target",
            "[x](guide/owls)": "missing-page",
            "[x](owl.md)": UNJUDGED,  # seen from the root, where it is not
            "[x](owl)": "missing-page",  # likewise
            "[x](./owl)": UNJUDGED,
        },
        "# Kites\n\n## Tails\n\n",
    ),
    SampleSite(
        "docsify with relative paths",
        "docsify",
        {**_PAGES, "index.html": _INDEX % ", relativePath: true"},
        "guide/kite.md",
        {
            **_REFERENCES,
            "[x](owl.md)": RESOLVES,
            "[x](./owl.md)": RESOLVES,
            "[x](owl)": RESOLVES,
            "[x](../README.md)": UNJUDGED,  # its address is the folder's, and this works too
            "[x](owls.md)": "missing-target",
            "[x](owls)": "missing-page",
        },
        "# Kites\n\n## Tails\n\n",
    ),
)
