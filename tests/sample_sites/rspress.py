"""Sites of Rspress 2.0.22."""

from __future__ import annotations

from tests.sample_sites.model import RESOLVES, UNJUDGED, SampleSite

_TITLE = "---\ntitle: Kites\n---\n"

SITES = (
    SampleSite(
        "rspress below a path",
        "rspress",
        {
            "package.json": '{"type": "module", "dependencies": {"@rspress/core": "^2.0.0"}}',
            "rspress.config.ts": "import { defineConfig } from '@rspress/core';\n"
            "export default defineConfig({ root: 'docs', base: '/kites/', title: 'Kites', "
            "markdown: { link: { checkDeadLinks: false }, "
            "image: { checkDeadImages: false } } });\n",
            "docs/public/img/kite.png": "",
            "docs/public/slides.pdf": "slides",
            "docs/guide/owl.png": "",
            "docs/guide/notes.pdf": "notes",
            "docs/index.md": "# Home\n",
            "docs/about.tsx": "export default () => <p>We</p>;\n",
            "docs/guide/index.md": "# Guide\n",
            "docs/guide/owl.mdx": "# Owls\n\n## Wings of 2 \\{#two}\n\n## 3 Tails, “Ä”\n\n"
            "## `Code` *of* [crows](./kite)\n\n## Same\n\n## Same\n\n:::tip Title\nFly\n:::\n",
            "docs/guide/red crow.md": "# Crow\n\n## Feet {#feet-of-crows}\n",
        },
        "docs/guide/kite.md",
        {
            "![x](./owl.png)": RESOLVES,
            "![x](../public/img/kite.png)": RESOLVES,
            "![x](/img/kite.png)": RESOLVES,
            '<img src="/img/kite.png" alt="">': RESOLVES,
            "![x](/img/crow.png)": "missing-file",
            "![x](./kite.png)": "missing-file",
            "![x](/img/Kite.png)": "wrong-case",
            "![x](../../../owl.png)": "outside-site",
            '<img src="./owl.png" alt="">': UNJUDGED,  # left as it is
            "[x](./owl.mdx)": RESOLVES,
            "[x](owl.mdx)": RESOLVES,
            "[x](owl)": RESOLVES,
            "[x](./owl)": RESOLVES,
            "[x](owl.html)": RESOLVES,
            "[x](/guide/owl)": RESOLVES,
            "[x](/guide/owl.mdx)": RESOLVES,
            "[x](/kites/guide/owl.html)": RESOLVES,
            "[x](/guide/)": RESOLVES,
            "[x](./index.md)": RESOLVES,
            "[x](<./red crow.md>)": RESOLVES,
            "[x](/about)": RESOLVES,
            "[x](./owls.mdx)": "missing-target",
            "[x](owls)": "missing-page",
            "[x](/guide/owls)": "missing-page",
            "[x](/withdrawn)": "missing-page",
            "[x](/withdrawn/)": "missing-page",
            "[x](/slides.pdf)": RESOLVES,
            "[x](/kites/slides.pdf)": RESOLVES,
            "[x](/slide.pdf)": "missing-target",
            "[x](./notes.pdf)": UNJUDGED,  # it is there, and nothing copies it
            "[x](./owl.mdx#two)": RESOLVES,
            "[x](/guide/owl#3-tails-ä)": RESOLVES,
            "[x](owl#code-of-crows)": RESOLVES,
            "[x](owl#same-1)": RESOLVES,
            "[x](./owl.mdx#wings-of-2)": "missing-anchor",
            "[x](/guide/owl#withdrawn)": "missing-anchor",
            "[x](<./red crow.md#feet-of-crows>)": RESOLVES,
            "[x](#tails)": RESOLVES,
            "[x](#tail)": "missing-anchor",
        },
        f"{_TITLE}\n## Tails\n\n",
    ),
    SampleSite(
        "rspress in two languages",
        "rspress",
        {
            "package.json": '{"type": "module", "dependencies": {"@rspress/core": "^2.0.0"}}',
            "rspress.config.ts": "import { defineConfig } from '@rspress/core';\n"
            "export default defineConfig({ root: 'docs', lang: 'en', title: 'Kites', "
            "locales: [{ lang: 'en', label: 'English' }, { lang: 'fr', label: 'Français' }], "
            "markdown: { link: { checkDeadLinks: false } } });\n",
            "docs/en/index.md": "# Home\n",
            "docs/en/owl.md": "# Owl\n\n## Wings\n",
            "docs/en/crow.md": "# Crow\n",
            "docs/fr/index.md": "# Accueil\n",
            "docs/fr/owl.md": "# Hibou\n\n## Ailes\n",
            "docs/fr/swan.md": "# Cygne\n",
        },
        "docs/fr/kite.md",
        {
            "[x](/owl)": RESOLVES,  # in French
            "[x](/owl#ailes)": RESOLVES,
            "[x](/owl#wings)": "missing-anchor",
            "[x](/fr/owl)": RESOLVES,
            "[x](/swan)": RESOLVES,
            "[x](/crow)": RESOLVES,  # in English, for want of another
            "[x](./owl.md)": RESOLVES,
            "[x](../en/owl.md)": RESOLVES,
            "[x](/fr/owls)": "missing-page",
            "[x](/withdrawn)": "missing-page",
        },
        _TITLE,
    ),
)
