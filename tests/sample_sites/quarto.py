"""A site of Quarto, which registries only have a downloader of: this is by its documentation.

Headings and boxes were compared with Pandoc 3.9, which reads Quarto's Markdown.
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
            "::: {.callout-note #boxed}\n## Feet {#claws}\nHi\n:::\n",
            "birds/plot.qmd": "---\ntitle: Plot\n---\n\n```{r}\n#| label: fig-a\nplot(1)\n```\n",
            "birds/_part.qmd": "Text\n",
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
            "[x](owl.qmd#beak)": UNJUDGED,
            "[x](owls.qmd)": "missing-target",
            "[x](/birds/owl.qmd)": RESOLVES,
            "[x](../index.qmd)": RESOLVES,
            "[x](../slides.pdf)": RESOLVES,
            "[x](slides.pdf)": "missing-target",
            "[x](plot.qmd#fig-a)": RESOLVES,
            "[x](owl.html)": UNJUDGED,
            "{{< include _part.qmd >}}": RESOLVES,
            "[x](#tails)": RESOLVES,
            "@fig-a": UNJUDGED,
        },
        "---\ntitle: Kites\n---\n\n## Tails\n\n",
    ),
)
