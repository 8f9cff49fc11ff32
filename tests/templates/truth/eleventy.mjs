// Builds each page of a list with Eleventy; see generate.py.
//
//   node eleventy.mjs FOLDER ENGINE < pages.json > answers.jsonl
//
// FOLDER has @11ty/eleventy in node_modules; ENGINE is Markdown's: liquid or njk.
import { mkdtempSync, mkdirSync, readFileSync, writeFileSync } from "fs";
import { createRequire } from "module";
import { tmpdir } from "os";
import { join, resolve } from "path";
import { pathToFileURL } from "url";

const folder = resolve(process.argv[2]);
const engine = process.argv[3];
const find = createRequire(join(folder, "package.json"));
const module = join(folder, "node_modules", "@11ty", "eleventy", "src", "Eleventy.js");
const { default: Eleventy } = await import(pathToFileURL(module));
const root = mkdtempSync(join(tmpdir(), "eleventy-"));
process.chdir(root);
mkdirSync("_includes");
writeFileSync(join("_includes", "note.html"), "NOTE");
writeFileSync("eleventy.config.mjs", `export default () => ({ markdownTemplateEngine: "${engine}" });`);
console.warn = console.error = () => undefined;

for (const text of JSON.parse(readFileSync(0, "utf8"))) {
  let answer;
  try {
    const eleventy = new Eleventy(".", "_site", {
      quietMode: true,
      configPath: "eleventy.config.mjs",
      config(configuration) {
        configuration.setLogger?.({ log() {}, warn() {}, error() {}, message() {} });
        configuration.addTemplate("page.md", text);
      },
    });
    eleventy.disableLogger();
    const pages = await eleventy.toJSON();
    answer = { html: pages.map((page) => page.content).join("\n") };
  } catch (error) {
    let deepest = error;
    while (deepest.originalError) deepest = deepest.originalError;
    const message = deepest.message.trim();
    const line = /line:\s*(\d+)|Line (\d+)/.exec(message);
    answer = { error: message, line: line ? Number(line[1] ?? line[2]) : null };
  }
  console.log(JSON.stringify(answer));
}
const version = (name) => JSON.parse(readFileSync(join(folder, "node_modules", name, "package.json"))).version;
const engines = { liquid: "liquidjs", njk: "nunjucks" };
const said = `eleventy ${version("@11ty/eleventy")}, ${engines[engine]} ${version(engines[engine])}`;
console.log(JSON.stringify({ version: said }));
