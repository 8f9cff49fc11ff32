"""Sites of Gatsby, Nuxt Content and Fumadocs, of which nothing is said that a program may change.

Built: Gatsby 5.16.1 with gatsby-transformer-remark and two of its plugins, Nuxt Content 3.16.1, and
Fumadocs 17.0.0, whose ids are compared with ``remarkHeading`` too, images with ``remarkImage``.
"""

from __future__ import annotations

from tests.sample_sites.model import RESOLVES, UNJUDGED, SampleSite

_TITLE = "---\ntitle: Kites\n---\n\n## Tails\n\n"

GATSBY = (
    SampleSite(
        "gatsby",
        "gatsby",
        {
            "package.json": '{"dependencies": {"gatsby": "^5.0.0"}}',
            "gatsby-config.js": "module.exports = { plugins: [{ resolve: "
            "`gatsby-source-filesystem`, options: { path: `${__dirname}/content/blog` } }, "
            "{ resolve: `gatsby-transformer-remark`, options: { plugins: "
            "[{ resolve: `gatsby-remark-copy-linked-files`, "
            "options: { ignoreFileExtensions: [] } }, "
            "`gatsby-remark-autolink-headers`] } }] };\n",
            "static/img/kite.png": "",
            "static/slides.pdf": "slides",
            "content/blog/owl/owl.png": "",
            "content/blog/owl/index.md": "---\ntitle: Owls\n---\n## Wings\n",
        },
        "content/blog/kite/index.md",
        {
            "![x](../owl/owl.png)": RESOLVES,
            "![x](/img/kite.png)": RESOLVES,
            "![x](./kite.png)": "missing-file",
            "![x](/img/crow.png)": "missing-file",
            "![x](/img/Kite.png)": "wrong-case",
            "[x](/slides.pdf)": RESOLVES,
            "[x](/slide.pdf)": "missing-target",
            "[x](../owl/index.md)": RESOLVES,
            "[x](../owls/index.md)": "missing-target",
            "[x](/owls/)": UNJUDGED,  # a program makes the pages
            "[x](#tails)": RESOLVES,
            "[x](#withdrawn)": "missing-anchor",  # whatever makes the ids
        },
        _TITLE,
    ),
)

