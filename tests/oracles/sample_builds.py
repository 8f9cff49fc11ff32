"""How a sample site is built by each generator, and what it needs besides its own files."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class Generator(NamedTuple):
    """How a site is built: the program, where its output goes, and files that it needs.

    *modules* is the folder of LIBRARIES with its ``node_modules``; HERE is this script's folder.
    """

    command: Sequence[str]
    output: str
    files: Mapping[str, str] = {}
    modules: str = ""


GENERATORS = {
    "hexo": Generator(
        ("node_modules/.bin/hexo", "generate"),
        "public",
        {
            f"themes/landscape/layout/{name}.njk": "<main>{{ page.content | safe }}</main>"
            for name in ("post", "page")
        },
        "hexo",
    ),
    "jekyll": Generator(("jekyll", "build", "--quiet"), "_site"),
    "hugo": Generator(("hugo", "--quiet"), "public"),
    "eleventy": Generator(("node_modules/.bin/eleventy", "--quiet"), "_site", {}, "eleventy"),
    "astro": Generator(
        ("node_modules/.bin/astro", "build"),
        "dist",
        {
            "package.json": '{"type": "module", "dependencies": {"astro": "5"}}',
            "src/content.config.ts": """
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
export const collections = {
  posts: defineCollection({ loader: glob({ pattern: '**/*.md', base: 'src/content/posts' }) }),
};
""",
            "src/pages/posts/[...slug].astro": """---
import { getCollection, render } from 'astro:content';
export async function getStaticPaths() {
  const posts = await getCollection('posts');
  return posts.map(post => ({ params: { slug: post.id }, props: { post } }));
}
const { Content } = await render(Astro.props.post);
---
<main><Content /></main>
""",
        },
        "astro",
    ),
    "docusaurus": Generator(
        ("node_modules/.bin/docusaurus", "build", "--no-minify"),
        "build",
        {
            "package.json": '{"dependencies": {"@docusaurus/core": "3"}}',
            "src/pages/index.md": "# Home\n",
        },
        "docusaurus",
    ),
    "vitepress": Generator(
        ("node_modules/.bin/vitepress", "build"), ".vitepress/dist", {}, "vitepress"
    ),
    "docsify": Generator(("node", "HERE/docsify.mjs"), "dist", {}, "docsify"),
    "fumadocs": Generator(("node_modules/.bin/next", "build", "--webpack"), "out", {}, "fumadocs"),
    "gatsby": Generator(
        ("node_modules/.bin/gatsby", "build"),
        "public",
        {
            "gatsby-node.js": """
const { createFilePath } = require('gatsby-source-filesystem');
exports.createPages = async ({ graphql, actions }) => {
  const { data } = await graphql('{ allMarkdownRemark { nodes { id fields { slug } } } }');
  for (const { id, fields } of data.allMarkdownRemark.nodes)
    actions.createPage({
      path: fields.slug, component: require.resolve('./src/post.js'), context: { id },
    });
};
exports.onCreateNode = ({ node, actions, getNode }) => {
  if (node.internal.type === 'MarkdownRemark')
    actions.createNodeField({ name: 'slug', node, value: createFilePath({ node, getNode }) });
};
""",
            "src/post.js": """
import React from 'react';
import { graphql } from 'gatsby';
export default function Post({ data }) {
  return <main dangerouslySetInnerHTML={{ __html: data.markdownRemark.html }} />;
}
export const query = graphql`query ($id: String!) { markdownRemark(id: { eq: $id }) { html } }`;
""",
        },
        "gatsby",
    ),
    "nextra": Generator(("node_modules/.bin/next", "build"), "out", {}, "nextra"),
    "nuxt-content": Generator(  # with Node 22, which has SQLite
        ("node_modules/.bin/nuxt", "generate"),
        ".output/public",
        {
            "app.vue": """<script setup>
const path = useRoute().path.replace(/\\/$/, '')
const { data } = await useAsyncData(path, () => queryCollection('content').path(path).first())
if (!data.value) throw createError({ statusCode: 404, fatal: true })
</script>
<template><main><ContentRenderer v-if="data" :value="data" /></main></template>
""",
            "content.config.ts": """
import { defineCollection, defineContentConfig } from '@nuxt/content'
export default defineContentConfig({
  collections: { content: defineCollection({ type: 'page', source: '**/*.md' }) },
})
""",
        },
        "nuxt-content",
    ),
    "quarto": Generator(("python", "HERE/quarto.py", "_site"), "_site"),  # with Pandoc
    "rspress": Generator(("node_modules/.bin/rspress", "build"), "doc_build", {}, "rspress"),
    "vuepress": Generator(
        ("node_modules/.bin/vuepress", "build"), ".vuepress/dist", {}, "vuepress"
    ),
    "vuepress1": Generator(
        ("node_modules/.bin/vuepress", "build"), ".vuepress/dist", {}, "vuepress1"
    ),
    "mkdocs": Generator(("py/bin/mkdocs", "build", "--quiet"), "site"),
    "mdbook": Generator(("py/bin/mdbook", "build"), "book"),
    "sphinx": Generator(("py/bin/sphinx-build", "-q", "-b", "html", ".", "_build"), "_build"),
    "jupyter-book": Generator(("py/bin/jupyter-book", "build", "."), "_build/html"),
    "properdocs": Generator(("py/bin/properdocs", "build", "--quiet"), "site"),
    "zensical": Generator(("py/bin/zensical", "build"), "site"),
    "pelican": Generator(("py/bin/pelican", "--quiet", "-s", "pelicanconf.py"), "output"),
}
