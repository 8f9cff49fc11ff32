"""A site of Quarto, which registries only have a downloader of.

It was built with Pandoc 3.9, which reads Quarto's Markdown: ``tests/oracles/quarto.py``. What a
cell of code puts out is by Quarto's documentation.
"""

from __future__ import annotations

from tests.sample_sites.model import RESOLVES, UNJUDGED, SampleSite

SITES = (
    SampleSite(
        "quarto",
        "quarto",
        {
            "_quarto.yml": "project:\n  type: website\nwebsite:\n  title: Kites\n",
            "index.qmd": "---\ntitle: Home\n---\n",
            "birds/owl.qmd": "---\ntitle: Owls\n---\n\n## 1. Wings & `x_y.z` Ünï\n\n"
            "::: {.callout-note #boxed}\n## Feet {#claws}\nHi\n:::\n\n"
            '## Owls--of the north... "old" \n\n## 2024\n\n## Same\n\n## Same\n\n'
            "{{< include _part.qmd >}}\n",
            "birds/plot.qmd": "---\ntitle: Plot\n---\n\n```{r}\n#| label: fig-a\nplot(1)\n```\n",
            "birds/_part.qmd": "## Food and drink\n",
            "birds/hen.png": "",
            "img/kite.png": "",
            "slides.pdf": "slides",
        },
        "birds/kite.qmd",
        {
            "![x](hen.png)": RESOLVES,
            "![x](../img/kite.png){width=50% fig-align=left}": RESOLVES,
            "![x](/img/kite.png)": RESOLVES,
            "![x](crow.png)": "missing-file",
            "![x](Hen.png)": "wrong-case",
            "![x](/img/hen.png)": "missing-file",
            "[x](owl.qmd)": RESOLVES,
            "[x](owl.qmd#wings-x_y.z-ünï)": RESOLVES,
            "[x](owl.qmd#claws)": RESOLVES,
            "[x](owl.qmd#boxed)": RESOLVES,
            "[x](owl.qmd#owlsof-the-north-old)": RESOLVES,
            "[x](owl.qmd#section)": RESOLVES,
            "[x](owl.qmd#same-1)": RESOLVES,
            "[x](owl.qmd#food-and-drink)": RESOLVES,
            "[x](owl.qmd#beak)": "missing-anchor",
            "[x](owl.qmd#1-wings-x_yz-ünï)": "missing-anchor",
            "[x](owl.qmd#feet)": "missing-anchor",
            "[x](owls.qmd)": "missing-target",
            "[x](/birds/owl.qmd)": RESOLVES,
            "[x](../index.qmd)": RESOLVES,
            "[x](../slides.pdf)": RESOLVES,
            "[x](slides.pdf)": "missing-target",
            "[x](plot.qmd#fig-a)": RESOLVES,
            "[x](owl.html)": RESOLVES,
            "[x](owls.html)": UNJUDGED,
            "[x](plot.qmd#fig-b)": UNJUDGED,  # a program puts out what it likes
            "[x](#tails)": RESOLVES,
            "[x](#tail)": "missing-anchor",
            "[x](#beak)": "missing-anchor",
            "@fig-a": UNJUDGED,
        },
        "---\ntitle: Kites\n---\n\n## Tails\n\n",
    ),
)