NUXT_CONTENT = (
    SampleSite(
        "nuxt content",
        "nuxt-content",
        {
            "package.json": '{"dependencies": {"nuxt": "^4.0.0", "@nuxt/content": "^3.0.0"}}',
            "nuxt.config.ts": "export default defineNuxtConfig({ modules: ['@nuxt/content'], "
            "content: { experimental: { sqliteConnector: 'native' } }, nitro: { prerender: { "
            "routes: ['/guide/kite', '/guide/owl'], failOnError: false, "
            "autoSubfolderIndex: false } } })\n",
            "public/img/kite.png": "",
            "public/slides.pdf": "slides",
            "content/1.guide/owl.png": "",
            "content/1.guide/2.owl.md": "# Owls\n\n## 3 Tails, “Ä” – b\n\n## It's a - b & c\n\n"
            "## Same\n\n## Same\n",
        },
        "content/1.guide/1.kite.md",
        {
            "![x](/img/kite.png)": RESOLVES,
            "![x](/img/crow.png)": "missing-file",
            "![x](/img/Kite.png)": "wrong-case",
            "![x](./kite.png)": "missing-file",
            "![x](./owl.png)": UNJUDGED,  # a module may copy it
            "[x](/slides.pdf)": RESOLVES,
            "[x](/slide.pdf)": "missing-target",
            "[x](./2.owl.md)": RESOLVES,
            "[x](./owl.md)": RESOLVES,
            "[x](../guide/owl.md)": RESOLVES,
            "[x](./owls.md)": "missing-target",
            "[x](/guide/owls)": UNJUDGED,  # a program says where the pages are
            "[x](./owl.md#_3-tails-ä-b)": RESOLVES,
            "[x](./owl.md#its-a-b-c)": RESOLVES,
            "[x](./owl.md#same-1)": RESOLVES,
            "[x](./owl.md#wings)": "missing-anchor",
            "[x](#tails)": RESOLVES,
            "[x](#tail)": "missing-anchor",
        },
        _TITLE,
    ),
    SampleSite(
        "nuxt content, of which one page shows all",
        "nuxt-content",
        {
            "package.json": '{"dependencies": {"nuxt": "^4.0.0", "@nuxt/content": "^3.0.0"}}',
            "nuxt.config.ts": "export default defineNuxtConfig({ modules: ['@nuxt/content'], "
            "content: { experimental: { sqliteConnector: 'native' } }, "
            "nitro: { prerender: { routes: ['/guide/kite'], failOnError: false, "
            "autoSubfolderIndex: false } }, app: { baseURL: '/kites/' } })\n",
            "app/pages/[...slug].vue": "<script setup>\nconst path = useRoute().path\n"
            "const { data: page } = await useAsyncData(path, () => "
            "queryCollection('content').path(path).first())\n"
            "if (!page.value) throw createError({ statusCode: 404, fatal: true })\n</script>\n"
            '<template><ContentRenderer v-if="page" :value="page" /></template>\n',
            "content.config.ts": "import { defineContentConfig, defineCollection } from "
            "'@nuxt/content'\nexport default defineContentConfig({ collections: { content: "
            "defineCollection({ type: 'page', source: '**/*.md' }) } })\n",
            "app/pages/guides.vue": "<template><p>All</p></template>\n",
            "app/pages/shop/[kite].vue": "<template><p>One</p></template>\n",
            "content/index.md": "# Home\n",
            "content/1.guide/0.index.md": "# Guide\n",
            "content/1.guide/2.Night-Owl.md": "# Owls\n\n## Wings\n",
            "content/2.birds/1.crow.md": "---\npath: /crows\n---\n# Crows\n",
        },
        "content/1.guide/1.kite.md",
        {
            "[x](/guide)": RESOLVES,
            "[x](/guide/night-owl)": RESOLVES,
            "[x](/guide/night-owl#wings)": RESOLVES,
            "[x](/guides)": RESOLVES,
            "[x](/crows)": RESOLVES,
            "[x](/guide/night-owl#wing)": "missing-anchor",
            "[x](/guide/nigth-owl)": "missing-page",
            "[x](/birds/night-owl)": "missing-page",
            "[x](/birds/crow)": "missing-page",  # its path is another one
            "[x](/withdrawn)": "missing-page",
            "[x](/shop/any)": RESOLVES,
        },
        _TITLE,
    ),
)

FUMADOCS = (
    SampleSite(
        "fumadocs",
        "fumadocs",
        {
            "package.json": '{"dependencies": {"fumadocs-core": "17", "fumadocs-mdx": "15"}}',
            "source.config.ts": "import { defineDocs } from 'fumadocs-mdx/config';\n"
            "export const docs = defineDocs({ dir: 'content/docs' });\n",
            "next.config.mjs": "export default { basePath: '/kites' };\n",
            "public/img/kite.png": "",
            "public/slides.pdf": "slides",
            "content/docs/owl.png": "",
            "content/docs/owl.mdx": "---\ntitle: Owls\n---\n\n## 3 Tails, “Ä”\n\n"
            "## Wings of 2 [#two]\n\n## Same\n\n## Same\n",
        },
        "content/docs/kite.mdx",
        {
            "![x](./owl.png)": RESOLVES,
            "![x](/img/kite.png)": RESOLVES,
            "![x](./kite.png)": "missing-file",
            "![x](/img/crow.png)": "missing-file",
            "![x](/img/Kite.png)": "wrong-case",
            "[x](/slides.pdf)": RESOLVES,
            "[x](/slide.pdf)": "missing-target",
            "[x](./owl.mdx)": RESOLVES,
            "[x](./owls.mdx)": "missing-target",
            "[x](/docs/owls)": UNJUDGED,  # a program says where the pages are
            "[x](./owl.mdx#3-tails-ä)": RESOLVES,
            "[x](./owl.mdx#two)": RESOLVES,
            "[x](./owl.mdx#same-1)": RESOLVES,
            "[x](./owl.mdx#wings-of-2)": "missing-anchor",
            "[x](#tails)": RESOLVES,
            "[x](#tail)": "missing-anchor",
        },
        _TITLE,
    ),
)
SITES = (*GATSBY, *NUXT_CONTENT, *FUMADOCS)
