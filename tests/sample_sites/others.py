"""Sites of Astro, Docusaurus, Eleventy, MkDocs, Pelican, VitePress, Zola, and of no generator."""

from __future__ import annotations

from tests.sample_sites.model import RESOLVES, UNJUDGED, SampleSite

_TITLE = "---\ntitle: Kites\n---\n"

ASTRO = (
    SampleSite(
        "astro below a path",
        "astro",
        {
            "astro.config.mjs": "export default { site: 'https://kites.example.edu', "
            "base: '/blog' }\n",
            "public/kite.png": "",
            "public/slides.pdf": "slides",
            "src/assets/owl.png": "",
            "src/content/posts/owl.md": "---\ntitle: Owls\n---\n## Wings\n",
        },
        "src/content/posts/kite.md",
        {
            "![x](/blog/kite.png)": RESOLVES,
            "![x](/kite.png)": UNJUDGED,  # a plugin may put the path before it
            "![x](../../assets/owl.png)": RESOLVES,
            "![x](/blog/owl.png)": "missing-file",
            "![x](/owl.png)": "missing-file",
            "![x](owl.png)": "missing-file",
            "![x](./owl.png)": "missing-file",
            "![x](../../assets/OWL.png)": "wrong-case",
            "![x](../../../../owl.png)": "outside-site",
            '<img src="/blog/kite.png" alt="">': RESOLVES,
            "[x](/blog/slides.pdf)": RESOLVES,
            "[x](/blog/slide.pdf)": "missing-target",
            "[x](./owl.md)": UNJUDGED,  # a plugin may make an address of it
            "[x](./owl.mdx)": UNJUDGED,  # likewise
            "[x](./owls.mdx)": "missing-target",
            "[x](#tails)": RESOLVES,
            "[x](#tail)": "missing-anchor",
        },
        f"{_TITLE}\n## Tails\n\n",
    ),
    SampleSite(
        "starlight in two languages, below a path",
        "astro",
        {
            "package.json": '{"type": "module", "dependencies": {"astro": "5", '
            '"@astrojs/starlight": "0.36"}}',
            "astro.config.mjs": "import starlight from '@astrojs/starlight';\n"
            "export default { site: 'https://kites.example.edu', base: '/k', "
            "redirects: { '/old': '/k/owl' }, integrations: [starlight({ title: 'Kites', "
            "pagefind: false, defaultLocale: 'root', locales: { root: { label: 'English', "
            "lang: 'en' }, fr: { label: 'Français' } } })] };\n",
            "src/content.config.ts": "import { defineCollection } from 'astro:content';\n"
            "import { docsLoader } from '@astrojs/starlight/loaders';\n"
            "import { docsSchema } from '@astrojs/starlight/schema';\n"
            "export const collections = { docs: defineCollection({ loader: docsLoader(), "
            "schema: docsSchema() }) };\n",
            "public/kite.png": "",
            "src/assets/owl.png": "",
            "src/content/docs/index.md": _TITLE,
            "src/content/docs/guides/owl.md": f"{_TITLE}## Wings 🦉\n\n:::note\nFly\n:::\n",
            "src/content/docs/guides/index.mdx": _TITLE,
            "src/content/docs/My birds/Red Crow.md": _TITLE,
            "src/content/docs/slugged.md": "---\ntitle: Slugs\nslug: own/Slug\n---\n",
            "src/content/docs/fr/only.md": _TITLE,
            "src/pages/about.astro": "<p>We</p>\n",
            "src/pages/blog/[slug].astro": "---\nexport const getStaticPaths = () => "
            "[{ params: { slug: 'a' } }];\n---\n<p>A</p>\n",
        },
        "src/content/docs/guides/kite.md",
        {
            "![x](/k/kite.png)": RESOLVES,
            "![x](../../../assets/owl.png)": RESOLVES,
            "![x](../../../assets/crow.png)": "missing-file",
            "![x](/k/crow.png)": "missing-file",
            "![x](/k/Kite.png)": "wrong-case",
            "[x](/k/guides/owl/)": RESOLVES,
            "[x](/k/guides/owl)": RESOLVES,
            "[x](/k/guides/owls/)": "missing-page",
            "[x](/k/withdrawn/)": "missing-page",
            "[x](/guides/owl/)": UNJUDGED,  # a plugin may put the path before it
            "[x](../owl/)": RESOLVES,
            "[x](../owls/)": "missing-page",
            "[x](/k/guides/)": RESOLVES,
            "[x](/k/my-birds/red-crow/)": RESOLVES,
            "[x](/k/own/Slug/)": RESOLVES,
            "[x](/k/slugged/)": "missing-page",
            "[x](/k/fr/only/)": RESOLVES,
            "[x](/k/fr/guides/owl/)": RESOLVES,
            "[x](/k/fr/own/Slug/)": RESOLVES,
            "[x](/k/fr/guides/withdrawn/)": "missing-page",
            "[x](/k/guides/only/)": "missing-page",
            "[x](/k/fr/guides/owl/#wings)": RESOLVES,
            "[x](/k/fr/guides/owl/#wing)": "missing-anchor",
            "[x](/k/old/)": RESOLVES,
            "[x](/k/about/)": RESOLVES,
            "[x](/k/blog/a/)": RESOLVES,
            "[x](/k/blog/withdrawn/)": UNJUDGED,  # of a collection
            "[x](/k/guides/owl/#wings)": RESOLVES,
            "[x](/k/guides/owl/#_top)": RESOLVES,
            "[x](/k/guides/owl/#wing)": "missing-anchor",
            "[x](/k/guides/owl/#withdrawn)": "missing-anchor",
            "[x](#tails)": RESOLVES,
            "[x](#withdrawn)": "missing-anchor",
        },
        f"{_TITLE}\n## Tails\n\n",
    ),
)

