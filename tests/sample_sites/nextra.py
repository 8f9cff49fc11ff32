"""A site of Nextra 4, built with 4.6.1, next 15.5.29, typescript 5, zod 4.1 (4.6 is too new)."""

from __future__ import annotations

from tests.sample_sites.model import RESOLVES, UNJUDGED, SampleSite

SITES = (
    SampleSite(
        "nextra below a path",
        "nextra",
        {
            "package.json": '{"type": "module", "private": true, "dependencies": {"next": "15", '
            '"nextra": "^4.6.0", "nextra-theme-docs": "^4.6.0", "react": "19", "react-dom": "19"}}',
            "next.config.mjs": "import nextra from 'nextra'\n"
            "export default nextra({ search: false })({ output: 'export', basePath: '/kites', "
            "images: { unoptimized: true } })\n",
            "mdx-components.js": "import { useMDXComponents as themed } from 'nextra-theme-docs'\n"
            "export const useMDXComponents = components => ({ ...themed(), ...components })\n",
            "app/layout.jsx": "import { Layout } from 'nextra-theme-docs'\n"
            "import { getPageMap } from 'nextra/page-map'\n"
            "export default async function Root({ children }) {\n"
            "  return <html><body><Layout pageMap={await getPageMap()}>{children}</Layout></body>"
            "</html>\n}\n",
            "app/[[...mdxPath]]/page.jsx": "import { generateStaticParamsFor, importPage } from "
            "'nextra/pages'\nexport const generateStaticParams = "
            "generateStaticParamsFor('mdxPath')\n"
            "export default async function Page(props) {\n"
            "  const { default: Content } = await importPage((await props.params).mdxPath)\n"
            "  return <main><Content {...props} /></main>\n}\n",
            "app/about/page.jsx": "export default () => <p>We</p>\n",
            "app/(group)/terms/page.mdx": "# Terms\n",
            "public/img/kite.png": "",
            "public/slides.pdf": "slides",
            "content/guide/owl.png": "",
            "content/index.mdx": "# Home\n",
            "content/guide/index.mdx": "# Guide\n",
            "content/guide/owl.mdx": "# Owls\n\n## Wings of 2 [#two]\n\n## 3 Tails, “Ä”\n\n"
            "## `Code` *of* [crows](./kite)\n\n## Same\n\n## Same\n",
            "content/guide/crow.md": "# Crow\n\n<details><summary>More</summary></details>\n",
            "content/guide/swan.mdx": "# Swan\n\n<details>\n<summary>More</summary> Text\n"
            "</details>\n",
        },
        "content/guide/kite.mdx",
        {
            "![x](./owl.png)": RESOLVES,
            "![x](../../public/img/kite.png)": RESOLVES,
            "![x](/img/kite.png)": RESOLVES,
            '<img src="/kites/img/kite.png" alt="" />': RESOLVES,
            "![x](/img/crow.png)": "missing-file",
            "![x](./kite.png)": "missing-file",
            "![x](/img/Kite.png)": "wrong-case",
            "![x](../../../owl.png)": "outside-site",
            '<img src="./owl.png" alt="" />': UNJUDGED,  # left as it is
            "[x](./owl.mdx)": RESOLVES,
            "[x](owl.mdx)": RESOLVES,
            "[x](owl)": RESOLVES,
            "[x](./owl)": RESOLVES,
            "[x](/guide/owl)": RESOLVES,
            "[x](/guide/owl.mdx)": RESOLVES,
            "[x](/guide)": RESOLVES,
            "[x](./crow.md)": RESOLVES,
            "[x](/about)": RESOLVES,
            "[x](/terms)": RESOLVES,
            "[x](./owls.mdx)": "missing-target",
            "[x](owls)": "missing-page",
            "[x](/guide/owls)": "missing-page",
            "[x](/withdrawn)": "missing-page",
            "[x](/kites/guide/owl)": "missing-page",  # the path is put before it again
            "[x](/slides.pdf)": RESOLVES,
            "[x](/slide.pdf)": "missing-target",
            "[x](./owl.mdx#two)": RESOLVES,
            "[x](/guide/owl#3-tails-ä)": RESOLVES,
            "[x](owl#code-of-crows)": RESOLVES,
            "[x](owl#same-1)": RESOLVES,
            "[x](./owl.mdx#wings-of-2)": "missing-anchor",
            "[x](/guide/owl#owls)": "missing-anchor",  # headings of the first level have none
            "[x](/guide/owl#withdrawn)": "missing-anchor",
            "[x](./swan.mdx#more)": RESOLVES,
            "[x](./crow.md#more)": UNJUDGED,  # only in MDX it has an id
            "[x](#tails)": RESOLVES,
            "[x](#tail)": "missing-anchor",
        },
        "---\ntitle: Kites\n---\n\n## Tails\n\n",
    ),
)
