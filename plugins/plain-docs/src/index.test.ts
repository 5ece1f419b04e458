import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {normalizePluginOptions} from '@docusaurus/utils-validation'
import {afterEach, beforeEach, expect, test, vi} from 'vitest'
import plainDocs, {validateOptions} from './index.ts'

let siteDir: string
beforeEach(() => {
  siteDir = mkdtempSync(join(tmpdir(), 'plain-docs-'))
  mkdirSync(join(siteDir, 'docs/a'), {recursive: true})
  writeFileSync(join(siteDir, 'docs/a/b.md'), '---\ntitle: B\n---\n\nWords.\n')
  writeFileSync(join(siteDir, 'docs/hidden.md'), 'Hidden.\n')
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(siteDir, {recursive: true})
})

const doc = (path: string, unlisted = false) => ({
  title: path,
  description: '',
  permalink: `/docs/${path}`,
  source: `@site/docs/${path}.md`,
  unlisted,
  draft: false,
})

/** The plugin when all content is loaded, and where it writes. */
async function loaded() {
  const allContent = {'docusaurus-plugin-content-docs': {default: {loadedVersions: [{docs: [doc('hidden', true), doc('a/b')]}]}}}
  const siteConfig = {url: 'https://docs.example.com', title: 'Site', tagline: ''}
  const plugin = plainDocs({siteDir, siteConfig, baseUrl: '/'} as never, {id: 'default', links: []})
  await plugin.allContentLoaded?.({allContent} as never)
  return {plugin, outDir: join(siteDir, 'build')}
}

test('writes a copy of each listed page, and llms.txt', async () => {
  const {plugin, outDir} = await loaded()
  await plugin.postBuild?.({outDir} as never)
  expect(readdirSync(outDir, {recursive: true}).sort()).toEqual(['docs', 'docs/a', 'docs/a/b.md', 'llms.txt'])
  expect(readFileSync(join(outDir, 'docs/a/b.md'), 'utf8')).toBe('# a/b\n\nWords.\n')
  expect(readFileSync(join(outDir, 'llms.txt'), 'utf8')).toContain('- [a/b](https://docs.example.com/docs/a/b.md)\n')
})

test('makes the copies of a production build while the bundler works, those of a development server never', async () => {
  const {plugin, outDir} = await loaded()
  const configure = (isServer: boolean) => (plugin.configureWebpack as never as (config: object, isServer: boolean) => object)({}, isServer)
  expect([configure(false), configure(true)]).toEqual([{}, {}])
  vi.stubEnv('NODE_ENV', 'production')
  expect(configure(true)).toEqual({})
  const {plugins} = configure(false) as {plugins: readonly {apply(compiler: object): void}[]}
  plugins[0]?.apply({hooks: {make: {tap: (_: string, run: () => void) => run()}}})
  await plugin.allContentLoaded?.({allContent: {}} as never)
  await plugin.postBuild?.({outDir} as never)
  expect(readFileSync(join(outDir, 'docs/a/b.md'), 'utf8')).toBe('# a/b\n\nWords.\n')
})

test('says after the build which page it cannot read', async () => {
  const {plugin, outDir} = await loaded()
  rmSync(join(siteDir, 'docs/a/b.md'))
  await expect(async () => plugin.postBuild?.({outDir} as never)).rejects.toThrow('docs/a/b.md')
})

test('options have defaults and are checked', () => {
  const validate = (options: object) => validateOptions({validate: normalizePluginOptions as never, options})
  expect(validate({})).toEqual({id: 'default', links: []})
  expect(() => validate({links: [{title: 'x', path: 'status.json'}]})).toThrow('a path from the root of the site')
})
