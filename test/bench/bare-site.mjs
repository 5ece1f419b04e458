import {cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync} from 'node:fs'
import {spawnSync} from 'node:child_process'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

export const ROOT = new URL('../..', import.meta.url).pathname

/** The flags of this site's configuration that decide how it is built. Links are looked at as here; those to pages that a bare site has not stop nothing. */
const CONFIG = `export default {
  title: 'Bare', url: 'http://localhost:3000', baseUrl: '/', trailingSlash: false, future: {v4: true},
  onBrokenLinks: 'warn', onBrokenAnchors: 'warn',
  markdown: {format: 'detect', hooks: {onBrokenMarkdownLinks: 'warn', onBrokenMarkdownImages: 'warn'}},
  presets: [['classic', {blog: false}]],
}
`
/** Nothing but the layout. */
const EMPTY = `import {createElement} from 'react'
import Layout from '@theme/Layout'
export default function Empty() {
  return createElement(Layout, {title: 'Empty', description: 'A page with nothing but the layout'}, createElement('main', null, createElement('h1', null, 'Empty')))
}
`

/** Guides that a bare site can show: not those that ask for a component of ours, nor what is generated. */
const canShow = (path) =>
  !path.includes('/reference/api') && (statSync(path).isDirectory() || !readFileSync(path, 'utf8').includes("'@theme/"))

/** A Docusaurus site as it comes, with the same guides and an empty page; `remove` takes it away. */
export function bareSite() {
  const folder = mkdtempSync(join(tmpdir(), 'bare-site-'))
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  cpSync(join(ROOT, 'docs'), join(folder, 'docs'), {recursive: true, filter: canShow})
  mkdirSync(join(folder, 'src', 'pages'), {recursive: true})
  writeFileSync(join(folder, 'src', 'pages', 'empty.js'), EMPTY)
  writeFileSync(join(folder, 'docusaurus.config.mjs'), CONFIG)
  writeFileSync(join(folder, 'package.json'), '{"name": "bare-site", "private": true}\n')
  return {folder, build: join(folder, 'build'), remove: () => rmSync(folder, {recursive: true})}
}

/** Runs Docusaurus in a folder and gives the seconds it took. */
export function docusaurus(folder, ...args) {
  const started = performance.now()
  const {status, stderr, stdout} = spawnSync(join(ROOT, 'node_modules', '.bin', 'docusaurus'), args, {cwd: folder, encoding: 'utf8'})
  if (status !== 0) throw new Error(`docusaurus ${args.join(' ')} in ${folder} ended with ${status}:\n${stdout}\n${stderr}`)
  return (performance.now() - started) / 1000
}
