// Renders texts with the real parsers: node dialects.mjs LIBRARIES DIALECT IN.json OUT.json
//
// LIBRARIES is a folder with a node_modules; IN.json a list of texts, OUT.json the list of their
// HTML, null where the parser fails. Without files each line of the input is a text in JSON, and
// each line of the output its HTML.
import fs from 'fs';
import readline from 'readline';
import path from 'path';
import { createRequire } from 'module';
import { pathToFileURL } from 'url';

const [libraries, dialect, input, output] = process.argv.slice(2);
const require = createRequire(path.resolve(libraries) + '/node_modules/');
const load = async name => {
  try {
    return await import(pathToFileURL(require.resolve(name)));
  } catch (error) {
    if (error.code !== 'ERR_PACKAGE_PATH_NOT_EXPORTED') throw error;
    const folder = path.resolve(libraries, 'node_modules', name);
    const { exports, main } = JSON.parse(fs.readFileSync(folder + '/package.json'));
    const entry = exports['.'] ?? exports;
    const file = typeof entry === 'string' ? entry : entry.import?.default ?? entry.import ?? entry.default ?? main;
    return await import(pathToFileURL(path.join(folder, file)));
  }
};

async function marked() {
  const options = {
    gfm: true, pedantic: false, breaks: true, smartypants: true, modifyAnchors: 0, autolink: true,
    headerIds: false, prependRoot: false, external_link: {}, descriptionLists: true,
  };
  const render = require('hexo-renderer-marked/lib/renderer.js');
  const hexo = {
    config: { marked: options, url: 'http://x.test', root: '/', source_dir: 'source/' },
    execFilterSync() {},
  };
  return text => render.call(hexo, { text }, {});
}

async function hexoMarkdownIt() {
  const Renderer = require('hexo-renderer-markdown-it/lib/renderer.js');
  const config = {
    markdown: {
      preset: 'default', anchors: undefined,
      render: { html: true, xhtmlOut: false, breaks: true, linkify: true, typographer: true,
                quotes: '“”‘’' },
    },
  };
  const hexo = { config, execFilterSync() {}, extend: {} };
  const renderer = new Renderer(hexo);
  return text => renderer.parser.render(text);
}

async function kramed() {
  const kramed = require('kramed');
  const options = { gfm: true, pedantic: false, sanitize: false, tables: true, breaks: true,
                    smartLists: true, smartypants: true };
  return text => kramed(text, options);
}

async function eleventy() {
  const MarkdownIt = (await load('markdown-it')).default;
  const md = new MarkdownIt({ html: true }).disable('code');
  return text => md.render(text);
}

async function vitepress() {
  const { createMarkdownRenderer } = await load('vitepress');
  const md = await createMarkdownRenderer('/', {
    languages: [], highlight: code => `<pre><code>${md.utils.escapeHtml(code)}</code></pre>`,
  }, '/');
  return text => md.render(text, { path: '/a.md', relativePath: 'a.md', cleanUrls: true });
}

async function remark() {
  const { unified } = await load('unified');
  const get = async name => (await load(name)).default;
  const pipeline = unified()
    .use(await get('remark-parse')).use(await get('remark-gfm'))
    .use(await get('remark-rehype'), { allowDangerousHtml: true })
    .use(await get('rehype-stringify'), { allowDangerousHtml: true });
  return text => String(pipeline.processSync(text));
}

// What MDX makes, not run: an element of JSX is an element, an expression is text.
async function mdx() {
  const { createProcessor } = await load('@mdx-js/mdx');
  const gfm = (await load('remark-gfm')).default;
  const escaped = text => String(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
  const all = nodes => (nodes ?? []).map(written).join('');
  const value = each => escaped(typeof each.value === 'object' ? each.value?.value ?? '' : each.value);
  const written = node => {
    if (node.type === 'text') return escaped(node.value);
    if (node.type.endsWith('Expression')) return `<code>${escaped(node.value)}</code>`;
    if (node.type.startsWith('mdxJsx')) {
      const name = node.name ?? 'x-fragment';
      const attributes = node.attributes.map(each => ` ${each.name ?? 'x'}="${value(each)}"`);
      return `<${name}${attributes.join('')}>${all(node.children)}</${name}>`;
    }
    if (node.type !== 'element') return all(node.children);
    const attributes = Object.entries(node.properties).map(([name, set]) => ` ${name}="${escaped(set)}"`);
    return `<${node.tagName}${attributes.join('')}>${all(node.children)}</${node.tagName}>`;
  };
  let html;
  const keep = () => tree => { html = all(tree.children); };
  const processor = createProcessor({ remarkPlugins: [gfm], rehypePlugins: [keep], format: 'mdx' });
  return text => {
    processor.runSync(processor.parse(text));
    return html;
  };
}

const parsers = {
  marked, 'hexo-markdown-it': hexoMarkdownIt, kramed, eleventy, vitepress, remark, mdx,
};
const render = await parsers[dialect]();
const failed = new Map();
const html = text => {
  try {
    return render(text);
  } catch (error) {
    const message = String(error.message).split('\n')[0];
    failed.set(message, (failed.get(message) ?? 0) + 1);
    return null;
  }
};
if (input) {
  const pages = JSON.parse(fs.readFileSync(input)).map(html);
  for (const [message, count] of failed) console.error(`${count} texts: ${message}`);
  fs.writeFileSync(output, JSON.stringify(pages));
} else {
  console.log = console.info = console.error;
  for await (const line of readline.createInterface({ input: process.stdin })) {
    process.stdout.write(JSON.stringify(html(JSON.parse(line))) + '\n');
  }
}
