// Prints the date that Hexo gives to each post of a site, as it renders them.
//
//   TZ=UTC node hexo_dates.cjs LIBRARIES SITE
//
// LIBRARIES has hexo in its node_modules. One JSON array a line: [slug, ISO instant].
const { createRequire } = require('module');
const path = require('path');
const [libraries, site] = process.argv.slice(2);
const Hexo = createRequire(path.resolve(libraries, 'package.json'))('hexo');

(async () => {
  const hexo = new Hexo(path.resolve(site), { silent: true });
  await hexo.init();
  await hexo.load();
  hexo.extend.generator.register('dates', (locals) => ({
    path: 'dates.txt',
    data: locals.posts.map((post) => JSON.stringify([post.slug, post.date.toISOString()])).join('\n'),
  }));
  await hexo._generate({ cache: false });
  const stream = hexo.route.get('dates.txt');
  for await (const chunk of stream) process.stdout.write(chunk);
  await hexo.exit();
})();
