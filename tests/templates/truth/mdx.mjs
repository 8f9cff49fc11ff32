// Compiles each page of a list and renders it with React; see generate.py.
//
//   node mdx.mjs FOLDER COMPILER < pages.json > answers.jsonl
//
// FOLDER has @mdx-js/mdx, remark-gfm, remark-frontmatter, react, react-dom and
// @docusaurus/mdx-loader in node_modules. COMPILER is mdx, or docusaurus with what it does besides.
import { readFileSync } from "fs";
import { createRequire } from "module";
import { join, resolve } from "path";
import { pathToFileURL } from "url";

const pages = JSON.parse(readFileSync(0, "utf8"));
const folder = resolve(process.argv[2]);
const find = createRequire(join(folder, "package.json"));
const load = async (name) => import(pathToFileURL(join(folder, "node_modules", name)));
const { compile, run } = await load("@mdx-js/mdx/index.js");
const { default: gfm } = await load("remark-gfm/index.js");
const { default: frontmatter } = await load("remark-frontmatter/index.js");
const React = find("react");
const runtime = find("react/jsx-runtime");
const { renderToStaticMarkup } = find("react-dom/server");
console.warn = console.error = () => undefined;
process.on("unhandledRejection", () => undefined);

async function docusaurus() {
  const { createProcessorUncached } = find("@docusaurus/mdx-loader/lib/processor.js");
  const { default: preprocess } = find("@docusaurus/mdx-loader/lib/preprocessor.js");
  const compat = { comments: true, admonitions: true, headingIds: true };
  const hooks = { onBrokenMarkdownImages: "ignore", onBrokenMarkdownLinks: "ignore" };
  const markdownConfig = { format: "mdx", mermaid: false, emoji: true, mdx1Compat: compat, anchors: {}, hooks };
  const options = { markdownConfig, admonitions: true, staticDirs: [], siteDir: folder, outputFormat: "function-body" };
  const processor = await createProcessorUncached({ options, format: "mdx" });
  return async (text) => {
    const filePath = join(folder, "page.mdx");
    const fileContent = text.replace(/^---\n[^]*?\n---\n/, (front) => front.replace(/[^\n]/g, ""));
    const content = preprocess({ fileContent, filePath, markdownConfig, admonitions: true });
    return (await processor.process({ content, filePath, frontMatter: {}, compilerName: "client" })).content;
  };
}

const remarkPlugins = [gfm, frontmatter];
const plain = async (text) => String(await compile(text, { remarkPlugins, outputFormat: "function-body" }));
const compiler = process.argv[3] === "docusaurus" ? await docusaurus() : plain;
const useMDXComponents = () => ({});
for (const text of pages) {
  let answer;
  try {
    const code = await compiler(text);
    const { default: Content } = await run(code, { ...runtime, useMDXComponents, baseUrl: "file:///page.mdx" });
    answer = { html: renderToStaticMarkup(React.createElement(Content)) };
  } catch (error) {
    let cause = error;
    while (cause.cause && !cause.line) cause = cause.cause;
    const said = (cause.reason ?? cause.message).replace(/ imported from .*/, "");
    answer = { error: said, line: cause.line ?? null };
  }
  console.log(JSON.stringify(answer));
}
const version = (name) => JSON.parse(readFileSync(join(folder, "node_modules", name, "package.json"))).version;
const names = ["@mdx-js/mdx", ...(compiler === plain ? ["remark-gfm"] : ["@docusaurus/mdx-loader"]), "react"];
console.log(JSON.stringify({ version: names.map((name) => `${name} ${version(name)}`).join(", ") }));