VITEPRESS = (
    SampleSite(
        "vitepress below a path",
        "vitepress",
        {
            ".vitepress/config.mjs": "export default { title: 'Kites', base: '/kites/', "
            "srcDir: 'docs', ignoreDeadLinks: true }\n",
            "docs/public/img/kite.png": "",
            "docs/public/slides.pdf": "slides",
            "docs/guide/owl.png": "",
            "docs/heron.png": "",
            "docs/guide/owl.md": "## Wings of 2 { #two }\n\n## 3 Tails, “Ä”\n\n::: tip\n:::\n",
            "docs/guide/index.md": "# Guide\n",
            "docs/kinds/[kind].md": "# {{ $params.kind }}\n",
            "docs/kinds/[kind].paths.mjs": "export default { paths: () => [{ params: { kind: 'a' } "
            "}] }\n",
            "docs/public/_redirects": "/guide/old-* /guide/owl\n",
        },
        "docs/guide/kite.md",
        {
            "![x](/img/kite.png)": RESOLVES,
            "![x](/heron.png)": RESOLVES,
            "![x](owl.png)": RESOLVES,
            "![x](./owl.png)": RESOLVES,
            '<img src="./owl.png" alt="">': RESOLVES,
            '<img src="/img/kite.png" alt="">': RESOLVES,
            "![x](/img/Kite.png)": "wrong-case",
            "![x](./Owl.png)": "wrong-case",
            "![x](/kites/img/kite.png)": "missing-file",
            "![x](./kite.png)": "missing-file",
            "![x](/kite.png)": "missing-file",
            "![x](@/kite.png)": UNJUDGED,
            "[x](./owl.md)": RESOLVES,
            "[x](./owls.md)": "missing-target",
            "[x](./owl)": RESOLVES,
            "[x](/guide/owl)": RESOLVES,
            "[x](/guide/)": RESOLVES,
            "[x](/guide/owls)": "missing-page",
            "[x](./crow)": UNJUDGED,  # dead links are ignored, so that something else may be there
            "[x](/crow/)": UNJUDGED,
            "[x](/kinds/a)": RESOLVES,
            "[x](/kinds/ab)": UNJUDGED,  # a dynamic route
            "[x](/guide/old-owl)": UNJUDGED,  # the host redirects it
            "[x](owl.md#two)": RESOLVES,
            "[x](owl#_3-tails-a)": RESOLVES,
            "[x](/guide/owl#_3-tail-a)": "missing-anchor",
            "[x](owl.md#crow)": "missing-anchor",
            "[x](#tails)": RESOLVES,
            "[x](#tail)": "missing-anchor",
        },
        f"{_TITLE}\n## Tails\n\n",
    ),
    SampleSite(
        "vitepress that stops at dead links",
        "vitepress",
        {
            ".vitepress/config.mjs": "export default { title: 'Kites', cleanUrls: true, "
            "appearance: false }\n",
            "public/img/kite.png": "",
            "public/slides.pdf": "slides",
            "public/tool/index.html": "<p>Tool</p>\n",
            "guide/owl.png": "",
            "guide/owl.md": "## Wings\n",
            "guide/index.md": "# Guide\n",
            "index.md": "# Home\n",
            "kinds/[kind].md": "# {{ $params.kind }}\n",
            "kinds/[kind].paths.mjs": "export default { paths: () => [{ params: { kind: 'a' } }] "
            "}\n",
        },
        "guide/kite.md",
        {
            "![x](/img/kite.png)": RESOLVES,
            "![x](./owl.png)": RESOLVES,
            "![x](./kite.png)": "missing-file",
            "[x](./owl.md)": RESOLVES,
            "[x](./owl)": RESOLVES,
            "[x](./owl.html)": RESOLVES,
            "[x](/guide/owl)": RESOLVES,
            "[x](/guide/owl#wings)": RESOLVES,
            "[x](/guide/)": RESOLVES,
            "[x](/)": RESOLVES,
            "[x](/kinds/a)": RESOLVES,
            "[x](./owls.md)": "missing-target",
            "[x](./crow)": "missing-page",
            "[x](./crow.html)": "missing-page",
            "[x](/crow/)": "missing-page",
            "[x](/guide/withdrawn)": "missing-page",
            "[x](../withdrawn)": "missing-page",
            "[x](/kinds/ab)": UNJUDGED,  # a dynamic route
            "[x](./owl#wing)": "missing-anchor",
            "[x](#tails)": RESOLVES,
            "[x](#withdrawn)": "missing-anchor",
        },
        f"{_TITLE}\n## Tails\n\n",
    ),
)

