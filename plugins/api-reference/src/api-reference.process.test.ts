import {mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync, mkdirSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {normalizePluginOptions} from '@docusaurus/utils-validation'
import {beforeAll, describe, expect, test} from 'vitest'
import config from '../../../docusaurus.config.ts'
import {fingerprint} from './fingerprint.ts'
import {generated, type Generated} from './generated.ts'
import {validateOptions, type PluginOptions} from './options.ts'
import {toPage} from './page.ts'
import {publish} from './publish.ts'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url)).replace(/[\\/]$/, '')
const [, written] = (config.plugins ?? []).find((one) => Array.isArray(one) && one[0] === 'docusaurus-plugin-api-reference') as [
  string,
  object,
]
const options = validateOptions({validate: normalizePluginOptions as never, options: written}) as PluginOptions

const scratch = (): string => mkdtempSync(join(tmpdir(), 'api-reference-'))
const write = (folder: string, files: Readonly<Record<string, string>>): string => {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), {recursive: true})
    writeFileSync(join(folder, name), text)
  }
  return folder
}

describe('the reference of this site', () => {
  let made: Generated
  const pages: Record<string, string> = {}
  beforeAll(async () => {
    made = await generated({siteDir: ROOT, presets: config.presets}, options)
    for (const name of readdirSync(made.pages, {recursive: true, encoding: 'utf8'}).filter((file) => file.endsWith('.md')))
      pages[name] = readFileSync(join(made.pages, name), 'utf8')
  }, 180_000)

  test('every public name has a doc comment', () => {
    expect(made.undocumented).toEqual([])
  })

  test('each entry has a page, and the index leads to it', () => {
    for (const {page, title} of options.entries) {
      const name = `${page}.md`
      expect(pages['index.md']).toContain(`[${title}](${name})`)
      expect(pages[name]).toContain('\ncustom_edit_url: null\n')
    }
  })

  test('options, components and types are there, with shape, source and words', () => {
    expect(pages['plugin.md']).toMatch(/`pollSeconds` \| `number` \| Seconds between two looks/)
    const components = pages['components.md'] ?? ''
    expect(components).toContain('| [PlanStatus](#planstatus) | An item')
    const [, own = ''] = /^## PlanStatus\n(.*?)^## /ms.exec(components) ?? []
    expect(own).toContain("import PlanStatus from '@theme/PlanStatus'")
    expect(own).toContain('| <a id="planstatus-property-item"></a> `item` | `string` | An item')
    // One page for all of them: no anchor stands twice.
    const anchors = [...components.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(anchors.length).toBe(new Set(anchors).size)
    expect(pages['status.md']).toMatch(/## Status\n\nDefined in `plugins\/action-plan\/src\/model\/status\.ts:\d+`\./)
  })

  test('nothing of the machine it was made on, and no MDX', () => {
    for (const text of Object.values(pages)) expect(text).not.toContain(ROOT)
    expect(Object.keys(pages).filter((name) => name.endsWith('.mdx'))).toEqual([])
  })

  test('asked for again, it is taken from the cache', async () => {
    const before = statSync(made.pages).mtimeMs
    // Time of the processor in milliseconds, which other work on the machine does not add to.
    const started = process.cpuUsage()
    const again = await generated({siteDir: ROOT, presets: config.presets}, options)
    expect(again).toEqual(made)
    expect(statSync(again.pages).mtimeMs).toBe(before)
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(3_000)
  })
})

describe('the fingerprint', () => {
  const site = write(scratch(), {'src/a.ts': 'export const a = 1', 'src/a.test.ts': 'one', 'src/note.md': 'one', 'tsconfig.json': '{}'})
  const own: PluginOptions = {...options, sources: ['src']}
  const first = fingerprint(site, own)

  test.each([
    ['a source', {'src/a.ts': 'export const a = 2'}, true],
    ['a new source', {'src/b.tsx': ''}, true],
    ['the settings of the compiler', {'tsconfig.json': '{"a": 1}'}, true],
    ['a test', {'src/a.test.ts': 'two'}, false],
    ['what is no TypeScript', {'src/note.md': 'two'}, false],
  ] as const)('%s', (_, files, changes) => {
    const before = fingerprint(site, own)
    write(site, files)
    expect(fingerprint(site, own) !== before).toBe(changes)
  })

  test('the options', () => {
    expect(fingerprint(site, {...own, entries: []})).not.toBe(first)
  })
})

test('pages that were damaged, or of before they were sealed, are made anew', async () => {
  const site = write(scratch(), {'src/a.ts': 'export const a = 1', 'tsconfig.json': '{}'})
  const own = {...options, sources: ['src']}
  let times = 0
  const made = async (): Promise<string> => {
    const {pages, undocumented} = await generated({siteDir: site, presets: []}, own, async (_, __, folder) => {
      times++
      write(folder, {'pages/a.md': 'a', 'undocumented.json': '[]'})
    })
    expect([readFileSync(join(pages, 'a.md'), 'utf8'), undocumented]).toEqual(['a', []])
    return join(pages, '..')
  }
  const folder = await made()
  await made()
  expect(times).toBe(1)
  for (const [index, damage] of [
    () => rmSync(join(folder, 'pages/a.md')),
    () => writeFileSync(join(folder, 'pages/a.md'), 'b'),
    () => writeFileSync(join(folder, 'undocumented.json'), '['),
    () => rmSync(join(folder, 'seal')),
    () => rmSync(folder, {recursive: true}),
  ].entries()) {
    damage()
    await made()
    expect(times).toBe(index + 2)
    expect(readdirSync(join(folder, '..'))).toHaveLength(1)
  }
})

test('sources that cannot be read are an error that says so, and leave no half reference', async () => {
  const site = write(scratch(), {'src/a.ts': 'export const a = 1', 'tsconfig.json': '{}'})
  const missing = {...options, sources: ['src'], entries: [{file: 'src/none.ts', page: 'none', title: 'None', description: 'None.'}]}
  await expect(generated({siteDir: site, presets: []}, missing)).rejects.toThrow(/TypeDoc wrote no API reference/)
  expect(readdirSync(join(site, 'node_modules/.cache/api-reference'))).toEqual([])
})

test('a page that is the same is not written again; one that is gone is deleted', async () => {
  const from = write(scratch(), {'a.md': 'same', 'b/c.md': 'new'})
  const to = write(scratch(), {'a.md': 'same', 'b/c.md': 'old', 'gone.md': 'gone'})
  const past = new Date('2020-01-01')
  utimesSync(join(to, 'a.md'), past, past)
  await publish(from, to)
  expect(statSync(join(to, 'a.md')).mtime).toEqual(past)
  expect(readFileSync(join(to, 'b/c.md'), 'utf8')).toBe('new')
  expect(readdirSync(to).sort()).toEqual(['a.md', 'b'])
})

test('a rendered page becomes a page of the docs', () => {
  const contents = '# one\n\n## A\n\nDefined in: [src/one.ts:3](src/one.ts)\n\nWhat it is.\n\n***\n\n## B\n'
  const entries = [{file: 'src/one.ts', page: 'one', title: 'One: all', description: 'What one has.'}]
  expect(toPage({url: 'one.md', contents, model: {name: 'one'}}, entries)).toMatchInlineSnapshot(`
    "---
    title: "One: all"
    description: What one has.
    sidebar_position: 1
    custom_edit_url: null
    toc_max_heading_level: 2
    ---

    What one has.

    ## A

    Defined in \`src/one.ts:3\`.

    What it is.

    ## B
    "
  `)
})
