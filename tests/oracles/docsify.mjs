// Renders a docsify site, which browsers do otherwise: `node docsify.mjs` in the site's folder,
// with docsify and jsdom in its node_modules, writes a page for each of its sources into dist/.
// Addresses behind the hash become those of these pages.
import { createServer } from 'node:http'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

const root = process.cwd()
const { JSDOM } = createRequire(path.join(root, 'package.json'))('jsdom')
const SKIPPED = new Set(['node_modules', 'dist'])
const server = createServer((request, response) => {
  const file = path.join(root, decodeURI(new URL(request.url, 'http://localhost').pathname))
  if (!existsSync(file) || statSync(file).isDirectory()) {
    response.writeHead(404).end()
  } else {
    response.end(readFileSync(file))
  }
})
await new Promise(done => server.listen(0, '127.0.0.1', done))
const address = `http://127.0.0.1:${server.address().port}/`
const script = readFileSync(path.join(root, 'node_modules/docsify/lib/docsify.js'), 'utf-8')
const index = readFileSync(path.join(root, 'index.html'), 'utf-8')

for (const name of readdirSync(root)) {
  if (!SKIPPED.has(name)) cpSync(path.join(root, name), path.join(root, 'dist', name), { recursive: true })
}
for (const source of readdirSync(root, { recursive: true })) {
  if (!source.endsWith('.md') || SKIPPED.has(source.split(path.sep)[0])) continue
  const route = `/${source.slice(0, -3)}`.replace(/README$/, '')
  const dom = new JSDOM(index.replace(/<script src=.*?<\/script>/, ''), {
    url: `${address}#${route}`,
    runScripts: 'outside-only',
    pretendToBeVisual: true,
  })
  dom.window.fetch = dom.window.fetch ?? globalThis.fetch
  dom.window.scrollTo = dom.window.Element.prototype.scrollIntoView = () => {}
  dom.window.eval(/window\.\$docsify\s*=[^<]*/.exec(index)?.[0] ?? '')
  dom.window.eval(script)
  for (let tries = 0; tries < 100; tries++) {
    await new Promise(done => setTimeout(done, 20))
    if (dom.window.document.querySelector('.markdown-section')?.innerHTML.includes('Q0S')) break
    if (tries > 20 && dom.window.document.querySelector('.markdown-section > *')) break
  }
  const page = (dom.window.document.querySelector('.markdown-section') ?? dom.window.document.body).innerHTML
    .replaceAll(address, '/')
    .replace(/(\shref=")\/?#([^"?]*)(?:\?id=([^"]*))?"/g, (_, before, to, id) =>
      `${before}${to.endsWith('/') ? to : `${to}.html`}${id ? `#${id}` : ''}"`)
    .replace(/(\ssrc=")(?![\w]+:|\/)([^"]*)"/g, (_, before, to) => `${before}/${to}"`)
  const file = path.join(root, 'dist', route.endsWith('/') ? `${route}index.html` : `${route}.html`)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, `<!doctype html>${page}`)
  dom.window.close()
}
process.exit(0)