DOCUSAURUS = (
    SampleSite(
        "docusaurus below a path",
        "docusaurus",
        {
            "docusaurus.config.js": "module.exports = { title: 'Kites', "
            "url: 'https://kites.example.edu', baseUrl: '/kites/', "
            "onBrokenLinks: 'warn', onBrokenAnchors: 'warn', onBrokenMarkdownLinks: 'warn', "
            "markdown: { hooks: { onBrokenMarkdownLinks: 'warn', "
            "onBrokenMarkdownImages: 'warn' } }, "
            "presets: [['classic', { docs: { routeBasePath: 'docs' }, blog: {} }]] };\n",
            ".gitignore": "i18n/*\n",
            "static/img/kite.png": "",
            "static/slides.pdf": "slides",
            "docs/owl.png": "",
            "docs/owl.md": "---\ntitle: Owls\n---\n## Wings\n\n## Wings of old {#old}\n",
            "src/components/Box.js": "export default ({ children }) => <div>{children}</div>;\n",
            "docs/02-birds/01-heron.md": "---\ntitle: Herons\n---\n"
            "import Tabs from '@theme/Tabs';\n"
            "import TabItem from '@theme/TabItem';\nimport Box from '@site/src/components/Box';\n\n"
            "<Tabs>\n<TabItem value='a'>\n\n## Beak\n\n</TabItem>\n</Tabs>\n\n"
            "<Box>\n\nA\n\n</Box>\n",
            "docs/swan.md": "---\ntitle: Swans\nslug: /cygnet\n---\n",
            "docs/crow.md": "---\ntitle: Crows\nid: black\n---\n",
            "blog/2024-05-01-gull.md": "---\ntitle: Gulls\n---\n",
            "docs/fish/_category_.json": '{"label": "Fish", "link": {"type": "generated-index"}}',
            "docs/fish/cod.md": "---\ntitle: Cods\n---\n",
            "docs/bugs/_category_.yml": "label: Bugs\nlink:\n  type: generated-index\n"
            "  slug: /crawling\n",
            "docs/bugs/ant.md": "---\ntitle: Ants\n---\n",
            "src/pages/team.js": "export default () => <p>We</p>;\n",
            "src/pages/us/index.jsx": "export default () => <p>Us</p>;\n",
            "src/pages/about.md": "# About\n",
        },
        "docs/kite.mdx",
        {
            "![x](/img/kite.png)": RESOLVES,
            "![x](./owl.png)": RESOLVES,
            "![x](owl.png)": RESOLVES,
            "![x](@site/static/img/kite.png)": RESOLVES,
            "<img src={require('./owl.png').default} />": RESOLVES,
            '<img src="/kites/img/kite.png" />': RESOLVES,
            "![x](./kite.png)": "missing-file",
            "<img src={require('./kite.png').default} />": "missing-file",
            "![x](@site/static/kite.png)": "missing-file",
            "![x](/img/Kite.png)": "wrong-case",
            "![x](../../owl.png)": "outside-site",
            "[x](/slides.pdf)": RESOLVES,
            "[x](pathname:///slides.pdf)": RESOLVES,
            "[x](/slide.pdf)": "missing-target",
            "[x](@site/static/slides.pdf)": RESOLVES,
            "[x](./owl.md)": RESOLVES,
            "[x](owl.md)": RESOLVES,
            "[x](owl.md#wings)": RESOLVES,
            "[x](owl.md#old)": RESOLVES,
            "[x](owl.md#wing)": "missing-anchor",
            "[x](./owls.md)": "missing-target",
            "[x](/owl.md)": RESOLVES,
            "[x](@site/docs/owl.md)": RESOLVES,
            "[x](@site/docs/owls.md)": "missing-target",
            "[x](02-birds/01-heron.md)": RESOLVES,
            "[x](02-birds/01-heron.md#beak)": RESOLVES,
            "[x](02-birds/01-heron.md#withdrawn)": "missing-anchor",
            "[x](birds/heron.md)": "missing-target",
            "[x](/docs/birds/heron)": RESOLVES,
            "[x](/docs/cygnet)": RESOLVES,
            "[x](/docs/black)": RESOLVES,
            "[x](/docs/owl)": RESOLVES,
            "[x](/docs/owls)": "missing-page",
            "[x](/docs/withdrawn)": "missing-page",
            "[x](/withdrawn)": "missing-page",
            "[x](/kites/docs/owl)": RESOLVES,
            "[x](/kites/docs/withdrawn)": "missing-page",
            "[x](/docs/crow)": "missing-page",
            "[x](/docs/02-birds/01-heron)": "missing-page",
            "[x](/docs/birds)": UNJUDGED,  # a list might be there
            "[x](/docs/category/fish)": RESOLVES,
            "[x](/docs/crawling)": RESOLVES,
            "[x](/docs/fish/cod)": RESOLVES,
            "[x](/team)": RESOLVES,
            "[x](/us)": RESOLVES,
            "[x](/about)": RESOLVES,
            "[x](/abouts)": "missing-page",
            "[x](/blog/archive)": RESOLVES,
            "[x](/blog/2024/05/01/withdrawn)": "missing-page",
            "[x](/search)": UNJUDGED,  # plugins make it
            "[x](./withdrawn)": UNJUDGED,  # the page's address ends with a slash or not
            "[x](swan.md)": RESOLVES,
            "[x](../blog/2024-05-01-gull.md)": UNJUDGED,  # a plugin knows its own sources alone
            '<img src="./owl.png" />': "missing-file",
            '<img src="./docs/owl.png" />': "missing-file",
            "[x](/blog/2024/05/01/gull)": RESOLVES,
            "[x](#tails)": RESOLVES,
            "[x](#tail)": "missing-anchor",
        },
        f"{_TITLE}\n## Tails\n\n",
    ),
)

