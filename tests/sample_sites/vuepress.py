"""Sites of VuePress: 2.0.0-rc.30 with its default theme rc.132, and 1.9.10."""

from __future__ import annotations

from tests.sample_sites.model import RESOLVES, UNJUDGED, SampleSite

_PAGES = {
    ".vuepress/public/img/kite.png": "",
    ".vuepress/public/slides.pdf": "slides",
    "guide/owl.png": "",
    "heron.png": "",
    "guide/notes.pdf": "notes",
    "README.md": "---\nhome: true\n---\n",
    "guide/README.md": "# Guide\n",
    "guide/owl.md": "# Owls\n\n## Wings of 2 {#two}\n\n## 3 Tails, “Ä”\n\n## Same\n\n## Same\n\n"
    "::: tip\nFly\n:::\n",
    "guide/red crow.md": "# Crow\n",
    "guide/2024-05-06-gull.md": "# Gull\n",
    "guide/swan.md": "---\npermalink: /birds/cygnet.html\n---\n# Swan\n",
}
_REFERENCES = {
    "![x](./owl.png)": RESOLVES,
    "![x](../heron.png)": RESOLVES,
    '<img src="./owl.png" alt="">': RESOLVES,
    "![x](owl.png)": UNJUDGED,  # the name of a package, which nobody means
    "![x](./kite.png)": "missing-file",
    "![x](/img/crow.png)": "missing-file",
    "![x](../../heron.png)": "outside-site",
    "[x](./owl.md)": RESOLVES,
    "[x](owl.md)": RESOLVES,
    "[x](/guide/owl.md)": RESOLVES,
    "[x](owl.html)": RESOLVES,
    "[x](./)": RESOLVES,
    "[x](./README.md)": RESOLVES,
    "[x](../README.md)": RESOLVES,
    "[x](2024-05-06-gull.md)": RESOLVES,
    "[x](red%20crow.md)": RESOLVES,
    "[x](./owls.md)": "missing-target",
    "[x](/owl.md)": UNJUDGED,  # there is one of that name
    "[x](owls.html)": "missing-page",
    "[x](../withdrawn/)": "missing-page",
    "[x](./notes.pdf)": UNJUDGED,  # it is there, and nothing copies it
    "[x](./note.pdf)": "missing-target",
    "[x](owl.md#_3-tails-a)": RESOLVES,
    "[x](owl.md#wings-of-2-two)": RESOLVES,
    "[x](owl.md#two)": UNJUDGED,  # in braces, which a plugin may read
    "[x](owl.md#_3-tail-a)": "missing-anchor",
    "[x](owl.md#crow)": "missing-anchor",
    "[x](owl.md#same)": RESOLVES,
    "[x](#tails)": RESOLVES,
    "[x](#tail)": "missing-anchor",
}
_TITLE = "---\ntitle: Kites\n---\n"

SITES = (
    SampleSite(
        "vuepress below a path",
        "vuepress",
        {
            **_PAGES,
            "package.json": '{"type": "module", "devDependencies": {"vuepress": "2.0.0-rc.30"}}',
            ".vuepress/config.js": "import { viteBundler } from '@vuepress/bundler-vite';\n"
            "import { defaultTheme } from '@vuepress/theme-default';\n"
            "export default { bundler: viteBundler(), theme: defaultTheme(), base: '/kites/', "
            "title: 'Kites' };\n",
        },
        "guide/kite.md",
        {
            **_REFERENCES,
            "![x](/img/kite.png)": RESOLVES,
            "![x](/heron.png)": RESOLVES,
            '<img src="/img/kite.png" alt="">': RESOLVES,
            "![x](/kites/img/kite.png)": UNJUDGED,
            "[x](swan.md)": RESOLVES,
            "[x](/kites/birds/cygnet.html)": RESOLVES,
            "[x](/kites/guide/swan.html)": RESOLVES,  # to its permalink
            "[x](/kites/guide/owl.html)": RESOLVES,
            "[x](/kites/guide/)": RESOLVES,
            "[x](/kites/guide/owls.html)": "missing-page",
            "[x](/kites/withdrawn/)": "missing-page",
            "[x](/guide/owl.html)": UNJUDGED,  # another site's at the same host
            "[x](/kites/slides.pdf)": RESOLVES,
            "[x](/slides.pdf)": UNJUDGED,
            "[x](/kites/slide.pdf)": "missing-target",
            "[x](owl.md#same-1)": RESOLVES,
            "[x](owl.md#same-2)": UNJUDGED,
            "[x](/kites/guide/owl.html#crow)": "missing-anchor",
        },
        f"{_TITLE}\n## Tails\n\n",
    ),
    SampleSite(
        "vuepress of a page that is elsewhere",
        "vuepress",
        {
            **_PAGES,
            "package.json": '{"type": "module", "devDependencies": {"vuepress": "2.0.0-rc.30"}}',
            ".vuepress/config.js": "import { viteBundler } from '@vuepress/bundler-vite';\n"
            "import { defaultTheme } from '@vuepress/theme-default';\n"
            "export default { bundler: viteBundler(), theme: defaultTheme() };\n",
        },
        "guide/kite.md",
        {
            "[x](owl.html)": RESOLVES,
            "[x](./owl.md)": RESOLVES,
            "[x](owls.html)": "missing-page",
            "[x](/guide/owl.html)": RESOLVES,
            "[x](/guide/)": RESOLVES,
            "[x](/guide/owls.html)": "missing-page",
            "[x](/slides.pdf)": RESOLVES,
            "[x](/slide.pdf)": "missing-target",
            "![x](/img/Kite.png)": "wrong-case",
        },
        "---\ntitle: Kites\npermalink: /toys/kite.html\n---\n",
    ),
    SampleSite(
        "vuepress 1 below a path",
        "vuepress1",
        {
            **_PAGES,
            "package.json": '{"devDependencies": {"vuepress": "^1.9.10"}}',
            ".vuepress/config.js": "module.exports = { base: '/kites/', title: 'Kites' };\n",
        },
        "guide/kite.md",
        {
            **_REFERENCES,
            "![x](/kites/img/kite.png)": RESOLVES,
            "![x](/img/kite.png)": UNJUDGED,  # the base is not put before it
            "![x](/kites/img/Kite.png)": "wrong-case",
            '<img src="/kites/img/kite.png" alt="">': RESOLVES,
            "[x](/guide/owl.html)": RESOLVES,
            "[x](/guide/)": RESOLVES,
            "[x](/birds/cygnet.html/)": RESOLVES,
            "[x](/guide/owls.html)": "missing-page",
            "[x](/withdrawn/)": "missing-page",
            "[x](/kites/guide/owl.html)": "missing-page",
            "[x](/kites/slides.pdf)": RESOLVES,
            "[x](owl.md#same-2)": RESOLVES,
            "[x](owl.md#same-1)": UNJUDGED,
        },
        f"{_TITLE}\n## Tails\n\n",
    ),
)
