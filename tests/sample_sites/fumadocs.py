"""A site of Fumadocs on Next.js whose pages are known, built with 16.8 and next 16.4."""

from __future__ import annotations

from tests.sample_sites.model import RESOLVES, UNJUDGED, SampleSite

_TITLE = "---\ntitle: Kites\n---\n\n## Tails\n\n"

SITES = (
    SampleSite(
        "fumadocs whose pages are known",
        "fumadocs",
        {
            "package.json": '{"type": "module", "private": true, "dependencies": '
            '{"fumadocs-core": "17", "fumadocs-mdx": "15", "fumadocs-ui": "16", "next": "15", '
            '"react": "19", "react-dom": "19"}}',
            "jsconfig.json": '{"compilerOptions": {"jsx": "preserve", "paths": '
            '{"@/*": ["./*"], "collections/*": ["./.source/*"]}}}',
            "next.config.mjs": "import { createMDX } from 'fumadocs-mdx/next';\n"
            "export default createMDX()({ basePath: '/kites', output: 'export', "
            "images: { unoptimized: true } });\n",
            "source.config.ts": "import { defineConfig, defineDocs } from 'fumadocs-mdx/config';\n"
            "export const docs = defineDocs({ dir: 'content/docs' });\n"
            "export default defineConfig();\n",
            "lib/source.js": "import { docs } from 'collections/server';\n"
            "import { loader } from 'fumadocs-core/source';\n"
            "export const source = loader({\n  baseUrl: '/docs',\n"
            "  source: docs.toFumadocsSource(),\n});\n",
            "app/layout.jsx": "import { RootProvider } from 'fumadocs-ui/provider/next';\n"
            "export default function Root({ children }) {\n"
            "  return <html lang='en'><body><RootProvider>{children}</RootProvider></body></html>;"
            "\n}\n",
            "app/(home)/page.jsx": "export default function Home() { return <p>We</p>; }\n",
            "app/about/page.jsx": "export default function About() { return <p>We</p>; }\n",
            "app/docs/[[...slug]]/page.jsx": "import { source } from '@/lib/source';\n"
            "import components from 'fumadocs-ui/mdx';\n"
            "export default async function Page(props) {\n"
            "  const { slug } = await props.params;\n"
            "  const Content = source.getPage(slug).data.body;\n"
            "  return <main><Content components={components} /></main>;\n}\n"
            "export function generateStaticParams() { return source.generateParams(); }\n",
            "public/img/kite.png": "",
            "public/slides.pdf": "slides",
            "content/docs/index.mdx": "---\ntitle: Home\n---\n",
            "content/docs/guide/index.mdx": "---\ntitle: Guide\n---\n",
            "content/docs/guide/owl.mdx": "---\ntitle: Owls\n---\n\n## Wings\n",
            "content/docs/(birds)/crow.mdx": "---\ntitle: Crows\n---\n",
        },
        "content/docs/guide/kite.mdx",
        {
            "![x](/img/kite.png)": RESOLVES,
            "![x](/img/Kite.png)": "wrong-case",
            "[x](/slides.pdf)": RESOLVES,
            "[x](/docs)": RESOLVES,
            "[x](/docs/guide)": RESOLVES,
            "[x](/docs/guide/owl)": RESOLVES,
            "[x](owl)": RESOLVES,
            "[x](/docs/crow)": RESOLVES,
            "[x](/about)": RESOLVES,
            "[x](/)": RESOLVES,
            "[x](/docs/guide/owl#wings)": RESOLVES,
            "[x](/docs/guide/owl#wing)": "missing-anchor",
            "[x](/docs/guide/owls)": "missing-page",
            "[x](/docs/withdrawn)": "missing-page",
            "[x](owls)": "missing-page",
            "[x](/docs/(birds)/crow)": "missing-page",
            "[x](/withdrawn)": "missing-page",
            "[x](/about/withdrawn)": UNJUDGED,  # a program makes what is there
        },
        _TITLE,
    ),
)