_ELEVENTY_PAGES = {
    "package.json": '{"dependencies": {"@11ty/eleventy": "3"}}',
    "img/kite.png": "",
    "img/红 kite.png": "",
    "_includes/base.njk": "<main>{{ content | safe }}</main>\n",
}

ELEVENTY = (
    SampleSite(
        "eleventy",
        "eleventy",
        {
            **_ELEVENTY_PAGES,
            "eleventy.config.js": "module.exports = c => { c.addPassthroughCopy('img');"
            " c.addPassthroughCopy({ 'files/talks': 'talks' }); };\n",
            "files/talks/slides.pdf": "slides",
            "posts/owl.png": "",
            "posts/owl.md": "# Owls\n\n<p id='wings'>Wings</p>\n",
            "posts/crow.md": "---\npermalink: /black/crow/\n---\n# Crows\n",
            "posts/posts.md": "# Posts\n",
            "posts/2024-05-01-gull.md": "# Gulls\n",
            "posts/herons/index.md": "# Herons\n",
            "posts/stem.md": "---\npermalink: '{{ page.filePathStem }}.html'\n---\n# Stem\n",
            "news/news.json": '{"permalink": "/heard/{{ page.fileSlug }}/"}',
            "news/2024-05-01-egg.md": "# An egg\n",
            "news/nest.md": "---\npermalink: /nest/\n---\n# A nest\n",
            "songs/songs.11tydata.js": "module.exports = { permalink: false };\n",
            "songs/song.md": "# A song\n",
            "tools.njk": "<p>Tools</p>\n",
            "tags.njk": "---\npagination:\n  data: collections\n  size: 1\n  alias: tag\n"
            "permalink: /kinds/{{ tag }}/\n---\n<p>{{ tag }}</p>\n",
        },
        "posts/kite.md",
        {
            "![x](/img/kite.png)": RESOLVES,
            "![x](../../img/kite.png)": RESOLVES,
            "![x](/img/%E7%BA%A2%20kite.png)": RESOLVES,
            "![x](</img/红 kite.png>)": RESOLVES,
            '<img src="/img/kite.png?v=2" alt="">': RESOLVES,
            "![x]({{ '/img/kite.png' | url }})": RESOLVES,
            "![x](/img/owl.png)": "missing-file",
            "![x](owl.png)": UNJUDGED,  # something else may write into the output folder
            "![x](../img/kite.png)": UNJUDGED,
            "![x]({{ '/img/owl.png' | url }})": "missing-file",
            "![x](/img/KITE.png)": "wrong-case",
            "[x](/talks/slides.pdf)": RESOLVES,
            "[x](/talks/slide.pdf)": "missing-target",
            "[x](/files/talks/slides.pdf)": UNJUDGED,
            "[x](/posts/owl/)": RESOLVES,
            "[x](/posts/owls/)": "missing-page",
            "[x](/withdrawn/)": "missing-page",
            "[x](/black/crow/)": RESOLVES,
            "[x](/posts/crow/)": "missing-page",
            "[x](../owl/)": RESOLVES,
            "[x](../owls/)": "missing-page",
            "[x](../)": RESOLVES,
            "[x](/posts/)": RESOLVES,
            "[x](/posts/2024-05-01-gull/)": RESOLVES,
            "[x](/posts/gull/)": "missing-page",
            "[x](/posts/herons/)": RESOLVES,
            "[x](/posts/stem.html)": RESOLVES,
            "[x](/heard/egg/)": RESOLVES,
            "[x](/heard/withdrawn/)": "missing-page",
            "[x](/news/egg/)": "missing-page",
            "[x](/nest/)": RESOLVES,
            "[x](/songs/song/)": UNJUDGED,  # a file of that name may make a page
            "[x](/tools/)": RESOLVES,
            "[x](/kinds/all/)": RESOLVES,
            "[x](/kinds/withdrawn/)": UNJUDGED,  # below what pagination makes
            "[x](/posts/owl/#wings)": RESOLVES,
            "[x](owl.md)": UNJUDGED,  # a plugin may make an address of it
        },
    ),
    SampleSite(
        "eleventy, a page with a permalink",
        "eleventy",
        {
            **_ELEVENTY_PAGES,
            "eleventy.config.js": "module.exports = c => { c.addPassthroughCopy('img');"
            " c.addPassthroughCopy({ 'posts/**/*.png': 'shots' }); };\n",
            "posts/owls/owl.png": "",
        },
        "posts/kite.md",
        {
            "![x](../img/kite.png)": RESOLVES,
            "![x](/shots/owl.png)": RESOLVES,
            "![x](../shots/owl.png)": RESOLVES,
            "![x](/shots/owls/owl.png)": UNJUDGED,
            "![x](/shots/crow.png)": "missing-file",
            "![x](../shots/crow.png)": "missing-file",
            "![x](../img/owl.png)": "missing-file",
            "![x](/shots/OWL.png)": "wrong-case",
        },
        "---\npermalink: /all/kites.html\n---\n",
    ),
    SampleSite(
        "eleventy with an input folder, below a path",
        "eleventy",
        {
            "package.json": '{"dependencies": {"@11ty/eleventy": "3"}}',
            "eleventy.config.js": "module.exports = c => { c.addPassthroughCopy('src/img');"
            " return { dir: { input: 'src' }, pathPrefix: '/blog/' }; };\n",
            "src/img/kite.png": "",
            "src/posts/owl.md": "# Owls\n",
            "src/_includes/base.njk": "<main>{{ content | safe }}</main>\n",
        },
        "src/posts/kite.md",
        {
            "![x]({{ '/img/kite.png' | url }})": RESOLVES,
            "![x](/blog/img/kite.png)": RESOLVES,
            "![x](/img/kite.png)": UNJUDGED,  # a plugin may put the path before it
            "![x](/src/img/kite.png)": UNJUDGED,
            "[x]({{ '/posts/owl/' | url }})": RESOLVES,
            "[x]({{ '/posts/owls/' | url }})": "missing-page",
            "[x]({{ '/withdrawn/' | url }})": "missing-page",
        },
    ),
    SampleSite(
        "eleventy with an underscore before its input folder, and templates that make lists",
        "eleventy",
        {
            "package.json": '{"dependencies": {"@11ty/eleventy": "3"}}',
            "eleventy.config.mjs": "import { IdAttributePlugin } from '@11ty/eleventy';\n"
            "import drafts from './drafts.mjs';\n"
            "export default c => { c.addPlugin(IdAttributePlugin); c.addPlugin(drafts);\n"
            "c.addPassthroughCopy('_src/**/*.{png,webp}');\n"
            "c.addTransform('a', (text, outputFile) => text);\n"
            "c.addShortcode('box', name => `<p>${name}</p>`);\n"
            "c.addShortcode('mark', name => `<p id='${name}'>x</p>`);\n"
            "return { dir: { input: '_src' } }; };\n",
            "drafts.mjs": "const computed = () => data => {\n  if (data.draft) return false;\n"
            "  return data.permalink;\n};\n"
            "export default c => { c.addGlobalData('eleventyComputed.permalink', computed); };\n",
            "_src/img/kite.png": "",
            "_src/posts.njk": "---\ntitle: Posts\n---\nAll\n",
            "_src/posts/gull.md": "---\ntitle: Gulls\n---\n## Beak\n\n{% box 'a' %}\n",
            "_src/posts/tern.md": "---\ntitle: Terns\n---\n## Beak\n\n{% mark 'nest' %}\n",
            "_src/_includes/base.njk": "<main>{{ content | safe }}</main>\n",
            "_src/_includes/note.md": "## Notes\n",
            "_src/index.njk": "---\npermalink: /\n---\nHome\n",
            "_src/tags.njk": "---\npagination:\n  data: collections\n  size: 1\n  alias: tag\n"
            'permalink: "/tags/{{ tag }}/" \n---\nTag\n',
            "_src/posts/owl.md": "---\ntitle: Owls\n---\n# Owls\n\n## Wings\n\n## Of old 🦉\n",
        },
        "_src/posts/kite.md",
        {
            "[x](/posts/owl/)": RESOLVES,
            "[x](/posts/owls/)": "missing-page",
            "[x](/posts/withdrawn/)": "missing-page",
            "[x](/withdrawn/)": "missing-page",
            "[x](/tags/withdrawn/)": UNJUDGED,  # a list
            "![x](/img/kite.png)": RESOLVES,
            "![x](/img/crow.png)": "missing-file",
            "![x](/img/Kite.png)": "wrong-case",
            "[x](/posts/)": RESOLVES,
            "[x](/posts/gull/#beak)": RESOLVES,
            "[x](/posts/gull/#withdrawn)": "missing-anchor",
            "[x](/posts/tern/#nest)": RESOLVES,
            "[x](/posts/tern/#withdrawn)": UNJUDGED,  # a shortcode puts out ids
            "[x](/posts/owl/#wings)": RESOLVES,
            "[x](/posts/owl/#wing)": "missing-anchor",
            "[x](/posts/owl/#withdrawn)": "missing-anchor",
        },
    ),
)

