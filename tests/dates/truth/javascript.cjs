// Says what Hexo, Eleventy, Docusaurus and Astro make of each line of cases.txt, by their own code.
//
//   npm install hexo@8 @11ty/eleventy@3 @docusaurus/plugin-content-blog@3 astro@6   (in FOLDER)
//   TZ=UTC node javascript.cjs FOLDER cases.txt
//
// One JSON array a line: [generator, text, format, quoted, site's zone or null, result]. The result
// is an ISO instant, "rejected", or "syntax" where the front matter itself does not parse. At the
// end come the versions, as {generator: words}.
const fs = require('fs');
const { createRequire } = require('module');
const path = require('path');
const [folder, cases] = process.argv.slice(2);
// Packages do not export their package.json, so they are found by their folder.
const within = (require, name) => {
  const places = require.resolve.paths(name).map((place) => path.join(place, name));
  return createRequire(path.join(places.find((place) => fs.existsSync(place)), 'package.json'));
};
const root = createRequire(path.resolve(folder, 'package.json'));
const hexo = within(root, 'hexo');
const hexoFrontMatter = hexo('hexo-front-matter');
const { toDate, adjustDateForTimezone } = hexo('./dist/plugins/processor/common.js');
const eleventy = within(root, '@11ty/eleventy');
const matter = eleventy('@11ty/gray-matter');
const { DateTime } = eleventy('luxon');
const docusaurus = within(root, '@docusaurus/plugin-content-blog');
const { validateBlogPostFrontMatter } = docusaurus('./lib/frontMatter.js');
const docusaurusUtils = within(docusaurus, '@docusaurus/utils');
const { parseFileContentFrontMatter } = docusaurusUtils('./lib/markdownUtils.js');
const astro = within(root, 'astro');
const { parseFrontmatter } = astro('@astrojs/markdown-remark');
const { z } = astro('zod');

const readers = {
  hexo: (source, zone) => {
    const data = hexoFrontMatter.parse(source);
    let date = toDate(data.date);
    if (date && zone) date = adjustDateForTimezone(date, zone);
    return date;
  },
  eleventy: (source) => {
    const value = matter(source).data.date;
    if (!value) return undefined;
    if (value instanceof Date) return value;
    if (typeof value !== 'string') return undefined;
    if (/^(git )?(last modified|created)$/i.test(value)) return 'keyword';
    const date = DateTime.fromISO(value, { zone: 'utc' });
    return date.isValid ? date.toJSDate() : undefined;
  },
  docusaurus: (source) => {
    const data = validateBlogPostFrontMatter(parseFileContentFrontMatter(source).frontMatter);
    const date = typeof data.date === 'string' ? new Date(`${data.date}Z`) : data.date;
    return date instanceof Date ? date : new Date(date);
  },
  docusaurus_update: (source) => {
    const { frontMatter } = parseFileContentFrontMatter(source);
    const data = validateBlogPostFrontMatter({ last_update: { date: frontMatter.date } });
    return new Date(data.last_update.date); // utils, lib/lastUpdateUtils.js, readLastUpdateData
  },
  astro: (source) => z.coerce.date().parse(parseFrontmatter(source).frontmatter.date),
};
const written = {
  yaml: (text, quoted) => `---\ntitle: a\ndate: ${quoted ? `'${text}'` : text}\n---\n`,
  toml: (text, quoted) => `+++\ntitle = "a"\ndate = ${quoted ? `'${text}'` : text}\n+++\n`,
};
const formats = (name) => (name === 'astro' ? ['yaml', 'toml'] : ['yaml']);

const log = console.log;
console.warn = console.error = console.log = () => {};
for (const text of fs.readFileSync(cases, 'utf8').split('\n').filter(Boolean)) {
  for (const quoted of [false, true]) {
    for (const [name, read] of Object.entries(readers)) {
      for (const format of formats(name)) {
        const source = written[format](text, quoted);
        for (const zone of name === 'hexo' ? [null, 'Asia/Tokyo'] : [null]) {
          let result;
          try {
            const date = read(source, zone);
            result = typeof date === 'string' ? date : date && !isNaN(date) ? date.toISOString() : 'rejected';
          } catch (error) {
            result = /YAML|TOML|mapping|can not read/i.test(error.name + error.message) ? 'syntax' : 'rejected';
          }
          log(JSON.stringify([name, text, format, quoted, zone, result]));
        }
      }
    }
  }
}
const version = (require, name) => {
  const places = require.resolve.paths(name).map((place) => path.join(place, name, 'package.json'));
  const found = places.find((place) => fs.existsSync(place));
  return `${name} ${JSON.parse(fs.readFileSync(found, 'utf8')).version}`;
};
const node = `Node ${process.versions.node}`;
log(JSON.stringify({
  hexo: [version(root, 'hexo'), version(hexo, 'hexo-front-matter'), node].join(', '),
  eleventy: [version(root, '@11ty/eleventy'), version(eleventy, 'luxon'), node].join(', '),
  docusaurus: [version(root, '@docusaurus/plugin-content-blog'), node].join(', '),
  docusaurus_update: [version(docusaurus, '@docusaurus/utils'), node].join(', '),
  astro: [version(root, 'astro'), version(astro, 'zod'), node].join(', '),
}));
