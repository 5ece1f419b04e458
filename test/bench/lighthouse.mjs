import {spawn} from 'node:child_process'
import {existsSync, readFileSync, statSync} from 'node:fs'
import {createServer} from 'node:http'
import {extname, join} from 'node:path'
import {gzipSync} from 'node:zlib'
import {browser} from '../tools.mjs'
import {bareSite, docusaurus, ROOT} from './bare-site.mjs'

const VERSION = '12.8.2'
const RUNS = Number(process.env.RUNS ?? 5)
const PAGES = ['/', '/progress', '/progress/timeline', '/docs/architecture/overview', '/docs/runbooks/rotate-db-credentials']
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo']
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
}
const FLAGS = '--headless=new --no-sandbox --disable-gpu --disable-quic --disable-background-networking'

/** A host that compresses and lets files with a hash in their name be kept. */
async function host(folder) {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname)
    const file = [join(folder, path), join(folder, path, 'index.html'), join(folder, `${path}.html`)].find(
      (one) => existsSync(one) && statSync(one).isFile(),
    )
    response.writeHead(file === undefined ? 404 : 200, {
      'content-type': TYPES[extname(file ?? '')] ?? 'text/plain',
      'content-encoding': 'gzip',
      'cache-control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    })
    response.end(gzipSync(file === undefined ? '' : readFileSync(file), {level: 9}))
  })
  await new Promise((done) => server.listen(0, '127.0.0.1', done))
  return {origin: `http://127.0.0.1:${server.address().port}`, close: () => server.close()}
}

/** One run; mobile, as Lighthouse does by default. Not by `spawnSync`: the host answers from this process. */
function lighthouse(url) {
  const child = spawn(
    'npx',
    [
      '--yes',
      `lighthouse@${VERSION}`,
      url,
      '--quiet',
      '--output=json',
      `--only-categories=${CATEGORIES.join(',')}`,
      `--chrome-flags=${FLAGS}`,
    ],
    {env: {...process.env, CHROME_PATH: browser()}, stdio: ['ignore', 'pipe', 'inherit']},
  )
  return new Promise((done, fail) => {
    let text = ''
    child.stdout.on('data', (chunk) => (text += chunk))
    child.on('close', (status) => (status === 0 ? done(JSON.parse(text)) : fail(new Error(`lighthouse ${url} ended with ${status}`))))
  })
}

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1]

async function figures(name, url) {
  const runs = []
  for (let run = 0; run < RUNS; run++) runs.push(await lighthouse(url))
  const scores = CATEGORIES.map((id) => Math.round(100 * median(runs.map(({categories}) => categories[id].score ?? 0))))
  const audit = (id) => median(runs.map(({audits}) => audits[id].numericValue ?? 0))
  console.log(
    `${name.padEnd(44)}${scores.map((score) => String(score).padStart(6)).join('')}${(audit('total-byte-weight') / 1000).toFixed(0).padStart(8)} kB${audit('largest-contentful-paint').toFixed(0).padStart(7)} ms${audit('total-blocking-time').toFixed(0).padStart(6)} ms${audit('cumulative-layout-shift').toFixed(3).padStart(8)}`,
  )
  const failed = new Set(
    runs.flatMap(({categories, audits}) =>
      CATEGORIES.slice(1).flatMap((id) =>
        categories[id].auditRefs
          .filter(({id: own, weight}) => weight > 0 && audits[own].score !== null && audits[own].score < 1)
          .map(({id: own}) => own),
      ),
    ),
  )
  if (failed.size > 0) console.log(`  not full marks in: ${[...failed].join(', ')}`)
}

/** A page of this site with hardly more than its layout, and served as a page. */
const BARE = '/404'

/** Prints Lighthouse figures and weights of the built site's pages beside those of its layout alone, and of a bare site, built in the same run. */
export async function benchLighthouse() {
  if (!existsSync(join(ROOT, 'build', 'index.html'))) docusaurus(ROOT, 'build')
  const bare = bareSite()
  docusaurus(bare.folder, 'build')
  const [own, plain] = [await host(join(ROOT, 'build')), await host(bare.build)]
  console.log(`lighthouse ${VERSION}, mobile, median of ${RUNS}`)
  console.log(`${''.padEnd(44)}  perf  a11y  best   seo   weight       LCP       TBT     CLS`)
  try {
    await figures('bare site, empty page', `${plain.origin}/empty`)
    await figures('bare site, a guide', `${plain.origin}${PAGES[3]}`)
    await figures('the layout alone', own.origin + BARE)
    for (const page of PAGES) await figures(page, own.origin + page)
  } finally {
    own.close()
    plain.close()
    bare.remove()
  }
}