_MKDOCS_PAGES = {
    "docs/index.md": "# Kites\n",
    "docs/img/kite.png": "",
    "docs/img/红 kite.png": "",
    "docs/slides.pdf": "slides",
    "docs/birds/owl.md": "# Owls\n\n## Wings\n",
    "docs/birds/README.md": "# Birds\n",
    "barn.png": "",
}

_MKDOCS_REFERENCES = {
    "![x](../img/kite.png)": RESOLVES,
    "![x](../img/%E7%BA%A2%20kite.png)": RESOLVES,
    "![x](<../img/红 kite.png>)": RESOLVES,
    "[x](./owl.md)": RESOLVES,
    "[x](../birds/owl.md)": RESOLVES,
    "![x](img/kite.png)": "missing-file",
    "![x](../img/Kite.png)": "wrong-case",
    "![x](../../barn.png)": "outside-site",
    "[x](owl.md)": RESOLVES,
    "[x](owl.md#wings)": RESOLVES,
    "[x](owl.md#wing)": "missing-anchor",
    "[x](owls.md)": "missing-target",
    "[x](README.md)": RESOLVES,
    "[x](../index.md)": RESOLVES,
    "[x](../slides.pdf)": RESOLVES,
    "[x](slides.pdf)": "missing-target",
    "[x](#tails)": RESOLVES,
    "[x](#tail)": "missing-anchor",
}

