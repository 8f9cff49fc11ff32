// Renders each page of a list as VitePress does; see generate.py.
//
//   node vue.mjs FOLDER < pages.json > answers.jsonl
//
// FOLDER has vitepress in node_modules. Its Markdown, then Vue's compiler, then its server renderer.
import { readFileSync } from "fs";
import { createRequire } from "module";
import { join, resolve } from "path";
import { pathToFileURL } from "url";

const pages = JSON.parse(readFileSync(0, "utf8"));
const folder = resolve(process.argv[2]);
const find = createRequire(join(folder, "package.json"));
const node = join(folder, "node_modules", "vitepress", "dist", "node", "index.js");
const { createMarkdownRenderer } = await import(pathToFileURL(node));
const sfc = find("vue/compiler-sfc");
const { createSSRApp, compile } = find("vue");
const { renderToString } = find("vue/server-renderer");
const say = (answer) => process.stdout.write(`${JSON.stringify(answer)}\n`);
console.log = console.info = console.warn = console.error = () => undefined;

const md = await createMarkdownRenderer(folder, {}, "/");
for (const text of pages) {
  const body = text.replace(/^---\n[^]*?\n---\n/, "");
  let answer;
  try {
    const source = `<div>${md.render(body, { path: join(folder, "page.md"), relativePath: "page.md" })}</div>`;
    const { errors } = sfc.compileTemplate({ source, filename: "page.vue", id: "page", ssr: true, ssrCssVars: [] });
    if (errors.length) throw errors[0];
    const app = createSSRApp({ render: compile(source) });
    app.config.globalProperties.$frontmatter = { title: "A" };
    answer = { html: await renderToString(app) };
  } catch (error) {
    answer = { error: error.message ?? String(error), line: null };
  }
  say(answer);
}
const version = (name) => JSON.parse(readFileSync(join(folder, "node_modules", name, "package.json"))).version;
say({ version: `vitepress ${version("vitepress")}, vue ${version("vue")}` });
