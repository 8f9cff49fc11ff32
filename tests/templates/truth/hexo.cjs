// Renders each page of a list as a post of Hexo; see generate.py.
//
//   node hexo.cjs FOLDER < pages.json > answers.jsonl
//
// FOLDER has hexo and hexo-renderer-marked in node_modules.
const { mkdtempSync, mkdirSync, writeFileSync, readFileSync, symlinkSync } = require("fs");
const { createRequire } = require("module");
const { tmpdir } = require("os");
const { join, resolve } = require("path");

const folder = resolve(process.argv[2]);
const find = createRequire(join(folder, "package.json"));
const Hexo = find("hexo");
const frontMatter = find("hexo-front-matter");
const root = mkdtempSync(join(tmpdir(), "hexo-"));
symlinkSync(join(folder, "node_modules"), join(root, "node_modules"));
const { dependencies } = JSON.parse(readFileSync(join(folder, "package.json")));
writeFileSync(join(root, "package.json"), JSON.stringify({ name: "probe", hexo: { version: "" }, dependencies }));
writeFileSync(join(root, "_config.yml"), "title: Probe\nhighlight:\n  line_number: false\n");
mkdirSync(join(root, "source", "_posts"), { recursive: true });

async function main() {
  const hexo = new Hexo(root, { silent: true });
  await hexo.init();
  for (const text of JSON.parse(readFileSync(0, "utf8"))) {
    const data = frontMatter.parse(text);
    const source = join("_posts", "page.md");
    let answer;
    try {
      const content = data._content;
      const post = { ...data, _content: undefined, content, source, engine: "md" };
      answer = { html: (await hexo.post.render(join(root, "source", source), post)).content };
    } catch (error) {
      const message = error.type ? `${error.location} ${error.type}` : error.message;
      const plain = message.replace(/\u001b\[\d+m/g, "").trim();
      answer = { error: plain, line: error.line ?? null };
    }
    console.log(JSON.stringify(answer));
  }
  const nunjucks = find("nunjucks/package.json").version;
  console.log(JSON.stringify({ version: `hexo ${hexo.version}, nunjucks ${nunjucks}` }));
}

main();
