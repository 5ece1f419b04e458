import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {normalizePluginOptions} from '@docusaurus/utils-validation'
import {sealed} from 'build-kit/sealed'
import {afterEach, beforeEach, expect, test} from 'vitest'
import plainDocs, {validateOptions} from './index.ts'

let siteDir: string
beforeEach(() => {
  siteDir = mkdtempSync(join(tmpdir(), 'plain-docs-'))
  mkdirSync(join(siteDir, 'docs/a'), {recursive: true})
  writeFileSync(join(siteDir, 'docs/a/b.md'), '---\ntitle: B\n---\n\nWords.\n')
  writeFileSync(join(siteDir, 'docs/hidden.md'), 'Hidden.\n')
})
afterEach(() => {
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
async function loaded(docs: readonly object[] = [doc('hidden', true), doc('a/b')], url = 'https://docs.example.com') {
  const allContent = {'docusaurus-plugin-content-docs': {default: {loadedVersions: [{docs}]}}}
  const siteConfig = {url, title: 'Site', tagline: ''}
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

test('a copy that was made before of the same is not made again', async () => {
  const cache = join(siteDir, 'node_modules/.cache/build-kit/plain-docs.json')
  const {plugin, outDir} = await loaded()
  const built = async (): Promise<string> => {
    await plugin.postBuild?.({outDir} as never)
    return readFileSync(join(outDir, 'docs/a/b.md'), 'utf8')
  }
  await built()
  const [[key]] = JSON.parse(readFileSync(cache, 'utf8').split('\n')[1] ?? '') as [[string]]
  const body = JSON.stringify([[key, 'from the cache\n']])
  writeFileSync(cache, sealed(body))
  expect(await built()).toBe('from the cache\n')
  writeFileSync(join(siteDir, 'docs/a/b.md'), 'Other words.\n')
  expect(await built()).toBe('# a/b\n\nOther words.\n')
})

test('another title, another address of a linked page or of the site makes a copy new', async () => {
  writeFileSync(join(siteDir, 'docs/a/b.md'), '[C](../c.md)\n')
  writeFileSync(join(siteDir, 'docs/c.md'), 'C.\n')
  const built = async (docs: readonly object[], url?: string): Promise<string> => {
    const {plugin, outDir} = await loaded(docs, url)
    await plugin.postBuild?.({outDir} as never)
    return readFileSync(join(outDir, 'docs/a/b.md'), 'utf8')
  }
  const [from, to] = [doc('a/b'), doc('c')]
  const made = '# a/b\n\n[C](https://docs.example.com/docs/c.md)\n'
  const others: readonly [docs: readonly object[], url: string | undefined, copy: string][] = [
    [[{...from, title: 'B'}, to], undefined, made.replace('a/b', 'B')],
    [[from, {...to, permalink: '/docs/moved'}], undefined, made.replace('docs/c', 'docs/moved')],
    [[from, to], 'https://other.example.com', made.replace('docs.example', 'other.example')],
  ]
  for (const [docs, url, copy] of others) {
    expect(await built([from, to])).toBe(made)
    expect(await built(docs, url)).toBe(copy)
  }
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
