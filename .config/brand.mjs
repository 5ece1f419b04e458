// Draws the pictures that other programs show of this site from its logo and colours: `npm run brand` after a change of `static/img/logo.svg`.
import {readFileSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {chromium} from 'playwright-core'
import {browser} from '../test/tools.mjs'

const {resolve} = createRequire(import.meta.url)
const images = new URL('../static/img/', import.meta.url)
const logo = readFileSync(new URL('logo.svg', images), 'utf8')
const font = readFileSync(resolve('@fontsource-variable/inter/files/inter-latin-wght-normal.woff2')).toString('base64')

const page = (width, height, style, body) => ({
  width,
  height,
  html: `<!doctype html><style>
@font-face {font-family: Inter; font-weight: 100 900; src: url(data:font/woff2;base64,${font})}
* {box-sizing: border-box; margin: 0}
body {width: ${width}px; height: ${height}px; overflow: hidden; font-family: Inter}
${style}</style>${body}`,
})

/** Tiles: the logo to its edge where the system rounds corners itself, else with its own. */
const tile = (size, drawing) => page(size, size, 'svg {display: block; width: 100%; height: 100%}', drawing)
const square = logo.replace(/ rx="7.5"/, '')

/** Phases one after another, as on the timeline; no numbers, for they would be old tomorrow. */
const bars = [
  [0, 30, '#9db9ff'],
  [16, 38, '#7c9ff5'],
  [38, 40, '#4f76d6'],
  [66, 34, '#3557ac'],
]
const card = page(
  1200,
  630,
  `body {padding: 84px 96px; background: #131d33; color: #fff}
header {display: flex; gap: 26px; align-items: center; font-size: 30px; font-weight: 550; color: #c3d0ec}
header svg {width: 76px; height: 76px}
h1 {margin-top: 62px; font-size: 76px; font-weight: 680; letter-spacing: -.025em; line-height: 1.08}
p {margin-top: 26px; font-size: 33px; line-height: 1.35; color: #c3d0ec}
i {position: absolute; height: 20px; border-radius: 10px}`,
  `<header>${logo}Progress · Timeline · Guides · Runbooks</header>
<h1>Trading System<br>Action Plan</h1>
<p>Where it stands, what comes next,<br>and the guides to act on it.</p>
${bars.map(([left, width, colour], row) => `<i style="left:${(730 + left * 3.8).toFixed(0)}px;width:${(width * 3.8).toFixed(0)}px;top:${300 + row * 40}px;background:${colour}"></i>`).join('')}`,
)

const PICTURES = {
  'social-card.png': card,
  'icon-192.png': tile(192, logo),
  'icon-512.png': tile(512, logo),
  'icon-maskable-512.png': page(512, 512, 'body {display: grid; place-items: center; background: #2549a3} svg {width: 74%}', square),
  'apple-touch-icon.png': tile(180, square),
}

/** The icon that browsers ask for without being told of one, in the container that they expect: a header, and one picture. */
const ICON = 32
const iconFile = (png) => {
  const header = Buffer.alloc(22)
  header.writeUInt16LE(1, 2)
  header.writeUInt16LE(1, 4)
  header.set([ICON, ICON], 6)
  header.writeUInt16LE(1, 10)
  header.writeUInt16LE(32, 12)
  header.writeUInt32LE(png.length, 14)
  header.writeUInt32LE(header.length, 18)
  return Buffer.concat([header, png])
}

const chrome = await chromium.launch({executablePath: browser() ?? '', args: ['--no-sandbox', '--disable-gpu']})
const draw = async ({width, height, html}) => {
  const view = await chrome.newPage({viewport: {width, height}})
  await view.setContent(html)
  await view.evaluate(() => document.fonts.ready)
  const png = await view.screenshot({omitBackground: true})
  await view.close()
  return png
}
for (const [name, picture] of Object.entries(PICTURES)) writeFileSync(new URL(name, images), await draw(picture))
writeFileSync(new URL('../favicon.ico', images), iconFile(await draw(tile(ICON, logo))))
await chrome.close()