MKDOCS = (
    SampleSite(
        "mkdocs",
        "mkdocs",
        {**_MKDOCS_PAGES, "mkdocs.yml": "site_name: Kites\n"},
        "docs/birds/kite.md",
        {
            **_MKDOCS_REFERENCES,
            "![x](/img/kite.png)": RESOLVES,
            '<img src="../../img/kite.png" alt="">': RESOLVES,
            '<img src="../img/kite.png" alt="">': "missing-file",
            "[x](/birds/owl/)": RESOLVES,
            "[x](../owl/)": RESOLVES,
            "[x](/birds/owls/)": "missing-page",
            "[x](/birds/owl.md)": UNJUDGED,
        },
        "# Kites\n\n## Tails\n\n",
    ),
    SampleSite(
        "mkdocs without pretty addresses",
        "mkdocs",
        {**_MKDOCS_PAGES, "mkdocs.yml": "site_name: Kites\nuse_directory_urls: false\n"},
        "docs/birds/kite.md",
        {
            **_MKDOCS_REFERENCES,
            '<img src="../img/kite.png" alt="">': RESOLVES,
            '<img src="../../img/kite.png" alt="">': RESOLVES,  # nothing is above the root
            "[x](/birds/owl.html)": RESOLVES,
            "[x](/birds/owls.html)": "missing-page",
        },
        "# Kites\n\n## Tails\n\n",
    ),
    SampleSite(
        "material for mkdocs",
        "mkdocs",
        {**_MKDOCS_PAGES, "mkdocs.yml": "site_name: Kites\ntheme:\n  name: material\n"},
        "docs/birds/kite.md",
        _MKDOCS_REFERENCES,
        "# Kites\n\n## Tails\n\n",
    ),
    SampleSite(
        "mkdocs, code in tabs with code in their labels",
        "mkdocs",
        {
            **_MKDOCS_PAGES,
            "docs/code.md": '=== "The `style.css`"\n\n    ``` css\n    @keyframes kite {\n    }\n'
            '    ```\n\n=== "The `mkdocs.yml`"\n\n    ``` yaml\n    extra_css: []\n    ```\n',
            "hooks.py": "def on_page_markdown(markdown, **_):\n    return markdown\n",
            "mkdocs.yml": "site_name: Kites\nhooks:\n  - hooks.py\n"
            "markdown_extensions:\n  - pymdownx.superfences\n"
            "  - pymdownx.tabbed:\n      alternate_style: true\n",
        },
        "docs/kite.md",
        {"[x](code.md#withdrawn)": "missing-anchor", "[x](code.md#__tabbed_1_1)": RESOLVES},
        "# Kites\n\n",
    ),
    SampleSite(
        "properdocs",
        "mkdocs",
        {**_MKDOCS_PAGES, "properdocs.yml": "site_name: Kites\ntheme:\n  name: mkdocs\n"},
        "docs/birds/kite.md",
        _MKDOCS_REFERENCES,
        "# Kites\n\n## Tails\n\n",
        "properdocs",
    ),
    SampleSite(
        "zensical",
        "zensical",
        {
            **_MKDOCS_PAGES,
            "docs/birds/water/duck.md": "# Ducks\n\n## Feet\n",
            "docs/birds/water/index.md": "# Water\n",
            "zensical.toml": "[project]\nsite_name = 'Kites'\n",
        },
        "docs/birds/water/kite.md",
        {
            "![x](../../img/kite.png)": RESOLVES,
            "![x](/img/kite.png)": RESOLVES,
            "![x](../img/kite.png)": "missing-file",
            "![x](../../img/Kite.png)": "wrong-case",
            '<img src="../../img/kite.png" alt="">': RESOLVES,
            '<img src="../img/kite.png" alt="">': "missing-file",
            '<a href="duck.md">x</a>': RESOLVES,
            "[x](duck.md)": RESOLVES,
            "[x](duck.md#feet)": RESOLVES,
            "[x](duck.md#foot)": "missing-anchor",
            "[x](ducks.md)": "missing-target",
            "[x](../owl.md)": RESOLVES,
            "[x](index.md)": RESOLVES,
            "[x](duck/)": RESOLVES,
            "[x](duck/#feet)": RESOLVES,
            "[x](../owl/)": RESOLVES,
            "[x](../owl)": RESOLVES,
            "[x](../water/)": RESOLVES,
            "[x](../../owl/)": "missing-page",
            "[x](../duck/)": "missing-page",
            "[x](/birds/owl/)": RESOLVES,
            "[x](/birds/owls/)": "missing-page",
            "[x](/birds/owl.md)": UNJUDGED,
            "[x](../../slides.pdf)": RESOLVES,
            "[x](slides.pdf)": "missing-target",
            "[x](#tails)": RESOLVES,
            "[x](#tail)": "missing-anchor",
        },
        "# Kites\n\n## Tails\n\n",
    ),
)

