"""Books of mdBook; compared with version 0.5.4."""

from __future__ import annotations

from tests.sample_sites.model import RESOLVES, UNJUDGED, SampleSite

_SUMMARY = (
    "# Summary\n\n[Home](intro.md)\n\n- [Kites](birds/kite.md)\n  - [Owls](./birds/night/owl.md)\n"
    "- [Birds](birds/README.md)\n- [Draft]()\n<!-- - [Old](birds/old.md) -->\n"
)
_FILES = {
    "book.toml": "[book]\ntitle = 'Kites'\n",
    "src/SUMMARY.md": _SUMMARY,
    "src/intro.md": "# Home\n\n## Kites & *others*: `x_y` (2.0)\n\nKite\n: A bird\n",
    "src/birds/night/owl.md": "# Owls\n\n## Wings\n\n## Wings\n\n## Feet {#claws}\n",
    "src/birds/README.md": "# Birds\n",
    "src/birds/old.md": "# Old\n",
    "src/img/kite.png": "",
    "src/birds/hen.png": "",
    "src/slides.pdf": "slides",
    "barn.png": "",
}

SITES = (
    SampleSite(
        "mdbook",
        "mdbook",
        _FILES,
        "src/birds/kite.md",
        {
            "![x](hen.png)": RESOLVES,
            "![x](../img/kite.png)": RESOLVES,
            "![x](/img/kite.png)": RESOLVES,
            '<img src="hen.png" alt="">': RESOLVES,
            '<img src="../img/kite.png" alt="">': RESOLVES,
            "![x](../../img/kite.png)": RESOLVES,  # nothing is above the root of a host
            "![x](img/kite.png)": "missing-file",
            "![x](/img/hen.png)": "missing-file",
            '<img src="kite.png" alt="">': "missing-file",
            "![x](Hen.png)": "wrong-case",
            "![x](../img/Kite.png)": "wrong-case",
            "![x](../../barn.png)": "outside-site",
            "[x](night/owl.md)": RESOLVES,
            "[x](night/owl.html)": RESOLVES,
            "[x](./night/owl.md#wings)": RESOLVES,
            "[x](night/owl.html#wings-1)": RESOLVES,
            "[x](night/owl.md#claws)": RESOLVES,
            "[x](night/owl.md#feet)": "missing-anchor",
            "[x](night/owl.md#wing)": "missing-anchor",
            '<a href="night/owl.md#wing">x</a>': "missing-anchor",
            "[x](../intro.md#kites--others-x_y-20)": RESOLVES,
            "[x](../intro.md#kite)": RESOLVES,
            "[x](night/owls.md)": "missing-target",
            "[x](night/owls.html)": "missing-page",
            "[x](old.md)": "missing-target",  # the summary does not list it
            "[x](../SUMMARY.md)": "missing-target",
            "[x](../../other/owl.html)": UNJUDGED,  # another book, perhaps
            "[x](../../other/owl.md)": UNJUDGED,
            "[x](README.md)": UNJUDGED,  # the page is index.html
            "[x](index.html)": RESOLVES,
            "[x](../print.html)": RESOLVES,
            "[x](/birds/night/owl.html)": RESOLVES,
            "[x](../slides.pdf)": RESOLVES,
            "[x](slides.pdf)": "missing-target",
            "[x](#tails)": RESOLVES,
            "[x](#Tails)": "missing-anchor",
            "[x](#tail)": "missing-anchor",
        },
        "# Kites\n\n## Tails\n\n",
    ),
    SampleSite(
        "mdbook in another folder, below a path",
        "mdbook",
        {
            "book.toml": "[book]\nsrc = 'text'\n[output.html]\nsite-url = '/kites/'\n"
            "[output.html.redirect]\n'/old.html' = 'owl.html'\n"
            "'/owl.html#claws' = 'kite.html#feet'\n",
            "text/SUMMARY.md": "- [Kites](kite.md)\n- [Owls](owl.md)\n",
            "text/owl.md": "# Owls\n",
            "text/kite.png": "",
        },
        "text/kite.md",
        {
            "![x](kite.png)": RESOLVES,
            "![x](/kites/kite.png)": RESOLVES,
            "![x](owl.png)": "missing-file",
            "[x](owl.md)": RESOLVES,
            "[x](owls.md)": "missing-target",
            "[x](/kites/owl.html)": RESOLVES,
            "[x](/kites/owls.html)": "missing-page",
            "[x](old.html)": RESOLVES,
            "[x](old.md)": RESOLVES,
            "[x](older.md)": "missing-target",
            "[x](owl.md#claws)": UNJUDGED,  # a script sends it elsewhere
            "[x](owl.md#claw)": "missing-anchor",
        },
        "# Kites\n\n",
    ),
)