_PELICAN_FILES = {
    "content/images/kite.png": "",
    "content/posts/owl.png": "",
    "content/posts/owl.md": "Title: Owls at night\nDate: 2024-05-01\n\n## Wings\n",
    "content/pages/about.md": "Title: About\n\nUs.\n",
    "content/images/红 kite.png": "",
    "content/pdfs/slides.pdf": "slides",
}

PELICAN = (
    SampleSite(
        "pelican",
        "pelican",
        {
            **_PELICAN_FILES,
            "pelicanconf.py": "PATH = 'content'\nSTATIC_PATHS = ['images', 'pdfs']\n",
            "content/posts/black.md": "Title: Black birds\nSlug: crows\nDate: 2024-05-01\n\nC.\n",
            "content/posts/count.md": 'Title: Why "crows" don\'t -- count: 1 - 2?\n'
            "Date: 2024-05-01\n\nC.\n",
            "content/posts/fr.md": "Title: Corbeaux\nDate: 2024-05-01\nLang: fr\n\nC.\n",
            "content/posts/gull.md": "Title: Gulls\nDate: 2024-05-01\nStatus: draft\n\nG.\n",
        },
        "content/posts/kite.md",
        {
            "![x]({static}/images/kite.png)": RESOLVES,
            "![x](<{static}/images/红 kite.png>)": RESOLVES,
            "![x]({static}/images/%E7%BA%A2%20kite.png)": RESOLVES,
            '<img src="{static}/images/kite.png" alt="">': RESOLVES,
            '<img src="{static}/images/none.png" alt="">': "missing-file",
            "![x]({attach}owl.png)": RESOLVES,
            "![x]({static}owl.png)": RESOLVES,
            "![x]({static}/posts/owl.png)": RESOLVES,
            "![x](|static|/images/kite.png)": RESOLVES,
            "![x](/images/kite.png)": RESOLVES,
            "![x](images/kite.png)": UNJUDGED,
            "![x](/content/images/kite.png)": "missing-file",
            "![x]({attach}kite.png)": "missing-file",
            "![x]({static}/images/Kite.png)": "wrong-case",
            "[x]({filename}owl.md)": RESOLVES,
            "[x]({filename}owl.md#wings)": UNJUDGED,  # the setting `MARKDOWN` has no `toc`
            "[x]({filename}/posts/owl.md)": RESOLVES,
            "[x]({filename}/pages/about.md)": RESOLVES,
            "[x]({filename}owls.md)": "missing-target",
            '<a href="{filename}owl.md">x</a>': RESOLVES,
            '<a href="{filename}owls.md">x</a>': "missing-target",
            "[x]({static}/pdfs/slides.pdf)": RESOLVES,
            "[x]({static}/pdfs/slide.pdf)": "missing-target",
            "[x](/owls-at-night.html)": RESOLVES,
            "[x](/owls-at-nights.html)": "missing-page",
            "[x](/posts/owls-at-night.html)": "missing-page",
            "[x](/crows.html)": RESOLVES,
            "[x](/crow.html)": "missing-page",
            "[x](/why-crow-dont-count-1-2.html)": "missing-page",
            "[x](/why-crows-dont-count-12.html)": "missing-page",
            "[x](/why-crows-dont-count-1-2.html)": RESOLVES,
            "[x](/corbeaux-fr.html)": RESOLVES,
            "[x](/corbeau-fr.html)": "missing-page",
            "[x](/drafts/gulls.html)": RESOLVES,
            "[x](/gulls.html)": "missing-page",
            "[x](/archives.html)": RESOLVES,
            "[x](/category/posts.html)": RESOLVES,
            "[x](/category/post.html)": UNJUDGED,
            "[x](/withdrawn.html)": "missing-page",
            "[x](/posts/withdrawn.html)": "missing-page",
            "[x](/pages/withdrawn.html)": "missing-page",
            "[x](/authors.html)": RESOLVES,
            "[x](/tag/birds.html)": UNJUDGED,
            "[x](/pages/about.html)": RESOLVES,
            "[x](/pages/abouts.html)": "missing-page",
            "[x](owl.md)": UNJUDGED,  # a plugin may make an address of it
        },
        "Title: Kites\nDate: 2024-05-02\n\n",
    ),
    SampleSite(
        "pelican with addresses of its own",
        "pelican",
        {
            **_PELICAN_FILES,
            "pelicanconf.py": "PATH = 'content'\nARTICLE_URL = '{date:%Y}/{slug}/'\n"
            "ARTICLE_SAVE_AS = '{date:%Y}/{slug}/index.html'\n",
        },
        "content/posts/kite.md",
        {
            "![x]({static}/images/kite.png)": RESOLVES,
            "![x]({attach}owl.png)": RESOLVES,
            "![x](images/kite.png)": UNJUDGED,
            "[x]({filename}owl.md)": RESOLVES,
            "[x](/2024/owls-at-night/)": RESOLVES,
            "[x](/2024/owl-at-night/)": "missing-page",
            "[x](/2024/withdrawn/)": "missing-page",
            "[x](/withdrawn.html)": "missing-page",
            "[x](/owls-at-night/)": "missing-page",
        },
        "Title: Kites\nDate: 2024-05-02\n\n",
    ),
)

ZOLA = (  # by its documentation alone: no registry has the program
    SampleSite(
        "zola",
        "zola",
        {
            "config.toml": 'base_url = "https://kites.example.edu"\n',
            "static/kite.png": "",
            "static/slides.pdf": "slides",
            "content/posts/_index.md": "+++\n+++\n",
            "content/posts/kite/owl.png": "",
            "content/posts/owl.md": "+++\ntitle = 'Owls'\n+++\n## Wings\n",
            "content/posts/2024-05-01-The Long_Night.md": "+++\n+++\n",
            "content/posts/nested/own.md": "+++\npath = 'elsewhere/own'\n+++\n",
            "content/posts/slugged.md": "+++\nslug = 'By its slug'\naliases = ['former']\n+++\n",
            "content/strange/\u00e9t\u00e9.md": "+++\n+++\n",
        },
        "content/posts/kite/index.md",
        {
            "![x](/kite.png)": RESOLVES,
            "![x](owl.png)": RESOLVES,
            "![x](/posts/kite/owl.png)": RESOLVES,
            "![x](kite.png)": "missing-file",
            "![x](/owl.png)": "missing-file",
            "![x](OWL.png)": "wrong-case",
            "[x](@/posts/owl.md)": RESOLVES,
            "[x](@/posts/owl.md#wings)": RESOLVES,
            "[x](@/posts/owl.md#wing)": "missing-anchor",
            "[x](@/posts/owls.md)": "missing-target",
            "[x](@/owl.md)": "missing-target",
            "[x](/slides.pdf)": RESOLVES,
            "[x](/posts/owl/)": RESOLVES,
            "[x](/posts/owl)": RESOLVES,
            "[x](/posts/the-long-night/)": RESOLVES,
            "[x](/elsewhere/own/)": RESOLVES,
            "[x](/posts/by-its-slug/)": RESOLVES,
            "[x](/former/)": RESOLVES,
            "[x](/posts/page/2/)": RESOLVES,
            "[x](/strange/withdrawn/)": UNJUDGED,  # another name may be spelled so
            "[x](https://kites.example.edu/posts/)": RESOLVES,
            "[x](/posts/owls/)": "missing-page",
            "[x](/posts/nested/own/)": "missing-page",
            "[x](/withdrawn/)": "missing-page",
            "[x](../withdrawn/)": "missing-page",
            "[x](https://kites.example.edu/posts/withdrawn/)": "missing-page",
        },
        "+++\ntitle = 'Kites'\n+++\n",
    ),
)

GENERIC = (
    SampleSite(
        "no generator",
        "generic",
        {".git/HEAD": "", "img/kite.png": "", "docs/owl.png": "", "docs/owl.md": "## Wings\n"},
        "docs/kite.md",
        {
            "![x](owl.png)": RESOLVES,
            "![x](/img/kite.png)": RESOLVES,
            "![x](../img/kite.png)": RESOLVES,
            "![x](kite.png)": "missing-file",
            "![x](Owl.png)": "wrong-case",
            "![x](../../owl.png)": "outside-site",
            "[x](owl.md#wings)": RESOLVES,
            "[x](owls.md)": "missing-target",
        },
    ),
)
